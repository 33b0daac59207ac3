"""What departments are asked for: a row for each figure that is due in the edition's year.

In: Figures and a fiscal year. Out: Asked rows, in the order of the files. A value that is worked out by a formula is
not asked for; nor is a year of a series that was not opened, nor a figure that has ended.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from report.figures.entries import NONE, FigureEntry, PointEntry, SeriesEntry
from report.figures.format import as_of_date, decimals, fiscal_year, parse_date, parse_year, wareki, year_of_date
from report.figures.model import Figures
from report.figures.overview import overview

Need = Literal["必須", "回答済", "任意"]  # the year awaits a value; has one; has none and need not
NO_DEPARTMENT = "担当課未設定"
SHOWN_YEARS = 3


class Given(NamedTuple):
    """A year's value as it stands, or as it was filled in. number: None: there is none. as_of: an ISO date.

    status: one of figures.model.Status, or "none" where the department says that the year has no value.
    """

    number: float | None = None
    approximate: bool = False
    as_of: str = ""
    source: str = ""
    status: str = ""
    note: str = ""


class Asked(NamedTuple):
    """past: values of earlier years, the last one last. before, when: the value that stands for "last time", and of
    when it is, in words. given: the year's value so far; of an open year, the date that is expected. expected: that
    date, where the figure has one of its own for every year."""

    id: str
    department: str
    need: Need
    name: str
    definition: str
    unit: str
    past: tuple[tuple[int, float], ...]
    before: float | None
    when: str
    given: Given
    expected: str = ""

    @property
    def decimals(self) -> int:
        known = [value for _, value in self.past] + [each for each in (self.before, self.given.number) if each]
        return max(map(decimals, known), default=0)

    @property
    def is_open(self) -> bool:
        return self.need == "必須" and self.given.number is None

    @property
    def is_provisional(self) -> bool:
        return self.given.number is not None and self.given.status == "provisional"


class Stale(NamedTuple):
    """A figure that nobody is asked for, and whose last value is of an earlier year: `when`, in words."""

    id: str
    department: str
    name: str
    when: str


def asked(figures: Figures, year: int) -> tuple[Asked, ...]:
    """The rows of all departments."""
    rows = (_row(id, entry, figures, year) for id, entry in figures.entries.items())
    return tuple(row for row in rows if row)


def by_department(rows: tuple[Asked, ...]) -> dict[str, tuple[Asked, ...]]:
    """In the order in which departments first come; within one, what is awaited first."""
    found: dict[str, list[Asked]] = {}
    for row in rows:
        found.setdefault(row.department, []).append(row)
    order = ("必須", "回答済", "任意")
    return {name: tuple(sorted(each, key=lambda row: order.index(row.need))) for name, each in found.items()}


def stale(figures: Figures, year: int) -> tuple[Stale, ...]:
    """Those of which the year is neither known nor open. A value that is worked out is as old as what it is made of."""
    found = []
    for id, entry in figures.entries.items():
        if getattr(entry, "formula", None) is not None or year in figures.awaited.get(id, {}):
            continue
        known = overview(figures, id, year)
        if known.stale and known.latest and known.latest.year is not None:
            when = fiscal_year(known.latest.year)
            found.append(Stale(id, entry.department or NO_DEPARTMENT, _name(id, entry), when))
    return tuple(found)


def _row(id: str, entry: FigureEntry | SeriesEntry, figures: Figures, year: int) -> Asked | None:
    if isinstance(entry, FigureEntry) and not entry.values:
        return _single(id, entry, figures) if entry.formula is None and not entry.ended else None
    series = figures.runs.get(id) or figures.yearly.get(id)
    point, empty = figures.points.get(id, {}).get(year), _without_value(id, figures, year)
    if not (empty or (series and point and point.formula is None)):
        return None
    data = series.data if series else ()
    past = tuple((each.year, each.value) for each in data if each.year < year and not each.planned)
    datum = next((each for each in data if each.year == year), None)
    date = parse_date(as_of_date(entry.as_of, year))
    expected = date.isoformat() if date and year_of_date(date) == year else ""
    given = Given(as_of=expected)
    if empty:
        status = NONE if empty.status == NONE else ""
        given = given._replace(source=empty.source, status=status, note=empty.note)
    elif datum and point:
        as_of, source = datum.as_of or expected, point.source or entry.source
        given = Given(datum.value, datum.approximate, as_of, source, datum.status, point.note)
    due = given.status != NONE and (datum is None or datum.planned or datum.status == "provisional")
    last = past[-1] if past else None
    return Asked(
        id=id,
        department=entry.department or NO_DEPARTMENT,
        need="必須" if due else "回答済",
        name=_name(id, entry),
        definition=entry.definition if isinstance(entry, SeriesEntry) else "",
        unit=entry.unit,
        past=past,
        before=last[1] if last else getattr(entry, "value", None),
        when=fiscal_year(last[0]) if last else "",
        given=given,
        expected=expected,
    )


def _without_value(id: str, figures: Figures, year: int) -> PointEntry | None:
    """What is written of a year that is open, or has no value."""
    return figures.awaited.get(id, {}).get(year) or figures.without.get(id, {}).get(year)


def _single(id: str, entry: FigureEntry, figures: Figures) -> Asked | None:
    """A value without years: shown, and filled in only where it has changed."""
    figure = figures.singles.get(id)
    if figure is None:
        return None
    date = parse_date(entry.as_of)
    when = wareki(date) if date else fiscal_year(known) if (known := parse_year(entry.as_of)) else ""
    return Asked(
        id=id,
        department=entry.department or NO_DEPARTMENT,
        need="任意",
        name=_name(id, entry),
        definition="",
        unit=figure.unit,
        past=(),
        before=figure.value,
        when=when,
        given=Given(),
    )


def _name(id: str, entry: FigureEntry | SeriesEntry) -> str:
    """A single figure has no other name than its definition."""
    return (entry.name if isinstance(entry, SeriesEntry) else "") or entry.definition or id
