"""Neighbouring marks of one paint become one shape: fewer operators, fewer seams, the same picture.

In: marks in painting order. Out: page Shapes in painting order. Under the nonzero rule (ISO 32000-1, 8.5.3.3.2)
marks that overlap in one path add up their windings; they may share a path only where no sum can fall to
zero: when they turn the same way, or do not touch. Strokes are opaque, so any number of them may share a path.
"""

from __future__ import annotations

from typing import NamedTuple

from report.page import Path, Shape, Stroke

Box = tuple[float, float, float, float]  # left, top, right, bottom


class Mark(NamedTuple):
    """One painted outline. winding: +1 or -1 where the outline surely turns one way throughout, else 0."""

    path: Path
    fill: str | None
    stroke: Stroke | None
    evenodd: bool
    winding: int


def merged(marks: list[Mark]) -> tuple[Shape, ...]:
    """Shapes that paint the same as `marks` do one after the other."""
    shapes: list[Shape] = []
    group: list[Mark] = []
    boxes: list[Box] = []
    for mark in marks:
        box = bounds(mark)
        if group and not _may_join(group, boxes, mark, box):
            shapes.append(_joined(group))
            group, boxes = [], []
        group.append(mark)
        boxes.append(box)
    if group:
        shapes.append(_joined(group))
    return tuple(shapes)


def bounds(mark: Mark) -> Box:
    """A box that surely holds the mark, stroke and mitres included (control points hold their curve)."""
    xs, ys = _coordinates(mark.path)
    reach = 0.0
    if mark.stroke:
        reach = mark.stroke.width / 2 * (4 if mark.stroke.join == "miter" else 1.5)
    return min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach


def _may_join(group: list[Mark], boxes: list[Box], mark: Mark, box: Box) -> bool:
    first = group[0]
    if (first.fill, first.stroke, first.evenodd) != (mark.fill, mark.stroke, mark.evenodd):
        return False
    if mark.fill is None:
        return True
    one_way = mark.winding and mark.stroke is None and not mark.evenodd
    return all(
        (one_way and other.winding == mark.winding) or _apart(box, near)
        for other, near in zip(group, boxes, strict=True)
    )


def _joined(group: list[Mark]) -> Shape:
    path = group[0].path if len(group) == 1 else tuple(part for mark in group for part in mark.path)
    return Shape(path=path, fill=group[0].fill, stroke=group[0].stroke, evenodd=group[0].evenodd)


def _apart(a: Box, b: Box) -> bool:
    return a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]


def _coordinates(path: Path) -> tuple[list[float], list[float]]:
    numbers = [n for n in path if n.__class__ is not str]
    return numbers[::2], numbers[1::2]
