"""`bullets`: a list with round bullets."""

from __future__ import annotations

from report.content.block import Block
from report.content.tags import StructElem, Voice, bulleted
from report.source import Text


class Bullets(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Text, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        return [bulleted(self.items)]
