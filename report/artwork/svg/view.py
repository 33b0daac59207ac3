"""Viewports: what of an `svg` or `symbol` goes where (SVG 1.1, 7).

In: their attributes. Out: sizes and matrices. Raises SvgError.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from report.artwork.svg.faults import SvgError, short
from report.artwork.svg.lengths import Measure, parse_numbers
from report.messages import message
from report.page import Matrix

Box = tuple[float, float, float, float]  # x y width height
_ALIGN = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
SMALLEST, LARGEST = 0.001, 1_000_000  # units of a viewBox; of others the places of paths are lost in rounding
_SAME = 5e-3  # parts of its width by which a viewport may miss the viewBox's form: what rounding to pixels makes


class View(NamedTuple):
    """A viewport: its size; the matrix from user units to it; the size of 100 % in user units."""

    width: float
    height: float
    matrix: Matrix
    inner: tuple[float, float]


def view_box(measure: Measure) -> Box | None:
    text = measure.attributes.get("viewBox")
    if text is None:
        return None
    try:
        numbers = parse_numbers(text)
    except SvgError:
        numbers = []
    if len(numbers) != 4:
        raise SvgError(message("view-box-wrong"), message("write-view-box"))
    x, y, width, height = numbers
    if not all(map(math.isfinite, numbers)) or width <= 0 or height <= 0:
        raise SvgError(message("size-wrong"), message("write-view-box"))
    if not SMALLEST <= min(width, height) <= max(width, height) <= LARGEST:
        raise SvgError(message("view-box-range", least=SMALLEST, most=LARGEST), message("write-view-box"))
    return x, y, width, height


def outer_view(measure: Measure) -> View:
    """The whole drawing: its viewBox in its own units, unless width and height make it another form."""
    box = view_box(measure)
    width, height = _given(measure, "width"), _given(measure, "height")
    if box is None:
        if width is None or height is None:
            raise SvgError(message("size-missing"), message("write-view-box"))
        return View(width, height, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), (width, height))
    own = box[2] / box[3]
    if width is None or height is None or abs(width / height / own - 1) < _SAME:
        return View(box[2], box[3], (1.0, 0.0, 0.0, 1.0, -box[0], -box[1]), box[2:])
    scale = min(box[2] / width, box[3] / height)  # the viewport in units of about the viewBox's
    return _fitted((width * scale, height * scale), box, measure)


def inner_view(measure: Measure, size: tuple[float, float]) -> View | None:
    """An `svg` or `symbol` within the drawing; None where nothing of it shows."""
    width, height = size
    if width <= 0 or height <= 0:
        return None
    box = view_box(measure)
    if box is None:
        return View(width, height, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), size)
    return _fitted(size, box, measure)


def _given(measure: Measure, name: str) -> float | None:
    """A size of the outermost `svg`; a percentage is of a page that nobody knows, so none."""
    text = measure.text(name)
    if text is None or text.strip().endswith("%") or text.strip().lower() in ("auto", "fit-content", "max-content"):
        return None
    value = measure.length(name)
    if value <= 0:
        raise SvgError(message("size-wrong"), message("write-view-box"))
    return value


def _fitted(size: tuple[float, float], box: Box, measure: Measure) -> View:
    """preserveAspectRatio (SVG 1.1, 7.8)."""
    words = measure.attributes.get("preserveAspectRatio", "xMidYMid").split()
    if words[:1] == ["defer"]:
        words = words[1:]
    align, manner = (*words, "xMidYMid", "meet")[:2] if len(words) != 1 else (words[0], "meet")
    x, y, across, down = box
    sx, sy = size[0] / across, size[1] / down
    if align == "none":
        return View(*size, (sx, 0.0, 0.0, sy, -x * sx, -y * sy), (across, down))
    known = len(align) == 8 and align[0] == "x" and align[4] == "Y" and align[1:4] in _ALIGN and align[5:] in _ALIGN
    if not known or manner not in ("meet", "slice") or len(words) > 2:
        value = measure.attributes["preserveAspectRatio"]
        raise SvgError(message("value-not-taken", name="preserveAspectRatio", value=short(value)))
    scale = max(sx, sy) if manner == "slice" else min(sx, sy)
    left, top = _ALIGN[align[1:4]] * (size[0] - across * scale), _ALIGN[align[5:]] * (size[1] - down * scale)
    return View(*size, (scale, 0.0, 0.0, scale, left - x * scale, top - y * scale), (across, down))
