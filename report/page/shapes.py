"""Makers of shapes and paths: rules, rectangles, polygons, circles. Lengths are pt, y runs down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from report.page import Path, Shape, Stroke
from report.units import Rect

KAPPA = 0.5522847498  # control distance of a quarter circle drawn as one Bézier


def rectangle(rect: Rect, fill: str | None = None, stroke: Stroke | None = None, owner: Any = None) -> Shape:
    x, y, w, h = rect
    path = ("M", x, y, "L", x + w, y, "L", x + w, y + h, "L", x, y + h, "Z")
    return Shape(path=path, fill=fill, stroke=stroke, owner=owner)


def rule(x: float, y: float, length: float, thickness: float, ink: str) -> Shape:
    """A horizontal rule as a filled bar whose top is y."""
    return rectangle(Rect(x, y, length, thickness), fill=ink)


def polygon(points: list[tuple[float, float]], fill: str | None = None, stroke: Stroke | None = None) -> Shape:
    path: list[Any] = []
    for i, (x, y) in enumerate(points):
        path += ("L" if i else "M", x, y)
    return Shape(path=(*path, "Z"), fill=fill, stroke=stroke)


def ellipse_path(cx: float, cy: float, rx: float, ry: float) -> Path:
    kx, ky = rx * KAPPA, ry * KAPPA
    return (
        "M", cx + rx, cy,
        "C", cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry,
        "C", cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy,
        "C", cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry,
        "C", cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy,
        "Z",
    )  # fmt: skip


def mapped(path: Path, to: Callable[[float, float], tuple[float, float]]) -> Path:
    """The path with every point moved: operators stay, the pairs of numbers between them become to(x, y)."""
    made: list[Any] = []
    numbers: list[float] = []
    for part in path:
        if isinstance(part, str):
            made.append(part)
            continue
        numbers.append(part)
        if len(numbers) == 2:
            made += to(*numbers)
            numbers.clear()
    return tuple(made)


def circle(cx: float, cy: float, r: float, fill: str, owner: Any = None) -> Shape:
    return Shape(path=ellipse_path(cx, cy, r, r), fill=fill, owner=owner)
