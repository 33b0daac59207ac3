"""Neighbouring marks of one paint become one shape: fewer operators, fewer seams, the same picture.

In: marks in painting order. Out: page Shapes in painting order. Under the nonzero rule (ISO 32000-1, 8.5.3.3.2)
marks that overlap in one path add up their windings; they may share a path only where no sum can fall to
zero: when they turn the same way, or do not touch. Opaque strokes may share a path, any number of them; what is seen
through may not: where it lies on itself there is more of it.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from typing import NamedTuple

from report.page import Paint, Path, Shape, Sheer, Stroke

Box = tuple[float, float, float, float]  # left, top, right, bottom


class Mark(NamedTuple):
    """One painted outline. winding: +1 or -1 where the outline surely turns one way throughout, else 0."""

    path: Path
    fill: Paint | None
    stroke: Stroke | None
    evenodd: bool
    winding: int
    alpha: float = 1.0


class Spot(NamedTuple):
    """Where an outline lies. turn: +1 or -1 where it may lie on others that turn the same way, else 0."""

    box: Box
    turn: int


def merged(marks: list[Mark]) -> tuple[Shape, ...]:
    """Shapes that paint the same as `marks` do one after the other."""
    shapes: list[Shape] = []
    for (fill, *_, alpha), run in itertools.groupby(marks, lambda mark: (*mark[1:4], mark.alpha)):
        alike = list(run)
        if alpha != 1:
            shapes += [_joined([mark]) for mark in alike]
            continue
        spots = [] if fill is None else [Spot(bounds(mark), _turn(mark)) for mark in alike]
        at = 0
        while at < len(alike):
            end = _end(spots, at) if spots else len(alike)
            shapes.append(_joined(alike[at:end]))
            at = end
    return tuple(shapes)


def bounds(mark: Mark) -> Box:
    """A box that surely holds the mark, stroke and mitres included (control points hold their curve)."""
    xs, ys = _coordinates(mark.path)
    reach = 0.0
    if mark.stroke:
        reach = mark.stroke.width / 2 * (max(mark.stroke.mitre, 1.5) if mark.stroke.join == "miter" else 1.5)
    return min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach


def _turn(mark: Mark) -> int:
    return mark.winding if mark.stroke is None and not mark.evenodd else 0


def _end(spots: list[Spot], begin: int) -> int:
    """Where the group ends that begins there: at the first that may not join those before it.

    Groups twice as long are tried until one is too long, then those between: n log² n comparisons at the most."""
    sound, step = begin + 1, 1
    while sound < len(spots) and may_share(spots[begin : sound + step]):
        sound, step = min(sound + step, len(spots)), 2 * step
    beyond = min(sound + step, len(spots))
    while beyond - sound > 1:
        middle = (sound + beyond) // 2
        sound, beyond = (middle, beyond) if may_share(spots[begin:middle]) else (sound, middle)
    return sound


def may_share(spots: Sequence[Spot]) -> bool:
    """Whether outlines of these boxes may share a path: those that touch turn the same way.

    A line sweeps from left to right over the boxes; those that it crosses are known by their tops and bottoms."""
    crossed: dict[int, tuple[list[float], list[float]]] = {-1: ([], []), 0: ([], []), 1: ([], [])}
    events = [(spot.box[0], 0, i) for i, spot in enumerate(spots)]
    events += [(spot.box[2], 1, i) for i, spot in enumerate(spots)]
    for _, leaves, i in sorted(events):
        (_, top, _, bottom), turn = spots[i]
        tops, bottoms = crossed[turn]
        if leaves:
            del tops[bisect_left(tops, top)], bottoms[bisect_left(bottoms, bottom)]
            continue
        for other, (begins, ends) in crossed.items():  # begun at its bottom at the latest, less those ended above it
            if (not turn or other != turn) and bisect_right(begins, bottom) > bisect_left(ends, top):
                return False
        insort(tops, top)
        insort(bottoms, bottom)
    return True


def _joined(group: list[Mark]) -> Shape:
    path = group[0].path if len(group) == 1 else tuple(part for mark in group for part in mark.path)
    _, fill, stroke, evenodd, _, alpha = group[0]
    if alpha != 1:
        return Sheer(path=path, fill=fill, stroke=stroke, evenodd=evenodd, alpha=alpha)
    return Shape(path=path, fill=fill, stroke=stroke, evenodd=evenodd)


def _coordinates(path: Path) -> tuple[list[float], list[float]]:
    numbers = [n for n in path if n.__class__ is not str]
    return numbers[::2], numbers[1::2]
