"""What an element of an SVG file hands down: its place, its looks, its clips, and what is in doubt about it.

In: an element and the State around it. Out: the State inside it, or None where nothing of it is shown.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import NamedTuple

from report.artwork.svg import painting
from report.artwork.svg.budget import Budget, Stop
from report.artwork.svg.clips import Clip, Region, is_idle, region
from report.artwork.svg.css import Sheet
from report.artwork.svg.document import Node
from report.artwork.svg.faults import CONVERT, SvgError, short
from report.artwork.svg.lengths import Measure, Scale
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
from report.artwork.svg.shapes import OUTLINES
from report.artwork.svg.telling import Teller
from report.artwork.svg.transforms import combined, transform_of
from report.messages import message
from report.page import IDENTITY, Matrix

MOST_CLIPS = 50  # one within the other; regions of one
MOST_NAMES = 200  # that are looked at for slips
_EVERYWHERE = Region((-math.inf, -math.inf, math.inf, math.inf), False, IDENTITY, IDENTITY)  # nobody knows what


class State(NamedTuple):
    """What an element hands down. scale: its viewport. within: what `use` refers to around here. up: the element
    around, for `inherit`."""

    matrix: Matrix
    looks: dict[str, str]
    scale: Scale
    measure: Measure
    doubts: tuple[Doubt, ...] = ()
    clips: tuple[Clip, ...] = ()
    within: tuple[Node, ...] = ()
    depth: int = 0
    up: State | None = None

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
    """Of one drawing. ids: its elements by id; size: of its plane."""

    def __init__(self, sheet: Sheet, ids: Mapping[str, Node], size: tuple[float, float], budget: Budget) -> None:
        self._sheet, self._ids, self._size, self._budget = sheet, ids, size, budget
        self._teller: Teller = budget.teller
        self._slips: dict[str, str] = {}
        self._plain: set[str] = set()

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
        _, _, _, _, doubts, clips, within, depth, _ = above
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
            if not clipping and not painting.opacity(state.own("opacity", "1"), "opacity"):
                return None
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
        """Conditions of an element: we know no extensions."""
        if "systemLanguage" in node.attributes:
            self._teller.tell(
                node, message("attribute-not-taken", tag=node.tag, name="systemLanguage"), message("one-version")
            )
        return "requiredExtensions" not in node.attributes

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
        base = State(state.matrix, INHERITED, state.scale, state.measure, within=(*state.within, target))
        inside = self.inside(target, base, clipping=True)
        if inside is None or target.attributes.get("clipPathUnits", "userSpaceOnUse").strip() != "userSpaceOnUse":
            return (unknown,)
        regions = [one for child in target.children if (one := self._region(child, inside))]
        clip = Clip(tuple(regions), doubt) if len(regions) <= MOST_CLIPS else unknown
        inner = tuple(one._replace(doubt=doubt) for one in inside.clips)
        return inner if is_idle(clip, self._size) else (*inner, clip)

    def _region(self, node: Node, inside: State) -> Region | None:
        """What one child adds to a clip; None: nothing."""
        draw = OUTLINES.get(node.tag)
        if draw is None and node.tag not in ("use", "text"):
            return None
        state = self.inside(node, inside._replace(clips=()), clipping=True)
        if state is None or state.looks["visibility"] != "visible":
            return None
        if draw is None or state.clips:
            return _EVERYWHERE
        return region(draw(state.measure).path, state.matrix)
