"""`chart`: figures drawn, in a panel with title, unit and note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from report.artwork.charts.describe import describe, left_out, values
from report.artwork.charts.kinds import kinds
from report.artwork.charts.table import Table
from report.blocks import Block
from report.blocks.callout import Burst, burst
from report.blocks.chart_table import table_of, which_provisional
from report.compose.boxes import Box, Extent
from report.compose.context import BlockContext
from report.compose.textblock import TextBlock
from report.figures.model import SeriesRef
from report.messages import Origin, message
from report.page import Item, Stroke
from report.page.shapes import rectangle
from report.source import Count, Length, PositiveLength
from report.text import Text
from report.text.tags import Content, Part, StructElem, Voice, Words, figure, note, paragraphs, said, table
from report.units import Point, Rect, Size

if TYPE_CHECKING:
    from report.text.edition import Edition


class ChartSeries(msgspec.Struct, frozen=True, kw_only=True):
    """id: of a series in `data/figures/`. label: legend, direct label or name above a pair.

    as_: how a combination draws it. colour: base (default by kind), counter: the field's counter colour.
    """

    origin: Origin
    id: SeriesRef
    label: Text | None = None
    as_: Literal["bars", "line"] | None = msgspec.field(name="as", default=None)
    colour: Literal["auto", "base", "soft", "counter"] = "auto"
    unit: Text | None = None


class Chart(Block, frozen=True, kw_only=True):
    """kind: combo (bars and line), bars, stacked, pairs (two years side by side, horizontal), lines (end labels), area.

    from/to: first and last fiscal year shown ("平26", "令5", 2014; without to: the brochure's year); years: only these,
    of which `latest` is the last one up to the brochure's that all series have a value for.
    last: so many of the latest years that have a value (with none of last, from and years: as the style has it).
    labels: all, or turning (first, last, and turning points). highlight: years in the strong ink (default: the last).
    arrow: an arc from the first to the last label. about: 約 before the values of these years. burst: a star over the
    panel's lower right corner. height: of the drawing (mm) without title and note; a page may change it by 15 %. alt:
    instead of the description made from the data. note: below; without one, the provisional years are named there,
    unless all are. category: what stands after the last label ("（年度）").
    """

    FILLED = ("table",)
    kind: Literal[*kinds()]  # type: ignore[valid-type]
    title: Text
    height: PositiveLength
    series: tuple[ChartSeries, ...]
    unit: Text | None = None
    category: Text | None = None
    first: str = msgspec.field(name="from", default="")
    last: str = msgspec.field(name="to", default="")
    years: tuple[str, ...] = ()
    latest: Count | None = msgspec.field(name="last", default=None)
    labels: Literal["all", "turning"] = "all"
    highlight: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    arrow: bool = False
    note: Text | None = None
    burst: Text | None = None
    alt: Text | None = None

    table: Table | None = None

    def resolved(self, edition: Edition) -> Chart:
        table = table_of(self, edition)
        note = self.note or (Text.of(which_provisional(table), self.origin) if table else None)
        return msgspec.structs.replace(self, table=table, note=note or None)

    def tags(self, voice: Voice) -> list[StructElem]:
        if self.table is None:
            return []
        chip = said("Lbl", Content(self.chip)) if self.table.provisional else None
        small = [note(chip, self.note, origin=self.origin)] if chip or self.note else []
        rows = [[Words(cell) for cell in row] for row in values(self.table)]
        head = f"{self.title.plain}の数値" + (f"（{out}）" if (out := left_out(self.table)) else "")
        data = table(rows, Words(head), True, self.origin)
        drawn = figure(self, self.alt.plain if self.alt else describe(self.table))
        head = said("Caption", self.title, self.unit)
        return [StructElem("Div", (head, drawn, data, *small, *paragraphs(self.burst)))]

    @property
    def chip(self) -> Part:
        """The owner of the words 仮の値."""
        return Part(self.origin, "provisional")


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


def lay(block: Chart, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("chart", Style)
    inner = width - 2 * style.pad_side
    title, unit = _title_words(block, inner, ctx, style)
    table = block.table
    provisional = table is not None and table.provisional
    note = _note(block, inner, provisional, ctx, style)
    foot = (style.note_gap + max(style.note_height, note.height if note else 0)) if note or provisional else 0.0
    above = style.pad_top + title.height + style.title_gap
    below = foot + style.pad_bottom
    size = Size(inner - _beside_star(block, ctx, style), round(block.height * ctx.chart_scale, 1))

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = [rectangle(rect, ctx.ink(style.ground_ink))]
        x, y = rect.x + style.pad_side, rect.y + style.pad_top
        items += _title_row(block, title, unit, Rect(x, y, inner, title.height), ctx)
        if table:  # else there is a mistake in its keys
            items += ctx.studio.chart(table, Rect(x, y + title.height + style.title_gap, *size), ctx.family, block)
        if foot:
            top = rect.y + above + size.height + style.note_gap
            items += _foot(block, note, provisional, Rect(x, top, inner, foot - style.note_gap), ctx, style)
        if block.burst:
            centre = Point(rect.right - style.burst_right, rect.bottom - style.burst_bottom)
            items += burst(block.burst, centre, rect, ctx)
        return items

    return Box(extent=Extent.fixed(above + size.height + below), place=place, kind="chart", fills="alone")


def _beside_star(block: Chart, ctx: BlockContext, style: Style) -> float:
    """What a star takes of the width of a chart with an axis of years, whose last years would lie under it."""
    if not block.burst or "category" not in kinds()[block.kind].keys:
        return 0.0
    return max(0.0, style.burst_right + ctx.style("burst", Burst).radius - style.pad_side)


def _title_words(block: Chart, inner: float, ctx: BlockContext, style: Style) -> tuple[TextBlock, TextBlock | None]:
    """Title and unit, which share a row: the unit keeps its line, the title turns before it."""
    measure = inner - style.bar_width - style.bar_gap
    unit = ctx.text(block.unit, style.unit_text, inner) if block.unit else None
    if block.unit and unit:
        left = measure - unit.width - style.unit_gap
        if len(unit.lines) > 1 or left < ctx.chars(style.title_text).size:
            ctx.report.error(block.unit.origin, message("unit-too-long"))
        else:
            measure = left
    title = ctx.text(block.title, style.title_text, measure)
    ctx.must_fit(title, measure, title.height, block.title)
    return title, unit


def _note(block: Chart, inner: float, provisional: bool, ctx: BlockContext, style: Style) -> TextBlock | None:
    if not block.note:
        return None
    taken = _chip_width(ctx, style) + style.chip_gap if provisional else 0.0
    return ctx.text(block.note, style.note_text, inner - taken)


def _chip_width(ctx: BlockContext, style: Style) -> float:
    return ctx.text(style.chip_label, style.chip_text, 1000).width + 2 * style.chip_pad


def _title_row(block: Chart, title: TextBlock, unit: TextBlock | None, row: Rect, ctx: BlockContext) -> list[Item]:
    style = ctx.style("chart", Style)
    line = ctx.sheet.text(style.title_text).leading
    bar = Rect(row.x, row.y + (line - style.bar_height) / 2, style.bar_width, style.bar_height)
    items: list[Item] = [rectangle(bar, ctx.ink(style.bar_ink))]
    items += title.place(bar.right + style.bar_gap, row.y, owner=block.title)
    if unit:
        items += unit.place(row.x, row.y, owner=block.unit)
    return items


def _foot(
    block: Chart, note: TextBlock | None, provisional: bool, row: Rect, ctx: BlockContext, style: Style
) -> list[Item]:
    items: list[Item] = []
    x = row.x
    if provisional:
        label = ctx.text(style.chip_label, style.chip_text, 1000)
        chip = Rect(x, row.y + (row.height - style.chip_height) / 2, _chip_width(ctx, style), style.chip_height)
        items.append(rectangle(chip, stroke=Stroke(ctx.ink(style.chip_ink), style.chip_rule)))
        items += label.place(chip.x + style.chip_pad, chip.y + (chip.height - label.height) / 2, owner=block.chip)
        x = chip.right + style.chip_gap
    if note:
        items += note.place(x, row.y + (row.height - note.height) / 2, owner=block.note)
    return items
