"""`number`: a big number at the side of a chart, with a label; `strong` turns it white on the field colour.

Numbers below one another take what room their column has to spare, evenly.
"""

from __future__ import annotations

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, Extent
from report.compose.context import BlockContext
from report.compose.figureline import Gaps, figure_line
from report.page import Item
from report.page.shapes import rectangle
from report.source import Length
from report.text import Text
from report.text.tags import StructElem, Voice, paragraphs
from report.units import Rect


class Number(Block, frozen=True, kw_only=True):
    label: Text
    value: Text
    strong: bool = False

    def tags(self, voice: Voice) -> list[StructElem]:
        return [StructElem("Div", tuple(paragraphs(self.label, self.value)))]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """bar: at the left edge. label_gap: from the label to the number. gap: between the number and its words."""

    bar: Length
    pad_side: Length
    pad_top: Length
    pad_bottom: Length
    label_gap: Length
    gap: Length
    ground_ink: str
    bar_ink: str
    label_text: str
    text: str
    strong_ground_ink: str
    strong_bar_ink: str
    strong_label_text: str
    strong_text: str


def lay(block: Number, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("number", Style)
    inset = style.bar + style.pad_side
    measure = width - inset - style.pad_side
    label = ctx.text(block.label, style.strong_label_text if block.strong else style.label_text, measure)
    value = figure_line(block.value, style.strong_text if block.strong else style.text, Gaps(style.gap), measure, ctx)
    content = label.height + style.label_gap + value.height
    ground, bar = (style.ground_ink, style.bar_ink)
    if block.strong:
        ground, bar = (style.strong_ground_ink, style.strong_bar_ink)

    def place(rect: Rect) -> list[Item]:
        spare = rect.height - style.pad_top - content - style.pad_bottom
        x, y = rect.x + inset, rect.y + style.pad_top + spare / 2
        return [
            rectangle(rect, ctx.ink(ground)),
            rectangle(rect._replace(width=style.bar), ctx.ink(bar)),
            *label.place(x, y, owner=block.label),
            *value.place(x, y + label.height + style.label_gap, owner=block.value),
        ]

    extent = Extent.fixed(style.pad_top + content + style.pad_bottom)
    return Box(extent=extent, place=place, kind="number", fills="always")
