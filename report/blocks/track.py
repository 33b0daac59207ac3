"""`track`: stations of a progress, the last reached marked."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, fixed
from report.compose.context import BlockContext
from report.page import Item
from report.page.shapes import circle, rectangle
from report.source import Length
from report.text import Text
from report.text.tags import Attribute, Content, StructElem, Voice, bullet, said
from report.units import Rect

SAID = {"done": "済み", "now": "いま"}


class Station(msgspec.Struct, frozen=True, kw_only=True):
    label: Text
    state: Literal["done", "now"] = "done"


class Track(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Station, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        stations = [StructElem("LI", (_dot(item), said("LBody", item.label))) for item in self.items]
        return [StructElem("L", tuple(stations), attributes=(Attribute("List", "ListNumbering", "Disc"),))]


def _dot(station: Station) -> StructElem:
    """The dot before a station, and what its colours show."""
    return StructElem("Lbl", (Content(bullet(station.label)),), actual=SAID[station.state])


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """dot: diameter within its border. pad: above and below the words; pad_side: before the dot and after the words."""

    anchor: Literal["top", "bottom"]
    pad: Length
    pad_side: Length
    gap: Length
    dot: Length
    border: Length
    dot_gap: Length
    ground_ink: str
    text: str
    dot_ink: str
    border_ink: str
    now_ground_ink: str
    now_text: str
    now_dot_ink: str
    now_border_ink: str


def lay(block: Track, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("track", Style)
    lead = style.pad_side + style.dot + 2 * style.border + style.dot_gap
    rows = []
    for item in block.items:
        name = style.now_text if item.state == "now" else style.text
        rows.append((item, ctx.text(item.label, name, width - lead - style.pad_side)))
    heights = [words.height + 2 * style.pad for _, words in rows]

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        y = rect.y
        for (item, words), height in zip(rows, heights, strict=True):
            items += _station(item, Rect(rect.x, y, rect.width, height), ctx, style)
            items += words.place(rect.x + lead, y + style.pad, owner=item.label)
            y += height + style.gap
        return items

    height = sum(heights) + (len(rows) - 1) * style.gap
    return fixed(height, place, kind="track", anchor=style.anchor)


def _station(item: Station, rect: Rect, ctx: BlockContext, style: Style) -> list[Item]:
    now = item.state == "now"
    radius = style.dot / 2 + style.border
    x, y = rect.x + style.pad_side + radius, rect.centre.y
    dot, border = (style.now_dot_ink, style.now_border_ink) if now else (style.dot_ink, style.border_ink)
    return [
        rectangle(rect, ctx.ink(style.now_ground_ink if now else style.ground_ink)),
        circle(x, y, radius, ctx.ink(border), owner=bullet(item.label)),
        circle(x, y, style.dot / 2, ctx.ink(dot), owner=bullet(item.label)),
    ]
