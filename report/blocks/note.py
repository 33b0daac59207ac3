"""`note`: small print: a source, a date, a remark (※)."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, fixed
from report.compose.context import BlockContext
from report.page import Destination, Item
from report.text import Text
from report.text.tags import StructElem, Voice, note
from report.units import Rect


class Note(Block, frozen=True, kw_only=True):
    """id: a name that texts lead to, as in [※1](#id)."""

    SHORTHAND = "text"
    text: Text
    id: str = ""
    align: Literal["left", "right"] = "left"

    @property
    def destination(self) -> str:
        return self.id

    def tags(self, voice: Voice) -> list[StructElem]:
        return [note(self.text, id=self.id)]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    anchor: Literal["top", "bottom"]
    text: str
    right_text: str


def lay(block: Note, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("note", Style)
    words = ctx.text(block.text, style.right_text if block.align == "right" else style.text, width)

    def place(rect: Rect) -> list[Item]:
        items = words.place(rect.x, rect.y, owner=block.text)
        return [Destination(name=block.id, y=rect.y, owner=block), *items] if block.id else items

    return fixed(words.height, place, kind="note", anchor=style.anchor)
