"""Bars below and a line in a band of its own above, each with its own scale from 0.

A zero on the line is a filled marker in the accent ink: there it is the news (待機児童ゼロ).
"""

from __future__ import annotations

from report.artwork.charts.axis import LEAST_ROOM, Plot, draw_axis, scale_to
from report.artwork.charts.columns import breadth, write_over
from report.artwork.charts.kinds import YEARS, Kind
from report.artwork.charts.kinds.bars import Style as BarStyle
from report.artwork.charts.kinds.bars import bar_labels, bar_plot, draw_bars
from report.artwork.charts.legend import Entry, draw_legend, legend_name
from report.artwork.charts.placement import Label, Spot
from report.artwork.charts.scene import Marker, Scene
from report.artwork.charts.signs import Signs
from report.artwork.charts.table import Row, Table
from report.artwork.charts.timeline import stretches
from report.messages import message
from report.source import Length

KIND = Kind("棒と折れ線のグラフ", 2, 2, YEARS | {"as"})

TIGHTER = ((1.0, 1.0), (0.8, 0.75), (0.6, 0.5), (0.6, 0.25))  # of the line's band, and of the white; tried in turn


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


def draw(scene: Scene, table: Table) -> None:
    style, gap = scene.style("combo", Style), scene.values.gap
    bars, line = roles(table)
    top = scene.size.height - _legend(scene, table, bars, line)
    plot = bar_plot(scene, table, style, bars)
    known, signs = table.rows[line].known(), _signs(scene, table.rows[line])
    over = scene.fitted([_line_label(scene, table, line, i, plot) for i, _ in known], plot.pitch)
    over = scene.ranked(over, table.rows[line].values, {n for n, (i, _) in enumerate(known) if i in table.highlight})
    under = bar_labels(scene, table, plot, style, bars)

    # the line's band, its highest marker's label reaching up to `top`; lower where that leaves the bars too little
    largest, reach = max(table.rows[line].values), max(sign.reach for sign in signs)
    for share, space in TIGHTER:
        high = top - space * style.top - scene.tallest(over) - gap - reach
        band = share * min(style.band, style.widest_band * (high - plot.foot))
        unit = band / largest if largest else 0.0
        points = [(plot.x(i), high - band + datum.value * unit) for i, datum in known]
        lowest = min(y - sign.reach for (_, y), sign in zip(points, signs, strict=True))
        room = lowest - space * style.apart - gap - (plot.foot + scene.tallest(under))
        if room >= LEAST_ROOM:
            break
    scale = scale_to(scene, max(table.rows[bars].values), room, message("bars"))

    tops = draw_bars(scene, table, plot, style, scale, bars)
    draw_axis(scene, table, plot)
    parts = stretches([i for i, _ in known], plot.gaps)
    scene.course(points, parts, style.line, _line_ink(scene, table.rows[line]))
    marks = Signs(scene, points, signs, plot, parts)
    write_over(scene, under, tops, breadth(scene, plot, style), message("values-of-bars"))
    above = [scene.around(label, y, sign.reach, plot) for label, (_, y), sign in zip(over, points, signs, strict=True)]
    marks.draw(label.number for label, _ in scene.write_all(above, message("values-of-line")))


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
    ink = _line_ink(scene, table.rows[line])
    sign = Marker("circle", style.marker, world.ink(style.marker_ink), ink, style.marker_edge)
    return draw_legend(
        scene,
        [
            Entry(names[line], ink, sign, style.line),
            Entry(names[bars], world.ink(table.rows[bars].role(style.ink))),
        ],
    )


def _line_ink(scene: Scene, row: Row) -> str:
    return scene.world.ink(row.role(scene.style("combo", Style).line_ink, line=True))


def _signs(scene: Scene, row: Row) -> list[Marker]:
    """Of each point that the line has."""
    style, ink, known = scene.style("combo", Style), _line_ink(scene, row), row.known()
    signs = []
    for i, datum in known:
        if datum.value == 0:
            size, fill = style.zero, scene.world.ink(style.zero_ink)
        elif i == known[-1][0]:
            size, fill = style.end, ink
        else:
            size, fill = style.marker, scene.world.ink(style.marker_ink)
        signs.append(Marker("circle", size, fill, ink, style.marker_edge))
    return signs


def _line_label(scene: Scene, table: Table, at: int, index: int, plot: Plot) -> Label:
    style, row = scene.style("combo", Style), table.rows[at]
    known = row.known()
    text, short = scene.value_text(table, index, at)
    last = index == known[-1][0]
    zero = row.data[index].value == 0  # type: ignore[union-attr]
    name = style.zero_text if zero else style.end_text if last else style.line_text
    must = last or index == known[0][0]
    ink = "" if row.colour == "auto" else _line_ink(scene, row)
    return scene.label(text, name, Spot(plot.x(index), 0), ink=ink, short=short, must=must)
