"""A series in a CSV file, as a spreadsheet writes it.

In: the entry that names the file, and the folder it lies in. Out: its points; what is wrong is told to the Report, row
by row. A number may be written as people write them (source.numbers) where that has one reading.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple, get_args

from report.figures.entries import COLUMNS, NONE, OPEN, PointEntry, SeriesEntry
from report.figures.expressions import is_figure
from report.figures.format import parse_year
from report.figures.model import Status
from report.messages import Foreign, Message, Origin, Report, did_you_mean, message
from report.source import check_characters, meant, number_hint
from report.source.folder import Folder
from report.source.syntax import LARGEST_FILE

NEEDED = COLUMNS[:2]
STATUSES = get_args(Status)
TRUTHS = {"": False, "false": False, "true": True}  # of a cell in small letters; spreadsheets write TRUE
WIDE_COMMA = message("wide-comma")
SEPARATORS = {";": message("semicolon"), "\t": message("tab"), "、": WIDE_COMMA, "，": WIDE_COMMA}

MOST_TOLD = 20  # rows with wrong quotes: behind each, the file is read anew

Points = dict[str, PointEntry]


class _Row(NamedTuple):
    """origin: of its first line."""

    cells: list[str]
    origin: Origin


def read_table(entry: SeriesEntry, folder: Folder, report: Report) -> Points:
    """The rows of the file that an entry names, as far as they could be read, by the words for their years."""
    place = getattr(entry.csv, "origin", entry.origin)
    if entry.data:
        report.error(place, message("data-and-csv"))
    missing = message("csv-missing", file=entry.csv, folder=folder.path)
    path = folder.find(entry.csv, place, missing, folder.names(".csv"))
    if path is None:
        return {}
    name = str(path)
    if path.stat().st_size > LARGEST_FILE:
        report.error(Origin(name), message("csv-too-large", size=LARGEST_FILE // 1024))
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        report.error(place, message("csv-not-utf8", file=entry.csv))
        return {}
    except OSError as error:
        report.error(place, message("csv-unreadable", file=entry.csv, problem=Foreign(error.strerror)))
        return {}
    return _points(text, name, report) if check_characters(text, name, report) else {}


def _points(text: str, name: str, report: Report) -> Points:
    rows = _rows(text, name, report)
    head = next(rows, _Row([], Origin(name)))
    if not _is_head(head, report):
        return {}
    columns, width = [cell.strip() for cell in head.cells], len(head.cells)
    found: Points = {}
    before = report.blocking
    for cells, origin in rows:
        if len(cells) > width:
            hint = message("comma-groups") if _has_decimal_comma(cells) else None
            report.error(origin, message("cells-beyond-columns", cells=len(cells), columns=width), hint)
            continue
        row = {name: cell.strip() for name, cell in zip(columns, cells, strict=False) if name}
        year, given = row.get("year", ""), _point(row, origin, report)
        if given is not None and year in found:
            report.error(origin, message("year-twice", year=year))
        elif given is not None:
            found[year] = given
    if not found and report.blocking == before:
        report.error(Origin(name), message("csv-empty"))
    return found


def _rows(text: str, name: str, report: Report) -> Iterator[_Row]:
    """Those with something in them. One whose quotes are wrong is told, and the rows go on behind its first line: a
    quote that is never closed takes no rows with it."""
    lines = io.StringIO(text, newline="").readlines()
    at = told = 0
    reader, begun = csv.reader(lines, strict=True), 0  # that reads from the line `begun` on
    while at < len(lines) and told < MOST_TOLD:
        origin, problem = Origin(name, at + 1), ""
        try:
            cells = next(reader)
        except csv.Error as error:
            problem = str(error)
        if _takes_rows(lines[at + 1 : reader.line_num + begun]):
            problem = "takes rows"
        if problem:
            report.error(*_quote_at_fault(lines[at], origin, problem))
            told += 1
            begun = at + 1
            reader = csv.reader(lines[begun:], strict=True)
            at = begun
            continue
        at = reader.line_num + begun
        if any(map(str.strip, cells)):
            yield _Row(cells, origin)


def _takes_rows(lines: list[str]) -> bool:
    """Whether one of the lines that a quoted cell goes on in begins as a row does."""
    return any(parse_year(line.partition(",")[0].strip()) is not None for line in lines)


def _quote_at_fault(line: str, origin: Origin, problem: str) -> tuple[Origin, Message]:
    """Where the quote stands that is not closed, or closed before its cell ends."""
    if "expected after" in problem:
        found = message("csv-behind-quote")
    elif "larger than field limit" in problem:
        return origin, message("csv-cell-too-long")
    else:
        found = message("csv-quote-open")
    opening = next((at for at, char in enumerate(line) if char == '"' and line[:at].rstrip()[-1:] in ("", ",")), 0)
    return origin._replace(column=opening + 1), found


def _is_head(head: _Row, report: Report) -> bool:
    """Columns stand in any order, each once; the last ones may have no names."""
    before = report.blocking
    columns, origin = [cell.strip() for cell in head.cells], head.origin
    while columns and not columns[-1]:
        columns.pop()
    separator = next((each for each in SEPARATORS if len(columns) == 1 and each in head.cells[0].strip()), None)
    if separator:
        report.error(origin, message("csv-separator", separator=SEPARATORS[separator]))
    elif any(parse_year(column) is not None for column in columns):
        report.error(origin, message("csv-head-missing"))
    else:
        for column in (each for each in columns if each not in COLUMNS):
            report.error(origin, message("column-unknown", name=column), did_you_mean(column.lower(), COLUMNS))
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
    if status not in (None, OPEN, NONE, *STATUSES):
        near = did_you_mean(status or "", (*STATUSES, OPEN, NONE))
        report.error(origin, message("status-unknown", status=status), near)
    cell = row.get("value", "")
    value = None if status in (OPEN, NONE) and not cell else _number(cell, origin, report)
    for column in ("approximate", "planned"):
        if (cell := row.get(column, "")).lower() not in TRUTHS:
            report.error(origin, message("truth-wrong", value=cell, column=column))
    for column in ("source", "note"):
        if row.get(column, "").isdecimal():
            report.warning(origin, message("csv-words-of-digits", column=column, cell=row[column]))
    if report.blocking > before:
        return None
    return PointEntry(
        origin=origin,
        value=value,
        status=status,
        source=row.get("source", ""),
        note=row.get("note", ""),
        as_of=row.get("as-of", ""),
        approximate=TRUTHS[row.get("approximate", "").lower()],
        planned=TRUTHS[row.get("planned", "").lower()],
    )


def _number(cell: str, origin: Origin, report: Report) -> float:
    """nan after an error."""
    found = meant(cell)
    value = float(found.number) if found and not found.around else math.nan
    if is_figure(value):
        return value
    if not cell:
        hint = message("csv-value-missing")
    else:
        hint = number_hint(cell) if math.isnan(value) else message("numbers-go-up-to")
    report.error(origin, message("number-wrong", value=cell), hint)
    return math.nan


def _has_decimal_comma(cells: list[str]) -> bool:
    """Whether a decimal comma may have made a cell too many: 令3,99,5."""
    digits = [cell.strip() if cell.strip().isdecimal() else "" for cell in cells]
    return any(whole and part and len(part) != 3 for whole, part in pairwise(digits))
