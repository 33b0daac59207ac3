"""Bars below and a line in a band of its own above, each with its own scale from 0.

A zero on the line is a filled marker in the accent ink: there it is the news (待機児童ゼロ).
"""

from __future__ import annotations

import msgspec

from report.artwork.charts.axis import Plot, draw_axis, plot_of, right_inset
from report.artwork.charts.bars import scale_to
from report.artwork.charts.legend import Entry, draw_legend, legend_name
from report.artwork.charts.placement import Label, Spot
from report.artwork.charts.scene import Marker, Scene
from report.artwork.charts.table import Table
from report.artwork.charts.values import around, fitted, tallest, value_text
from report.messages import message


class Scale(msgspec.Struct, frozen=True):
    """One row's own value axis. zero: y of 0; unit: points for one unit."""

    row: int
    zero: float
    unit: float

    def y(self, value: float) -> float:
        return self.zero + value * self.unit


def draw(scene: Scene, table: Table) -> None:
    style = scene.look.combo
    bars, line = roles(table)
    top = scene.size.height - _legend(scene, table, bars, line) - style.top
    plot = plot_of(scene, len(table.years), style.left, right_inset(scene, table, style.right), style.edge)
    over = [_line_label(scene, table, line, i, plot) for i, _ in table.rows[line].known()]
    over = fitted(scene, over, plot.pitch)
    under = [_bar_label(scene, table, bars, i, plot) for i, _ in table.rows[bars].known()]
    under = fitted(scene, under, plot.pitch * style.fill)
    upper = _line_scale(scene, table, line, top - tallest(scene, over), plot.foot)
    lower = _bar_scale(scene, table, bars, upper, plot.foot + tallest(scene, under))
    _bars(scene, table, plot, lower)
    draw_axis(scene, table, plot)
    _line(scene, table, plot, upper)
    gap = scene.look.values.gap
    values = table.rows[bars].values
    raised = [label.raised(lower.y(value) + gap) for label, value in zip(under, values, strict=True)]
    scene.write_all(raised, message("values-of-bars"))
    above = [
        around(scene, label, upper.y(datum.value), _sign(scene, table, line, i).reach)
        for label, (i, datum) in zip(over, table.rows[line].known(), strict=True)
    ]
    scene.write_all(above, message("values-of-line"))


def _line_scale(scene: Scene, table: Table, row: int, top: float, foot: float) -> Scale:
    """The line's band, its highest marker's label reaching up to `top`."""
    style = scene.look.combo
    reach = max(_sign(scene, table, row, i).reach for i, _ in table.rows[row].known())
    high = top - scene.look.values.gap - reach
    band = min(style.band, style.widest_band * (high - foot))
    return Scale(row, high - band, scale_to(scene, max(table.rows[row].values), band))


def _bar_scale(scene: Scene, table: Table, row: int, line: Scale, foot: float) -> Scale:
    """The bars' axis; foot: of the rule, plus the height of a label."""
    style, known = scene.look.combo, table.rows[line.row].known()
    lowest = min(line.y(datum.value) - _sign(scene, table, line.row, i).reach for i, datum in known)
    room = lowest - style.apart - scene.look.values.gap - foot
    return Scale(row, scene.look.axis.height, scale_to(scene, max(table.rows[row].values), room))


def roles(table: Table) -> tuple[int, int]:
    """Which row is drawn as bars and which as line: as the author says, else the first and the second."""
    for i, row in enumerate(table.rows):
        if row.drawn == "bars":
            return i, 1 - i
        if row.drawn == "line":
            return 1 - i, i
    return 0, 1


def _legend(scene: Scene, table: Table, bars: int, line: int) -> float:
    style, world = scene.look.combo, scene.world
    told = table.unit_told
    names = [legend_name(row.name, row.unit, told) for row in table.rows]
    ink = _line_ink(scene, table, line)
    sign = Marker("circle", style.marker, world.ink(style.marker_ink), ink, style.marker_edge)
    return draw_legend(
        scene,
        [
            Entry(names[line], ink, sign, style.line),
            Entry(names[bars], world.ink(table.rows[bars].role(style.ink))),
        ],
    )


def _bars(scene: Scene, table: Table, plot: Plot, scale: Scale) -> None:
    style = scene.look.combo
    width = plot.pitch * style.width
    for i, datum in table.rows[scale.row].known():
        ink = style.strong_ink if i in table.highlight else table.rows[scale.row].role(style.ink)
        if datum.value:
            scene.bar(plot.x(i) - width / 2, plot.foot, width, datum.value * scale.unit, scene.world.ink(ink))


def _line(scene: Scene, table: Table, plot: Plot, scale: Scale) -> None:
    style = scene.look.combo
    known = table.rows[scale.row].known()
    points = [(plot.x(i), scale.y(datum.value)) for i, datum in known]
    if len(points) > 1:
        scene.line(points, style.line, _line_ink(scene, table, scale.row))
    for (i, _), (x, y) in zip(known, points, strict=True):
        scene.marker(x, y, _sign(scene, table, scale.row, i))


def _line_ink(scene: Scene, table: Table, row: int) -> str:
    return scene.world.ink(table.rows[row].role(scene.look.combo.line_ink, line=True))


def _sign(scene: Scene, table: Table, row: int, index: int) -> Marker:
    style, world = scene.look.combo, scene.world
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
    style = scene.look.combo
    known = table.rows[row].known()
    datum = table.rows[row].data[index]
    assert datum is not None
    text, short = value_text(scene, table, index, row)
    last = index == known[-1][0]
    name = style.zero_text if datum.value == 0 else style.end_text if last else style.line_text
    must = last or index == known[0][0]
    ink = "" if table.rows[row].colour == "auto" else _line_ink(scene, table, row)
    return scene.label(text, name, Spot(plot.x(index), 0), ink=ink, short=short, must=must)


def _bar_label(scene: Scene, table: Table, row: int, index: int, plot: Plot) -> Label:
    style = scene.look.combo
    text, short = value_text(scene, table, index, row)
    strong = index in table.highlight
    must = strong or index in (0, len(table.years) - 1)
    return scene.label(
        text, style.strong_text if strong else style.text, Spot(plot.x(index), 0), short=short, must=must
    )
