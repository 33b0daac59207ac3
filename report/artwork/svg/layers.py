"""Marks and what lies over them (clips, masks, groups seen through) as the Items of a drawing.

In: marks in painting order, each with the holes that it is seen through. Out: Shapes, neighbours of one paint merged;
where there are holes, or opacity, Placed drawings in the same plane.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from typing import Any

from report.artwork.merge import Mark, merged
from report.artwork.svg.properties import Doubt
from report.page import IDENTITY, Cut, Drawing, Item, Placed
from report.units import Size

Hole = Cut | Drawing  # a clip; a mask
Entry = tuple[tuple[Hole, ...], Mark | Placed]


class Layer:
    """One sheet of a drawing. named: makes keys of the drawings within. alpha, mask: of the sheet as a whole; doubt: to
    be told if anything lies on it."""

    def __init__(
        self, size: Size, named: Callable[[], str], alpha: float = 1.0, mask: Drawing | None = None,
        doubt: Doubt | None = None,
    ) -> None:  # fmt: skip
        self.alpha, self.mask, self.doubt = alpha, mask, doubt
        self.size, self.named = size, named
        self._entries: list[Entry] = []

    def add(self, what: Mark | Placed, holes: tuple[Hole, ...] = ()) -> None:
        self._entries.append((holes, what))

    @property
    def items(self) -> tuple[Item, ...]:
        made: list[Item] = []
        for holes, run in itertools.groupby(self._entries, lambda entry: entry[0]):
            made += self.through(_painted([what for _, what in run]), holes)
        return tuple(made)

    def through(self, items: Sequence[Item], holes: tuple[Hole, ...]) -> Sequence[Item]:
        """Items seen through all of the holes."""
        masks = [hole for hole in holes if isinstance(hole, Drawing)]
        for mask in masks:
            items = [self.laid(items, mask=mask)]
        cuts = tuple(hole for hole in holes if isinstance(hole, Cut))
        return [self.laid(items, cuts=cuts)] if cuts else items

    def laid(
        self, items: Sequence[Item], *, cuts: tuple[Cut, ...] = (), alpha: float = 1.0, mask: Drawing | None = None
    ) -> Placed:
        drawing = Drawing(self.named(), self.size, tuple(items))  # type: ignore[arg-type]
        return Placed(drawing=drawing, matrix=IDENTITY, cuts=cuts, alpha=alpha, mask=mask)

    def closed(self) -> list[Placed]:
        """The sheet as a part of the one below it."""
        items = self.items
        return [self.laid(items, alpha=self.alpha, mask=self.mask)] if items else []


class Canvas:
    """The sheets of a drawing, the last of them on top. decimals: what is kept of a coordinate. masking: what of a mask
    is being painted, its "luminance" or its "alpha"; "" while it is the drawing itself."""

    def __init__(self, size: Size, key: str) -> None:
        count = itertools.count(1)
        self.size = size
        # A ten-thousandth of the drawing: 0.02 pt where a picture is as large as a page.
        self.decimals = max(0, round(4 - math.log10(min(size))))
        self.masking = ""
        self._named = lambda: f"{key}/{next(count)}"
        self._layers = [Layer(size, self._named)]

    @property
    def top(self) -> Layer:
        return self._layers[-1]

    @property
    def depth(self) -> int:
        return len(self._layers)

    def begin(self, alpha: float = 1.0, mask: Drawing | None = None, doubt: Doubt | None = None) -> None:
        self._layers.append(Layer(self.size, self._named, alpha, mask, doubt))

    def end(self) -> Layer:
        return self._layers.pop()

    def drawing(self, items: Sequence[Item]) -> Drawing:
        """In the same plane."""
        return Drawing(self._named(), self.size, tuple(items))  # type: ignore[arg-type]


def _painted(what: list[Mark | Placed]) -> list[Item]:
    made: list[Item] = []
    for is_mark, each in itertools.groupby(what, lambda each: isinstance(each, Mark)):
        run: list[Any] = list(each)
        made += merged(run) if is_mark else run
    return made
