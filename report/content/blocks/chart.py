"""`chart`: figures drawn, in a panel with title, unit and note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from report.artwork.charts.describe import describe, values
from report.artwork.charts.table import Table
from report.content.block import Block
from report.content.chart_table import table_of
from report.diagnostics import Origin
from report.figures.model import SeriesRef
from report.source import PositiveLength
from report.text import Text
from report.text.tags import Content, Part, StructElem, Voice, Words, figure, note, paragraphs, said, table

if TYPE_CHECKING:
    from report.content.resolve import Edition


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

    from/to: first and last fiscal year shown ("平26", "令5", 2014; without to: the brochure's year); years: only these.
    labels: all, or turning (first, last, and turning points). highlight: years in the strong ink (default: the last).
    arrow: an arc from the first to the last label. about: 約 before the values of these years. burst: a star over the
    panel's lower right corner. height: of the drawing (mm) without title and note; a page may change it by 15 %. alt:
    instead of the description made from the data. category: what stands after the last label ("（年度）").
    """

    FILLED = ("table",)
    kind: Literal["combo", "bars", "stacked", "pairs", "lines", "area"]
    title: Text
    height: PositiveLength
    series: tuple[ChartSeries, ...]
    unit: Text | None = None
    category: Text | None = None
    first: str = msgspec.field(name="from", default="")
    last: str = msgspec.field(name="to", default="")
    years: tuple[str, ...] = ()
    labels: Literal["all", "turning"] = "all"
    highlight: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    arrow: bool = False
    note: Text | None = None
    burst: Text | None = None
    alt: Text | None = None

    table: Table | None = None

    def resolved(self, edition: Edition) -> Chart:
        return msgspec.structs.replace(self, table=table_of(self, edition))

    def tags(self, voice: Voice) -> list[StructElem]:
        if self.table is None:
            return []
        chip = said("Lbl", Content(self.chip)) if self.table.provisional else None
        small = [note(chip, self.note, origin=self.origin)] if chip or self.note else []
        rows = [[Words(cell) for cell in row] for row in values(self.table)]
        data = table(rows, Words(f"{self.title.plain}の数値"), True, self.origin)
        drawn = figure(self, self.alt.plain if self.alt else describe(self.table))
        head = said("Caption", self.title, self.unit)
        return [StructElem("Div", (head, drawn, data, *small, *paragraphs(self.burst)))]

    @property
    def chip(self) -> Part:
        """The owner of the words 仮の値."""
        return Part(self.origin, "provisional")
