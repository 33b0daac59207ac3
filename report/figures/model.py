"""The year's figures: single values, series, and single years of series, to look up.

Years are fiscal years of the western calendar (平成26年度 = 2014); figures.format words them. `Figures` is what
assembly.py makes of the files; the edition and the charts look their numbers up in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from report.figures import format as wording
from report.messages import Message, Origin, Report, did_you_mean, message, nearest
from report.source import Written

if TYPE_CHECKING:
    from report.figures.entries import FigureEntry, PointEntry, SeriesEntry

# Published: an office or the pamphlet says so; derived: computed from published ones; provisional: 仮の値.
Status = Literal["published", "derived", "provisional"]


class Amount(msgspec.Struct, frozen=True):
    """A number on its way through an expression. used: ids of the figures that went into it. year: of which it is.

    level: of a change, the newer of the two values; None: it is no change. digits: decimals it is worded with at most,
    exactly if `fixed`.
    """

    value: float
    unit: str = ""
    approximate: bool = False
    status: Status = "published"
    as_of: str = ""
    used: tuple[str, ...] = ()
    year: int | None = None
    level: float | None = None
    digits: int | None = None
    fixed: bool = False


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A single value. name: of the series that it is a year of. approximate: worded with 約.

    as_of: an ISO date or a fiscal year. year, level: of an Amount. planned: as of a Datum.
    """

    id: str
    name: str = ""
    value: float
    unit: str
    status: Status
    origin: Origin
    approximate: bool = False
    as_of: str = ""
    year: int | None = None
    level: float | None = None
    planned: bool = False

    def amount(self) -> Amount:
        about, status = self.approximate, self.status
        return Amount(self.value, self.unit, about, status, self.as_of, (self.id,), self.year, self.level)


class Datum(msgspec.Struct, frozen=True, kw_only=True):
    """planned: a value of a year to come. as_of: an ISO date, "": that of the series."""

    year: int
    value: float
    status: Status
    origin: Origin
    approximate: bool = False
    planned: bool = False
    as_of: str = ""


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """data: in the order of years, no year twice. as_of: as of a figure, or "MM-DD" of every fiscal year."""

    id: str
    name: str
    unit: str
    data: tuple[Datum, ...]
    origin: Origin
    as_of: str = ""


class Detail(NamedTuple):
    """What is known of a figure, a series or a year of one, beside its number."""

    definition: str = ""
    department: str = ""
    source: str = ""
    note: str = ""


class FigureRef(msgspec.Struct, frozen=True):
    """A single figure, or a year of a series ("nursery.waiting[令5]"), that content names by its id.

    found: once the brochure is resolved.
    """

    id: str
    origin: Origin
    found: Figure | None = None

    @classmethod
    def read(cls, written: Written, report: Report) -> FigureRef:
        return cls(written.text, written.origin)


class SeriesRef(msgspec.Struct, frozen=True):
    """A series that content names by its id. found: once the brochure is resolved."""

    id: str
    origin: Origin
    found: Series | None = None

    @classmethod
    def read(cls, written: Written, report: Report) -> SeriesRef:
        return cls(written.text, written.origin)


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of a brochure. yearly: the years of those singles that have several.

    entries: as they were written, in order. points: of those with years, each with a value or a formula; awaited: the
    years that are open; without: those that were answered, and have no value.
    """

    singles: dict[str, Figure]
    runs: dict[str, Series]
    yearly: dict[str, Series] = {}
    entries: dict[str, FigureEntry | SeriesEntry] = {}
    points: dict[str, dict[int, PointEntry]] = {}
    awaited: dict[str, dict[int, PointEntry]] = {}
    without: dict[str, dict[int, PointEntry]] = {}

    def detail(self, figure: Figure) -> Detail:
        """Of its series, and of its year."""
        run = figure.id if figure.id in self.entries else split_year(figure.id)[0]
        entry = self.entries[run]
        whole = Detail(entry.definition, entry.department, entry.source, entry.note)
        own = self.points.get(run, {}).get(figure.year) if figure.year is not None else None
        return whole._replace(source=own.source or whole.source, note=own.note) if own else whole

    def get(self, id: str) -> Figure | None:
        """A single value, or a year of a series: "nursery.waiting[令5]", "nursery.waiting.R5"."""
        return self.singles.get(id) or self._point(id)

    def figure(self, id: str, origin: Origin, report: Report) -> Figure | None:
        """The same; None after an error."""
        found = self.get(id)
        if found is None:
            report.error(origin, message("figure-unknown", id=id), self.hint(id))
        return found

    def series(self, id: str, origin: Origin, report: Report) -> Series | None:
        """None after an error."""
        found = self.runs.get(id)
        if found is None:
            hint = message("single-value", id=id) if id in self.singles else did_you_mean(id, self.runs)
            report.error(origin, message("series-unknown", id=id), hint)
        return found

    def amount(self, id: str) -> Amount:
        """For expressions. Raises KeyError with what makes a hint."""
        figure = self.get(id)
        if figure is None:
            raise KeyError(lambda: self.hint(id))
        return figure.amount()

    def has_years(self, id: str) -> bool:
        return self._years_of(id) is not None

    def until(self, id: str, year: int) -> tuple[Amount, ...]:
        """The years of a series or a figure up to one, without planned values."""
        series = self._years_of(id)
        data = series.data if series else ()
        return tuple(point(series, each).amount() for each in data if each.year <= year and not each.planned)

    def hint(self, id: str) -> Message | None:
        run, year = split_year(id)
        if found := self._years_of(run):
            years = [datum.year for datum in found.data]
            if year is None and run == id:
                return years_hint(id, years)
            return message("years-of", id=run, years=", ".join(map(wording.short_year, years)))
        known = (*self.singles, *self.runs)
        return did_you_mean(run if nearest(run, known) else id, known)

    def _years_of(self, id: str) -> Series | None:
        return self.runs.get(id) or self.yearly.get(id)

    def _point(self, id: str) -> Figure | None:
        run, year = split_year(id)
        series = self._years_of(run)
        datum = next((d for d in series.data if d.year == year), None) if series and year is not None else None
        return point(series, datum) if series and datum else None


def point(series: Series, datum: Datum) -> Figure:
    """One year of a series as a single figure."""
    return Figure(
        id=f"{series.id}[{wording.short_year(datum.year)}]",
        name=series.name,
        value=datum.value,
        unit=series.unit,
        status=datum.status,
        origin=datum.origin,
        approximate=datum.approximate,
        as_of=datum.as_of or wording.as_of_date(series.as_of, datum.year) or str(datum.year),
        year=datum.year,
        planned=datum.planned,
    )


def years_hint(id: str, years: Sequence[int]) -> Message | None:
    """For who named a series where a number belongs."""
    return message("series-needs-a-year", id=id, year=wording.short_year(years[-1])) if years else None


def split_year(id: str) -> tuple[str, int | None]:
    """ "a.b[令5]" or "a.b.R5" as ("a.b", 2023); an id without a year as itself and None."""
    if id.endswith("]"):
        run, _, year = id[:-1].partition("[")
        return run, wording.parse_year(year)
    run, _, last = id.rpartition(".")
    year = wording.parse_year(last) if run else None
    return (run, year) if year is not None else (id, None)
