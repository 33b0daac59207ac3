"""The years along the foot: the middle of each, the rule, the labels in 平/令 style, 「（年度）」 after the last.

In: the shown years and a kind's insets. Out: a `Plot` to place marks by; rule and labels on the scene. Years that would
collide are set smaller, down to the permitted size, then thinned out from the last one backwards.
"""

from __future__ import annotations

import msgspec

from report.artwork.charts.placement import Box, Label, Spot
from report.artwork.charts.scene import Scene
from report.artwork.charts.table import Table
from report.figures.format import axis_years, fiscal_year
from report.messages import message

FIRST_YEAR = 0.6  # of the pitch: the room that 令和元 in full may take
RULE_ENDS = 0.5  # of the pitch: how far the rule runs beyond the first and last middle, where the edge allows it


class Plot(msgspec.Struct, frozen=True):
    """first: x of the first year's middle; pitch: to the next one; foot: y of the rule; left, right: of the rule."""

    first: float
    pitch: float
    foot: float
    left: float
    right: float

    def x(self, index: int) -> float:
        return self.first + index * self.pitch


def plot_of(scene: Scene, count: int, left: float, right: float, edge: float) -> Plot:
    """A plot of `count` years between the insets `left` and `right`; edge: of the pitch, beyond the outer middles."""
    room = scene.size.width - left - right
    if room <= 0:
        raise scene.scarce(message("plot"))
    pitch = room / (max(count - 1, 1) + 2 * edge)  # a year alone takes no more room than one of two
    first = left + edge * pitch if count > 1 else left + room / 2
    ends = min(edge, RULE_ENDS) * pitch
    return Plot(first, pitch, scene.look.axis.height, first - ends, first + (count - 1) * pitch + ends)


def right_inset(scene: Scene, table: Table, least: float, pitch: float = 0.0) -> float:
    """The room right of the plot: `least`, or more where a long 「（年度末）」 needs it."""
    style = scene.look.axis
    words = _unit(scene, table)
    if not words:
        return least
    return max(least, scene.width(words, scene.chars(style.unit_text)) + style.unit_gap * pitch + style.apart)


def draw_axis(scene: Scene, table: Table, plot: Plot) -> None:
    style = scene.look.axis
    scene.line([(plot.left, plot.foot), (plot.right, plot.foot)], style.rule, scene.world.ink(style.rule_ink))
    unit = _unit(scene, table)
    baseline = plot.foot - style.drop
    for stride in range(1, len(table.years) + 1):
        kept = [i for i in range(len(table.years)) if (len(table.years) - 1 - i) % stride == 0]
        labels = _labels(scene, table, plot, kept, baseline)
        for share in (1.0, 0.0):
            scaled = [label.scaled(share, scene.look.values.smallest) for label in labels]
            spots = _settled(scene, scaled)
            if spots:
                boxes = [scene.write(label, spot) for label, spot in zip(scaled, spots, strict=True)]
                if unit:
                    after = max(plot.right + style.unit_gap * plot.pitch, boxes[-1].right + style.apart)
                    _write_unit(scene, unit, Spot(after, plot.foot - style.unit_drop, 0))
                scene.ground.boxes.append(Box(0, 0, scene.size.width, plot.foot - style.rule / 2))  # years only
                return
    raise scene.scarce(message("years"))


def _labels(scene: Scene, table: Table, plot: Plot, kept: list[int], baseline: float) -> list[Label]:
    style = scene.look.axis
    texts = axis_years([table.years[i] for i in kept])
    if texts and texts[0].endswith("元"):
        full = fiscal_year(table.years[kept[0]]).removesuffix("年度")  # an axis that begins an era names it in full
        if scene.width(full, scene.chars(style.text)) + style.apart < plot.pitch * FIRST_YEAR:
            texts[0] = full
    texts = [text + style.planned * table.planned(i) for i, text in zip(kept, texts, strict=True)]
    return [
        scene.label(text, style.strong_text if i in table.highlight else style.text, Spot(plot.x(i), baseline))
        for i, text in zip(kept, texts, strict=True)
    ]


def _settled(scene: Scene, labels: list[Label]) -> list[Spot] | None:
    """The spots, when the labels stand at least `apart` from one another."""
    style, ground = scene.look.axis, scene.ground
    widths = [scene.width(label.text, label.chars) for label in labels]
    for (one, one_width), (other, other_width) in zip(
        zip(labels, widths, strict=True), zip(labels[1:], widths[1:], strict=True), strict=False
    ):
        if other.spots[0].x - one.spots[0].x < (one_width + other_width) / 2 + style.apart:
            return None
    return ground.settle(labels)


def _unit(scene: Scene, table: Table) -> str:
    return scene.look.axis.unit if table.category is None else table.category


def _write_unit(scene: Scene, unit: str, spot: Spot) -> None:
    label = scene.label(unit, scene.look.axis.unit_text, spot)
    for share in (1.0, 0.92, 0.0):
        scaled = label.scaled(share, scene.look.values.smallest)
        spots = scene.ground.settle([scaled])
        if spots:
            scene.write(scaled, spots[0])
            return
    raise scene.scarce(message("unit-after-years", unit=unit))
