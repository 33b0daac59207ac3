"""The instruction sheet, made from the rules that the check goes by.

In: the year and the department. Out: lines of three cells: what it is about, what to write, what happens else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from report.figures.format import fiscal_year, parse_date, wareki
from report.messages.workbook import ROWS
from report.workbook.rules import RULES, STATUSES

TAKEN = {True: "取り込めません", False: "取り込みますが、確かめます"}


class Line(NamedTuple):
    cells: tuple[str, ...]
    is_head: bool = False


def guide(year: int, department: str, due: str = "") -> Iterator[Line]:
    """due: an ISO date, or "" """
    named = fiscal_year(year)
    yield Line(("この調査票", f"{department}が担当する{named}の数値を記入するものです", ""), is_head=True)
    if date := parse_date(due):
        yield Line(("期限", wareki(date), ""))
    yield Line(("記入するもの", "区分が「必須」の行。「回答済」は誤りがあるとき、「任意」は変更があるときだけ", ""))
    yield Line(("記入するセル", f"色の付いたセルだけ。{named}に値がない項目は、状態で「該当なし」を選びます", ""))
    yield Line(("出典", "空欄のときは、課の回答によるものとします", ""))
    yield Line(("並べ替え", "並べ替え、絞り込み、印刷は自由です。シートは保護していません", ""))
    yield Line(("状態", "意味", ""), is_head=True)
    for word, (_, meaning) in STATUSES.items():
        yield Line((word, meaning, ""))
    yield Line(("記入の決まり", "書き方", "守られていないとき"), is_head=True)
    yield from dict.fromkeys(rule_lines(year))


def rule_lines(year: int) -> Iterator[Line]:
    """One for each rule that has something to say to who fills in the book."""
    first, last = f"{fiscal_year(year)[:-2]}年4月1日", f"{fiscal_year(year + 1)[:-2]}年3月31日"
    for rule in RULES:
        if hint := ROWS[rule.id].hint_japanese:
            words = hint.format(first=first, last=last, words="、".join(STATUSES))
            yield Line((rule.of, words, TAKEN[rule.error]))
