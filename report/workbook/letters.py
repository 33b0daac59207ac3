"""What became of the returned workbooks, in words: for the one who imports them, and for the departments.

In: a Gathered, or the rows of a survey. Out: lines, in Japanese; reminders that can be sent as they are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from report.figures.format import fiscal_year, parse_date, quantity, wareki
from report.messages.wording import japanese
from report.workbook.asked import Asked, Given, Stale
from report.workbook.export import Survey
from report.workbook.findings import Finding
from report.workbook.gather import Gathered, Party
from report.workbook.rules import GUIDE, STATUS_WORDS

STATES = {"whole": "そろった", "wrong": "直しが必要", "absent": "届いていない"}
MOST = 30  # changes listed, unless all are asked for


def overview(found: Gathered, whole: bool = False) -> list[str]:
    """whole: every change, however many."""
    groups = {
        state: [party for party in found.parties if party.state == state] for state in ("whole", "wrong", "absent")
    }
    rows = len(found.changes)
    errors = [finding for finding in found.findings if finding.is_error]
    unanswered = sum(len(party.unanswered) for party in found.parties)
    head = "、".join(f"{name}{len(groups[state])}課" for state, name in STATES.items())
    lines = [f"{fiscal_year(found.year)}の数値　調査票の取込み", f"　{head}"]
    lines.append(f"　取り込める{rows}件、取り込めない誤り{len(errors)}件、空欄のまま{unanswered}件")
    lines += _listed("■ 直しが必要な課", (_wrong(party) for party in groups["wrong"]))
    lines += _listed("■ 誰のものかわからないファイル", (f"{each.place}　{_words(each)}" for each in found.unclaimed))
    lines += _listed("■ 届いていない課", ["、".join(party.department for party in groups["absent"])])
    waiting = [f"{party.department}　{_names(party.provisional)}" for party in found.parties if party.provisional]
    lines += _listed("■ 仮の値のままになるもの", waiting)
    asides = [finding for finding in found.findings if not finding.is_error]
    lines += _listed("■ 取り込むが、確かめたいもの", (f"{each.place}　{_text(each)}" for each in asides))
    lines += _listed("■ 変わる数値", _changes(found, None if whole else MOST))
    return lines


def reminders(found: Gathered, survey: Survey) -> dict[str, str]:
    """By whom they go to. Those who have sent nothing get the same one."""
    letters = {party.department: _letter(party, survey) for party in found.parties if party.state == "wrong"}
    absent = [party.department for party in found.parties if party.state == "absent"]
    if absent:
        asked = f"{fiscal_year(survey.year)}の数値の調査票が、まだ届いていません。{_by(survey)}お送りください。"
        letters["未提出"] = "\n".join((*_head("、".join(absent), survey), asked, *_foot()))
    return letters


def status(survey: Survey, old: Iterable[Stale]) -> list[str]:
    """Who has answered and who has not, from the project alone. old: figures whose last value is of an earlier year."""
    rows = [row for row in survey.rows if row.need != "任意"]
    kinds: dict[str, list[Asked] | list[Stale]] = {
        "未回答": [row for row in rows if row.is_open],
        "仮の値": [row for row in rows if row.is_provisional],
        "古い値": [*old],
    }
    departments = dict.fromkeys(row.department for row in (*rows, *kinds["古い値"]))
    table = [("課", "照会", "回答済", *kinds)]
    for department in (*departments, ""):
        mine = [row for row in rows if department in ("", row.department)]
        counts = [len(mine), sum(not row.is_open for row in mine)]
        counts += [sum(department in ("", row.department) for row in each) for each in kinds.values()]
        table.append((department or "合計", *map(str, counts)))
    lines = [f"{fiscal_year(survey.year)}の数値　回答の状況", *_aligned(table)]
    for kind, each in kinds.items():
        by_party = sorted(each, key=lambda row: [*departments].index(row.department))
        lines += _listed(f"■ {kind}", (f"{row.department}　{row.id}　{row.name}{_last(row)}" for row in by_party))
    return lines


def _last(row: Asked | Stale) -> str:
    """The value that is known, in brackets."""
    if isinstance(row, Stale):
        return f"（{row.when}）"
    if row.given.number is not None:
        return f"（{quantity(row.given.number, row.unit, row.given.approximate)}）"
    return f"（{row.when}　{quantity(row.before, row.unit)}）" if row.before is not None else ""


def _wrong(party: Party) -> str:
    errors = sum(finding.is_error for finding in party.findings)
    parts = [f"誤り{errors}件"] if errors else []
    parts += [f"空欄{len(party.unanswered)}件"] if party.unanswered else []
    parts += [f"取り込める{len(party.changes)}件"] if party.changes else []
    return f"{party.department}　{'、'.join(parts)}　{'、'.join(party.files)}"


def _changes(found: Gathered, most: int | None) -> Iterator[str]:
    changes = found.changes
    for change in changes[:most]:
        row = change.row
        yield f"{row.department}　{row.id}　{row.name}　{_said(row.given, row)} → {_said(change.given, row)}"
    if most is not None and len(changes) > most:
        yield f"ほか{len(changes) - most}件（--verbose ですべて）"


def _said(given: Given, row: Asked) -> str:
    if given.number is None:
        return STATUS_WORDS.get(given.status) or _last(row) or "（空き）"
    word = "" if given.status in ("", "published") else f"［{STATUS_WORDS[given.status]}］"
    return quantity(given.number, row.unit, given.approximate) + word


def _letter(party: Party, survey: Survey) -> str:
    """What is wrong, by its cell, and what is still empty."""
    lines = _head(party.department, survey)
    errors = [finding for finding in party.findings if finding.is_error]
    if errors:
        lines.append(f"調査票を受け取りましたが、次の所は取り込めませんでした。直して、{_by(survey)}お送りください。")
        for count, finding in enumerate(errors, 1):
            lines += [f"{count}. {finding.place}", f"　　{_words(finding)}"]
    else:
        lines.append(f"調査票に、空欄のままの項目があります。記入して、{_by(survey)}お送りください。")
    if party.unanswered:
        lines += [
            "空欄のままの項目",
            *(f"　・{row.name}{f'（{row.unit}）' if row.unit else ''}" for row in party.unanswered),
        ]
    return "\n".join((*lines, *_foot()))


def _head(department: str, survey: Survey) -> list[str]:
    return [f"宛先　{department}", f"件名　{survey.title}　{fiscal_year(survey.year)}の数値について（お願い）", ""]


def _foot() -> list[str]:
    return ["", f"書き方は、調査票の「{GUIDE}」のシートにあります。"]


def _by(survey: Survey) -> str:
    date = parse_date(survey.due)
    return f"{wareki(date)}までに" if date else "できるだけ早く"


def _words(finding: Finding) -> str:
    return "".join(japanese(finding.message, finding.hint))


def _text(finding: Finding) -> str:
    """Without what to do."""
    return japanese(finding.message).text


def _names(rows: Iterable[Asked]) -> str:
    return "、".join(row.name for row in rows)


def _listed(title: str, lines: Iterable[str]) -> list[str]:
    each = [f"　{line}" for line in lines if line]
    return ["", title, *each] if each else []


def _aligned(table: list[tuple[str, ...]]) -> list[str]:
    """Columns of equal width on a terminal, numbers to the right."""
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    lines = []
    for first, *rest in table:
        cells = (" " * (width - _width(cell)) + cell for cell, width in zip(rest, widths[1:], strict=True))
        lines.append("　" + "  ".join((first + " " * (widths[0] - _width(first)), *cells)))
    return lines


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
