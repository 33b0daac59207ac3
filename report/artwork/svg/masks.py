"""Masks (SVG 1.1, 14.4): which part of the plane one covers, and the State of what is in it.

In: a `mask`, the State of the element it is for, that element's box. Out: a Plan. Raises SvgError.
"""

from __future__ import annotations

from typing import NamedTuple

from report.artwork.svg.document import Node
from report.artwork.svg.faults import FLATTEN, SvgError
from report.artwork.svg.lengths import Measure, Scale, length
from report.artwork.svg.path import Corners, rectangle_path
from report.artwork.svg.properties import not_taken
from report.artwork.svg.states import State, States
from report.artwork.svg.transforms import combined
from report.page import Matrix, Path

EDGES = {"x": "-10%", "y": "-10%", "width": "120%", "height": "120%"}
UNITS = {"maskUnits": "objectBoundingBox", "maskContentUnits": "userSpaceOnUse"}


class Plan(NamedTuple):
    """frame: within which the mask counts, through `place`. inside: of what is painted. kind: "luminance", "alpha"."""

    frame: Path
    place: Matrix
    inside: State
    kind: str


def plan(target: Node, state: State, box: Corners, states: States) -> Plan | None:
    """None of a mask that shows nothing."""
    asked = target.attributes
    units = {name: asked.get(name, default).strip() for name, default in UNITS.items()}
    for name, value in units.items():
        if value not in UNITS.values():
            raise SvgError(*not_taken(name, value, FLATTEN))
    left, top, right, bottom = box
    above = State(
        state.matrix, states.looks_at(target), state.scale, state.measure, within=(*state.within, target),
        depth=state.depth,
    )  # fmt: skip
    inside = states.inside(target, above)
    if inside is None or right <= left or bottom <= top:
        return None
    inside = inside._replace(matrix=state.matrix)  # a mask takes no transform
    interpolation = inside.own("color-interpolation", "srgb")
    if interpolation not in ("srgb", "auto"):
        raise SvgError(*not_taken("color-interpolation", interpolation, FLATTEN))
    to_box = combined(state.matrix, (right - left, 0.0, 0.0, bottom - top, left, top))
    in_box = units["maskUnits"] == "objectBoundingBox"
    texts = {name: asked.get(name, default) for name, default in EDGES.items()}
    measure = Measure(texts, {}, state.scale)
    x, y, width, height = (length(texts[n], n, 1.0) if in_box else measure.length(n) for n in EDGES)
    if width <= 0 or height <= 0:
        return None
    if units["maskContentUnits"] == "objectBoundingBox":
        inside = inside._replace(matrix=to_box, scale=Scale(1.0, 1.0, state.scale.em))
    frame = rectangle_path(x, y, width, height)
    return Plan(frame, to_box if in_box else state.matrix, inside, inside.own("mask-type", "luminance"))
