"""A rights line in the words of its owner, in the smallest size there is."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.compose.boxes import Box, fixed
from report.compose.room import Room
from report.content.blocks.credit import Credit
from report.page import GlyphRun, Item
from report.units import Rect


class Style(msgspec.Struct, frozen=True, kw_only=True):
    anchor: Literal["top", "bottom"]
    text: str


def lay(block: Credit, width: float, room: Room) -> Box:
    style = room.style("credit", Style)
    words = room.text(block.text, style.text, width)

    def place(rect: Rect) -> list[Item]:
        placed = words.place(rect.x, rect.y, owner=block.text)
        return [_in_language(item, block.lang) for item in placed]

    return fixed(words.height, place, kind="credit", anchor=style.anchor)


def _in_language(item: Item, lang: str) -> Item:
    """Glyphs carry their language, which differs from the book's here (ISO 14289-1, 7.2)."""
    return msgspec.structs.replace(item, lang=lang) if isinstance(item, GlyphRun) else item
