"""The years along the foot: the middle of each, the rule, 「（年度）」 after the last, what is left out below them.

In: the shown years and a kind's insets. Out: a `Plot` to place marks by; rule and words on the scene.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import msgspec

from report.artwork.charts.placement import EM_BOX, Area, Spot
from report.artwork.charts.scene import Scene
from report.artwork.charts.table import Table
from report.artwork.charts.timeline import distances, shortened
from report.artwork.charts.years import Names, named
from report.figures.format import short_year
from report.messages import Message, message
from report.source import Count, Length
from report.units import MM

BREAK, BREAK_LEAN = 3.0, 2.5  # of the rule's thickness: the hole where it is broken, half the height of its strokes
PLOT = message("plot")
LEAST_ROOM = 3 * MM  # for the largest value: in less, one cannot see what is more and what is less
RULE_ENDS = 0.5  # of the pitch: how far the rule runs beyond the first and last middle, where the edge allows it


class Insets(msgspec.Struct, frozen=True, kw_only=True):
    """What the style of a kind with an axis of years begins with. top: free above the highest label or mark.

    edge: from the outer years' middles to the insets, of the pitch. last: so many years are shown, the latest, unless
    the chart says.
    """

    left: Length
    right: Length
    top: Length
    edge: float
    last: Count | None = None


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
    left_out: str = "は省略"  # after the years that the axis leaves out
    left_out_some: str = "一部の年度"  # instead of years that are too many to be named
    left_out_text: str = ""  # unless told, that of the unit
    left_out_drop: Length = 3 * MM  # from the years' baseline


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


def plot_of(scene: Scene, table: Table, insets: Insets, right: float = 0.0, left: float = 0.0) -> Plot:
    """A plot of the table's years between the insets. left, right: instead of the style's insets.

    The right inset is wider where a long 「（年度末）」, or one after a long last year, needs it.
    """
    left, edge = left or insets.left, insets.edge
    told = distances(table.years)
    steps, short = shortened(told, [bool(table.omits(i)) for i in range(len(told))])
    pitches = max(sum(steps), 1) + 2 * edge  # a year alone takes no more room than one of two
    right = _right(scene, table, right or insets.right, left, edge / pitches if steps else 0.5)
    room = scene.size.width - left - right
    if room <= 0:
        raise scene.scarce(PLOT)
    pitch = room / pitches
    first = left + edge * pitch if steps else left + room / 2
    xs = tuple(first + at * pitch for at in accumulate(steps, initial=0))
    ends = min(edge, RULE_ENDS) * pitch
    style = scene.style("axis", AxisStyle)
    foot = style.height + (style.left_out_drop if table.omitted else 0.0)
    breaks = tuple((a + b) / 2 for (a, b), is_short in zip(pairwise(xs), short, strict=True) if is_short)
    return Plot(xs, pitch, foot, first - ends, xs[-1] + ends, tuple(step > 1 for step in told), breaks)


def _right(scene: Scene, table: Table, least: float, left: float, share: float) -> float:
    """share: of the room between the insets that lies right of the last year's middle."""
    style = scene.style("axis", AxisStyle)
    words = _unit(scene, table)
    if not words:
        return least
    last = len(table.years) - 1
    year = short_year(table.years[last]) + style.planned * table.planned(last)
    text = style.strong_text if last in table.highlight else style.text
    after = scene.width(words, scene.chars(style.unit_text)) + style.apart
    beyond = after + scene.width(year, scene.chars(text)) / 2
    return max(least, after, (beyond - share * (scene.size.width - left)) / (1 - share))


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
    boxes = [scene.write(label, spot) for label, spot in named(Names(scene, table, plot, style, baseline))]
    if unit:
        after = max(plot.right + style.unit_gap * plot.pitch, boxes[-1].right + style.apart)
        right = Spot(after, plot.foot - plot.deeper - style.unit_drop, 0)
        _write_small(scene, [unit], style.unit_text, right, message("unit-after-years", unit=unit))
    if table.omitted:
        below = Spot(plot.left, baseline - style.left_out_drop, 0)
        words = [f"{years}{style.left_out}" for years in (table.omitted_years(), style.left_out_some)]
        _write_small(scene, words, style.left_out_text or style.unit_text, below, message("years-left-out"))
    _draw_breaks(scene, plot, style)
    scene.ground.boxes.append(Area(0, 0, scene.size.width, plot.foot - style.rule / 2))  # years only


def _draw_rule(scene: Scene, plot: Plot, style: AxisStyle) -> None:
    """The rule, in parts where time is shortened or years are left out."""
    ink, half = scene.world.ink(style.rule_ink), BREAK * style.rule / 2
    ends = (plot.left, *(x + side * half for x in plot.breaks for side in (-1, 1)), plot.right)
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        scene.line([(start, plot.foot), (end, plot.foot)], style.rule, ink)


def _draw_breaks(scene: Scene, plot: Plot, style: AxisStyle) -> None:
    """Two slanting strokes at each break; years below may come nearer to them than to other things."""
    ink, half, lean = scene.world.ink(style.rule_ink), BREAK * style.rule / 2, BREAK_LEAN * style.rule
    for x in (x + side * half for x in plot.breaks for side in (-1, 1)):
        scene.line([(x - lean / 2, plot.foot - lean), (x + lean / 2, plot.foot + lean)], style.rule, ink)


def _unit(scene: Scene, table: Table) -> str:
    return scene.style("axis", AxisStyle).unit if table.category is None else table.category


def _write_small(scene: Scene, texts: Sequence[str], style: str, spot: Spot, what: Message) -> None:
    """The first of the texts that finds room there, set smaller if need be."""
    for text in texts:
        label = scene.label(text, style, spot)
        for share in (1.0, 0.92, 0.0):
            settled = scene.ground.settle([label.scaled(share, scene.values.smallest)])
            if settled:
                scene.write(*settled[0])
                return
    raise scene.scarce(what)
