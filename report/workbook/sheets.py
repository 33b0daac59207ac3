"""The cells of a returned workbook, found by the names of their columns.

In: the bytes, and what container.look found in them. Out: its sheets; of one, the table below the row of column names,
each cell with its address. Rows and columns may stand anywhere, in any order, with others between them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from report.messages import Foreign, Message, message
from report.workbook.container import NO_ODDITIES, Inside, Oddities, Place, address

HEAD_SIGNS = 3  # names of columns that make a row their row


class Cell(NamedTuple):
    """value: None of an empty cell; text without spaces around it. at: row and column, from 0. error: what a formula
    shows that has one. unsaved: a formula whose result is not there; elsewhere: one that looks into another file.
    is_1904: how the file counts days."""

    value: object
    at: Place
    error: str = ""
    unsaved: bool = False
    elsewhere: bool = False
    is_1904: bool = False

    @property
    def place(self) -> str:
        """B12."""
        return address(*self.at)

    @property
    def is_empty(self) -> bool:
        return self.value is None and not self.error and not self.unsaved


class Sheet(NamedTuple):
    """values: of its cells that are not empty."""

    name: str
    values: dict[Place, object]
    oddities: Oddities
    is_1904: bool

    def cell(self, row: int, column: int) -> Cell:
        at, odd = (row, column), self.oddities
        value = self.values.get(at)
        error, unsaved = odd.errors.get(at, ""), at in odd.unsaved
        return Cell(value, at, error, unsaved, at in odd.elsewhere, self.is_1904)

    def row_numbers(self) -> list[int]:
        """Of the rows with something in them."""
        return sorted({row for row, _ in (*self.values, *self.oddities.errors, *self.oddities.unsaved)})

    def rows(self) -> list[list[object]]:
        """All from the first one on, as a sheet has them that nobody was to touch."""
        bottom, right = (max(each, default=-1) + 1 for each in zip(*self.values, strict=True))
        return [[self.values.get((row, column)) for column in range(right)] for row in range(bottom)]


class Table(NamedTuple):
    """columns: keys with their places; lost: keys of columns that are not there; doubled: of those that stand twice,
    with the place of the last. head: the row of their names."""

    sheet: Sheet
    columns: dict[str, int]
    lost: tuple[str, ...]
    doubled: dict[str, int]
    head: int

    def rows(self) -> Iterator[dict[str, Cell]]:
        """The rows below the names that have something in our columns."""
        for row in self.sheet.row_numbers():
            cells = {key: self.sheet.cell(row, place) for key, place in self.columns.items()}
            if row > self.head and not all(cell.is_empty for cell in cells.values()):
                yield cells


def sheets_of(data: bytes, inside: Inside) -> list[Sheet] | Message:
    """Those with cells."""
    import python_calamine as calamine

    found = []
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        for known in book.sheets_metadata:
            if known.typ == calamine.SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(known.name)
                values = _values(sheet.to_python(skip_empty_area=True), sheet.start or (0, 0))
                found.append(Sheet(known.name, values, inside.sheets.get(known.name, NO_ODDITIES), inside.is_1904))
    except calamine.PasswordError:
        return message("book-password")
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        return message("book-damaged", problem=Foreign(str(error)))
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of Rust; no Exception of Python's
            raise
        return message("book-damaged", problem=Foreign(str(error)))
    return found


def table_of(sheet: Sheet, titles: Mapping[str, str]) -> Table | None:
    """titles: of each column that the sheet was sent out with, by its key."""
    keys = {squeezed(title): key for key, title in titles.items()}
    rows: dict[int, list[tuple[str, int]]] = {}
    for (row, place), value in sheet.values.items():
        if (word := squeezed(value)) in keys:
            rows.setdefault(row, []).append((keys[word], place))
    for head, found in sorted(rows.items()):
        found.sort(key=lambda each: each[1])
        named = [key for key, _ in found]
        if len({*named}) >= min(HEAD_SIGNS, len(keys)):
            columns = dict(reversed(found))  # the first of each
            doubled = {key: place for key, place in found if named.count(key) > 1}
            return Table(sheet, columns, tuple(key for key in titles if key not in columns), doubled, head)
    return None


def squeezed(value: object) -> str:
    """Text without spaces; "" of anything else."""
    if not isinstance(value, str):
        return ""
    return value if value.isprintable() and " " not in value else "".join(value.split())


def _values(rows: list[list[object]], start: Place) -> dict[Place, object]:
    top, left = start
    return {
        (row, column): value
        for row, cells in enumerate(rows, top)
        for column, cell in enumerate(cells, left)
        if (value := cell.strip() if isinstance(cell, str) else cell) != ""
    }
