"""`rule-heading`: a centred line between rules: at its sides (between), or above and below (framed)."""

from __future__ import annotations

from typing import Literal

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, paragraphs


class RuleHeading(Block, frozen=True, kw_only=True):
    SHORTHAND = "text"
    text: Text
    rules: Literal["between", "framed"] = "between"

    @property
    def heads(self) -> bool:
        """Whether what follows in its topic stands under it."""
        return self.rules == "between"

    def tags(self, voice: Voice) -> list[StructElem]:
        return [voice.heading(self.text)] if self.heads else paragraphs(self.text)
