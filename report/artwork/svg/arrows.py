"""Markers on lines (SVG 1.1, 11.6): arrow heads and the like, at the vertices of a path.

In: an outline, the State of its element, a `marker`. Out: the vertices and which way the line goes there; the State of
what is in the marker. Raises SvgError.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from report.artwork.svg.clips import Clip, is_idle, region
from report.artwork.svg.document import Node
from report.artwork.svg.faults import CONVERT, SvgError
from report.artwork.svg.lengths import Measure, Scale, length
from report.artwork.svg.path import POINTS, rectangle_path
from report.artwork.svg.properties import not_taken
from report.artwork.svg.states import State, States
from report.artwork.svg.transforms import combined, listed, moved
from report.artwork.svg.view import inner_view, view_box
from report.page import Path

Point = tuple[float, float]
NAMES = ("marker-start", "marker-mid", "marker-end")
BEARERS = ("path", "line", "polyline", "polygon")


class Vertex(NamedTuple):
    """before, after: which ways the line comes and goes on; None at its ends."""

    at: Point
    before: Point | None
    after: Point | None

    @property
    def angle(self) -> float:
        """Of the way between the two, in degrees."""
        if self.before is None or self.after is None:
            x, y = self.before or self.after or (1.0, 0.0)
            return math.degrees(math.atan2(y, x))
        one, other = math.atan2(*self.before[::-1]), math.atan2(*self.after[::-1])
        turn = (other - one + math.pi) % math.tau - math.pi
        return math.degrees(one + turn / 2)


def vertices(path: Path) -> list[Vertex]:
    """In order, the first and the last with one way only, unless the path is closed there."""
    found: list[Vertex] = []
    start = last = (0.0, 0.0)
    first = 0  # of the subpath, among those found
    at, end = 0, len(path)
    while at < end:
        op, at = path[at], at + 1
        count = POINTS[op]
        points = [(path[at + 2 * i], path[at + 2 * i + 1]) for i in range(count)]
        at += 2 * count
        if op == "M":
            start = last = points[0]
            first = len(found)
            found.append(Vertex(start, None, None))
            continue
        if op == "Z":
            points = [start]
        leaves = next((way for p in points if (way := _way(last, p)) != (0.0, 0.0)), None)
        comes = next((way for p in reversed([last, *points[:-1]]) if (way := _way(p, points[-1])) != (0.0, 0.0)), None)
        found[-1] = found[-1]._replace(after=leaves or found[-1].before)
        found.append(Vertex(points[-1], comes or found[-1].before, None))
        last = points[-1]
        if op == "Z":  # the line comes back to where it began, and goes on as it began
            found[-1] = found[-1]._replace(after=found[first].after)
            found[first] = found[first]._replace(before=found[-1].before)
    return found


def _way(start: Point, end: Point) -> Point:
    return end[0] - start[0], end[1] - start[1]


def inside_at(marker: Node, name: str, vertex: Vertex, state: State, states: States, size: Point) -> State | None:
    """The State inside a marker at a vertex; None where it shows nothing. size: of the drawing."""
    asked, scale = marker.attributes, state.scale
    measure = Measure(asked, {}, scale)
    width, height = (
        3.0 if (value := measure.positive(side)) is None else value for side in ("markerWidth", "markerHeight")
    )
    view = inner_view(measure, (width, height))
    if view is None:
        return None
    units = asked.get("markerUnits", "strokeWidth").strip()
    if units not in ("strokeWidth", "userSpaceOnUse"):
        raise SvgError(*not_taken("markerUnits", units, CONVERT))
    thick = length(state.looks["stroke-width"], "stroke-width", scale.diagonal, scale.em)
    grown = thick if units == "strokeWidth" else 1.0
    matrix = combined(state.matrix, moved(*vertex.at))
    matrix = combined(matrix, listed(f"rotate({_turn(asked.get('orient', '0'), name, vertex):.6f}) scale({grown:.9f})"))
    inner = Scale(*view.inner, scale.em)
    ref = Measure(asked, {}, inner if "viewBox" in asked else scale)
    a, b, c, d, e, f = view.matrix
    x, y = ref.length("refX"), ref.length("refY")
    matrix = combined(matrix, moved(-(a * x + c * y + e), -(b * x + d * y + f)))
    looks = states.looks_at(marker) | {
        "context-fill": state.looks["fill"], "context-stroke": state.looks["stroke"],
    }  # fmt: skip
    above = State(matrix, looks, inner, measure, state.doubts, state.clips, (*state.within, marker), state.depth)
    inside = states.inside(marker, above)
    if inside is None or not grown:
        return None
    inside = inside._replace(matrix=combined(matrix, view.matrix))
    overflow = measure.text("overflow") or "hidden"
    if overflow == "inherit":
        raise SvgError(*not_taken("overflow", overflow, CONVERT))
    if inside.own("overflow", "hidden") in ("visible", "auto"):
        return inside
    left, top, *extent = view_box(measure) or (0.0, 0.0, width, height)
    clip = Clip((found,) if (found := region(rectangle_path(left, top, *extent), inside.matrix)) else ())
    return inside if is_idle(clip, size) else inside._replace(clips=(*inside.clips, clip))


def _turn(orient: str, name: str, vertex: Vertex) -> float:
    words = orient.strip()
    if words == "auto-start-reverse":
        return vertex.angle + (180.0 if name == "marker-start" else 0.0)
    if words == "auto":
        return vertex.angle
    turned = words.removesuffix("deg")
    try:
        return float(turned)
    except ValueError:
        raise SvgError(*not_taken("orient", orient, CONVERT)) from None
