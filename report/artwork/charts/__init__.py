"""Charts: tables become drawings through a Matplotlib renderer of ours, and sentences for who does not see them.

In: a `Table`, a size in pt, and the World around it (the sheet, and a colour family of it). Out: a Drawing of vector
paths in palette inks and glyphs of the sheet's faces; a description. `renderer` alone imports Matplotlib, when a
drawing is made, never before.

    table.py       which years and values          describe.py   the chart in words
    kinds/         a kind of chart each            scene.py      the stage: marks, words, values
    placement.py   free places for words           axis.py       the years' rule, scales
    renderer.py    artists -> page items           years.py      which years are named
    legend.py      signs and names                 timeline.py   how far years stand apart

In the style sheet's `charts:` lengths are in pt (YAML: mm, or with a unit); shares are of the pitch, the distance
between two years, unless a comment says otherwise. `…text` names one of the sheet's text styles, `…ink` an ink or a
role of the section's family.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import Literal, NamedTuple

import msgspec

from report.artwork.charts.axis import AxisStyle
from report.artwork.charts.kinds import modules
from report.artwork.charts.kinds.bars import ArrowStyle
from report.artwork.charts.legend import LegendStyle
from report.artwork.charts.scene import Scene, ValueStyle, World, canvas
from report.artwork.charts.table import Table
from report.figures.format import number
from report.messages import Failure, Origin
from report.page import Drawing, GlyphRun
from report.style.sheet import StyleSheet
from report.units import Size

FULL = 360.0
TOP = 90.0  # degrees: 12 o'clock


class DonutStyle(msgspec.Struct, frozen=True, kw_only=True):
    """ring: its breadth, of the radius."""

    ring: float
    ink: str
    rest_ink: str


class UnitsStyle(msgspec.Struct, frozen=True, kw_only=True):
    """gaps: of a mark. squares fill columns from the left, circles rows from the top."""

    square_gap: float
    circle_gap: float
    ink: str
    added_ink: str


class Units(NamedTuple):
    """A unit chart: count marks in a width (pt), the last `added` of them in the accent ink."""

    count: int
    added: int
    columns: int
    width: float
    shape: Literal["circle", "square"]


def draw_donut(share: float, size: float, world: World) -> Drawing:
    """A ring of the diameter `size` (pt); share: 0 … 1, clockwise from 12 o'clock; the rest in the lighter ink."""
    style = world.style("donut", DonutStyle)
    drawn = canvas(Size(size, size), world)
    ring = (size / 2, size / 2 * style.ring)
    turn = TOP - FULL * share
    if share < 1:
        drawn.wedge(ring, (TOP, TOP + FULL * (1 - share)), world.ink(style.rest_ink))
    if share > 0:
        drawn.wedge(ring, (turn, TOP), world.ink(style.ink))
    return drawn.drawing()


def draw_units(units: Units, world: World) -> Drawing:
    """The marks in their width. The drawing's height follows."""
    style = world.style("units", UnitsStyle)
    size, places = _places(units, style.circle_gap if units.shape == "circle" else style.square_gap)
    height = max(y for _, y in places) + size / 2
    drawn = canvas(Size(units.width, height), world)
    raised = [(x, height - y) for x, y in places]
    plain = units.count - units.added
    drawn.marks(raised[:plain], size, units.shape, world.ink(style.ink))
    drawn.marks(raised[plain:], size, units.shape, world.ink(style.added_ink))
    return drawn.drawing()


def _places(units: Units, gap: float) -> tuple[float, list[tuple[float, float]]]:
    """Size of a mark and the middle of each (x, y from the top), for marks that take the width together.

    Circles fill rows from the top, as one reads; squares fill columns from the left, like a bar that grows.
    """
    columns = units.columns
    size = units.width / (columns + (columns - 1) * gap)
    pitch = size * (1 + gap)
    rows = math.ceil(units.count / columns)
    cells = [
        (i // rows, i % rows) if units.shape == "square" else (i % columns, i // columns) for i in range(units.count)
    ]
    return size, [(size / 2 + column * pitch, size / 2 + row * pitch) for column, row in cells]


PARTS: dict[str, type[msgspec.Struct]] = {  # the entries under `charts:` of a style sheet
    "axis": AxisStyle,
    "legend": LegendStyle,
    "values": ValueStyle,
    "arrow": ArrowStyle,
    "donut": DonutStyle,
    "units": UnitsStyle,
    **{name: module.Style for name, module in modules().items()},
}


def latest_years(sheet: StyleSheet) -> dict[str, int]:
    """Of each kind of chart, how many of its latest years the style shows; of those where it says so."""
    found: dict[str, int] = {}
    for name, module in modules().items():
        try:
            count = getattr(sheet.part("charts", name, module.Style), "last", None)
        except Failure:  # told where the sheet is checked
            continue
        if count:
            found[name] = count
    return found


def left_out(table: Table, drawing: Drawing, sheet: StyleSheet) -> list[str]:
    """The values that a chart's drawing has no words for, where all of them were wanted."""
    if table.turning:
        return []
    kind, about = modules()[table.kind].KIND, sheet.part("charts", "values", ValueStyle).about
    years = drawing.size.height
    if not kind.ends:
        axis = sheet.part("charts", "axis", AxisStyle)
        years -= axis.height + (axis.left_out_drop if table.omitted else 0.0) - axis.drop / 2
    runs = (run for run in drawing.items if isinstance(run, GlyphRun) and run.y < years)
    told = Counter("".join(run.texts).lstrip(about) for run in runs)
    shown = {0, len(table.years) - 1} if kind.ends else range(len(table.years))
    data = (row.data[i] for row in table.rows for i in shown)
    wanted = Counter(number(datum.value) for datum in data if datum and (datum.value or not kind.sums))  # no part of 0
    return list((wanted - told).elements())


def draw_chart(table: Table, size: Size, world: World, origin: Origin | None = None) -> Drawing:
    """The inside of a chart's panel: marks, values, years, legend. Failure, at `origin`, where there is no room."""
    scene = Scene(size, world, origin, table.title)
    modules()[table.kind].draw(scene, table)
    return scene.canvas.drawing()
