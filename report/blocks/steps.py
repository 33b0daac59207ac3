"""`steps`: two or three boxes with icons, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, fixed
from report.compose.context import BlockContext
from report.page import Item
from report.page.shapes import polygon, rectangle, rule
from report.source import Length
from report.text import Text
from report.text.tags import StructElem, Voice, bullet, numbered
from report.units import Rect


class Step(msgspec.Struct, frozen=True, kw_only=True):
    icon: str
    label: Text


class Steps(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Step, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        return [numbered(item.label for item in self.items)]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """pad: above the icon and below the label. triangle_gap: at both sides of the triangle, which points right."""

    anchor: Literal["top", "bottom"]
    ground_ink: str
    rule: Length
    rule_ink: str
    pad: Length
    pad_side: Length
    icon: Length
    icon_ink: str
    icon_gap: Length
    text: str
    triangle_width: Length
    triangle_height: Length
    triangle_gap: Length
    triangle_ink: str


def lay(block: Steps, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("steps", Style)
    count = len(block.items)
    between = style.triangle_width + 2 * style.triangle_gap
    wanted = [ctx.text(item.label, style.text, width).width + 2 * style.pad_side for item in block.items]
    widths = shares(wanted, width - (count - 1) * between)
    lefts = list(accumulate((each + between for each in widths), initial=0.0))
    labels = [
        ctx.text(item.label, style.text, each - 2 * style.pad_side)
        for item, each in zip(block.items, widths, strict=True)
    ]
    top = style.rule + style.pad
    height = top + style.icon + style.icon_gap + max(label.height for label in labels) + style.pad

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        for i, (item, label, each) in enumerate(zip(block.items, labels, widths, strict=True)):
            x = rect.x + lefts[i]
            items.append(rectangle(Rect(x, rect.y, each, height), ctx.ink(style.ground_ink)))
            items.append(rule(x, rect.y, each, style.rule, ctx.ink(style.rule_ink)))
            icon = Rect(x + (each - style.icon) / 2, rect.y + top, style.icon, style.icon)
            items += ctx.studio.icon(item.icon, icon, ctx.ink(style.icon_ink), item.label.origin, bullet(item.label))
            items += label.place(x + style.pad_side, icon.bottom + style.icon_gap, owner=item.label)
            if i + 1 < count:
                items.append(_triangle(x + each + style.triangle_gap, rect.y + height / 2, ctx, style))
        return items

    return fixed(height, place, kind="steps", anchor=style.anchor)


def shares(wanted: Sequence[float], whole: float) -> list[float]:
    """Equal widths, but what a longer label wants if the others have it to spare; labels that want too much turn."""
    even = whole / len(wanted)
    if sum(wanted) > whole:
        return [even] * len(wanted)
    wide: set[int] = set()
    while longer := {i for i, want in enumerate(wanted) if want > even} - wide:
        wide |= longer
        even = (whole - sum(wanted[i] for i in wide)) / max(1, len(wanted) - len(wide))
    return [want if i in wide else even for i, want in enumerate(wanted)]


def _triangle(x: float, middle: float, ctx: BlockContext, style: Style) -> Item:
    half = style.triangle_height / 2
    tip = (x + style.triangle_width, middle)
    return polygon([(x, middle - half), tip, (x, middle + half)], fill=ctx.ink(style.triangle_ink))
