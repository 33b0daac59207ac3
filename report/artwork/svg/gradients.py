"""Gradients (SVG 1.1, 13.2; SVG 2, 14.2): what `fill="url(#…)"` comes to on one shape.

In: the element that the reference leads to, the shape's box and place. Out: a Tone. Repeated and reflected gradients
are written out as far as the shape reaches. Raises SvgError.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from report.artwork.svg.colours import parse_colour
from report.artwork.svg.css import Sheet
from report.artwork.svg.document import Node
from report.artwork.svg.faults import CONVERT, FLATTEN, SvgError, short
from report.artwork.svg.lengths import Measure, length, share
from report.artwork.svg.painting import Tone
from report.artwork.svg.path import Corners
from report.artwork.svg.properties import value_of
from report.artwork.svg.states import State
from report.artwork.svg.transforms import applied, combined, inverse, listed
from report.messages import message
from report.page import IDENTITY, Matrix, Shade, Stop

KINDS = {"linearGradient": ("x1", "y1", "x2", "y2"), "radialGradient": ("cx", "cy", "r", "fx", "fy", "fr")}
_DEFAULTS = {"x1": "0%", "y1": "0%", "x2": "100%", "y2": "0%", "cx": "50%", "cy": "50%", "r": "50%", "fr": "0%"}
_COMMON = ("gradientUnits", "gradientTransform", "spreadMethod")
MOST_LINKS, MOST_STOPS, MOST_TURNS = 20, 500, 200
EDGE = 0.01  # of the way, beyond what is covered
NEXT = 1e-4  # of the way: the step between two stops at its beginning or its end


class Colouring(NamedTuple):
    """A stop as it is written."""

    at: float
    rgb: str
    alpha: float


class Surface(NamedTuple):
    """What is painted. box: of the shape without its stroke, in user units; reach: with it, in the drawing's plane."""

    box: Corners
    reach: Corners
    state: State


class Gradients:
    def __init__(self, sheet: Sheet, ids: Mapping[str, Node]) -> None:
        self._sheet, self._ids = sheet, ids

    def tone(self, node: Node, surface: Surface) -> Tone | None:
        """None: nothing is painted."""
        chain = self._chain(node)
        stops = self._stops(chain)
        if not stops:
            return None
        if len(stops) == 1:
            return Tone(stops[0].rgb, stops[0].alpha)
        found = {}  # type: dict[str, str]
        for each in reversed(chain):
            names = (*KINDS[each.tag], *_COMMON)
            found.update({name: each.attributes[name] for name in names if name in each.attributes})
        if any("transform-origin" in each.attributes for each in chain):
            raise SvgError(message("transform-not-taken", text="transform-origin"), CONVERT)
        units = found.get("gradientUnits", "objectBoundingBox").strip()
        if units not in ("objectBoundingBox", "userSpaceOnUse"):
            raise SvgError(message("value-not-taken", name="gradientUnits", value=short(units)), FLATTEN)
        matrix = surface.state.matrix
        if units == "objectBoundingBox":
            left, top, right, bottom = surface.box
            if right <= left or bottom <= top:
                return None
            matrix = combined(matrix, (right - left, 0.0, 0.0, bottom - top, left, top))
        matrix = combined(matrix, listed(found["gradientTransform"]) if "gradientTransform" in found else IDENTITY)
        ends = _ends(node.tag, found, surface.state, units == "userSpaceOnUse")
        back = inverse(matrix)
        last = Tone(stops[-1].rgb, stops[-1].alpha)
        if back is None:
            raise SvgError(message("transform-not-taken", text=short(found.get("gradientTransform", ""))), CONVERT)
        if ends is None:
            return last
        manner = found.get("spreadMethod", "pad").strip()
        if manner in ("repeat", "reflect"):
            ends, stops = _spread(ends, stops, manner == "reflect", box_through(surface.reach, back))
        return _shaded(ends, matrix, stops)

    def _chain(self, node: Node) -> list[Node]:
        """The gradient, and those that it takes after."""
        chain = [node]
        while target := chain[-1].attributes.get("href", "").strip():
            found = self._ids.get(target[1:])
            if not target.startswith("#") or found is None or found.tag not in KINDS:
                raise SvgError(message("reference-missing", target=short(target)))
            if found in chain or len(chain) > MOST_LINKS:
                raise SvgError(message("reference-circle", target=short(target)))
            chain.append(found)
        return chain

    def _stops(self, chain: list[Node]) -> list[Colouring]:
        """SVG 1.1, 13.2.4: places in order, from 0 to 1."""
        nodes = next((found for each in chain if (found := [c for c in each.children if c.tag == "stop"])), [])
        if len(nodes) > MOST_STOPS:
            raise SvgError(message("svg-too-much"))
        stops: list[Colouring] = []
        for node in nodes:
            css = self._sheet.declared(node)
            text = node.attributes.get("offset", "0")
            at = max(share(text, "offset"), stops[-1].at if stops else 0.0)
            rgb, alpha = parse_colour(self._said(node, css, "stop-color", "#000000"))
            stops.append(Colouring(at, rgb, alpha * share(self._said(node, css, "stop-opacity", "1"), "stop-opacity")))
        if len(stops) > 1:
            before = [stops[0]._replace(at=0.0)] if stops[0].at > 0 else []
            after = [stops[-1]._replace(at=1.0)] if stops[-1].at < 1 else []
            stops = [*before, *stops, *after]
            if not before and stops[1].at == 0:  # what goes on before the line is the first of them
                stops[1:] = [stop._replace(at=max(stop.at, NEXT)) for stop in stops[1:]]
            if not after and stops[-2].at == 1:
                stops[:-1] = [stop._replace(at=min(stop.at, 1 - NEXT)) for stop in stops[:-1]]
        return stops

    def _said(self, node: Node, css: Mapping[str, str], name: str, default: str) -> str:
        value = value_of(css.get(name, node.attributes.get(name, default)))
        if value == "inherit":
            above = node.parent
            value = self._said(above, self._sheet.declared(above), name, default) if above else default
        if value == "currentcolor":
            value = self._said(node, css, "color", "inherit") if node.parent else css.get("color", "#000000")
        return default if value in ("initial", "unset", "") else value


def _ends(tag: str, found: Mapping[str, str], state: State, in_user_units: bool) -> tuple[float, ...] | None:
    """x y x y of a line, x y r x y r of circles; None where all is of the last colour."""
    scale = state.scale if in_user_units else state.scale._replace(width=1.0, height=1.0)

    def read(name: str, default: str) -> float:
        text = found.get(name, default)
        if not in_user_units:
            return length(text, name, 1.0)
        return Measure({name: text}, {}, scale).length(name)

    values = {name: read(name, _DEFAULTS[name]) for name in KINDS[tag] if name in _DEFAULTS}
    if tag == "linearGradient":
        x1, y1, x2, y2 = values.values()
        return None if (x1, y1) == (x2, y2) else (x1, y1, x2, y2)
    cx, cy, r, fr = values.values()
    for name in ("r", "fr"):
        if values[name] < 0:
            raise SvgError(message("length-below-zero", name=name, value=short(found[name])))
    fx, fy = (read(name, "0") if name in found else value for name, value in (("fx", cx), ("fy", cy)))
    if not r:
        return None
    if math.hypot(fx - cx, fy - cy) > r - fr - 1e-6 * r:  # outside the circle programs differ
        name = next((name for name in ("fx", "fy", "fr") if name in found), "fx")
        raise SvgError(message("value-not-taken", name=name, value=short(found.get(name, ""))), CONVERT)
    return fx, fy, fr, cx, cy, r


def _spread(
    ends: tuple[float, ...], stops: list[Colouring], back_and_forth: bool, box: Corners
) -> tuple[tuple[float, ...], list[Colouring]]:
    """A gradient over and over, until it covers a box in its own plane."""
    half = len(ends) // 2
    start, way = ends[:half], [b - a for a, b in zip(ends[:half], ends[half:], strict=True)]
    corners = [(x, y) for x in box[::2] for y in box[1::2]]
    if half == 2:
        square = way[0] ** 2 + way[1] ** 2
        shares = [((x - start[0]) * way[0] + (y - start[1]) * way[1]) / square for x, y in corners]
        first, last = math.floor(min(shares) - EDGE), math.ceil(max(shares) + EDGE)
    else:
        first, last = 0, 1
        while last < MOST_TURNS and not all(
            math.hypot(x - start[0] - last * way[0], y - start[1] - last * way[1]) <= start[2] + last * way[2]
            for x, y in corners
        ):
            last += 1
        if start[2] > 0:  # inwards it would begin again at the smaller circle
            raise SvgError(message("value-not-taken", name="spreadMethod", value="repeat"), FLATTEN)
    last = max(last, first + 1)
    if (last - first) * len(stops) > MOST_TURNS * 10 or last - first >= MOST_TURNS:
        raise SvgError(message("value-not-taken", name="spreadMethod", value="repeat"), FLATTEN)
    made: list[Colouring] = []
    for turn in range(first, last):
        one = [stop._replace(at=1 - stop.at) for stop in reversed(stops)] if back_and_forth and turn % 2 else stops
        made += [stop._replace(at=(turn - first + stop.at) / (last - first)) for stop in one]
    return tuple(a + turn * w for turn in (first, last) for a, w in zip(start, way, strict=True)), made


def _shaded(ends: tuple[float, ...], matrix: Matrix, stops: list[Colouring]) -> Tone:
    """How opaque the stops are goes into a veil where it differs."""
    shade = Shade(ends, matrix, tuple(Stop(stop.at, stop.rgb) for stop in stops))
    alphas = {stop.alpha for stop in stops}
    if len(alphas) == 1:
        return Tone(shade, alphas.pop())
    grays = tuple(Stop(stop.at, "#" + f"{round(stop.alpha * 255):02X}" * 3) for stop in stops)
    return Tone(shade, 1.0, Shade(ends, matrix, grays))


def box_through(box: Corners, matrix: Matrix) -> Corners:
    points = [applied(matrix, x, y) for x in box[::2] for y in box[1::2]]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
