"""Boxes: blocks made ready at a width, and how they share a height.

In: leaf boxes from compose.blocks. Out: columns and rows of them, themselves boxes. Placing a box in a rectangle gives
Items at absolute places.

How a page is filled (styles/README.md, Page filling): pictures give way between their least and most heights; a box
that `fills` takes what is left inside its column; last, room opens above the first box anchored to the bottom. Gaps,
type and leading never change. (Charts, whose turn is after the pictures', are made ready anew: see paginate.)
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

import msgspec

from report.page import Item
from report.units import Rect

Place = Callable[[Rect], list[Item]]
Cut = Callable[
    [float], "tuple[Box, Box] | None"
]  # what stands within a height, and the rest; None: it cannot be cut so
HAIR = 0.01  # pt


class Extent(NamedTuple):
    """Heights a box can have, pt, in rising order."""

    least: float
    natural: float
    most: float

    @classmethod
    def fixed(cls, height: float) -> Extent:
        return cls(height, height, height)

    def plus(self, height: float) -> Extent:
        return Extent(*(value + height for value in self))


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """kind: the block's, for the gaps between neighbours. anchor: where it stands in a column with room to spare.

    fills: takes spare height, in any column or only where it stands alone (a panel around a chart).
    cut: of one that may go on in the next column or page. keeps: stays with what follows it, as a heading does.
    """

    extent: Extent
    place: Place
    kind: str = ""
    anchor: Literal["top", "bottom"] = "top"
    fills: Literal["never", "alone", "always"] = "never"
    cut: Cut | None = None
    keeps: bool = False

    def within(self, height: float) -> tuple[Box, Box] | None:
        """What of it stands within a height, and the rest, if it may be parted there."""
        return self.cut(height) if self.cut else None


def fixed(height: float, place: Place, kind: str = "", anchor: Literal["top", "bottom"] = "top") -> Box:
    return Box(extent=Extent.fixed(height), place=place, kind=kind, anchor=anchor)


def nothing() -> Box:
    """The rest of what has ended."""
    return fixed(0.0, lambda rect: [])


def wrapped(box: Box, around: Callable[[Place], Place]) -> Box:
    """A box, and each part of it, placed as `around` says."""

    def cut(height: float) -> tuple[Box, Box] | None:
        parts = box.within(height)
        return (wrapped(parts[0], around), wrapped(parts[1], around)) if parts else None

    return msgspec.structs.replace(box, place=around(box.place), cut=cut if box.cut else None)


def share(extents: Sequence[Extent], height: float) -> list[float]:
    """Heights that add up to `height` as nearly as the extents allow."""
    natural = [e.natural for e in extents]
    if height >= sum(natural):
        return _grow(natural, [e.most for e in extents], height)
    return _shrink(natural, [e.least for e in extents], height)


def _grow(heights: list[float], limits: list[float], wanted: float) -> list[float]:
    """Give every one the same, but none more than its limit."""
    heights = list(heights)
    while (rest := wanted - sum(heights)) > 0.001:
        able = [i for i, limit in enumerate(limits) if limit - heights[i] > 0.001]
        if not able:
            break
        step = min(rest / len(able), *(limits[i] - heights[i] for i in able))
        for i in able:
            heights[i] += step
    return heights


def _shrink(heights: list[float], limits: list[float], wanted: float) -> list[float]:
    """Take from each in proportion to what it can give."""
    able = sum(h - limit for h, limit in zip(heights, limits, strict=True))
    share_ = min(1.0, max(0.0, sum(heights) - wanted) / able) if able > 0 else 0.0
    return [h - share_ * (h - limit) for h, limit in zip(heights, limits, strict=True)]


def column(boxes: Sequence[Box], gap: Callable[[Box, Box], float], centred: bool = False) -> Box:
    """Boxes below one another, with the gaps of their kinds between them."""
    gaps = [gap(a, b) for a, b in itertools.pairwise(boxes)]
    extent = Extent(*(sum(values) + sum(gaps) for values in zip(*(b.extent for b in boxes), strict=True)))

    def fills(box: Box) -> bool:
        return box.fills == "always" or (box.fills == "alone" and len(boxes) == 1)

    def place(rect: Rect) -> list[Item]:
        heights = share([b.extent for b in boxes], rect.height - sum(gaps))
        spare = max(0.0, rect.height - sum(gaps) - sum(heights))
        fillers = [i for i, box in enumerate(boxes) if fills(box)]
        for i in fillers:
            heights[i] += spare / len(fillers)
        y = rect.y + (spare / 2 if centred and not fillers else 0)
        opened = bool(fillers) or centred
        items: list[Item] = []
        for i, box in enumerate(boxes):
            if box.anchor == "bottom" and not opened:
                y += spare
                opened = True
            items += box.place(Rect(rect.x, y, rect.width, heights[i]))
            y += heights[i] + (gaps[i] if i < len(gaps) else 0)
        return items

    def cut(height: float) -> tuple[Box, Box] | None:
        top = 0.0
        for i, box in enumerate(boxes):
            top += gaps[i - 1] if i else 0.0
            if top + box.extent.natural > height + HAIR:
                break
            top += box.extent.natural
        else:
            return None
        if parts := box.within(height - top):
            return again([*boxes[:i], parts[0]]), again([parts[1], *boxes[i + 1 :]])
        while i and boxes[i - 1].keeps:
            i -= 1
        return (again(boxes[:i]), again(boxes[i:])) if i else None

    def again(some: Sequence[Box]) -> Box:
        return column(some, gap, centred)

    filled = "always" if any(map(fills, boxes)) else "never"
    return Box(extent=extent, place=place, kind="column", fills=filled, cut=cut)


def row(cells: Sequence[tuple[float, float, Box]]) -> Box:
    """Boxes side by side: (offset from the left, width, box); all get the row's height."""
    extent = Extent(*(max(values) for values in zip(*(box.extent for _, _, box in cells), strict=True)))

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        for offset, width, box in cells:
            items += box.place(Rect(rect.x + offset, rect.y, width, rect.height))
        return items

    def cut(height: float) -> tuple[Box, Box] | None:
        """Each cell there; one that has ended is empty in the rest."""
        parts = [(box, nothing()) if box.extent.natural <= height + HAIR else box.within(height) for _, _, box in cells]
        if not all(parts):
            return None
        head, rest = ([(*cell[:2], part[i]) for cell, part in zip(cells, parts, strict=True) if part] for i in (0, 1))
        return row(head), row(rest)

    filled = "always" if all(box.fills == "always" for _, _, box in cells) else "never"
    return Box(extent=extent, place=place, kind="row", fills=filled, cut=cut)
