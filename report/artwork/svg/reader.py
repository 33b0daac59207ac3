"""From the tree of an SVG file to marks in painting order.

An element hands down a State; what is in doubt about it (a filter, half an opacity, a clip) is told only where it
paints something, so that leftovers in hidden or empty places are no mistakes.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

import msgspec

from report.artwork.merge import Mark, merged
from report.artwork.shelf import MAX_BYTES, Inks
from report.artwork.svg import painting
from report.artwork.svg.clips import Clip, Region, is_idle, outcome, region
from report.artwork.svg.css import Sheet
from report.artwork.svg.document import MAX_DEPTH, MAX_ELEMENTS, Document, Node, is_within, parse, wordless
from report.artwork.svg.faults import CONVERT, SvgError, short
from report.artwork.svg.lengths import Measure, Scale
from report.artwork.svg.path import rectangle_path
from report.artwork.svg.properties import (
    DOUBTFUL,
    INHERITED,
    MARKERS,
    UNPAINTED,
    Doubt,
    handed_down,
    not_taken,
    objection,
    size_of_type,
    slip_of,
    untaken,
    value_of,
)  # fmt: skip
from report.artwork.svg.shapes import OUTLINES, Outline
from report.artwork.svg.telling import Teller
from report.artwork.svg.transforms import combined, moved, transform_of
from report.artwork.svg.view import View, inner_view, outer_view
from report.messages import Origin, Report, did_you_mean, message
from report.page import IDENTITY, Drawing, Matrix
from report.units import Size

MAX_PARTS = 1_000_000  # operators and numbers of all paths of a drawing, those that `use` repeats among them
MOST_CLIPS = 50  # one within the other; regions of one
MOST_NAMES = 200  # that are looked at for slips
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


class _State(NamedTuple):
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
    up: _State | None = None

    def own(self, name: str, default: str) -> str:
        """A property that is not handed down."""
        if name not in self.measure.attributes and name not in self.measure.css:
            return default
        state: _State | None = self
        while state is not None:
            value = value_of(state.measure.text(name) or default)
            if value != "inherit":
                return default if value in ("initial", "unset", "revert") else value
            state = state.up
        return default


class _Stop(Exception):
    """Reading cannot go on after an error already reported."""


_EVERYWHERE = Region((-math.inf, -math.inf, math.inf, math.inf), False, IDENTITY, IDENTITY)  # nobody knows what


class _Reader:
    def __init__(self, document: Document, file: str, inks: Inks, report: Report) -> None:
        self._document, self._inks, self._teller = document, inks, Teller(file, report)
        self._slips: dict[str, str] = {}
        self._plain: set[str] = set()
        self._marks: list[Mark] = []
        self._parts = self._visits = 0
        self._size = (0.0, 0.0)
        self._decimals = 2
        self._sheet: Sheet

    def read(self, key: str) -> Drawing | None:
        root = self._document.root
        try:
            view = self._begin(root)
            self._walk(root, view)
        except _Stop:
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
        self._sheet = Sheet(self._document.sheets)
        view = outer_view(Measure(root.attributes, self._sheet.declared(root), _WHOLE))
        self._size = view.width, view.height
        # A ten-thousandth of the drawing: 0.02 pt where a picture is as large as a page.
        self._decimals = max(0, round(4 - math.log10(min(self._size))))
        return view

    def _walk(self, root: Node, view: View) -> None:
        """The elements in painting order; those that wait are on a pile, so that no depth is too deep."""
        scale = Scale(*view.inner)
        start = _State(view.matrix, INHERITED, scale, Measure({}, {}, scale))
        state = self._state(root, start)
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
            self._visits += 1
            self._bound(node, self._visits > MAX_ELEMENTS)
            if above.depth >= MAX_DEPTH:
                self._teller.tell(node, message("svg-too-deep", depth=MAX_DEPTH))
                raise _Stop
            try:
                waiting += reversed(self._visit(node, above, user))
            except SvgError as error:
                self._teller.error(node, error)
            except (ArithmeticError, ValueError):
                self._teller.tell(node, message("number-out-of-range", tag=node.tag))

    def _bound(self, node: Node, beyond: bool) -> None:
        if beyond:
            self._teller.tell(node, message("svg-too-much"))
            raise _Stop

    def _ground(self, root: Node, state: _State, view: View) -> None:
        """A background of the whole drawing, which browsers paint."""
        css = state.measure.css
        text = value_of(css.get("background-color", css.get("background", "none")))
        if text in ("none", "initial", "inherit", "unset", "0 0", "0"):
            return
        outline = Outline(rectangle_path(0.0, 0.0, view.width, view.height), one_way=True)
        self._mark(root, outline, state._replace(looks={**INHERITED, "fill": text, "color": state.looks["color"]}))

    def _visit(self, node: Node, above: _State, user: Measure | None) -> list[_Waiting]:
        """Paints a shape; of anything else says what is to be visited inside it. user: the `use` that leads here."""
        state = self._state(node, above)
        if state is None:
            return []
        tag = node.tag
        if draw := OUTLINES.get(tag):
            outline = draw(state.measure)
            if outline.broken:
                self._teller.warn(node, outline.broken.message, message("path-until", tag=tag))
            self._parts += len(outline.path)
            self._bound(node, self._parts > MAX_PARTS)
            if outline.path:
                self._mark(node, outline, state)
            return []
        if tag in ("g", "a"):
            return [(child, state, None) for child in node.children]
        if tag == "switch":
            return [(child, state, None) for child in node.children if child.tag and self._passes(child)][:1]
        if tag in ("svg", "symbol"):
            inner = self._viewport(node, state, user)
            return [(child, inner, None) for child in node.children] if inner else []
        if tag == "use":
            return self._used(node, state)
        if not (tag == "text" and wordless(node)) and state.looks["visibility"] == "visible":
            self._teller.tell(node, *untaken(tag))
        return []

    def _viewport(self, node: Node, state: _State, user: Measure | None) -> _State | None:
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

    def _used(self, node: Node, state: _State) -> list[_Waiting]:
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

    def _mark(self, node: Node, outline: Outline, state: _State) -> None:
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
        self._visits += len(state.clips) // 8
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

    # --- what an element says

    def _state(self, node: Node, above: _State, clipping: bool = False) -> _State | None:
        """The state inside an element; None where it is not shown. clipping: it is a clip or part of one, which no
        opacity changes."""
        try:
            css = self._sheet.declared(node)
        except SvgError as error:
            self._teller.error(node, error)
            raise _Stop from None
        attributes, scale = node.attributes, above.scale
        looks = handed_down(attributes, css, above.looks) if attributes or css else above.looks
        if "font-size" in css or "font-size" in attributes:
            scale = scale._replace(em=size_of_type(looks["font-size"], scale.em))
        _, _, _, _, doubts, clips, within, depth, _ = above
        measure = Measure(attributes, css, scale)
        state = _State(above.matrix, looks, scale, measure, doubts, clips, within, depth + 1, above)
        if not attributes and not css:
            return state
        if node.tag != "clipPath" and (state.own("display", "inline") == "none" or not self._passes(node)):
            return None
        return self._judged(node, state, clipping)

    def _judged(self, node: Node, state: _State, clipping: bool) -> _State | None:
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

    def _passes(self, node: Node) -> bool:
        """Conditions of an element: we know no extensions."""
        if "systemLanguage" in node.attributes:
            self._teller.tell(
                node, message("attribute-not-taken", tag=node.tag, name="systemLanguage"), message("one-version")
            )
        return "requiredExtensions" not in node.attributes

    def _clips(self, node: Node, value: str, state: _State) -> tuple[Clip, ...]:
        """The clips that `clip-path` puts on an element, as far as they can be judged."""
        found = re.fullmatch(r"""(?i)url\(\s*(["']?)#(.*?)\1\s*\)""", value)
        target = self._document.ids.get(found[2]) if found else None
        name = found[2] if found else value
        doubt = Doubt(node, message("clip-not-taken", name=short(name)), message("cut-beforehand"))
        unknown = Clip((_EVERYWHERE,), doubt)
        if target is None or target.tag != "clipPath" or target in state.within or len(state.within) > MOST_CLIPS:
            return (unknown,)
        self._visits += len(target.children)
        self._bound(node, self._visits > MAX_ELEMENTS)
        base = _State(state.matrix, INHERITED, state.scale, state.measure, within=(*state.within, target))
        inside = self._state(target, base, clipping=True)
        if inside is None or target.attributes.get("clipPathUnits", "userSpaceOnUse").strip() != "userSpaceOnUse":
            return (unknown,)
        regions = [one for child in target.children if (one := self._region(child, inside))]
        clip = Clip(tuple(regions), doubt) if len(regions) <= MOST_CLIPS else unknown
        inner = tuple(one._replace(doubt=doubt) for one in inside.clips)
        return inner if is_idle(clip, self._size) else (*inner, clip)

    def _region(self, node: Node, inside: _State) -> Region | None:
        """What one child adds to a clip; None: nothing."""
        draw = OUTLINES.get(node.tag)
        if draw is None and node.tag not in ("use", "text"):
            return None
        state = self._state(node, inside._replace(clips=()), clipping=True)
        if state is None or state.looks["visibility"] != "visible":
            return None
        if draw is None or state.clips:
            return _EVERYWHERE
        return region(draw(state.measure).path, state.matrix)


_Waiting = tuple[Node, _State, Measure | None]  # an element, the state around it, the `use` that leads to it
