"""What an element of an SVG file hands down: its place, its looks, its clips, and what is in doubt about it.

In: an element and the State around it. Out: the State inside it, or None where nothing of it is shown.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from report.artwork.svg import painting
from report.artwork.svg.budget import Budget, Stop
from report.artwork.svg.clips import Clip, Region, is_idle, region
from report.artwork.svg.css import Sheet
from report.artwork.svg.document import Node
from report.artwork.svg.faults import CONVERT, SvgError, short
from report.artwork.svg.lengths import Measure, Scale
from report.artwork.svg.path import Corners
from report.artwork.svg.properties import (
    DOUBTFUL,
    INHERITED,
    Doubt,
    handed_down,
    objection,
    size_of_type,
    slip_of,
    value_of,
)  # fmt: skip
from report.artwork.svg.shapes import OUTLINES, Outline
from report.artwork.svg.telling import Teller
from report.artwork.svg.transforms import combined, moved, transform_of
from report.messages import message
from report.page import IDENTITY, Matrix

MOST_CLIPS = 50  # one within the other; regions of one
MOST_NAMES = 200  # that are looked at for slips
_EVERYWHERE = Region((-math.inf, -math.inf, math.inf, math.inf), False, IDENTITY, IDENTITY)  # nobody knows what


class State(NamedTuple):
    """What an element hands down. scale: its viewport. within: what `use` refers to around here. up: the element
    around, for `inherit`. alpha, mask: of the element as a whole; what is in it has none of that."""

    matrix: Matrix
    looks: dict[str, str]
    scale: Scale
    measure: Measure
    doubts: tuple[Doubt, ...] = ()
    clips: tuple[Clip, ...] = ()
    within: tuple[Node, ...] = ()
    depth: int = 0
    up: State | None = None
    alpha: float = 1.0
    mask: str = "none"

    def own(self, name: str, default: str) -> str:
        """A property that is not handed down."""
        if name not in self.measure.attributes and name not in self.measure.css:
            return default
        state: State | None = self
        while state is not None:
            value = value_of(state.measure.text(name) or default)
            if value != "inherit":
                return default if value in ("initial", "unset", "revert") else value
            state = state.up
        return default


class States:
    """Of one drawing. ids: its elements by id; size: of its plane. The reader lends two of its powers: box_of, the box
    of what an element shows in its own units, and lettered, a text as outlines."""

    def __init__(self, sheet: Sheet, ids: Mapping[str, Node], size: tuple[float, float], budget: Budget) -> None:
        self._sheet, self._ids, self._size, self._budget = sheet, ids, size, budget
        self._teller: Teller = budget.teller
        self._slips: dict[str, str] = {}
        self._plain: set[str] = set()
        self.box_of: Callable[[Node, State], Corners | None] = lambda node, state: None
        self.lettered: Callable[[Node, State], list[tuple[Outline, State]]] = lambda node, state: []

    def inside(self, node: Node, above: State, clipping: bool = False) -> State | None:
        """The state inside an element; None where it is not shown. clipping: it is a clip or part of one, which no
        opacity changes."""
        try:
            css = self._sheet.declared(node)
        except SvgError as error:
            self._teller.error(node, error)
            raise Stop from None
        attributes, scale = node.attributes, above.scale
        looks = handed_down(attributes, css, above.looks) if attributes or css else above.looks
        if "font-size" in css or "font-size" in attributes:
            scale = scale._replace(em=size_of_type(looks["font-size"], scale.em))
        _, _, _, _, doubts, clips, within, depth, *_ = above
        measure = Measure(attributes, css, scale)
        state = State(above.matrix, looks, scale, measure, doubts, clips, within, depth + 1, above)
        if not attributes and not css:
            return state
        if node.tag != "clipPath" and (state.own("display", "inline") == "none" or not self.passes(node)):
            return None
        return self._judged(node, state, clipping)

    def _judged(self, node: Node, state: State, clipping: bool) -> State | None:
        """With its transform, clip and doubts; None where its opacity is none."""
        attributes, css, doubts = node.attributes, state.measure.css, []
        if "transform" in attributes or "transform" in css:
            if node.tag == "symbol":  # SVG 2 has it, SVG 1.1 has not
                doubts.append(Doubt(node, message("attribute-not-taken", tag="symbol", name="transform"), CONVERT))
            state = state._replace(matrix=combined(state.matrix, transform_of(state.measure)))
        try:
            alpha = 1.0 if clipping else painting.opacity(state.own("opacity", "1"), "opacity")
            if not alpha:
                return None
            mask = "none" if clipping else state.own("mask", "none")
            state = state if alpha == 1 and mask == "none" else state._replace(alpha=alpha, mask=mask)
        except SvgError as error:
            doubts.append(Doubt(node, error.message, error.hint))
        if not attributes.keys() <= self._plain or css:
            doubts += self._doubts(node, attributes, False) + self._doubts(node, css, True)
        clip = state.own("clip-path", "none")
        clips = () if clip == "none" else self._clips(node, clip, state)
        if doubts or clips:
            state = state._replace(doubts=(*state.doubts, *doubts), clips=state.clips + clips)
        return state

    def _doubts(self, node: Node, names: dict[str, str], in_style: bool) -> list[Doubt]:
        """What is not read and changes the picture. A name with nothing to say about is remembered."""
        doubts: list[Doubt] = []
        for name, value in names.items():
            if name in self._plain and not in_style:
                continue
            if found := objection(name, value, in_style):
                if name == "filter":  # which may paint by itself
                    self._teller.tell(node, *found)
                doubts.append(Doubt(node, *found))
            elif slip := self._slip(name):
                hint = message("did-you-mean", word=slip)
                self._teller.tell(node, message("attribute-not-taken", tag=node.tag, name=short(name)), hint)
            elif not in_style and name not in DOUBTFUL:
                self._plain.add(name)
        return doubts

    def _slip(self, name: str) -> str:
        if name not in self._slips and len(self._slips) < MOST_NAMES:
            self._slips[name] = slip_of(name)
        return self._slips.get(name, "")

    def passes(self, node: Node) -> bool:
        """Conditions of an element: we know no extensions, which is what a foreignObject asks for."""
        if "systemLanguage" in node.attributes:
            self._teller.tell(
                node, message("attribute-not-taken", tag=node.tag, name="systemLanguage"), message("one-version")
            )
        asked = node.attributes
        return "requiredExtensions" not in asked and not asked.get("requiredFeatures", "").endswith("#Extensibility")

    def looks_at(self, node: Node) -> dict[str, str]:
        """What an element that others refer to is handed down where it stands."""
        above = []
        while (node := node.parent) is not None:  # type: ignore[assignment]
            above.append(node)
        looks = INHERITED
        for one in reversed(above):
            looks = handed_down(one.attributes, self._sheet.declared(one), looks)
        return looks

    def _clips(self, node: Node, value: str, state: State) -> tuple[Clip, ...]:
        """The clips that `clip-path` puts on an element, as far as they can be judged."""
        found = re.fullmatch(r"""(?i)url\(\s*(["']?)#(.*?)\1\s*\)""", value)
        target = self._ids.get(found[2]) if found else None
        name = found[2] if found else value
        doubt = Doubt(node, message("clip-not-taken", name=short(name)), message("cut-beforehand"))
        unknown = Clip((_EVERYWHERE,), doubt)
        if target is None or target.tag != "clipPath" or target in state.within or len(state.within) > MOST_CLIPS:
            return (unknown,)
        self._budget.visit(node, len(target.children))
        base = State(state.matrix, self.looks_at(target), state.scale, state.measure, within=(*state.within, target))
        box: Corners | None = None
        units = target.attributes.get("clipPathUnits", "userSpaceOnUse").strip()
        if units == "objectBoundingBox":
            box = self.box_of(node, state)
            if box is None:
                return (Clip(()),)
        elif units != "userSpaceOnUse":
            return (unknown,)
        inside = self.inside(target, base, clipping=True)
        if inside is None:
            return (unknown,)
        if units == "objectBoundingBox" and box:
            left, top, right, bottom = box
            matrix = combined(inside.matrix, (right - left, 0.0, 0.0, bottom - top, left, top))
            inside = inside._replace(matrix=matrix, scale=Scale(1.0, 1.0, state.scale.em))
        parts = [self._regions(child, inside) for child in target.children]
        regions = [one for part in parts for one in part]
        clip = Clip(tuple(regions)) if len(regions) <= MOST_CLIPS and _EVERYWHERE not in regions else unknown
        return inside.clips if is_idle(clip, self._size) else (*inside.clips, clip)

    def _regions(self, node: Node, inside: State, used: bool = False) -> list[Region]:
        """What one child adds to a clip. used: by a `use`, which may lead to nothing but a shape."""
        draw = OUTLINES.get(node.tag)
        if draw is None and (node.tag not in ("use", "text") or (used and node.tag == "use")):
            return []
        state = self.inside(node, inside if used else inside._replace(clips=()), clipping=True)
        if state is None:
            return []
        if node.tag == "use":
            found = self._ids.get(node.attributes.get("href", "").strip()[1:])
            matrix = combined(state.matrix, moved(state.measure.length("x"), state.measure.length("y")))
            return self._regions(found, state._replace(matrix=matrix), True) if found else []
        if state.looks["visibility"] != "visible":
            return []
        if draw is None:
            shown = self.lettered(node, state)
        else:
            outline = draw(state.measure)
            shown = [(outline, state)]
        if any(clip.doubt for clip in state.clips):
            return [_EVERYWHERE]
        if not all(clip.regions for clip in state.clips):
            return []
        evenodd = state.looks["clip-rule"] == "evenodd"
        found = [region(outline.path, part.matrix, evenodd, state.clips) for outline, part in shown]
        return [one for one in found if one]
