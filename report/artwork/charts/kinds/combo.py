"""Bars below and a line in a band of its own above, each with its own scale from 0.

A zero on the line is a filled marker in the accent ink: there it is the news (待機児童ゼロ).
"""

from __future__ import annotations

import msgspec

from report.artwork.charts.axis import Plot, draw_axis, plot_of, scale_to
from report.artwork.charts.kinds import YEARS, Kind
from report.artwork.charts.kinds.bars import Style as BarStyle
from report.artwork.charts.kinds.bars import bar_labels, draw_bars
from report.artwork.charts.legend import Entry, draw_legend, legend_name
from report.artwork.charts.placement import Label, Spot
from report.artwork.charts.scene import Marker, Scene
from report.artwork.charts.table import Table
from report.source import Length

KIND = Kind("棒と折れ線のグラフ", 2, 2, YEARS | {"as"})


class Style(BarStyle, frozen=True, kw_only=True):
    """Bars low, a line in a band of its own above. apart: between the band and the bars' labels."""

    band: Length
    widest_band: float  # of the room between top and rule
    apart: Length
    line: Length
    line_ink: str
    line_text: str
    end_text: str
    zero_text: str
    marker: Length
    marker_edge: Length
    marker_ink: str
    end: Length
    zero: Length
    zero_ink: str


class Scale(msgspec.Struct, frozen=True):
    """One row's own value axis. zero: y of 0; unit: points for one unit."""

    row: int
    zero: float
    unit: float

    def y(self, value: float) -> float:
        return self.zero + value * self.unit


def draw(scene: Scene, table: Table) -> None:
    style = scene.style("combo", Style)
    bars, line = roles(table)
    top = scene.size.height - _legend(scene, table, bars, line) - style.top
    plot = plot_of(scene, table, style)
    over = [_line_label(scene, table, line, i, plot) for i, _ in table.rows[line].known()]
    over = scene.fitted(over, plot.pitch)
    under = bar_labels(scene, table, plot, style, bars)
    upper = _line_scale(scene, table, line, top - scene.tallest(over), plot.foot)
    lower = _bar_scale(scene, table, bars, upper, plot.foot, scene.tallest(under))
    draw_bars(scene, table, plot, style, lower.unit, bars)
    draw_axis(scene, table, plot)
    _line(scene, table, plot, upper)
    gap = scene.values.gap
    values = table.rows[bars].values
    scene.write_all(
        [label.raised(lower.y(value) + gap) for label, value in zip(under, values, strict=True)], "the bars' values"
    )
    above = [
        scene.around(label, upper.y(datum.value), _sign(scene, table, line, i).reach)
        for label, (i, datum) in zip(over, table.rows[line].known(), strict=True)
    ]
    scene.write_all(above, "the line's values")


def _line_scale(scene: Scene, table: Table, row: int, top: float, foot: float) -> Scale:
    """The line's band, its highest marker's label reaching up to `top`."""
    style = scene.style("combo", Style)
    reach = max(_sign(scene, table, row, i).reach for i, _ in table.rows[row].known())
    high = top - scene.values.gap - reach
    band = min(style.band, style.widest_band * (high - foot))
    return Scale(row, high - band, scale_to(scene, max(table.rows[row].values), band))


def _bar_scale(scene: Scene, table: Table, row: int, line: Scale, foot: float, label: float) -> Scale:
    """The bars' axis; label: the height of one."""
    style, known = scene.style("combo", Style), table.rows[line.row].known()
    lowest = min(line.y(datum.value) - _sign(scene, table, line.row, i).reach for i, datum in known)
    room = lowest - style.apart - scene.values.gap - foot - label
    return Scale(row, foot, scale_to(scene, max(table.rows[row].values), room))


def roles(table: Table) -> tuple[int, int]:
    """Which row is drawn as bars and which as line: as the author says, else the first and the second."""
    for i, row in enumerate(table.rows):
        if row.drawn == "bars":
            return i, 1 - i
        if row.drawn == "line":
            return 1 - i, i
    return 0, 1


def _legend(scene: Scene, table: Table, bars: int, line: int) -> float:
    style, world = scene.style("combo", Style), scene.world
    names = [legend_name(row, table) for row in table.rows]
    ink = _line_ink(scene, table, line)
    sign = Marker("circle", style.marker, world.ink(style.marker_ink), ink, style.marker_edge)
    return draw_legend(
        scene,
        [
            Entry(names[line], ink, sign, style.line),
            Entry(names[bars], world.ink(table.rows[bars].role(style.ink))),
        ],
    )


def _line(scene: Scene, table: Table, plot: Plot, scale: Scale) -> None:
    style = scene.style("combo", Style)
    known = table.rows[scale.row].known()
    points = [(plot.x(i), scale.y(datum.value)) for i, datum in known]
    scene.line(points, style.line, _line_ink(scene, table, scale.row))
    for (i, _), (x, y) in zip(known, points, strict=True):
        scene.marker(x, y, _sign(scene, table, scale.row, i))


def _line_ink(scene: Scene, table: Table, row: int) -> str:
    return scene.world.ink(table.rows[row].role(scene.style("combo", Style).line_ink, line=True))


def _sign(scene: Scene, table: Table, row: int, index: int) -> Marker:
    style, world = scene.style("combo", Style), scene.world
    known = table.rows[row].known()
    datum = table.rows[row].data[index]
    assert datum is not None
    edge = _line_ink(scene, table, row)
    if datum.value == 0:
        return Marker("circle", style.zero, world.ink(style.zero_ink), edge, style.marker_edge)
    if index == known[-1][0]:
        return Marker("circle", style.end, edge, edge, style.marker_edge)
    return Marker("circle", style.marker, world.ink(style.marker_ink), edge, style.marker_edge)


def _line_label(scene: Scene, table: Table, row: int, index: int, plot: Plot) -> Label:
    style = scene.style("combo", Style)
    known = table.rows[row].known()
    datum = table.rows[row].data[index]
    assert datum is not None
    text, short = scene.value_text(table, index, row)
    last = index == known[-1][0]
    name = style.zero_text if datum.value == 0 else style.end_text if last else style.line_text
    must = last or index == known[0][0]
    ink = "" if table.rows[row].colour == "auto" else _line_ink(scene, table, row)
    return scene.label(text, name, Spot(plot.x(index), 0), ink=ink, short=short, must=must)
