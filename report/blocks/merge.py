"""`merge`: several things become one."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, fixed
from report.compose.context import BlockContext
from report.page import Item
from report.page.shapes import polygon, rectangle
from report.source import Length
from report.text import Text
from report.text.tags import StructElem, Voice, listed, paragraphs
from report.units import Rect


class Merge(Block, frozen=True, kw_only=True):
    items: tuple[Text, ...]
    into: Text

    def tags(self, voice: Voice) -> list[StructElem]:
        return [StructElem("Div", (listed(self.items), *paragraphs(self.into)))]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """pad: of the words in every bar, on all sides. triangle_gap: above and below the triangle."""

    anchor: Literal["top", "bottom"]
    ground_ink: str
    text: str
    pad: Length
    gap: Length
    triangle_width: Length
    triangle_height: Length
    triangle_gap: Length
    triangle_ink: str
    into_ink: str
    into_text: str


def lay(block: Merge, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("merge", Style)
    measure = width - 2 * style.pad
    bars = [(item, ctx.text(item, style.text, measure)) for item in block.items]
    into = ctx.text(block.into, style.into_text, measure)
    arrow = style.triangle_height + 2 * style.triangle_gap
    parts = sum(words.height + 2 * style.pad for _, words in bars) + (len(bars) - 1) * style.gap

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        y = rect.y
        for text, words in bars:
            bar = Rect(rect.x, y, rect.width, words.height + 2 * style.pad)
            items.append(rectangle(bar, ctx.ink(style.ground_ink)))
            items += words.place(bar.x + style.pad, bar.y + style.pad, owner=text)
            y = bar.bottom + style.gap
        items.append(_triangle(rect.centre.x, rect.y + parts + style.triangle_gap, ctx, style))
        one = Rect(rect.x, rect.y + parts + arrow, rect.width, into.height + 2 * style.pad)
        items.append(rectangle(one, ctx.ink(style.into_ink)))
        items += into.place(one.x + style.pad, one.y + style.pad, owner=block.into)
        return items

    return fixed(parts + arrow + into.height + 2 * style.pad, place, kind="merge", anchor=style.anchor)


def _triangle(x: float, top: float, ctx: BlockContext, style: Style) -> Item:
    half = style.triangle_width / 2
    corners = [(x - half, top), (x + half, top), (x, top + style.triangle_height)]
    return polygon(corners, fill=ctx.ink(style.triangle_ink))
