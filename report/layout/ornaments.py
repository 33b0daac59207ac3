"""The ornaments of the back cover's pattern: flat shapes in a square cell.

In: "shape ground one two [turn]" as an author writes it (the shapes: content.model.BackCover), a cell and its bleed.
Out: Shapes. The geometry is written for a cell with the side 1, x to the right and y down.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians, sin

import msgspec

from report.artwork.pictures import Bleed
from report.messages import Origin, Report, did_you_mean, message
from report.page import Item, Path, Shape
from report.page.shapes import KAPPA, ellipse_path, mapped, rectangle
from report.style.palette import Palette
from report.units import Rect

Painted = list[tuple[Path, str]]  # paths of the unit cell, each with its ink
EDGE = 1e-6


class Ornament(msgspec.Struct, frozen=True):
    """ground, one, two: names of inks. turn: degrees clockwise about the cell's centre."""

    kind: str
    ground: str
    one: str
    two: str
    turn: float


def read_ornament(written: str, origin: Origin, palette: Palette, report: Report) -> Ornament | None:
    """The words of an ornament; None after errors."""
    kind, *rest = written.split() or [""]
    if kind not in SHAPES:
        report.error(origin, message("ornament-unknown", kind=kind), did_you_mean(kind, SHAPES))
        return None
    if len(rest) not in (3, 4):
        report.error(origin, message("ornament-wrong", written=written))
        return None
    known = [ink.name for ink in palette.inks]
    for ink in rest[:3]:
        if ink.partition("@")[0] not in known:
            report.error(origin, message("ink-unknown", ink=ink), did_you_mean(ink, known))
            return None
    turn = rest[3] if len(rest) == 4 else "0"
    if turn not in ("0", "90", "180", "270"):
        report.error(origin, message("turn-wrong", turn=turn))
        return None
    return Ornament(kind, *rest[:3], float(turn))


def ornament(which: Ornament, cell: Rect, bleed: Bleed) -> list[Item]:
    """The ornament in its cell. Ground, and shapes whose straight sides lie on a trim edge, run on into the bleed."""
    items: list[Item] = [rectangle(cell.inset(*(-b for b in bleed)), which.ground)]
    turned = _turn(which.turn)
    for path, ink in SHAPES[which.kind](which):
        unit = mapped(path, turned)
        placed = mapped(unit, lambda x, y: (cell.x + x * cell.width, cell.y + y * cell.height))
        items.append(Shape(path=placed, fill=ink))
        items += [rectangle(rect, ink) for rect in _runs_on(unit, cell, bleed)]
    return items


def _turn(degrees: float) -> Callable[[float, float], tuple[float, float]]:
    c, s = round(cos(radians(degrees)), 9), round(sin(radians(degrees)), 9)
    return lambda x, y: (0.5 + c * (x - 0.5) - s * (y - 0.5), 0.5 + s * (x - 0.5) + c * (y - 0.5))


def _runs_on(path: Path, cell: Rect, bleed: Bleed) -> list[Rect]:
    """For every straight side of a unit path that lies on an edge with bleed: the strip beyond the edge."""
    left, _, right, bottom = bleed
    strips: list[Rect] = []
    for (x1, y1), (x2, y2) in _sides(path):
        low, high = sorted((y1, y2))
        for at, x, width in ((0.0, cell.x - left, left), (1.0, cell.right, right)):
            if width and abs(x1 - at) + abs(x2 - at) < EDGE:
                end = bottom if high > 1 - EDGE else 0.0
                strips.append(Rect(x, cell.y + low * cell.height, width, (high - low) * cell.height + end))
        if bottom and abs(y1 - 1) + abs(y2 - 1) < EDGE:
            low, high = sorted((x1, x2))
            start = -left if low < EDGE else low * cell.width
            end = cell.width + right if high > 1 - EDGE else high * cell.width
            strips.append(Rect(cell.x + start, cell.bottom, end - start, bottom))
    return strips


def _sides(path: Path) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight segments of a path of M, L, C and Z."""
    sides = []
    start = here = (0.0, 0.0)
    i = 0
    while i < len(path):
        operator = path[i]
        taken = {"M": 2, "L": 2, "C": 6, "Z": 0}[operator]
        end = start if operator == "Z" else (path[i + taken - 1], path[i + taken])
        if operator in "LZ" and end != here:
            sides.append((here, end))
        if operator == "M":
            start = end
        here = end
        i += taken + 1
    return sides


def _half_disc(cx: float, cy: float, r: float, way: str) -> Path:
    """A half disc about (cx, cy) with the round side up, right or left."""
    k = r * KAPPA
    if way == "up":
        return (
            "M", cx - r, cy,
            "C", cx - r, cy - k, cx - k, cy - r, cx, cy - r,
            "C", cx + k, cy - r, cx + r, cy - k, cx + r, cy,
            "Z",
        )  # fmt: skip
    s = 1 if way == "right" else -1
    return (
        "M", cx, cy - r,
        "C", cx + s * k, cy - r, cx + s * r, cy - k, cx + s * r, cy,
        "C", cx + s * r, cy + k, cx + s * k, cy + r, cx, cy + r,
        "Z",
    )  # fmt: skip


def _halves_up(o: Ornament) -> Painted:
    return [(_half_disc(0.5, 0.5, 0.5, "up"), o.one), (_half_disc(0.5, 1.0, 0.5, "up"), o.two)]


def _halves_right(o: Ornament) -> Painted:
    return [(_half_disc(0.0, 0.5, 0.5, "right"), o.one), (_half_disc(0.5, 0.5, 0.5, "right"), o.two)]


def _quarter(o: Ornament) -> Painted:
    def path(r: float) -> Path:
        k = r * KAPPA
        return ("M", 1.0, 1.0, "L", 1 - r, 1.0, "C", 1 - r, 1 - k, 1 - k, 1 - r, 1.0, 1 - r, "Z")

    return [(path(1.0), o.one), (path(0.5), o.two)]


def _disc(o: Ornament) -> Painted:
    # Two halves that only touch would let the ground shine through between them: the right one lies on a whole disc.
    return [(ellipse_path(0.5, 0.5, 0.367, 0.367), o.one), (_half_disc(0.5, 0.5, 0.367, "right"), o.two)]


def _triangle(o: Ornament) -> Painted:
    half: Path = ("M", 0.0, 1.0, "L", 1.0, 0.0, "L", 1.0, 1.0, "Z")
    return [(half, o.one), (ellipse_path(0.303, 0.3, 0.142, 0.142), o.two)]


WING: Path = (
    "M", 0.5, 0.5, "L", 0.5, 0.108, "L", 0.817, 0.164, "C", 0.767, 0.301, 0.662, 0.413, 0.5, 0.5, "Z",
)  # fmt: skip
LEAF: Path = (
    "M", 0.5, 0.5,
    "C", 0.687, 0.413, 0.792, 0.301, 0.817, 0.164,
    "C", 0.656, 0.214, 0.55, 0.326, 0.5, 0.5,
    "Z",
)  # fmt: skip


def _pinwheel(o: Ornament) -> Painted:
    made: Painted = []
    for turn in (0, 90, 180, 270):
        made += [(mapped(WING, _turn(turn)), o.one), (mapped(LEAF, _turn(turn)), o.two)]
    hub = [(ellipse_path(0.5, 0.5, 0.047, 0.047), o.ground), (ellipse_path(0.5, 0.5, 0.0225, 0.0225), o.one)]
    return [*made, *hub]


SHAPES: dict[str, Callable[[Ornament], Painted]] = {
    "halves-up": _halves_up,
    "halves-right": _halves_right,
    "quarter": _quarter,
    "disc": _disc,
    "triangle": _triangle,
    "pinwheel": _pinwheel,
}
