"""Small print: a source, a date, a remark (※)."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.compose.boxes import Box, fixed
from report.compose.room import Room
from report.content.blocks.note import Note
from report.page import Destination, Item
from report.units import Rect


class Style(msgspec.Struct, frozen=True, kw_only=True):
    anchor: Literal["top", "bottom"]
    text: str
    right_text: str


def lay(block: Note, width: float, room: Room) -> Box:
    style = room.style("note", Style)
    words = room.text(block.text, style.right_text if block.align == "right" else style.text, width)

    def place(rect: Rect) -> list[Item]:
        items = words.place(rect.x, rect.y, owner=block.text)
        return [Destination(name=block.id, y=rect.y, owner=block), *items] if block.id else items

    return fixed(words.height, place, kind="note", anchor=style.anchor)
