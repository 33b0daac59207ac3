"""A chart in its panel: title row, drawing, note with the 仮の値 chip, and a star over the corner if there is one."""

from __future__ import annotations

import msgspec

from report.compose.blocks.callout import burst
from report.compose.boxes import Box, Extent
from report.compose.room import Room
from report.compose.textblock import TextBlock
from report.content.blocks.chart import Chart
from report.page import Item, Stroke, rectangle
from report.source import Length
from report.text import Text
from report.units import Point, Rect, Size


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """chip: the frame that marks provisional figures.

    unit_gap: between title and unit at least. burst_right, burst_bottom: the star's centre from the panel's lower right
    corner, inwards.
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
    unit_gap: Length
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
    title, unit = _title_words(block, inner, room, style)
    table = block.table
    provisional = table is not None and table.provisional
    note = _note(block, inner, provisional, room, style)
    foot = (style.note_gap + max(style.note_height, note.height if note else 0)) if note or provisional else 0.0
    above = style.pad_top + title.height + style.title_gap
    below = foot + style.pad_bottom
    size = Size(inner, round(block.height * room.chart_scale, 1))

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = [rectangle(rect, room.ink(style.ground_ink))]
        x, y = rect.x + style.pad_side, rect.y + style.pad_top
        items += _title_row(block, title, unit, Rect(x, y, inner, title.height), room)
        if table:  # else there is a mistake in its keys
            items += room.studio.chart(table, Rect(x, y + title.height + style.title_gap, *size), room.family, block)
        if foot:
            top = rect.y + above + size.height + style.note_gap
            items += _foot(block, note, provisional, Rect(x, top, inner, foot - style.note_gap), room, style)
        if block.burst:
            centre = Point(rect.right - style.burst_right, rect.bottom - style.burst_bottom)
            items += burst(block.burst, centre, rect, room)
        return items

    return Box(extent=Extent.fixed(above + size.height + below), place=place, kind="chart", fills="alone")


def _title_words(block: Chart, inner: float, room: Room, style: Style) -> tuple[TextBlock, TextBlock | None]:
    """Title and unit, which share a row: the unit keeps its line, the title turns before it."""
    measure = inner - style.bar_width - style.bar_gap
    unit = room.text(block.unit, style.unit_text, inner) if block.unit else None
    if block.unit and unit:
        left = measure - unit.width - style.unit_gap
        if len(unit.lines) > 1 or left < room.chars(style.title_text).size:
            room.report.error(block.unit.origin, "the unit leaves its chart's title no room", "shorten it")
        else:
            measure = left
    title = room.text(block.title, style.title_text, measure)
    room.must_fit(title, measure, title.height, block.title)
    return title, unit


def _note(block: Chart, inner: float, provisional: bool, room: Room, style: Style) -> TextBlock | None:
    if not block.note:
        return None
    taken = _chip_width(room, style) + style.chip_gap if provisional else 0.0
    return room.text(block.note, style.note_text, inner - taken)


def _chip_width(room: Room, style: Style) -> float:
    return room.text(style.chip_label, style.chip_text, 1000).width + 2 * style.chip_pad


def _title_row(block: Chart, title: TextBlock, unit: TextBlock | None, row: Rect, room: Room) -> list[Item]:
    style = room.style("chart", Style)
    line = room.sheet.text(style.title_text).leading
    bar = Rect(row.x, row.y + (line - style.bar_height) / 2, style.bar_width, style.bar_height)
    items: list[Item] = [rectangle(bar, room.ink(style.bar_ink))]
    items += title.place(bar.right + style.bar_gap, row.y, owner=block.title)
    if unit:
        items += unit.place(row.x, row.y, owner=block.unit)
    return items


def _foot(block: Chart, note: TextBlock | None, provisional: bool, row: Rect, room: Room, style: Style) -> list[Item]:
    items: list[Item] = []
    x = row.x
    if provisional:
        label = room.text(style.chip_label, style.chip_text, 1000)
        chip = Rect(x, row.y + (row.height - style.chip_height) / 2, _chip_width(room, style), style.chip_height)
        items.append(rectangle(chip, stroke=Stroke(room.ink(style.chip_ink), style.chip_rule)))
        items += label.place(chip.x + style.chip_pad, chip.y + (chip.height - label.height) / 2, owner=block.chip)
        x = chip.right + style.chip_gap
    if note:
        items += note.place(x, row.y + (row.height - note.height) / 2, owner=block.note)
    return items
