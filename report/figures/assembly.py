"""Entries of the figures' files become figures.

In: a folder of YAML files (figures.entries) and of the CSV files they name. Out: `Figures`.
Told to the Report: an id or a year given twice, a bad date, a formula that names what is not there or runs in a circle.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from report.cache import NOTHING, Cache
from report.figures import format as wording
from report.figures.arithmetic import Years
from report.figures.checks import check_entry, place_of
from report.figures.entries import NONE, OPEN, FigureEntry, FiguresFile, PointEntry, SeriesEntry
from report.figures.expressions import ExpressionError, evaluate, is_figure, names
from report.figures.functions import WORDS
from report.figures.model import Amount, Datum, Figure, Figures, Series, split_year, years_hint
from report.figures.tables import read_table
from report.messages import Origin, Report, did_you_mean, message
from report.source import read
from report.source.folder import Folder


def load_figures(path: Path, report: Report, cache: Cache = NOTHING, year: int | None = None) -> Figures:
    """Every `*.yaml` of the folder, in the order of names. year: of the edition; None: the last one of each figure."""
    folder = Folder(path, report)
    if not path.is_dir():
        report.error(Origin(str(path)), message("figures-missing"))
    singles: dict[str, FigureEntry] = {}
    runs: dict[str, SeriesEntry] = {}
    places: dict[str, Origin] = {}
    for each in folder.files(".yaml"):
        file = read(each, FiguresFile, report, cache=cache)
        if file is None:
            continue
        for table, kept in ((file.figures, singles), (file.series, runs)):
            for id, entry in table.items():
                if entry is None:
                    continue
                if id in places:
                    report.error(place_of(id, entry), message("figure-twice", id=id, place=places[id]))
                    continue
                places[id] = place_of(id, entry)
                kept[id] = entry
                check_entry(id, entry, report)
    several = {*runs, *(id for id, entry in singles.items() if entry.values)}
    for id, entry in (*singles.items(), *runs.items()):
        run, _, word = id.rpartition(".")
        if word in WORDS and run in several:
            report.error(place_of(id, entry), message("id-like-a-word", id=id, run=run))
    return _Assembly(singles, runs, folder, report).figures(year)


Key = tuple[str, int | None]  # of a single value, or of a year of a series


class _Step(NamedTuple):
    """An entry to be worked out. needs: what its formula names, one after another."""

    entry: FigureEntry | PointEntry
    needs: Iterator[Key]


class _Assembly:
    """Entries become figures; formulas are worked out in the order they need one another."""

    def __init__(
        self,
        singles: dict[str, FigureEntry],
        runs: dict[str, SeriesEntry],
        folder: Folder,
        report: Report,
    ):
        self.singles, self.runs, self.report = singles, runs, report
        self.points: dict[str, dict[int, PointEntry]] = {}
        self.awaited: dict[str, dict[int, PointEntry]] = {}  # years that are open
        self.without: dict[str, dict[int, PointEntry]] = {}  # years that have no value, as was answered
        self.done: dict[Key, Amount | None] = {}
        self.edition: int | None = None
        self.chosen: dict[str, int] = {}  # of a figure with values: the year that counts
        for id, run in runs.items():
            self.points[id] = self.years(id, run, read_table(run, folder, report) if run.csv else run.data)
        for id, single in singles.items():
            if single.values:
                self.points[id] = self.years(id, single, single.values)

    def figures(self, edition: int | None) -> Figures:
        self.edition = edition
        for id in self.singles.keys() & self.points.keys():
            self.choose(id, edition)
        yearly = {id: self.series(id, self.singles[id]) for id in self.chosen}
        found = {id: (self.amount(id, None, entry), entry) for id, entry in self.singles.items()}
        singles = {id: self.single(id, amount, entry) for id, (amount, entry) in found.items() if amount}
        runs = {id: self.series(id, entry) for id, entry in self.runs.items()}
        for id, run in runs.items():
            self.holes(id, [datum.year for datum in run.data])
        entries = {**self.singles, **self.runs}
        return Figures(
            singles=singles, runs=runs, yearly=yearly, entries=entries, points=self.points, awaited=self.awaited,
            without=self.without,
        )  # fmt: skip

    def choose(self, id: str, edition: int | None) -> None:
        """The year of a figure that counts in an edition."""
        points, entry = self.points[id], self.singles[id]
        if known := self.until(id):
            self.chosen[id] = known[-1]
        elif points and edition and entry.value is None:
            late = message("values-all-later", id=id, year=wording.fiscal_year(edition))
            self.report.error(entry.origin, late)

    def until(self, id: str) -> list[int]:
        """The years of a figure or a series up to the edition's, without planned ones."""
        last, points = self.edition, self.points.get(id, {})
        return sorted(year for year, given in points.items() if not given.planned and (not last or year <= last))

    def single(self, id: str, amount: Amount, entry: FigureEntry) -> Figure:
        year = self.chosen.get(id)
        return Figure(
            id=id,
            value=amount.value,
            unit=amount.unit,
            status=amount.status,
            origin=entry.origin if year is None else self.points[id][year].origin,
            approximate=amount.approximate,
            as_of=entry.as_of if year is None else _as_of(self.points[id][year], entry, year) or str(year),
            year=year,
            level=amount.level,
        )

    def series(self, id: str, entry: FigureEntry | SeriesEntry) -> Series:
        given = sorted(self.points[id].items())
        data = ((year, each, self.amount(id, year, each)) for year, each in given)
        return Series(
            id=id,
            name=getattr(entry, "name", ""),
            unit=entry.unit,
            data=tuple(_datum(year, each, amount) for year, each, amount in data if amount),
            origin=entry.origin,
            as_of=entry.as_of,
        )

    def holes(self, id: str, years: list[int]) -> None:
        """A remark where a yearly series lacks a year or two; one that is wider spaced means it."""
        steps = [later - earlier for earlier, later in pairwise(years)]
        if steps.count(1) > len(steps) / 2:
            missing = sorted({*range(years[0], years[-1])} - {*years})
            for year in missing:
                gap = message("series-gap", id=id, year=wording.short_year(year))
                self.report.info(self.runs[id].origin, gap)

    def years(self, id: str, entry: FigureEntry | SeriesEntry, data: dict[str, PointEntry]) -> dict[int, PointEntry]:
        found: dict[int, PointEntry] = {}
        for name, given in data.items():
            year = wording.parse_year(name)
            if given is None:
                continue
            if year is None:
                is_rest = name.isdecimal() and given.value is None and given.formula is None  # of 令3: 1,234
                hint = message("no-commas") if is_rest else None
                self.report.error(place_of(name, given), message("year-wrong", year=name), hint)
            elif year in found or year in self.awaited.get(id, ()) or year in self.without.get(id, ()):
                self.report.error(place_of(name, given), message("year-of-series-twice", year=name, id=id))
            elif given.status in (OPEN, NONE) and given.value is None and given.formula is None:
                table = self.awaited if given.status == OPEN else self.without
                table.setdefault(id, {})[year] = given
            else:
                if given.status in (OPEN, NONE):
                    self.report.error(given.origin, message("open-with-value", id=id, year=wording.short_year(year)))
                if given.as_of and (wording.MONTH_DAY.fullmatch(given.as_of) or not wording.is_as_of(given.as_of)):
                    self.report.error(place_of(given.as_of, given), message("date-wrong", date=given.as_of))
                found[year] = given
        if not data and not getattr(entry, "csv", ""):
            self.report.error(entry.origin, message("series-empty", id=id))
        return found

    def amount(self, id: str, year: int | None, entry: FigureEntry | PointEntry) -> Amount | None:
        """The worked-out value of an entry, or None after an error. What its formula needs is worked out before it, and
        so on: a chain of any length takes no depth."""
        path = {(id, year): self.step((id, year), entry)}  # each needs the next
        while path:
            key, step = next(reversed(path.items()))
            needed = next(step.needs, None) if key not in self.done else None
            if needed is None:
                if key not in self.done:
                    self.done[key] = self.worked_out(key, step.entry)
                del path[key]
            elif needed in path:
                circular = path[needed].entry.formula
                self.report.error(circular and circular.origin, message("formula-circular", id=needed[0]))
                self.done[needed] = None
            elif needed not in self.done:
                path[needed] = self.step(needed, self.find(*needed))
        return self.done[id, year]

    def step(self, key: Key, entry: FigureEntry | PointEntry) -> _Step:
        if key[1] is None and key[0] in self.chosen:
            return _Step(entry, iter([(key[0], self.chosen[key[0]])]))
        is_formula = entry.formula is not None and entry.value is None
        named = names(entry.formula.text) if is_formula else ()
        return _Step(entry, (needed for id, whole in named for needed in self.keys(id, whole, key[1])))

    def keys(self, id: str, whole: bool, of: int | None) -> Iterator[Key]:
        """Of what a name of a formula needs: a value, all years of a series, or both. of: the year of the formula."""
        key = self.key(id, of)
        if key:
            yield key
        stem, _, word = id.rpartition(".")
        run = stem if not key and word in WORDS else id if whole else ""
        yield from ((run, year) for year in self.until(run))

    def key(self, id: str, of: int | None = None) -> Key | None:
        """Of what an expression names; None if there is no such thing. of: the year of the formula that names it: a
        figure with values is meant as it was then, whatever the edition."""
        if id not in self.singles:
            key: Key = split_year(id)
            return key if self.find(*key) else None
        points = self.points.get(id, {})
        then = [year for year, given in points.items() if of and year <= of and not given.planned]
        return (id, max(then)) if then else (id, None)

    def find(self, id: str, year: int | None) -> FigureEntry | PointEntry | None:
        return self.singles.get(id) if year is None else self.points.get(id, {}).get(year)

    def worked_out(self, key: Key, entry: FigureEntry | PointEntry) -> Amount | None:
        """The value of an entry whose formula needs only what is done."""
        id, year = key
        whole = self.runs.get(id) or self.singles[id]
        unit, stated, as_of = whole.unit, entry.status or whole.status, _as_of(entry, whole, year)
        about = entry.approximate if entry.approximate is not None else getattr(whole, "approximate", None)
        if year is None and id in self.points:
            chosen = self.done[id, self.chosen[id]] if id in self.chosen else None
            if entry.formula is not None:
                self.report.error(entry.origin, message("values-and-value", id=id))
            if chosen or entry.value is None:
                return chosen
        used = (id if year is None else f"{id}[{year}]",)
        if (entry.value is None) == (entry.formula is None):
            named = id if year is None else f"{id}[{wording.short_year(year)}]"
            self.report.error(entry.origin, message("value-or-formula", id=named))
            return None
        if entry.value is not None:
            return Amount(entry.value, unit, bool(about), stated or "published", as_of, used, year)
        assert entry.formula
        try:
            worked = evaluate(entry.formula.text, lambda id: self.lookup(id, year))
        except ExpressionError as error:
            if error.message:
                self.report.error(entry.formula.place(error.offset), error.message, error.hint)
            return None
        value = _rounded(worked.value, entry.round)
        if not is_figure(value):
            step = wording.number(entry.round)
            self.report.error(entry.formula.origin, message("formula-unroundable", id=id, step=step))
            value = 0.0
        about = worked.approximate if about is None else about
        status = entry.status or worked.status
        status = "derived" if status == "published" else status
        return Amount(value, unit or worked.unit, about, status, as_of, used, year, worked.level)

    def lookup(self, id: str, of: int | None) -> Amount | Years:
        key = self.key(id, of)
        amount = self.done.get(key) if key else None
        if key in self.done and not amount:
            raise ExpressionError(0, None)  # reported already, where the mistake is
        if id in self.points:
            years = self.until(id)
            data = tuple(each for year in years if (each := self.done.get((id, year))))
            hint = years_hint(id, sorted(self.points[id]))
            return Years(id, data if len(data) == len(years) else None, hint, amount)
        if amount is None:
            raise KeyError(lambda: did_you_mean(split_year(id)[0], (*self.singles, *self.runs)))
        return amount


def _rounded(value: float, step: float) -> float:
    """To a multiple of `step` (0: as it is); nan where a float cannot hold it."""
    try:
        return round(value / step) * step if step else value
    except (OverflowError, ValueError):
        return math.nan


def _datum(year: int, given: PointEntry, amount: Amount) -> Datum:
    return Datum(
        year=year,
        value=amount.value,
        status=amount.status,
        origin=given.origin,
        approximate=amount.approximate,
        planned=given.planned,
        as_of=given.as_of,
    )


def _as_of(given: FigureEntry | PointEntry, whole: FigureEntry | SeriesEntry, year: int | None = None) -> str:
    return given.as_of or wording.as_of_date(whole.as_of, year)
