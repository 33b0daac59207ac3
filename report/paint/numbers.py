"""Numbers as PDF takes them (ISO 32000-1, 7.3.3)."""

from __future__ import annotations

from collections.abc import Sequence


def number(value: float, places: int = 4) -> str:
    """A real: no exponent, no trailing zeros."""
    written = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def numbers(values: Sequence[float], places: int = 4) -> str:
    return " ".join([number(value, places) for value in values])
