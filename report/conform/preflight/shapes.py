"""Matrices and bounds in the default user space of a page (pt, y up; ISO 32000-1, 8.3).

In: numbers of content streams. Out: where on the page that is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from report.units import MM

SAME = 0.02  # pt; places nearer than this are one place: twice the last digit that most writers give


class Matrix(NamedTuple):
    """x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def before(self, then: Matrix) -> Matrix:
        """This map, and then the other."""
        a, b, c, d, e, f = self
        A, B, C, D, E, F = then
        return Matrix(
            a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F
        )  # fmt: skip

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @property
    def across(self) -> float:
        """How long a unit to the right becomes."""
        return math.hypot(self.a, self.b)

    @property
    def up(self) -> float:
        """How long a unit upwards becomes."""
        return math.hypot(self.c, self.d)

    @property
    def thinnest(self) -> float:
        """How wide a line of width 1 becomes where it becomes thinnest: the smaller singular value."""
        half, spread = self._spread
        return math.sqrt(max(0.0, half - spread))

    @property
    def widest(self) -> float:
        """And where it becomes widest: the larger one."""
        half, spread = self._spread
        return math.sqrt(half + spread)

    @property
    def _spread(self) -> tuple[float, float]:
        """The mean of the squares of both singular values, and how far they are from it."""
        a, b, c, d = self[:4]
        half = (a * a + b * b + c * c + d * d) / 2
        area = abs(a * d - b * c)
        return half, math.sqrt(max(0.0, half * half - area * area))


def matrix(values: Sequence[float]) -> Matrix:
    """Of six numbers; the identity where there are not six."""
    return Matrix(*values) if len(values) == 6 else Matrix()


class Bounds(NamedTuple):
    """left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def grown(self, by: float) -> Bounds:
        return Bounds(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def cut(self, other: Bounds) -> Bounds | None:
        """What both cover; a line or a point counts, None where they are apart."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        right, top = min(self.right, other.right), min(self.top, other.top)
        return Bounds(left, bottom, right, top) if left <= right and bottom <= top else None

    def holds(self, other: Bounds, slack: float = SAME) -> bool:
        return (
            other.left >= self.left - slack
            and other.bottom >= self.bottom - slack
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )

    def meets(self, other: Bounds) -> bool:
        """Whether they share more than an edge."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > SAME
            and min(self.top, other.top) - max(self.bottom, other.bottom) > SAME
        )

    def __str__(self) -> str:
        return " ".join(f"{value:.5g}" for value in self)


def around(points: Iterable[tuple[float, float]]) -> Bounds:
    """The bounds of at least one point."""
    xs, ys = zip(*points, strict=True)
    return Bounds(min(xs), min(ys), max(xs), max(ys))


def joined(several: Sequence[Bounds]) -> Bounds:
    """What holds all of at least one."""
    if len(several) == 1:
        return several[0]
    lefts, bottoms, rights, tops = zip(*several, strict=True)
    return Bounds(min(lefts), min(bottoms), max(rights), max(tops))


def turned(corners: Bounds, by: Matrix) -> Bounds:
    """The bounds of a rectangle after a map."""
    left, bottom, right, top = corners
    if not by.b and not by.c:
        left, right = by.a * left + by.e, by.a * right + by.e
        bottom, top = by.d * bottom + by.f, by.d * top + by.f
        return Bounds(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    return around((by.at(left, bottom), by.at(right, bottom), by.at(right, top), by.at(left, top)))


def bounds(values: Sequence[float]) -> Bounds | None:
    """A PDF rectangle, its corners in any order; None where it has not four numbers."""
    if len(values) != 4:
        return None
    left, bottom, right, top = values
    return Bounds(min(left, right), min(bottom, top), max(left, right), max(bottom, top))


def millimetres(length: float) -> float:
    return length / MM
