"""Whether words agree with the figure that is drawn beside them.

In: a line as it is printed ("約8,500人", "95%超", "4割", "1億2,345万円"). Out: the quantities in it, and whether one
of them can stand for a value: as many decimals as are written must be right, and with 約, 超 or the like it need only
be near.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from report.figures.format import PER_CENT, SIZES

NUMBER = r"(?:\d[\d,]*(?:\.\d+)?[兆億万千]?)+"
BEFORE = "約|およそ|ほぼ"
AFTER = r"(?:超え?|以上|以下|余り?|強|弱|未満|程度|前後|近く)(?:$|[のにをがはでとたる、。)])"
NEAR = 0.1  # of the value: what 約 and 超 may be off
TENTHS = "割"


class Quantity(NamedTuple):
    """step: of the last decimal that is written. unit: the words after it, as far as they go on. loose: with 約."""

    value: float
    step: float
    unit: str
    loose: bool

    def stands_for(self, value: float) -> bool:
        """Whether an office may print it for that value."""
        slack = max(self.step / 2, NEAR * abs(value)) if self.loose else self.step / 2
        return abs(self.value - value) <= slack + 1e-9


def quantities(text: str) -> list[Quantity]:
    """The numbers of a line, each with what follows it."""
    line = unicodedata.normalize("NFKC", text)
    pattern = re.compile(rf"({BEFORE})?({NUMBER})([^\d\s]*)")
    return [_quantity(found) for found in pattern.finditer(line)]


def shares(text: str) -> list[Quantity]:
    """Those in per cent; 4割 is 40 %."""
    found = []
    for each in quantities(text):
        if each.unit.startswith(TENTHS):
            found.append(each._replace(value=each.value * 10, step=each.step * 10))
        elif each.unit.startswith(tuple(map(_plain, PER_CENT))):
            found.append(each)
    return found


def of_unit(text: str, unit: str) -> list[Quantity]:
    """Those in a unit."""
    return [each for each in quantities(text) if unit and each.unit.startswith(_plain(unit))]


def contradicts(told: Iterable[Quantity], *values: float) -> bool:
    """Whether something is told, and none of it stands for one of the values."""
    found = list(told)
    return bool(found) and not any(each.stands_for(value) for each in found for value in values)


def _plain(unit: str) -> str:
    return unicodedata.normalize("NFKC", unit)


def _quantity(found: re.Match[str]) -> Quantity:
    before, number, after = found.groups()
    value, step = 0.0, 1.0
    for digits, size in re.findall(r"(\d[\d,]*(?:\.\d+)?)([兆億万千]?)", number):
        factor = float(SIZES.get(size, 1))
        plain = digits.replace(",", "")
        value += float(plain) * factor
        step = factor * 10.0 ** -len(plain.partition(".")[2])
    return Quantity(value, step, after, bool(before or re.search(AFTER, after)))
