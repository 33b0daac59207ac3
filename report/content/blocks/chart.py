"""`chart`: figures drawn, in a panel with title, unit and note."""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

from report.content.block import Block
from report.content.markup import plain_text
from report.content.tags import Content, StructElem, Voice, Words, figure, note, paragraphs, said, table
from report.content.text import Part
from report.diagnostics import Origin
from report.source import PositiveLength, Text


class Kind(NamedTuple):
    """called: in the chart's description. fewest, most: series. keys: those that only some kinds know, and this one."""

    called: str
    fewest: int
    most: int
    keys: frozenset[str]


MANY = 12  # series; the style has inks for fewer
YEARS = frozenset(("highlight", "category", "colour"))  # kinds with an axis of years
KINDS = {
    "combo": Kind("棒と折れ線のグラフ", 2, 2, YEARS | {"as"}),
    "bars": Kind("棒グラフ", 1, 1, YEARS | {"labels", "arrow"}),
    "stacked": Kind("積み上げ棒グラフ", 1, MANY, YEARS),
    "pairs": Kind("2つの年度を比べる横棒グラフ", 1, MANY, frozenset()),
    "lines": Kind("折れ線グラフ", 1, MANY, YEARS | {"labels"}),
    "area": Kind("面グラフ", 1, 1, YEARS | {"labels"}),
}


class ChartSeries(msgspec.Struct, frozen=True, kw_only=True):
    """id: of a series in `data/figures/`. label: legend, direct label or name above a pair.

    as_: how a combination draws it. colour: base (default by kind), counter: the field's counter colour.
    """

    SERIES = ("id",)  # fields that are ids of series
    origin: Origin
    id: str
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

    def tags(self, voice: Voice) -> list[StructElem]:
        described = voice.describe(self)
        chip = said("Lbl", Content(self.chip)) if described.provisional else None
        small = [note(chip, self.note, origin=self.origin)] if chip or self.note else []
        rows = [[Words(cell) for cell in row] for row in described.table]
        values = [table(rows, Words(f"{plain_text(self.title)}の数値"), True, self.origin)] if rows else []
        head = said("Caption", self.title, self.unit)
        return [StructElem("Div", (head, figure(self, described.alt), *values, *small, *paragraphs(self.burst)))]

    @property
    def chip(self) -> Part:
        """The owner of the words 仮の値."""
        return Part(self.origin, "provisional")
