"""Checks at the edge of the sheet: text too near the cut, paint that should run into the bleed and does not.

In: a Subject. Out: Faults. Trade practice in Japan: 3 mm of bleed, 3 mm of safety.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from report.conform.preflight.colour import Colour, is_white
from report.conform.preflight.events import Paint, Part
from report.conform.preflight.finding import Check, Fault
from report.conform.preflight.inks import fault, seen
from report.conform.preflight.shapes import Bounds
from report.conform.preflight.subject import Sheet, Subject
from report.units import MM

SAFETY = 3 * MM
NEAR = 0.3  # pt, a tenth of a millimetre: what ends so near the cut is meant to reach it
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


def short_of_bleed(subject: Subject) -> Iterator[Fault]:
    """Boxes and images. Their edge does not show where the same colour goes on, or later paint lies over it."""
    return _short(subject, boxes=True)


def odd_short_of_bleed(subject: Subject) -> Iterator[Fault]:
    """Shapes that are no boxes may mean to end there; a person must look."""
    return _short(subject, boxes=False)


class Ground(NamedTuple):
    """A box of one paint. order: of painting."""

    bounds: Bounds
    colour: Colour
    order: int


def _short(subject: Subject, boxes: bool) -> Iterator[Fault]:
    for sheet in subject.sheets:
        if not sheet.bleed.holds(sheet.trim) or sheet.trim.holds(sheet.bleed):
            continue  # no bleed to speak of: the boxes are told on their own
        paints = [paint for paint in seen(subject) if paint.page == sheet.number and _bleeds(paint)]
        solid = [Ground(p.bounds, paint.colour, i) for i, paint in enumerate(paints) for p in paint.parts if p.box]
        for order, paint in enumerate(paints):
            hides = [ground.bounds for ground in solid if ground.order > order or _same(ground, paint)]
            for part in paint.parts:
                if part.box == boxes and (gap := _gap(part, sheet, hides)):
                    yield Fault(paint.page, part.bounds, f"{paint.kind} {paint.colour}, {gap}")


def _same(ground: Ground, paint: Paint) -> bool:
    return paint.kind == "fill" and ground.colour == paint.colour


def _bleeds(paint: Paint) -> bool:
    """White is as good as paper; glyphs and patterns have edges of their own."""
    return paint.kind in ("fill", "image", "stroke", "shading") and not (
        paint.inside in ("pattern", "glyph") or (paint.kind != "image" and is_white(paint.colour))
    )


def _gap(part: Part, sheet: Sheet, hides: Sequence[Bounds]) -> str:
    """The sides on which a part reaches the cut, but not the edge of the bleed, with what it lacks; "" for none."""
    if not part.bounds.meets(sheet.trim):
        return ""
    bare = (side for side in SIDES if _ends(part, sheet, side) and not _hidden(part, sheet, side, hides))
    lacks = ((side, getattr(sheet.bleed, side) - getattr(part.bounds, side)) for side in bare)
    return ", ".join(f"{side} {abs(lack) / MM:.1f} mm" for side, lack in lacks)


def _ends(part: Part, sheet: Sheet, side: str) -> bool:
    edge, trim, bleed = (OUTWARD[side] * getattr(box, side) for box in (part.bounds, sheet.trim, sheet.bleed))
    past = NEAR if part.box else -NEAR  # a curve that touches the cut does not cross it
    return trim - past <= edge < bleed - NEAR


def _hidden(part: Part, sheet: Sheet, side: str, hides: Sequence[Bounds]) -> bool:
    """Whether one box covers all between the part's edge and the bleed's."""
    within = part.bounds.cut(sheet.bleed)
    if within is None:
        return True
    strip = within._replace(**{side: getattr(sheet.bleed, side), OPPOSITE[side]: getattr(part.bounds, side)})
    return any(other.holds(strip, NEAR) for other in hides)


CHECKS = (
    Check(
        "text within 3 mm of the trim",
        "move it inwards: cutting is true to a millimetre or so",
        "safety", "warning", near_the_trim,
    ),
    Check(
        "paint that reaches the trim ends before the bleed's edge",
        "let it run on to the edge of the BleedBox",
        "bleed", "error", short_of_bleed,
    ),
    Check(
        "a shape crosses the trim and ends within the bleed",
        "let it run on to the edge of the BleedBox, unless its edge is meant to show",
        "bleed-shape", "info", odd_short_of_bleed,
    ),
)  # fmt: skip
