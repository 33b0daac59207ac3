"""`note`: small print: a source, a date, a remark (※)."""

from __future__ import annotations

from typing import Literal

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, note


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
