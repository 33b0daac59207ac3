"""`device`: a card that shows a thing: head, picture, name and what it does."""

from __future__ import annotations

import msgspec

from report.artwork.pictures import Window
from report.blocks import Block, picture
from report.blocks.picture import Picture
from report.compose.boxes import Box
from report.compose.context import BlockContext
from report.page import Item
from report.page.shapes import rectangle
from report.source import Length, PositiveLength
from report.text import Text
from report.text.tags import StructElem, Voice, figure, paragraphs
from report.units import Rect


class Device(Block, frozen=True, kw_only=True):
    heading: Text
    picture: str
    name: Text
    text: Text
    height: PositiveLength | None = None
    alt: Text | None = None

    def tags(self, voice: Voice) -> list[StructElem]:
        shown = [figure(self, self.alt.plain)] if self.alt else []
        return [StructElem("Sect", (voice.heading(self.heading), *shown, *paragraphs(self.name, self.text)))]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """head_…: of the bar at the top. name_gap: from the name to the text."""

    head_ink: str
    head_text: str
    head_pad_x: Length
    head_pad_y: Length
    ground_ink: str
    pad_top: Length
    pad_side: Length
    pad_bottom: Length
    name_text: str
    name_gap: Length
    text: str


def lay(block: Device, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("device", Style)
    heading = ctx.text(block.heading, style.head_text, width - 2 * style.head_pad_x)
    measure = width - 2 * style.pad_side
    name = ctx.text(block.name, style.name_text, measure)
    text = ctx.text(block.text, style.text, measure)
    head = heading.height + 2 * style.head_pad_y
    foot = style.pad_top + name.height + style.name_gap + text.height + style.pad_bottom
    shown = Picture(origin=block.origin, id=block.picture, height=block.height)
    frame = picture.frame_extent(shown, width, ctx.style("picture", picture.Style))

    def place(rect: Rect) -> list[Item]:
        window = Rect(rect.x, rect.y + head, width, rect.height - head - foot)
        x, y = rect.x + style.pad_side, window.bottom + style.pad_top
        return [
            rectangle(rect, ctx.ink(style.ground_ink)),
            rectangle(Rect(rect.x, rect.y, width, head), ctx.ink(style.head_ink)),
            *heading.place(rect.x + style.head_pad_x, rect.y + style.head_pad_y, owner=block.heading),
            *ctx.studio.picture_named(block.picture, Window(window), block.origin, owner=block if block.alt else None),
            *name.place(x, y, owner=block.name),
            *text.place(x, y + name.height + style.name_gap, owner=block.text),
        ]

    return Box(extent=frame.plus(head + foot), place=place, kind="device")
