"""`stat`: one or two big numbers between two rules."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, fixed
from report.compose.context import BlockContext
from report.compose.figureline import FigureLine, Gaps, figure_line
from report.messages import message
from report.page import Item
from report.page.shapes import rectangle, rule
from report.source import Length
from report.text import Text
from report.text.tags import StructElem, Voice, paragraphs
from report.units import Rect


class Stat(Block, frozen=True, kw_only=True):
    """items: one or two lines such as "約__1,000__床の増床". as-of: the date, right-aligned below."""

    SHORTHAND = "items"
    items: tuple[Text, ...]
    as_of: Text | None = None

    def tags(self, voice: Voice) -> list[StructElem]:
        return [StructElem("Div", (*paragraphs(*self.items), *paragraphs(self.as_of)))]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """rule: the one above; foot: the one below. divider: between two numbers, with divider_gap after it.

    gap: between a number and its words.
    """

    anchor: Literal["top", "bottom"]
    rule: Length
    foot: Length
    rule_ink: str
    pad_top: Length
    pad_bottom: Length
    text: str
    gap: Length
    divider: Length
    divider_gap: Length
    divider_ink: str
    as_of_text: str
    as_of_gap: Length


def lay(block: Stat, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("stat", Style)
    before = style.divider + style.divider_gap
    lines = [figure_line(item, style.text, Gaps(style.gap), width, ctx) for item in block.items]
    taken = sum(line.width for line in lines) + before * (len(lines) - 1)
    if taken > width + 0.01:
        ctx.report.error(block.origin, message("numbers-too-wide", taken=taken, width=width))
    high = max((line.height for line in lines), default=0.0)
    frame = style.rule + style.pad_top + high + style.pad_bottom + style.foot
    as_of = ctx.text(block.as_of, style.as_of_text, width) if block.as_of else None
    height = frame + (style.as_of_gap + as_of.height if as_of else 0.0)

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = [
            rule(rect.x, rect.y, width, style.rule, ctx.ink(style.rule_ink)),
            rule(rect.x, rect.y + frame - style.foot, width, style.foot, ctx.ink(style.rule_ink)),
        ]
        row = Rect(rect.x, rect.y + style.rule + style.pad_top, width, high)
        items += _numbers(block, lines, row, ctx, style)
        if as_of:
            items += as_of.place(rect.x, rect.y + frame + style.as_of_gap, owner=block.as_of)
        return items

    return fixed(height, place, kind="stat", anchor=style.anchor)


def _numbers(block: Stat, lines: list[FigureLine], row: Rect, ctx: BlockContext, style: Style) -> list[Item]:
    """The first at the left, the last at the right, dividers before all but the first."""
    before = style.divider + style.divider_gap
    spare = row.width - sum(line.width for line in lines) - before * (len(lines) - 1)
    between = spare / (len(lines) - 1) if len(lines) > 1 else 0.0
    baseline = row.y + max((line.baseline for line in lines), default=0.0)
    items: list[Item] = []
    x = row.x
    for i, (text, line) in enumerate(zip(block.items, lines, strict=True)):
        if i:
            x += between
            items.append(rectangle(Rect(x, row.y, style.divider, row.height), ctx.ink(style.divider_ink)))
            x += before
        items += line.place_on(x, baseline, owner=text)
        x += line.width
    return items
