"""`table`: rows and columns with a header row.

The sample has no table; this one follows its panels (title as over a chart: styles/README.md, Blocks) and its rules
(mid inside, base at the ends: styles/README.md, Inks).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

import msgspec

from report.blocks import Block
from report.compose.boxes import HAIR, Box, fixed
from report.compose.context import BlockContext
from report.compose.textblock import TextBlock
from report.messages import Origin, message
from report.page import Artifact, Item
from report.page.shapes import rectangle, rule
from report.source import Flaw, Length
from report.text import Text
from report.text.tags import StructElem, Voice, table
from report.units import Rect


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
        uneven = (row for row in self.rows if len(row) != len(self.header))
        wrong = [
            Flaw(message("row-uneven", cells=len(row), columns=len(self.header)), _place(row, self)) for row in uneven
        ]
        if wrong:
            raise ValueError(*wrong)
        if any(width <= 0 for width in self.widths):
            raise ValueError(message("widths-below-zero"))
        if self.widths and len(self.widths) != len(self.header):
            raise ValueError(message("widths-odd", widths=len(self.widths), columns=len(self.header)))

    def tags(self, voice: Voice) -> list[StructElem]:
        return [table((self.header, *self.rows), self.caption, self.row_header, self.origin)]


def _place(row: tuple[Text, ...], block: Table) -> Origin:
    return row[0].origin if row else block.origin


UNBOUNDED = 10_000.0  # pt: a measure no cell reaches
NUMBER = re.compile(r"^[約▲△+−-]?[\d０-９][\d０-９,.，．万億兆]*[^\d０-９]{0,4}$|^[-–—−―]$")
GOES_ON = "（つづき）"  # after the caption, where the table has begun on the page before
LEAST_ROWS = 2  # of a table, on each side of a cut
Cell = tuple[Text, TextBlock]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """end_rule: above the header and below the last row. pad_side: left and right in every cell.

    number_text: of the cells in a column of numbers; number_head_text: of its header. least_share: of the table's width
    that a column gets at least, as a part of an even share.
    """

    caption_text: str
    caption_gap: Length
    end_rule: Length
    end_rule_ink: str
    row_rule: Length
    row_rule_ink: str
    header_ink: str
    header_text: str
    number_head_text: str
    title_text: str
    text: str
    number_text: str
    pad: Length
    pad_side: Length
    least_share: float


class Set(NamedTuple):
    """A table with its cells composed. rows: the header first. goes_on: it has begun on an earlier page, where its
    header and caption are read: here they are repeated."""

    block: Table
    rows: Sequence[list[Cell]]
    widths: list[float]
    caption: TextBlock | None
    style: Style
    ctx: BlockContext
    goes_on: bool = False

    @property
    def heights(self) -> list[float]:
        return [max(words.height for _, words in row) + 2 * self.style.pad for row in self.rows]

    @property
    def head(self) -> float:
        return self.caption.height + self.style.caption_gap if self.caption else 0.0

    @property
    def height(self) -> float:
        return self.head + sum(self.heights) + (len(self.rows) - 1) * self.style.row_rule + 2 * self.style.end_rule


def lay(block: Table, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("table", Style)
    numbers = [_is_of_numbers(block, i) for i in range(len(block.header))]
    widths = _widths(block, width, numbers, ctx, style)
    rows = _rows(block, numbers, widths, ctx, style)
    caption = ctx.text(block.caption, style.caption_text, width) if block.caption else None
    return _box(Set(block, rows, widths, caption, style, ctx))


def _box(table: Set) -> Box:
    made = fixed(table.height, lambda rect: _placed(table, rect), kind="table")
    return msgspec.structs.replace(made, cut=lambda height: _cut(table, height))


def _cut(table: Set, height: float) -> tuple[Box, Box] | None:
    """Between two rows: a header and two rows at least stand on each side."""
    top = table.head + 2 * table.style.end_rule - table.style.row_rule
    count = sum(
        top + each <= height + HAIR for each in accumulate(each + table.style.row_rule for each in table.heights)
    )
    count = min(count, len(table.rows) - LEAST_ROWS)
    if count < 1 + LEAST_ROWS:
        return None
    caption = table.caption
    if caption and table.block.caption and not table.goes_on:
        again = Text.of(f"{table.block.caption.plain}{GOES_ON}", table.block.caption.origin)
        caption = table.ctx.text(again, table.style.caption_text, sum(table.widths))
    rest = table._replace(rows=[table.rows[0], *table.rows[count:]], caption=caption, goes_on=True)
    return _box(table._replace(rows=table.rows[:count])), _box(rest)


def _placed(table: Set, rect: Rect) -> list[Item]:
    style, ctx, caption, width = table.style, table.ctx, table.caption, sum(table.widths)
    owner = Artifact.LAYOUT if table.goes_on else table.block.caption
    items = caption.place(rect.x, rect.y, owner=owner) if caption else []
    y = rect.y + table.head
    end, between = ctx.ink(style.end_rule_ink), ctx.ink(style.row_rule_ink)
    items.append(rule(rect.x, y, width, style.end_rule, end))
    y += style.end_rule
    items.append(rectangle(Rect(rect.x, y, width, table.heights[0]), ctx.ink(style.header_ink)))
    for i, (row, height) in enumerate(zip(table.rows, table.heights, strict=True)):
        if i:
            items.append(rule(rect.x, y, width, style.row_rule, between))
            y += style.row_rule
        repeated = table.goes_on and not i
        items += _cells(row, table.widths, Rect(rect.x, y, width, height), style, repeated)
        y += height
    items.append(rule(rect.x, y, width, style.end_rule, end))
    return items


def _rows(block: Table, numbers: list[bool], widths: list[float], ctx: BlockContext, style: Style) -> list[list[Cell]]:
    """The composed cells, row by row; the first row is the header."""
    rows = []
    for number, cells in enumerate((block.header, *block.rows)):
        row = []
        for i, (text, width) in enumerate(zip(cells, widths, strict=True)):
            look = _look(number, i, numbers[i], block, style)
            row.append((text, ctx.text(text, look, width - 2 * style.pad_side)))
        rows.append(row)
    return rows


def _look(row: int, column: int, of_numbers: bool, block: Table, style: Style) -> str:
    """The text style of a cell."""
    if row == 0:
        return style.number_head_text if of_numbers else style.header_text
    if column == 0 and block.row_header:
        return style.title_text
    return style.number_text if of_numbers else style.text


def _cells(row: list[Cell], widths: list[float], rect: Rect, style: Style, repeated: bool) -> list[Item]:
    """repeated: they have been read."""
    items: list[Item] = []
    x = rect.x
    for (text, words), width in zip(row, widths, strict=True):
        owner = Artifact.LAYOUT if repeated else text
        items += words.place(x + style.pad_side, rect.y + (rect.height - words.height) / 2, owner=owner)
        x += width
    return items


def _is_of_numbers(block: Table, column: int) -> bool:
    """Is every cell below the header a number with its unit, or a dash? Row titles never are."""
    if column == 0 and block.row_header:
        return False
    return bool(block.rows) and all(NUMBER.match(row[column].plain.strip()) for row in block.rows)


def _widths(block: Table, width: float, numbers: list[bool], ctx: BlockContext, style: Style) -> list[float]:
    """The author's shares; else shares as the columns' longest cells ask for, none of them starved."""
    shares = list(block.widths)
    if not shares:
        rows = _rows(block, numbers, [UNBOUNDED] * len(numbers), ctx, style)
        shares = [max(words.width for _, words in column) + 2 * style.pad_side for column in zip(*rows, strict=True)]
        least = style.least_share * sum(shares) / len(shares)
        shares = [max(share, least) for share in shares]
    return [width * share / sum(shares) for share in shares]
