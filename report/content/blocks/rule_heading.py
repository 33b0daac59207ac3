"""`rule-heading`: a centred line between rules: at its sides (between), or above and below (framed)."""

from __future__ import annotations

from typing import Literal

from report.content.block import Block
from report.content.tags import StructElem, Voice, paragraphs
from report.source import Text


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
