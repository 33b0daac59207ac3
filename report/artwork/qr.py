"""QR codes (ISO/IEC 18004) as drawings: in black alone, on a white ground. The only importer of segno.

In: an address in ASCII, how much of it may be spoilt. Out: a Drawing in cells of side 1.
"""

from __future__ import annotations

from typing import Any

from report.page import Drawing, Shape
from report.page.shapes import rectangle
from report.units import Rect, Size

QUIET = 4  # cells left white around it (9.1)
SMALLEST = 21 + 2 * QUIET  # cells along a side
BLACK, WHITE = "press.black", "#FFFFFF"


def code(words: str, level: str) -> Drawing | None:
    """level: l, m, q or h. None of words that are too long."""
    import segno

    try:
        made = segno.make(words, error=level, micro=False)
    except segno.DataOverflowError:
        return None
    rows = [[bool(cell) for cell in row] for row in made.matrix]
    side = len(rows) + 2 * QUIET
    path: list[Any] = []
    for y, row in enumerate(rows):
        for first, last in _runs(row):
            path += _bar(QUIET + first, QUIET + y, last - first, 1)
    for x, column in enumerate(zip(*rows, strict=True)):  # once more, so that no seam shows between the rows
        for first, last in _runs(list(column)):
            path += _bar(QUIET + x, QUIET + first, 1, last - first) if last - first > 1 else ()
    ground = rectangle(Rect(0, 0, side, side), WHITE)
    return Drawing(f"qr:{level}:{words}", Size(side, side), (ground, Shape(path=tuple(path), fill=BLACK)))


def _runs(cells: list[bool]) -> list[tuple[int, int]]:
    """Where dark cells begin and end."""
    edges = [i for i, (a, b) in enumerate(zip([False, *cells], [*cells, False], strict=True)) if a != b]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _bar(x: int, y: int, width: int, height: int) -> tuple[Any, ...]:
    return "M", x, y, "L", x + width, y, "L", x + width, y + height, "L", x, y + height, "Z"
