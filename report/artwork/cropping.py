"""What is lost of a drawing that is cropped.

In: a drawing, the way to the page, the frame that shows it. Out: the share of its width or height that is lost, 0 where
nobody misses anything: a little at a side, of marks that run on to the sheet's edge there, as a ground does.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.artwork.merge import Box, Mark, bounds
from report.page import Drawing, Matrix, Placed, Shape
from report.units import Rect

NOTHING, MUCH = 0.005, 0.05  # of a side: what rounding takes; from here on it is told whatever it is
EDGE = 0.01  # of a side: marks that end this near the sheet's edge run on to it


def lost_of(drawing: Drawing, matrix: Matrix, frame: Rect) -> float:
    scale, _, _, _, x, y = matrix
    width, height = drawing.size
    left, top = max(0.0, (frame.x - x) / scale), max(0.0, (frame.y - y) / scale)
    right, bottom = min(width, (frame.right - x) / scale), min(height, (frame.bottom - y) / scale)
    lost = max(1 - (right - left) / width, 1 - (bottom - top) / height)
    if lost <= NOTHING or (lost < MUCH and not _cuts(drawing, (left, top, right, bottom))):
        return 0.0
    return lost


def _cuts(drawing: Drawing, window: Box) -> bool:
    """Whether a mark that ends within the sheet goes on beyond the window."""
    width, height = drawing.size
    x, y = EDGE * width, EDGE * height
    left, top, right, bottom = window[0] - x / 2, window[1] - y / 2, window[2] + x / 2, window[3] + y / 2
    return any(
        x < mark[0] < left or y < mark[1] < top or right < mark[2] < width - x or bottom < mark[3] < height - y
        for mark in _marks(drawing)
    )


def _marks(drawing: Drawing) -> Iterator[Box]:
    """The boxes of the parts of a drawing's paths."""
    for item in drawing.items:
        if isinstance(item, Placed):
            if item.matrix[:4] == (1.0, 0.0, 0.0, 1.0):
                yield from _marks(item.drawing)
        elif isinstance(item, Shape):
            starts = [i for i, part in enumerate(item.path) if part == "M"]
            for start, end in zip(starts, [*starts[1:], len(item.path)], strict=True):
                yield bounds(Mark(item.path[start:end], None, item.stroke, False, 0))
