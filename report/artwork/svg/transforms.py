"""Transforms as matrices (SVG 1.1, 7.6; CSS Transforms 1).

In: the text of a `transform`, as an attribute or as a property. Out: a Matrix. Raises SvgError.
"""

from __future__ import annotations

import math
import re

from report.artwork.svg.faults import CONVERT, SvgError, short
from report.artwork.svg.lengths import NUMBER, Measure, Scale, length, numbers_of
from report.messages import message
from report.page import IDENTITY, Matrix

_functions = re.compile(r"[ \t\r\n\f,]*([A-Za-z0-9]+)[ \t\r\n\f]*\(([^()]*)\)").match
_COUNTS = {"matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3), "skewX": (1,), "skewY": (1,)}
_CSS_COUNTS = {
    "matrix": (6,), "translate": (1, 2), "translatex": (1,), "translatey": (1,), "scale": (1, 2), "scalex": (1,),
    "scaley": (1,), "rotate": (1,), "skew": (1, 2), "skewx": (1,), "skewy": (1,),
}  # fmt: skip
_DEGREES = {"deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}


def combined(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that does `inner` first, then `outer`."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f


def moved(x: float, y: float) -> Matrix:
    return 1.0, 0.0, 0.0, 1.0, x, y


def inverse(matrix: Matrix) -> Matrix | None:
    a, b, c, d, e, f = matrix
    whole = a * d - b * c
    if not whole or not math.isfinite(1 / whole):
        return None
    return d / whole, -b / whole, -c / whole, a / whole, (c * f - d * e) / whole, (b * e - a * f) / whole


def transform_of(measure: Measure) -> Matrix:
    """The transform of an element about its origin."""
    text = measure.css.get("transform")
    if text is not None:
        matrix = IDENTITY if text.lower() == "none" else listed(text, measure.scale)
    elif "transform" in measure.attributes:
        matrix = listed(measure.attributes["transform"])
    else:
        return IDENTITY
    origin = measure.text("transform-origin")
    if matrix == IDENTITY or origin is None:
        return matrix
    if (measure.text("transform-box") or "view-box").strip().lower() != "view-box":
        raise SvgError(message("transform-not-taken", text="transform-box"), CONVERT)
    x, y = _origin(origin, measure.scale)
    return combined(combined(moved(x, y), matrix), moved(-x, -y))


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def listed(text: str, scale: Scale | None = None) -> Matrix:
    """A list as one matrix: the last in it acts first. scale: of a property, whose numbers have units."""
    matrix, at, text = IDENTITY, 0, text.rstrip()
    while at < len(text):
        found = _functions(text, at)
        if not found:
            raise SvgError(message("transforms-wrong", text=short(text)), CONVERT)
        step = _in_attribute(found) if scale is None else _in_style(found, scale)
        matrix, at = combined(matrix, step), found.end()
    if not all(map(math.isfinite, matrix)):
        raise OverflowError
    return matrix


def _not_taken(found: re.Match[str]) -> SvgError:
    return SvgError(message("transform-not-taken", text=short(found[0])), CONVERT)


def _in_attribute(found: re.Match[str]) -> Matrix:
    values, rest = numbers_of(found[2])
    if rest or found[2].rstrip().endswith(",") or len(values) not in _COUNTS.get(found[1], ()):
        raise _not_taken(found)
    return _matrix(found[1], values)


def _in_style(found: re.Match[str], scale: Scale) -> Matrix:
    name = found[1].lower()
    texts = [part.strip() for part in found[2].split(",")]
    if len(texts) not in _CSS_COUNTS.get(name, ()):
        raise _not_taken(found)
    if name.startswith("translate"):
        sizes = (scale.height,) if name == "translatey" else (scale.width, scale.height)
        values = [length(t, name, w, scale.em, bare=False) for t, w in zip(texts, sizes, strict=False)]
    elif name.startswith(("rotate", "skew")):
        values = [_degrees(part, found) for part in texts]
    else:
        values = [length(part, name, 1.0) for part in texts]
    if name.endswith("y") and name != "skewy":
        return _matrix(name[:-1], [1.0 if name == "scaley" else 0.0, *values])
    if name == "scalex":
        return _matrix("scale", [*values, 1.0])
    if name == "skew":
        x, y = [*values, 0.0][:2]
        return 1.0, math.tan(math.radians(y)), math.tan(math.radians(x)), 1.0, 0.0, 0.0
    named = {"skewx": "skewX", "skewy": "skewY", "translatex": "translate"}
    return _matrix(named.get(name, name), values)


def _degrees(text: str, found: re.Match[str]) -> float:
    part = re.fullmatch(rf"({NUMBER})(deg|grad|rad|turn)?", text, re.IGNORECASE)
    if not part or (not part[2] and float(part[1])):
        raise _not_taken(found)
    return float(part[1]) * _DEGREES[(part[2] or "deg").lower()]


def _matrix(name: str, n: list[float]) -> Matrix:
    if name == "matrix":
        return n[0], n[1], n[2], n[3], n[4], n[5]
    if name == "translate":
        return moved(n[0], n[1] if len(n) > 1 else 0.0)
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
    return combined(combined(moved(n[1], n[2]), turn), moved(-n[1], -n[2]))


def _origin(text: str, scale: Scale) -> tuple[float, float]:
    """CSS Transforms 1, 4: two of keywords and lengths; one stands for itself and the centre."""
    across, down = {"left": 0.0, "right": 1.0}, {"top": 0.0, "bottom": 1.0}
    words = text.lower().split()
    if len(words) == 3 and length(words[2], "transform-origin", None) == 0:
        words.pop()
    if len(words) == 1:
        words = ["center", *words] if words[0] in down else [*words, "center"]
    if len(words) != 2:
        raise SvgError(message("value-not-taken", name="transform-origin", value=short(text)), CONVERT)
    x, y = words
    if x in down or y in across:
        x, y = y, x
    found: list[float] = []
    for word, ends, whole in ((x, across | {"center": 0.5}, scale.width), (y, down | {"center": 0.5}, scale.height)):
        found.append(ends[word] * whole if word in ends else length(word, "transform-origin", whole, scale.em))
    return found[0], found[1]
