"""Entries of the figures' files become figures.

In: a folder of YAML files (figures.entries) and of the CSV files they name. Out: `Figures`.
Told to the Report: an id or a year given twice, a bad date, a formula that names what is not there or runs in a circle.
"""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

from report.cache import NOTHING, Cache
from report.figures import format as wording
from report.figures.entries import FigureEntry, FiguresFile, PointEntry, SeriesEntry, read_table
from report.figures.expressions import ExpressionError, evaluate, is_figure
from report.figures.model import Amount, Datum, Figure, Figures, Series, split_year
from report.messages import Origin, Report, did_you_mean, message
from report.source import Written, read
from report.source.folder import Folder


def load_figures(path: Path, report: Report, cache: Cache = NOTHING) -> Figures:
    """Every `*.yaml` of the folder, in the order of names."""
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
                    report.error(_place(id, entry), message("figure-twice", id=id, place=places[id]))
                    continue
                places[id] = _place(id, entry)
                kept[id] = entry
                _check_entry(id, entry, report)
    return _Assembly(singles, runs, folder, report).figures()


def _check_entry(id: str, entry: FigureEntry | SeriesEntry, report: Report) -> None:
    if entry.as_of and not wording.is_as_of(entry.as_of):
        report.error(_place(entry.as_of, entry), message("as-of-wrong", date=entry.as_of))
    if split_year(id)[1] is not None:
        report.error(_place(id, entry), message("id-like-a-year", id=id))
    for key in ("name", "unit"):  # drawn in charts, which break no lines
        if "\n" in (word := getattr(entry, key, "")):
            report.error(_place(word, entry), message("more-than-one-line", key=key, id=id))


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
        self.done: dict[tuple[str, int | None], Amount | None] = {}
        self.open: list[tuple[str, int | None]] = []
        for id, entry in runs.items():
            self.points[id] = self.years(id, read_table(entry, folder, report) if entry.csv else entry.data)

    def figures(self) -> Figures:
        singles: dict[str, Figure] = {}
        runs: dict[str, Series] = {}
        for id, entry in self.singles.items():
            amount = self.amount(id, None, entry)
            if amount is not None:
                singles[id] = Figure(
                    id=id,
                    value=amount.value,
                    unit=amount.unit,
                    status=amount.status,
                    origin=entry.origin,
                    approximate=amount.approximate,
                    as_of=entry.as_of,
                )
        for id, entry in self.runs.items():
            data = []
            for year, given in sorted(self.points[id].items()):
                amount = self.amount(id, year, given)
                if amount is not None:
                    data.append(_datum(year, given, amount))
            self.holes(id, [datum.year for datum in data])
            runs[id] = Series(
                id=id,
                name=entry.name,
                unit=entry.unit,
                data=tuple(data),
                origin=entry.origin,
                as_of=entry.as_of,
            )
        return Figures(singles=singles, runs=runs)

    def holes(self, id: str, years: list[int]) -> None:
        """A remark where a yearly series lacks a year or two; one that is wider spaced means it."""
        steps = [later - earlier for earlier, later in pairwise(years)]
        if steps.count(1) > len(steps) / 2:
            missing = sorted({*range(years[0], years[-1])} - {*years})
            for year in missing:
                gap = message("series-gap", id=id, year=wording.short_year(year))
                self.report.info(self.runs[id].origin, gap)

    def years(self, id: str, data: dict[str, PointEntry]) -> dict[int, PointEntry]:
        found: dict[int, PointEntry] = {}
        for name, given in data.items():
            year = wording.parse_year(name)
            if given is None:
                continue
            if year is None:
                self.report.error(_place(name, given), message("year-wrong", year=name))
            elif year in found:
                self.report.error(_place(name, given), message("year-of-series-twice", year=name, id=id))
            else:
                found[year] = given
        if not data and not self.runs[id].csv:
            self.report.error(self.runs[id].origin, message("series-empty", id=id))
        return found

    def amount(self, id: str, year: int | None, entry: FigureEntry | PointEntry) -> Amount | None:
        """The worked-out value of an entry, or None after an error."""
        key = (id, year)
        if key in self.done:
            return self.done[key]
        run = self.runs[id] if year is not None else None
        unit = run.unit if run else entry.unit
        stated = entry.status or (run.status if run else None)
        as_of = wording.as_of_date(run.as_of, year) if run else entry.as_of
        found: Amount | None = None
        if (entry.value is None) == (entry.formula is None):
            self.report.error(entry.origin, message("value-or-formula", id=id))
        elif entry.value is not None:
            found = Amount(entry.value, unit, bool(entry.approximate), stated or "published", as_of, (id,))
        else:
            worked = self.work_out(key, entry.formula)
            if worked is not None:
                value = _rounded(worked.value, entry.round)
                if not is_figure(value):
                    step = wording.number(entry.round)
                    self.report.error(entry.formula.origin, message("formula-unroundable", id=id, step=step))
                    value = 0.0
                about = worked.approximate if entry.approximate is None else entry.approximate
                status = entry.status or worked.status
                found = Amount(value, unit or worked.unit, about, status if status != "published" else "derived", as_of)
        self.done[key] = found
        return found

    def work_out(self, key: tuple[str, int | None], formula: Written) -> Amount | None:
        if key in self.open:
            self.report.error(formula.origin, message("formula-circular", id=key[0]))
            return None
        self.open.append(key)
        try:
            return evaluate(formula.text, self.lookup)
        except ExpressionError as error:
            if error.message:
                self.report.error(formula.place(error.offset), error.message, error.hint)
            return None
        finally:
            self.open.pop()

    def lookup(self, id: str) -> Amount:
        run, year = split_year(id)
        entry = self.singles.get(id) or (self.points.get(run, {}).get(year) if year is not None else None)
        if entry is None:
            raise KeyError(did_you_mean(run, (*self.singles, *self.runs)))
        amount = self.amount(id, None, entry) if id in self.singles else self.amount(run, year, entry)
        if amount is None:
            raise ExpressionError(0, None)  # reported already, where the mistake is
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
    )


def _place(name: str, given: FigureEntry | SeriesEntry | PointEntry) -> Origin:
    return getattr(name, "origin", given.origin)
