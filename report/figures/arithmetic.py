"""What an expression reckons with: numbers that know their unit, year and status, years, and a series up to a year.

In: Amounts. Out: Amounts that keep what is known of them: a sum of which a part is provisional is provisional, a
difference knows that it is a change and from which figures it came. What cannot be is a Refusal.
"""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import NamedTuple

from report.figures import format as wording
from report.figures.model import Amount, split_year
from report.messages import Message, message

POINTS = "ポイント"  # the unit of a difference of two numbers in per cent


class Refusal(Exception):
    """at: which argument is wrong, counted from 0; None: the word itself. message: None: told already."""

    def __init__(self, message: Message | None, hint: Message | None = None, at: int | None = None):
        super().__init__(message)
        self.message, self.hint, self.at = message, hint, at


class Year(NamedTuple):
    """A fiscal year. used: ids of the figures that it was found with."""

    year: int
    used: tuple[str, ...] = ()


class Years(NamedTuple):
    """A series, or a figure with values of years, as an edition sees it.

    data: each year up to the edition's, without planned values; None if they are not known, which is told elsewhere.
    alone: what the id says by itself, if anything; hint: for who wrote it where a number belongs.
    """

    id: str
    data: tuple[Amount, ...] | None
    hint: Message | None = None
    alone: Amount | None = None

    def known(self) -> tuple[Amount, ...]:
        """At least one."""
        if self.data is None:
            raise Refusal(None)
        if not self.data:
            raise Refusal(message("series-not-begun", id=self.id))
        return self.data

    def unbroken(self, begin: int = 0) -> tuple[Amount, ...]:
        """The same from a place on; a Refusal if a year is missing among them."""
        data = self.known()
        step = spacing(data)
        for earlier, later in pairwise(data[begin:]):
            if year_of(later) != year_of(earlier) + step:
                raise self.missing(year_of(earlier) + step)
        return data[begin:]

    def missing(self, year: int) -> Refusal:
        return Refusal(message("year-missing", id=self.id, year=wording.short_year(year)))


Value = Amount | datetime.date | Year | str  # words are worded as they are, and no more


def year_of(amount: Amount) -> int:
    assert amount.year is not None
    return amount.year


def spacing(data: tuple[Amount, ...]) -> int:
    """Of the years of a series: 5 of a census; 1 unless three or more stand evenly."""
    steps = [year_of(later) - year_of(earlier) for earlier, later in pairwise(data)]
    return steps[0] if len(steps) > 1 and len({*steps}) == 1 else 1


def combine(sign: str, left: Value, right: Value) -> Amount:
    """left + right, and so on."""
    if not isinstance(left, Amount) or not isinstance(right, Amount):
        raise Refusal(message("dates-in-sum"))
    unit = _unit(sign, left, right)
    value = {
        "+": lambda: left.value + right.value,
        "-": lambda: left.value - right.value,
        "*": lambda: left.value * right.value,
        "/": lambda: left.value / right.value,
    }[sign]()
    return joined(left, right, value=value, unit=unit, level=_level(sign, left, right))


def joined(left: Amount, right: Amount, *, value: float, unit: str, level: float | None = None) -> Amount:
    """A number made of two: what is known of both is known of it."""
    digits = [each.digits for each in (left, right) if each.digits is not None]
    years = {each.year for each in (left, right) if each.used}
    return Amount(
        value=value,
        unit=unit,
        approximate=left.approximate or right.approximate,
        status="provisional" if "provisional" in (left.status, right.status) else "derived",
        as_of=left.as_of if left.as_of == right.as_of else "",
        used=left.used + right.used,
        year=years.pop() if len(years) == 1 else None,
        level=level,
        digits=max(digits, default=None),
    )


def of_one_unit(left: Amount, right: Amount) -> tuple[float, float]:
    """The values of two amounts, of which one may be in 千円 and the other in 億円; a Refusal of 人 and 校."""
    if left.unit == right.unit or {left.unit, right.unit} <= wording.PER_CENT:
        return left.value, right.value
    (one, its), (other, others) = wording.in_ones(left.value, left.unit), wording.in_ones(right.value, right.unit)
    if its != others:
        bare = message("bare-number")
        raise Refusal(message("units-not-divided", left=left.unit or bare, right=right.unit or bare))
    return one, other


def _unit(sign: str, left: Amount, right: Amount) -> str:
    """Of a sum, a product or a quotient. Per cent less per cent are points."""
    units = (left.unit, right.unit)
    if sign in "+-":
        if {*units} <= wording.PER_CENT:
            return POINTS if sign == "-" else left.unit
        if left.unit in wording.PER_CENT and right.unit == POINTS:
            return left.unit
        if all(units) and left.unit != right.unit:
            raise Refusal(message("units-not-added", left=left.unit, right=right.unit))
    elif sign == "*":
        if all(units):
            raise Refusal(message("units-not-multiplied", left=left.unit, right=right.unit))
    else:
        if not right.value:
            raise Refusal(message("division-by-zero"))
        if right.unit and right.unit != left.unit:
            bare = message("bare-number")
            raise Refusal(message("units-not-divided", left=left.unit or bare, right=right.unit))
        return "" if right.unit else left.unit
    return left.unit or right.unit


def _level(sign: str, left: Amount, right: Amount) -> float | None:
    """Of a change, the newer of the two values; None of what is none. Nothing that turns the sign keeps it."""
    if sign == "-":
        return left.value if _is_change(left, right) else None
    if left.level is not None and right.level is not None:
        return left.level + right.level if sign == "+" else None
    if sign == "*" and left.level is None:
        left, right = right, left
    return left.level if sign in "*/" and right.value > 0 else None


def _is_change(newer: Amount, older: Amount) -> bool:
    """Whether a difference is one of time: of figures, of the same series, the newer less the older."""
    if not newer.used or not older.used or newer.level is not None or older.level is not None:
        return False
    if newer.year is not None and older.year is not None:
        return newer.year > older.year and _runs(newer) == _runs(older)
    if any(year for each in (newer, older) if each.year is None for _, year in map(split_year, each.used)):
        return False  # of several years
    dates = [wording.parse_date(each.as_of) for each in (newer, older)]
    return not (dates[0] and dates[1] and dates[0] <= dates[1])


def _runs(amount: Amount) -> set[str]:
    return {split_year(id)[0] for id in amount.used}
