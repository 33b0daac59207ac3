"""A chart in its panel: title row, drawing, note with the 仮の値 chip, and a star over the corner if there is one."""

from __future__ import annotations

import msgspec

from report.compose.blocks.callout import burst
from report.compose.boxes import Box, Extent
from report.compose.room import Room
from report.compose.textblock import TextBlock
from report.content.blocks.chart import Chart
from report.content.text import Text
from report.page import Item, Stroke, rectangle
from report.source import Length
from report.units import Point, Rect, Size


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """chip: the frame that marks provisional figures.

    burst_right, burst_bottom: the star's centre from the panel's lower right corner, inwards.
    """

    pad_top: Length
    pad_side: Length
    pad_bottom: Length
    ground_ink: str
    title_text: str
    bar_width: Length
    bar_height: Length
    bar_ink: str
    bar_gap: Length
    unit_text: str
    title_gap: Length
    note_gap: Length
    note_height: Length
    note_text: str
    chip_label: Text
    chip_text: str
    chip_rule: Length
    chip_ink: str
    chip_pad: Length
    chip_height: Length
    chip_gap: Length
    burst_right: Length
    burst_bottom: Length


def lay(block: Chart, width: float, room: Room) -> Box:
    style = room.style("chart", Style)
    inner = width - 2 * style.pad_side
    title = room.text(block.title, style.title_text, inner)
    provisional = room.studio.provisional(block)
    note = _note(block, inner, provisional, room, style)
    foot = (style.note_gap + max(style.note_height, note.height if note else 0)) if note or provisional else 0.0
    above = style.pad_top + title.height + style.title_gap
    below = foot + style.pad_bottom
    size = Size(inner, round(block.height * room.chart_scale, 1))

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = [rectangle(rect, room.ink(style.ground_ink))]
        x, y = rect.x + style.pad_side, rect.y + style.pad_top
        items += _title_row(block, title, Rect(x, y, inner, title.height), room, style)
        items += room.studio.chart(block, Rect(x, y + title.height + style.title_gap, *size), room.family)
        if foot:
            top = rect.y + above + size.height + style.note_gap
            items += _foot(block, note, provisional, Rect(x, top, inner, foot - style.note_gap), room, style)
        if block.burst:
            centre = Point(rect.right - style.burst_right, rect.bottom - style.burst_bottom)
            items += burst(block.burst, centre, room)
        return items

    return Box(extent=Extent.fixed(above + size.height + below), place=place, kind="chart", fills="alone")


def _note(block: Chart, inner: float, provisional: bool, room: Room, style: Style) -> TextBlock | None:
    if not block.note:
        return None
    taken = _chip_width(room, style) + style.chip_gap if provisional else 0.0
    return room.text(block.note, style.note_text, inner - taken)


def _chip_width(room: Room, style: Style) -> float:
    return room.text(style.chip_label, style.chip_text, 1000).width + 2 * style.chip_pad


def _title_row(block: Chart, title: TextBlock, row: Rect, room: Room, style: Style) -> list[Item]:
    line = room.sheet.text(style.title_text).leading
    bar = Rect(row.x, row.y + (line - style.bar_height) / 2, style.bar_width, style.bar_height)
    items: list[Item] = [rectangle(bar, room.ink(style.bar_ink))]
    left = style.bar_width + style.bar_gap
    room.must_fit(title, row.width - left, row.height, block.title)
    items += title.place(row.x + left, row.y, owner=block.title)
    if block.unit:
        unit = room.text(block.unit, style.unit_text, row.width)
        items += unit.place(row.x, row.y, owner=block.unit)
    return items


def _foot(block: Chart, note: TextBlock | None, provisional: bool, row: Rect, room: Room, style: Style) -> list[Item]:
    items: list[Item] = []
    x = row.x
    if provisional:
        label = room.text(style.chip_label, style.chip_text, 1000)
        chip = Rect(x, row.y + (row.height - style.chip_height) / 2, _chip_width(room, style), style.chip_height)
        items.append(rectangle(chip, stroke=Stroke(room.ink(style.chip_ink), style.chip_rule)))
        items += label.place(chip.x + style.chip_pad, chip.y + (chip.height - label.height) / 2, owner=block)
        x = chip.right + style.chip_gap
    if note:
        items += note.place(x, row.y + (row.height - note.height) / 2, owner=block.note)
    return items
