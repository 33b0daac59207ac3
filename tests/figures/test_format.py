"""Wording of years, dates and numbers."""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.figures import format as wording


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("平26", 2014),
        ("平成26年度", 2014),
        ("H31", 2019),
        ("令元", 2019),
        ("令和5年度", 2023),
        ("R5", 2023),
        ("昭63", 1988),
        ("2014", 2014),
        ("令和3年度末", 2021),
        ("五年", None),
        ("平", None),
        ("26", None),
        ("令0", None),
        ("R00", None),
        ("R05", 2023),
        ("平31", 2019),
        ("平32", None),
        ("平40", None),
        ("平1", 1989),
        ("昭64", 1989),
        ("昭65", None),
        ("大正元", 1912),
        ("T15", 1926),
        ("T16", None),
        ("明治1", 1868),
        ("M45", 1912),
        ("M46", None),
    ],
)
def test_years_are_read_as_offices_write_them(text: str, year: int | None) -> None:
    assert wording.parse_year(text) == year


def test_a_year_is_read_as_it_is_written_and_found_in_each_way_that_it_is_read() -> None:
    texts = [f"{era}{count}" for era in "明大昭平令" for count in range(100)]
    read = {text: wording.parse_year(text) for text in texts}
    for year in range(1873, 2118):
        assert wording.parse_year(wording.short_year(year)) == wording.parse_year(wording.fiscal_year(year)) == year
        found = wording.spellings(year).fullmatch
        assert {text for text in read if found(text)} == {text for text, known in read.items() if known == year}


@pytest.mark.parametrize(
    ("year", "named", "others"),
    [
        (2023, "令和5年度 令5 R5 R５ 2023年 ２０２３年", "令和15年 令和51年 2023人 12023年 CR5 令和元年 平成5年"),
        (2019, "令和元年 令元 令1 平成31年 H31 2019年", "令和11年 平成3年"),
        (1989, "平成元年 昭和64年", "平成10年"),
    ],
)
def test_a_year_is_found_in_any_spelling(year: int, named: str, others: str) -> None:
    pattern = wording.spellings(year)
    assert all(map(pattern.search, named.split(" ")))
    assert not any(map(pattern.search, others.split(" ")))


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ((2023, 4, 1), "令和5年4月1日"),
        ((2019, 5, 1), "令和元年5月1日"),
        ((2019, 4, 30), "平成31年4月30日"),
        ((1989, 1, 7), "昭和64年1月7日"),
    ],
)
def test_a_date_takes_the_era_of_its_day(date: tuple[int, int, int], words: str) -> None:
    assert wording.wareki(datetime.date(*date)) == words


def test_an_axis_names_the_era_where_it_begins() -> None:
    assert wording.axis_years(range(2017, 2022)) == ["平29", "30", "令元", "2", "3"]
    assert wording.axis_years([2014, 2016, 2018, 2020, 2022]) == ["平26", "28", "30", "令2", "4"]
    assert wording.fiscal_year(2019) == "令和元年度"


@pytest.mark.parametrize(
    ("value", "words"),
    [(8500.0, "8,500"), (78.4, "78.4"), (-3.0, "−3"), (0.1 + 0.2, "0.3"), (1234567.0, "1,234,567"), (-0.0, "0")],
)
def test_numbers_have_separators_and_no_noise(value: float, words: str) -> None:
    assert wording.number(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (40_000_000_000, "400億"),
        (12_345, "1万2,345"),
        (105_000_000, "1億500万"),
        (0, "0"),
        (-20_000, "−2万"),
        (19_999.9999999, "2万"),
        (99_999_999.99999999, "1億"),
        (9_999.9999996, "1万"),
        (-0.0000001, "0"),
        (19_999.999999, "1万9,999.999999"),
    ],
)
def test_large_numbers_go_in_groups_of_four_digits(value: float, words: str) -> None:
    assert wording.grouped(value) == words


@given(st.floats(-1e15, 1e15) | st.builds(lambda n, e: n * 1e4 - e, st.integers(-9, 9**9), st.floats(-1e-5, 1e-5)))
def test_groups_add_up_to_the_number_and_each_is_below_a_myriad(value: float) -> None:
    sizes = {name: size for size, name in wording.MYRIADS} | {"": 1}
    groups = re.findall(r"([\d,.]+)([兆億万]?)", wording.grouped(value))
    amounts = [(Decimal(digits.replace(",", "")), name) for digits, name in groups]
    assert all(0 < amount < 10_000 for amount, _ in amounts) or wording.grouped(value) == "0"
    total = sum(amount * sizes[name] for amount, name in amounts)
    assert wording.number(-total if value < 0 else total) == wording.number(value)


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("2023-04-01", True),
        ("04-01", True),
        ("令5", True),
        ("2023-02-29", False),
        ("2024-02-29", True),
        ("02-29", False),  # of every year
        ("13-01", False),
        ("春", False),
        ("2023-W01-1", False),
        ("２０２３-０４-０１", False),
        ("０４-０１", False),
        ("平40", False),
    ],
)
def test_an_as_of_date_must_exist(text: str, sound: bool) -> None:
    assert wording.is_as_of(text) is sound


def test_a_date_is_written_in_one_way() -> None:
    assert wording.parse_date("2023-01-02") == datetime.date(2023, 1, 2)
    assert [wording.parse_date(text) for text in ("2023-W01-1", "2023W01-11", "20230102", "2023-1-2", "")] == [None] * 5


@pytest.mark.parametrize(
    ("as_of", "date"),
    [
        ("04-01", "2023-04-01"),
        ("12-31", "2023-12-31"),
        ("01-01", "2024-01-01"),
        ("03-31", "2024-03-31"),
        ("令5", "令5"),
        ("2020-03-31", "2020-03-31"),
        ("", ""),
    ],
)
def test_a_day_of_a_fiscal_year_lies_from_april_to_march(as_of: str, date: str) -> None:
    assert wording.as_of_date(as_of, 2023) == date
    assert wording.as_of_date(as_of) == as_of


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("2024-02-29", True),
        ("2023-02-29", False),
        ("2000-02-29", True),
        ("1900-02-29", False),
        ("2023-13-01", False),
        ("2023-4-1", False),
        ("0000-01-01", False),
        ("２０２３-01-01", False),
    ],
)
def test_what_is_a_date(text: str, good: bool) -> None:
    assert (wording.parse_date(text) is not None) is good


@pytest.mark.parametrize(
    ("value", "step", "rounded"),
    [
        (8512, 100, 8500),
        (8550, 100, 8600),
        (-8550, 100, -8600),
        (2.5, 1, 3),
        (1.005, 0.01, 1.01),
        (0.4, 1, 0),
        (6871947.6735, 0.001, 6871947.674),
        (49, 100, 0),
    ],
)
def test_a_half_is_rounded_up(value: float, step: float, rounded: float) -> None:
    assert wording.rounded_to(value, step) == pytest.approx(rounded, abs=1e-9)


@given(st.decimals(-(10**9), 10**9, places=4), st.integers(0, 4))
def test_decimals_are_fixed_as_by_hand(value: Decimal, digits: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    assert wording.fixed(float(value), digits) == f"{expected if expected else abs(expected):,}".replace("-", "−")


@pytest.mark.parametrize(
    ("text", "step"),
    [("百", 100), ("万", 10**4), ("百万", 10**6), ("100万", 10**6), ("1億", 10**8), ("1,000", 1000), ("0.5", 0.5),
     ("十億", 10**9), ("百千", None), ("万人", None), ("", None), ("一", None)],
)  # fmt: skip
def test_steps_are_read_as_offices_say_them(text: str, step: float | None) -> None:
    assert wording.step_of(text) == step


@pytest.mark.parametrize(
    ("date", "western", "both", "weekday"),
    [
        (datetime.date(2023, 10, 1), "2023年10月1日", "令和5年（2023年）10月1日", "日曜日"),
        (datetime.date(2019, 4, 30), "2019年4月30日", "平成31年（2019年）4月30日", "火曜日"),
        (datetime.date(2019, 5, 1), "2019年5月1日", "令和元年（2019年）5月1日", "水曜日"),
        (datetime.date(1872, 1, 1), "1872年1月1日", "1872年1月1日", "月曜日"),
    ],
)
def test_dates_are_worded_in_either_calendar(date: datetime.date, western: str, both: str, weekday: str) -> None:
    assert (wording.western(date), wording.both(date), wording.weekday(date)) == (western, both, weekday)
    assert wording.both_years(2019) == "令和元年度（2019年度）"
    assert wording.both_years(1870) == "1870年度"
