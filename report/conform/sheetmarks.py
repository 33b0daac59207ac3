"""Printer's marks around a spread: トンボ for cutting, the fold, and a line of signs that says which sheet this is.

In: a Spread. Out: the operators of a content stream that paints in the current stroke colour. No font is needed: the
few signs are strokes, as a plotter writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from report.conform.folding import Side
from report.conform.spread import Spread
from report.paint.pen import numbers
from report.units import mm

Line = Sequence[tuple[float, float]]

HAIR = mm(0.1)
REACH = mm(9)  # of a mark, from the bleed outwards
ASIDE = mm(3)  # between the marks of cut and bleed where the pages have no bleed of their own
BAR = mm(10)  # half the bar of a centre mark
BAR_AT = mm(4.5)  # its distance from the bleed
DASH = mm(1.5)

# Each sign on a field 6 units high; 表 and 裏 are as wide as high.
SIGN_HEIGHT = mm(3)
SIGN_LINE = mm(0.15)
TRACKING = 1.6  # units between two signs
SPACE = 4.0
SIGNS: dict[str, tuple[Line, ...]] = {
    "0": (((0, 0), (0, 6), (4, 6), (4, 0), (0, 0)),),
    "1": (((0.5, 5), (2, 6), (2, 0)),),
    "2": (((0, 6), (4, 6), (4, 3), (0, 3), (0, 0), (4, 0)),),
    "3": (((0, 6), (4, 6), (4, 0), (0, 0)), ((1, 3), (4, 3))),
    "4": (((0, 6), (0, 2), (4, 2)), ((3, 4), (3, 0))),
    "5": (((4, 6), (0, 6), (0, 3), (4, 3), (4, 0), (0, 0)),),
    "6": (((4, 6), (0, 6), (0, 0), (4, 0), (4, 3), (0, 3)),),
    "7": (((0, 6), (4, 6), (1.5, 0)),),
    "8": (((0, 0), (0, 6), (4, 6), (4, 0), (0, 0)), ((0, 3), (4, 3))),
    "9": (((4, 3), (0, 3), (0, 6), (4, 6), (4, 0), (0, 0)),),
    "-": (((0, 3), (3, 3)),),
    "|": (((0, -1), (0, 7)),),
    "表": (
        ((0.6, 5.6), (5.4, 5.6)), ((1, 4.5), (5, 4.5)), ((0, 3.4), (6, 3.4)), ((3, 6.4), (3, 3.4)),
        ((2.9, 3.4), (0, 0.9)), ((1.7, 2.2), (1.7, 0), (3, 0.6)),
        ((3, 3.2), (4, 1.3), (6, 0)), ((5.4, 2.5), (3.9, 1.5)),
    ),
    "裏": (
        ((3, 6.8), (3, 6.2)), ((0, 6.2), (6, 6.2)),
        ((1, 5.6), (5, 5.6), (5, 4), (1, 4), (1, 5.6)), ((1, 4.8), (5, 4.8)),
        ((3, 5.6), (3, 2.5)), ((0.7, 3.3), (5.3, 3.3)), ((0, 2.5), (6, 2.5)),
        ((2.6, 2.5), (0, 0.5)), ((1.7, 1.7), (1.7, -0.2), (3, 0.3)),
        ((3, 2.4), (4, 1), (6, -0.2)), ((5.2, 1.9), (4, 1.1)),
    ),
}  # fmt: skip


def marks(spread: Spread) -> str:
    """All that is the same on every side: corner marks (角トンボ), centre marks and, in dashes, the fold."""
    solid = _lines([*_corners(spread), *_centres(spread)])
    return f"{numbers([HAIR])} w\n{solid}S\n[{numbers([DASH])}] 0 d\n{_lines(_folds(spread))}S\n"


def slug(spread: Spread, index: int, back: bool, pages: Side) -> str:
    """What sheet and side this is and which pages it carries, below the left page: 表1  20 | 1. Blank pages are "-"."""
    shown = ["-" if page is None else str(page) for page in pages]
    words = f"{'裏' if back else '表'}{index + 1}  {shown[0]} | {shown[1]}"
    left, foot, _, _ = spread.trim
    x, y = left + mm(5), foot - spread.bleed - mm(7)
    return f"{numbers([SIGN_LINE])} w\n1 j\n{_lines(_written(words, x, y))}S\n"


def _corners(spread: Spread) -> Iterable[Line]:
    """At each corner two bent lines that cross: one from the cut, upright, to the bleed, level; one the other way."""
    left, foot, right, head = spread.trim
    by = spread.bleed or ASIDE
    far = by + REACH
    for x, outwards in ((left, -1), (right, 1)):
        for y, upwards in ((foot, -1), (head, 1)):
            out, up = outwards * by, upwards * by
            yield (x, y + upwards * far), (x, y + up), (x + outwards * far, y + up)
            yield (x + outwards * far, y), (x + out, y), (x + out, y + upwards * far)


def _centres(spread: Spread) -> Iterable[Line]:
    """Crosses at left and right; at head and foot the bar alone, as the fold is its upright."""
    left, foot, right, head = spread.trim
    by, middle = spread.bleed or ASIDE, (foot + head) / 2
    at = by + BAR_AT
    for x, outwards in ((left, -1), (right, 1)):
        yield (x + outwards * by, middle), (x + outwards * (by + REACH), middle)
        yield (x + outwards * at, middle - BAR), (x + outwards * at, middle + BAR)
    for y in (foot - at, head + at):
        yield (spread.fold - BAR, y), (spread.fold + BAR, y)


def _folds(spread: Spread) -> Iterable[Line]:
    _, foot, _, head = spread.trim
    by = spread.bleed or ASIDE
    yield (spread.fold, foot - by), (spread.fold, foot - by - REACH)
    yield (spread.fold, head + by), (spread.fold, head + by + REACH)


def _written(words: str, x: float, y: float) -> Iterable[Line]:
    unit = SIGN_HEIGHT / 6
    for sign in words:
        strokes = SIGNS.get(sign, ())  # none: a space
        for stroke in strokes:
            yield [(x + dx * unit, y + dy * unit) for dx, dy in stroke]
        width = max((dx for stroke in strokes for dx, _ in stroke), default=SPACE - TRACKING)
        x += (width + TRACKING) * unit


def _lines(lines: Iterable[Line]) -> str:
    out = []
    for line in lines:
        out.append(f"{numbers(line[0], 3)} m\n")
        out += [f"{numbers(point, 3)} l\n" for _, point in pairwise(line)]
    return "".join(out)
