"""Upright bars: how broad they are, and the values above them.

In: a plot, a kind's style, the tops of its bars. Out: values over their own bars; where bars are narrower than their
values, the first one stands to the left of its bar's edge, the last one to the right, and others above higher
neighbours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from report.artwork.charts.axis import Insets, Plot, plot_of
from report.artwork.charts.placement import Area, Label, Spot
from report.artwork.charts.scene import Points, Scene
from report.artwork.charts.table import Table
from report.messages import Message, message
from report.source import Length
from report.units import MM

RISE = 2.0  # of its height: how far a value may stand above its bar for a higher neighbour's sake (a must: farther)
BESIDE = 4  # bars that the first value may reach over
MOST_LEFT = 0.15  # of the width: what the first value may take of it


class ColumnStyle(Insets, frozen=True, kw_only=True):
    """width: of a bar, of the pitch. fill: widest value, of the pitch, before type shrinks. thinnest: of bars."""

    width: float
    fill: float
    thinnest: Length = 0.5 * MM


def breadth(scene: Scene, plot: Plot, style: ColumnStyle, share: float = 0.0) -> float:
    """Of a bar, pt. share: of the pitch, instead of the style's. Failure where that is too thin to be printed well."""
    if plot.pitch * style.width < style.thinnest:
        thin = {"width": plot.pitch * style.width / MM, "least": style.thinnest / MM}
        raise scene.fail(message("bars-too-thin", **thin))
    return plot.pitch * (share or style.width)


def plot_with_room(scene: Scene, table: Table, style: ColumnStyle, first: Label, values: Sequence[float]) -> Plot:
    """A plot whose left inset is wide enough for the first value beside higher bars. values: of the first years."""
    plot = plot_of(scene, table, style)
    half = breadth(scene, plot, style) / 2
    width = scene.width(first.text, first.scaled(0, scene.values.smallest).chars)
    if width / 2 + scene.values.clear <= plot.pitch - half or max(values) <= values[0]:
        return plot
    left = width - half - (1 - MOST_LEFT) * style.edge * plot.pitch
    return plot_of(scene, table, style, left=left) if left <= MOST_LEFT * scene.size.width else plot


def write_over(
    scene: Scene, labels: Sequence[Label], tops: Points, width: float, what: Message
) -> list[tuple[Label, Area]]:
    """Write values over bars. labels: their x is that of a bar. tops: middle and top of every bar."""
    heights = dict(tops)
    raised = [_over(scene, label, heights[label.spots[0].x], tops, width / 2) for label in labels]
    for at, side in ((0, 1), (-1, -1)):
        if raised and raised[at].must:
            own, *higher = raised[at].spots
            raised[at] = raised[at].at(own, Spot(own.x + side * width / 2, own.y, (1 + side) / 2), *higher)
    return scene.write_all(raised, what)


def _over(scene: Scene, label: Label, top: float, tops: Points, half: float) -> Label:
    x = label.spots[0].x
    reach = scene.width(label.text, label.chars) / 2 + scene.values.clear + half
    highest = math.inf if label.must else top + RISE * scene.height(label)
    near = (other for at, other in tops if abs(at - x) < reach and top < other <= highest)
    levels = sorted({top, *near})
    if label.extreme:
        levels.append(levels[-1] + scene.height(label) + scene.values.clear)  # over a neighbour's value
    return label.at(*(Spot(x, y + scene.values.gap) for y in levels))
