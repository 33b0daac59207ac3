"""Stacked bars: each segment with its value, the total above; the latest total larger.

A year that lacks a part has no total.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from report.artwork.charts.axis import AxisStyle, Plot, draw_axis, plot_of, scale_to
from report.artwork.charts.columns import BESIDE, ColumnStyle, breadth, plot_with_room, write_over
from report.artwork.charts.kinds import MANY, YEARS, Kind
from report.artwork.charts.legend import Entry, draw_legend, legend_name
from report.artwork.charts.placement import Area, Label, Spot
from report.artwork.charts.scene import Scene
from report.artwork.charts.table import Table
from report.figures.format import number
from report.messages import message
from report.source import Length

KIND = Kind("積み上げ棒グラフ", 1, MANY, YEARS, sums=True)
HAIR = 0.01  # pt; touching is no distance


class Style(ColumnStyle, frozen=True, kw_only=True):
    """inks: from the bottom; reverse: those that carry the reversed text. widest: where the parts' values need it;
    0: as wide as ever."""

    widest: float = 0.0
    gap: Length
    inks: tuple[str, ...]
    reverse_inks: tuple[str, ...] = msgspec.field(name="reverse", default=())
    text: str
    reverse_text: str
    total_text: str
    strong_text: str


class Columns(NamedTuple):
    """width: of the bars; scale: points for one unit; share: of their type size that the parts' values have, 0: they do
    not fit into the bars."""

    plot: Plot
    width: float
    scale: float
    share: float


def draw(scene: Scene, table: Table) -> None:
    style, world = scene.style("stacked", Style), scene.world
    if len(table.rows) > len(style.inks):
        raise scene.fail(message("series-beyond-inks", kind="stacked", most=len(style.inks)))
    inks = [row.role(ink) for row, ink in zip(table.rows, style.inks, strict=False)]
    entries = [Entry(legend_name(row, table), world.ink(ink)) for row, ink in zip(table.rows, inks, strict=True)]
    top = scene.size.height - (draw_legend(scene, entries) if len(entries) > 1 else 0.0) - style.top
    totals = [table.total(i) for i in range(len(table.years))]
    known = [i for i in range(len(totals)) if table.complete(i)]
    plot = plot_of(scene, table, style)
    if known[:1] == [0]:
        plot = plot_with_room(scene, table, style, _total(scene, table, plot, 0, totals[0]), totals[:BESIDE])
    labels = scene.fitted([_total(scene, table, plot, i, totals[i]) for i in known], plot.pitch * style.fill)
    labels = scene.ranked(labels, [totals[i] for i in known])
    over = scene.tallest(labels) + scene.values.gap
    columns = _columns(scene, table, plot, scale_to(scene, max(totals), top - over - plot.foot))
    inner = [label for i in range(len(totals)) for label in _column(scene, table, columns, i)]
    draw_axis(scene, table, plot)
    half = columns.width / 2
    tops = [(plot.x(i), plot.foot + total * columns.scale) for i, total in enumerate(totals)]
    scene.ground.boxes += [Area(x - half, plot.foot, x + half, top) for x, top in tops]
    write_over(scene, labels, tops, columns.width, message("totals"))
    for label in inner:
        if label.must:
            scene.write(label, label.spots[0])
        elif settled := scene.ground.settle([label]):
            scene.write(*settled[0])


def _columns(scene: Scene, table: Table, plot: Plot, scale: float) -> Columns:
    """Bars as broad as the style has them, or as their parts' values need, up to the style's broadest. The values have
    one size, or none is shown where one of them does not fit."""
    style, clear = scene.style("stacked", Style), scene.values.clear
    parts = [(at, i) for at, row in enumerate(table.rows) for i, datum in row.known() if datum.value]
    values = [scene.label(scene.value_text(table, i, at)[0], _text(style, table, at)) for at, i in parts]
    least, most = (breadth(scene, plot, style, share) for share in (style.width, style.widest))
    if not values:
        return Columns(plot, least, scale, 1.0)
    wide, needed = (
        max(scene.width(label.text, label.scaled(share, scene.values.smallest).chars) for label in values)
        for share in (1.0, 0.0)
    )
    width = min(max(least, needed + 2 * clear), most)
    return Columns(plot, width, scale, min(1.0, (width - 2 * clear) / wide) if needed <= width else 0.0)


def _text(style: Style, table: Table, at: int) -> str:
    """The text style of a part's values."""
    return style.reverse_text if table.rows[at].role(style.inks[at]) in style.reverse_inks else style.text


def _column(scene: Scene, table: Table, columns: Columns, index: int) -> list[Label]:
    """Draw one year's segments; their labels, which stand beside a segment that has no height for one."""
    style = scene.style("stacked", Style)
    plot, width = columns.plot, columns.width
    base, labels = plot.foot, []
    for at, row in enumerate(table.rows):
        datum = row.data[index]
        if datum is None or datum.value == 0:
            continue
        height = datum.value * columns.scale
        gap = min(style.gap, height / 2) if base > plot.foot else 0.0
        ink = row.role(style.inks[at])
        scene.bar(plot.x(index) - width / 2, base + gap, width, height - gap, scene.world.ink(ink), solid=False)
        text, short = scene.value_text(table, index, at)
        label = scene.label(text, _text(style, table, at), Spot(plot.x(index), 0), short=short)
        label = label.scaled(columns.share, scene.values.smallest)
        tall = scene.height(label)
        if columns.share and tall + 2 * scene.values.clear <= height - gap:
            middle = base + gap + (height - gap) / 2
            labels.append(label.raised(middle - tall / 2))
        elif columns.share:
            label = scene.label(text, style.text, Spot(plot.x(index), 0), must=False)
            labels += _beside(scene, columns, label, base + (gap + height) / 2)
        base += height
    return labels


def _beside(scene: Scene, columns: Columns, label: Label, middle: float) -> list[Label]:
    """The label right of its bar, where the room before the next one takes it; else none."""
    plot, clear = columns.plot, scene.values.clear
    room = plot.pitch - columns.width
    if scene.width(label.text, label.chars) + 3 * clear > room:
        return []
    tall = scene.height(label)
    baseline = max(middle - tall / 2, plot.foot + scene.style("axis", AxisStyle).rule / 2 + clear + HAIR)
    return [label.at(Spot(label.spots[0].x + columns.width / 2 + 2 * clear, baseline, 0))]


def _total(scene: Scene, table: Table, plot: Plot, index: int, total: float) -> Label:
    style = scene.style("stacked", Style)
    about = any(datum and table.approximate(index, datum) for datum in (row.data[index] for row in table.rows))
    plain = number(total)
    short = plain if about and table.provisional and not table.about else ""
    strong = index in table.highlight
    must = strong or index in (0, len(table.years) - 1)
    text = scene.values.about + plain if about else plain
    name = style.strong_text if strong else style.total_text
    return scene.label(text, name, Spot(plot.x(index), 0), short=short, must=must)
