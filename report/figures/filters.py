"""How an expression words what it comes to: `| 増減`, `| 約(百)`, `| 和暦`.

In: a value, and what stands in the brackets of a filter. Out: another value (約, 小数, 年度), so that a further filter
may follow, or words. They have Japanese names; those that had an English one keep it. The list for authors is in
README; a test evaluates its examples.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from report.figures import format as wording
from report.figures.arithmetic import Refusal, Value, Year
from report.figures.functions import DIGITS
from report.figures.model import Amount
from report.messages import message
from report.source import LARGEST

Wording = tuple[tuple[str, bool], ...]  # words, and whether they are a number set as a figure
Made = Value | str | Wording
CHANGES = ("増加", "減少", "横ばい", "ゼロを継続")
HERE = "#"  # in an author's own words: by how much


class Filter(NamedTuple):
    """form: how it is written. takes: how many arguments, at least and at most."""

    run: Callable[..., Made]
    form: str = ""
    takes: tuple[int, ...] = (0,)


def worded(value: Made) -> Wording:
    """By itself: a number with its unit, a date and a year in the Japanese calendar."""
    if not isinstance(value, str | Amount | datetime.date | Year):
        return value
    if not isinstance(value, str):
        value = _quantity(value) if isinstance(value, Amount) else _japanese(value)
    return ((value, False),)


def _amount(value: Value) -> Amount:
    if not isinstance(value, Amount):
        raise Refusal(message("filter-of-numbers"))
    return value


def _number(value: Value) -> str:
    amount = _amount(value)
    if amount.digits is None:
        return wording.number(amount.value)
    text = wording.fixed(amount.value, amount.digits)
    return text if amount.fixed or "." not in text else text.rstrip("0").rstrip(".")


def _about(value: Value) -> str:
    return "約" if _amount(value).approximate else ""


def _quantity(value: Value) -> str:
    return f"{_about(value)}{_exact(value)}"


def _exact(value: Value) -> str:
    return f"{_number(value)}{_amount(value).unit}"


def _big(value: Value) -> Wording:
    return (_about(value), False), (_number(value), True), (_amount(value).unit, False)


def _plain(value: Value) -> str:
    return _number(value).replace(",", "").replace("−", "-")


def _myriads(value: Value) -> str:
    amount = _amount(value)
    count, unit = wording.in_ones(amount.value, amount.unit)
    if amount.digits is not None:
        count = wording.rounded_to(count, 10.0**-amount.digits)
    return f"{_about(value)}{wording.grouped(count)}{unit}"


def _percent(value: Value) -> Amount:
    amount = _amount(value)
    if amount.unit and amount.unit not in wording.PER_CENT:
        raise Refusal(message("percent-of-unit", unit=amount.unit))
    scaled = amount.value if amount.unit else amount.value * 100  # a bare share is of 1
    digits = DIGITS if amount.digits is None else amount.digits
    return msgspec.structs.replace(amount, value=scaled, unit="%", digits=digits)


def _in(size: int, name: str, value: Value) -> Amount:
    """In 万, in 億."""
    amount = _amount(value)
    count, unit = wording.in_ones(amount.value, amount.unit)
    return msgspec.structs.replace(amount, value=count / size, unit=f"{name}{unit}")


def _rounded(value: Value, step: str) -> Amount:
    """To a multiple of so many 人 or 円, also of a figure in 千円."""
    amount = _amount(value)
    size = wording.step_of(step)
    if not size or not 10**-wording.DECIMALS <= size <= LARGEST:
        raise Refusal(message("step-wrong", step=step), at=0)
    size /= wording.in_ones(1, amount.unit)[0]
    return msgspec.structs.replace(amount, value=wording.rounded_to(amount.value, size))


def _roughly(value: Value, step: str) -> Amount:
    """Rounded, and 約 if that took something away."""
    amount = _rounded(value, step)
    exact = abs(amount.value - _amount(value).value) < 10**-wording.DECIMALS
    if not exact and not amount.value:
        raise Refusal(message("step-too-large", step=step), at=0)
    return amount if exact else msgspec.structs.replace(amount, approximate=True)


def _decimals(value: Value, count: str) -> Amount:
    if not count.isdecimal() or len(count) > 2 or int(count) > wording.DECIMALS:
        raise Refusal(message("decimals-wrong", count=count, most=wording.DECIMALS), at=0)
    return msgspec.structs.replace(_amount(value), digits=int(count), fixed=True)


def _change(value: Value) -> Amount:
    amount = _amount(value)
    if amount.level is None:
        raise Refusal(message("not-a-change"))
    return amount


def _direction(value: Value, *words: str) -> str:
    """The words for a rise, a fall, none, and none from zero (of an author's own, the third again)."""
    amount = _change(value)
    up, down, same, zero = (*words, words[-1])[:4] if words else CHANGES
    size = wording.rounded_to(amount.value, 10.0 ** -(wording.DECIMALS if amount.digits is None else amount.digits))
    word = up if size > 0 else down if size < 0 else zero if amount.level == 0 else same
    return word.replace(HERE, _quantity(_extent(value))) if HERE in word else word


def _extent(value: Value) -> Amount:
    """Of a change, without its sign, which words like 減少 say."""
    amount = _change(value)
    return msgspec.structs.replace(amount, value=abs(amount.value), level=None)


def _signed(value: Value) -> str:
    number = _number(value)
    sign = "" if number.startswith("−") else "+" if re.search("[1-9]", number) else "±"
    return f"{_about(value)}{sign}{_exact(value)}"


def _year(value: Value) -> Year:
    if isinstance(value, Year):
        return value
    if isinstance(value, Amount):
        if value.year is None:
            raise Refusal(message("year-missing-of-number"))
        return Year(value.year, value.used)
    return Year(value.year if value.month >= wording.APRIL else value.year - 1)


def _moment(value: Value) -> tuple[datetime.date | int, str]:
    """A date or a fiscal year, of a figure its as-of, and what follows it."""
    if not isinstance(value, Amount):
        return (value.year if isinstance(value, Year) else value), ""
    if not value.as_of:
        raise Refusal(message("as-of-missing"))
    moment = wording.parse_date(value.as_of) or wording.parse_year(value.as_of)
    if moment is None:
        raise Refusal(message("as-of-of-every-year", date=value.as_of))
    return moment, "末" if value.as_of.strip().endswith("末") else ""


def _calendar(value: Value, of_date: Callable[[datetime.date], str], of_year: Callable[[int], str]) -> str:
    moment, end = _moment(value)
    return of_year(moment) + end if isinstance(moment, int) else of_date(moment)


def _japanese(value: Value) -> str:
    return _calendar(value, wording.wareki, wording.fiscal_year)


def _western(value: Value) -> str:
    return _calendar(value, wording.western, wording.western_year)


def _both(value: Value) -> str:
    return _calendar(value, wording.both, wording.both_years)


def _date(value: Value) -> datetime.date:
    moment, _ = _moment(value)
    if isinstance(moment, int):
        raise Refusal(message("weekday-of-year"))
    return moment


def _weekday(value: Value) -> str:
    return wording.weekday(_date(value))


def _with_weekday(value: Value) -> str:
    return f"{wording.wareki(_date(value))}（{_weekday(value)[0]}）"


def _as_of(value: Value) -> str:
    return _japanese(_amount(value))


def _sized(name: str) -> Filter:
    size = wording.SIZES[name]
    return Filter(lambda value: _in(size, name, value))


FILTERS = {
    "そのまま": Filter(_quantity),
    "大きく": Filter(_big),
    "数字": Filter(_number),
    "約なし": Filter(_exact),
    "コンマなし": Filter(_plain),
    "単位": Filter(lambda value: _amount(value).unit),
    "億万": Filter(_myriads),
    "百分率": Filter(_percent),
    "和暦": Filter(_japanese),
    "時点": Filter(_as_of),
    "西暦": Filter(_western),
    "併記": Filter(_both),
    "曜日": Filter(_weekday),
    "曜日付き": Filter(_with_weekday),
    "年度": Filter(_year),
    "万": _sized("万"),
    "億": _sized("億"),
    "兆": _sized("兆"),
    "約": Filter(_roughly, "約(百)", (1,)),
    "四捨五入": Filter(_rounded, "四捨五入(百)", (1,)),
    "小数": Filter(_decimals, "小数(1)", (1,)),
    "増減": Filter(_direction, "増減(増加, 減少, 横ばい)", (0, 3, 4)),
    "増減幅": Filter(_extent),
    "符号付き": Filter(_signed),
}
ENGLISH = {  # second names, of before
    "value": "そのまま",
    "big": "大きく",
    "number": "数字",
    "exact": "約なし",
    "plain": "コンマなし",
    "unit": "単位",
    "oku": "億万",
    "percent": "百分率",
    "wareki": "和暦",
    "as-of": "時点",
}
FILTERS |= {name: FILTERS[japanese] for name, japanese in ENGLISH.items()}


def apply(filter: Filter, value: Value, arguments: list[str]) -> Made:
    """Raises Refusal."""
    if len(arguments) not in filter.takes:
        raise Refusal(message("arguments-wrong", form=filter.form) if filter.form else message("arguments-none"))
    return filter.run(value, *arguments)
