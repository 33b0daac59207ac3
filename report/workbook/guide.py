"""The instruction sheet, made from the rules that the check goes by.

In: the year and the department. Out: lines of three cells: what it is about, what to write, what happens else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from report.figures.format import fiscal_year, parse_date, wareki
from report.messages.workbook import ROWS
from report.workbook.rules import PARTS, RULES, STATUSES, ends

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
    yield from rule_lines(year)


def rule_lines(year: int) -> list[Line]:
    """One for each thing that the rules have to say to who fills in the book; what is about cells comes first."""
    first, last = ends(year)
    lines: dict[tuple[str, str], Line] = {}
    for rule in sorted(RULES, key=lambda rule: not rule.error):
        if hint := ROWS[rule.id].hint_japanese:
            words = hint.format(first=first, last=last, words="、".join(STATUSES))
            lines.setdefault((rule.of, words), Line((rule.of, words, TAKEN[rule.error])))
    return sorted(lines.values(), key=lambda line: PARTS.index(line.cells[0]))
