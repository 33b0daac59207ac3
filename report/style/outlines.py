"""A face's glyphs as paths; and which of them leave no ink: without an outline, or with one viewers refuse to draw.

In: an opened face and glyphs of it. Out: paths; the glyphs that would print as nothing. HarfBuzz draws of a broken
outline what it can, viewers nothing (FreeType): so outlines of glyf are looked at as those do (OpenType 1.9, glyf).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import uharfbuzz as hb

from report.style.soundness import table_of

MOST_POINTS = 0xFFFF  # of a glyph, with all that it is made of (maxp.maxCompositePoints)
DEEPEST = 16  # composites in composites
LONG_FORMAT = 50  # head.indexToLocFormat
REPEAT, X_SHORT, Y_SHORT, X_SAME, Y_SAME = 8, 2, 4, 16, 32  # flags of a point
SIZED = X_SHORT | Y_SHORT | X_SAME | Y_SAME
SIZES = [  # bytes of a point's coordinates, by its flags
    (1 if flag & X_SHORT else 0 if flag & X_SAME else 2) + (1 if flag & Y_SHORT else 0 if flag & Y_SAME else 2)
    for flag in range(SIZED + 1)
]
WORDS, SCALE, MORE, SCALES, MATRIX = 1, 8, 32, 64, 128  # flags of a component


def blank(font: hb.Font, gids: Iterable[int]) -> list[int]:
    """Those of the glyphs that leave no ink."""
    outlines = _Outlines(font.face) if "glyf" in font.face.table_tags else None
    return [gid for gid in gids if not _has_extent(font, gid) or (outlines and not outlines.points(gid))]


def drawn(font: hb.Font, gid: int) -> tuple[Any, ...]:
    """A glyph as a page Path (M L C Z), em, y down, origin on the baseline."""
    pen = _Pen(font.face.upem)
    font.draw_glyph_with_pen(gid, pen)
    return tuple(pen.path)


class _Pen:
    """The calls HarfBuzz makes; a quadratic curve is raised to a cubic."""

    def __init__(self, em: int):
        self.path: list[Any] = []
        self._em, self._at = em, (0.0, 0.0)

    def moveTo(self, p: tuple[float, float]) -> None:
        self._add("M", p)

    def lineTo(self, p: tuple[float, float]) -> None:
        self._add("L", p)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._add("C", *points)

    def qCurveTo(self, c: tuple[float, float], p: tuple[float, float]) -> None:
        (x0, y0), (cx, cy), (x, y) = self._at, c, p
        first = (x0 + 2 * (cx - x0) / 3, y0 + 2 * (cy - y0) / 3)
        self._add("C", first, (x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3), p)

    def closePath(self) -> None:
        self.path.append("Z")

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        self.path.append(operator)
        self.path.extend(v for x, y in points for v in (x / self._em, -y / self._em))
        self._at = points[-1]


def _has_extent(font: hb.Font, gid: int) -> bool:
    found = font.get_glyph_extents(gid)
    return found is not None and found.width != 0 and found.height != 0


class _Outlines:
    """The glyf table of a face."""

    def __init__(self, face: hb.Face):
        self.known: dict[int, int] = {}  # points of the glyphs that were looked at
        self.glyf = table_of(face, "glyf")
        head, loca = table_of(face, "head"), table_of(face, "loca")
        wide = struct.unpack_from(">h", head, LONG_FORMAT)[0] != 0
        offsets = struct.unpack(f">{len(loca) // 4}I", loca[: len(loca) // 4 * 4]) if wide else None
        self.places = offsets or [2 * each for each in struct.unpack(f">{len(loca) // 2}H", loca[: len(loca) // 2 * 2])]

    def points(self, gid: int) -> int:
        """How many points an outline has; 0 if it, or one that it is made of, is broken."""
        try:
            return self._points(gid, ())
        except (struct.error, IndexError, ValueError):
            return 0

    def _points(self, gid: int, within: tuple[int, ...]) -> int:
        """within: the composites that ask for it. Raises an error for what is broken."""
        start, end = self.places[gid], self.places[gid + 1]
        if gid in within or len(within) > DEEPEST or not start <= end <= len(self.glyf):
            raise ValueError
        if gid not in self.known:
            self.known[gid] = self._counted(self.glyf[start:end], (*within, gid))
        if self.known[gid] > MOST_POINTS:
            raise ValueError
        return self.known[gid]

    def _counted(self, data: bytes, within: tuple[int, ...]) -> int:
        if not data:
            return 0
        contours = struct.unpack_from(">h", data)[0]
        if contours < 0:
            return sum(self._points(part, within) for part in _components(data))
        return _simple(data, contours)


def _components(data: bytes) -> list[int]:
    found, at, flags = [], 10, MORE
    while flags & MORE:
        flags, gid = struct.unpack_from(">HH", data, at)
        found.append(gid)
        at += 8 if flags & WORDS else 6
        at += 2 if flags & SCALE else 4 if flags & SCALES else 8 if flags & MATRIX else 0
    return found


def _simple(data: bytes, contours: int) -> int:
    """How many points a simple outline has. Raises an error where they do not add up."""
    ends = struct.unpack_from(f">{contours}H", data, 10)
    count = ends[-1] + 1 if ends else 0
    at = 10 + 2 * contours
    at += 2 + struct.unpack_from(">H", data, at)[0]
    seen = taken = 0
    while seen < count:
        flag = data[at]
        times = 1
        at += 1
        if flag & REPEAT:
            times += data[at]
            at += 1
        seen += times
        taken += times * SIZES[flag & SIZED]
    if seen != count or at + taken > len(data) or any(after <= before for before, after in pairwise(ends)):
        raise ValueError
    return count
