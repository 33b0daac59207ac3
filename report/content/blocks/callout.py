"""`callout`: a bubble, a banner, a tag or a star that speaks up."""

from __future__ import annotations

from typing import Literal

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, paragraphs


class Callout(Block, frozen=True, kw_only=True):
    """shape: bubble (with a tail to the left, or down at the left), burst (star), banner (one line with a big number on
    the dark ink; **strong** parts in yellow), tag (yellow label)."""

    shape: Literal["bubble", "burst", "banner", "tag"]
    text: Text
    tail: Literal["left", "down"] = "left"

    def tags(self, voice: Voice) -> list[StructElem]:
        return paragraphs(self.text)
