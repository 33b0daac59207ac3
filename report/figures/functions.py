"""What may be asked of series and numbers in an expression: words after the id of a series, and functions.

    nursery.waiting.change         WORDS: latest, previous, first, change; years up to the edition's
    share(a, b)                    FUNCTIONS: of numbers, series, years and dates

In: Amounts, Years. Out: an Amount or a Year; words for years. What cannot be said is a Refusal: a sentence that would
be wrong stops the build. The list for authors is in README; a test evaluates its examples.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from report.figures import format as wording
from report.figures.arithmetic import Refusal, Value, Year, Years, combine, joined, of_one_unit, spacing, year_of
from report.figures.model import Amount
from report.messages import message

DIGITS = 1  # decimals of shares, ratios and rates, unless a filter says more


def latest(years: Years) -> Amount:
    return years.known()[-1]


def previous(years: Years) -> Amount:
    """Of the year before the latest, or of the survey before it."""
    data = years.known()
    year = year_of(data[-1]) - spacing(data)
    if len(data) == 1 or data[-2].year != year:
        raise years.missing(year)
    return data[-2]


def first(years: Years) -> Amount:
    return years.known()[0]


def change(years: Years) -> Amount:
    """From the previous to the latest."""
    return combine("-", latest(years), previous(years))


PICKS: dict[str, Callable[[Years], Amount]] = {"latest": latest, "previous": previous, "first": first}  # one year
WORDS = {**PICKS, "change": change}


class Function(NamedTuple):
    """form: how it is written. takes: what each argument is ("number", "series", "both", "time"). more: of the last,
    any number."""

    run: Callable[..., Amount | Year | str]
    form: str
    takes: tuple[str, ...]
    more: bool = False


def call(function: Function, arguments: list[Value | Years]) -> Amount | Year | str:
    """Raises Refusal."""
    takes = function.takes
    if function.more:
        takes += takes[-1:] * (len(arguments) - len(takes))
    if len(arguments) != len(takes):
        raise Refusal(message("arguments-wrong", form=function.form))
    arguments = [
        value.alone if kind != "series" and isinstance(value, Years) and value.alone else value
        for value, kind in zip(arguments, takes, strict=True)
    ]
    for at, (value, kind) in enumerate(zip(arguments, takes, strict=True)):
        if not _is(value, kind):
            raise Refusal(message("argument-wrong", wanted=WANTED[kind]), message("write-form", form=function.form), at)
    return function.run(*arguments)


def _is(value: Value | Years, kind: str) -> bool:
    if kind == "time":
        return not isinstance(value, Years | str) and _moment(value) is not None
    return isinstance(value, {"number": Amount, "series": Years, "both": (Amount, Years)}[kind])


def _sum(*parts: Amount | Years) -> Amount:
    """Of numbers; of a series, of all its years."""
    amounts = [amount for part in parts for amount in (part.unbroken() if isinstance(part, Years) else (part,))]
    return functools.reduce(functools.partial(combine, "+"), amounts)


def _share(part: Amount, whole: Amount) -> Amount:
    """In per cent."""
    value, all = of_one_unit(part, whole)
    if not all:
        raise Refusal(message("division-by-zero"), at=1)
    if not 0 <= value / all <= 1:
        raise Refusal(message("share-beyond-whole"))
    made = joined(part, whole, value=value / all * 100, unit="%")
    digits = DIGITS
    while 0 < value < all and digits < wording.DECIMALS and wording.rounded_to(made.value, 10.0**-digits) in (0, 100):
        digits += 1  # 99.96 % are not all, 0.04 % are some
    return msgspec.structs.replace(made, digits=digits)


def _ratio(one: Amount, other: Amount) -> Amount:
    """How many times the other."""
    value, of = of_one_unit(one, other)
    if not of:
        raise Refusal(message("division-by-zero"), at=1)
    return msgspec.structs.replace(joined(one, other, value=value / of, unit="倍"), digits=DIGITS)


def _rate(count: Amount, people: Amount, per: Amount) -> Amount:
    """Of so many people, in the unit of what is counted."""
    of = wording.in_ones(people.value, people.unit)[0]
    if of <= 0:
        raise Refusal(message("division-by-zero"), at=1)
    if per.unit or per.value <= 0:
        raise Refusal(message("argument-wrong", wanted=message("bare-number")), at=2)
    made = joined(count, people, value=count.value / of * per.value, unit=count.unit)
    return msgspec.structs.replace(made, digits=DIGITS)


def _extreme(sign: int, years: Years) -> Amount:
    """The highest (1) or lowest (-1) of all years; of equals the newest."""
    data = years.unbroken()
    found = max(data, key=lambda each: (sign * each.value, each.year))
    return _leaning(found, data)


def _since(sign: int, years: Years) -> Year:
    """The year from which on the latest is above (1) or below (-1) all others."""
    data = years.known()
    now = data[-1]
    begin = next((at for at in range(len(data) - 1, 0, -1) if sign * data[at - 1].value >= sign * now.value), 0)
    years.unbroken(max(begin - 1, 0))
    if begin == len(data) - 1:
        which = message("highest") if sign > 0 else message("lowest")
        rival = data[-2] if len(data) > 1 else now
        value, year = wording.number(rival.value), wording.short_year(year_of(rival))
        raise Refusal(message("latest-not-extreme", id=years.id, which=which, year=year, value=value))
    return Year(year_of(data[begin]), _leaning(now, data[begin:]).used)


def _leaning(amount: Amount, on: tuple[Amount, ...]) -> Amount:
    """The same amount, that holds only if others do."""
    status = "provisional" if any(each.status == "provisional" for each in on) else amount.status
    return msgspec.structs.replace(amount, used=tuple(id for each in on for id in each.used), status=status)


def _marked(is_marked: Callable[[Amount], bool], years: Years) -> str:
    """The years whose value is so."""
    data = years.known()
    found = [year_of(each) for each in data if is_marked(each)]
    if not found:
        return "なし"
    return wording.spans(found, [year_of(each) for each in data])


def _years(begin: Value, end: Value) -> Amount:
    """Whole years from one to the other."""
    one, other = _moment(begin), _moment(end)
    if isinstance(one, int) != isinstance(other, int):
        raise Refusal(message("date-and-year"), at=1)
    if isinstance(one, int):
        count = other - one
    else:
        count = other.year - one.year - ((other.month, other.day) < (one.month, one.day))
    if count < 0 or (count == 0 and other < one):
        raise Refusal(message("years-backwards"), at=1)
    made = joined(_as_amount(begin), _as_amount(end), value=count, unit="年")
    return msgspec.structs.replace(made, approximate=False, as_of="", digits=None)


def _moment(value: Value) -> datetime.date | int | None:
    """A date; a year, that of a point of a series too. 2014 is one."""
    if isinstance(value, Amount):
        return value.year or (
            int(value.value) if value == Amount(value.value) and 1000 <= value.value <= 9999 else None
        )
    return value.year if isinstance(value, Year) else value


def _as_amount(value: Value) -> Amount:
    if isinstance(value, Amount):
        return value
    return Amount(0.0, used=value.used if isinstance(value, Year) else ())


FUNCTIONS = {
    "sum": Function(_sum, "sum(a, b)", ("both",), more=True),
    "share": Function(_share, "share(a, b)", ("number", "number")),
    "ratio": Function(_ratio, "ratio(a, b)", ("number", "number")),
    "rate": Function(_rate, "rate(a, b, 10,000)", ("number", "number", "number")),
    "highest": Function(functools.partial(_extreme, 1), "highest(a)", ("series",)),
    "lowest": Function(functools.partial(_extreme, -1), "lowest(a)", ("series",)),
    "highest-since": Function(functools.partial(_since, 1), "highest-since(a)", ("series",)),
    "lowest-since": Function(functools.partial(_since, -1), "lowest-since(a)", ("series",)),
    "years": Function(_years, "years(a, b)", ("time", "time")),
    "provisional": Function(
        functools.partial(_marked, lambda each: each.status == "provisional"), "provisional(a)", ("series",)
    ),
    "approximate": Function(functools.partial(_marked, lambda each: each.approximate), "approximate(a)", ("series",)),
}
WANTED = {
    "number": message("number"),
    "series": message("series-id"),
    "both": message("number-or-series"),
    "time": message("date-or-year"),
}
