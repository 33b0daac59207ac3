"""From the tree of an SVG file to marks in painting order.

An element hands down a State; what is in doubt about it (a filter, half an opacity, a clip) is told only where it
paints something, so that leftovers in hidden or empty places are no mistakes.
"""

from __future__ import annotations

import math

import msgspec

from report.artwork.merge import Mark, merged
from report.artwork.shelf import MAX_BYTES, Inks
from report.artwork.svg import painting
from report.artwork.svg.budget import Budget, Stop
from report.artwork.svg.clips import Clip, is_idle, outcome, region
from report.artwork.svg.css import Sheet
from report.artwork.svg.document import MAX_DEPTH, Document, Node, is_within, parse, wordless
from report.artwork.svg.faults import CONVERT, SvgError, short
from report.artwork.svg.lengths import Measure, Scale
from report.artwork.svg.path import rectangle_path
from report.artwork.svg.properties import INHERITED, MARKERS, UNPAINTED, Doubt, not_taken, untaken, value_of
from report.artwork.svg.shapes import OUTLINES, Outline
from report.artwork.svg.states import MOST_NAMES, State, States
from report.artwork.svg.telling import Teller
from report.artwork.svg.transforms import combined, moved
from report.artwork.svg.view import View, inner_view, outer_view
from report.messages import Origin, Report, did_you_mean, message
from report.page import IDENTITY, Drawing
from report.units import Size

_WHOLE = Scale(0.0, 0.0)


def read_svg(data: bytes, key: str, file: str, inks: Inks, report: Report) -> Drawing | None:
    """The drawing in `data`; None when an error was reported. file: how diagnostics name it."""
    if len(data) > MAX_BYTES:
        report.error(Origin(file), message("svg-too-large", most=MAX_BYTES // 1_000_000))
        return None
    try:
        document = parse(data)
    except SvgError as error:
        report.error(Origin(file, error.line, error.column), error.message, error.hint)
        return None
    return _Reader(document, file, inks, report).read(key)


class _Reader:
    def __init__(self, document: Document, file: str, inks: Inks, report: Report) -> None:
        self._document, self._inks, self._teller = document, inks, Teller(file, report)
        self._budget = Budget(self._teller)
        self._marks: list[Mark] = []
        self._size = (0.0, 0.0)
        self._decimals = 2
        self._states: States

    def read(self, key: str) -> Drawing | None:
        root = self._document.root
        try:
            view = self._begin(root)
            self._walk(root, view)
        except Stop:
            return None
        except SvgError as error:
            self._teller.error(root, error)
        except (ArithmeticError, ValueError):
            self._teller.tell(root, message("number-out-of-range", tag="svg"))
        if self._teller.failed:
            return None
        if not self._marks:
            self._teller.warn(root, message("svg-paints-nothing"))
        return Drawing(key, Size(*self._size), merged(self._marks))

    def _begin(self, root: Node) -> View:
        """What concerns the drawing as a whole."""
        for node in self._document.moving:
            self._teller.tell(node, *untaken(node.tag))
        sheet = Sheet(self._document.sheets)
        view = outer_view(Measure(root.attributes, sheet.declared(root), _WHOLE))
        self._size = view.width, view.height
        self._states = States(sheet, self._document.ids, self._size, self._budget)
        # A ten-thousandth of the drawing: 0.02 pt where a picture is as large as a page.
        self._decimals = max(0, round(4 - math.log10(min(self._size))))
        return view

    def _walk(self, root: Node, view: View) -> None:
        """The elements in painting order; those that wait are on a pile, so that no depth is too deep."""
        scale = Scale(*view.inner)
        start = State(view.matrix, INHERITED, scale, Measure({}, {}, scale))
        state = self._states.inside(root, start)
        if state is None:
            return
        if state.matrix != view.matrix:
            self._teller.tell(root, message("attribute-not-taken", tag="svg", name="transform"), CONVERT)
        self._ground(root, state._replace(matrix=IDENTITY), view)
        waiting = [(child, state, None) for child in reversed(root.children)]  # type: list[_Waiting]
        while waiting:
            node, above, user = waiting.pop()
            if node.tag in UNPAINTED and not (user and node.tag == "symbol"):
                continue
            self._budget.visit(node)
            if above.depth >= MAX_DEPTH:
                self._teller.tell(node, message("svg-too-deep", depth=MAX_DEPTH))
                raise Stop
            try:
                waiting += reversed(self._visit(node, above, user))
            except SvgError as error:
                self._teller.error(node, error)
            except (ArithmeticError, ValueError):
                self._teller.tell(node, message("number-out-of-range", tag=node.tag))

    def _ground(self, root: Node, state: State, view: View) -> None:
        """A background of the whole drawing, which browsers paint."""
        css = state.measure.css
        text = value_of(css.get("background-color", css.get("background", "none")))
        if text in ("none", "initial", "inherit", "unset", "0 0", "0"):
            return
        outline = Outline(rectangle_path(0.0, 0.0, view.width, view.height), one_way=True)
        self._mark(root, outline, state._replace(looks={**INHERITED, "fill": text, "color": state.looks["color"]}))

    def _visit(self, node: Node, above: State, user: Measure | None) -> list[_Waiting]:
        """Paints a shape; of anything else says what is to be visited inside it. user: the `use` that leads here."""
        state = self._states.inside(node, above)
        if state is None:
            return []
        tag = node.tag
        if draw := OUTLINES.get(tag):
            outline = draw(state.measure)
            if outline.broken:
                self._teller.warn(node, outline.broken.message, message("path-until", tag=tag))
            self._budget.draw(node, len(outline.path))
            if outline.path:
                self._mark(node, outline, state)
            return []
        if tag in ("g", "a"):
            return [(child, state, None) for child in node.children]
        if tag == "switch":
            return [(child, state, None) for child in node.children if child.tag and self._states.passes(child)][:1]
        if tag in ("svg", "symbol"):
            inner = self._viewport(node, state, user)
            return [(child, inner, None) for child in node.children] if inner else []
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
            doubt = Doubt(node, message("overflow-cuts", tag=node.tag), message("cut-beforehand"))
            clip = Clip((found,) if found else (), doubt)
            clips = clips if is_idle(clip, self._size) else (*clips, clip)
        inside = Scale(*view.inner, scale.em)
        return state._replace(matrix=combined(matrix, view.matrix), scale=inside, clips=clips)

    def _used(self, node: Node, state: State) -> list[_Waiting]:
        """What a `use` shows."""
        target = node.attributes.get("href", "").strip()
        found = self._document.ids.get(target[1:])
        if not target.startswith("#"):
            raise SvgError(message("reference", target=short(target)))
        if found is None:
            raise SvgError(message("reference-missing", target=short(target)), did_you_mean(target[1:], self._ids()))
        if found in state.within or is_within(node, found):
            raise SvgError(message("reference-circle", target=short(target)))
        measure = state.measure
        matrix = combined(state.matrix, moved(measure.length("x"), measure.length("y")))
        return [(found, state._replace(matrix=matrix, within=(*state.within, found)), measure)]

    def _ids(self) -> list[str]:
        return [name for name in self._document.ids if len(name) <= MOST_NAMES][:MOST_NAMES]

    def _mark(self, node: Node, outline: Outline, state: State) -> None:
        looks, matrix = state.looks, state.matrix
        if looks["visibility"] != "visible" or matrix[0] * matrix[3] == matrix[1] * matrix[2]:
            return
        for name in MARKERS:
            if looks[name] != "none":
                self._teller.tell(node, *not_taken(name, looks[name], CONVERT))
        ids = self._document.ids
        fill, line = painting.colour(looks, "fill", ids), painting.colour(looks, "stroke", ids)
        plane = painting.Plane(matrix, state.scale, self._decimals)
        drawn = painting.marks(outline, looks, plane, fill, painting.stroke(looks, plane, line) if line else None)
        self._budget.visit(node, len(state.clips) // 8)
        for clip in state.clips:
            drawn = [mark for mark in drawn if self._shows(mark, clip)]
        if not drawn:
            return
        for doubt in state.doubts:
            self._teller.tell(*doubt)
        for path, fill, line, evenodd, winding in drawn:
            paint = msgspec.structs.replace(line, ink=self._ink(node, line.ink)) if line else None
            self._marks.append(Mark(path, fill and self._ink(node, fill), paint, evenodd, winding))

    def _shows(self, mark: Mark, clip: Clip) -> bool:
        found = outcome(clip, mark, self._size)
        if found == "cut":
            self._teller.tell(*clip.doubt)
        return found != "out"

    def _ink(self, node: Node, colour: str) -> str:
        ink = self._inks.ink_of(colour)
        if ink is None:
            near = self._inks.nearest(colour) if self._inks.nearest else None
            named = message("nearest-ink", ink=near) if near else ""
            self._teller.tell(node, message("colour-without-ink", colour=colour, near=named))
        return ink or ""


_Waiting = tuple[Node, State, Measure | None]  # an element, the state around it, the `use` that leads to it
