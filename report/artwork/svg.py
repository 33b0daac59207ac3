"""SVG drawings as page Drawings.

In: the bytes of an SVG file. Out: a Drawing whose plane is the viewBox moved to (0, 0), in user units, y down, with
inks for colours. Taken is the part of SVG 1.1 that flat drawings use: g, path, rect, circle, ellipse, polygon,
polyline, line, transform, fill, stroke and its properties, `style`, and a clipPath that repeats the viewBox (what
shows is settled where the drawing is placed, so content beyond the viewBox stays and may run into the bleed).
Everything else that would change the picture is an error with its place; nothing is dropped in silence. A
document type is refused, and with it every entity (no expansion bombs, no external files).
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple
from xml.parsers import expat

from report.artwork import svg_shapes as shapes
from report.artwork.merge import Mark, merged
from report.artwork.shelf import MAX_BYTES, Inks
from report.artwork.svg_path import FARTHEST, SvgError, parse_numbers, transformed
from report.messages import Foreign, Message, Origin, Report, message
from report.page import IDENTITY, Drawing, Matrix, Stroke
from report.units import Size

SVG = "http://www.w3.org/2000/svg"
MAX_DEPTH = 200

_SILENT = frozenset({"title", "desc", "metadata"})  # words about the drawing: they paint nothing
_GROUPS = frozenset({"g", "defs", "clipPath"})
_ROOT_ONLY = frozenset({"width", "height", "viewBox"})
_INHERITED = {
    "fill": "#000000",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linejoin": "miter",
    "stroke-linecap": "butt",
    "stroke-dasharray": "none",
    "fill-rule": "nonzero",
}
_hex_colour = re.compile(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})").fullmatch
_clip_reference = re.compile(r"url\(\s*['\"]?#([^'\")]+)['\"]?\s*\)").fullmatch


def read_svg(data: bytes, key: str, file: str, inks: Inks, report: Report) -> Drawing | None:
    """The drawing in `data`; None when an error was reported. file: how diagnostics name it."""
    if len(data) > MAX_BYTES:
        report.error(Origin(file), message("svg-too-large", most=MAX_BYTES // 1_000_000))
        return None
    reader = _Reader(file, inks, report)
    return reader.read(data, key)


class _Stop(Exception):
    """Reading cannot go on after an error already reported."""


class _State(NamedTuple):
    """What an element hands down to its children. where: "" painted, else the element that keeps them unpainted."""

    matrix: Matrix
    looks: dict[str, str]
    where: str = ""
    clip: str = ""


class _Reader:
    def __init__(self, file: str, inks: Inks, report: Report) -> None:
        self._file, self._inks, self._report = file, inks, report
        self._failed = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._stack: list[_State] = []
        self._skipping = 0  # depth inside an element that is passed over
        self._view: tuple[float, float, float, float] | None = None
        self._plane: Matrix = IDENTITY  # moves the viewBox to (0, 0)
        self._decimals = 2
        self._marks: list[Mark] = []
        self._clips: dict[str, list[bool]] = {}  # clipPath id -> for each shape in it: is it the viewBox?
        self._clip_uses: list[tuple[str, Matrix, Origin]] = []

    def read(self, data: bytes, key: str) -> Drawing | None:
        parser = self._parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            place = Origin(self._file, error.lineno, error.offset + 1)
            self._report.error(place, message("xml-wrong", problem=Foreign(expat.ErrorString(error.code))))
            return None
        except _Stop:
            return None
        for name, matrix, place in self._clip_uses:
            if self._clips.get(name) != [True] or matrix != self._plane:
                self._fault_at(place, message("clip-not-taken", name=name))
        if self._failed or self._view is None:
            return None
        return Drawing(key, Size(self._view[2], self._view[3]), merged(self._marks))

    # --- what expat calls

    def _doctype(self, *_: object) -> None:
        self._fault(message("doctype"))
        raise _Stop

    def _instruction(self, target: str, _: str) -> None:
        self._fault(message("instruction", target=target))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if not self._stack and not self._skipping:
            self._root(space, tag, attributes)
        elif self._skipping or space != SVG or tag in _SILENT:
            self._skipping += 1  # an editor's own elements paint nothing
        else:
            self._element(tag, attributes)

    def _end(self, _: str) -> None:
        if self._skipping:
            self._skipping -= 1
        else:
            self._stack.pop()

    # --- elements

    def _root(self, space: str, tag: str, attributes: dict[str, str]) -> None:
        if tag != "svg" or space != SVG:
            self._fault(message("not-svg", tag=tag, space=SVG))
            raise _Stop
        try:
            self._view = _view_box(attributes)
        except SvgError as error:
            self._fault(error.args[0], message("write-view-box"))
            raise _Stop from None
        self._plane = (1.0, 0.0, 0.0, 1.0, -self._view[0], -self._view[1])
        # A ten-thousandth of the drawing: 0.02 pt where a picture is as large as a page.
        self._decimals = max(0, round(4 - math.log10(min(self._view[2:]))))
        kept = {k: v for k, v in attributes.items() if k not in _ROOT_ONLY}
        self._stack.append(self._state(_State(self._plane, _INHERITED), "svg", kept))

    def _element(self, tag: str, attributes: dict[str, str]) -> None:
        draw = shapes.OUTLINES.get(tag)
        if draw is None and tag not in _GROUPS:
            self._fault(*shapes.untaken(tag))
            self._skipping = 1
            return
        if len(self._stack) >= MAX_DEPTH:
            self._fault(message("svg-too-deep", depth=MAX_DEPTH))
            raise _Stop
        state = self._state(self._stack[-1], tag, attributes)
        self._stack.append(state)
        if tag == "clipPath":
            self._clips[state.clip] = []
        if draw is None:
            return
        try:
            outline = draw(attributes)
            if state.where == "clipPath":
                self._clips[state.clip].append(self._is_view(tag, attributes, state))
            elif not state.where and outline.path:
                self._mark(outline, state)
        except SvgError as error:
            self._fault(error.args[0], message("see-svg"))
        except (ArithmeticError, ValueError):
            self._fault(message("number-out-of-range", tag=tag))

    def _is_view(self, tag: str, attributes: dict[str, str], state: _State) -> bool:
        """Is this shape of a clipPath the viewBox itself?"""
        box = tuple(shapes.length(attributes, name) for name in ("x", "y", "width", "height"))
        square = "rx" not in attributes and "ry" not in attributes
        return tag == "rect" and box == self._view and square and state.matrix == self._plane

    def _mark(self, outline: shapes.Outline, state: _State) -> None:
        looks, matrix = state.looks, state.matrix
        fill, stroke = self._ink(looks["fill"]), None
        if looks["stroke"] != "none":
            stroke = self._stroke(looks, matrix)
        determinant = matrix[0] * matrix[3] - matrix[1] * matrix[2]
        if not (fill or stroke) or not determinant:
            return
        winding = 0 if not outline.one_way else 1 if determinant > 0 else -1
        path = transformed(outline.path, matrix, self._decimals)
        self._marks.append(Mark(path, fill, stroke, looks["fill-rule"] == "evenodd", winding))

    # --- properties

    def _state(self, parent: _State, tag: str, attributes: dict[str, str]) -> _State:
        """The state inside an element: its transform and looks on top of its parent's."""
        looks, matrix = parent.looks, parent.matrix
        clips: list[str] = []
        for name, value in _with_style(attributes):
            if name in _INHERITED:
                if looks is parent.looks:
                    looks = dict(looks)
                if value != "inherit":
                    looks[name] = value
            elif name == "transform":
                try:
                    matrix = shapes.combined(matrix, shapes.parse_transform(value))
                except SvgError as error:
                    self._fault(error.args[0], shapes.CONVERT)
            elif name == "clip-path" and (reference := _clip_reference(value)):
                clips.append(reference[1])
            elif name not in _INHERITED and (objection := shapes.objection(tag, name, value)):
                self._fault(*objection)
        self._clip_uses += ((clip, matrix, self._here()) for clip in clips)
        if looks["fill-rule"] not in ("nonzero", "evenodd"):
            self._fault(message("fill-rule-not-taken", rule=looks["fill-rule"]))
        where = tag if tag in ("defs", "clipPath") else parent.where
        clip = attributes.get("id", "") if tag == "clipPath" else parent.clip
        return _State(matrix, looks, where, clip)

    def _stroke(self, looks: dict[str, str], matrix: Matrix) -> Stroke | None:
        ink = self._ink(looks["stroke"])
        width = shapes.number(looks["stroke-width"], "stroke-width")
        if ink is None or width <= 0:
            return None
        a, b, c, d, _, _ = matrix
        scale = math.hypot(a, b)
        if abs(a * c + b * d) > 1e-3 * scale * scale or abs(math.hypot(c, d) - scale) > 1e-3 * scale:
            raise SvgError(message("stroke-uneven"))
        dashes = looks["stroke-dasharray"]
        dash = () if dashes == "none" else tuple(round(n * scale, 3) for n in parse_numbers(dashes))
        if max(width * scale, 0.0, *dash) > FARTHEST:
            raise OverflowError
        if any(n < 0 for n in dash) or (dash and not any(dash)):
            dash = ()  # SVG 1.1, 11.4: such a pattern means an unbroken line
        cap, join = looks["stroke-linecap"], looks["stroke-linejoin"]
        if cap not in ("butt", "round", "square") or join not in ("miter", "round", "bevel"):
            raise SvgError(message("line-ends-not-taken", cap=cap, join=join))
        return Stroke(ink, round(width * scale, 3), cap, join, dash * 2 if len(dash) % 2 else dash)

    def _ink(self, colour: str) -> str | None:
        if colour == "none":
            return None
        if not _hex_colour(colour):
            self._fault(
                message("colour-not-taken", colour=colour), shapes.FLATTEN if colour.startswith("url") else None
            )
            return None
        full = full_hex(colour)
        ink = self._inks.ink_of(full)
        if ink is None:
            near = self._inks.nearest(full) if self._inks.nearest else None
            named = message("nearest-ink", ink=near) if near else ""
            self._fault(message("colour-without-ink", colour=full, near=named))
        return ink

    # --- telling

    def _here(self) -> Origin:
        return Origin(self._file, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _fault(self, message: Message, hint: Message | None = None) -> None:
        self._fault_at(self._here(), message, hint)

    def _fault_at(self, place: Origin, message: Message, hint: Message | None = None) -> None:
        self._failed = True
        self._report.error(place, message, hint)


def full_hex(colour: str) -> str:
    """ "#abc" or "#aabbcc" as "#AABBCC"."""
    digits = colour[1:].upper()
    return "#" + ("".join(c + c for c in digits) if len(digits) == 3 else digits)


def _view_box(attributes: dict[str, str]) -> tuple[float, float, float, float]:
    if "viewBox" in attributes:
        numbers = parse_numbers(attributes["viewBox"])
        if len(numbers) != 4:
            raise SvgError(message("view-box-wrong"))
        x, y, width, height = numbers
    elif "width" in attributes and "height" in attributes:
        x = y = 0.0
        width, height = shapes.length(attributes, "width"), shapes.length(attributes, "height")
    else:
        raise SvgError(message("size-missing"))
    if not all(map(math.isfinite, (x, y, width, height))) or width <= 0 or height <= 0:
        raise SvgError(message("size-wrong"))
    return x, y, width, height


def _with_style(attributes: dict[str, str]) -> list[tuple[str, str]]:
    """The attributes, then what `style` says: it comes later and so wins (SVG 1.1, 6.4)."""
    pairs = [(name, value.strip()) for name, value in attributes.items() if name != "style"]
    for declaration in attributes.get("style", "").split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            pairs.append((name.strip(), value.strip()))
    return pairs
