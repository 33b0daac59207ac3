"""`change`: before ▶ after, with a unit chart of squares below."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, Extent
from report.compose.context import BlockContext
from report.compose.figureline import FigureLine, Gaps, figure_line
from report.compose.unit_marks import alt_of_units, check_count, counted, unit_chart
from report.figures.agreement import of_unit, quantities
from report.figures.model import FigureRef
from report.messages import message
from report.page import Drawing, Item, placed
from report.page.shapes import polygon, rectangle
from report.source import Count, Length
from report.text import Text
from report.text.tags import StructElem, Voice, figure, paragraphs, said
from report.units import Rect

if TYPE_CHECKING:
    from report.text.edition import Edition


class Change(Block, frozen=True, kw_only=True):
    """before, after: as set, e.g. "__99__ha". count: figure id of the squares drawn; added: of those in yellow.

    columns: squares in a row. key: the three parts of the key: the scale, the plain squares, the added ones.
    """

    title: Text
    before: Text
    after: Text
    count: FigureRef | None = None
    added: FigureRef | None = None
    columns: Count = Count(27)
    key: tuple[Text, ...] = ()
    alt: Text | None = None

    def __post_init__(self) -> None:
        if not self.count and (self.added or self.key):
            raise ValueError(message("count-missing"))
        if not self.count and self.alt:
            raise ValueError(message("alt-of-nothing"))
        if len(self.key) > (3 if self.added else 2):
            raise ValueError(message("key-parts-too-many"))

    def resolved(self, edition: Edition) -> Change:
        """Both numbers are of one unit; the squares are as many as they say, where the key has each stand for one."""
        units = [{each.unit for each in quantities(line.plain)} for line in (self.before, self.after)]
        if all(units) and not units[0] & units[1]:
            named = {"before": self.before.plain, "after": self.after.plain}
            edition.report.warning(self.after.origin, message("change-of-units", **named))
        unit = self.count.found.unit if self.count and self.count.found else ""
        scale = of_unit(self.key[0].plain, unit) if self.key else []
        if self.count and all(each.value == 1 for each in scale):
            check_count([self.before, self.after], self.count, self.added, edition.report)
        return self

    def tags(self, voice: Voice) -> list[StructElem]:
        shown = [figure(self, alt_of_units(self.alt, self.count, self.added))] if self.count else []
        change = f"{self.before.plain}から{self.after.plain}へ"  # the triangle in words
        numbers = said("P", self.before, self.after, actual=change)
        return [StructElem("Div", (*paragraphs(self.title), numbers, *shown, *paragraphs(*self.key)))]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """number_gap: from the title to the line of numbers. gap: between a number and its unit.

    arrow_gap: at both sides of the triangle; arrow_rise: its middle above the baseline.
    key_…: swatches, their words, and apart, the room between the parts.
    """

    ground_ink: str
    pad_top: Length
    pad_side: Length
    pad_bottom: Length
    title_text: str
    number_gap: Length
    before_text: str
    after_text: str
    gap: Length
    arrow_width: Length
    arrow_height: Length
    arrow_gap: Length
    arrow_rise: Length
    arrow_ink: str
    marks_gap: Length
    key_gap: Length
    key_text: str
    key_swatch: Length
    key_swatch_gap: Length
    key_apart: Length
    key_ink: str
    key_added_ink: str


def lay(block: Change, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("change", Style)
    inner = width - 2 * style.pad_side
    title = ctx.text(block.title, style.title_text, inner)
    before = figure_line(block.before, style.before_text, Gaps(style.gap), inner, ctx)
    after = figure_line(block.after, style.after_text, Gaps(style.gap), inner, ctx)
    drawing = _marks(block, inner, ctx)
    line = max(before.height, after.height)
    key = ctx.sheet.text(style.key_text).leading
    above = style.pad_top + title.height + style.number_gap + line
    below = style.marks_gap + drawing.size.height + style.key_gap + key if drawing else 0.0

    def place(rect: Rect) -> list[Item]:
        x, y = rect.x + style.pad_side, rect.y + style.pad_top
        items: list[Item] = [rectangle(rect, ctx.ink(style.ground_ink))]
        items += title.place(x, y, owner=block.title)
        spare = (rect.height - above - below - style.pad_bottom) / 2
        y = rect.y + above + spare
        items += _numbers(block, before, after, Rect(x, y - line, inner, line), ctx, style)
        if drawing:
            y += style.marks_gap
            items.append(placed(drawing, x, y, block))
            items += _key(block, Rect(x, y + drawing.size.height + style.key_gap, inner, key), ctx, style)
        return items

    return Box(extent=Extent.fixed(above + below + style.pad_bottom), place=place, kind="change", fills="always")


def _marks(block: Change, inner: float, ctx: BlockContext) -> Drawing | None:
    if not block.count:
        return None
    marks = counted(block.count, block.added, block.columns, ctx)
    return unit_chart(marks, block.columns, inner, "square", ctx) if marks else None


def _numbers(
    block: Change, before: FigureLine, after: FigureLine, row: Rect, ctx: BlockContext, style: Style
) -> list[Item]:
    """Both numbers on the row's common baseline, the triangle between them, all centred."""
    taken = before.width + after.width + style.arrow_width + 2 * style.arrow_gap
    if taken > row.width + 0.01:
        ctx.report.error(block.before.origin, message("change-too-wide"))
    baseline = row.bottom - max(before.height - before.baseline, after.height - after.baseline)
    x = row.x + (row.width - taken) / 2
    left = x + before.width + style.arrow_gap
    middle, half = baseline - style.arrow_rise, style.arrow_height / 2
    arrow = [(left, middle - half), (left, middle + half), (left + style.arrow_width, middle)]
    return [
        *before.place_on(x, baseline, owner=block.before),
        polygon(arrow, ctx.ink(style.arrow_ink)),
        *after.place_on(left + style.arrow_width + style.arrow_gap, baseline, owner=block.after),
    ]


def _key(block: Change, row: Rect, ctx: BlockContext, style: Style) -> list[Item]:
    """The scale, then a swatch and its words for each kind of mark."""
    items: list[Item] = []
    x = row.x
    for i, part in enumerate(block.key):
        if i:
            ink = style.key_ink if i == 1 else style.key_added_ink
            swatch = Rect(x, row.centre.y - style.key_swatch / 2, style.key_swatch, style.key_swatch)
            items.append(rectangle(swatch, ctx.ink(ink)))
            x = swatch.right + style.key_swatch_gap
        words = ctx.text(part, style.key_text, row.width)
        items += words.place(x, row.y, owner=part)
        x += words.width + style.key_apart
    if x - style.key_apart > row.right + 0.01:
        ctx.report.error(block.key[-1].origin, message("key-too-wide"))
    return items
