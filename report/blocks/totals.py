"""`totals`: rows of label and big number, each ruled in the colour of its series."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, fixed
from report.compose.context import BlockContext
from report.compose.figureline import FigureLine, Gaps, figure_line
from report.compose.textblock import TextBlock
from report.page import Item
from report.page.shapes import rule
from report.source import Length
from report.text import Text
from report.text.tags import StructElem, Voice, said
from report.units import Rect


class Total(msgspec.Struct, frozen=True, kw_only=True):
    label: Text
    value: Text
    colour: Literal["base", "counter"] = "base"


class Totals(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Total, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        items = [StructElem("LI", (said("Lbl", item.label), said("LBody", item.value))) for item in self.items]
        return [StructElem("L", tuple(items))]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """apart: least room between label and number. counter_…: of rows in the counter colour."""

    rule: Length
    pad_top: Length
    pad_bottom: Length
    gap: Length
    apart: Length
    rule_ink: str
    label_text: str
    text: str
    counter_rule_ink: str
    counter_label_text: str
    counter_text: str

    def ink_of(self, total: Total) -> str:
        return self.counter_rule_ink if total.colour == "counter" else self.rule_ink


class Line(msgspec.Struct, frozen=True):
    total: Total
    label: TextBlock
    value: FigureLine

    @property
    def height(self) -> float:
        return max(self.value.height, self.label.height)


def lay(block: Totals, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("totals", Style)
    lines = [_line(total, width, ctx, style) for total in block.items]
    pads = style.rule + style.pad_top + style.pad_bottom
    height = sum(line.height + pads for line in lines) + style.rule

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        y = rect.y
        for line in lines:
            ink = ctx.ink(style.ink_of(line.total))
            items.append(rule(rect.x, y, width, style.rule, ink))
            items += _placed(line, Rect(rect.x, y + style.rule + style.pad_top, width, line.height))
            y += line.height + pads
        if lines:
            items.append(rule(rect.x, y, width, style.rule, ctx.ink(style.ink_of(lines[-1].total))))
        return items

    return fixed(height, place, kind="totals")


def _line(total: Total, width: float, ctx: BlockContext, style: Style) -> Line:
    counter = total.colour == "counter"
    value = figure_line(total.value, style.counter_text if counter else style.text, Gaps(style.gap), width, ctx)
    left = width - value.width - style.apart
    label = ctx.text(total.label, style.counter_label_text if counter else style.label_text, left)
    return Line(total, label, value)


def _placed(line: Line, row: Rect) -> list[Item]:
    """The label's last line stands on the number's baseline."""
    top = row.bottom - line.value.height
    baseline = top + line.value.baseline
    items = line.value.place(row.right - line.value.width, top, owner=line.total.value)
    if line.label.lines:
        items += line.label.place(row.x, baseline - line.label.baselines[-1], owner=line.total.label)
    return items
