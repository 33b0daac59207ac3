"""What lies under words: each run of glyphs of a page with the inks painted before it, where it stands.

In: a page's items. Out: `PaintedWords`, in painting order, of drawings too. The fill of a shape is a ground, through
matrices and clips (ISO 32000-1, 8.5.3.3); a stroke is not: it is too thin to read on. A raster picture has no one ink,
so what stands on it is not judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from report.page import Drawing, GlyphRun, Image, Item, Matrix, Path, Placed, Shape, Sheer
from report.units import Point

UNKNOWN = "?"  # the ground of what lies on a raster picture or a gradient, or outside a clip, where it is not seen
FOOT, MIDDLE = 0.05, 0.35  # em above the baseline: a marker lies under the feet of glyphs only; within an x-height
INSET = 0.2  # em from either end of a run
PIECES = 8  # straight pieces for a curve: off by less than a 500th of its length
Ring = list[Point]
Bounds = tuple[float, float, float, float]  # left, top, right, bottom


class PaintedWords(NamedTuple):
    """A run, what it belongs to, its size on the page (pt), and the inks under it; None: bare paper."""

    run: GlyphRun
    owner: Any
    size: float
    grounds: tuple[str | None, ...]


def words_on(items: Iterable[Item]) -> Iterator[PaintedWords]:
    """Every run of a page over its ground; spaces, and dots that stand for no characters, have none."""
    return _words(items, Layer(), None)


def _words(items: Iterable[Item], layer: Layer, owner: Any) -> Iterator[PaintedWords]:
    for item in items:
        if isinstance(item, GlyphRun):
            if any(map(str.strip, item.texts)):
                grounds = layer.grounds(samples(item))
                yield PaintedWords(item, item.owner or owner, item.size * layer.scale, tuple(grounds))
            continue
        if isinstance(item, Placed) and _has_words(item.drawing):
            inner = Layer(item, layer)
            yield from _words(item.drawing.items, inner, item.owner or owner)
        layer.paint(item)


def _has_words(drawing: Drawing) -> bool:
    kinds = set(map(type, drawing.items))
    if GlyphRun in kinds:
        return True
    return Placed in kinds and any(_has_words(item.drawing) for item in drawing.items if isinstance(item, Placed))


def samples(run: GlyphRun) -> list[Point]:
    """Where a run is looked at: at both ends and in the middle, at its feet and at half an x-height (its own plane)."""
    em = run.size
    if run.ys:  # down a line, or off it: three of the glyphs
        chosen = sorted({0, len(run.gids) // 2, len(run.gids) - 1})
        starts = [(run.xs[i] + INSET * em, run.ys[i]) for i in chosen]
    else:
        inset = min(INSET * em, run.width / 4)
        starts = [(x, 0.0) for x in (inset, run.width / 2, run.width - inset)]
    a, b, c, d = run.matrix[:4] if run.matrix else (1.0, 0.0, 0.0, 1.0)
    places = [(x, y - height * em) for x, y in starts for height in (FOOT, MIDDLE)]
    return [Point(run.x + a * x + c * y, run.y + b * x + d * y) for x, y in places]


class Layer:
    """What has been painted so far in a plane: a page's, or that of a drawing placed in an outer one."""

    def __init__(self, placed: Placed | None = None, outer: Layer | None = None) -> None:
        self._placed, self._outer = placed, outer
        self._painted: list[tuple[Bounds, Area]] = []
        a, b, c, d = placed.matrix[:4] if placed else (1.0, 0.0, 0.0, 1.0)
        self.scale = abs(a * d - b * c) ** 0.5 * (outer.scale if outer else 1.0)

    def paint(self, item: Item) -> None:
        if isinstance(item, Shape) and item.fill and item.path:
            filled = Filled(item)
            self._painted.append((filled.bounds, filled))
        elif isinstance(item, Image):
            x, y, width, height = item.rect
            self._painted.append(((x, y, x + width, y + height), Pixels()))
        elif isinstance(item, Placed) and (inverse := inverse_of(item.matrix)):
            self._painted.append((_reach(item), LaidOut(item, inverse)))

    def grounds(self, points: list[Point]) -> list[str | None]:
        """The ink a reader sees at each point of this plane; None: bare paper."""
        found = self.inks_at(points)
        if self._placed is None or self._outer is None:
            return found
        outside = [through(self._placed.matrix, *point) for point in points]
        below = self._outer.grounds(outside) if None in found else found
        return [
            (here or under) if _shows(self._placed, *point) else UNKNOWN
            for here, under, point in zip(found, below, outside, strict=True)
        ]

    def inks_at(self, points: list[Point]) -> list[str | None]:
        """The ink of the topmost thing in this plane at each point; None where nothing is painted."""
        found: list[str | None] = [None] * len(points)
        xs, ys = zip(*points, strict=True)
        first_x, last_x, first_y, last_y = min(xs), max(xs), min(ys), max(ys)
        for (left, top, right, bottom), area in reversed(self._painted):
            if left > last_x or right < first_x or top > last_y or bottom < first_y:
                continue
            for i, (x, y) in enumerate(points):
                if found[i] is None and left <= x <= right and top <= y <= bottom:
                    found[i] = area.ink_at(x, y)
            if None not in found:
                break
        return found


class Filled:
    """A shape's inside; its outline is worked out when first asked for."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._ink = shape.fill if isinstance(shape.fill, str) and not isinstance(shape, Sheer) else UNKNOWN
        self._upright = _is_upright(shape.path)
        self.bounds = _bounds(shape.path, self._upright)
        self._rings: list[Ring] | None = None

    def ink_at(self, x: float, y: float) -> str | None:
        if self._upright:
            return self._ink  # its bounds are its outline
        if self._rings is None:
            self._rings = outline(self._shape.path)
        turns = winding(self._rings, x, y)
        return self._ink if (turns % 2 if self._shape.evenodd else turns) else None


class Pixels:
    """A raster picture."""

    def ink_at(self, x: float, y: float) -> str | None:
        return UNKNOWN


class LaidOut:
    """A drawing where it is placed; most have no words on them, so they are looked into only where asked."""

    def __init__(self, placed: Placed, inverse: Matrix) -> None:
        self._placed, self._inverse = placed, inverse
        self._layer: Layer | None = None

    def ink_at(self, x: float, y: float) -> str | None:
        if not _shows(self._placed, x, y):
            return None
        if self._layer is None:
            self._layer = Layer()
            for item in self._placed.drawing.items:
                self._layer.paint(item)
        found = self._layer.inks_at([through(self._inverse, x, y)])[0]
        return found if found is None or self._placed.is_flat else UNKNOWN


Area = Filled | Pixels | LaidOut


def outline(path: Path) -> list[Ring]:
    """A path as rings of straight pieces, each closed as a fill closes it."""
    rings: list[Ring] = []
    i = 0
    while i < len(path):
        operator = path[i]
        if operator == "M":
            rings.append([Point(*path[i + 1 : i + 3])])
        elif operator == "L":
            rings[-1].append(Point(*path[i + 1 : i + 3]))
        elif operator == "C":
            rings[-1] += _curve(rings[-1][-1], *path[i + 1 : i + 7])
        elif i + 1 < len(path) and path[i + 1] != "M":  # after Z, on from where the ring began
            rings.append([rings[-1][0]])
        i += {"M": 3, "L": 3, "C": 7, "Z": 1}[operator]
    return rings


def _curve(start: Point, *numbers: float) -> Iterator[Point]:
    x1, y1, x2, y2, x3, y3 = numbers
    for step in range(1, PIECES + 1):
        t = step / PIECES
        s = 1 - t
        a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        yield Point(a * start.x + b * x1 + c * x2 + d * x3, a * start.y + b * y1 + c * y2 + d * y3)


def winding(rings: list[Ring], x: float, y: float) -> int:
    """How often the rings turn about a point (ISO 32000-1, 8.5.3.3.2); odd where even-odd has the inside."""
    turns = 0
    for ring in rings:
        x0, y0 = ring[-1]
        for x1, y1 in ring:
            if (y0 <= y) != (y1 <= y) and x0 + (y - y0) / (y1 - y0) * (x1 - x0) > x:
                turns += 1 if y1 > y0 else -1
            x0, y0 = x1, y1
    return turns


def _is_upright(path: Path) -> bool:
    """Is it a rectangle as report.page.rectangle makes them?"""
    return (
        len(path) == 13
        and path[::3] == ("M", "L", "L", "L", "Z")
        and path[1] == path[10]
        and path[4] == path[7]
        and path[2] == path[5]
        and path[8] == path[11]
    )


def _bounds(path: Path, upright: bool) -> Bounds:
    if upright and path[1] <= path[7] and path[2] <= path[8]:
        return path[1], path[2], path[7], path[8]
    numbers = [part for part in path if not isinstance(part, str)]
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def _reach(placed: Placed) -> Bounds:
    """How far a drawing may reach: to its clip, or over its edge by its longer side, as it is painted."""
    if placed.clip:
        x, y, width, height = placed.clip
        return x, y, x + width, y + height
    width, height = placed.drawing.size
    over = max(width, height)
    corners = [through(placed.matrix, x, y) for x in (-over, width + over) for y in (-over, height + over)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _shows(placed: Placed, x: float, y: float) -> bool:
    """Whether a point of the outer plane lies within the clips."""
    clip = placed.clip
    if clip and not (clip.x <= x <= clip.right and clip.y <= y <= clip.bottom):
        return False
    return all(Filled(Shape(path=path, fill="-", evenodd=evenodd)).ink_at(x, y) for path, evenodd in placed.cuts)


def through(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return Point(a * x + c * y + e, b * x + d * y + f)


def inverse_of(matrix: Matrix) -> Matrix | None:
    """The way back; None where a matrix leaves no area."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    if abs(area) < 1e-12:
        return None
    return d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area


def times(first: Matrix, then: Matrix) -> Matrix:
    """One way after the other."""
    a, b, c, d, e, f = first
    x, y = through(then, e, f)
    p, q, r, s = then[:4]
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, x, y
