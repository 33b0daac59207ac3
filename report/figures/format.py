"""How figures and dates are worded in Japanese.

In: numbers, fiscal years of the western calendar, ISO dates. Out: strings as an office prints them: 約8,500人,
400億円, 令和5年4月1日, 令和5年度, 平26. Eras change inside a year, so a date asks the day and a fiscal year (April to
March) takes the era in which most of it lies: 2019年度 is 令和元年度. No clock: every date comes from the data.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable, Sequence

ERAS = (  # first day, first fiscal year, name, letter; the newest first
    (datetime.date(2019, 5, 1), 2019, "令和", "R"),
    (datetime.date(1989, 1, 8), 1989, "平成", "H"),
    (datetime.date(1926, 12, 25), 1927, "昭和", "S"),
    (datetime.date(1912, 7, 30), 1912, "大正", "T"),
    (datetime.date(1873, 1, 1), 1873, "明治", "M"),  # since the Gregorian calendar; the era itself began in 1868
)
YEAR_ONE = {"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868}
LAST = {"平成": 31, "昭和": 64, "大正": 15, "明治": 45}  # the year of the era in which the next one begins
YEAR = re.compile(r"(?:(令和?|平成?|昭和?|大正?|明治?|[RHSTM])(元|\d{1,2})|(\d{4}))(?:年度?)?(?:末)?")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MONTH_DAY = re.compile(r"(\d{2})-\d{2}", re.ASCII)
APRIL = 4
DECIMALS = 6  # that a number is rounded to
PER_CENT = frozenset(("%", "％", "パーセント"))
MYRIADS = ((10**12, "兆"), (10**8, "億"), (10**4, "万"))
SIZES = {"十": 10, "百": 100, "千": 1000} | {name: size for size, name in MYRIADS}
COUNTED = "([兆億万千]|[十百千][億万])([^兆億万千].*)"  # a unit that counts by more than ones: 千円, 百万人


def parse_year(text: str) -> int | None:
    """A fiscal year of the western calendar: "平26", "令元", "H26", "令和5年度" or "2014"; None when it is none.

    平31 is one more way to write 2019, 平32 is no year."""
    found = YEAR.fullmatch(text.strip())
    if found is None:
        return None
    if found[3]:
        return int(found[3])
    era = next(name for _, _, name, letter in ERAS if found[1] in (name, name[0], letter))
    number = 1 if found[2] == "元" else int(found[2])
    return YEAR_ONE[era] + number - 1 if 1 <= number <= LAST.get(era, number) else None


def parse_date(text: str) -> datetime.date | None:
    """A date written year-month-day, or None: of the other forms of ISO 8601 none is taken."""
    try:
        return datetime.date.fromisoformat(text) if ISO_DATE.fullmatch(text) else None
    except ValueError:
        return None


def moment(text: str) -> datetime.datetime:
    """An ISO date, as its first moment."""
    return datetime.datetime.fromisoformat(text)


def as_of_date(as_of: str, year: int | None = None) -> str:
    """The as-of of a figure, made full: in the fiscal year of a point, 2023, "04-01" of a series is "2023-04-01" and
    "03-31", its last day, "2024-03-31"."""
    found = MONTH_DAY.fullmatch(as_of)
    if year is None or found is None:
        return as_of
    return f"{year if int(found[1]) >= APRIL else year + 1:04}-{as_of}"


def year_of_date(date: datetime.date) -> int:
    """The fiscal year that it lies in."""
    return date.year if date.month >= APRIL else date.year - 1


def is_as_of(text: str) -> bool:
    """An ISO date, a fiscal year, or month and day of every year ("04-01"), so not 29 February."""
    if MONTH_DAY.fullmatch(text):
        return parse_date(f"2023-{text}") is not None
    return parse_date(text) is not None or parse_year(text) is not None


def later(date: str, years: int) -> str:
    """An ISO date so many years later, of 29 February the 28th; other words as they are."""
    found = parse_date(date)
    if found is None or not 0 < found.year + years < 10000:
        return date
    moved = f"{found.year + years:04}{date[4:]}"
    return moved if parse_date(moved) else f"{moved[:-2]}28"


def wareki(date: datetime.date) -> str:
    """令和5年4月1日."""
    for first, _, name, _ in ERAS:
        if date >= first:
            return f"{name}{_first(date.year - YEAR_ONE[name] + 1)}年{date.month}月{date.day}日"
    return western(date)


def western(date: datetime.date) -> str:
    """2023年4月1日."""
    return f"{date.year}年{date.month}月{date.day}日"


def both(date: datetime.date) -> str:
    """令和5年（2023年）4月1日."""
    era, year, rest = wareki(date).partition("年")
    return f"{era}{year}{'' if era == str(date.year) else f'（{date.year}年）'}{rest}"


def weekday(date: datetime.date) -> str:
    """土曜日."""
    return f"{'月火水木金土日'[date.weekday()]}曜日"


def western_year(year: int) -> str:
    """2023年度."""
    return f"{year}年度"


def both_years(year: int) -> str:
    """令和5年度（2023年度）."""
    return fiscal_year(year) + (f"（{year}年度）" if era_year(year)[0] else "")


def fiscal_year(year: int) -> str:
    """令和5年度."""
    name, number = era_year(year)
    return f"{name}{_first(number)}年度" if name else f"{year}年度"


def short_year(year: int) -> str:
    """令5, 平26, 令元."""
    name, number = era_year(year)
    return f"{name[:1]}{_first(number)}" if name else str(year)


def year_like(year: int, example: str) -> str:
    """A year written as another one is: 令5, 令和5, R5, 令和5年度, 2023."""
    found = YEAR.fullmatch(example.strip())
    if found is None:
        return short_year(year)
    rest = example.strip()[found.end(3) if found[3] else found.end(2) :]
    name, number = era_year(year)
    if found[3] or not name:
        return f"{year}{rest}"
    letter = next(sign for _, _, era, sign in ERAS if era == name)
    written = letter if found[1].isascii() else name if len(found[1]) > 1 else name[0]
    return f"{written}{number if found[1].isascii() else _first(number)}{rest}"


def spans(years: Sequence[int], among: Sequence[int]) -> str:
    """Some years of a series in words: 平27〜29、令2・3; "全年度" for all. among: the years of the series."""
    if len(years) == len(among):
        return "全年度"
    runs: list[list[int]] = []
    for year in years:
        at = among.index(year)
        if runs and at and among[at - 1] == runs[-1][-1]:
            runs[-1].append(year)
        else:
            runs.append([year])
    told = []
    for run in runs:
        first, last = axis_years([run[0], run[-1]])
        told.append(first if len(run) == 1 else f"{first}{'・' if len(run) == 2 else '〜'}{last}")
    return "、".join(told)


def axis_years(years: Iterable[int]) -> list[str]:
    """Labels of a year axis: the era is named where it begins (平26, 27 … 令元, 2)."""
    labels, before = [], None
    for year in years:
        name, number = era_year(year)
        labels.append(short_year(year) if name != before or not name else _first(number))
        before = name
    return labels


def spellings(year: int) -> re.Pattern[str]:
    """Finds a year where a text names it, calendar or fiscal, in each era that it lies in: 令和5年, 令5, R5, 2023年."""
    words, end = [f"(?<!\\d){_either(year)}年"], year
    for _, _, name, letter in ERAS:
        if (count := year - YEAR_ONE[name] + 1) < 1 or year > end:
            continue
        end = YEAR_ONE[name]
        words.append(
            f"(?:{name[0]}{name[1]}?|(?<![A-Za-z]){letter})(?:{_either(count)}{'|元' if count == 1 else ''})(?!\\d)"
        )
    return re.compile("|".join(words))


def era_year(year: int) -> tuple[str, int]:
    """Era and year of era of a fiscal year; ("", year) before the Gregorian calendar came to Japan."""
    for _, first, name, _ in ERAS:
        if year >= first:
            return name, year - YEAR_ONE[name] + 1
    return "", year


def number(value: float) -> str:
    """8,500 · 78.4 · −3; no digits beyond the sixth decimal."""
    rounded = round(value, DECIMALS)
    text = f"{abs(rounded):,.{DECIMALS}f}".rstrip("0").rstrip(".")
    return f"−{text}" if rounded < 0 else text


def fixed(value: float, digits: int) -> str:
    """95.0: so many decimals, the last one rounded half up (四捨五入)."""
    rounded = rounded_to(value, 10.0**-digits)
    return f"{'−' if rounded < 0 else ''}{abs(rounded):,.{digits}f}"


def rounded_to(value: float, step: float) -> float:
    """The nearest multiple of a step, a half away from zero, whatever a float makes of 1.005."""
    from decimal import ROUND_HALF_UP, Decimal

    exact, unit = Decimal(repr(round(value, DECIMALS + 3))), Decimal(repr(step))
    return float((exact / unit).to_integral_value(ROUND_HALF_UP) * unit) or 0.0


def step_of(text: str) -> float | None:
    """百, 万, 百万, 100万, 0.5 or 1,000 as a number; None of other words."""
    found = re.fullmatch(r"(\d[\d,]*(?:\.\d+)?)?([十百千]?[万億兆]?)", text)
    if not found or not text:
        return None
    return float((found[1] or "1").replace(",", "")) * math.prod(SIZES[each] for each in found[2])


def decimals(value: float) -> int:
    """How many a number is written with."""
    return len(number(value).partition(".")[2])


def plain(value: float) -> str:
    """8500: for tables that other programs read."""
    return number(value).replace(",", "").replace("−", "-")


def grouped(value: float) -> str:
    """In groups of four digits: 400億, 1万2,345. Decimals stay with the last group."""
    value = round(value, DECIMALS)
    rest, parts = abs(value), []
    for size, name in MYRIADS:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{number(count)}{name}")
    if rest or not parts:
        parts.append(number(rest))
    return ("−" if value < 0 else "") + "".join(parts)


def in_ones(value: float, unit: str) -> tuple[float, str]:
    """A value in 億円 or 千円 as one in 円; others as they are."""
    found = re.match(COUNTED, unit)
    if found is None:
        return value, unit
    for size in found[1]:
        value *= SIZES[size]
    return value, found[2]


def quantity(value: float, unit: str, approximate: bool = False) -> str:
    """約8,500人."""
    return f"{'約' if approximate else ''}{number(value)}{unit}"


def _either(number: int) -> str:
    """A pattern of its digits, half-width or full-width."""
    return "".join(f"[{digit}{chr(ord(digit) - ord('0') + ord('０'))}]" for digit in str(number))


def _first(number: int) -> str:
    return "元" if number == 1 else str(number)
