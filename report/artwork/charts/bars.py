"""Bars, the latest year in the strong ink; an arrow of growth over them if the author wants it."""

from __future__ import annotations

from report.artwork.charts.axis import Plot, draw_axis, plot_of, right_inset
from report.artwork.charts.placement import Box, Label, Spot
from report.artwork.charts.scene import Scene
from report.artwork.charts.table import Table, turning
from report.artwork.charts.values import fitted, tallest, value_text
from report.messages import message

ARC_SAMPLES = 24  # points at which the arc is tested against labels


def draw(scene: Scene, table: Table) -> None:
    style, world = scene.look.bars, scene.world
    plot = plot_of(scene, len(table.years), style.left, right_inset(scene, table, style.right), style.edge)
    known = table.rows[0].known()
    labels = fitted(scene, [_label(scene, table, i, plot) for i, _ in known], plot.pitch * style.fill)
    top = scene.size.height - (scene.look.arrow.top if table.arrow else style.top)
    over = tallest(scene, labels) + scene.look.values.gap
    scale = scale_to(scene, max(table.rows[0].values), top - over - plot.foot)
    width = plot.pitch * style.width
    for i, datum in known:
        ink = style.strong_ink if i in table.highlight else table.rows[0].role(style.ink)
        if datum.value:
            scene.bar(plot.x(i) - width / 2, plot.foot, width, datum.value * scale, world.ink(ink))
    draw_axis(scene, table, plot)
    raised = [
        label.raised(plot.foot + datum.value * scale + scene.look.values.gap)
        for label, (_, datum) in zip(labels, known, strict=True)
    ]
    boxes = scene.write_all(chosen(table, raised), message("values"))
    if table.arrow:
        _check_change([datum.value for _, datum in known], scene)
        draw_arrow(scene, boxes)


def _check_change(values: list[float], scene: Scene) -> None:
    """An arrow from the first label to the last needs two, and something that changed between them."""
    if len(values) < 2 or values[0] == values[-1]:
        raise scene.fail(message("arrow-without-change"))


def scale_to(scene: Scene, largest: float, room: float) -> float:
    """Points for one unit, so that the largest value takes the room; value axes start at 0."""
    if room <= 0:
        raise scene.scarce(message("plot"))
    return room / largest if largest else 0.0


def chosen(table: Table, labels: list[Label]) -> list[Label]:
    """The labels the author wants: all, or those at turning points and in highlighted years."""
    if not table.turning:
        return labels
    known = table.rows[0].known()
    turns = turning([datum.value for _, datum in known], 0.0)
    return [label for at, label in enumerate(labels) if at in turns or known[at][0] in table.highlight]


def _label(scene: Scene, table: Table, index: int, plot: Plot) -> Label:
    style = scene.look.bars
    text, short = value_text(scene, table, index)
    ends = index in (0, len(table.years) - 1)
    strong = index in table.highlight
    name = style.strong_text if strong else style.text
    return scene.label(text, name, Spot(plot.x(index), 0), short=short, must=strong or ends)


def draw_arrow(scene: Scene, boxes: list[Box]) -> None:
    """The arc from above the first label to above the last, clear of the labels between; higher if it must be."""
    style = scene.look.arrow
    first, last = boxes[0], boxes[-1]
    start = ((first.left + first.right) / 2, first.top + style.start)
    end = (last.left, last.top + style.end)
    bow = style.bow
    while bow <= style.highest_bow:
        if _arc_is_free(scene, start, end, bow):
            scene.arc(start, end, bow)
            return
        bow += 0.04
    raise scene.fail(message("no-room-for-arrow"))


def _arc_is_free(scene: Scene, start: tuple[float, float], end: tuple[float, float], bow: float) -> bool:
    (ax, ay), (bx, by) = start, end
    # Matplotlib's arc3: the control point stands off the chord's middle by `bow` of the chord, at a right angle
    control_x, control_y = (ax + bx) / 2 - bow * (by - ay), (ay + by) / 2 + bow * (bx - ax)
    reach = scene.look.arrow.stroke / 2
    for i in range(ARC_SAMPLES + 1):
        t = i / ARC_SAMPLES
        x = (1 - t) ** 2 * ax + 2 * t * (1 - t) * control_x + t * t * bx
        y = (1 - t) ** 2 * ay + 2 * t * (1 - t) * control_y + t * t * by
        if not scene.ground.is_free(Box(x, y, x, y).grown(reach)):
            return False
    return True
