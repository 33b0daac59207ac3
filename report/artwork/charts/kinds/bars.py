"""Bars, the latest year in the strong ink; an arrow of growth over them if the author wants it."""

from __future__ import annotations

import msgspec

from report.artwork.charts.axis import Plot, draw_axis, plot_of, scale_to
from report.artwork.charts.columns import BESIDE, ColumnStyle, breadth, plot_with_room, write_over
from report.artwork.charts.kinds import YEARS, Kind
from report.artwork.charts.placement import Area, Label, Spot
from report.artwork.charts.scene import LEAST_BAR, Scene
from report.artwork.charts.table import Table, turning
from report.messages import message
from report.source import Length

KIND = Kind("棒グラフ", 1, 1, YEARS | {"labels", "arrow"})
ARC_SAMPLES = 24  # points at which the arc is tested against labels
Place = tuple[float, float]


class Style(ColumnStyle, frozen=True, kw_only=True):
    ink: str
    strong_ink: str
    text: str
    strong_text: str


class ArrowStyle(msgspec.Struct, frozen=True, kw_only=True):
    """The arc of change. top: free above the labels for it. bow: rise of the arc's control point, of the chord."""

    top: Length
    stroke: Length
    bow: float
    highest_bow: float
    start: Length  # above the first label
    end: Length  # above the last one
    head: Length
    head_width: Length
    ink: str


def draw(scene: Scene, table: Table) -> None:
    style, arrow = scene.style("bars", Style), scene.style("arrow", ArrowStyle)
    plot = bar_plot(scene, table, style)
    labels = bar_labels(scene, table, plot, style)
    top = scene.size.height - (arrow.top if table.arrow else style.top)
    over = scene.tallest(labels) + scene.values.gap
    scale = scale_to(scene, max(table.rows[0].values), top - over - plot.foot)
    width = breadth(scene, plot, style)
    tops = draw_bars(scene, table, plot, style, scale)
    draw_axis(scene, table, plot)
    values = [datum.value for _, datum in table.rows[0].known()]
    written = write_over(scene, _chosen(scene, table, labels, values), tops, width, message("values"))
    if table.arrow:
        _check_change(values, scene)
        if written[0][0].number:
            raise scene.fail(message("no-room-for-arrow"))
        _draw_arrow(scene, [box for _, box in written], arrow)


def bar_plot(scene: Scene, table: Table, style: Style, row: int = 0) -> Plot:
    """With room for the first value beside a narrow bar."""
    if table.rows[row].data[0] is None:
        return plot_of(scene, table, style)
    text, short = scene.value_text(table, 0, row)
    first = scene.label(short or text, style.text)
    return plot_with_room(scene, table, style, first, table.rows[row].values[:BESIDE])


def bar_labels(scene: Scene, table: Table, plot: Plot, style: Style, row: int = 0) -> list[Label]:
    """The values of a row, as wide as its bars allow; their baselines are still to be chosen."""
    labels = []
    for i, _ in table.rows[row].known():
        text, short = scene.value_text(table, i, row)
        strong = i in table.highlight
        must = strong or i in (0, len(table.years) - 1)
        name = style.strong_text if strong else style.text
        labels.append(scene.label(text, name, Spot(plot.x(i), 0), short=short, must=must))
    return scene.ranked(scene.fitted(labels, plot.pitch * style.fill), table.rows[row].values)


def draw_bars(
    scene: Scene, table: Table, plot: Plot, style: Style, scale: float, row: int = 0
) -> list[tuple[float, float]]:
    """scale: points for one unit. Out: middle and top of each bar."""
    width, tops = breadth(scene, plot, style), []
    for i, datum in table.rows[row].known():
        ink = style.strong_ink if i in table.highlight else table.rows[row].role(style.ink)
        height = max(datum.value * scale, LEAST_BAR) if datum.value else 0.0
        if height:
            scene.bar(plot.x(i) - width / 2, plot.foot, width, height, scene.world.ink(ink))
        tops.append((plot.x(i), plot.foot + height))
    return tops


def _check_change(values: list[float], scene: Scene) -> None:
    """An arrow from the first label to the last needs two, and something that changed between them."""
    if len(values) < 2 or values[0] == values[-1]:
        raise scene.fail(message("arrow-without-change"))


def _chosen(scene: Scene, table: Table, labels: list[Label], values: list[float]) -> list[Label]:
    """The labels the author wants: all, or those at turning points and in highlighted years."""
    if not table.turning:
        return labels
    turns = turning(values, 0.0)
    told = [at for at, label in enumerate(labels) if at in turns or label.must]
    return scene.ranked([labels[at] for at in told], [values[at] for at in told])


def _draw_arrow(scene: Scene, boxes: list[Area], style: ArrowStyle) -> None:
    """The arc from above the first label to above the last, clear of the labels between; higher if it must be."""
    first, last = boxes[0], boxes[-1]
    start = ((first.left + first.right) / 2, first.top + style.start)
    end = (last.left, last.top + style.end)
    bow = style.bow
    while bow <= style.highest_bow:
        if _arc_is_free(scene, start, end, bow, style.stroke / 2):
            scene.canvas.arc(start, end, bow, style, scene.world.ink(style.ink))
            return
        bow += 0.04
    raise scene.fail(message("no-room-for-arrow"))


def _arc_is_free(scene: Scene, start: Place, end: Place, bow: float, reach: float) -> bool:
    (ax, ay), (bx, by) = start, end
    # Matplotlib's arc3: the control point stands off the chord's middle by `bow` of the chord, at a right angle
    control_x, control_y = (ax + bx) / 2 - bow * (by - ay), (ay + by) / 2 + bow * (bx - ax)
    for i in range(ARC_SAMPLES + 1):
        t = i / ARC_SAMPLES
        x = (1 - t) ** 2 * ax + 2 * t * (1 - t) * control_x + t * t * bx
        y = (1 - t) ** 2 * ay + 2 * t * (1 - t) * control_y + t * t * by
        if not scene.ground.is_free(Area(x, y, x, y).grown(reach)):
            return False
    return True
