"""Where the ink of a page's words lies, and what else lies there: glyph by glyph, shape by shape, in painting order.

In: a page's items and the faces they name. Out: `Marks`. A drawing that has words on it (a chart) is looked into, and
the words of it belong to the drawing's owner; one without is a picture, as a raster is. Strokes are too thin to hide
words; spaces, and words in no ink, have no place here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, repeat
from typing import Any, NamedTuple

from report.conform.ground import Bounds, Filled, LaidOut, Ring, inverse_of, outline, through, times, winding
from report.messages import Message, message
from report.page import IDENTITY, Artifact, GlyphRun, Image, Item, Matrix, Placed, Shape, extent
from report.style.fonts import FontBook, FontFace
from report.style.outlines import drawn
from report.units import Point, Rect

PICTURE, SHAPE, FURNITURE = message("of-picture"), message("of-shape"), message("of-furniture")
ABOVE, BELOW, ASIDE = 0.95, 0.3, 0.1  # em: no glyph reaches farther from its baseline, or from its run's ends
FAR_APART = 0.85  # em from glyph to glyph, on an average: none overlaps
SIDES = 4  # pieces of a side of an outline, at whose ends it is looked at
TIGHT = 0.03  # em for each glyph that a run is narrower than its face asks for


class Words:
    """A run. order: of painting. size: on the page. left … bottom: what it may cover at most; frame: of the drawing
    that holds it. pt."""

    __slots__ = ("_face", "_glyphs", "_way", "bottom", "frame", "left", "order", "owner", "right", "run", "size", "top")

    def __init__(self, run: GlyphRun, owner: Any, order: float, face: Face, within: Within | None) -> None:
        self.run, self.owner, self.order, self._face = run, owner, order, face
        self.frame = within.frame if within else None
        self.size = size = run.size
        self._glyphs: tuple[Bounds, ...] | None = None
        self._way: Matrix | None = None
        aside, x, y = ASIDE * size, run.x, run.y
        if not (run.ys or run.matrix or within):
            self.left, self.right = x - aside, x + run.width + aside
            self.top, self.bottom = y - ABOVE * size, y + BELOW * size
            return
        a, b, c, d = (run.matrix or IDENTITY)[:4]
        self._way = times((a, b, c, d, x, y), within.placed.matrix) if within else (a, b, c, d, x, y)
        ends = run.ys or (0.0,)
        reach = (-aside, min(ends) - ABOVE * size, (max(run.xs) + size if run.ys else run.width) + aside)
        box = (*reach, max(ends) + BELOW * size)
        self.left, self.top, self.right, self.bottom = _turned(box, self._way)
        a, b, c, d = self._way[:4]
        self.size *= abs(a * d - b * c) ** 0.5

    @property
    def glyphs(self) -> tuple[Bounds, ...]:
        """What the ink of each covers on the page; marks that join their base are part of it."""
        if self._glyphs is None:
            run, way, inks = self.run, self._way, self._face.inks
            em, x0, y0 = (run.size, 0.0, 0.0) if way else (run.size, run.x, run.y)
            boxes: list[Bounds] = []
            for gid, x, y, text in zip(run.gids, run.xs, run.ys or repeat(0.0), run.texts, strict=False):
                if ink := inks[gid]:
                    left, top, right, bottom = ink
                    box = (x0 + x + left * em, y0 + y + top * em, x0 + x + right * em, y0 + y + bottom * em)
                    boxes.append(box if text or not boxes else _both(boxes.pop(), box))
            self._glyphs = tuple(_turned(box, way) for box in boxes) if way else tuple(boxes)
        return self._glyphs

    @property
    def tight(self) -> bool:
        """Whether it is set closer than its face asks for, so that glyphs may overlap."""
        run = self.run
        count = len(run.gids)
        if run.ys or count == 1 or run.width > FAR_APART * run.size * count:
            return bool(run.ys)
        asked = sum(map(self._face.advances.__getitem__, run.gids)) * run.size
        return asked - run.width > TIGHT * run.size * count

    def crowded(self, by: float) -> bool:
        """Whether neighbours of the run lie in one another so that they would even if moved apart by `by` (em)."""
        run, em = self.run, self.run.size
        glyphs = zip(run.gids, run.xs, run.ys or repeat(0.0), run.texts, strict=False)
        inked = [each for each in glyphs if self._face.inks[each[0]]]
        apart = (0.0, by) if run.ys else (by, 0.0)
        for (gid, x, y, _), (next_gid, next_x, next_y, text) in pairwise(inked):
            way = (next_x - x) / em + apart[0], (next_y - y) / em + apart[1]
            if text and self._face.meet(gid, next_gid, way):  # a mark that joins its base has no text of its own
                return True
        return False

    def within(self, frame: Rect) -> bool:
        """Whether it surely lies inside."""
        x, y, width, height = frame
        return x <= self.left and y <= self.top and self.right <= x + width and self.bottom <= y + height

    def beyond(self, frame: Rect) -> float:
        """How far the ink reaches out of a frame, pt; less than 0: it lies inside."""
        left, top, right, bottom = frame.x, frame.y, frame.right, frame.bottom
        return max((max(left - x, top - y, x1 - right, y1 - bottom) for x, y, x1, y1 in self.glyphs), default=0.0)

    def meets(self, other: Words, by: float) -> bool:
        """Whether a glyph of one lies on a glyph of the other, by more than `by` (pt) in both ways."""
        boxes = [box for box in other.glyphs if box[0] < self.right and self.left < box[2]]
        return any(
            min(x1, right) - max(x, left) > by and min(y1, bottom) - max(y, top) > by
            for x, y, x1, y1 in self.glyphs
            for left, top, right, bottom in boxes
        )


class Cover(NamedTuple):
    """What may hide words, or lie under them. kind: PICTURE, SHAPE or FURNITURE. ink_at: the ink at a point within the
    bounds; None: nothing is painted there."""

    kind: Message
    owner: Any
    order: float
    bounds: Bounds
    ink_at: Callable[[float, float], str | None]

    def holds(self, x: float, y: float) -> bool:
        left, top, right, bottom = self.bounds
        return left <= x <= right and top <= y <= bottom and self.ink_at(x, y) is not None

    def lies_on(self, words: Words, by: float) -> bool:
        """Whether its ink lies on that of a glyph, by more than `by` (pt)."""
        left, top, right, bottom = self.bounds
        for x, y, x1, y1 in words.glyphs:
            x, y, x1, y1 = max(x, left), max(y, top), min(x1, right), min(y1, bottom)
            if x1 - x > by and y1 - y > by:
                xs, ys = (x + by / 2, (x + x1) / 2, x1 - by / 2), (y + by / 2, (y + y1) / 2, y1 - by / 2)
                if any(self.ink_at(x, y) is not None for x in xs for y in ys):
                    return True
        return False


class Marks(NamedTuple):
    """All in painting order."""

    words: list[Words]
    covers: list[Cover]

    def met(self) -> Iterator[tuple[Cover, Words]]:
        """What may have to do with one another: a cover with the words before it and with furniture; a picture, and
        furniture, with all words."""
        orders = [words.order for words in self.words]
        furniture = [words for words in self.words if words.owner is Artifact.PAGINATION]
        for cover in self.covers:
            left, top, right, bottom = cover.bounds
            if cover.kind is SHAPE:
                before = bisect_left(orders, cover.order)
                near = self.words[:before] + [words for words in furniture if words.order > cover.order]
            else:
                near = self.words
            for words in near:
                if words.top < bottom and top < words.bottom and words.left < right and left < words.right:
                    yield cover, words

    def ground_between(self, cover: Cover, words: Words) -> bool:
        """Whether a ground painted after the cover carries the words."""
        x, y = (words.left + words.right) / 2, (words.top + words.bottom) / 2
        return any(
            ground.kind is not PICTURE and cover.order < ground.order < words.order and ground.holds(x, y)
            for ground in self.covers
        )


class Face:
    """What the glyphs of a face cover and how far they advance, in em, y down; each asked for once."""

    def __init__(self, face: FontFace) -> None:
        self.inks = _Inks(face)
        self.advances = _Advances(face)
        self._face = face
        self._rings: dict[int, list[Ring]] = {}

    def meet(self, one: int, other: int, way: tuple[float, float]) -> bool:
        """Whether the ink of two glyphs meets where the other one lies that far from the first, em."""
        first, second, (dx, dy) = self.inks[one], self.inks[other], way
        if not first or not second:
            return False
        if min(first[2], second[2] + dx) <= max(first[0], second[0] + dx):
            return False
        if min(first[3], second[3] + dy) <= max(first[1], second[1] + dy):
            return False
        rings, others = self._outline(one), self._outline(other)
        return any(winding(rings, x + dx, y + dy) for ring in others for x, y in ring) or any(
            winding(others, x - dx, y - dy) for ring in rings for x, y in ring
        )

    def _outline(self, gid: int) -> list[Ring]:
        """With points along its straight sides, too."""
        if gid not in self._rings:
            shares = [i / SIDES for i in range(SIDES)]
            self._rings[gid] = [
                [
                    Point(x + (x1 - x) * t, y + (y1 - y) * t)
                    for (x, y), (x1, y1) in pairwise((*ring, ring[0]))
                    for t in shares
                ]
                for ring in outline(drawn(self._face.hb_font, gid))
            ]
        return self._rings[gid]


class _Inks(dict[int, Bounds | None]):
    """None: a glyph without ink."""

    def __init__(self, face: FontFace) -> None:
        self._font, self._em = face.hb_font, face.upem

    def __missing__(self, gid: int) -> Bounds | None:
        found, em = self._font.get_glyph_extents(gid), self._em
        bounds = None
        if found and found.width and found.height:
            left, top = found.x_bearing / em, -found.y_bearing / em
            bounds = (left, top, left + found.width / em, top - found.height / em)
        self[gid] = bounds
        return bounds


class _Advances(dict[int, float]):
    def __init__(self, face: FontFace) -> None:
        self._face, self._em = face, face.upem

    def __missing__(self, gid: int) -> float:
        self[gid] = advance = self._face.advance(gid) / self._em
        return advance


class Faces(dict[str, Face]):
    """The sheet's faces, by name."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts

    def __missing__(self, name: str) -> Face:
        self[name] = face = Face(self._fonts.face(name))
        return face


class Within(NamedTuple):
    """A drawing with words on it, where it is placed."""

    placed: Placed
    frame: Rect


def marks_of(items: Iterable[Item], faces: Faces) -> Marks:
    """order: the item's place among the items; of a drawing's parts, between that and the next."""
    marks = Marks([], [])
    for order, item in enumerate(items):
        if isinstance(item, Placed) and GlyphRun in set(map(type, item.drawing.items)):
            within = Within(item, extent(item))
            count = len(item.drawing.items)
            for i, inner in enumerate(item.drawing.items):
                _take(inner, order + i / count, marks, faces, within)
        else:
            _take(item, order, marks, faces)
    return marks


def _take(item: Item, order: float, marks: Marks, faces: Faces, within: Within | None = None) -> None:
    owner = item.owner or (within.placed.owner if within else None)
    if isinstance(item, GlyphRun):
        if item.ink and item.gids:
            marks.words.append(Words(item, owner, order, faces[item.face], within))
    elif isinstance(item, Shape) and item.fill and item.path:
        kind = FURNITURE if owner is Artifact.PAGINATION else SHAPE
        marks.covers.append(_shape(Filled(item), kind, owner, order, within))
    elif isinstance(item, Image):
        marks.covers.append(Cover(PICTURE, owner, order, _bounds(item.rect), lambda x, y: "pixels"))
    elif isinstance(item, Placed) and (back := inverse_of(item.matrix)):
        marks.covers.append(Cover(PICTURE, owner, order, _bounds(extent(item)), LaidOut(item, back).ink_at))


def _shape(filled: Filled, kind: Message, owner: Any, order: float, within: Within | None) -> Cover:
    back = inverse_of(within.placed.matrix) if within else None
    if within is None or back is None:
        return Cover(kind, owner, order, filled.bounds, filled.ink_at)
    bounds = _turned(filled.bounds, within.placed.matrix)
    return Cover(kind, owner, order, bounds, lambda x, y: filled.ink_at(*through(back, x, y)))


def _both(one: Bounds, other: Bounds) -> Bounds:
    """What holds two boxes."""
    (left, top, right, bottom), (x, y, x1, y1) = one, other
    return min(left, x), min(top, y), max(right, x1), max(bottom, y1)


def _turned(box: Bounds, matrix: Matrix) -> Bounds:
    left, top, right, bottom = box
    a, b, c, d, e, f = matrix
    if b == c == 0 and a > 0 and d > 0:
        return a * left + e, d * top + f, a * right + e, d * bottom + f
    corners = [through(matrix, x, y) for x in (left, right) for y in (top, bottom)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _bounds(rect: Rect) -> Bounds:
    return rect.x, rect.y, rect.right, rect.bottom
