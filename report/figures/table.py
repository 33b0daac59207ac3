"""A series in a CSV file, as a spreadsheet writes it.

In: the file that an entry names. Out: its points by the words for their years. Told to the Report: what is no table of
points, row by row.
"""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path

from report.figures.entries import PointEntry, SeriesEntry
from report.figures.expressions import is_figure
from report.messages import Foreign, Origin, Report, did_you_mean, message

COLUMNS = ("year", "value", "status", "source", "note", "approximate", "planned")
NEEDED = COLUMNS[:2]
STATUSES = ("published", "derived", "provisional")
TRUTHS = {"": False, "false": False, "true": True}  # of a cell in small letters; spreadsheets write TRUE

Points = dict[str, PointEntry]


def read_table(entry: SeriesEntry, folder: Path, root: Path | None, report: Report) -> Points:
    """The rows that could be read. Names in messages are relative to root."""
    path = folder / entry.csv
    place = getattr(entry.csv, "origin", entry.origin)
    if "\0" in entry.csv or not path.resolve().is_relative_to(folder.resolve()):
        report.error(place, message("csv-outside", file=entry.csv))
        return {}
    if entry.data:
        report.error(place, message("data-and-csv"))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        report.error(place, message("csv-not-utf8", file=entry.csv))
        return {}
    except OSError as error:
        near = did_you_mean(entry.csv, (beside.name for beside in folder.glob("*.csv")))
        report.error(place, message("csv-unreadable", file=entry.csv, problem=Foreign(error.strerror)), near)
        return {}
    name = str(path.relative_to(root)) if root and path.is_relative_to(root) else str(path)
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
