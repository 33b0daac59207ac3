"""Years in time: how far they stand from one another, and where some are missing.

In: the years that a chart shows. Out: their distances in steps, a step being the least time between two of them; where
a step and more is left out, so that a line does not run on as if it were not. Biennial figures of which the last came
a year late are no gap; six years of which two are missing are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

LEAST_PITCH = 0.3  # of the pitch of evenly spaced years: where steps are narrower, gaps are shortened
SHORTENED = 2  # steps that a shortened gap takes; the axis is drawn broken there


def distances(years: Sequence[int]) -> list[int]:
    """From each year to the next one, in whole steps; 1 where they are not in order."""
    between = [after - before for before, after in pairwise(years)]
    step = min(between, default=1)
    return [gap // step if step > 0 else 1 for gap in between]


def shortened(steps: Sequence[int], left_out: Sequence[bool]) -> tuple[list[int], list[bool]]:
    """The steps, with long gaps made short where there would be too little room for the rest; and where the axis is to
    be broken. left_out: whether years with values are left out after each year: such gaps are made short anyway."""
    tight = len(steps) < LEAST_PITCH * sum(steps)
    made = [min(step, SHORTENED) if tight or out else step for step, out in zip(steps, left_out, strict=True)]
    cut = [short < step or (out and step > 1) for short, step, out in zip(made, steps, left_out, strict=True)]
    return made, cut


def stretches(known: Sequence[int], gaps: Sequence[bool]) -> list[range]:
    """Parts of a series in which no year is missing, as ranges of `known`, the indices of the years it has values for.
    gaps: whether years are left out after each year of the chart."""
    cuts = [at for at in range(1, len(known)) if known[at] - known[at - 1] > 1 or gaps[known[at - 1]]]
    return [range(first, last) for first, last in pairwise((0, *cuts, len(known)))]
