"""Lengths and plane figures. Every length inside the engine is in pt (1/72 inch).

The plane of a page has its origin at the top left corner of the TrimBox, x to the right and y *down*;
only the painter turns it over. 1 Q = 0.25 mm (the Japanese typographic unit).
"""

from __future__ import annotations

from typing import NamedTuple

MM = 72 / 25.4
Q = MM / 4


def mm(value: float) -> float:
    """Millimetres as pt."""
    return value * MM


def q(value: float) -> float:
    """Q (quarter millimetres) as pt."""
    return value * Q


class Point(NamedTuple):
    x: float
    y: float


class Size(NamedTuple):
    width: float
    height: float


class Rect(NamedTuple):
    """An upright rectangle: left, top, width, height (pt, y down)."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def inset(self, left: float, top: float, right: float, bottom: float) -> Rect:
        """The rectangle inside, after taking a margin off each side."""
        return Rect(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)

    def grown(self, by: float) -> Rect:
        """The rectangle with `by` added on all four sides."""
        return self.inset(-by, -by, -by, -by)
