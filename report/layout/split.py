"""What front and back cover share: square cells that stand on the foot of the page, and a strip of the fields' colours
upon them."""

from __future__ import annotations

import msgspec

from report.artwork.pictures import Bleed
from report.compose.context import BlockContext
from report.content.model import Field
from report.page import Item
from report.page.shapes import rectangle
from report.style.sheet import PageMaster
from report.units import Rect


class Cells:
    """Square cells over the width of the page, the lowest row at its foot. Columns and rows count from 0."""

    def __init__(self, columns: int, rows: int, page: PageMaster):
        self.columns, self.rows, self.page = columns, rows, page
        self.side = page.width / columns
        self.top = page.height - rows * self.side

    def rect(self, column: int, row: int, size: int = 1) -> Rect:
        """A square of size × size cells."""
        return Rect(column * self.side, self.top + row * self.side, size * self.side, size * self.side)

    def bleed(self, column: int, row: int, size: int = 1) -> Bleed:
        """How far a square runs on beyond the trim: left, top, right, bottom."""
        edge = self.page.bleed
        return (
            edge if column == 0 else 0.0,
            0.0,
            edge if column + size == self.columns else 0.0,
            edge if row + size == self.rows else 0.0,
        )


def strip(fields: tuple[Field, ...], bottom: float, height: float, ctx: BlockContext) -> list[Item]:
    """The fields' colours side by side, from bleed to bleed, down to `bottom`."""
    page = ctx.sheet.page
    each = (page.width + 2 * page.bleed) / len(fields)
    return [
        rectangle(Rect(i * each - page.bleed, bottom - height, each, height), in_colours(ctx, field).ink("base"))
        for i, field in enumerate(fields)
    ]


def in_colours(ctx: BlockContext, field: Field) -> BlockContext:
    """The room in the colours of a field."""
    return msgspec.structs.replace(ctx, family=field.colour)
