"""Checks at the edge of the sheet: text too near the cut, paint that should run into the bleed and does not.

In: a Subject. Out: Faults. Trade practice in Japan: 3 mm of bleed, 3 mm of safety.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from report.conform.preflight.colour import Colour, is_white
from report.conform.preflight.events import Extent, Paint
from report.conform.preflight.finding import Check, Fault
from report.conform.preflight.inks import fault, seen
from report.conform.preflight.shapes import Bounds
from report.conform.preflight.subject import PdfPage, Subject
from report.units import MM

SAFETY = 3 * MM
NEAR = 0.3  # pt, a tenth of a millimetre: what ends so near the cut is meant to reach it
LONG = 10 * MM  # of an edge: a ground or a tab; what is shorter is a detail
SIDES = ("left", "bottom", "right", "top")
OPPOSITE = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}
OUTWARD = {"left": -1, "bottom": -1, "right": 1, "top": 1}


def near_the_trim(subject: Subject) -> Iterator[Fault]:
    """Text within 3 mm of the cut, or across it; text outside altogether (slugs) is cut off on purpose."""
    for paint in seen(subject):
        trim = subject.sheet(paint.page).trim
        inside = paint.kind == "text" and paint.bounds.meets(trim)
        if inside and not trim.grown(-SAFETY).holds(paint.bounds, 0.1):
            yield fault(paint)


def objects_near_the_trim(subject: Subject) -> Iterator[Fault]:
    """Images, rules and shapes that end within 3 mm of the cut and lie all inside it: a hair's shift makes the strip
    between uneven. Parts of drawings, and what is white, are passed over."""
    for paint in seen(subject):
        if not _is_ground(paint) or (paint.kind != "image" and (paint.inside != "page" or is_white(paint.colour))):
            continue
        trim = subject.sheet(paint.page).trim
        if trim.grown(-NEAR).holds(paint.bounds, 0.0) and not trim.grown(-SAFETY).holds(paint.bounds, 0.1):
            yield fault(paint)


class Edge(NamedTuple):
    """An edge of paint that lies between trim and bleed. bare: paper lies beyond it, not other paint."""

    paint: Paint
    part: Extent
    side: str
    lack: float  # pt to the bleed's edge
    bare: bool

    @property
    def length(self) -> float:
        return self.part.bounds.height if self.side in ("left", "right") else self.part.bounds.width

    @property
    def detail(self) -> bool:
        """No box; or a short edge within a drawing (a window of a house), or over other paint."""
        return not self.part.box or (self.length < LONG and (self.paint.inside != "page" or not self.bare))


def onto_paper(subject: Subject) -> Iterator[Fault]:
    """Boxes and images beyond which the sheet is white: it shows when the cut is a hair off."""
    return _told(edge for edge in edges(subject) if not edge.detail and edge.bare)


def onto_paint(subject: Subject) -> Iterator[Fault]:
    """Boxes and images beyond which other paint lies: that shows instead."""
    return _told(edge for edge in edges(subject) if not edge.detail and not edge.bare)


def odd_ends(subject: Subject) -> Iterator[Fault]:
    """Details may mean to end there; a person must look."""
    return _told(edge for edge in edges(subject) if edge.detail)


def _told(edges: Iterable[Edge]) -> Iterator[Fault]:
    for paint, part, side, lack, _ in edges:
        yield Fault(paint.page, part.bounds, f"{paint.kind} {paint.colour}, {side} {lack / MM:.1f} mm")


class FilledArea(NamedTuple):
    """A box of one paint. order: of painting."""

    bounds: Bounds
    colour: Colour
    order: int


def edges(subject: Subject) -> tuple[Edge, ...]:
    return subject.once("edges", lambda: tuple(_edges(subject)))  # type: ignore[no-any-return]


def _edges(subject: Subject) -> Iterator[Edge]:
    grounds: dict[int, list[Paint]] = {}
    for paint in seen(subject):
        if _is_ground(paint):
            grounds.setdefault(paint.page, []).append(paint)
    for sheet in subject.sheets:
        if not sheet.bleed.holds(sheet.trim) or sheet.trim.holds(sheet.bleed):
            continue  # no bleed to speak of: the boxes are a finding of their own
        paints = grounds.get(sheet.number, [])
        solid = [
            FilledArea(part.bounds, paint.colour, i)
            for i, paint in enumerate(paints)
            for part in paint.parts
            if part.box and not sheet.trim.holds(part.bounds, 0.0)
        ]
        well_within = sheet.trim.grown(-NEAR)
        for order, paint in enumerate(paints):
            if well_within.holds(paint.bounds, 0.0) or (paint.kind != "image" and is_white(paint.colour)):
                continue  # (white is as good as paper)
            for part in paint.parts:
                for side in SIDES if part.bounds.meets(sheet.trim) else ():
                    if _ends(part, sheet, side):
                        yield from _edge(
                            FilledArea(part.bounds, paint.colour, order), (paint, part, side), sheet, solid
                        )


def _is_ground(paint: Paint) -> bool:
    """Glyphs and patterns have edges of their own."""
    return paint.kind in ("fill", "image", "stroke", "shading") and paint.inside not in ("pattern", "glyph")


def _ends(part: Extent, sheet: PdfPage, side: str) -> bool:
    edge, trim, bleed = (OUTWARD[side] * getattr(box, side) for box in (part.bounds, sheet.trim, sheet.bleed))
    past = NEAR if part.box else -NEAR  # a curve that touches the cut does not cross it
    return trim - past <= edge < bleed - NEAR


def _edge(
    own: FilledArea, at: tuple[Paint, Extent, str], sheet: PdfPage, solid: Sequence[FilledArea]
) -> Iterator[Edge]:
    """None where one box goes on to the bleed's edge in the same colour, or lies over all that would show."""
    paint, part, side = at
    within = own.bounds.cut(sheet.bleed)
    if within is None:
        return
    ends = {side: getattr(sheet.bleed, side), OPPOSITE[side]: getattr(own.bounds, side)}
    over = [ground for ground in solid if ground.bounds.holds(within._replace(**ends), NEAR)]
    if any(ground.order > own.order or (paint.kind == "fill" and ground.colour == own.colour) for ground in over):
        return
    bare = not over or is_white(over[-1].colour)
    yield Edge(paint, part, side, abs(getattr(sheet.bleed, side) - getattr(own.bounds, side)), bare)


CHECKS = (
    Check("safety", "warning", near_the_trim),
    Check("safety-object", "info", objects_near_the_trim),
    Check("bleed", "error", onto_paper),
    Check("bleed-edge", "warning", onto_paint),
    Check("bleed-shape", "info", odd_ends),
)
