"""Outlines of elements as marks on the canvas: in which colours and gradients, seen through which clips.

In: an element, its outline, its State. Out: marks on the topmost layer, in inks.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec

from report.artwork.merge import Mark, bounds, merged
from report.artwork.shelf import Inks
from report.artwork.svg import painting
from report.artwork.svg.budget import Budget
from report.artwork.svg.clips import Clip, holes, outcome
from report.artwork.svg.document import Node
from report.artwork.svg.faults import CONVERT, FLATTEN, SvgError, short
from report.artwork.svg.gradients import KINDS, Gradients, Surface
from report.artwork.svg.layers import Canvas, Hole
from report.artwork.svg.lengths import Scale, length
from report.artwork.svg.painting import Tone
from report.artwork.svg.path import Corners, reach, rectangle_path, transformed
from report.artwork.svg.shapes import Outline
from report.artwork.svg.states import State
from report.artwork.svg.telling import Teller
from report.messages import message
from report.page import IDENTITY, Cut, Drawing, Matrix, Paint, Placed, Shade, Shape, Stop
from report.units import Size

SMALLEST = 1e-3  # of a drawing's side


class Whole(NamedTuple):
    """Of a text that an outline is a part of: its box, and the way to the drawing's plane."""

    box: Corners
    matrix: Matrix


class Sources(NamedTuple):
    """What paints are made of. tiles: makes the copies of a pattern on a surface, None where there are none. name: of
    the drawing, for hints."""

    inks: Inks
    gradients: Gradients
    tiles: Callable[[Node, Surface], Drawing | None]
    ids: Mapping[str, Node]
    name: str


class Marker:
    def __init__(self, canvas: Canvas, sources: Sources, budget: Budget) -> None:
        self._canvas, self._sources, self._budget = canvas, sources, budget
        self._teller: Teller = budget.teller
        self._holes: dict[int, tuple[Clip, tuple[Hole, ...]]] = {}  # by id() of the clip, which is kept

    def mark(self, node: Node, outline: Outline, state: State, whole: Whole | None = None) -> None:
        looks, matrix = state.looks, state.matrix
        if looks["visibility"] != "visible" or matrix[0] * matrix[3] == matrix[1] * matrix[2]:
            return
        fill, line = (self._tone(node, outline, state, name, whole) for name in ("fill", "stroke"))
        plane = painting.Plane(matrix, state.scale, self._canvas.decimals)
        self._budget.visit(node, len(state.clips) // 8)
        if not line or painting.is_even(matrix):
            self._marked(node, state, painting.marks(outline, looks, plane, fill, line))
            return
        filled = painting.marks(outline, looks, plane, fill, None)
        if not painting.is_stroke_first(looks["paint-order"]):
            self._marked(node, state, filled)
        self._stroked(node, outline, state, line, whole)
        if painting.is_stroke_first(looks["paint-order"]):
            self._marked(node, state, filled)

    def _marked(self, node: Node, state: State, drawn: list[painting.Marked]) -> None:
        for mark, veil in drawn:
            if (seen := self._seen(node, mark, state)) is None:
                continue
            if isinstance(veil, Drawing):
                self._canvas.top.add(self._tiled(mark, veil), seen)
                continue
            path, fill, pen, evenodd, winding, alpha = mark
            pen = msgspec.structs.replace(pen, ink=self._ink(node, pen.ink)) if pen else None
            mark = Mark(path, fill and self._ink(node, fill), pen, evenodd, winding, alpha)
            self._canvas.top.add(self._veiled(mark, veil) if veil else mark, seen)

    def _seen(self, node: Node, mark: Mark, state: State) -> tuple[Hole, ...] | None:
        """The holes through which a mark is seen; None where it is not."""
        if not state.clips and not state.doubts:
            return ()
        found: tuple[Hole, ...] = ()
        for clip in state.clips:
            out = outcome(clip, mark, self._canvas.size)
            if out == "out":
                return None
            if out == "cut" and clip.doubt:
                self._teller.tell(*clip.doubt)
            elif out == "cut":
                if id(clip) not in self._holes:
                    self._holes[id(clip)] = clip, holes(clip, self._canvas.top, self._canvas.decimals)
                found += self._holes[id(clip)][1]
        for doubt in state.doubts:
            self._teller.tell(*doubt)
        return found

    def _tiled(self, mark: Mark, tiles: Drawing) -> Placed:
        """A drawing seen through a shape, or through a stroke."""
        if not mark.stroke:
            cut = Cut(mark.path, mark.evenodd)
            return Placed(drawing=tiles, matrix=IDENTITY, cuts=(cut,), alpha=mark.alpha)
        pen = msgspec.structs.replace(mark.stroke, ink="#FFFFFF")
        mask = self._canvas.drawing([Shape(path=mark.path, stroke=pen)])
        return Placed(drawing=tiles, matrix=IDENTITY, mask=mask, alpha=mark.alpha)

    def _veiled(self, mark: Mark, veil: Shade) -> Placed:
        """A mark whose gradient is seen through more here and less there."""
        left, top, right, bottom = bounds(mark)
        ground = Shape(path=rectangle_path(left, top, right - left, bottom - top), fill=veil)
        mask = self._canvas.drawing([ground])
        shape = Shape(path=mark.path, fill=mark.fill, stroke=mark.stroke, evenodd=mark.evenodd)
        return self._canvas.top.laid([shape], alpha=mark.alpha, mask=mask)

    def _stroked(self, node: Node, outline: Outline, state: State, line: Tone, whole: Whole | None) -> None:
        """A stroke that is wider in one direction than in the other: drawn in the element's own plane."""
        looks, matrix = state.looks, state.matrix
        own: Tone | None = line
        if not isinstance(line.paint, str):
            upright = state._replace(matrix=IDENTITY)
            own = self._tone(node, outline, upright, "stroke", whole and Whole(whole.box, IDENTITY))
        if own is None:
            return
        grown = max(math.hypot(*matrix[:2]), math.hypot(*matrix[2:4]))
        fine = self._canvas.decimals + max(0, math.ceil(math.log10(grown)))
        for mark, veil in painting.marks(outline, looks, painting.Plane(IDENTITY, state.scale, fine), None, own):
            thick = mark.stroke and msgspec.structs.replace(mark.stroke, width=mark.stroke.width * grown)
            there = Mark(transformed(mark.path, matrix, self._canvas.decimals), None, thick, False, 0)
            seen = self._seen(node, there, state)
            if seen is None:
                continue
            if veil is not None:
                raise SvgError(message("stroke-uneven"), CONVERT)
            ink = self._ink(node, mark.fill or (mark.stroke.ink if mark.stroke else ""))
            pen = mark.stroke and msgspec.structs.replace(mark.stroke, ink=ink)
            left, top, right, bottom = bounds(mark)
            size = Size(*(max(abs(a), abs(b), SMALLEST) for a, b in ((left, right), (top, bottom))))
            shapes = merged([mark._replace(fill=mark.fill and ink, stroke=pen)])
            placed = Placed(drawing=msgspec.structs.replace(self._canvas.drawing(shapes), size=size), matrix=matrix)
            self._canvas.top.add(placed, seen)

    def _tone(self, node: Node, outline: Outline, state: State, name: str, whole: Whole | None) -> Tone | None:
        """What `fill` or `stroke` comes to, in the colours of the file."""
        looks = state.looks
        if looks[name] == "none":
            return None
        if looks[name][:1] == "#" and looks[f"{name}-opacity"] == "1":
            return painting.plain(looks[name], state.alpha)
        asked = painting.asked(state.looks, name)
        if asked is None:
            return None
        alpha = painting.stepped(asked.alpha * state.alpha)
        server = self._sources.ids.get(asked.server) if asked.server else None
        if asked.server and server is None and not asked.text:
            raise SvgError(message("reference-missing", target=short("#" + asked.server)))
        if server is None:
            return painting.plain(asked.text, alpha) if asked.text != "none" and alpha else None
        if server.tag not in (*KINDS, "pattern"):
            raise SvgError(message("colour-not-taken", colour=short(state.looks[name])), FLATTEN)
        box, matrix = whole or (reach(outline.path), state.matrix)
        around = _around(state.looks, state.scale, name)
        left, top, right, bottom = box
        wide = rectangle_path(left - around, top - around, right - left + 2 * around, bottom - top + 2 * around)
        far = reach(transformed(wide, matrix, 6))
        surface = Surface(box, far, state._replace(matrix=matrix))
        if server.tag == "pattern":
            tiles = self._sources.tiles(server, surface) if alpha else None
            tone = Tone("", 1.0, tiles) if tiles else None
        else:
            tone = self._sources.gradients.tone(server, surface)
        if tone is None:
            return painting.plain(asked.text, alpha) if asked.text not in ("", "none") else None
        alpha = painting.stepped(alpha * tone.alpha)
        return tone._replace(alpha=alpha) if alpha else None

    def _ink(self, node: Node, paint: Paint) -> Paint:
        """In inks; in a mask colours stay: they are light."""
        if isinstance(paint, Shade):
            stops = tuple(Stop(at, str(self._ink(node, ink))) for at, ink in paint.stops)
            return msgspec.structs.replace(paint, stops=stops)
        if self._canvas.masking:
            return "#FFFFFF" if self._canvas.masking == "alpha" else paint
        ink = self._sources.inks.ink_of(paint)
        if ink is None:
            near = self._sources.inks.nearest(paint) if self._sources.inks.nearest else None
            named = message("nearest-ink", ink=near) if near else ""
            self._teller.tell(node, message("colour-without-ink", colour=paint, near=named, drawing=self._sources.name))
        return ink or ""


def _around(looks: dict[str, str], scale: Scale, name: str) -> float:
    """How far a stroke may go beyond its path, about."""
    if name == "fill":
        return 0.0
    return 2 * length(looks["stroke-width"], "stroke-width", scale.diagonal, scale.em)
