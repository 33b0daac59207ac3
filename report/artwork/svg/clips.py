"""Clips: whether they cut anything off a mark, and the holes through which one that is cut is seen.

In: the regions of a clip, each with the way back to its own plane; a mark. Out: "in", "out" or "cut"; Holes. Drawing
programs clip to the sheet of the drawing, or to what holds the drawing anyway; such a clip changes nothing.
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from report.artwork.merge import Mark, Spot, may_share
from report.artwork.svg.layers import Hole, Layer
from report.artwork.svg.path import Corners, transformed
from report.artwork.svg.properties import Doubt
from report.artwork.svg.transforms import inverse
from report.page import Cut, Drawing, Matrix, Path, Shape

_SLACK = 1e-3  # parts of a region by which a mark may stick out: what rounding makes


class Region(NamedTuple):
    """An upright box in its own plane. solid: the box itself; else a figure within it. back: from the drawing's plane;
    there: the way there. path: its outline, in its own plane. inner: clips of its own."""

    box: Corners
    solid: bool
    there: Matrix
    back: Matrix
    path: Path = ()
    evenodd: bool = False
    inner: tuple[Clip, ...] = ()


class Clip(NamedTuple):
    """What is seen is within one of the regions. doubt: of one that is not taken."""

    regions: tuple[Region, ...]
    doubt: Doubt | None = None


def region(path: Path, matrix: Matrix, evenodd: bool = False, inner: tuple[Clip, ...] = ()) -> Region | None:
    """The region that an outline makes; None of one without an area."""
    back = inverse(matrix)
    if back is None or not path:
        return None
    return Region(_box(path), is_box(path) and not inner, matrix, back, path, evenodd, inner)


def holes(clip: Clip, layer: Layer, decimals: int) -> tuple[Hole, ...]:
    """Through which is seen what the clip leaves. layer: one of the drawing. Regions that
    overlap cannot be one path: they are a mask."""
    cuts = [Cut(transformed(one.path, one.there, decimals), one.evenodd) for one in clip.regions]
    inner = [tuple(hole for each in one.inner for hole in holes(each, layer, decimals)) for one in clip.regions]
    if len(cuts) == 1:
        return (*inner[0], *cuts)
    alone = not any(inner) and not any(cut.evenodd for cut in cuts)
    if alone and may_share([Spot(_box(cut.path), 0) for cut in cuts]):
        return (Cut(tuple(part for cut in cuts for part in cut.path)),)
    white = [Shape(path=cut.path, fill="#FFFFFF", evenodd=cut.evenodd) for cut in cuts]
    seen = [item for shape, own in zip(white, inner, strict=True) for item in layer.through([shape], own)]
    return (Drawing(layer.named(), layer.size, tuple(seen)),)  # type: ignore[arg-type]


def is_box(path: Path) -> bool:
    """Is the outline an upright rectangle?"""
    points = list(zip(path[1::3], path[2::3], strict=False))
    ops = path[::3]
    if "C" in path or ops not in (("M", "L", "L", "L", "Z"), ("M", "L", "L", "L"), ("M", "L", "L", "L", "L", "Z"),
                                  ("M", "L", "L", "L", "L")):  # fmt: skip
        return False
    points = points[: len(ops) - (ops[-1] == "Z")]
    if len(points) == 5 and points.pop() != points[0]:
        return False
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    return (ax == bx and by == cy and cx == dx and dy == ay) or (ay == by and bx == cx and cy == dy and dx == ax)


def is_idle(clip: Clip, size: tuple[float, float]) -> bool:
    """Does the clip hold the whole drawing, of that size? Nothing else is sure to be seen."""
    sheet = ("M", 0.0, 0.0, "L", size[0], 0.0, "L", *size, "L", 0.0, size[1])
    return any(one.solid and _holds(one, sheet, 0.0) for one in clip.regions)


def outcome(clip: Clip, mark: Mark, size: tuple[float, float]) -> Literal["in", "out", "cut"]:
    """size: of the drawing."""
    reach, out = _reach(mark), True
    for one in clip.regions:
        if _apart(one, mark, reach):
            continue
        out = False
        if one.solid and (_holds(one, mark.path, reach) or _holds(one, _seen(mark, reach, size), 0.0)):
            return "in"
    return "out" if out else "cut"


def _seen(mark: Mark, reach: float, size: tuple[float, float]) -> Path:
    """The part of the drawing's sheet that a mark may cover; of one beside it, what that may cover."""
    left, top, right, bottom = _box(mark.path)
    left, right = (min(max(x, 0.0), size[0]) for x in (left - reach, right + reach))
    top, bottom = (min(max(y, 0.0), size[1]) for y in (top - reach, bottom + reach))
    if left >= right or top >= bottom:
        return mark.path
    return ("M", left, top, "L", right, top, "L", right, bottom, "L", left, bottom)


def _apart(one: Region, mark: Mark, reach: float) -> bool:
    left, top, right, bottom = _within(one, mark.path, reach)
    return right <= one.box[0] or left >= one.box[2] or bottom <= one.box[1] or top >= one.box[3]


def _holds(one: Region, path: Path, reach: float) -> bool:
    left, top, right, bottom = _within(one, path, reach)
    x, y = _SLACK * (one.box[2] - one.box[0]), _SLACK * (one.box[3] - one.box[1])
    return left >= one.box[0] - x and top >= one.box[1] - y and right <= one.box[2] + x and bottom <= one.box[3] + y


def _within(one: Region, path: Path, reach: float) -> Corners:
    """The box of a path in the region's plane."""
    a, b, c, d, e, f = one.back
    numbers = [n for n in path if n.__class__ is not str]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    xs, ys = [a * x + c * y + e for x, y in points], [b * x + d * y + f for x, y in points]
    across, down = reach * math.hypot(a, c), reach * math.hypot(b, d)
    return min(xs) - across, min(ys) - down, max(xs) + across, max(ys) + down


def _box(path: Path) -> Corners:
    numbers = [n for n in path if n.__class__ is not str]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def _reach(mark: Mark) -> float:
    """How far a mark's stroke may go beyond its path."""
    stroke = mark.stroke
    if not stroke:
        return 0.0
    longest = 1.5 if stroke.cap == "square" else 1.0
    if stroke.join == "miter":
        longest = max(longest, min(stroke.mitre, _sharpest(mark.path)))
    return stroke.width / 2 * longest


def _sharpest(path: Path) -> float:
    """How far the mitres of a path of straight lines reach, in half widths; of one with curves, as far as there is."""
    if "C" in path:
        return math.inf
    most, line = 1.0, []  # type: float, list[tuple[float, float]]
    for i, part in enumerate((*path, "M")):
        if part == "M":
            most, line = max([most, *map(_mitre, line, line[1:], line[2:])]), []
        elif part == "Z" and line:
            line += line[:2]
        if part in ("M", "L") and i < len(path):
            line.append((path[i + 1], path[i + 2]))
    return most


def _mitre(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    ux, uy, vx, vy = a[0] - b[0], a[1] - b[1], c[0] - b[0], c[1] - b[1]
    lengths = math.hypot(ux, uy) * math.hypot(vx, vy)
    if not lengths:
        return math.inf
    half = math.sqrt(max(0.0, (1 - (ux * vx + uy * vy) / lengths) / 2))
    return 1 / half if half > 1e-6 else math.inf
