"""What is to be visited within an element: groups, viewports, what a `use` shows; and how much room all that takes.

In: an element and the State inside it. Out: what is in it, each with the State around it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from report.artwork.shelf import Letter
from report.artwork.svg.budget import Budget
from report.artwork.svg.clips import Clip, is_idle, region
from report.artwork.svg.document import Node, is_within, wordless
from report.artwork.svg.faults import SvgError, short
from report.artwork.svg.lengths import Measure, Scale
from report.artwork.svg.lettering import outlines
from report.artwork.svg.path import Corners, reach, rectangle_path, transformed
from report.artwork.svg.properties import UNPAINTED, untaken
from report.artwork.svg.shapes import OUTLINES, Outline
from report.artwork.svg.states import MOST_NAMES, State, States
from report.artwork.svg.transforms import combined, moved
from report.artwork.svg.view import inner_view
from report.messages import Failure, did_you_mean, message
from report.page import IDENTITY
from report.units import Size


class Visit(NamedTuple):
    """An element, the state around it, the `use` that leads to it."""

    node: Node
    above: State
    user: Measure | None = None


class Branches:
    """letter: what sets text, if there is any."""

    def __init__(
        self, states: States, ids: Mapping[str, Node], size: Size, budget: Budget, letter: Letter | None
    ) -> None:
        self._states, self._ids, self._size, self._budget, self._letter = states, ids, size, budget, letter
        self._teller = budget.teller
        states.box_of, states.lettered = self.box_of, lambda node, state: self.lettered(node, state)[0]

    def inside(self, node: Node, state: State, user: Measure | None) -> list[Visit]:
        tag = node.tag
        if tag in ("g", "a"):
            return [Visit(child, state) for child in node.children]
        if tag == "switch":
            return [Visit(child, state) for child in node.children if child.tag and self._states.passes(child)][:1]
        if tag in ("svg", "symbol"):
            inner = self._viewport(node, state, user)
            return [Visit(child, inner) for child in node.children] if inner else []
        if tag == "use":
            return self._used(node, state)
        if not (tag == "text" and wordless(node)) and state.looks["visibility"] == "visible":
            self._teller.tell(node, *untaken(tag))
        return []

    def _viewport(self, node: Node, state: State, user: Measure | None) -> State | None:
        """The state inside an `svg` or a `symbol`; what sticks out of it is cut off."""
        measure, scale = state.measure, state.scale
        asked = (user, measure) if user else (measure,)
        width = next((size for one in asked if (size := one.positive("width")) is not None), scale.width)
        height = next((size for one in asked if (size := one.positive("height")) is not None), scale.height)
        view = inner_view(measure, (width, height))
        matrix = combined(state.matrix, moved(measure.length("x"), measure.length("y")))
        if view is None:
            return None
        clips = state.clips
        if state.own("overflow", "hidden") not in ("visible", "auto"):
            found = region(rectangle_path(0.0, 0.0, width, height), matrix)
            clip = Clip((found,) if found else ())
            clips = clips if is_idle(clip, self._size) else (*clips, clip)
        inside = Scale(*view.inner, scale.em)
        return state._replace(matrix=combined(matrix, view.matrix), scale=inside, clips=clips)

    def _used(self, node: Node, state: State) -> list[Visit]:
        """What a `use` shows."""
        target = node.attributes.get("href", "").strip()
        found = self._ids.get(target[1:])
        if not target.startswith("#"):
            raise SvgError(message("reference", target=short(target)))
        if found is None:
            raise SvgError(message("reference-missing", target=short(target)), did_you_mean(target[1:], self._names()))
        if found in state.within or is_within(node, found):
            raise SvgError(message("reference-circle", target=short(target)))
        measure = state.measure
        matrix = combined(state.matrix, moved(measure.length("x"), measure.length("y")))
        return [Visit(found, state._replace(matrix=matrix, within=(*state.within, found)), measure)]

    def lettered(self, node: Node, state: State) -> tuple[list[tuple[Outline, State]], Corners]:
        if self._letter is None:
            raise SvgError(*untaken("text"))
        try:
            return outlines(node, state, self._states, self._letter)
        except Failure as failure:  # a character that no face has
            raise SvgError(failure.diagnostics[0].message, failure.diagnostics[0].hint) from None

    def box_of(self, node: Node, state: State) -> Corners | None:
        """The box of the shapes in an element, without strokes, in the element's own units."""
        boxes: list[Corners] = []
        start = state._replace(matrix=IDENTITY, clips=(), mask="none")
        waiting = [(node, start, True)]
        while waiting:
            one, around, is_first = waiting.pop()
            self._budget.visit(one)
            inner = around if is_first else self._states.inside(one, around, clipping=True)
            if inner is None or (one.tag in UNPAINTED and not is_first and one.tag != "symbol"):
                continue
            if draw := OUTLINES.get(one.tag):
                if path := draw(inner.measure).path:
                    boxes.append(reach(transformed(path, inner.matrix, 6)))
            elif one.tag == "text" and self._letter and not wordless(one):
                left, top, right, bottom = self.lettered(one, inner)[1]
                boxes.append(reach(transformed(rectangle_path(left, top, right - left, bottom - top), inner.matrix, 6)))
            else:
                waiting += [(child, inside, False) for child, inside, _ in self.inside(one, inner, None)]  # type: ignore[misc]
        if not boxes:
            return None
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    def _names(self) -> list[str]:
        return [name for name in self._ids if len(name) <= MOST_NAMES][:MOST_NAMES]
