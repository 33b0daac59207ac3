"""Patterns (SVG 1.1, 13.3): where the tile lies, what is in it, and its copies over a shape.

In: a `pattern`, the Surface it paints. Out: a Tile; the ways from its first place to the others. Raises SvgError.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from report.artwork.svg.document import Node
from report.artwork.svg.faults import CONVERT, SvgError, short
from report.artwork.svg.gradients import MOST_LINKS, Surface, box_through
from report.artwork.svg.lengths import Measure, Scale, length
from report.artwork.svg.path import rectangle_path
from report.artwork.svg.properties import not_taken
from report.artwork.svg.states import State, States
from report.artwork.svg.transforms import combined, inverse, listed, moved
from report.artwork.svg.view import inner_view
from report.messages import message
from report.page import IDENTITY, Matrix, Path

MOST_COPIES = 20_000
UNITS = {"patternUnits": "objectBoundingBox", "patternContentUnits": "userSpaceOnUse"}
_ASKED = ("x", "y", "width", "height", "patternTransform", "viewBox", "preserveAspectRatio", *UNITS)
_SLACK = 1e-6


class Tile(NamedTuple):
    """source: whose children are in it, in the State inside. frame: of the first, through `place`. copies: the ways
    from there, in the drawing's plane."""

    source: Node
    inside: State
    frame: Path
    place: Matrix
    copies: list[Matrix]


def tile_of(node: Node, ids: Mapping[str, Node], surface: Surface, states: States) -> Tile | None:
    """None: nothing is painted."""
    chain = _chain(node, ids)
    found: dict[str, str] = {}
    for each in reversed(chain):
        found.update({name: each.attributes[name] for name in _ASKED if name in each.attributes})
    units = {name: found.get(name, default).strip() for name, default in UNITS.items()}
    for name, value in units.items():
        if value not in UNITS.values():
            raise SvgError(*not_taken(name, value, CONVERT))
    if any("transform-origin" in each.attributes for each in chain):
        raise SvgError(message("transform-not-taken", text="transform-origin"), CONVERT)
    source = next((each for each in chain if each.children), node)
    state, (left, top, right, bottom) = surface.state, surface.box
    to_box = (right - left, 0.0, 0.0, bottom - top, left, top)
    matrix = combined(state.matrix, listed(found["patternTransform"]) if "patternTransform" in found else IDENTITY)
    in_box = units["patternUnits"] == "objectBoundingBox"
    texts = {name: found.get(name, "0") for name in ("x", "y", "width", "height")}
    measure = Measure(texts, {}, state.scale)
    x, y, width, height = (length(texts[n], n, 1.0) if in_box else measure.length(n) for n in texts)
    if in_box:
        x, y, width, height = left + x * to_box[0], top + y * to_box[3], width * to_box[0], height * to_box[3]
    if width <= 0 or height <= 0:
        return None
    above = State(
        matrix, states.looks_at(source), state.scale, state.measure, within=(*state.within, node), depth=state.depth
    )
    inside = states.inside(source, above)
    if inside is None:
        return None
    inside = inside._replace(matrix=matrix, doubts=above.doubts)
    if "viewBox" in found:
        view = inner_view(Measure(found, {}, state.scale), (width, height))
        if view is None:
            return None
        inside = inside._replace(matrix=combined(combined(matrix, moved(x, y)), view.matrix), scale=Scale(*view.inner))
    elif units["patternContentUnits"] == "objectBoundingBox":
        size = Scale(1.0, 1.0, state.scale.em)
        matrix_in = combined(combined(matrix, moved(x, y)), (to_box[0], 0.0, 0.0, to_box[3], 0.0, 0.0))
        inside = inside._replace(matrix=matrix_in, scale=size)
    else:
        inside = inside._replace(matrix=combined(matrix, moved(x, y)))
    frame = rectangle_path(x, y, width, height)
    return Tile(source, inside, frame, matrix, _copies((x, y, width, height), matrix, surface))


def _chain(node: Node, ids: Mapping[str, Node]) -> list[Node]:
    """The pattern, and those that it takes after."""
    chain = [node]
    while target := chain[-1].attributes.get("href", "").strip():
        found = ids.get(target[1:])
        if found is None or found.tag != "pattern":
            raise SvgError(message("reference-missing", target=short(target)))
        if found in chain or len(chain) > MOST_LINKS:
            raise SvgError(message("reference-circle", target=short(target)))
        chain.append(found)
    return chain


def _copies(frame: tuple[float, float, float, float], matrix: Matrix, surface: Surface) -> list[Matrix]:
    """As many as cover the surface."""
    back = inverse(matrix)
    if back is None:
        raise SvgError(message("transform-not-taken", text="patternTransform"), CONVERT)
    x, y, width, height = frame
    left, top, right, bottom = box_through(surface.reach, back)
    across = range(math.floor((left - x) / width + _SLACK), math.ceil((right - x) / width - _SLACK))
    down = range(math.floor((top - y) / height + _SLACK), math.ceil((bottom - y) / height - _SLACK))
    if len(across) * len(down) > MOST_COPIES:
        raise SvgError(message("svg-too-much"))
    a, b, c, d, _, _ = matrix
    return [moved(a * i * width + c * j * height, b * i * width + d * j * height) for j in down for i in across]
