"""`credit`: a rights line as its owner words it, with its language."""

from __future__ import annotations

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, paragraphs


class Credit(Block, frozen=True, kw_only=True):
    SHORTHAND = "text"
    text: Text
    lang: str = "en"

    def tags(self, voice: Voice) -> list[StructElem]:
        return paragraphs(self.text)
