"""The years along the foot: the middle of each, the rule, 「（年度）」 after the last, what is left out below them.

In: the shown years and a kind's insets. Out: a `Plot` to place marks by; rule and words on the scene.
"""

from __future__ import annotations

from itertools import accumulate, pairwise

import msgspec

from report.artwork.charts.placement import EM_BOX, Area, Label, Spot
from report.artwork.charts.scene import Scene
from report.artwork.charts.table import Table
from report.artwork.charts.timeline import distances, shortened
from report.figures.format import axis_years, fiscal_year
from report.messages import Message, message
from report.source import Length
from report.units import MM

FIRST_YEAR = 0.6  # of the pitch: the room that 令和元 in full may take
BREAK, BREAK_LEAN = 3.0, 2.5  # of the rule's thickness: the hole where it is broken, half the height of its strokes
PLOT = message("plot")
LEAST_ROOM = 3 * MM  # for the largest value: in less, one cannot see what is more and what is less
RULE_ENDS = 0.5  # of the pitch: how far the rule runs beyond the first and last middle, where the edge allows it


class Insets(msgspec.Struct, frozen=True, kw_only=True):
    """What the style of a kind with an axis of years begins with. top: free above the highest label or mark.

    edge: from the outer years' middles to the insets, of the pitch.
    """

    left: Length
    right: Length
    top: Length
    edge: float


class AxisStyle(msgspec.Struct, frozen=True, kw_only=True):
    """The rule below and the years. drop: from the rule to the labels' baseline. apart: least room between labels."""

    height: Length  # below the rule
    rule: Length
    rule_ink: str
    drop: Length
    apart: Length
    text: str
    strong_text: str  # of highlighted years
    unit: str  # what stands after the last year unless the chart says
    unit_text: str
    unit_drop: Length
    unit_gap: float
    planned: str  # after a year to come


class Plot(msgspec.Struct, frozen=True):
    """xs: of the years' middles; pitch: a step of time, the least between two; foot: y of the rule; left, right: of it.

    gaps: whether years are missing after each but the last. breaks: where the rule is broken. deeper: how much farther
    below the rule than the style has it the years stand.
    """

    xs: tuple[float, ...]
    pitch: float
    foot: float
    left: float
    right: float
    gaps: tuple[bool, ...]
    breaks: tuple[float, ...] = ()
    deeper: float = 0.0

    def x(self, index: int) -> float:
        return self.xs[index]

    def clear_of(self, scene: Scene, reach: float) -> Plot:
        """With room for marks that reach so far below the rule."""
        style = scene.style("axis", AxisStyle)
        above = EM_BOX[1] * scene.chars(style.text).size
        deeper = max(0.0, reach - (style.drop - above - scene.values.clear))
        return msgspec.structs.replace(self, foot=self.foot + deeper, deeper=deeper) if deeper else self


def plot_of(scene: Scene, table: Table, insets: Insets, right: float = 0.0) -> Plot:
    """A plot of the table's years between the insets. right: instead of the style's inset.

    The right inset is wider where a long 「（年度末）」 needs it.
    """
    left, right, edge = insets.left, right or _right(scene, table, insets.right), insets.edge
    room = scene.size.width - left - right
    if room <= 0:
        raise scene.scarce(PLOT)
    told = distances(table.years)
    steps, short = shortened(told)
    pitch = room / (max(sum(steps), 1) + 2 * edge)  # a year alone takes no more room than one of two
    first = left + edge * pitch if steps else left + room / 2
    xs = tuple(first + at * pitch for at in accumulate(steps, initial=0))
    ends = min(edge, RULE_ENDS) * pitch
    foot = scene.style("axis", AxisStyle).height
    breaks = tuple((a + b) / 2 for (a, b), is_short in zip(pairwise(xs), short, strict=True) if is_short)
    return Plot(xs, pitch, foot, first - ends, xs[-1] + ends, tuple(step > 1 for step in told), breaks)


def _right(scene: Scene, table: Table, least: float) -> float:
    style = scene.style("axis", AxisStyle)
    words = _unit(scene, table)
    return max(least, scene.width(words, scene.chars(style.unit_text)) + style.apart) if words else least


def scale_to(scene: Scene, largest: float, room: float, what: Message = PLOT) -> float:
    """Points for one unit, so that the largest value takes the room; value axes start at 0. what: takes it."""
    if room < LEAST_ROOM:
        raise scene.scarce(what)
    return room / largest if largest else 0.0


def draw_axis(scene: Scene, table: Table, plot: Plot) -> None:
    style = scene.style("axis", AxisStyle)
    _draw_rule(scene, plot, style)
    unit = _unit(scene, table)
    baseline = plot.foot - plot.deeper - style.drop
    for stride in range(1, len(table.years) + 1):
        kept = [i for i in range(len(table.years)) if (len(table.years) - 1 - i) % stride == 0]
        labels = _labels(scene, table, plot, kept, baseline)
        for share in (1.0, 0.0):
            scaled = [label.scaled(share, scene.values.smallest) for label in labels]
            spots = _settled(scene, scaled)
            if spots:
                boxes = [scene.write(label, spot) for label, spot in zip(scaled, spots, strict=True)]
                if unit:
                    after = max(plot.right + style.unit_gap * plot.pitch, boxes[-1].right + style.apart)
                    _write_unit(scene, unit, Spot(after, plot.foot - plot.deeper - style.unit_drop, 0))
                scene.ground.boxes.append(Area(0, 0, scene.size.width, plot.foot - style.rule / 2))  # years only
                return
    raise scene.scarce(message("years"))


def _draw_rule(scene: Scene, plot: Plot, style: AxisStyle) -> None:
    """The rule; where time is shortened, it is broken between two slanting strokes."""
    ink, half, lean = scene.world.ink(style.rule_ink), BREAK * style.rule / 2, BREAK_LEAN * style.rule
    ends = (plot.left, *(x + side * half for x in plot.breaks for side in (-1, 1)), plot.right)
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        scene.line([(start, plot.foot), (end, plot.foot)], style.rule, ink)
    for x in ends[1:-1]:
        scene.line([(x - lean / 2, plot.foot - lean), (x + lean / 2, plot.foot + lean)], style.rule, ink)


def _labels(scene: Scene, table: Table, plot: Plot, kept: list[int], baseline: float) -> list[Label]:
    style = scene.style("axis", AxisStyle)
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
    apart = scene.style("axis", AxisStyle).apart
    for one, other in pairwise(labels):
        widths = scene.width(one.text, one.chars) + scene.width(other.text, other.chars)
        if other.spots[0].x - one.spots[0].x < widths / 2 + apart:
            return None
    return scene.ground.settle(labels)


def _unit(scene: Scene, table: Table) -> str:
    return scene.style("axis", AxisStyle).unit if table.category is None else table.category


def _write_unit(scene: Scene, unit: str, spot: Spot) -> None:
    label = scene.label(unit, scene.style("axis", AxisStyle).unit_text, spot)
    for share in (1.0, 0.92, 0.0):
        scaled = label.scaled(share, scene.values.smallest)
        spots = scene.ground.settle([scaled])
        if spots:
            scene.write(scaled, spots[0])
            return
    raise scene.scarce(message("unit-after-years", unit=unit))
