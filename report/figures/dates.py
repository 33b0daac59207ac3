"""Dates as people write them, and as spreadsheets count them.

In: a text (令和6年4月1日, R6.4.1, 2024/4/1, full-width too) or the number of a day. Out: the date, where there is one
reading of it.
"""

from __future__ import annotations

import datetime
import re

from report.figures.format import ERAS, YEAR_ONE, parse_year

ASCII = {0xFF01 + place: 0x21 + place for place in range(94)} | {0x3000: 0x20}
DAY_ZERO = datetime.date(1899, 12, 30)  # of spreadsheets: what Excel takes for 29 February 1900 is long past
DAY_ZERO_1904 = datetime.date(1904, 1, 1)
COUNTED = range(10_000, 80_000)  # days: from 1927 to 2118
WHOLE = range(1900_00_00, 2100_00_00)  # 20240401


def written_date(text: str) -> datetime.date | None:
    """With year, month and day; an era must have had the year and the day."""
    plain = re.sub(r"\s", "", text.translate(ASCII))
    plain = re.sub(r"(?:現在|時点)$", "", plain)
    plain = re.sub(r"[（(][日月火水木金土](?:曜日?)?[)）]$", "", plain)
    found = re.fullmatch(
        r"(?P<year>\d{4}|(?:令和?|平成?|昭和?|大正?|明治?|[RHSTMrhstm]\.?)(?:元|\d{1,2}))(?:(?P<sign>[-/.])|年)"
        r"(?P<month>\d{1,2})(?(sign)(?P=sign)|月)(?P<day>\d{1,2})(?(sign)|日)",
        plain,
        re.ASCII,
    )
    if found is None:
        return _whole(plain)
    year = parse_year(found["year"].upper().replace(".", ""))
    date = _date(year or 0, int(found["month"]), int(found["day"]))
    era = next((era for era in ERAS if found["year"][0].upper() in (era[2][0], era[3])), None)
    if date and era:
        first, _, name, _ = era
        newer = next((each[0] for each in reversed(ERAS) if each[0] > first), None)
        if date.year < YEAR_ONE[name] or date < first or (newer and date >= newer):
            return None
    return date


def serial_date(number: float, is_1904: bool = False) -> datetime.date | None:
    """Of a day's number, or of one written as 20240401."""
    if number != int(number):
        return None
    if int(number) in COUNTED:
        return (DAY_ZERO_1904 if is_1904 else DAY_ZERO) + datetime.timedelta(days=int(number))
    return _whole(str(int(number)))


def _whole(digits: str) -> datetime.date | None:
    if not re.fullmatch(r"\d{8}", digits, re.ASCII) or int(digits) not in WHOLE:
        return None
    return _date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
