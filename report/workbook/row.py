"""A row of a returned workbook: what it says of a figure.

In: its cells by column, the row as it was sent out, and the figure as the project has it now. Out: what was given, in
the form in which two can be compared, or None; and what is wrong, each with its cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from report.figures.format import DECIMALS, fiscal_year, parse_date, quantity, wareki, year_of_date
from report.messages import Message, message
from report.workbook.asked import Asked, Given
from report.workbook.cells import READERS, Wrong, exact_or_none, in_one_line, shown
from report.workbook.findings import Finding
from report.workbook.likely import doubts
from report.workbook.rules import ENTRIES, ERRORS, STATUS_WORDS, ends
from report.workbook.sheets import Cell, squeezed

if TYPE_CHECKING:
    from report.workbook.export import Survey

Told = tuple[str, Message, Message | None]  # a cell, what is wrong with it, a hint in the place of its own
FIELDS = dict(zip(ENTRIES, ("number", "approximate", "as_of", "source", "status", "note"), strict=True))


class Row(NamedTuple):
    cells: dict[str, Cell]

    def word(self, key: str) -> str:
        """What stands in a cell; "" where there is no such column."""
        return shown(self.cells[key]) if key in self.cells else ""

    def place(self, key: str) -> str:
        return self.cells[key].place if key in self.cells else ""


class Heard(NamedTuple):
    """What a department says of a figure. place: of the value's cell, with book and sheet."""

    id: str
    given: Given
    place: str


def read_row(row: Row, sent: Asked, now: Asked, names: set[str], survey: Survey) -> tuple[list[Told], Given | None]:
    """names: of all rows of the book. None after an error."""
    told = list(_head(row, sent, now, names))
    before = compared(sent.given)
    fields = before._asdict()
    for key in ENTRIES:
        if key in row.cells:
            try:
                fields[FIELDS[key]] = READERS[key](row.cells[key], now.name)
            except Wrong as wrong:
                told.append((row.place(key), wrong.message, wrong.hint))
    given = Given(**fields)
    if not _fails(told) and given != before:
        told += _whole(row, given, now, survey.year)
        told += [] if _fails(told) else _moved(row, given, before, now, survey.replaces)
    return told, None if _fails(told) else given


def compared(given: Given) -> Given:
    """In the form in which it comes back."""
    number = None if given.number is None else round(given.number, DECIMALS) + 0.0
    return given._replace(number=number, source=in_one_line(given.source), note=in_one_line(given.note))


def twice(row: Asked, one: Heard, other: Heard) -> list[Finding]:
    """Of two that say different things of a figure."""
    return [Finding(mine.place, _differs(row, mine, its), None, row.id) for mine, its in ((one, other), (other, one))]


def _differs(row: Asked, mine: Heard, its: Heard) -> Message:
    read, other = _worded(mine.given, row), _worded(its.given, row)
    return message("value-twice", label=row.name, read=read, other=other, place=its.place)


def _worded(given: Given, row: Asked) -> str:
    status = STATUS_WORDS.get(given.status, "")
    if given.number is None:
        return status
    return quantity(given.number, row.unit, given.approximate) + (
        f"（{status}）" if given.status == "provisional" else ""
    )


def _fails(told: list[Told]) -> bool:
    return any(ERRORS[each.id] for _, each, _ in told)


def _head(row: Row, sent: Asked, now: Asked, names: set[str]) -> Iterator[Told]:
    """What must be as it was sent out."""
    name = row.word("name")
    if squeezed(name) != squeezed(sent.name):
        found = message("book-name-changed", label=sent.name, read=name)
        if name in names:
            found = message("book-row-mixed", label=sent.name, read=name)
        yield row.place("name"), found, None
    if (unit := row.word("unit")) and squeezed(unit) != squeezed(now.unit):
        yield row.place("unit"), message("book-unit-changed", label=now.name, wanted=now.unit, read=unit), None
    for year, value in sent.past:
        cell = row.cells.get(str(year))
        if cell and cell.value != value and not cell.is_empty and exact_or_none(cell) != value:
            read, known = shown(cell), quantity(value, sent.unit)
            when = fiscal_year(year)
            yield cell.place, message("book-past-changed", label=now.name, when=when, wanted=known, read=read), None


def _whole(row: Row, given: Given, now: Asked, year: int) -> Iterator[Told]:
    """What the cells say together, of a row in which something was written."""
    value = row.place("number")
    date = parse_date(given.as_of)
    if given.status == "none" and given.number is not None:
        yield row.place("status"), message("status-against-value", label=now.name, read=row.word("number")), None
        return
    if given.status != "none" and given.number is None:
        yield value, message("value-missing", label=now.name), None
        return
    if date and year_of_date(date) != year:
        first, last = ends(year)
        outside = message("as-of-outside", label=now.name, read=wareki(date), first=first, last=last)
        yield row.place("as-of"), outside, None
    yield from ((value, found, hint) for found, hint in doubts(given, now))
    if row.cells["number"].elsewhere:
        yield value, message("cell-elsewhere", label=now.name, read=row.word("number")), None


def _moved(row: Row, given: Given, before: Given, now: Asked, replaces: bool) -> Iterator[Told]:
    """A value that somebody has written since the book was sent out, and another one here."""
    known = compared(now.given)
    if known.number is not None and known != before and known.number != given.number:
        read = _worded(given, now)
        told = {"label": now.name, "read": read, "known": _worded(known, now)}
        found = message("value-replaced", **told) if replaces else message("value-moved", **told)
        yield row.place("number"), found, None
