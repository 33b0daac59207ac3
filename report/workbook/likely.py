"""Whether a year's value can be what it says, by the values of earlier years.

In: the value, what is known of the figure, and the remark beside it. Out: Messages. A remark answers for a change; a
factor of 10 is told all the same. A figure that has moved as far before is not asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from report.figures.format import PER_CENT, decimals, quantity
from report.messages import Message, message
from report.workbook.asked import Asked, Given
from report.workbook.rules import DOUBLE, FACTORS, NEAR, STEPS


def doubts(given: Given, row: Asked) -> Iterator[tuple[Message, Message | None]]:
    """Each with a hint in the place of its own, if there is a better one. row: as the project has it now."""
    value, before = given.number, row.before
    if value is None:
        return
    values = [each for _, each in row.past] or [before or 0.0]
    if row.unit in PER_CENT and abs(value) > 100 and all(abs(each) <= 100 for each in values) and not given.note:
        yield message("value-per-cent", label=row.name, read=_worded(value, row)), None
    if before is None:
        return
    factor = _factor(value, before)
    if factor and not _was_so(value, before, values):
        times = message("times", count=factor) if abs(value) > abs(before) else message("part", count=factor)
        known = _known(value, before, row)
        if given.note:
            yield message("value-factor-remarked", **known, times=times, note=given.note), None
        else:
            is_share = row.unit in PER_CENT and abs(value) <= 1 < abs(before)
            yield message("value-factor", **known, times=times), message("number-per-cent") if is_share else None
    elif not given.note and _is_wild(value, before, values, row):
        yield message("value-wild", **_known(value, before, row)), None
    elif value % 1 and value != before and len(values) > 1 and decimals(value) > max(map(decimals, values)):
        known = {"label": row.name, "read": _worded(value, row), "before": _worded(before, row)}
        yield message("value-decimals", **known), None


def _known(value: float, before: float, row: Asked) -> dict[str, object]:
    return {
        "label": row.name,
        "read": _worded(value, row),
        "before": _worded(before, row),
        "when": row.when or "前回",
    }


def _worded(value: float, row: Asked) -> str:
    return quantity(value, row.unit)


def _factor(value: float, before: float) -> int:
    """10, 100 or 1,000, if the one is about so many times the other; else 0."""
    if value * before <= 0:
        return 0
    ratio = max(abs(value / before), abs(before / value))
    return next((each for each in FACTORS if each / NEAR <= ratio <= each * NEAR), 0)


def _was_so(value: float, before: float, values: list[float]) -> bool:
    """Whether the figure has changed by as great a factor before, in the same direction."""
    ratio = value / before
    steps = [later / earlier for earlier, later in pairwise(values) if earlier * later > 0]
    return any(step >= ratio if ratio > 1 else step <= ratio for step in steps)


def _is_wild(value: float, before: float, values: list[float], row: Asked) -> bool:
    """Twice or half of the last value, or below 0 for the first time; by more than a few, and farther than ever."""
    if value < 0 <= min(*values, before):
        return True
    moved = abs(value - before)
    if moved < abs(before) * (DOUBLE - 1) and abs(value) * DOUBLE > abs(before):
        return False
    farthest = max((abs(later - earlier) for earlier, later in pairwise(values)), default=0.0)
    return moved > farthest and moved >= STEPS * 10.0**-row.decimals
