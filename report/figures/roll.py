"""A new year is opened: every series and figure that continues gets that year, without a value, to be asked for.

In: the Figures, the edition's year and the new one. Out: Answers that say which years are open; what is not opened, and
why. What is not `ended` continues: a series unless its years lie regularly apart, more than one, and the new one
is not due; a figure if it has years, or a date.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from report.figures.edits import Answer
from report.figures.entries import OPEN, FigureEntry
from report.figures.model import Figures

REGULAR = 3  # values a regular number of years apart that show when the next is due


class Rolled(NamedTuple):
    """opened: to be written. waiting: ids of series of which another year is due next, with that year. planned: ids
    whose value for the new year was a plan."""

    opened: tuple[Answer, ...]
    waiting: dict[str, int]
    planned: tuple[str, ...]


def roll(figures: Figures, year: int) -> Rolled:
    opened: list[Answer] = []
    waiting: dict[str, int] = {}
    planned: list[str] = []
    for id, entry in figures.entries.items():
        known = figures.points.get(id, {})
        if year in known:
            planned += [id] if known[year].planned else []
            continue
        if entry.ended or year in figures.awaited.get(id, {}) or year in figures.without.get(id, {}):
            continue
        if isinstance(entry, FigureEntry) and not entry.values and (entry.value is None or not entry.as_of):
            continue
        next_ = due(sorted(each for each, point in known.items() if not point.planned))
        if next_ and next_ > year:
            waiting[id] = next_
            continue
        opened.append(Answer(id, year, None, status=OPEN))
    return Rolled(tuple(opened), waiting, tuple(planned))


def due(years: list[int]) -> int | None:
    """The year after the last ones, if they lie regularly apart."""
    steps = [later - earlier for earlier, later in pairwise(years[-REGULAR:])]
    return years[-1] + steps[0] if len(steps) == REGULAR - 1 and len({*steps}) == 1 else None
