"""`panel`: a solid ground of the field colour with one very big number.

What the panel holds stands in the middle of its height, flush left.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, Extent, Place
from report.compose.context import BlockContext
from report.compose.figureline import Gaps, figure_line
from report.compose.textblock import TextBlock
from report.compose.unit_marks import alt_of_units, check_count, counted, unit_chart
from report.figures.model import FigureRef
from report.messages import message
from report.page import Item, placed
from report.page.shapes import circle, rectangle
from report.source import Count, Length
from report.text import Text
from report.text.tags import StructElem, Voice, figure, listed, paragraphs
from report.units import Rect

if TYPE_CHECKING:
    from report.text.edition import Edition


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """A unit chart: one mark for each unit of the figure `count`, those of `added` at the end in yellow.

    icon: a symbol instead of a circle. columns: marks in a row.
    """

    count: FigureRef
    columns: Count
    added: FigureRef | None = None
    icon: str = ""


class PanelItem(msgspec.Struct, frozen=True, kw_only=True):
    icon: str
    label: Text


class Panel(Block, frozen=True, kw_only=True):
    """over, number, under: the lines, e.g. 地域包括支援センターを / __27__か所体制に強化. legend: of the added marks.

    items: white cards with an icon.
    """

    number: Text
    over: Text | None = None
    under: Text | None = None
    marks: Marks | None = None
    legend: Text | None = None
    items: tuple[PanelItem, ...] = ()
    alt: Text | None = None

    def __post_init__(self) -> None:
        if not self.marks and self.alt:
            raise ValueError(message("alt-of-nothing"))

    def resolved(self, edition: Edition) -> Panel:
        """The marks are as many as the lines say."""
        if self.marks:
            lines = [line for line in (self.over, self.number, self.under, self.legend) if line]
            check_count(lines, self.marks.count, self.marks.added, edition.report)
        return self

    def tags(self, voice: Voice) -> list[StructElem]:
        marks = [figure(self, alt_of_units(self.alt, self.marks.count, self.marks.added))] if self.marks else []
        cards = [listed(item.label for item in self.items)] if self.items else []
        lines = paragraphs(self.over, self.number, self.under)
        return [StructElem("Div", (*lines, *marks, *paragraphs(self.legend), *cards))]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """number_gap: from the line over the number to it, under_gap from it to the line under it.

    gap: between the number and its words; stack_…: words that turn at the author's breaks. marks_gap: above and below
    the marks; icon_apart: between icons that are marks. item_…: of the white cards.
    """

    ground_ink: str
    pad_top: Length
    pad_side: Length
    pad_bottom: Length
    line_text: str
    number_text: str
    number_gap: Length
    under_gap: Length
    gap: Length
    stack_text: str
    stack_gap: Length
    marks_gap: Length
    number_smaller_text: str = ""
    icon_apart: Length
    icon_ink: str
    legend_text: str
    legend_dot: Length
    legend_gap: Length
    legend_ink: str
    items_gap: Length
    item_apart: Length
    item_ground_ink: str
    item_pad: Length
    item_icon: Length
    item_icon_ink: str
    item_gap: Length
    item_text: str


class Storey(msgspec.Struct, frozen=True):
    """One thing of the stack. gap: from what stands above it. pt."""

    gap: float
    height: float
    place: Place


def lay(block: Panel, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("panel", Style)
    inner = width - 2 * style.pad_side
    storeys = _storeys(block, inner, ctx, style)
    content = sum(s.height for s in storeys) + sum(s.gap for s in storeys[1:])

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = [rectangle(rect, ctx.ink(style.ground_ink))]
        y = rect.y + style.pad_top + (rect.height - style.pad_top - content - style.pad_bottom) / 2
        for i, storey in enumerate(storeys):
            y += storey.gap if i else 0.0
            items += storey.place(Rect(rect.x + style.pad_side, y, inner, storey.height))
            y += storey.height
        return items

    extent = Extent.fixed(style.pad_top + content + style.pad_bottom)
    return Box(extent=extent, place=place, kind="panel", fills="always")


def _storeys(block: Panel, inner: float, ctx: BlockContext, style: Style) -> list[Storey]:
    """From the top: line over, number, line under, marks, legend, cards."""
    made = []
    if block.over:
        made.append(_words(block.over, 0.0, inner, ctx, style))
    gaps = Gaps(style.gap, style.gap, style.stack_text, style.stack_gap, style.number_smaller_text)
    number = figure_line(block.number, style.number_text, gaps, inner, ctx)
    made.append(Storey(style.number_gap, number.height, lambda rect: number.place(rect.x, rect.y, owner=block.number)))
    if block.under:
        made.append(_words(block.under, style.under_gap, inner, ctx, style))
    if block.marks:
        made += _marks(block, block.marks, inner, ctx, style)
    if block.legend:
        made.append(_legend(block.legend, inner, ctx, style))
    if block.items:
        made.append(_items(block.items, inner, block, ctx, style))
    return made


def _words(text: Text, gap: float, inner: float, ctx: BlockContext, style: Style) -> Storey:
    words = ctx.text(text, style.line_text, inner)
    return Storey(gap, words.height, lambda rect: words.place(rect.x, rect.y, owner=text))


def _marks(block: Panel, marks: Marks, inner: float, ctx: BlockContext, style: Style) -> list[Storey]:
    numbers = counted(marks.count, marks.added, marks.columns, ctx)
    if numbers is None:
        return []
    if marks.icon:
        return [_icons(block, marks, numbers[0], inner, ctx, style)]
    drawing = unit_chart(numbers, marks.columns, inner, "circle", ctx)
    return [Storey(style.marks_gap, drawing.size.height, lambda rect: [placed(drawing, rect.x, rect.y, block)])]


def _icons(block: Panel, marks: Marks, count: int, inner: float, ctx: BlockContext, style: Style) -> Storey:
    """One icon a unit, in rows."""
    apart = style.icon_apart
    size = (inner - apart * (marks.columns - 1)) / marks.columns
    if size < apart:
        ctx.report.error(block.origin, message("icons-too-many", count=marks.columns))
        return Storey(style.marks_gap, 0.0, lambda rect: [])
    rows = math.ceil(count / marks.columns)

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        for i in range(count):
            row, column = divmod(i, marks.columns)
            frame = Rect(rect.x + column * (size + apart), rect.y + row * (size + apart), size, size)
            items += ctx.studio.icon(marks.icon, frame, ctx.ink(style.icon_ink), block.origin, owner=block)
        return items

    return Storey(style.marks_gap, rows * size + (rows - 1) * apart, place)


def _legend(legend: Text, inner: float, ctx: BlockContext, style: Style) -> Storey:
    """A dot like the added marks, and what they are."""
    inset = style.legend_dot + style.legend_gap
    words = ctx.text(legend, style.legend_text, inner - inset)
    line = ctx.sheet.text(style.legend_text).leading

    def place(rect: Rect) -> list[Item]:
        radius = style.legend_dot / 2
        dot = circle(rect.x + radius, rect.y + line / 2, radius, ctx.ink(style.legend_ink))
        return [dot, *words.place(rect.x + inset, rect.y, owner=legend)]

    return Storey(style.marks_gap, words.height, place)


def _items(entries: tuple[PanelItem, ...], inner: float, block: Panel, ctx: BlockContext, style: Style) -> Storey:
    """White cards of equal size side by side: icon over label."""
    width = (inner - style.item_apart * (len(entries) - 1)) / len(entries)
    if width < style.item_icon:
        ctx.report.error(block.origin, message("cards-too-many", count=len(entries)))
        return Storey(style.items_gap, 0.0, lambda rect: [])
    labels = [ctx.text(entry.label, style.item_text, width) for entry in entries]
    high = max(label.height for label in labels)
    height = 2 * style.item_pad + style.item_icon + style.item_gap + high

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        for i, (entry, label) in enumerate(zip(entries, labels, strict=True)):
            card = Rect(rect.x + i * (width + style.item_apart), rect.y, width, height)
            items += _item(entry, label, card, block, ctx, style)
        return items

    return Storey(style.items_gap, height, place)


def _item(entry: PanelItem, label: TextBlock, card: Rect, block: Panel, ctx: BlockContext, style: Style) -> list[Item]:
    size = style.item_icon
    icon = Rect(card.centre.x - size / 2, card.y + style.item_pad, size, size)
    return [
        rectangle(card, ctx.ink(style.item_ground_ink)),
        *ctx.studio.icon(entry.icon, icon, ctx.ink(style.item_icon_ink), block.origin),
        *label.place(card.x, icon.bottom + style.item_gap, owner=entry.label),
    ]
