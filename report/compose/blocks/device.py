"""A card that shows a thing: head, picture, then its name and what it does. The picture gives way as others do."""

from __future__ import annotations

import msgspec

from report.artwork.pictures import Window
from report.compose.blocks import picture
from report.compose.boxes import Box
from report.compose.room import Room
from report.content.blocks.device import Device
from report.content.blocks.picture import Picture
from report.page import Item, rectangle
from report.source import Length
from report.units import Rect


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


def lay(block: Device, width: float, room: Room) -> Box:
    style = room.style("device", Style)
    heading = room.text(block.heading, style.head_text, width - 2 * style.head_pad_x)
    measure = width - 2 * style.pad_side
    name = room.text(block.name, style.name_text, measure)
    text = room.text(block.text, style.text, measure)
    head = heading.height + 2 * style.head_pad_y
    foot = style.pad_top + name.height + style.name_gap + text.height + style.pad_bottom
    shown = Picture(origin=block.origin, id=block.picture, height=block.height)
    frame = picture.frame_extent(shown, width, room.style("picture", picture.Style))

    def place(rect: Rect) -> list[Item]:
        window = Rect(rect.x, rect.y + head, width, rect.height - head - foot)
        x, y = rect.x + style.pad_side, window.bottom + style.pad_top
        return [
            rectangle(rect, room.ink(style.ground_ink)),
            rectangle(Rect(rect.x, rect.y, width, head), room.ink(style.head_ink)),
            *heading.place(rect.x + style.head_pad_x, rect.y + style.head_pad_y, owner=block.heading),
            *room.studio.picture_named(block.picture, Window(window), block.origin, owner=block if block.alt else None),
            *name.place(x, y, owner=block.name),
            *text.place(x, y + name.height + style.name_gap, owner=block.text),
        ]

    return Box(extent=frame.plus(head + foot), place=place, kind="device")
