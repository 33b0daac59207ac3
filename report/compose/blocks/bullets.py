"""A list with round bullets and hanging lines."""

from __future__ import annotations

import msgspec

from report.compose.boxes import Box, Place, fixed
from report.compose.room import Room
from report.content.blocks.bullets import Bullets
from report.page import Item, Shape, ellipse_path
from report.source import Length
from report.text import Text
from report.text.tags import bullet
from report.units import Rect


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """In em of the text's size: disc: its diameter; inset: from the left edge to it; drop: of its centre below the
    middle of the first line; indent: of the lines. gap: between two items."""

    text: str
    disc: float
    inset: float
    drop: float
    indent: float
    disc_ink: str
    gap: Length


def lay(block: Bullets, width: float, room: Room) -> Box:
    height, place = bulleted(block.items, width, room)
    return fixed(height, place, kind="bullets")


def bulleted(texts: tuple[Text, ...], width: float, room: Room) -> tuple[float, Place]:
    """The list's height (pt) and the function that places it in a rectangle, for the blocks that hold lists."""
    style = room.style("bullets", Style)
    paragraph = room.sheet.text(style.text)
    em = paragraph.char.size
    lines = [(text, room.text(text, style.text, width - style.indent * em)) for text in texts]

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        y = rect.y
        ink = room.ink(style.disc_ink)
        for text, words in lines:
            middle = y + words.lines[0].top + paragraph.leading / 2 + style.drop * em
            r = style.disc / 2 * em
            path = ellipse_path(rect.x + style.inset * em + r, middle, r, r)
            items.append(Shape(path=path, fill=ink, owner=bullet(text)))
            items += words.place(rect.x + style.indent * em, y, owner=text)
            y += words.height + style.gap
        return items

    return sum(words.height for _, words in lines) + max(0, len(lines) - 1) * style.gap, place
