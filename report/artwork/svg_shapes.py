"""The shapes and transforms of SVG as outlines and matrices (SVG 1.1, chapters 7.6 and 9); what of SVG is not taken.

In: an element's attributes as text. Out: an Outline in the element's own user units; an Objection, message and hint,
where taking no notice would change the picture: such a drawing is refused, so that no picture comes out different from
the one its maker saw.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import NamedTuple

from report.artwork.svg_path import SvgError, parse_numbers, parse_path, rectangle_path
from report.messages import Message, did_you_mean, message
from report.page import IDENTITY, Matrix, Path
from report.page.shapes import ellipse_path


class Outline(NamedTuple):
    """one_way: the outline turns clockwise throughout, so that like outlines may overlap in one path."""

    path: Path
    one_way: bool = False


Attributes = dict[str, str]
_NOTHING = Outline(())


def number(text: str, name: str) -> float:
    """A length in user units (px is the same); no other unit has a meaning in a drawing that is scaled to a frame."""
    try:
        value = float(text.removesuffix("px"))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise SvgError(message("length-not-taken", name=name, value=text))
    return value


def length(attributes: Attributes, name: str) -> float:
    text = attributes.get(name)
    return 0.0 if text is None else number(text, name)


def _extent(attributes: Attributes, name: str) -> float:
    value = length(attributes, name)
    if value < 0:
        raise SvgError(message("length-below-zero", name=name, value=attributes[name]))
    return value


def _path(a: Attributes) -> Outline:
    path = parse_path(a.get("d", ""))
    return Outline(path) if "L" in path or "C" in path else _NOTHING


def _rect(a: Attributes) -> Outline:
    width, height = _extent(a, "width"), _extent(a, "height")
    rx = _extent(a, "rx") if "rx" in a else _extent(a, "ry")
    ry = _extent(a, "ry") if "ry" in a else rx
    if not (width and height):
        return _NOTHING
    return Outline(rectangle_path(length(a, "x"), length(a, "y"), width, height, rx, ry), one_way=True)


def _circle(a: Attributes) -> Outline:
    r = _extent(a, "r")
    return Outline(ellipse_path(length(a, "cx"), length(a, "cy"), r, r), one_way=True) if r else _NOTHING


def _ellipse(a: Attributes) -> Outline:
    rx, ry = _extent(a, "rx"), _extent(a, "ry")
    if not (rx and ry):
        return _NOTHING
    return Outline(ellipse_path(length(a, "cx"), length(a, "cy"), rx, ry), one_way=True)


def _line(a: Attributes) -> Outline:
    return Outline(("M", length(a, "x1"), length(a, "y1"), "L", length(a, "x2"), length(a, "y2")))


def _polyline(a: Attributes) -> Outline:
    numbers = parse_numbers(a.get("points", ""))
    if len(numbers) % 2:
        raise SvgError(message("points-odd"))
    if len(numbers) < 4:
        return _NOTHING
    path: list[object] = []
    for i in range(0, len(numbers), 2):
        path += ("L" if i else "M", numbers[i], numbers[i + 1])
    return Outline(tuple(path))


def _polygon(a: Attributes) -> Outline:
    path = _polyline(a).path
    return Outline((*path, "Z")) if path else _NOTHING


OUTLINES: dict[str, Callable[[Attributes], Outline]] = {
    "path": _path,
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
GEOMETRY = frozenset(["d", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2", "points"])

_transforms = re.compile(r"\s*,?\s*([A-Za-z]+)\s*\(([^()]*)\)").match


def combined(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that does `inner` first, then `outer`."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f


def parse_transform(text: str) -> Matrix:
    """A transform list as one matrix (SVG 1.1, 7.6): the last in the list acts first."""
    matrix = IDENTITY
    at = 0
    text = text.rstrip()
    while at < len(text):
        found = _transforms(text, at)
        if not found:
            raise SvgError(message("transforms-wrong", text=text[:40]))
        name, numbers = found[1], parse_numbers(found[2])
        if len(numbers) not in _COUNTS.get(name, ()):
            raise SvgError(message("transform-not-taken", text=found[0].strip()))
        matrix = combined(matrix, _transform(name, numbers))
        at = found.end()
    return matrix


_COUNTS = {"matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3), "skewX": (1,), "skewY": (1,)}


def _transform(name: str, n: list[float]) -> Matrix:
    if name == "matrix":
        return n[0], n[1], n[2], n[3], n[4], n[5]
    if name == "translate":
        return 1.0, 0.0, 0.0, 1.0, n[0], n[1] if len(n) > 1 else 0.0
    if name == "scale":
        return n[0], 0.0, 0.0, n[-1], 0.0, 0.0
    if name == "skewX":
        return 1.0, 0.0, math.tan(math.radians(n[0])), 1.0, 0.0, 0.0
    if name == "skewY":
        return 1.0, math.tan(math.radians(n[0])), 0.0, 1.0, 0.0, 0.0
    cos, sin = math.cos(math.radians(n[0])), math.sin(math.radians(n[0]))
    turn = (cos, sin, -sin, cos, 0.0, 0.0)
    if len(n) == 1:
        return turn
    x, y = n[1], n[2]
    return combined(combined((1.0, 0.0, 0.0, 1.0, x, y), turn), (1.0, 0.0, 0.0, 1.0, -x, -y))


Objection = tuple[Message, Message | None]  # message, hint

CONVERT = message("convert")
FLATTEN = message("flatten")
# What an author most likely meant by an element that is not taken.
_HINTS = {
    "text": message("outline-text"),
    "tspan": message("outline-text"),
    "image": message("photo-beside"),
    "use": message("copy-uses"),
    "style": message("style-on-elements"),
    "script": message("no-scripts"),
    "linearGradient": FLATTEN,
    "radialGradient": FLATTEN,
    "pattern": FLATTEN,
    "filter": FLATTEN,
    "mask": FLATTEN,
}
_NEUTRAL = {
    "opacity": ("1", FLATTEN),
    "fill-opacity": ("1", FLATTEN),
    "stroke-opacity": ("1", FLATTEN),
    "stroke-dashoffset": ("0", CONVERT),
    "stroke-miterlimit": ("4", message("no-mitre-limit")),
    "display": ("inline", message("delete-hidden")),
    "visibility": ("visible", message("delete-hidden")),
    "filter": ("none", FLATTEN),
    "mask": ("none", FLATTEN),
    "clip-path": ("none", CONVERT),
    "mix-blend-mode": ("normal", FLATTEN),
    "paint-order": ("normal", CONVERT),
    "marker-start": ("none", CONVERT),
    "marker-mid": ("none", CONVERT),
    "marker-end": ("none", CONVERT),
    "vector-effect": ("none", CONVERT),
}
_PLAIN = frozenset({"id", "class", "role", "version", "baseProfile", "preserveAspectRatio", "clip-rule", "overflow"})
_LOOKS = ("fill", "stroke", "stroke-width", "fill-rule", "transform", "clip-path")  # offered in hints


def untaken(tag: str) -> Objection:
    """What to say about an element that is not taken."""
    return message("element-not-taken", tag=tag), _HINTS.get(tag) or did_you_mean(tag, OUTLINES)


def objection(tag: str, name: str, value: str) -> Objection | None:
    """What to say about an attribute that is not read, if it is not harmless."""
    if name in _NEUTRAL:
        neutral, hint = _NEUTRAL[name]
        return None if _same(value, neutral) else (message("value-not-taken", name=name, value=value), hint)
    if name == "href" or name.endswith(" href"):
        return message("reference", target=value[:60]), None
    if name.startswith("on"):
        return message("event", name=name), None
    if " " in name or name in _PLAIN or name in GEOMETRY or name.startswith(("data-", "aria-")):
        return None
    return message("attribute-not-taken", tag=tag, name=name), did_you_mean(name, (*_LOOKS, *GEOMETRY))


def _same(value: str, neutral: str) -> bool:
    """Equal as words or as numbers: "1.0" is "1"."""
    try:
        return value == neutral or float(value) == float(neutral)
    except ValueError:
        return False
