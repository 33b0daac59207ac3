"""`chart`: figures drawn, in a panel with title, unit and note."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.content.block import Block
from report.content.text import Text
from report.diagnostics import Origin
from report.source import PositiveLength


class ChartSeries(msgspec.Struct, frozen=True, kw_only=True):
    """id: of a series in `data/figures/`. label: legend, direct label or name above a pair.

    as_: how a combination draws it. colour: base (default by kind), counter: the field's counter colour.
    """

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
