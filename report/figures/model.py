"""The year's figures: single values and series, each with where it comes from.

Years are fiscal years of the western calendar (平成26年度 = 2014); figures.format words them.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from report.messages import Origin, Report
from report.source import Written

Status = Literal["published", "derived", "provisional"]


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """status: published (an office or the pamphlet says so), derived (computed from published ones) or provisional
    (仮の値)."""

    status: Status
    source: str = ""
    definition: str = ""
    as_of: str = ""  # ISO date, a fiscal year, or "MM-DD" of every fiscal year (series)
    note: str = ""


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A single value. name: of the series that it is a year of. approximate: worded with 約."""

    id: str
    name: str = ""
    value: float
    unit: str
    provenance: Provenance
    origin: Origin
    approximate: bool = False


class Datum(msgspec.Struct, frozen=True, kw_only=True):
    """planned: a value of a year to come."""

    year: int
    value: float
    status: Status
    origin: Origin
    approximate: bool = False
    planned: bool = False
    source: str = ""
    note: str = ""


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """data: in the order of years, no year twice."""

    id: str
    name: str
    unit: str
    data: tuple[Datum, ...]
    provenance: Provenance
    origin: Origin


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
