"""A series in a CSV file, as a spreadsheet writes it.

In: the file that an entry names. Out: its points by the words for their years. Told to the Report: what is no table of
points, row by row.
"""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path

from report.diagnostics import Origin, Report, did_you_mean
from report.figures.entries import PointEntry, SeriesEntry
from report.figures.expressions import TOO_LARGE, is_figure

COLUMNS = ("year", "value", "status", "source", "note", "approximate", "planned")
NEEDED = COLUMNS[:2]
FIRST_LINE = "the first line names the columns"
STATUSES = ("published", "derived", "provisional")
TRUTHS = {"": False, "false": False, "true": True}  # of a cell in small letters; spreadsheets write TRUE

Points = dict[str, PointEntry]


def read_table(entry: SeriesEntry, folder: Path, root: Path | None, report: Report) -> Points:
    """The rows that could be read. Names in messages are relative to root."""
    path = folder / entry.csv
    place = getattr(entry.csv, "origin", entry.origin)
    if "\0" in entry.csv or not path.resolve().is_relative_to(folder.resolve()):
        report.error(place, f'"{entry.csv}" leads outside the folder of figures')
        return {}
    if entry.data:
        report.error(place, "a series has either `data` or `csv`")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        report.error(place, f'"{entry.csv}" cannot be read: not UTF-8', "in a spreadsheet save it as CSV UTF-8")
        return {}
    except OSError as error:
        near = did_you_mean(entry.csv, (beside.name for beside in folder.glob("*.csv")))
        report.error(place, f'"{entry.csv}" cannot be read: {error.strerror}', near)
        return {}
    name = str(path.relative_to(root)) if root and path.is_relative_to(root) else str(path)
    try:
        return _points(csv.reader(io.StringIO(text, newline="")), name, report)
    except csv.Error as error:
        report.error(Origin(name), f"no CSV: {error}", "save it again as CSV UTF-8")
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
            report.error(origin, f"{len(cells)} cells in {width} columns", "put quotes around a cell with a comma")
            continue
        row = dict(zip(columns, map(str.strip, cells), strict=False))
        year, given = row.get("year", ""), _point(row, origin, report)
        if given is not None and year in found:
            report.error(origin, f"year {year} stands twice")
        elif given is not None:
            found[year] = given
    return found


def _is_head(columns: list[str], origin: Origin, report: Report) -> bool:
    """Columns stand in any order, each once."""
    before = report.errors
    for column in (each for each in columns if each not in COLUMNS):
        report.error(origin, f'no column is called "{column}"', did_you_mean(column, COLUMNS))
    for column in COLUMNS:
        if column in NEEDED and column not in columns:
            report.error(origin, f'column "{column}" is missing', FIRST_LINE)
        elif columns.count(column) > 1:
            report.error(origin, f'column "{column}" stands twice')
    return report.errors == before


def _point(row: dict[str, str], origin: Origin, report: Report) -> PointEntry | None:
    """None after an error: each cell at fault is told."""
    before = report.errors
    status = row.get("status") or None
    if status not in (None, *STATUSES):
        report.error(origin, f'"{status}" is no status', did_you_mean(status or "", STATUSES))
    given = row.get("value", "")
    try:
        value = float(given.replace(",", ""))
    except ValueError:
        value = math.nan
    if not is_figure(value):
        report.error(origin, f'"{given}" is no number', "" if math.isnan(value) else TOO_LARGE)
    for column in ("approximate", "planned"):
        if (cell := row.get(column, "")).lower() not in TRUTHS:
            report.error(origin, f'"{cell}" is neither true nor false', f"leave the cell of {column} empty for false")
    if report.errors > before:
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
