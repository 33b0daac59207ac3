"""`table`: rows and columns with a header row."""

from __future__ import annotations

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, table


class Table(Block, frozen=True, kw_only=True):
    """header: the column titles. rows: as many cells each. widths: shares of the width. row_header: first cells are
    titles."""

    MAY_BE_EMPTY = ("header", "rows")
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: Text | None = None
    widths: tuple[float, ...] = ()
    row_header: bool = True

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.header):
                raise ValueError(f"a row has {len(row)} cells, the header has {len(self.header)}")
        if any(width <= 0 for width in self.widths):
            raise ValueError("widths are shares of the table's, each above 0")
        if self.widths and len(self.widths) != len(self.header):
            raise ValueError(f"{len(self.widths)} widths for {len(self.header)} columns")

    def tags(self, voice: Voice) -> list[StructElem]:
        return [table((self.header, *self.rows), self.caption, self.row_header, self.origin)]
