"""`text`: running text, one paragraph to a line. A plain string will do."""

from __future__ import annotations

from typing import Literal

from report.blocks import Block
from report.compose.boxes import Box, fixed
from report.compose.context import BlockContext
from report.text import Text
from report.text.tags import StructElem, Voice, paragraphs

TEXTS = ("body", "large")  # text styles that every style sheet has


class TextBlock(Block, frozen=True, kw_only=True):
    """style: body, or large on pages with little text."""

    SHORTHAND = "body"
    body: Text
    style: Literal["body", "large"] = "body"

    def tags(self, voice: Voice) -> list[StructElem]:
        return paragraphs(self.body)


def lay(block: TextBlock, width: float, ctx: BlockContext) -> Box:
    text = ctx.text(block.body, block.style, width)
    return fixed(text.height, lambda rect: text.place(rect.x, rect.y, owner=block.body), kind="text")
