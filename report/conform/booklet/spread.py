"""Two pages side by side on a sheet of paper: where they stand, where they are cut, what of them shows.

In: a page's size, its bleed, a paper. Out: places on the sheet, in PDF coordinates (pt, y up, from its lower left
corner), for pages whose own origin is the lower left corner of their trim.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from report.units import Size, mm

Half = Literal["left", "right"]
Box = tuple[float, float, float, float]  # left, foot, right, head
Matrix = tuple[float, float, float, float, float, float]

A3_LANDSCAPE = Size(420, 297)  # mm
SAME = 0.001  # sizes that differ by less are rounded, not different


class Spread(msgspec.Struct, frozen=True):
    """page: one page's trim as it lies there, scaled. bleed: what shows beyond. paper: the whole sheet. All pt."""

    page: Size
    bleed: float
    paper: Size
    scale: float = 1.0

    @property
    def fold(self) -> float:
        """The fold's x: the middle of the paper."""
        return self.paper.width / 2

    def trim(self, creep: float = 0.0) -> Box:
        """Both pages, cut. The cut goes through all sheets at once, so that an inner one loses `creep` at each
        fore-edge (pt): its own cut lies that much nearer to the fold."""
        foot = (self.paper.height - self.page.height) / 2
        aside = self.page.width - creep
        return (self.fold - aside, foot, self.fold + aside, foot + self.page.height)

    def bleed_box(self, creep: float) -> Box:
        """Both pages with their bleed."""
        left, foot, right, head = self.trim(creep)
        return (left - self.bleed, foot - self.bleed, right + self.bleed, head + self.bleed)

    def shown(self, half: Half, creep: float) -> Box:
        """What of the sheet a page may paint: its bleed on three sides, and nothing beyond the fold."""
        left, foot, right, head = self.bleed_box(creep)
        return (left, foot, self.fold, head) if half == "left" else (self.fold, foot, right, head)

    def matrix(self, half: Half, creep: float) -> Matrix:
        """From a page's own plane to the sheet, moved to the fold by `creep` (pt)."""
        left, foot, _, _ = self.trim(creep)
        x = left if half == "left" else self.fold - creep
        return (self.scale, 0.0, 0.0, self.scale, x, foot)


def for_press(page: Size, bleed: float, paper: Size | None, room: float) -> Spread:
    """In full size on `paper` (mm), by default just large enough for the bleed and, beyond it, `room` for marks (pt).
    ValueError if it is too small."""
    margin = bleed + room
    needed = Size(2 * page.width + 2 * margin, page.height + 2 * margin)
    if paper is None:
        return Spread(page, bleed, needed)
    given = Size(mm(paper.width), mm(paper.height))
    if given.width < needed.width - SAME or given.height < needed.height - SAME:
        fitting = f"{needed.width / mm(1):.1f} × {needed.height / mm(1):.1f} mm"
        raise ValueError(f"a sheet of {paper.width:g} × {paper.height:g} mm is too small: {fitting} are needed")
    return Spread(page, bleed, given)


def for_office(page: Size, paper: Size | None) -> Spread:
    """Without bleed in the middle of `paper` (mm; by default A3 landscape), made smaller only if it does not fit."""
    width, height = paper or A3_LANDSCAPE
    given = Size(mm(width), mm(height))
    scale = min(given.width / (2 * page.width), given.height / page.height)
    if scale > 1 - SAME:  # the paper has the page's roundings, so that no box is larger than it
        return Spread(page, 0.0, Size(max(given.width, 2 * page.width), max(given.height, page.height)))
    return Spread(Size(page.width * scale, page.height * scale), 0.0, given, scale)
