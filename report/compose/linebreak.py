"""Material and a measure become lines. Knows no Japanese, no fonts, no page.

In: `Material`, boxes with glue between them as running sums, and the positions where a line may end with what that
costs. Out: the positions where lines end. `total_fit` weighs the whole paragraph (Knuth and Plass, Breaking Paragraphs
into Lines, 1981); `balanced` makes few, even lines; `first_fit` always answers, if need be with lines too long.

A position b stands before box b, so a line is the boxes a … b-1; the last position is the number of boxes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

Break = tuple[int, float]  # position, cost

SLACK = 1e-6  # pt, for rounding
LINE = 1.0  # what every line costs, so that few lines win
LOOSE = 100.0  # of a line that opens by its stretch; grows with the cube (TeX's badness)
TIGHT = 50.0  # of a line that gives way by all it can, likewise; half, as JLREQ 3.8.2 closes rather than opens
SHORT_LAST = 120_000.0  # of a short last line: about a line that opens by half more than a good one may
LONE_LAST = 60_000_000.0  # of a last line of one character: about a line whose gaps open by an eighth of an em


class Ending(NamedTuple):
    """A way for a line to end with a box. end: where the line ends, as Material.ends has it (pt). cost: of this way.
    tail: space after the box that the line keeps; negative: how far the box hangs out of it. close: how much nearer
    the box stands to the one before it; stretch, shrink: of the gap between these two, which has no play then."""

    end: float
    cost: float = 0.0
    tail: float = 0.0
    close: float = 0.0
    stretch: float = 0.0
    shrink: float = 0.0


class Material(NamedTuple):
    """pt. starts: where each box begins with all glue in place; ends: where it ends. stretch, shrink: of the glue
    before it, summed up from the beginning. endings: for positions where a line may end in several ways, or otherwise
    than at its last box's end: those, the longest first."""

    starts: Sequence[float]
    ends: Sequence[float]
    stretch: Sequence[float]
    shrink: Sequence[float]
    endings: Mapping[int, tuple[Ending, ...]] = {}

    def width(self, first: int, end: int) -> float:
        """Natural width of the line of boxes first … end-1."""
        return self.ends[end - 1] - self.starts[first]

    def ways(self, end: int) -> tuple[Ending, ...]:
        return self.endings.get(end) or (Ending(self.ends[end - 1]),)

    def least(self, first: int, end: int) -> float:
        """Width of the line of boxes first … end-1, ending the shortest way."""
        return self.ways(end)[-1].end - self.starts[first]


def demerits(ratio: float, penalty: float, badness: float = LOOSE) -> float:
    cost = LINE + badness * ratio * ratio * ratio + penalty
    return cost * cost


def best_ending(material: Material, first: int, end: int, measure: float, justify: bool) -> Ending:
    """The way the line of boxes first … end-1 ends at its best; where it is not filled, the longest that fits."""
    ways = material.ways(end)
    if not justify:
        return next((way for way in ways if way.end - material.starts[first] <= measure + SLACK), ways[-1])

    def judge(way: Ending) -> float:
        spare = measure - (way.end - material.starts[first])
        tight = spare < -SLACK
        side = material.shrink if tight else material.stretch
        room = side[end - 1] - side[first] - (way.shrink if tight else way.stretch)
        ratio = abs(spare) / room if room > 0 else 0.0 if abs(spare) < 0.01 else 1000.0
        if spare < -SLACK and ratio > 1 + SLACK:
            ratio = 1e6 + ratio
        return demerits(ratio, way.cost, TIGHT if spare < -SLACK else LOOSE)

    return min(ways, key=judge)


def total_fit(
    material: Material,
    breaks: Sequence[Break],
    measure: float,
    tolerance: float = float("inf"),
    ragged: float = 0.0,
    least_last: tuple[float, float] = (0.0, 0.0),
) -> list[int] | None:
    """Line ends with the least demerits; None if no way of breaking keeps to the measure and the tolerance.

    tolerance: how many times its stretch a line may open. ragged: pt a line may fall short as if it were stretch;
    0 for justified lines. least_last: pt; a last line shorter than the first costs SHORT_LAST, than the second,
    LONE_LAST.
    """
    starts, ends, stretch, shrink, endings = material
    at, cost, back = [0], [0.0], [-1]
    alive = 0  # nodes before this are too far back for any line to come
    count = len(ends)
    short, lone = (least - 2 * SLACK for least in least_last)
    for position, penalty in breaks:
        stretch_end, shrink_end = stretch[position - 1], shrink[position - 1]
        final = position == count
        best, best_node = float("inf"), -1
        for way in endings.get(position) or ((ends[position - 1], 0.0, 0.0, 0.0),):
            end = way[0] - measure - SLACK
            extra = LINE + penalty + way[1]
            if way[3]:
                stretch_end, shrink_end = stretch[position - 1] - way[4], shrink[position - 1] - way[5]
            passed = alive
            for node in range(alive, len(at)):
                first = at[node]
                spare = starts[first] - end
                badness = LOOSE
                if spare < 0:
                    room = 0.0 if ragged else shrink_end - shrink[first]
                    if -spare > room:
                        passed = node + 1
                        continue
                    ratio = -spare / room
                    badness = TIGHT
                elif final:
                    ratio = 0.0
                else:
                    room = ragged or stretch_end - stretch[first]
                    ratio = spare / room if room > 0 else 0.0 if spare < 0.01 else 1000.0
                    if ratio > tolerance:
                        break
                total = extra + badness * ratio * ratio * ratio
                total = cost[node] + total * total
                if final and first and ends[-1] - starts[first] < short:
                    total += LONE_LAST if ends[-1] - starts[first] < lone else SHORT_LAST
                if total < best:
                    best, best_node = total, node
        alive = passed  # of the shortest way, which comes last
        if best_node >= 0:
            at.append(position)
            cost.append(best)
            back.append(best_node)
        elif alive == len(at):
            return None
    return _traced(at, back) if at[-1] == count else None


def _traced(at: Sequence[int], back: Sequence[int]) -> list[int]:
    """The line ends on the best way to the last node, from the first on."""
    lines: list[int] = []
    node = len(at) - 1
    while node > 0:
        lines.append(at[node])
        node = back[node]
    return lines[::-1]


def first_fit(material: Material, breaks: Sequence[Break], measure: float) -> list[int]:
    """Fill every line as far as it goes; a piece wider than the measure stands alone."""
    lines: list[int] = []
    first, last = 0, 0
    for position, _ in breaks:
        if material.least(first, position) > measure + SLACK and last > first:
            lines.append(last)
            first = last
        last = position
    return [*lines, len(material.ends)]


def balanced(material: Material, breaks: Sequence[Break], measure: float, em: float) -> list[int] | None:
    """The fewest lines that fit, as even as can be, at good places: the least sum of squared widths and break costs.

    Costs count in em²; among equals the earlier lines are the longer. None if a piece is wider than the measure.
    """
    positions = [0, *(position for position, _ in breaks)]
    costs = [0.0, *(cost for _, cost in breaks)]
    fewest = first_fit(material, breaks, measure)
    if _widest(material, fewest) > measure + SLACK:
        return None
    lowest = _latest_starts(material, positions, measure, len(fewest))
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]  # line -> index into positions -> cost, the one before
    for line, low in enumerate(lowest, 1):
        reached: dict[int, tuple[float, int]] = {}
        for i, (so_far, _) in best[-1].items():
            for j in range(max(i + 1, low), len(positions)):
                width = material.width(positions[i], positions[j])
                if width > measure + SLACK:
                    break
                em_width = width / em
                total = so_far + em_width * em_width + 0.01 * line * em_width + costs[j]
                if j not in reached or total < reached[j][0]:
                    reached[j] = (total, i)
        best.append(reached)
    ends = [len(positions) - 1]
    if ends[0] not in best[-1]:  # where parts of a compound are wider than the whole
        return fewest
    for reached in best[:1:-1]:
        ends.append(reached[ends[-1]][1])
    return [positions[i] for i in reversed(ends)]


def _latest_starts(material: Material, positions: Sequence[int], measure: float, lines: int) -> list[int]:
    """For every line, the index of the earliest position that it may end at, if the rest is to fit into the lines after
    it."""
    found = [len(positions) - 1]
    while len(found) < lines:
        start = found[-1]
        while start and material.width(positions[start - 1], positions[found[-1]]) <= measure + SLACK:
            start -= 1
        found.append(start)
    return found[::-1]


def _widest(material: Material, lines: Sequence[int]) -> float:
    return max(material.width(first, end) for first, end in zip([0, *lines], lines, strict=False))
