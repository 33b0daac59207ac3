"""Digests of what is seen.

In: items of a page, and the point from which their places count. Out: a digest that stays the same wherever they stand,
and differs where anything of them would be painted otherwise: glyphs, inks as their colours, outlines, pixels. What
nobody sees (owners, links, the characters behind glyphs) is not in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from math import floor
from typing import Any

import msgspec

from report.page import Drawing, GlyphRun, Image, Item, Paint, Path, Placed, Shade, Shape, Sheer, Stroke
from report.style.fonts import FontBook
from report.style.palette import Ink, Palette
from report.units import Point, Rect

FINE = 100  # steps in a pt; nobody sees less
ASIDE = 0.317  # of a step: round numbers lie on no limit between two steps, so no float's last digit tips one over
NOWHERE = Point(0.0, 0.0)
BYTES = 12


class Looks:
    """Of one brochure: its inks and faces; each drawing is looked at once."""

    def __init__(self, palette: Palette, fonts: FontBook):
        self._inks = _Kept(lambda name: _colour(palette.ink(name)))
        self._inks[None] = self._inks[""] = None
        self._faces = _Kept(lambda name: fonts.face(name).fingerprint)
        self._drawings: dict[int, tuple[Drawing, bytes]] = {}  # by id(): the drawing is kept, so that it stays its own

    def look(self, items: Iterable[Item], origin: Point = NOWHERE) -> str:
        return _digest(self._seen(items, origin)).hex()

    def together(self, parts: Iterable[tuple[str, Point]], items: Iterable[Item]) -> str:
        """Of looks that stand at their places, and items beside them."""
        placed = [(look, floor(x * FINE + ASIDE), floor(y * FINE + ASIDE)) for look, (x, y) in parts]
        return _digest([placed, self._seen(items, NOWHERE)]).hex()

    def _seen(self, items: Iterable[Item], origin: Point) -> list[Any]:
        left, top = origin.x * FINE - ASIDE, origin.y * FINE - ASIDE
        inks, faces = self._inks, self._faces
        seen: list[Any] = []
        for item in items:
            kind = type(item)
            if kind is GlyphRun:
                x, y = floor(item.x * FINE - left), floor(item.y * FINE - top)
                glyphs = item.gids, item.xs, item.ys, item.matrix
                seen.append((x, y, faces[item.face], item.size, inks[item.ink], glyphs))
            elif kind is Shape:
                outline = _steps(item.path, left, top)
                seen.append((outline, self._paint(item.fill), item.evenodd, item.stroke and self._stroke(item.stroke)))
            elif kind is Sheer:
                sheer = _steps(item.path, left, top), self._paint(item.fill), item.stroke and self._stroke(item.stroke)
                seen.append((*sheer, item.evenodd, item.alpha))
            elif kind is Placed:
                *turn, x, y = item.matrix
                place = floor(x * FINE - left), floor(y * FINE - top)
                seen.append((self._drawing(item.drawing), turn, place, item.clip and _box(item.clip, left, top)))
                if item.cuts or not item.is_flat:
                    seen.append((item.cuts, item.alpha, item.mask and self._drawing(item.mask)))
            elif kind is Image:
                seen.append((item.data.key, _box(item.rect, left, top)))
        return seen

    def _drawing(self, drawing: Drawing) -> bytes:
        """In a plane of its own, always the same."""
        known = self._drawings.get(id(drawing))
        if known is None:
            known = self._drawings[id(drawing)] = drawing, _digest(self._drawn(drawing.items))
        return known[1]

    def _drawn(self, items: tuple[Item, ...]) -> list[Any]:
        """What a drawing shows; of one that is shapes alone, which may be thousands, as it is, with its inks."""
        if {*map(type, items)} != {Shape}:
            return self._seen(items, NOWHERE)
        inks = {shape.fill for shape in items} | {shape.stroke.ink for shape in items if shape.stroke}
        if any(isinstance(ink, Shade) for ink in inks):
            return self._seen(items, NOWHERE)
        return [items, [(name, self._inks[name]) for name in sorted(filter(None, inks))]]

    def _stroke(self, stroke: Stroke) -> Any:
        ink, *rest = msgspec.structs.astuple(stroke)
        return self._paint(ink), *rest

    def _paint(self, paint: Paint | None) -> Any:
        if isinstance(paint, Shade):
            return paint.ends, paint.matrix, [(at, self._inks[ink]) for at, ink in paint.stops]
        return self._inks[paint]


class _Kept(dict[Any, Any]):
    """What is made of a key, made once."""

    def __init__(self, make: Callable[[Any], Any]):
        self._make = make

    def __missing__(self, key: Any) -> Any:
        made = self[key] = self._make(key)
        return made


def _colour(ink: Ink) -> bytes:
    return _digest([ink.rgb, ink.cmyk, ink.spot, ink.share])


def _digest(seen: list[Any]) -> bytes:
    return sha256(msgspec.msgpack.encode(seen, enc_hook=_word)).digest()[:BYTES]


def _word(value: Any) -> str:
    """A name of a style's file, which is a kind of str, as plain words."""
    if not isinstance(value, str):
        raise TypeError(value)
    return str(value)


def _steps(path: Path, left: float, top: float) -> list[Any]:
    numbers = [part for part in path if part.__class__ is not str]
    across = [floor(x * FINE - left) for x in numbers[::2]]
    down = [floor(y * FINE - top) for y in numbers[1::2]]
    return [[part for part in path if part.__class__ is str], across, down]


def _box(rect: Rect, left: float, top: float) -> tuple[int, ...]:
    """A rectangle's place, and its far corner."""
    return (
        floor(rect.x * FINE - left), floor(rect.y * FINE - top),
        floor(rect.right * FINE - left), floor(rect.bottom * FINE - top),
    )  # fmt: skip
