"""The shapes and transforms of SVG as outlines and matrices (SVG 1.1, chapters 7.6 and 9).

In: an element's attributes as text. Out: an Outline in the element's own user units.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import NamedTuple

from report.artwork.svg_path import parse_numbers, parse_path, rectangle_path
from report.messages import message
from report.page import IDENTITY, Matrix, Path, ellipse_path


class ShapeError(ValueError):
    """An attribute's value is not taken; the message names it."""


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
        raise ShapeError(message("length-not-taken", name=name, value=text))
    return value


def length(attributes: Attributes, name: str) -> float:
    text = attributes.get(name)
    return 0.0 if text is None else number(text, name)


def _extent(attributes: Attributes, name: str) -> float:
    value = length(attributes, name)
    if value < 0:
        raise ShapeError(message("length-below-zero", name=name, value=attributes[name]))
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
        raise ShapeError(message("points-odd"))
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
            raise ShapeError(message("transforms-wrong", text=text[:40]))
        name, numbers = found[1], parse_numbers(found[2])
        if len(numbers) not in _COUNTS.get(name, ()):
            raise ShapeError(message("transform-not-taken", text=found[0].strip()))
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
