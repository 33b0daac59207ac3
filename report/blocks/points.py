"""`points`: key points, each an icon and a phrase; below one another or in a row."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, fixed
from report.compose.context import BlockContext
from report.compose.textblock import TextBlock
from report.page import Item
from report.page.shapes import rectangle
from report.source import Length
from report.text import Text
from report.text.tags import StructElem, Voice, listed
from report.units import Rect


class PointItem(msgspec.Struct, frozen=True, kw_only=True):
    icon: str
    label: Text


class Points(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[PointItem, ...]
    set: Literal["stacked", "row"] = "stacked"

    def tags(self, voice: Voice) -> list[StructElem]:
        return [listed(item.label for item in self.items)]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """least: height of a point at least. pad: above and below its words, pad_side: left and right of them."""

    anchor: Literal["top", "bottom"]
    ground_ink: str
    block: Length  # width of the icon's ground
    block_ink: str
    icon: Length
    icon_ink: str
    text: str
    least: Length
    pad: Length
    pad_side: Length
    gap: Length


def lay(block: Points, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("points", Style)
    in_row = block.set == "row"
    count = len(block.items)
    gutter = ctx.sheet.page.gutter
    each = (width - (count - 1) * gutter) / count if in_row else width
    labels = [ctx.text(item.label, style.text, each - style.block - 2 * style.pad_side) for item in block.items]
    heights = [max(style.least, label.height + 2 * style.pad) for label in labels]
    if in_row:
        heights = [max(heights)] * count
    height = heights[0] if in_row else sum(heights) + (count - 1) * style.gap

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        x, y = rect.x, rect.y
        for item, label, own in zip(block.items, labels, heights, strict=True):
            items += _point(item, label, Rect(x, y, each, own), ctx, style)
            if in_row:
                x += each + gutter
            else:
                y += own + style.gap
        return items

    return fixed(height, place, kind="points", anchor="top" if in_row else style.anchor)


def _point(item: PointItem, label: TextBlock, rect: Rect, ctx: BlockContext, style: Style) -> list[Item]:
    block = rect._replace(width=style.block)
    x, y = block.centre
    icon = Rect(x - style.icon / 2, y - style.icon / 2, style.icon, style.icon)
    return [
        rectangle(rect, ctx.ink(style.ground_ink)),
        rectangle(block, ctx.ink(style.block_ink)),
        *ctx.studio.icon(item.icon, icon, ctx.ink(style.icon_ink), item.label.origin),
        *label.place(block.right + style.pad_side, rect.y + (rect.height - label.height) / 2, owner=item.label),
    ]
