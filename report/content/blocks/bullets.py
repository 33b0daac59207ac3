"""`bullets`: a list with round bullets."""

from __future__ import annotations

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, bulleted


class Bullets(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Text, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        return [bulleted(self.items)]
