"""One line with the ground below it filled: values at its ends and turning points, the last one large."""

from __future__ import annotations

from report.artwork.charts.axis import draw_axis, plot_of, right_inset
from report.artwork.charts.bars import scale_to
from report.artwork.charts.placement import Spot
from report.artwork.charts.scene import Marker, Scene
from report.artwork.charts.table import Table, turning
from report.artwork.charts.values import around, value_text
from report.messages import message


def draw(scene: Scene, table: Table) -> None:
    style, world = scene.look.area, scene.world
    plot = plot_of(scene, len(table.years), style.left, right_inset(scene, table, style.right), style.edge)
    known = table.rows[0].known()
    ink = world.ink(table.rows[0].role(style.ink, line=True))
    scale = scale_to(scene, max(table.rows[0].values), scene.size.height - style.top - plot.foot)
    points = [(plot.x(i), plot.foot + datum.value * scale) for i, datum in known]
    if len(points) > 1:
        scene.area([(points[0][0], plot.foot), *points, (points[-1][0], plot.foot)], world.ink(style.ground_ink))
    draw_axis(scene, table, plot)
    if len(points) > 1:
        scene.line(points, style.line, ink)
    signs = [_sign(scene, ink, number, len(points)) for number in range(len(points))]
    for (x, y), sign in zip(points, signs, strict=True):
        scene.marker(x, y, sign)
    values = [datum.value for _, datum in known]
    told = range(len(known)) if not table.turning else turning(values, style.prominence)
    labels = []
    for number in told:
        x, y = points[number]
        last = number == len(points) - 1
        text, short = value_text(scene, table, known[number][0])
        name = style.strong_text if last else style.text
        label = scene.label(text, name, Spot(x, 0), short=short, must=last or number == 0)
        labels.append(around(scene, label, y, signs[number].reach))
    scene.write_all(labels, message("values"))


def _sign(scene: Scene, ink: str, number: int, count: int) -> Marker:
    style = scene.look.area
    ground = scene.world.ink(style.marker_ink)
    if number == count - 1:
        return Marker("circle", style.end, ink, ink, style.marker_edge)
    return Marker("circle", style.end if number == 0 else style.marker, ground, ink, style.marker_edge)
