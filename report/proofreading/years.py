"""The fiscal years that a text names.

In: words. Out: Mentions. A month says which fiscal year a calendar year's is: 令和5年3月 lies in 令和4年度.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from report.figures.format import APRIL, parse_year

MENTION = (
    r"(?P<era>(?:令和|平成|昭和|令|平|昭|[RHS](?=\d))(?:元|\d{1,2})|(?<!\d)(?:19|20)\d\d(?=年))"
    r"(?P<fiscal>年度)?(?:年)?(?P<month>\d{1,2}(?=月))?"
)
RELATIVE = {"今年度": 0, "本年度": 0, "昨年度": -1, "前年度": -1, "一昨年度": -2, "来年度": 1}
SPAN = r"(?:\d*月)?(?:\d+日)?(?:以降|以来|から|より)"  # behind a year that begins a stretch of them


class Mention(NamedTuple):
    """years: which fiscal years it may mean."""

    start: int
    end: int
    years: tuple[int, ...]


def mentions(words: str, current: int | None) -> Iterator[Mention]:
    """Those of half-width words, in order; not years from which on something holds."""
    for found in re.finditer(rf"{MENTION}|(?P<relative>{'|'.join(sorted(RELATIVE, key=len, reverse=True))})", words):
        if re.match(SPAN, words[found.end() :]):
            continue
        if found["relative"]:
            if current is not None:
                yield Mention(found.start(), found.end(), (current + RELATIVE[found["relative"]],))
            continue
        year = parse_year(found["era"])
        if year is not None:
            yield Mention(found.start(), found.end(), _meant(year, found["fiscal"], found["month"]))


def _meant(year: int, fiscal: str | None, month: str | None) -> tuple[int, ...]:
    if month and not fiscal:
        return (year,) if int(month) >= APRIL else (year - 1,)
    return (year,) if fiscal else (year, year - 1)
