"""`stat`: one or two big numbers between two rules."""

from __future__ import annotations

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, paragraphs


class Stat(Block, frozen=True, kw_only=True):
    """items: one or two lines such as "約__1,000__床の増床". as-of: the date, right-aligned below."""

    SHORTHAND = "items"
    items: tuple[Text, ...]
    as_of: Text | None = None

    def tags(self, voice: Voice) -> list[StructElem]:
        return [StructElem("Div", (*paragraphs(*self.items), *paragraphs(self.as_of)))]
