"""The graphics state while a content stream is walked (ISO 32000-1, 8.4 and 9.3).

In: operands. Out: `State`, copied at `q` and for each form; `Trail`, the path under construction.
"""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import Any

import msgspec

from report.conform.preflight.colour import BLACK, Colour
from report.conform.preflight.events import Extent
from report.conform.preflight.fonts import Font
from report.conform.preflight.objects import elements, get, name
from report.conform.preflight.shapes import SAME, Bounds, Matrix

PLAIN_BLENDS = ("Normal", "Compatible")
CORNERS = 5  # of a rectangle that comes back to where it began


class State(msgspec.Struct):
    """What painting depends on. It lives as long as a stream is walked; what leaves the walk is frozen."""

    ctm: Matrix
    clip: Bounds
    fill: Colour = BLACK
    stroke: Colour = BLACK
    fill_pattern: Any = None
    stroke_pattern: Any = None
    line: float = 1.0
    font: Font | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    over_stroke: bool = False
    over_fill: bool = False
    opm: int = 0
    opacity_stroke: float = 1.0
    opacity_fill: float = 1.0
    blend: str = "Normal"
    group_blend: str = "Normal"  # how the groups around are laid on what is under them, where one is not plain
    masked: bool = False

    def copied(self) -> State:
        return copy.copy(self)

    def enter_group(self) -> None:
        """What a transparency group begins with; it is laid down as a whole in the blend mode of now (11.6.6)."""
        if self.blend not in PLAIN_BLENDS:
            self.group_blend = self.blend
        self.blend = "Normal"

    @property
    def laid(self) -> str:
        """The blend mode that what is painted ends up with; of several, an outer one for all."""
        return self.blend if self.group_blend in PLAIN_BLENDS else self.group_blend

    def apply(self, changes: Changes) -> None:
        for entry, value in changes:
            setattr(self, entry, value)


Changes = tuple[tuple[str, Any], ...]


def changes(entries: Any) -> Changes:
    """What a parameter dictionary sets with `gs`, as entries of a State (8.4.5); OP speaks for op where that is
    missing."""
    found: dict[str, Any] = {}
    stroking, filling = get(entries, "OP"), get(entries, "op")
    if stroking is not None:
        found["over_stroke"] = bool(stroking)
    if filling is not None or stroking is not None:
        found["over_fill"] = bool(stroking if filling is None else filling)
    for key, entry in NUMBERS:
        if isinstance(value := get(entries, key), int | float | Decimal):
            found[entry] = float(value)
    if "opm" in found:
        found["opm"] = int(found["opm"])
    blend = elements(get(entries, "BM"))
    if blend:
        found["blend"] = name(blend[0])
    mask = get(entries, "SMask")
    if mask is not None:
        found["masked"] = name(mask) != "None"
    return tuple(found.items())


NUMBERS = (("OPM", "opm"), ("LW", "line"), ("CA", "opacity_stroke"), ("ca", "opacity_fill"))


class Subpath(msgspec.Struct):
    """The points that bound it, in the space that it is written in."""

    xs: list[float]
    ys: list[float]
    curved: bool = False


class Trail:
    """A path under construction: its subpaths."""

    def __init__(self) -> None:
        self._paths: list[Subpath] = []

    def __bool__(self) -> bool:
        return bool(self._paths)

    def subpath(self, xs: list[float], ys: list[float], curved: bool = False) -> None:
        self._paths.append(Subpath(xs, ys, curved))

    def line(self, xs: list[float], ys: list[float], curved: bool = False) -> None:
        if not self._paths:
            self._paths.append(Subpath([], []))
        of = self._paths[-1]
        of.xs.extend(xs)
        of.ys.extend(ys)
        of.curved |= curved

    def parts(self, ctm: Matrix) -> tuple[Extent, ...]:
        """In page space. A lone move paints nothing."""
        return tuple([_part(path, ctm) for path in self._paths if len(path.xs) > 1])


def _part(path: Subpath, ctm: Matrix) -> Extent:
    a, b, c, d, e, f = ctm
    if b or c:
        points = [ctm.at(x, y) for x, y in zip(path.xs, path.ys, strict=True)]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        edges = Bounds(min(xs), min(ys), max(xs), max(ys))
        return Extent(edges, not path.curved and _upright(xs, ys, edges))
    left, right, bottom, top = min(path.xs), max(path.xs), min(path.ys), max(path.ys)
    is_box = not path.curved and _upright(path.xs, path.ys, Bounds(left, bottom, right, top), abs(a), abs(d))
    left, right, bottom, top = a * left + e, a * right + e, d * bottom + f, d * top + f
    return Extent(Bounds(min(left, right), min(bottom, top), max(left, right), max(bottom, top)), is_box)


def _upright(xs: list[float], ys: list[float], edges: Bounds, across: float = 1.0, up: float = 1.0) -> bool:
    """Whether points are the corners of an upright rectangle. across, up: what a unit of theirs is on the page."""
    left, bottom, right, top = edges
    if not 4 <= len(xs) <= CORNERS:
        return False
    for x, y in zip(xs, ys, strict=True):
        if min(x - left, right - x) * across > SAME or min(y - bottom, top - y) * up > SAME:
            return False
    return True
