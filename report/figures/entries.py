"""What an author writes in a file of `data/figures/`, and a series in a CSV file, as a spreadsheet writes it.

In: nothing. Out: the types that report.source reads a file of figures into; the points of a CSV file, whose rows that
are none are told to the Report, one by one. figures.assembly makes figures of them.
"""

from __future__ import annotations

import csv
import io
import math
from typing import get_args

import msgspec

from report.figures.expressions import is_figure
from report.figures.model import Status
from report.messages import Foreign, Origin, Report, did_you_mean, message
from report.source import Written
from report.source.folder import Folder
from report.source.syntax import LARGEST_FILE


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


class FigureEntry(ValueEntry, frozen=True, kw_only=True):
    """A single value. as-of: an ISO date or a year."""

    unit: str = ""
    definition: str = ""
    as_of: str = ""


class PointEntry(ValueEntry, frozen=True, kw_only=True):
    """One year of a series; a bare number will do. planned: a year to come, which charts mark 予定."""

    planned: bool = False


class SeriesEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A value for each fiscal year (平26, 令元, R5, 2014). status, source: of all points that give none of their own.

    csv: a file beside this one, with a column for each key of a point, instead of `data`.
    as-of: month and day of every fiscal year ("04-01"; "03-31" is its last day), a date or a year.
    """

    origin: Origin
    name: str
    unit: str = ""
    data: dict[str, PointEntry] = {}
    csv: str = ""
    status: Status = "published"
    definition: str = ""
    as_of: str = ""
    source: str = ""
    note: str = ""


class FiguresFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of `data/figures/`: the figures of one topic."""

    origin: Origin
    topic: str = ""
    figures: dict[str, FigureEntry] = {}
    series: dict[str, SeriesEntry] = {}


COLUMNS = ("year", "value", "status", "source", "note", "approximate", "planned")
NEEDED = COLUMNS[:2]
STATUSES = get_args(Status)
TRUTHS = {"": False, "false": False, "true": True}  # of a cell in small letters; spreadsheets write TRUE

Points = dict[str, PointEntry]


def read_table(entry: SeriesEntry, folder: Folder, report: Report) -> Points:
    """The rows of the file that an entry names, as far as they could be read, by the words for their years."""
    place = getattr(entry.csv, "origin", entry.origin)
    if entry.data:
        report.error(place, message("data-and-csv"))
    missing = message("csv-missing", file=entry.csv, folder=folder.path)
    path = folder.find(entry.csv, place, missing, folder.names(".csv"))
    if path is None:
        return {}
    if path.stat().st_size > LARGEST_FILE:
        report.error(Origin(str(path)), message("csv-too-large", size=LARGEST_FILE // 1024))
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        report.error(place, message("csv-not-utf8", file=entry.csv))
        return {}
    except OSError as error:
        report.error(place, message("csv-unreadable", file=entry.csv, problem=Foreign(error.strerror)))
        return {}
    name = str(path)
    try:
        return _points(csv.reader(io.StringIO(text, newline="")), name, report)
    except csv.Error as error:
        report.error(Origin(name), message("csv-wrong", problem=Foreign(str(error))))
        return {}


def _points(rows: csv.Reader, name: str, report: Report) -> Points:
    columns = [cell.strip() for cell in next(rows, [])]
    width = len(columns)
    while columns and not columns[-1]:
        columns.pop()
    if not _is_head(columns, Origin(name), report):
        return {}
    found: Points = {}
    for cells in rows:
        if not any(map(str.strip, cells)):
            continue
        origin = Origin(name, rows.line_num)
        if len(cells) > width:
            report.error(origin, message("cells-beyond-columns", cells=len(cells), columns=width))
            continue
        row = dict(zip(columns, map(str.strip, cells), strict=False))
        year, given = row.get("year", ""), _point(row, origin, report)
        if given is not None and year in found:
            report.error(origin, message("year-twice", year=year))
        elif given is not None:
            found[year] = given
    return found


def _is_head(columns: list[str], origin: Origin, report: Report) -> bool:
    """Columns stand in any order, each once."""
    before = report.blocking
    for column in (each for each in columns if each not in COLUMNS):
        report.error(origin, message("column-unknown", name=column), did_you_mean(column, COLUMNS))
    for column in COLUMNS:
        if column in NEEDED and column not in columns:
            report.error(origin, message("column-missing", name=column))
        elif columns.count(column) > 1:
            report.error(origin, message("column-twice", name=column))
    return report.blocking == before


def _point(row: dict[str, str], origin: Origin, report: Report) -> PointEntry | None:
    """None after an error: each cell at fault is reported."""
    before = report.blocking
    status = row.get("status") or None
    if status not in (None, *STATUSES):
        report.error(origin, message("status-unknown", status=status), did_you_mean(status or "", STATUSES))
    given = row.get("value", "")
    try:
        value = float(given.replace(",", ""))
    except ValueError:
        value = math.nan
    if not is_figure(value):
        hint = None if math.isnan(value) else message("numbers-go-up-to")
        report.error(origin, message("number-wrong", value=given), hint)
    for column in ("approximate", "planned"):
        if (cell := row.get(column, "")).lower() not in TRUTHS:
            report.error(origin, message("truth-wrong", value=cell, column=column))
    if report.blocking > before:
        return None
    return PointEntry(
        origin=origin,
        value=value,
        status=status,
        source=row.get("source", ""),
        note=row.get("note", ""),
        approximate=TRUTHS[row.get("approximate", "").lower()],
        planned=TRUTHS[row.get("planned", "").lower()],
    )
