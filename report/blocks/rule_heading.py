"""`rule-heading`: a centred line between rules: at its sides (between), or above and below (framed)."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, fixed
from report.compose.context import BlockContext
from report.compose.textblock import TextBlock
from report.page import Item
from report.page.shapes import rule
from report.source import Length
from report.text import Text
from report.text.tags import StructElem, Voice, paragraphs
from report.units import Rect


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


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """gap: from the words to the rules at their sides. framed_pad: from the rules above and below to the words."""

    text: str
    gap: Length
    framed_text: str
    framed_pad: Length
    rule: Length
    rule_ink: str


def lay(block: RuleHeading, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("rule-heading", Style)
    if block.rules == "framed":
        return _framed(block, width, ctx, style)
    words = ctx.text(block.text, style.text, width)

    def place(rect: Rect) -> list[Item]:
        return [*beside(words, rect, ctx, style), *words.place(rect.x, rect.y, owner=block.text)]

    return fixed(words.height, place, kind="rule-heading")


def beside(words: TextBlock, rect: Rect, ctx: BlockContext, style: Style) -> list[Item]:
    """The rules left and right of a line of words centred in rect; none where the words leave no space."""
    length = (rect.width - words.width) / 2 - style.gap
    if length <= 0:
        return []
    y = rect.y + (words.height - style.rule) / 2
    ink = ctx.ink(style.rule_ink)
    return [
        rule(rect.x, y, length, style.rule, ink),
        rule(rect.right - length, y, length, style.rule, ink),
    ]


def _framed(block: RuleHeading, width: float, ctx: BlockContext, style: Style) -> Box:
    words = ctx.text(block.text, style.framed_text, width)
    inset = style.rule + style.framed_pad

    def place(rect: Rect) -> list[Item]:
        ink = ctx.ink(style.rule_ink)
        bottom = rect.y + 2 * inset + words.height
        return [
            rule(rect.x, rect.y, rect.width, style.rule, ink),
            *words.place(rect.x, rect.y + inset, owner=block.text),
            rule(rect.x, bottom - style.rule, rect.width, style.rule, ink),
        ]

    return fixed(2 * inset + words.height, place, kind="rule-heading")
