"""What a cell says: numbers and dates as departments type them, and as spreadsheets hold them."""

from __future__ import annotations

import datetime

import pytest

from report.figures.dates import serial_date, written_date
from report.source.numbers import exact, meant
from report.workbook import cells
from report.workbook.container import address
from report.workbook.sheets import Cell


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1234", 1234),
        ("１２３４", 1234),
        ("1,234", 1234),
        ("１，２３４．５", 1234.5),
        ("▲3", -3),
        ("△1,234.5", -1234.5),
        ("－７", -7),
        ("−7", -7),
        ("＋3", 3),
        ("▲ 3", -3),
        ("　12　", 12),
        ("0", 0),
        *((text, None) for text in ("", "①", "⑴", "1⃣", "㈱", "Ⅳ", "五", "½", "²", "٣", "12,5", "1,23", "1 234", "1e3")),
        *((text, None) for text in (".5", "5.", "3人", "約3", "95%", "1.2.3", "--3", "▲", "(3)", "3-")),
    ],
)
def test_a_number_is_digits_and_signs_alone(text: str, value: float | None) -> None:
    assert exact(text) == value


@pytest.mark.parametrize("text", ["①", "⑫", "3①", "⁵", "⒈"])
def test_what_only_shows_a_digit_means_none(text: str) -> None:
    assert meant(text) is None


def test_a_unit_may_show_one() -> None:
    assert meant("3m²") == ("3", "m2")


DAY = datetime.date(2024, 4, 1)


@pytest.mark.parametrize(
    "text",
    [
        "令和6年4月1日",
        "令和６年４月１日",
        "令6.4.1",
        "R6.4.1",
        "r6/4/1",
        "Ｒ６．４．１",
        "2024/4/1",
        "2024-04-01",
        "2024.4.1",
        "2024年4月1日",
        "2024年4月1日（月）",
        "令和 6年 4月 1日",
        "20240401",
    ],
)
def test_a_date_as_it_is_typed(text: str) -> None:
    assert written_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    ["", "4月1日", "4/1", "令和6年4月", "令和6年4月末", "2024/4-1", "2024/13/1", "令和6年2月30日", "6.4.1", "12345678"],
)
def test_no_date(text: str) -> None:
    assert written_date(text) is None


def test_an_era_has_a_first_and_a_last_day() -> None:
    days = (
        "平成31年4月30日",
        "平成31年5月1日",
        "令和元年5月1日",
        "令和元年4月30日",
        "昭和64年1月7日",
        "昭和64年1月8日",
    )
    assert [bool(written_date(day)) for day in days] == [True, False, True, False, True, False]


def test_a_serial_number_counts_from_either_epoch() -> None:
    assert serial_date(45383) == serial_date(43921, is_1904=True) == serial_date(20240401) == DAY
    assert serial_date(45383.5) is serial_date(6) is None


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (cells.number, 3.0, 3),
        (cells.number, 0.1 + 0.2, 0.3),
        (cells.number, None, None),
        (cells.as_of, datetime.datetime(2024, 4, 1, 12, 30), "2024-04-01"),
        (cells.as_of, 45383.0, "2024-04-01"),
        (cells.as_of, None, ""),
        (cells.approximate, "○", True),
        (cells.approximate, "いいえ", False),
        (cells.approximate, True, True),
        (cells.approximate, None, False),
        (cells.status, "仮の値（速報）", "provisional"),
        (cells.status, "該当なし", "none"),
        (cells.status, None, ""),
        (cells.note, "一行目\n二行目\u200b　続き", "一行目 二行目　続き"),
        (cells.note, 2024.0, "2024"),
        (cells.source, "区政概要", "区政概要"),
    ],
)
def test_a_cell(read: object, value: object, expected: object) -> None:
    found = read(Cell(value, (0, 0)), "項目")  # type: ignore[operator]
    assert found == expected


@pytest.mark.parametrize(("at", "name"), [((0, 0), "A1"), ((11, 1), "B12"), ((1048575, 16383), "XFD1048576")])
def test_an_address(at: tuple[int, int], name: str) -> None:
    assert address(*at) == name
