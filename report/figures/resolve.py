"""RESOLVE: the brochure with its numbers in.

In: a Brochure whose texts hold `{{ … }}`, and the Figures. Out: the same Brochure with every expression worded, and
where it leans on provisional figures. A generic walk: a kind says with `FIGURES = (…)` which of its fields are ids of
figures, with `SERIES = (…)` which are ids of series, so that a wrong id is told here, at its place, whatever the kind,
even in what could not be read as a whole; what a chart shows of its series is checked, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple

import msgspec

from report.content.blocks.chart import Chart
from report.content.model import Brochure
from report.diagnostics import Origin, Report
from report.figures import format as wording
from report.figures.expressions import ExpressionError, express, place_in
from report.figures.model import Datum, Series
from report.figures.store import Figures, point
from report.source import Remnant, Text

BRACES = re.compile(r"(\\*)\{\{(.*?)\}\}", re.DOTALL)
UNCLOSED = re.compile(r"(?<!\\)\{\{(?!.*?\}\})", re.DOTALL)


class Use(NamedTuple):
    """A provisional figure, the place that leans on it, and the place that gives it."""

    id: str
    place: Origin
    given: Origin


def resolve(brochure: Brochure, figures: Figures, report: Report) -> tuple[Brochure, tuple[Use, ...]]:
    """The brochure resolved, and its uses of provisional figures in the order of the pages, each pair once.

    Where it names the year before its own is told as a remark: last year's edition may still speak there.
    """
    if wording.parse_year(brochure.year) is None:
        place = getattr(brochure.year, "origin", brochure.origin)
        report.error(place, f'"{brochure.year}" is no year', "write 令和5年度, R5 or 2023")
    walk = _Walk(figures, report, brochure.year)
    return walk.node(brochure), tuple(walk.uses)


def check_uses(remnants: Iterable[Any], figures: Figures, report: Report) -> None:
    """Tells wrong figures in what is left of a brochure that cannot be made as a whole."""
    walk = _Walk(figures, report)
    for value in remnants:
        if isinstance(value, Remnant):
            walk.remnant(value)
        else:
            walk.value(value)


def resolve_text(text: Text, figures: Figures, report: Report) -> Text:
    """A Text with its expressions worded; those with mistakes stay, and the report is told."""
    return _Walk(figures, report).text(text)


def shown(series: Series, first: str = "", last: str = "", years: tuple[str, ...] = ()) -> tuple[Datum, ...]:
    """The data of a series that a chart with this choice of years draws."""
    begin, end = wording.parse_year(first), wording.parse_year(last)
    only = {wording.parse_year(year) for year in years}
    return tuple(
        datum
        for datum in series.data
        if (begin is None or datum.year >= begin)
        and (end is None or datum.year <= end)
        and (not only or datum.year in only)
    )


class _Walk:
    """year: the brochure's, where charts end that do not say otherwise."""

    def __init__(self, figures: Figures, report: Report, year: str = ""):
        self.figures, self.report, self.year = figures, report, year
        self.uses: dict[Use, None] = {}
        now = wording.parse_year(year)
        self.before = wording.spellings(now - 1) if now else None

    def value(self, value: Any) -> Any:
        if type(value) is Text:
            if self.before and (found := self.before.search(value.source)):
                self.is_past(found[0], place_in(value, found.start()))
            return self.text(value) if "{{" in value.source else value
        if type(value) is tuple:
            changed = tuple(map(self.value, value))
            return changed if any(new is not old for new, old in zip(changed, value, strict=True)) else value
        if isinstance(value, msgspec.Struct):
            return self.node(value)
        return value

    def node(self, node: Any) -> Any:
        cls = type(node)
        changed: dict[str, Any] = {}
        for name in cls.__struct_fields__:
            old = getattr(node, name)
            if name != "origin" and (new := self.value(old)) is not old:
                changed[name] = new
        self.ids(cls, partial(getattr, node), getattr(node, "origin", None))
        if isinstance(node, Chart):
            if not (node.last or node.years):
                changed["last"] = self.last_year(node)
            self.chart(msgspec.structs.replace(node, **changed))
        return msgspec.structs.replace(node, **changed) if changed else node

    def remnant(self, remnant: Remnant) -> None:
        for value in remnant.values.values():
            self.value(value)
        self.ids(remnant.kind, remnant.values.get, remnant.origin)

    def ids(self, cls: type, value_of: Callable[[str], Any], origin: Origin) -> None:
        """Those that fields of a Struct hold. value_of: the value of a field by its name."""
        for name in getattr(cls, "SERIES", ()):
            if (id := value_of(name)) is not None:
                self.figures.series(id, getattr(id, "origin", origin), self.report)
        for name in getattr(cls, "FIGURES", ()):
            if id := value_of(name):
                place = getattr(id, "origin", origin)
                figure = self.figures.figure(id, place, self.report)
                if figure is not None and figure.provenance.status == "provisional":
                    self.uses[Use(figure.id, place, figure.origin)] = None

    def last_year(self, chart: Chart) -> str:
        """The latest year up to the brochure's that a series of the chart has a value for; "" if there is none."""
        limit = wording.parse_year(self.year)
        series = [found for entry in chart.series if (found := self.figures.runs.get(entry.id))]
        years = [datum.year for found in series for datum in found.data if limit is None or datum.year <= limit]
        if years and limit is not None and max(years) < limit:
            ends = wording.short_year(max(years))
            self.report.info(chart.origin, f"this chart has no value for {self.year} yet; it ends with {ends}")
        return str(max(years)) if years else ""

    def chart(self, chart: Chart) -> None:
        """Its years are years, and there is something to draw."""
        for year in (chart.first, chart.last, *chart.years, *chart.highlight, *chart.about):
            place = getattr(year, "origin", chart.origin)
            if self.before and self.before.fullmatch(year):
                self.is_past(year, place)
            if year and wording.parse_year(year) is None:
                self.report.error(place, f'"{year}" is no year', "write 平26, 令元, R5 or 2014")
        for entry in chart.series:
            series = self.figures.runs.get(entry.id)
            if series is None:  # told where the entry was looked at
                continue
            data = shown(series, chart.first, chart.last, chart.years)
            if not data:
                self.report.error(entry.origin, f'"{entry.id}" has no value in the years of this chart')
            missing = {wording.parse_year(year) for year in chart.years} - {datum.year for datum in data} - {None}
            for year in sorted(missing):
                self.report.error(entry.origin, f'"{entry.id}" has no value for {wording.short_year(year)}')
            for datum in data:
                if datum.status == "provisional":
                    self.uses[Use(point(series, datum).id, entry.origin, datum.origin)] = None

    def is_past(self, year: str, place: Origin) -> None:
        self.report.info(place, f"{year} is the year before {self.year}: is this still so?")

    def text(self, text: Text) -> Text:
        found = UNCLOSED.search(text.source)
        if found:
            self.report.error(place_in(text, found.start()), 'braces "{{" are not closed', 'end with "}}"')
        return Text(BRACES.sub(lambda match: self.worded(match, text), text.source), text.origin)

    def worded(self, match: re.Match[str], text: Text) -> str:
        if len(match[1]) % 2:  # \{{ is not ours
            return match[0]
        try:
            words, amount = express(match[2], self.figures.amount)
        except ExpressionError as error:
            self.report.error(place_in(text, match.start(2) + error.offset), error.message, error.hint)
            return match[0]
        for id in amount.used if amount else ():
            figure = self.figures.figure(id)
            if figure is not None and figure.provenance.status == "provisional":
                self.uses[Use(figure.id, place_in(text, match.start(2)), figure.origin)] = None
        return match[1] + words
