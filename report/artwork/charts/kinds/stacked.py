"""Stacked bars: each segment with its value, the total above; the latest total larger.

A year that lacks a part has no total.
"""

from __future__ import annotations

import msgspec

from report.artwork.charts.axis import AxisStyle, Insets, Plot, draw_axis, plot_of, scale_to
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


class Style(Insets, frozen=True, kw_only=True):
    """inks: from the bottom; reverse: those that carry the reversed text."""

    width: float
    fill: float
    gap: Length
    inks: tuple[str, ...]
    reverse_inks: tuple[str, ...] = msgspec.field(name="reverse", default=())
    text: str
    reverse_text: str
    total_text: str
    strong_text: str


def draw(scene: Scene, table: Table) -> None:
    style, world = scene.style("stacked", Style), scene.world
    if len(table.rows) > len(style.inks):
        raise scene.fail(message("series-beyond-inks", kind="stacked", most=len(style.inks)))
    inks = [row.role(ink) for row, ink in zip(table.rows, style.inks, strict=False)]
    entries = [Entry(legend_name(row, table), world.ink(ink)) for row, ink in zip(table.rows, inks, strict=True)]
    top = scene.size.height - (draw_legend(scene, entries) if len(entries) > 1 else 0.0) - style.top
    plot = plot_of(scene, table, style)
    totals = [table.total(i) for i in range(len(table.years))]
    known = [i for i in range(len(totals)) if table.complete(i)]
    labels = scene.fitted([_total(scene, table, plot, i, totals[i]) for i in known], plot.pitch * style.fill)
    over = scene.tallest(labels) + scene.values.gap
    scale = scale_to(scene, max(totals), top - over - plot.foot)
    inner = [label for i in range(len(totals)) for label in _column(scene, table, plot, i, scale)]
    draw_axis(scene, table, plot)
    half = plot.pitch * style.width / 2
    columns = enumerate(plot.foot + total * scale for total in totals)
    scene.ground.boxes += [Area(plot.x(i) - half, plot.foot, plot.x(i) + half, top) for i, top in columns]
    raised = [
        label.raised(plot.foot + totals[i] * scale + scene.values.gap) for i, label in zip(known, labels, strict=True)
    ]
    scene.write_all(raised, message("totals"))
    for label in inner:
        spots = list(label.spots) if label.must else scene.ground.settle([label])
        if spots:
            scene.write(label, spots[0])


def _column(scene: Scene, table: Table, plot: Plot, index: int, scale: float) -> list[Label]:
    """Draw one year's segments; their labels, which stand beside a segment that has no height for one."""
    style = scene.style("stacked", Style)
    width = plot.pitch * style.width
    base, labels = plot.foot, []
    for at, row in enumerate(table.rows):
        datum = row.data[index]
        if datum is None or datum.value == 0:
            continue
        height = datum.value * scale
        gap = min(style.gap, height / 2) if base > plot.foot else 0.0
        ink = row.role(style.inks[at])
        scene.bar(plot.x(index) - width / 2, base + gap, width, height - gap, scene.world.ink(ink), solid=False)
        text, short = scene.value_text(table, index, at)
        name = style.reverse_text if ink in style.reverse_inks else style.text
        label = scene.label(text, name, Spot(plot.x(index), 0), short=short)
        label = scene.fitted([label], width - 2 * scene.values.clear)[0]
        tall = scene.height(label)
        if tall + 2 * scene.values.clear <= height - gap and scene.width(text, label.chars) <= width:
            middle = base + gap + (height - gap) / 2
            labels.append(label.raised(middle - tall / 2))
        else:
            label = scene.label(text, style.text, Spot(plot.x(index), 0), must=False)
            labels += _beside(scene, plot, label, base + (gap + height) / 2)
        base += height
    return labels


def _beside(scene: Scene, plot: Plot, label: Label, middle: float) -> list[Label]:
    """The label right of its bar, where the room before the next one takes it; else none."""
    style, clear = scene.style("stacked", Style), scene.values.clear
    room = plot.pitch * (1 - style.width)
    if scene.width(label.text, label.chars) + 3 * clear > room:
        return []
    tall = scene.height(label)
    baseline = max(middle - tall / 2, plot.foot + scene.style("axis", AxisStyle).rule / 2 + clear + HAIR)
    return [label.at(Spot(label.spots[0].x + plot.pitch * style.width / 2 + 2 * clear, baseline, 0))]


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
