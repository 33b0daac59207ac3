"""An outline and its looks as marks: which colours, which stroke, in what order.

In: an Outline, the values of inherited properties, the way to the drawing's plane. Out: Marks in the colours of the
file ("#RRGGBB"), or with its gradients. Raises SvgError.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Any, NamedTuple

from report.artwork.merge import Mark
from report.artwork.svg.colours import parse_colour
from report.artwork.svg.faults import FLATTEN, SvgError, short
from report.artwork.svg.lengths import Scale, length, share
from report.artwork.svg.path import FARTHEST, POINTS, transformed
from report.artwork.svg.shapes import Outline
from report.messages import message
from report.page import Drawing, Matrix, Paint, Path, Shade, Stroke
from report.page.shapes import ellipse_path

Looks = dict[str, str]
ORDER = ("fill", "stroke", "markers")
MOST_DASHES = 10_000  # characters
_SEEN, _UNSEEN = 0.995, 0.002  # from here an opacity is 1, up to here 0: half a step of 8 bits


class Plane(NamedTuple):
    """Where marks go. matrix: from the element's own units; decimals: what is kept of a coordinate."""

    matrix: Matrix
    scale: Scale
    decimals: int


class Tone(NamedTuple):
    """What a fill or a stroke comes to: an ink's colour or a gradient. veil: how opaque it is from place to place, as a
    gradient of grays; or what it is in the place of a paint, as a drawing."""

    paint: Paint
    alpha: float = 1.0
    veil: Shade | Drawing | None = None

    @property
    def is_opaque(self) -> bool:
        return self.alpha == 1 and self.veil is None


class Asked(NamedTuple):
    """What a looks' `fill` or `stroke` says. server: the id of a gradient. text: the colour, or what is meant where the
    reference leads nowhere."""

    server: str
    text: str
    alpha: float


Marked = tuple[Mark, Shade | Drawing | None]  # with its veil


def opacity(text: str, name: str) -> float:
    """0 and 1 within half a step of 8 bits of them."""
    if text == "1":
        return 1.0
    return stepped(share(text, name))


def stepped(alpha: float) -> float:
    return 0.0 if alpha <= _UNSEEN else 1.0 if alpha >= _SEEN else round(alpha, 4)


def asked(looks: Looks, name: str) -> Asked | None:
    """None where nothing is painted."""
    text, alpha = looks[name], 1.0
    if text == "none" or not (alpha := opacity(looks[f"{name}-opacity"], f"{name}-opacity")):
        return None
    server = ""
    if "(" in text and re.match(r"(?i)url\(", text):
        found = re.fullmatch(r"""(?i)url\(\s*(["']?)#(.*?)\1\s*\)\s*(.*)""", text)
        if not found:
            raise SvgError(message("colour-not-taken", colour=short(text)), FLATTEN)
        server, text = found[2], found[3].lower()
        if text not in ("", "none", "currentcolor"):
            parse_colour(text)
    text = looks.get(text, text) if text in ("context-fill", "context-stroke") else text
    if text == "currentcolor":
        text = looks["color"] if looks["color"] != "currentcolor" else "#000000"
    return Asked(server, text, alpha)


@lru_cache(1024)
def plain(text: str, alpha: float = 1.0) -> Tone | None:
    """A colour as a Tone; None of one that is not seen."""
    rgb, own = parse_colour(text)
    alpha = stepped(alpha * own)
    return Tone(rgb, alpha) if alpha else None


def marks(outline: Outline, looks: Looks, plane: Plane, fill: Tone | None, line: Tone | None) -> list[Marked]:
    """What the outline paints, the first first."""
    matrix = plane.matrix
    winding = 0 if not outline.one_way else 1 if matrix[0] * matrix[3] > matrix[1] * matrix[2] else -1
    if fill and not outline.one_way and not _has_area(outline.path):
        fill = None
    evenodd = looks["fill-rule"] == "evenodd"
    if not evenodd and looks["fill-rule"] != "nonzero":
        raise SvgError(message("fill-rule-not-taken", rule=short(looks["fill-rule"])))
    pen = stroke(looks, plane, line.paint) if line else None
    points, kept = _still(outline.path) if pen else ([], outline.path)
    path = transformed(kept, matrix, plane.decimals)
    filled = [(Mark(path, fill.paint, None, evenodd, winding, fill.alpha), fill.veil)] if fill and path else []
    if not pen or not line:
        return filled
    half = length(looks["stroke-width"], "stroke-width", plane.scale.diagonal, plane.scale.em) / 2
    dots = [  # PDF has no such squares
        (Mark(transformed(_dot(x, y, half, pen.cap), matrix, plane.decimals), pen.ink, None, False, 0, line.alpha),
         line.veil)
        for x, y in (points if pen.cap != "butt" else ())
    ]  # fmt: skip
    if not path:
        return dots
    stroked = [(Mark(path, None, pen, False, 0, line.alpha), line.veil), *dots]
    if fill and is_stroke_first(looks["paint-order"]):
        return [*stroked, *filled]
    if fill and fill.is_opaque and line.is_opaque:
        return [(Mark(path, fill.paint, pen, evenodd, winding), None), *dots]
    return [*filled, *stroked]


def stroke(looks: Looks, plane: Plane, ink: Paint) -> Stroke | None:
    """The stroke in the drawing's plane; None of one without a width."""
    scale = plane.scale
    width = length(looks["stroke-width"], "stroke-width", scale.diagonal, scale.em)
    if width < 0:
        raise SvgError(message("length-below-zero", name="stroke-width", value=short(looks["stroke-width"])))
    if not width:
        return None
    grown = math.hypot(*plane.matrix[:2])
    dash = _dashes(looks["stroke-dasharray"], scale, grown)
    phase = length(looks["stroke-dashoffset"], "stroke-dashoffset", scale.diagonal, scale.em) * grown if dash else 0.0
    cap, join = looks["stroke-linecap"], looks["stroke-linejoin"]
    if cap == "square":  # of a dash without a length not every viewer knows how to turn the square
        least = round(width * grown / 100, 4)
        pairs = zip(dash[::2], dash[1::2], strict=True)
        dash = tuple(n for on, off in pairs for n in ((on, off) if on or off < least else (least, off - least)))
    if cap not in ("butt", "round", "square") or join not in ("miter", "round", "bevel"):
        raise SvgError(message("line-ends-not-taken", cap=short(cap), join=short(join)))
    mitre = length(looks["stroke-miterlimit"], "stroke-miterlimit", None) if join == "miter" else 4.0
    if mitre < 1:
        value = looks["stroke-miterlimit"]
        raise SvgError(message("value-not-taken", name="stroke-miterlimit", value=short(value)), message("mitre-limit"))
    if max(width * grown, *dash, abs(phase), mitre) > FARTHEST:
        raise OverflowError
    phase = round(phase % sum(dash), 3) if dash else 0.0
    return Stroke(ink, round(width * grown, 3), cap, join, dash, mitre, phase)


def is_even(matrix: Matrix) -> bool:
    """Does it stretch in all directions alike?"""
    a, b, c, d, _, _ = matrix
    grown = math.hypot(a, b)
    return abs(a * c + b * d) <= 1e-3 * grown * grown and abs(math.hypot(c, d) - grown) <= 1e-3 * grown


def _dashes(text: str, scale: Scale, grown: float) -> tuple[float, ...]:
    """SVG 1.1, 11.4: an odd number is repeated; one below 0, or nothing but zeros, is an unbroken line, as is one
    without gaps."""
    if text == "none":
        return ()
    parts = [part for part in re.split(r"[\s,]+", text[:MOST_DASHES]) if part]
    if len(text) > MOST_DASHES:
        raise SvgError(message("svg-too-much"))
    dash = tuple(round(length(part, "stroke-dasharray", scale.diagonal, scale.em) * grown, 3) for part in parts)
    dash = dash * 2 if len(dash) % 2 else dash
    return () if any(n < 0 for n in dash) or not any(dash[1::2]) else dash


def is_stroke_first(order: str) -> bool:
    return next(word for word in _ordered(order) if word != "markers") == "stroke"


def is_last(what: str, order: str) -> bool:
    return _ordered(order)[-1] == what


def _ordered(order: str) -> list[str]:
    """fill, stroke and markers in the order of a `paint-order`."""
    words = [word for word in order.split() if word != "normal"]
    if not {*words} <= {*ORDER} or len({*words}) < len(words):
        raise SvgError(message("value-not-taken", name="paint-order", value=short(order)))
    return [*words, *(word for word in ORDER if word not in words)]


def _has_area(path: Path) -> bool:
    """Not all on one line, there and back: some viewers fill such a path with a hairline."""
    at, end = 0, len(path)
    x = y = u = v = 0.0  # of a subpath the first point, and the way to the first that lies elsewhere
    while at < end:
        op, at = path[at], at + 1
        for _ in range(POINTS[op]):
            across, down, at = path[at] - x, path[at + 1] - y, at + 2
            if op == "M":
                x, y, u, v = across + x, down + y, 0.0, 0.0
            elif not (u or v):
                u, v = across, down
            elif across * v != down * u:
                return True
    return False


def _still(path: Path) -> tuple[list[tuple[float, float]], Path]:
    """The points of subpaths that have no length, and the path without them."""
    points: list[tuple[float, float]] = []
    kept: list[Any] = []
    at, end = 0, len(path)
    while at < end:
        begin, x, y, still = at, path[at + 1], path[at + 2], True
        at += 3
        while at < end and path[at] != "M":
            step = 1 + 2 * POINTS[path[at]]
            still = still and all(path[i] == x and path[i + 1] == y for i in range(at + 1, at + step, 2))
            at += step
        if not still:
            kept += path[begin:at]
        elif at > begin + 3:
            points.append((x, y))
    return points, tuple(kept) if len(kept) < end else path


def _dot(x: float, y: float, half: float, cap: str) -> Path:
    """The caps of a subpath without a length: a disc or a square about its point (SVG 1.1, 11.4)."""
    if cap == "round":
        return ellipse_path(x, y, half, half)
    left, top, right, bottom = x - half, y - half, x + half, y + half
    return ("M", left, top, "L", right, top, "L", right, bottom, "L", left, bottom, "Z")
