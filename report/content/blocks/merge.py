"""`merge`: several things become one."""

from __future__ import annotations

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, listed, paragraphs


class Merge(Block, frozen=True, kw_only=True):
    items: tuple[Text, ...]
    into: Text

    def tags(self, voice: Voice) -> list[StructElem]:
        return [StructElem("Div", (listed(self.items), *paragraphs(self.into)))]
