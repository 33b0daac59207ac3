"""Numbers and lengths, as attributes and style sheets write them.

In: texts, and what relative lengths are measured by. Out: user units (px). Raises SvgError.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from report.artwork.svg.faults import SvgError, short
from report.messages import message

NUMBER = r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
SPACE = " \t\r\n\f"
_length = re.compile(rf"[{SPACE}]*({NUMBER})(%|[A-Za-z]*)[{SPACE}]*").fullmatch
_numbers = re.compile(NUMBER).findall
# Possessive, so that a long run of digits before a mistake cannot be split in every way there is.
_only_numbers = re.compile(rf"[{SPACE}]*+(?:(?>{NUMBER})[{SPACE}]*+,?+[{SPACE}]*+)*+").match
_UNITS = {
    "": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6,
}  # fmt: skip


class Scale(NamedTuple):
    """What relative lengths are measured by: the nearest viewport, in user units; the size of type."""

    width: float
    height: float
    em: float | None = None

    @property
    def diagonal(self) -> float:
        return math.hypot(self.width, self.height) / math.sqrt(2)


@lru_cache(4096)
def _parsed(text: str) -> tuple[float, str] | None:
    """Number and unit."""
    found = _length(text)
    return (float(found[1]), found[2].lower()) if found else None


def length(text: str, name: str, whole: float | None, em: float | None = None, bare: bool = True) -> float:
    """whole: what 100 % is, None where no percentage can be taken. bare: may a number stand without its unit?"""
    parsed = _parsed(text)
    if not parsed:
        raise SvgError(message("length-not-taken", name=name, value=short(text)))
    value, unit = parsed
    factor = _UNITS.get(unit)
    if unit == "%" and whole is not None:
        factor = whole / 100
    elif unit == "em":
        factor = em
    if factor is None or (not unit and value and not bare):
        raise SvgError(message("length-not-taken", name=name, value=short(text)))
    if not math.isfinite(value * factor):
        raise OverflowError
    return value * factor


def share(text: str, name: str) -> float:
    """An opacity: a number or a percentage, kept to 0…1."""
    parsed = _parsed(text)
    if not parsed or parsed[1] not in ("", "%"):
        raise SvgError(message("length-not-taken", name=name, value=short(text)))
    return min(max(parsed[0] / (100 if parsed[1] else 1), 0.0), 1.0)


def numbers_of(text: str) -> tuple[list[float], str]:
    """The numbers that a text begins with, apart by spaces or commas, and what is left of it."""
    found = _only_numbers(text)
    end = found.end() if found else 0
    return [float(n) for n in _numbers(text[:end])], text[end:]


def parse_numbers(text: str) -> list[float]:
    """A list of numbers and nothing else."""
    values, rest = numbers_of(text)
    if rest or text.rstrip(SPACE).endswith(","):
        raise SvgError(message("numbers-wrong", text=short(text)))
    return values


class Measure(NamedTuple):
    """The lengths of one element: its attributes, under what style sheets say of it."""

    attributes: Mapping[str, str]
    css: Mapping[str, str]
    scale: Scale

    def text(self, name: str) -> str | None:
        return self.css[name] if self._in_css(name) else self.attributes.get(name)

    def length(self, name: str) -> float:
        return self.auto(name) or 0.0

    def auto(self, name: str) -> float | None:
        """None where it is not said, or left to the rest."""
        text = self.text(name)
        if text is None:
            return None
        parsed = _parsed(text)
        if parsed and parsed[1] == "" and not self._in_css(name) and -1e99 < parsed[0] < 1e99:
            return parsed[0]
        if text.strip().lower() == "auto":
            return None
        return length(text, name, self._whole(name), self.scale.em, not self._in_css(name))

    def extent(self, name: str) -> float:
        return self.positive(name) or 0.0

    def positive(self, name: str) -> float | None:
        value = self.auto(name)
        if value is not None and value < 0:
            raise SvgError(message("length-below-zero", name=name, value=short(self.text(name) or "")))
        return value

    def _in_css(self, name: str) -> bool:
        return name in self.css and name not in _NO_PROPERTIES

    def _whole(self, name: str) -> float:
        kind = _AXES.get(name)
        return self.scale.width if kind == "x" else self.scale.height if kind == "y" else self.scale.diagonal


_NO_PROPERTIES = frozenset(("x1", "y1", "x2", "y2"))  # of CSS: a line's ends are attributes alone (SVG 2, 10.5)
_AXES = {
    "x": "x", "cx": "x", "rx": "x", "x1": "x", "x2": "x", "width": "x", "refX": "x", "markerWidth": "x", "fx": "x",
    "y": "y", "cy": "y", "ry": "y", "y1": "y", "y2": "y", "height": "y", "refY": "y", "markerHeight": "y", "fy": "y",
}  # fmt: skip
