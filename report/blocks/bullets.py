"""`bullets`: a list with round bullets."""

from __future__ import annotations

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, Place, fixed
from report.compose.context import BlockContext
from report.page import Item, Shape
from report.page.shapes import ellipse_path
from report.source import Length
from report.text import Text
from report.text.tags import StructElem, Voice, bullet, bullet_list
from report.units import Rect


class Bullets(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Text, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        return [bullet_list(self.items)]


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


def lay(block: Bullets, width: float, ctx: BlockContext) -> Box:
    height, place = bulleted(block.items, width, ctx)
    return fixed(height, place, kind="bullets")


def bulleted(texts: tuple[Text, ...], width: float, ctx: BlockContext) -> tuple[float, Place]:
    """The list's height (pt) and the function that places it in a rectangle, for the blocks that hold lists."""
    style = ctx.style("bullets", Style)
    paragraph = ctx.sheet.text(style.text)
    em = paragraph.char.size
    lines = [(text, ctx.text(text, style.text, width - style.indent * em)) for text in texts]

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        y = rect.y
        ink = ctx.ink(style.disc_ink)
        for text, words in lines:
            middle = y + words.lines[0].top + paragraph.leading / 2 + style.drop * em
            r = style.disc / 2 * em
            path = ellipse_path(rect.x + style.inset * em + r, middle, r, r)
            items.append(Shape(path=path, fill=ink, owner=bullet(text)))
            items += words.place(rect.x + style.indent * em, y, owner=text)
            y += words.height + style.gap
        return items

    return sum(words.height for _, words in lines) + max(0, len(lines) - 1) * style.gap, place
