"""Digests of what is seen.

In: items of a page, and the point from which their places count. Out: a digest that stays the same wherever they stand,
and differs where anything of them would be painted otherwise: glyphs, inks as their colours, outlines, pixels. What
nobody sees (owners, links, the characters behind glyphs) is not in it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

import msgspec

from report.page import Drawing, GlyphRun, Image, Item, Path, Placed, Shape, Stroke
from report.style.fonts import FontBook
from report.style.palette import Palette
from report.units import Point

STEP = 0.01  # pt; nobody sees a difference of less
ASIDE = 0.317  # of a step: round numbers lie on no limit between two steps, so no float's last digit tips one over
NOWHERE = Point(0.0, 0.0)
BYTES = 12


class Looks:
    """Of one brochure: its inks and faces; each drawing is looked at once."""

    def __init__(self, palette: Palette, fonts: FontBook):
        self._palette, self._fonts = palette, fonts
        self._inks: dict[str | None, Any] = {None: None}
        self._faces: dict[str, str] = {}
        self._drawings: dict[int, tuple[Drawing, bytes]] = {}  # by id(): the drawing is kept, so that it stays its own

    def look(self, items: Iterable[Item], origin: Point = NOWHERE) -> str:
        return _digest(list(self._seen(items, origin))).hex()

    def together(self, parts: Iterable[tuple[str, Point]], items: Iterable[Item]) -> str:
        """Of looks that stand at their places, and items beside them."""
        placed = [(look, _steps(x), _steps(y)) for look, (x, y) in parts]
        return _digest([placed, *self._seen(items, NOWHERE)]).hex()

    def _seen(self, items: Iterable[Item], origin: Point) -> Iterator[tuple[Any, ...]]:
        dx, dy = origin
        for item in items:
            if isinstance(item, GlyphRun):
                place = _steps(item.x - dx), _steps(item.y - dy)
                yield (
                    self._face(item.face),
                    item.size,
                    self._ink(item.ink),
                    place,
                    item.gids,
                    item.xs,
                    item.ys,
                    item.matrix,
                )
            elif isinstance(item, Shape):
                yield _moved(item.path, dx, dy), self._ink(item.fill), self._stroke(item.stroke), item.evenodd
            elif isinstance(item, Image):
                x, y, width, height = item.rect
                yield item.data.key, _steps(x - dx), _steps(y - dy), _steps(width), _steps(height)
            elif isinstance(item, Placed):
                *turn, x, y = item.matrix
                clip = item.clip and item.clip._replace(x=item.clip.x - dx, y=item.clip.y - dy)
                place = _steps(x - dx), _steps(y - dy)
                yield self._drawing(item.drawing), turn, place, clip and tuple(map(_steps, clip))

    def _drawing(self, drawing: Drawing) -> bytes:
        """In a plane of its own, always the same."""
        known = self._drawings.get(id(drawing))
        if known is None:
            known = self._drawings[id(drawing)] = drawing, _digest(self._drawn(drawing.items))
        return known[1]

    def _drawn(self, items: tuple[Item, ...]) -> list[Any]:
        """What a drawing shows; of one that is shapes alone, in fewer steps."""
        if {*map(type, items)} != {Shape}:
            return list(self._seen(items, NOWHERE))
        fills = [self._ink(shape.fill) for shape in items]
        strokes = [self._stroke(shape.stroke) for shape in items]
        return [[shape.path for shape in items], fills, strokes, [shape.evenodd for shape in items]]

    def _ink(self, name: str | None) -> Any:
        if name not in self._inks:
            ink = self._palette.ink(name) if name else None
            self._inks[name] = ink and (ink.rgb, ink.cmyk, ink.spot, ink.share)
        return self._inks[name]

    def _face(self, name: str) -> str:
        if name not in self._faces:
            self._faces[name] = str(self._fonts.face(name).fingerprint)
        return self._faces[name]

    def _stroke(self, stroke: Stroke | None) -> Any:
        if stroke is None:
            return None
        ink, *rest = msgspec.structs.astuple(stroke)
        return self._ink(ink), *rest


def _digest(seen: list[Any]) -> bytes:
    return blake2b(msgspec.msgpack.encode(seen), digest_size=BYTES).digest()


def _moved(path: Path, dx: float, dy: float) -> list[Any]:
    made: list[Any] = []
    down = False
    for part in path:
        if part.__class__ is str:
            made.append(part)
            continue
        made.append(math.floor((part - (dy if down else dx)) / STEP + ASIDE))
        down = not down
    return made


def _steps(value: float) -> int:
    return math.floor(value / STEP + ASIDE)
