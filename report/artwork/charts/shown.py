"""What a chart shows: the years and values that the author's chart and the stored series come to.

In: a Chart (content) and the series by id (figures). Out: `Shown`, a table of rows and years, or a Failure that names
every mistake at its place: an unknown series or year, a key the kind does not know, a negative value, nothing to show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from report.content.blocks.chart import KINDS, Chart, ChartSeries
from report.content.markup import parse
from report.diagnostics import Origin, Report, did_you_mean
from report.figures.format import number, parse_year
from report.figures.model import Datum, Series
from report.source import Text

FEWEST_FOR_THIRDS = 6  # steps along a line that has no turn


class Row(msgspec.Struct, frozen=True):
    """One series: a datum for each shown year, None where the series has none."""

    given: ChartSeries
    name: str
    unit: str
    data: tuple[Datum | None, ...]

    @property
    def values(self) -> tuple[float, ...]:
        """The values there are."""
        return tuple(datum.value for datum in self.data if datum)

    def role(self, auto: str, line: bool = False) -> str:
        """The role of the row's ink: as the author says, else `auto`. Thin lines take the darker counter colour."""
        colour = self.given.colour
        if colour == "auto":
            return auto
        return "counter-dark" if line and colour == "counter" else colour

    def known(self) -> list[tuple[int, Datum]]:
        return [(i, datum) for i, datum in enumerate(self.data) if datum]


class Shown(msgspec.Struct, frozen=True):
    """highlight, about: indices into `years`. about: years whose values are worded with 約."""

    chart: Chart
    years: tuple[int, ...]
    rows: tuple[Row, ...]
    highlight: frozenset[int]
    about: frozenset[int]

    @property
    def provisional(self) -> bool:
        return any(datum.status == "provisional" for row in self.rows for datum in row.data if datum)

    def total(self, index: int) -> float:
        return sum(datum.value for datum in self._of(index))

    def provisional_in(self, index: int) -> bool:
        """Whether a value of that year is one that nobody published."""
        return any(datum.status == "provisional" for datum in self._of(index))

    def planned(self, index: int) -> bool:
        """Whether a value of that year is yet to come."""
        return any(datum.planned for datum in self._of(index))

    def _of(self, index: int) -> list[Datum]:
        return [datum for datum in (row.data[index] for row in self.rows) if datum]

    def approximate(self, index: int, datum: Datum) -> bool:
        """Worded with 約: as the author says, or else as the figure is stored."""
        return index in self.about if self.chart.about else datum.approximate


def shown(chart: Chart, series: Mapping[str, Series]) -> Shown:
    """The table behind a chart. Failure with all that is wrong in it."""
    report = Report()
    found = []
    for given in chart.series:
        if given.id in series:
            found.append((given, series[given.id]))
        else:
            place = getattr(given.id, "origin", given.origin)
            report.error(place, f'no series is called "{given.id}"', did_you_mean(given.id, series))
    report.check()
    _check_kind(chart, report)
    _check_words(chart, report)
    years = _years(chart, [stored for _, stored in found], report)
    rows = tuple(_row(given, stored, years, chart, report) for given, stored in found)
    highlight = _indices(chart.highlight, years, chart.origin, report)
    about = _indices(chart.about, years, chart.origin, report)
    for row in rows:
        if years and not row.values:
            report.error(row.given.origin, f'"{row.name}" has no value in the years the chart shows')
    report.check()
    return Shown(chart, years, rows, highlight or frozenset((len(years) - 1,)), about)


def _check_kind(chart: Chart, report: Report) -> None:
    """As many series as the kind shows, and no key that means nothing to it."""
    count, kind = len(chart.series), KINDS[chart.kind]
    if not kind.fewest <= count <= kind.most:
        limit = f"at least {kind.fewest}" if count < kind.fewest else f"at most {kind.most}"
        wanted = str(kind.fewest) if kind.fewest == kind.most else limit
        report.error(chart.origin, f"a chart of the kind {chart.kind} takes {wanted} series, not {count}")
    for key, place in _keys(chart):
        if key not in kind.keys:
            takers = ", ".join(name for name, each in KINDS.items() if key in each.keys)
            hint = f"charts that know it: {takers}; take it away, or change the kind"
            report.error(place, f'"{key}" means nothing to a chart of the kind {chart.kind}', hint)
    drawn = [given.as_ for given in chart.series if given.as_]
    if len(set(drawn)) < len(drawn) and "as" in kind.keys:
        report.error(chart.series[-1].origin, f"two series are drawn as {drawn[0]}", "one is bars, the other line")
    if chart.years and (chart.first or chart.last):
        report.error(getattr(chart.years[0], "origin", chart.origin), "a chart has either years, or from and to")


def _keys(chart: Chart) -> Iterator[tuple[str, Origin]]:
    """The keys an author has given that only some kinds know, with their places."""
    if chart.labels != "all":
        yield "labels", chart.origin
    if chart.highlight:
        yield "highlight", getattr(chart.highlight[0], "origin", chart.origin)
    if chart.arrow:
        yield "arrow", chart.origin
    if chart.category is not None:
        yield "category", chart.category.origin
    for given in chart.series:
        if given.as_:
            yield "as", given.origin
        if given.colour != "auto":
            yield "colour", given.origin


def _check_words(chart: Chart, report: Report) -> None:
    """Mistakes in marks of words that are set here, or nowhere, and not by the panel."""
    own = (text for given in chart.series for text in (given.label, given.unit))
    for text in (chart.category, chart.alt, *own):
        if text is not None:
            parse(text, report)


def _years(chart: Chart, stored: list[Series], report: Report) -> tuple[int, ...]:
    known = sorted({datum.year for series in stored for datum in series.data})
    if chart.years:
        return tuple(year for year in (_year(text, known, chart, report) for text in chart.years) if year is not None)
    first = _year(chart.first, known, chart, report) if chart.first else None
    last = _year(chart.last, known, chart, report) if chart.last else None
    years = [year for year in known if (first is None or year >= first) and (last is None or year <= last)]
    if not years:
        report.error(chart.origin, f'"{words(chart.title)}" has no years to show', "look at from: and to:")
    return tuple(years)


def _year(text: str, known: list[int], chart: Chart, report: Report) -> int | None:
    place = getattr(text, "origin", chart.origin)
    year = parse_year(text)
    if year is None:
        report.error(place, f'"{text}" is not a year', 'write it like "平26", "令元" or "2014"')
    elif year not in known:
        report.error(place, f'no series of the chart has a value for "{text}"', f"years: {known[0]}–{known[-1]}")
        return None
    return year


def _row(given: ChartSeries, stored: Series, years: tuple[int, ...], chart: Chart, report: Report) -> Row:
    by_year = {datum.year: datum for datum in stored.data}
    data = tuple(by_year.get(year) for year in years)
    for datum in data:
        if datum and datum.value < 0:
            message = f'{stored.name or given.id}: {number(datum.value)} is negative, which "{chart.kind}" cannot show'
            report.error(datum.origin, message, "value axes start at 0; show such figures in a table")
    name = words(given.label) if given.label else stored.name
    unit = words(given.unit) if given.unit else stored.unit
    return Row(given, name.removesuffix(f"（{unit}）"), unit, data)  # a legend adds the unit where it is wanted


def words(text: Text) -> str:
    """An author's text as one plain line: a chart knows no inline marks and breaks no lines.

    (Mistakes in marks are told once, by `shown`.)
    """
    runs = [run.text for paragraph in parse(text, Report()) for run in paragraph]
    return "".join(runs).translate({0x200B: None, 0x2060: None, 0x0A: None})


def _indices(texts: tuple[str, ...], years: tuple[int, ...], origin: Origin, report: Report) -> frozenset[int]:
    made = set()
    for text in texts:
        year = parse_year(text)
        if year in years:
            made.add(years.index(year))
        else:
            report.error(getattr(text, "origin", origin), f'the chart does not show the year "{text}"')
    return frozenset(made)


def turning(values: list[float], prominence: float, thirds: bool = True) -> list[int]:
    """Indices of the points that tell a line's story: first, last, and where it turns.

    A peak or a valley counts when the line goes back by at least `prominence` of the range after it. A line that only
    rises or only falls turns nowhere; where it is alone, `thirds` stand in, so that a reader can measure along it.
    """
    last = len(values) - 1
    if last < 1:
        return [0] * (last + 1)
    least = prominence * (max(values) - min(values))
    found, extreme, way = [0], 0, 0
    for i, value in enumerate(values):
        back = (values[extreme] - value) * way
        if way and back > 0 and back >= least:
            found.append(extreme)
            extreme, way = i, -way
        elif way == 0 and value != values[0] and abs(value - values[0]) >= least:
            extreme, way = i, 1 if value > values[0] else -1
        elif way and back <= 0 and value != values[extreme]:
            extreme = i
    if thirds and len(found) == 1 and last >= FEWEST_FOR_THIRDS and way:
        found += [round(last / 3), round(last * 2 / 3)]
    return [*dict.fromkeys(found), last]
