"""Path data of SVG as page paths.

In: the text of a `d` attribute (SVG 1.1, 8.3: every command, absolute and relative, compact notation). Out: a
page.Path in the drawing's own units. Quadratic curves are raised to cubics exactly; elliptical arcs (SVG 1.1,
F.6) become cubics of at most a quarter turn, off by less than 0.03 % of the radius.
"""

from __future__ import annotations

import math
import re

from report.artwork.svg.faults import SvgError, short
from report.artwork.svg.lengths import NUMBER, SPACE, numbers_of
from report.messages import message
from report.page import Matrix, Path
from report.page.shapes import KAPPA, ellipse_path

_segments = re.compile(r"([A-DF-Za-df-z])([^A-DF-Za-df-z]*)").findall  # "e" belongs to numbers
_SEPARATOR = rf"[{SPACE}]*+,?+[{SPACE}]*+"
_GREEDY = f"((?>{NUMBER}))"
# One arc: its flags are single digits and need no separator after them ("a4 4 0 013 5").
_arcs = re.compile(_SEPARATOR.join(["", *[_GREEDY] * 3, "([01])", "([01])", *[_GREEDY] * 2])).match
FARTHEST = 1e9  # of a point from the origin, and the width of a stroke: no drawing means more
_COUNT = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}


class BrokenPath(SvgError):
    """path: what is drawn before the mistake, as SVG wants it (SVG 1.1, F.2)."""

    path: Path = ()


def parse_path(data: str) -> Path:
    """The path that `data` describes. Raises BrokenPath."""
    head, pen = data.lstrip(SPACE)[:1], _Pen()
    try:
        if head and head not in "Mm":
            raise BrokenPath(message("path-without-start", data=short(data)))
        for command, arguments in _segments(data):
            _segment(pen, command, arguments)
    except BrokenPath as error:
        error.path = tuple(pen.out)
        raise
    return tuple(pen.out)


def _segment(pen: _Pen, command: str, arguments: str) -> None:
    """A command and all its numbers; of wrong ones those before the mistake."""
    kind = command.lower()
    count = _COUNT.get(kind)
    if count is None:
        raise BrokenPath(message("path-command-unknown", command=command))
    values, rest = _arc_numbers(arguments) if kind == "a" else numbers_of(arguments)
    if count == 0:
        pen.close()
        if values or rest:
            raise BrokenPath(message("path-numbers-needless", command=command, numbers=short(arguments)))
        return
    sound = len(values) - len(values) % count
    _draw(pen, kind, command != kind, values[:sound], count)
    if rest or arguments.rstrip(SPACE).endswith(","):
        left = short(rest or arguments)
        raise BrokenPath(message("arc-wrong", numbers=left) if kind == "a" else message("numbers-wrong", text=left))
    if not values or sound < len(values):
        given = {"given": len(values), "numbers": short(arguments)}
        raise BrokenPath(message("path-numbers-odd", command=command, count=count, **given))


def _draw(pen: _Pen, kind: str, absolute: bool, values: list[float], count: int) -> None:
    """Repeat one command over its numbers; further pairs after a moveto are linetos."""
    step = getattr(pen, _STEPS[kind])
    for i in range(0, len(values), count):
        v = values[i : i + count]
        if not absolute:
            _offset(kind, v, pen.x, pen.y)
        step(*v)
        if kind == "m":
            kind, step = "l", pen.line


def _offset(kind: str, v: list[float], x: float, y: float) -> None:
    """Turn the numbers of a relative command into absolute ones."""
    if kind == "h":
        v[0] += x
    elif kind == "v":
        v[0] += y
    else:
        for j in range(5 if kind == "a" else 0, len(v), 2):
            v[j] += x
            v[j + 1] += y


def _arc_numbers(text: str) -> tuple[list[float], str]:
    """The numbers of the arcs that a text begins with, and what is left of it."""
    values: list[float] = []
    at = 0
    while found := _arcs(text, at):
        values += map(float, found.groups())
        at = found.end()
    return values, text[at:].strip(SPACE)


class _Pen:
    """The current point and what smooth commands reflect; everything it is given is absolute."""

    __slots__ = ("control", "out", "smooth", "start", "x", "y")

    def __init__(self) -> None:
        self.out: list[object] = []
        self.x = self.y = 0.0
        self.start = (0.0, 0.0)
        self.control = (0.0, 0.0)  # last control point, meaningful while `smooth` names its degree
        self.smooth = ""

    def move(self, x: float, y: float) -> None:
        self.out += ("M", x, y)
        self.x, self.y, self.start, self.smooth = x, y, (x, y), ""

    def line(self, x: float, y: float) -> None:
        if self.out[-1] == "Z":  # drawing on after a close begins at the same start (SVG 1.1, 8.3.3)
            self.out += ("M", self.x, self.y)
        self.out += ("L", x, y)
        self.x, self.y, self.smooth = x, y, ""

    def across(self, x: float) -> None:
        self.line(x, self.y)

    def down(self, y: float) -> None:
        self.line(self.x, y)

    def cubic(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        if self.out[-1] == "Z":
            self.out += ("M", self.x, self.y)
        self.out += ("C", x1, y1, x2, y2, x, y)
        self.x, self.y, self.control, self.smooth = x, y, (x2, y2), "c"

    def smooth_cubic(self, x2: float, y2: float, x: float, y: float) -> None:
        self.cubic(*self._reflected("c"), x2, y2, x, y)

    def quadratic(self, qx: float, qy: float, x: float, y: float) -> None:
        x0, y0 = self.x, self.y
        self.cubic(x0 + (qx - x0) / 1.5, y0 + (qy - y0) / 1.5, x + (qx - x) / 1.5, y + (qy - y) / 1.5, x, y)
        self.control, self.smooth = (qx, qy), "q"

    def smooth_quadratic(self, x: float, y: float) -> None:
        self.quadratic(*self._reflected("q"), x, y)

    def arc(self, rx: float, ry: float, angle: float, large: float, sweep: float, x: float, y: float) -> None:
        if (x, y) != (self.x, self.y):
            if rx and ry:
                radii = (abs(rx), abs(ry))
                for curve in arc_cubics((self.x, self.y), (x, y), radii, math.radians(angle), (large == 1, sweep == 1)):
                    self.cubic(*curve)
            else:
                self.line(x, y)
        self.smooth = ""

    def close(self) -> None:
        if self.out and self.out[-1] != "Z":
            self.out.append("Z")
        (self.x, self.y), self.smooth = self.start, ""

    def _reflected(self, degree: str) -> tuple[float, float]:
        if self.smooth != degree:
            return self.x, self.y
        return 2 * self.x - self.control[0], 2 * self.y - self.control[1]


_STEPS = {
    "m": "move", "l": "line", "h": "across", "v": "down", "c": "cubic", "s": "smooth_cubic", "q": "quadratic",
    "t": "smooth_quadratic", "a": "arc",
}  # fmt: skip

Pair = tuple[float, float]


def arc_cubics(start: Pair, end: Pair, radii: Pair, angle: float, flags: tuple[bool, bool]) -> list[tuple[float, ...]]:
    """An elliptical arc as cubics (x1 y1 x2 y2 x y). angle: of the x radius, in radians; flags: large arc, sweep.

    SVG 1.1, F.6.5 (from end points to a centre) and F.6.6 (radii too small are scaled up).
    """
    (x0, y0), (x1, y1), (rx, ry) = start, end, radii
    cos, sin = math.cos(angle), math.sin(angle)
    dx, dy = (x0 - x1) / 2, (y0 - y1) / 2
    px, py = cos * dx + sin * dy, cos * dy - sin * dx
    excess = (px / rx) ** 2 + (py / ry) ** 2
    if excess > 1:
        rx, ry = rx * math.sqrt(excess), ry * math.sqrt(excess)
    spread = math.sqrt(max(0.0, 1 / max(excess, 1e-30) - 1)) if excess < 1 else 0.0
    if flags[0] == flags[1]:
        spread = -spread
    cxp, cyp = spread * rx * py / ry, -spread * ry * px / rx
    cx, cy = cos * cxp - sin * cyp + (x0 + x1) / 2, sin * cxp + cos * cyp + (y0 + y1) / 2
    first = math.atan2((py - cyp) / ry, (px - cxp) / rx)
    turn = math.atan2((-py - cyp) / ry, (-px - cxp) / rx) - first
    if flags[1] and turn < 0:
        turn += math.tau
    elif not flags[1] and turn > 0:
        turn -= math.tau
    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    reach = 4 / 3 * math.tan(turn / pieces / 4)
    frame = (cos * rx, sin * rx, -sin * ry, cos * ry, cx, cy)
    curves: list[tuple[float, ...]] = []
    for i in range(pieces):
        a, b = first + turn * i / pieces, first + turn * (i + 1) / pieces
        c1 = (math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        c2 = (math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        tip = end if i == pieces - 1 else _apply(frame, math.cos(b), math.sin(b))
        curves.append((*_apply(frame, *c1), *_apply(frame, *c2), *tip))
    return curves


def rectangle_path(x: float, y: float, w: float, h: float, rx: float = 0.0, ry: float = 0.0) -> Path:
    """A rectangle with corners rounded by rx, ry (SVG 1.1, 9.2); turns clockwise to the eye."""
    right, bottom = x + w, y + h
    rx, ry = min(rx, w / 2), min(ry, h / 2)
    if not (rx and ry):
        return ("M", x, y, "L", right, y, "L", right, bottom, "L", x, bottom, "Z")
    if 2 * rx == w and 2 * ry == h:
        return ellipse_path(x + rx, y + ry, rx, ry)
    kx, ky = rx * (1 - KAPPA), ry * (1 - KAPPA)
    return (
        "M", x + rx, y, "L", right - rx, y, "C", right - kx, y, right, y + ky, right, y + ry,
        "L", right, bottom - ry, "C", right, bottom - ky, right - kx, bottom, right - rx, bottom,
        "L", x + rx, bottom, "C", x + kx, bottom, x, bottom - ky, x, bottom - ry,
        "L", x, y + ry, "C", x, y + ky, x + kx, y, x + rx, y, "Z",
    )  # fmt: skip


def transformed(path: Path, matrix: Matrix, decimals: int) -> Path:
    """The path mapped through `matrix`, its coordinates rounded; whole numbers become int (they are shorter).

    OverflowError for a point beyond FARTHEST.
    """
    a, b, c, d, e, f = matrix
    out: list[object] = []
    i, n = 0, len(path)
    while i < n:
        op = path[i]
        out.append(op)
        i += 1
        for _ in range(POINTS[op]):
            x, y = path[i], path[i + 1]
            i += 2
            u, v = round(a * x + c * y + e, decimals), round(b * x + d * y + f, decimals)
            if abs(u) > FARTHEST or abs(v) > FARTHEST:
                raise OverflowError
            iu, iv = int(u), int(v)
            out.append(iu if iu == u else u)
            out.append(iv if iv == v else v)
    return tuple(out)


Corners = tuple[float, float, float, float]  # left top right bottom


def reach(path: Path) -> Corners:
    """The box that a path fills, its curves where they turn."""
    xs: list[float] = []
    ys: list[float] = []
    x = y = 0.0
    at, end = 0, len(path)
    while at < end:
        op, at = path[at], at + 1
        if op == "C":
            points = path[at : at + 6]
            xs += _turns(x, *points[::2])
            ys += _turns(y, *points[1::2])
        if count := POINTS[op]:
            at += 2 * count
            x, y = path[at - 2 : at]
            xs.append(x)
            ys.append(y)
    return min(xs), min(ys), max(xs), max(ys)


def _turns(a: float, b: float, c: float, d: float) -> list[float]:
    """Where a cubic turns in one direction."""
    p, q, r = d - a + 3 * (b - c), 2 * (a - 2 * b + c), b - a
    if abs(p) < 1e-12:
        times = [-r / q] if q else []
    else:
        root = q * q - 4 * p * r
        times = [(-q + sign * math.sqrt(root)) / (2 * p) for sign in (1, -1)] if root >= 0 else []
    return [
        a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t**3 for t in times if 0 < t < 1
    ]


POINTS = {"M": 1, "L": 1, "C": 3, "Z": 0}


def _apply(matrix: Matrix, x: float, y: float) -> Pair:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
