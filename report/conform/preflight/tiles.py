"""Tilings nobody draws (ISO 32000-1, 8.7.3).

In: a pattern. Out: whether its cells lie so near one another that a page of them would keep a renderer busy for good.
"""

from __future__ import annotations

from typing import Any

from report.conform.preflight.objects import get, number, numbers
from report.conform.preflight.shapes import matrix

FINEST = 0.25  # pt² a cell: on A4 some two million of them; a press's own screen has 2 pt²


def is_endless(pattern: Any) -> bool:
    """Of a tiling pattern alone."""
    if number(get(pattern, "PatternType")) != 1:
        return False
    by = matrix(numbers(get(pattern, "Matrix")))
    step = number(get(pattern, "XStep")) * number(get(pattern, "YStep"))
    return abs(step * (by.a * by.d - by.b * by.c)) < FINEST
