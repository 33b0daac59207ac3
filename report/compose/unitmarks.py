"""A count drawn as marks: what panels and changes show under their numbers.

In: figures and a width. Out: a Drawing, or None after an error at the id's place.
"""

from __future__ import annotations

from typing import Literal

from report.artwork.studio import Units
from report.compose.room import Room
from report.figures.model import FigureRef
from report.page import Drawing

MOST, MOST_COLUMNS = 2000, 100  # marks, and marks side by side; more are no longer seen one by one


def counted(count: FigureRef, added: FigureRef | None, columns: int, room: Room) -> tuple[int, int] | None:
    """The two figures as numbers of marks; None after an error when they cannot be drawn."""
    whole, extra = (round(each.found.value) if each and each.found else 0 for each in (count, added))
    if 1 <= whole <= MOST and 0 <= extra <= whole and 1 <= columns <= MOST_COLUMNS:
        return whole, extra
    message = f"cannot draw {whole} marks, {extra} of them added, in {columns} columns"
    hint = f"count is the whole with the added ones in it, at most {MOST}; columns go from 1 to {MOST_COLUMNS}"
    room.report.error(count.origin, message, hint)
    return None


def unit_chart(
    marks: tuple[int, int], columns: int, width: float, shape: Literal["circle", "square"], room: Room
) -> Drawing:
    """Squares or circles over the width (pt); the added ones in the accent ink."""
    whole, extra = marks
    return room.studio.units(Units(whole, extra, columns, round(width, 2), shape), room.family)
