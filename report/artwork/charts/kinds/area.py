"""One line with the ground below it filled: values at its ends and turning points, the last one large."""

from __future__ import annotations

from report.artwork.charts.axis import Insets, draw_axis, plot_of, scale_to
from report.artwork.charts.kinds import YEARS, Kind
from report.artwork.charts.placement import Spot
from report.artwork.charts.scene import Marker, Scene
from report.artwork.charts.signs import Signs
from report.artwork.charts.table import Table, turning
from report.artwork.charts.timeline import stretches
from report.messages import message
from report.source import Length

KIND = Kind("面グラフ", 1, 1, YEARS | {"labels"})


class Style(Insets, frozen=True, kw_only=True):
    """prominence: a turning point's least height, of the range of values."""

    line: Length
    marker: Length
    marker_edge: Length
    marker_ink: str
    end: Length
    ink: str
    ground_ink: str
    prominence: float
    text: str
    strong_text: str


def draw(scene: Scene, table: Table) -> None:
    style, world = scene.style("area", Style), scene.world
    plot = plot_of(scene, table, style)
    known = table.rows[0].known()
    ink = world.ink(table.rows[0].role(style.ink, line=True))
    signs = [_sign(scene, ink, number, len(known)) for number in range(len(known))]
    largest, room = max(table.rows[0].values), scene.size.height - style.top
    scale = scale_to(scene, largest, room - plot.foot)
    low = max(sign.reach - datum.value * scale for sign, (_, datum) in zip(signs, known, strict=True))
    plot = plot.clear_of(scene, low)
    scale = scale_to(scene, largest, room - plot.foot)
    points = [(plot.x(i), plot.foot + datum.value * scale) for i, datum in known]
    parts = stretches([i for i, _ in known], plot.gaps)
    for part in parts:
        if len(part) > 1:
            course = [points[at] for at in part]
            ground = [(course[0][0], plot.foot), *course, (course[-1][0], plot.foot)]
            scene.canvas.area(ground, world.ink(style.ground_ink))
    draw_axis(scene, table, plot)
    scene.course(points, parts, style.line, ink)
    marks = Signs(scene, points, signs, plot, parts)
    values = [datum.value for _, datum in known]
    told = range(len(known)) if not table.turning else turning(values, style.prominence)
    labels = []
    for number in told:
        x, y = points[number]
        last = number == len(points) - 1
        text, short = scene.value_text(table, known[number][0])
        name = style.strong_text if last else style.text
        label = scene.label(text, name, Spot(x, 0), short=short, must=last or number == 0)
        labels.append(scene.around(label, y, signs[number].reach, plot))
    wanted = {at for at, number in enumerate(told) if known[number][0] in table.highlight}
    labels = scene.ranked(labels, [values[number] for number in told], wanted)
    marks.draw(told[label.number] for label, _ in scene.write_all(labels, message("values")))


def _sign(scene: Scene, ink: str, number: int, count: int) -> Marker:
    style = scene.style("area", Style)
    ground = scene.world.ink(style.marker_ink)
    if number == count - 1:
        return Marker("circle", style.end, ink, ink, style.marker_edge)
    return Marker("circle", style.end if number == 0 else style.marker, ground, ink, style.marker_edge)
