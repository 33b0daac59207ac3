"""`credit`: a rights line as its owner words it, with its language."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, fixed
from report.compose.context import BlockContext
from report.page import GlyphRun, Item
from report.text import Text
from report.text.tags import StructElem, Voice, paragraphs
from report.units import Rect


class Credit(Block, frozen=True, kw_only=True):
    SHORTHAND = "text"
    text: Text
    lang: str = "en"

    def tags(self, voice: Voice) -> list[StructElem]:
        return paragraphs(self.text)


class Style(msgspec.Struct, frozen=True, kw_only=True):
    anchor: Literal["top", "bottom"]
    text: str


def lay(block: Credit, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("credit", Style)
    words = ctx.text(block.text, style.text, width)

    def place(rect: Rect) -> list[Item]:
        placed = words.place(rect.x, rect.y, owner=block.text)
        return [_in_language(item, block.lang) for item in placed]

    return fixed(words.height, place, kind="credit", anchor=style.anchor)


def _in_language(item: Item, lang: str) -> Item:
    """Glyphs carry their language, which differs from the book's here (ISO 14289-1, 7.2)."""
    return msgspec.structs.replace(item, lang=lang) if isinstance(item, GlyphRun) else item
