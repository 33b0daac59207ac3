"""Saddle stitch: which page stands where on the sheets that, folded and laid into one another, make a booklet.

In: the number of pages and the side of the spine. Out: the sheets from the outermost inwards, and the creep of each.

A sheet carries four pages, two on each side, and is turned over about its fold's direction: as a spread is wider than
high that is its *short* edge, so a duplex printer is set to "flip on short edge". What lies on the left of the back is
then behind what lies on the right of the front, and both sides are upright.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from report.units import mm

Binding = Literal["left", "right"]  # where the spine is, seen from the front cover: left for horizontal lines


class Side(NamedTuple):
    """The pages of a side, numbered from 1 as in the file; None: blank."""

    left: int | None
    right: int | None


class Sheet(NamedTuple):
    """front: outwards in the folded booklet. back: inwards."""

    front: Side
    back: Side


def reading_order(count: int) -> tuple[int | None, ...]:
    """The booklet's pages as one turns them: a multiple of 4, filled up with None.

    The blanks stand before the last page, which is the back cover and stays outside; all pages before them keep their
    place, so that no spread is torn apart. A single page is a front cover.
    """
    if count < 1:
        raise ValueError("a booklet of no pages")
    missing: tuple[int | None, ...] = (None,) * (-count % 4)
    pages = tuple(range(1, count + 1))
    return pages + missing if count == 1 else pages[:-1] + missing + pages[-1:]


def blanks(count: int) -> tuple[int, ...]:
    """Which pages of the folded booklet are blank, numbered from 1."""
    return tuple(place for place, page in enumerate(reading_order(count), start=1) if page is None)


def sheets(count: int, binding: Binding) -> tuple[Sheet, ...]:
    """The sheets of a booklet of `count` pages, from the cover inwards."""
    rest = list(reading_order(count))
    found = []
    while rest:
        first, second, *rest, last_but_one, last = rest
        if binding == "left":  # the front cover is a right-hand page
            found.append(Sheet(Side(last, first), Side(second, last_but_one)))
        else:
            found.append(Sheet(Side(first, last), Side(last_but_one, second)))
    return tuple(found)


def sides(count: int) -> int:
    """How many sides of sheets a booklet of `count` pages has."""
    return -(-count // 4) * 2


def creep(index: int, thickness: float) -> float:
    """How far (pt) the pages of a sheet move to the spine. index: 0 is the outermost. thickness: of the paper, mm.

    Each sheet is folded around those within and pushes them outwards by its own thickness, and the stack is cut at
    the fore-edge in one go: of sheet i the cut takes i × thickness more than of the cover. This is the model of a sharp
    crease, which folding machines and instructions for printers reckon with; round folds push by up to π/2 of that,
    so who has measured a dummy gives the thickness that fits it.
    """
    return mm(thickness) * index
