"""The hidden sheet: what a book is, and what stood in it when it was sent out.

In: the rows of a department. Out: cells to be written; of a returned book's cells, the same again, or the Message that
says why not. With it every answer is told from what was there before, whatever became of the visible sheet.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
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
    checksum = _checksum(control, [[_word(cell) for cell in row] for row in table])
    known = (control.edition, str(control.year), control.department, checksum)
    return [[MARK, VERSION], *([key, value] for key, value in zip(KEYS, known, strict=True)), list(FIELDS), *table]


def read_control(rows: Sequence[Sequence[object]]) -> Control | Message:
    """rows: cells of a sheet whose first one is the MARK."""
    try:
        version = rows[0][1]
        if version != VERSION:
            return message("book-version", version=_word(version), known=VERSION)
        known = dict(zip(KEYS, (_word(row[1]) for row in rows[1 : 1 + len(KEYS)]), strict=True))
        named = [_word(row[0]) for row in rows[1 : 1 + len(KEYS)]]
        held = [[_word(cell) for cell in row[: len(FIELDS)]] for row in rows[2 + len(KEYS) :]]
        table = [_asked(words) for words in held if words[0]]
        control = Control(known["edition"], int(known["year"]), known["department"], {row.id: row for row in table})
    except (LookupError, ValueError, TypeError):
        return message("book-control-changed")
    if named != list(KEYS) or known["checksum"] != _checksum(control, held):
        return message("book-control-changed")
    return control


def _checksum(control: Control, table: Sequence[Sequence[str]]) -> str:
    words = [control.edition, str(control.year), control.department, *("\t".join(row) for row in table if row[0])]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


def _cells(row: Asked) -> list[str | float | None]:
    past = " ".join(f"{year}={plain(value)}" for year, value in row.past)
    given = row.given
    about = "1" if given.approximate else ""
    written = (given.number, about, given.as_of, given.source, given.status, given.note)
    return [row.id, row.need, row.department, row.name, row.definition, row.unit, past, row.before, row.when, *written]


def _asked(words: Sequence[str]) -> Asked:
    """Raises ValueError."""
    id, need, department, name, definition, unit, past, before, when = words[:9]
    number, about, as_of, source, status, note = words[9:]
    years = (pair.split("=") for pair in past.split())
    return Asked(
        id=id,
        department=department,
        need=need,  # type: ignore[arg-type]
        name=name,
        definition=definition,
        unit=unit,
        past=tuple((int(year), float(value)) for year, value in years),
        before=float(before) if before else None,
        when=when,
        given=Given(float(number) if number else None, about == "1", as_of, source, status, note),
    )


def _word(cell: object) -> str:
    """As it is summed up: the same before it is written and after it is read."""
    if isinstance(cell, float):
        return plain(cell)
    return "" if cell is None else str(cell).strip()
