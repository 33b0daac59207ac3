"""Numbers that an author typed.

In: a passage. Out: its Numbers, each with its value, its unit and what it may stand for. No numbers: dates, years, what
counts years or ages, telephone numbers, ordinals (第3次, 6か所目), ends of ranges, parts of names and addresses.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from report.figures.format import SIZES
from report.proofreading.passages import Passage

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
MYRIADS = "兆億万"
KANJI = "〇一二三四五六七八九"
# 十 and 百 and 千 of a unit as 百万円 stand before 万 and 億
SIZE = r"(?:[十百千]?[兆億万]|[百千](?![貨科代葉]))"
PATTERN = (
    rf"(?P<about>約|およそ|ほぼ)?(?P<sign>[▲△−-])?"
    rf"(?P<number>(?:{DIGITS}{SIZE}?)+|(?:[{KANJI}十百千]+[兆億万])+(?:[{KANJI}十百千]+)?)"
)
BEFORE = rf"(?:[\dA-Za-z.,:/+＋第数何※#]|\d[-−－‐]|[{KANJI}十百千]|[~〜～–])$"
RANGE = r"\s*(?:[~〜～–]|から\d|[-−－‐/:]\d|[〇-鿿]{0,3}[~〜～–])"
NO_COUNT = (  # units that number or date what they follow
    r"(?:年度?|月|日|時|分|秒|歳|才|週|世紀|代|号|番|条|項|章|丁目|階|次|期|位|級|等|回目|点目|つ|"
    r"[A-Za-z]{0,3}[/-]\d|ページ|頁|度|倍)"
)
BEHIND = (
    r"(?:目|当|あ?たり|以上|以下|未満|以内|まで|ずつ|ごと|おき|につき|者|所得|口|気|材|台の|級|制|ポイント|[A-Za-z])"
)
LOOSE = r"(?:超え?|余り?|強|弱|程度|前後|近く)"


class Number(NamedTuple):
    """value: in ones, 3億 as 300,000,000. step: of the last decimal that is written. after: the words behind it, from
    its unit on. start, digits, end: of 約, of the number itself, and behind it, in the passage."""

    passage: Passage
    value: float
    step: float
    about: bool
    start: int
    digits: int
    end: int
    after: str

    @property
    def figures(self) -> int:
        """How many digits say something: of 8,500 two."""
        text = "".join(c for c in self.passage.narrow[self.digits : self.end] if c.isdecimal())
        return len(text.strip("0")) or 1

    def unit(self, unit: str) -> int | None:
        """Where a unit ends that stands behind it; None if another one stands there."""
        if not unit or not self.after.startswith(unit):
            return None
        rest = self.after[len(unit) :]
        return None if re.match(BEHIND, rest) else self.end + len(unit)


def numbers(passage: Passage) -> Iterator[Number]:
    """In the order they stand in."""
    text = passage.narrow
    if not re.search(rf"\d|[{KANJI}十百千][{MYRIADS}]", text):
        return
    for found in re.finditer(PATTERN, text):
        before, after = text[: found.start()], text[found.end() :]
        if re.search(BEFORE, before) or re.match(rf"{RANGE}|{NO_COUNT}", after):
            continue
        value, step = _worth(found["number"])
        if found["about"]:
            step = max(step, _round(value))
        sign = -1 if found["sign"] else 1
        yield Number(
            passage, sign * value, step, bool(found["about"] or re.match(rf"[^\d、。]{{1,6}}?{LOOSE}", after)),
            found.start(), found.start("sign") if found["sign"] else found.start("number"), found.end(), after,
        )  # fmt: skip


def _round(value: float) -> float:
    """The power of ten that a number is full of: of 8,500 100."""
    step = 1.0
    while value and value % (step * 10) == 0 and step < 1e15:
        step *= 10
    return step


def _worth(text: str) -> tuple[float, float]:
    value, step = 0.0, 1.0
    if text[0] in KANJI + "十百千":
        text = re.sub(rf"[{KANJI}十百千]+", lambda found: str(_plain(found[0])), text)
    for digits, size in re.findall(rf"({DIGITS})({SIZE})?", text):
        factor = math.prod(SIZES[each] for each in size)
        plain = digits.replace(",", "")
        value += float(plain) * factor
        step = factor * 10.0 ** -len(plain.partition(".")[2])
    return value, step


def _plain(text: str) -> int:
    """三千二百 as 3200, 三二 as 32."""
    if not re.search("[十百千]", text):
        return int("".join(str(KANJI.index(each)) for each in text))
    parts = re.findall(rf"([{KANJI}]?)([十百千]?)", text)
    return sum((KANJI.index(digit) if digit else 1) * SIZES.get(size, 1) for digit, size in parts if digit or size)
