"""A table's cells in their rows and columns (ISO 32000-1, 14.8.4.3.4 and 14.8.5.7).

In: a Table tag. Out: its `Grid`: each cell with its place, and for each data cell the header cells that name it, by the
cell's Headers, else by Scope, else by place (the first row and the first column).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from report.conform.tagged.tagnodes import Tag

MOST = 1000  # columns or rows of one cell: more is a slip


class Cell(msgspec.Struct, frozen=True):
    """row, column: of its upper left corner, from 0."""

    tag: Tag
    row: int
    column: int
    rows: int
    columns: int

    def covers(self, row: int, column: int) -> bool:
        return self.row <= row < self.row + self.rows and self.column <= column < self.column + self.columns

    @property
    def is_header(self) -> bool:
        return self.tag.standard == "TH"


class Grid(msgspec.Struct, frozen=True):
    """rows: how many TR there are; widths: columns taken in each; clashes: places two cells want, or beyond the end."""

    cells: tuple[Cell, ...]
    rows: int
    widths: tuple[int, ...]
    clashes: int

    @property
    def columns(self) -> int:
        return max(self.widths, default=0)

    def row(self, number: int) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.row == number)

    def headers(self, cell: Cell) -> tuple[Cell, ...]:
        """The header cells of a cell, those of its row first."""
        named = named_headers(cell.tag)
        if named:
            ids = {c.tag.id: c for c in self.cells if c.tag.id}
            found = [ids[name] for name in named if name in ids]
        else:
            found = [c for c in self.cells if c.is_header and c is not cell and self._heads(c, cell)]
        return tuple(sorted(found, key=lambda c: c.row == 0 or self._scope(c) == "Column"))

    def _heads(self, header: Cell, cell: Cell) -> bool:
        """Whether a header stands above a cell and heads columns, or before it and heads rows."""
        scope = self._scope(header)
        above = header.row < cell.row and header.covers(header.row, cell.column)
        before = header.column < cell.column and header.covers(cell.row, header.column)
        return (above and scope in ("Column", "Both")) or (before and scope in ("Row", "Both"))

    def _scope(self, header: Cell) -> str:
        written = header.tag.attributes.get("Table.Scope", "")
        return written or ("Column" if header.row == 0 else "Row" if header.column == 0 else "")


def grid(table: Tag) -> Grid:
    """Lays the cells out as a browser would: each takes the first free place of its row."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    clashes, count = 0, 0
    for number, row in enumerate(rows_of(table)):
        column, count = 0, number + 1
        for tag in row.tags:
            if tag.standard not in ("TH", "TD"):
                continue
            while (number, column) in taken:
                column += 1
            cell = Cell(tag, number, column, span(tag, "RowSpan"), span(tag, "ColSpan"))
            places = {(r, c) for r in range(number, number + cell.rows) for c in range(column, column + cell.columns)}
            clashes += len(places & taken)
            taken |= places
            cells.append(cell)
            column += cell.columns
    clashes += sum(row >= count for row, _ in taken)
    widths = tuple(sum(row == number for row, _ in taken) for number in range(count))
    return Grid(tuple(cells), count, widths, clashes)


def rows_of(table: Tag) -> Iterator[Tag]:
    """The rows of a table, of its head, bodies and foot too."""
    for tag in table.tags:
        if tag.standard == "TR":
            yield tag
        elif tag.standard in ("THead", "TBody", "TFoot"):
            yield from (row for row in tag.tags if row.standard == "TR")


def named_headers(cell: Tag) -> tuple[str, ...]:
    """The ids that a cell's Headers give."""
    named = cell.attributes.get("Table.Headers", ())
    return tuple(map(str, named)) if isinstance(named, tuple) else (str(named),)


def span(cell: Tag, key: str) -> int:
    value = cell.attributes.get(f"Table.{key}", 1)
    return min(value, MOST) if isinstance(value, int) and value > 0 else 1
