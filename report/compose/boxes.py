"""Boxes: blocks made ready at a width, and how they share a height.

In: leaf boxes from compose.blocks. Out: columns and rows of them, themselves boxes. Placing a box in a rectangle gives
Items at absolute places.

How a page is filled (DESIGN §8): pictures give way first (`Extent.least`/`most`), then charts by the style's share
(`floor`/`ceiling`); a box that `fills` takes what is left inside its column; last, room opens above the first box
anchored to the bottom. Gaps, type and leading never change.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

import msgspec

from report.page import Item
from report.units import Rect

Place = Callable[[Rect], list[Item]]


class Extent(NamedTuple):
    """Heights a box can have, pt, in rising order."""

    floor: float  # charts shrunk too
    least: float  # pictures shrunk
    natural: float
    most: float  # pictures grown
    ceiling: float  # charts grown too

    @classmethod
    def fixed(cls, height: float) -> Extent:
        return cls(height, height, height, height, height)

    def plus(self, height: float) -> Extent:
        return Extent(*(value + height for value in self))


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """kind: the block's, for the gaps between neighbours. anchor: where it stands in a column with room to spare."""

    extent: Extent
    place: Place
    kind: str = ""
    anchor: Literal["top", "bottom"] = "top"
    fills: bool = False


def fixed(height: float, place: Place, kind: str = "", anchor: Literal["top", "bottom"] = "top") -> Box:
    return Box(extent=Extent.fixed(height), place=place, kind=kind, anchor=anchor)


def share(extents: Sequence[Extent], height: float) -> list[float]:
    """Heights that add up to `height` as nearly as the extents allow."""
    natural = sum(e.natural for e in extents)
    if height >= natural:
        heights = _grow([e.natural for e in extents], [e.most for e in extents], height)
        return _grow(heights, [max(e.most, e.ceiling) for e in extents], height)
    heights = _shrink([e.natural for e in extents], [e.least for e in extents], height)
    return _shrink(heights, [min(e.least, e.floor) for e in extents], height)


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

    def place(rect: Rect) -> list[Item]:
        heights = share([b.extent for b in boxes], rect.height - sum(gaps))
        spare = max(0.0, rect.height - sum(gaps) - sum(heights))
        fillers = [i for i, b in enumerate(boxes) if b.fills]
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

    return Box(extent=extent, place=place, kind="column", fills=any(b.fills for b in boxes))


def row(cells: Sequence[tuple[float, float, Box]]) -> Box:
    """Boxes side by side: (offset from the left, width, box); all get the row's height."""
    extent = Extent(*(max(values) for values in zip(*(box.extent for _, _, box in cells), strict=True)))

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        for offset, width, box in cells:
            items += box.place(Rect(rect.x + offset, rect.y, width, rect.height))
        return items

    return Box(extent=extent, place=place, kind="row", fills=all(b.fills for _, _, b in cells))
