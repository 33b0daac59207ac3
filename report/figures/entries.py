"""What an author writes in a file of `data/figures/`.

In: nothing. Out: the types that report.source reads a file of figures into; figures.tables makes points of the same
type of a CSV file, and figures.assembly figures of them all.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from report.figures.model import Status
from report.messages import Origin
from report.source import Written

OPEN, NONE = "open", "none"


class ValueEntry(msgspec.Struct, frozen=True, kw_only=True):
    """`value`, or `formula` over other figures ("a.b - c.d"), rounded to multiples of `round`.

    approximate: worded with 約. status: published, derived or provisional (仮の値).
    """

    SHORTHAND = "value"
    origin: Origin
    value: float | None = None
    formula: Written | None = None
    round: float = 0.0
    approximate: bool | None = None
    status: Status | None = None
    source: str = ""
    note: str = ""


class PointEntry(ValueEntry, frozen=True, kw_only=True):
    """One fiscal year's value; a bare number will do. planned: a year to come, which charts mark 予定.

    status: open, without a value: the year is asked for, and nobody has answered yet; none: the answer was that there
    is no value. as-of: an ISO date, where it is
    another than that of the series or figure.
    """

    planned: bool = False
    status: Literal["published", "derived", "provisional", "open", "none"] | None = None
    as_of: str = ""


class FigureEntry(ValueEntry, frozen=True, kw_only=True):
    """A single value. values: instead, one for each fiscal year (平26, 令元, R5, 2014), of which that of the brochure's
    year counts, or the last one before it; a value beside them is what holds before the first. department: that answers
    for it.

    as-of: an ISO date or a year; of values, month and day of every fiscal year, too ("04-01"). ended: no further year
    will be asked for, as of an event.
    """

    unit: str = ""
    values: dict[str, PointEntry] = {}
    definition: str = ""
    as_of: str = ""
    department: str = ""
    ended: bool = False


class SeriesEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A value for each fiscal year (平26, 令元, R5, 2014). status, source: of all points that give none of their own.

    csv: a file beside this one, with a column for each key of a point, instead of `data`.
    as-of: month and day of every fiscal year ("04-01"; "03-31" is its last day), a date or a year.
    department: that answers for it. ended: no further year will be asked for.
    """

    origin: Origin
    name: str
    unit: str = ""
    data: dict[str, PointEntry] = {}
    csv: str = ""
    status: Status = "published"
    definition: str = ""
    as_of: str = ""
    department: str = ""
    ended: bool = False
    source: str = ""
    note: str = ""


class FiguresFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of `data/figures/`: the figures of one topic."""

    origin: Origin
    topic: str = ""
    figures: dict[str, FigureEntry] = {}
    series: dict[str, SeriesEntry] = {}


COLUMNS = (
    "year",
    "value",
    "status",
    "source",
    "note",
    "approximate",
    "planned",
    "as-of",
)  # of a CSV file, in any order
