"""The hidden sheet: what a book is, and what stood in it when it was sent out.

In: the rows of a department. Out: cells to be written; of a returned book's cells, the same again, or the Message that
says why not. With it every answer is told from what was there before, whatever became of the visible sheet.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from report.figures.format import plain
from report.messages import Message, message
from report.workbook.asked import Asked, Given
from report.workbook.rules import MARK, VERSION

KEYS = ("edition", "year", "department", "checksum")
FIELDS = (
    *("id", "need", "department", "name", "definition", "unit", "past", "before", "when"),
    *("number", "approximate", "as-of", "source", "status", "note"),
)


class Control(NamedTuple):
    """rows: as they were sent out, by id."""

    edition: str
    year: int
    department: str
    rows: dict[str, Asked]


def control_rows(control: Control) -> list[list[str | float | None]]:
    """The sheet's cells."""
    table = [_cells(row) for row in control.rows.values()]
    known = (control.edition, str(control.year), control.department, _checksum(control, table))
    return [[MARK, VERSION], *([key, value] for key, value in zip(KEYS, known, strict=True)), list(FIELDS), *table]


def read_control(rows: Sequence[Sequence[object]]) -> Control | Message:
    """rows: cells of a sheet whose first one is the MARK."""
    try:
        version = rows[0][1]
        if version != VERSION:
            return message("book-version", version=_word(version), known=VERSION)
        known = dict(zip(KEYS, (_word(row[1]) for row in rows[1 : 1 + len(KEYS)]), strict=True))
        named = [_word(row[0]) for row in rows[1 : 1 + len(KEYS)]]
        table = [_asked(row) for row in rows[2 + len(KEYS) :] if _word(row[0])]
        control = Control(known["edition"], int(known["year"]), known["department"], {row.id: row for row in table})
    except (LookupError, ValueError, TypeError):
        return message("book-control-changed")
    if named != list(KEYS) or known["checksum"] != _checksum(control, map(_cells, table)):
        return message("book-control-changed")
    return control


def _checksum(control: Control, table: Iterable[Sequence[object]]) -> str:
    words = [control.edition, str(control.year), control.department]
    words += ["\t".join(map(_word, row)) for row in table]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


def _cells(row: Asked) -> list[str | float | None]:
    past = " ".join(f"{year}={plain(value)}" for year, value in row.past)
    given = row.given
    about = "1" if given.approximate else ""
    written = (given.number, about, given.as_of, given.source, given.status, given.note)
    return [row.id, row.need, row.department, row.name, row.definition, row.unit, past, row.before, row.when, *written]


def _asked(cells: Sequence[object]) -> Asked:
    id, need, department, name, definition, unit, past = map(_word, cells[:7])
    before, when, number = cells[7], _word(cells[8]), cells[9]
    about, as_of, source, status, note = (_word(cell) for cell in cells[10:15])
    years = (pair.split("=") for pair in past.split())
    return Asked(
        id=id,
        department=department,
        need=need,  # type: ignore[arg-type]
        name=name,
        definition=definition,
        unit=unit,
        past=tuple((int(year), float(value)) for year, value in years),
        before=_number(before),
        when=when,
        given=Given(_number(number), about == "1", as_of, source, status, note),
    )


def _number(cell: object) -> float | None:
    return float(cell) if isinstance(cell, (int, float)) else None


def _word(cell: object) -> str:
    if isinstance(cell, float):
        return plain(cell)
    return "" if cell is None else str(cell)
