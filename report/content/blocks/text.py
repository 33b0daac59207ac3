"""`text`: running text, one paragraph to a line. A plain string will do."""

from __future__ import annotations

from typing import Literal, get_args

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, paragraphs

Style = Literal["body", "large"]
STYLES = get_args(Style)  # text styles that every style sheet has


class TextBlock(Block, frozen=True, kw_only=True):
    """style: body, or large on pages with little text."""

    SHORTHAND = "body"
    body: Text
    style: Style = "body"

    def tags(self, voice: Voice) -> list[StructElem]:
        return paragraphs(self.body)
