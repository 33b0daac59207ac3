"""`programme`: a diagram: one desk with its services, below it columns of support.

The columns share the height that the page has to spare.
"""

from __future__ import annotations

import re

import msgspec

from report.blocks import Block, rule_heading
from report.blocks.bullets import bulleted
from report.compose.boxes import Box, Extent, Place
from report.compose.context import BlockContext
from report.page import Item
from report.page.shapes import polygon, rectangle
from report.source import Count, Length
from report.text import Text
from report.text.tags import StructElem, Voice, bullet_list, listed, note
from report.units import Rect


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """items: services; small print in brackets is set small. note: ※ at the right."""

    icon: str
    label: Text
    items: tuple[Text, ...]
    note: Text | None = None


class Support(msgspec.Struct, frozen=True, kw_only=True):
    icon: str
    heading: Text
    items: tuple[Text, ...]


class Programme(Block, frozen=True, kw_only=True):
    title: Text
    desk: Desk
    label: Text
    columns: tuple[Support, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        below = voice.under()
        remark = [note(self.desk.note)] if self.desk.note else []
        desk = (below.heading(self.desk.label), listed(self.desk.items), *remark)
        lowest = below.under()
        columns = [
            StructElem("Sect", (lowest.heading(column.heading), bullet_list(column.items))) for column in self.columns
        ]
        support = StructElem("Sect", (below.heading(self.label), *columns))
        return [StructElem("Sect", (voice.heading(self.title), StructElem("Sect", desk), support))]


Part = tuple[float, Place]  # a part's height, and how it is placed
SMALL_PRINT = re.compile("[(（]")


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """inset: of everything below the title from the ground's sides; desk_gap, foot: from its upper and lower end.

    cell: the desk's name and icon, at the left. services: the white part at its right, in service_columns, each service
    with a square before it and a rule below it (service_pad above the rule). arrow: the triangle under the desk, which
    points down. head: of a column; list: its white part.
    """

    ground_ink: str
    title_ink: str
    title_text: str
    title_pad: Length
    inset: Length
    desk_gap: Length
    foot: Length
    white_ink: str
    cell: Length
    cell_ink: str
    cell_icon: Length
    cell_icon_ink: str
    cell_gap: Length
    cell_text: str
    services_top: Length
    services_side: Length
    services_bottom: Length
    service_columns: Count
    service_gap: Length
    service_row_gap: Length
    service_text: str
    service_small_text: str
    service_small_gap: Length
    service_pad: Length
    square: Length
    square_ink: str
    square_gap: Length
    service_rule: Length
    service_rule_ink: str
    note_text: str
    arrow_width: Length
    arrow_height: Length
    arrow_ink: str
    arrow_gap: Length
    label_text: str
    label_gap: Length
    column_gap: Length
    head_ink: str
    head_text: str
    head_pad: Length
    head_side: Length
    head_icon: Length
    head_icon_ink: str
    head_gap: Length
    list_pad: Length
    list_side: Length


def lay(block: Programme, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("programme", Style)
    inner = width - 2 * style.inset
    title, desk = _title(block.title, width, ctx, style), _desk(block.desk, inner, ctx, style)
    label = _label(block.label, inner, ctx, style)
    each = (inner - (len(block.columns) - 1) * style.column_gap) / len(block.columns)
    columns = [_column(support, each, ctx, style) for support in block.columns]
    above = title[0] + style.desk_gap + desk[0] + label[0]
    natural = above + max(height for height, _ in columns) + style.foot

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = [rectangle(rect, ctx.ink(style.ground_ink))]
        items += title[1](rect._replace(height=title[0]))
        x, y = rect.x + style.inset, rect.y + title[0] + style.desk_gap
        items += desk[1](Rect(x, y, inner, desk[0]))
        items += label[1](Rect(x, y + desk[0], inner, label[0]))
        for i, (_, place_column) in enumerate(columns):
            left = x + i * (each + style.column_gap)
            items += place_column(Rect(left, rect.y + above, each, rect.height - above - style.foot))
        return items

    return Box(extent=Extent.fixed(natural), place=place, kind="programme", fills="always")


def _title(text: Text, width: float, ctx: BlockContext, style: Style) -> Part:
    words = ctx.text(text, style.title_text, width - 2 * style.title_pad)

    def place(rect: Rect) -> list[Item]:
        bar = rectangle(rect, ctx.ink(style.title_ink))
        return [bar, *words.place(rect.x + style.title_pad, rect.y + style.title_pad, owner=text)]

    return words.height + 2 * style.title_pad, place


def _desk(desk: Desk, width: float, ctx: BlockContext, style: Style) -> Part:
    """The desk's cell, and its services on white beside it; both as high as the higher of them."""
    name = ctx.text(desk.label, style.cell_text, style.cell - 2 * style.cell_gap)
    tall = style.cell_icon + style.cell_gap + name.height
    services_height, services = _services(desk, width - style.cell - 2 * style.services_side, ctx, style)
    height = max(tall + 4 * style.cell_gap, style.services_top + services_height + style.services_bottom)

    def place(rect: Rect) -> list[Item]:
        cell = rect._replace(width=style.cell)
        top = rect.y + (rect.height - tall) / 2
        icon = Rect(cell.centre.x - style.cell_icon / 2, top, style.cell_icon, style.cell_icon)
        inside = Rect(
            cell.right + style.services_side,
            rect.y + style.services_top,
            rect.width - style.cell - 2 * style.services_side,
            services_height,
        )
        return [
            rectangle(rect, ctx.ink(style.white_ink)),
            rectangle(cell, ctx.ink(style.cell_ink)),
            *ctx.studio.icon(desk.icon, icon, ctx.ink(style.cell_icon_ink), desk.label.origin),
            *name.place(cell.x + style.cell_gap, icon.bottom + style.cell_gap, owner=desk.label),
            *services(inside),
        ]

    return height, place


def _services(desk: Desk, width: float, ctx: BlockContext, style: Style) -> Part:
    """The services row by row in columns, and the note below them."""
    count = style.service_columns
    each = (width - (count - 1) * style.service_gap) / count
    line = ctx.sheet.text(style.service_text).leading
    row = line + style.service_pad + style.service_rule
    rows = -(-len(desk.items) // count)
    note = ctx.text(desk.note, style.note_text, width) if desk.note else None
    height = rows * (row + style.service_row_gap) + (note.height if note else -style.service_row_gap)

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        for i, text in enumerate(desk.items):
            x = rect.x + i % count * (each + style.service_gap)
            y = rect.y + i // count * (row + style.service_row_gap)
            items += _service(text, Rect(x, y, each, row), ctx, style)
        if note:
            items += note.place(rect.x, rect.bottom - note.height, owner=desk.note)
        return items

    return height, place


def _service(text: Text, rect: Rect, ctx: BlockContext, style: Style) -> list[Item]:
    """One service: square, name, what stands in brackets in small print on the same baseline, and a rule."""
    name, small = _split(text)
    line = ctx.sheet.text(style.service_text).leading
    left = style.square + style.square_gap
    words = ctx.text(name, style.service_text, rect.width - left)
    ctx.must_fit(words, rect.width - left, line, text)
    square = Rect(rect.x, rect.y + (line - style.square) / 2, style.square, style.square)
    below = Rect(rect.x, rect.bottom - style.service_rule, rect.width, style.service_rule)
    items: list[Item] = [
        rectangle(square, ctx.ink(style.square_ink)),
        *words.place(rect.x + left, rect.y, owner=text),
        rectangle(below, ctx.ink(style.service_rule_ink)),
    ]
    if small:
        taken = left + words.width + style.service_small_gap
        print_ = ctx.text(small, style.service_small_text, rect.width - taken)
        ctx.must_fit(print_, rect.width - taken, line, text)
        y = rect.y + words.baselines[0] - print_.baselines[0]
        items += print_.place(rect.x + taken, y, owner=text)
    return items


def _split(text: Text) -> tuple[Text, Text | None]:
    """A name, and the small print from its first bracket on."""
    found = SMALL_PRINT.search(text.plain)
    return text.cut(found.start()) if found and found.start() else (text, None)


def _label(text: Text, width: float, ctx: BlockContext, style: Style) -> Part:
    """The triangle under the desk, and the words between rules that lead over to the columns."""
    words = ctx.text(text, style.label_text, width)
    arrow = style.arrow_height + 2 * style.arrow_gap

    def place(rect: Rect) -> list[Item]:
        x, top, half = rect.centre.x, rect.y + style.arrow_gap, style.arrow_width / 2
        corners = [(x - half, top), (x + half, top), (x, top + style.arrow_height)]
        row = Rect(rect.x, rect.y + arrow, rect.width, words.height)
        rules = rule_heading.beside(words, row, ctx, ctx.style("rule-heading", rule_heading.Style))
        return [
            polygon(corners, fill=ctx.ink(style.arrow_ink)),
            *rules,
            *words.place(row.x, row.y, owner=text),
        ]

    return arrow + words.height + style.label_gap, place


def _column(support: Support, width: float, ctx: BlockContext, style: Style) -> Part:
    """A column of support: head with icon, and a list on white that reaches to the foot."""
    left = style.head_side + style.head_icon + style.head_gap
    name = ctx.text(support.heading, style.head_text, width - left - style.head_side)
    head = max(style.head_icon, name.height) + 2 * style.head_pad
    list_height, place_list = bulleted(support.items, width - 2 * style.list_side, ctx)

    def place(rect: Rect) -> list[Item]:
        bar = rect._replace(height=head)
        icon = Rect(rect.x + style.head_side, rect.y + (head - style.head_icon) / 2, style.head_icon, style.head_icon)
        inside = rect.inset(style.list_side, head + style.list_pad, style.list_side, style.list_pad)
        return [
            rectangle(rect, ctx.ink(style.white_ink)),
            rectangle(bar, ctx.ink(style.head_ink)),
            *ctx.studio.icon(support.icon, icon, ctx.ink(style.head_icon_ink), support.heading.origin),
            *name.place(rect.x + left, rect.y + (head - name.height) / 2, owner=support.heading),
            *place_list(inside),
        ]

    return head + list_height + 2 * style.list_pad, place
