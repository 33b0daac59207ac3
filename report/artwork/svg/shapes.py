"""The shapes of SVG as outlines (SVG 1.1, 9; SVG 2, 10 where radii are left out).

In: an element's lengths. Out: an Outline in the element's own user units. Raises SvgError.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from report.artwork.svg.faults import short
from report.artwork.svg.lengths import Measure, numbers_of
from report.artwork.svg.path import BrokenPath, parse_path, rectangle_path
from report.messages import message
from report.page import Path
from report.page.shapes import ellipse_path


class Outline(NamedTuple):
    """one_way: the outline turns clockwise throughout, so that like outlines may overlap in one path. broken: why the
    path ends before its data does."""

    path: Path
    one_way: bool = False
    broken: BrokenPath | None = None


_NOTHING = Outline(())


def _path(m: Measure) -> Outline:
    data, broken = m.attributes.get("d", ""), None
    try:
        path = () if data.strip() == "none" else parse_path(data)
    except BrokenPath as error:
        path, broken = error.path, error
    return Outline(path if "L" in path or "C" in path or "Z" in path else (), broken=broken)


def _rect(m: Measure) -> Outline:
    width, height = m.extent("width"), m.extent("height")
    rx, ry = _radius(m, "rx"), _radius(m, "ry")
    rx, ry = (ry if rx is None else rx) or 0.0, (rx if ry is None else ry) or 0.0
    if not (width and height):
        return _NOTHING
    return Outline(rectangle_path(m.length("x"), m.length("y"), width, height, rx, ry), one_way=True)


def _radius(m: Measure, name: str) -> float | None:
    """A radius below 0 is one left out (SVG 2, 7.4)."""
    value = m.auto(name)
    return None if value is not None and value < 0 else value


def _circle(m: Measure) -> Outline:
    r = m.extent("r")
    return Outline(ellipse_path(m.length("cx"), m.length("cy"), r, r), one_way=True) if r else _NOTHING


def _ellipse(m: Measure) -> Outline:
    rx, ry = _radius(m, "rx"), _radius(m, "ry")
    rx, ry = (ry if rx is None else rx) or 0.0, (rx if ry is None else ry) or 0.0
    if not (rx and ry):
        return _NOTHING
    return Outline(ellipse_path(m.length("cx"), m.length("cy"), rx, ry), one_way=True)


def _line(m: Measure) -> Outline:
    return Outline(("M", m.length("x1"), m.length("y1"), "L", m.length("x2"), m.length("y2")))


def _polyline(m: Measure) -> Outline:
    numbers, rest = numbers_of(m.attributes.get("points", ""))
    broken = None
    if rest:
        broken = BrokenPath(message("numbers-wrong", text=short(rest)))
    elif len(numbers) % 2:
        broken = BrokenPath(message("points-odd"))
    path: list[object] = []
    for i in range(0, len(numbers) - 1, 2):
        path += ("L" if i else "M", numbers[i], numbers[i + 1])
    return Outline(tuple(path) if len(path) > 3 else (), broken=broken)


def _polygon(m: Measure) -> Outline:
    path, _, broken = _polyline(m)
    return Outline((*path, "Z") if path else (), broken=broken)


OUTLINES: dict[str, Callable[[Measure], Outline]] = {
    "path": _path,
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
