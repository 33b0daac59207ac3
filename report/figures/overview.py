"""What is known of each figure and series, for who looks after them: values by year, and what is due.

In: the Figures, and the fiscal year of the brochure. Out: an Overview of an id, plain values that JSON takes as they
are. Stale is what is no longer of that year: a series or figure whose newest value is older, unless its years lie
regularly apart and the next is yet to come; a single value whose date is; a planned value whose year has come.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from report.figures.entries import NONE, FigureEntry, PointEntry, SeriesEntry
from report.figures.format import parse_date, parse_year, year_of_date
from report.figures.model import Datum, Figures, point
from report.figures.roll import due

Due = Literal["newest", "date", "plan"]


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """Of a year, or of a single figure. value: None where the year is open, or its formula came to nothing."""

    year: int | None
    value: float | None
    status: str
    approximate: bool = False
    planned: bool = False
    open: bool = False
    as_of: str = ""
    formula: str = ""
    source: str = ""
    note: str = ""


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """stale: why it is. next: the year that is due next, of what is asked for every few years."""

    id: str
    name: str
    unit: str
    definition: str
    department: str
    source: str
    note: str
    as_of: str
    ended: bool
    values: tuple[Value, ...]
    stale: tuple[Due, ...]
    next: int | None = None

    @property
    def provisional(self) -> bool:
        return any(value.status == "provisional" for value in self.values)

    @property
    def open(self) -> bool:
        return any(value.open for value in self.values)

    @property
    def latest(self) -> Value | None:
        """The newest that is no plan."""
        known = [value for value in self.values if value.value is not None and not value.planned]
        return known[-1] if known else None


def overview(figures: Figures, id: str, year: int) -> Overview:
    """id: of an entry."""
    entry = figures.entries[id]
    values = _values(figures, id, entry)
    told = (value for value in values if not (value.planned or value.open or value.status == NONE))
    known = [value.year for value in told if value.year is not None]
    next_, stale = due(known), tuple(_stale(values, known, year, due(known)))
    if _is_single(entry):
        stale = ("date",) if known and known[-1] < year else ()
    return Overview(
        id=str(id),
        name=str(getattr(entry, "name", "")),
        unit=str(single.unit if (single := figures.singles.get(id)) else entry.unit),
        definition=str(entry.definition),
        department=str(entry.department),
        source=str(entry.source),
        note=str(entry.note),
        as_of=str(entry.as_of),
        ended=entry.ended,
        values=values,
        stale=() if entry.ended or year in figures.without.get(id, {}) else stale,
        next=next_ if next_ and next_ > max(year, known[-1] + 1) else None,
    )


def _is_single(entry: FigureEntry | SeriesEntry) -> bool:
    """Whether it has one value, without years."""
    return isinstance(entry, FigureEntry) and not entry.values


def _values(figures: Figures, id: str, entry: FigureEntry | SeriesEntry) -> tuple[Value, ...]:
    series = figures.runs.get(id) or figures.yearly.get(id)
    if _is_single(entry):
        single = figures.singles.get(id)
        formula = str(entry.formula.text) if entry.formula else ""
        found = single and (single.value, single.status, single.approximate)
        value, status, about = found or (None, entry.status or "", False)
        as_of, source, note = map(str, (entry.as_of, entry.source, entry.note))
        return (
            Value(
                year=_year(as_of), value=value, status=status, approximate=about, as_of=as_of, formula=formula,
                source=source, note=note,
            ),
        )  # fmt: skip
    data = {datum.year: datum for datum in series.data} if series else {}
    given = figures.points.get(id, {}) | figures.awaited.get(id, {}) | figures.without.get(id, {})
    made = []
    for year, each in sorted(given.items()):
        datum = data.get(year)
        as_of = point(series, datum).as_of if series and datum else each.as_of
        made.append(_value(year, each, datum, as_of, is_open=year in figures.awaited.get(id, {})))
    return tuple(made)


def _value(year: int, given: PointEntry, datum: Datum | None, as_of: str, is_open: bool) -> Value:
    return Value(
        year=year,
        value=datum.value if datum else None,
        status=datum.status if datum else str(given.status or ""),
        approximate=bool(datum and datum.approximate),
        planned=given.planned,
        open=is_open,
        as_of=str(as_of),
        formula=str(given.formula.text) if given.formula else "",
        source=str(given.source),
        note=str(given.note),
    )


def _year(as_of: str) -> int | None:
    date = parse_date(as_of)
    return year_of_date(date) if date else parse_year(as_of)


def _stale(values: tuple[Value, ...], known: list[int], year: int, next_: int | None) -> Iterator[Due]:
    """Of what has years. known: those whose value is no plan."""
    if known[-1:] < [year] and not (next_ and next_ > year):
        yield "newest"
    if any(value.planned and value.year is not None and value.year <= year for value in values):
        yield "plan"
