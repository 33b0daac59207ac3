"""Workbooks come back: what is taken, what is only told, and the one report of forty books."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from report.figures.edits import Answer, written
from report.messages import Report
from report.workbook import container
from report.workbook.asked import stale
from report.workbook.export import Survey, workbooks
from report.workbook.gather import books_of
from report.workbook.letters import overview, reminders, status
from tests.workbook.books import (
    FIGURES,
    Change,
    answers,
    both,
    changed,
    column,
    exported,
    figures_in,
    gathered,
    in_cell,
    put,
    repacked,
    saved,
    survey_in,
    survey_of,
    told,
)

NAME = "nerima-2024-保育課.xlsx"


def test_answers(tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "figures")
    nursery = both(
        put("waiting", 値="４", 備考="-増えた"),
        put("capacity", 値="２１，４００", 概数="はい", 時点="R6.10.1", 出典="区政概要", 状態="公表値"),
        put("share", 値="95.5", 状態="算出値"),
    )
    money = both(put("fund", 値="△1,500.5", 備考="取崩し"), put("visits", 値=1210))
    files = {
        NAME: changed(exported(survey, "保育課"), nursery),
        "財政課.xlsx": changed(exported(survey, "財政課"), money),
        "教育課.xlsx": changed(exported(survey, "教育課"), put("schools", 値=66, 時点="2024/4/1")),
        "子育て支援課.xlsx": changed(exported(survey, "子育て支援課"), put("clubs", 値=6450, 状態="公表値", 備考=None)),
    }
    found = gathered(tmp_path / "back", survey, files)
    assert told(found) == []
    assert answers(found) == {
        "waiting": Answer("waiting", 2024, 4, source="保育課の回答", note="-増えた"),
        "capacity": Answer("capacity", 2024, 21400, True, source="区政概要", as_of="2024-10-01"),
        "share": Answer("share", 2024, 95.5, status="derived", source="保育課の回答"),
        "fund": Answer("fund", 2024, -1500.5, source="財政課の回答", note="取崩し"),
        "visits": Answer("visits", 2024, 1210, source="年報", note="確定"),
        "schools": Answer("schools", 2024, 66, source="教育課の回答", as_of="2024-04-01"),
        "clubs": Answer("clubs", 2024, 6450, source="子育て支援課の回答"),
    }
    assert {party.department: party.state for party in found.parties} == {
        "教育課": "whole",
        "担当課未設定": "idle",
        "保育課": "whole",
        "子育て支援課": "whole",
        "財政課": "whole",
    }


def test_what_was_written_is_not_asked_again(tmp_path: Path) -> None:
    """The same books, read once more, change nothing."""
    folder = tmp_path / "figures"
    figures = figures_in(folder)
    survey = survey_of(figures)
    nursery = both(put("waiting", 値=4), put("capacity", 値=21400, 概数="はい"), put("share", 状態="該当なし"))
    files = {NAME: changed(exported(survey, "保育課"), nursery)}
    found = gathered(tmp_path / "back", survey, files)
    report = Report()
    for path, content in written(figures, answers(found).values(), report).items():
        path.write_bytes(content)
    report.check()
    text = (folder / "all.yaml").read_text(encoding="utf-8")
    again = gathered(tmp_path / "back", survey_of(figures_in(folder, text)), files)
    assert (again.changes, told(again)) == ([], [])
    assert "share" in text and "令6: { value: 4, source: 保育課の回答 }" in text


def test_an_untouched_book_changes_nothing(tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "figures")
    found = gathered(tmp_path / "back", survey, workbooks(survey))
    assert (found.changes, told(found)) == ([], [])
    states = {party.department: (party.state, len(party.unanswered)) for party in found.parties}
    assert states == {
        "教育課": ("whole", 0),
        "担当課未設定": ("whole", 0),
        "保育課": ("wrong", 3),
        "子育て支援課": ("whole", 0),  # a provisional value is one
        "財政課": ("wrong", 1),
    }
    provisional = [each.id for party in found.parties for each in party.provisional]
    assert provisional == ["clubs"]


def moved(sheet: Worksheet) -> None:
    """Sorted, with rows and columns of the department's own between, the head lower down."""
    rows = [[cell.value for cell in cells] for cells in sheet.iter_rows(min_row=5, max_row=7)]
    for at, cells in enumerate(reversed(rows), 5):
        for place, value in enumerate(cells, 1):
            sheet.cell(at, place).value = value
    sheet.insert_cols(4, 2)
    sheet.insert_cols(1)
    sheet.insert_rows(1, 3)
    sheet.insert_rows(9)
    sheet["Z2"] = "課長確認済"


@pytest.mark.parametrize(
    "change",
    [
        moved,
        lambda sheet: sheet.insert_rows(5, 40),
        lambda sheet: sheet.auto_filter.add_filter_column(1, ["必須"]),
        lambda sheet: sheet.merge_cells("A1:N2"),
        lambda sheet: [setattr(cell, "value", f" {cell.value}\n") for cell in sheet[4]],
        lambda sheet: sheet.delete_rows(1, 3),
        lambda sheet: sheet.row_dimensions.group(5, 7, hidden=True),
    ],
    ids=["moved", "far below", "filtered", "merged head", "spaces in heads", "title gone", "hidden"],
)
def test_cells_are_found_wherever_they_stand(change: Change, tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "figures")
    content = changed(exported(survey, "保育課"), both(put("waiting", 値=4), put("capacity", 値=21000)))
    content = changed(content, change)
    found = gathered(tmp_path / "back", survey, {NAME: content})
    assert told(found) == []
    assert {id: answer.number for id, answer in answers(found).items()} == {"waiting": 4, "capacity": 21000}


def test_a_place_is_where_the_cell_stands_now(tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "figures")
    content = changed(exported(survey, "保育課"), both(put("waiting", 値="四"), moved))
    found = gathered(tmp_path / "back", survey, {NAME: content})
    assert told(found)[0].startswith(f"{NAME}［数値］L11: 待機児童数：「四」に")


def test_days_counted_from_1904(tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "figures")
    content = changed(exported(survey, "保育課"), put("waiting", 値=4))
    book = openpyxl.load_workbook(io.BytesIO(content))
    book.epoch = CALENDAR_MAC_1904
    sheet = book["数値"]
    for at in (5, 6):
        cell = sheet.cell(at, column(sheet, "時点"))
        cell.value, cell.number_format = (44104, "General") if at == 5 else (datetime.date(2024, 10, 2), "yyyy/m/d")
    sheet.cell(6, column(sheet, "令和6年度の値")).value = 21000
    found = gathered(tmp_path / "back", survey, {NAME: saved(book)})
    assert told(found) == []
    assert [answer.as_of for answer in answers(found).values()] == ["2024-10-01", "2024-10-02"]


def test_a_formula_with_its_result_is_its_result(tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "figures")
    content = in_cell(exported(survey, "保育課"), "I6", "<f>20000+900</f><v>20900</v>")
    assert answers(gathered(tmp_path / "a", survey, {NAME: content}))["capacity"].number == 20900
    content = in_cell(exported(survey, "保育課"), "I6", "<f>[1]Sheet1!A1</f><v>20900</v>")
    found = gathered(tmp_path / "b", survey, {NAME: content})
    assert answers(found)["capacity"].number == 20900
    assert told(found) == [
        f"*{NAME}［数値］I6: 保育定員数：20900。ほかのファイルを見る計算式です。"
        "計算式でなく、数字そのものを書いてください。"
    ]


def test_sheets_with_a_prefix_for_names(tmp_path: Path) -> None:
    """As some programs write the parts of an archive."""

    def prefixed(name: str, part: bytes) -> bytes:
        if "worksheets/sheet" not in name:
            return part
        import re

        main = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        part = re.sub(rb"<(/?)([a-z])", rb"<\1x:\2", part)
        return part.replace(main, main.replace(b"xmlns=", b"xmlns:x="))

    survey = survey_in(tmp_path / "figures")
    content = in_cell(exported(survey, "保育課"), "I6", "<f>A1</f><v>#NAME?</v>", ' t="e"')
    found = gathered(tmp_path / "back", survey, {NAME: repacked(content, prefixed)})
    assert [line.partition("：")[2] for line in told(found)] == [
        "計算式のエラー（#NAME?）です。計算式でなく、数字そのものを書いてください。"
    ]


TOLD = {
    "a remark answers for a factor": (
        put("capacity", 値=2140, 備考="定義を改めた"),
        f"*{NAME}［数値］I6: 保育定員数：2,140人は、令和5年度の20,900人のおよそ10分の1です（備考：定義を改めた）。",
    ),
    "a remark answers for a change": (put("capacity", 値=45000, 備考="合併"), ""),
    "as great a change as before": (put("waiting", 値=60), ""),
    "a few more": (put("waiting", 値=12), ""),
    "more decimals": (
        put("capacity", 値=20900.5),
        f"*{NAME}［数値］I6: 保育定員数：20,900.5人は、これまで（20,900人）より小数が細かくなっています。",
    ),
    "a past value corrected": (
        put("capacity", 値=21000, 令和5年度の値=20950),
        f"*{NAME}［数値］H6: 「保育定員数」の令和5年度の値20,900人が「20950」に変えられています。",
    ),
    "a name changed": (
        put("capacity", 値=21000, 項目="保育所等の定員"),
        f"*{NAME}［数値］C6: 「保育定員数」の名前が「保育所等の定員」に変えられています。",
    ),
    "a row added": (
        lambda sheet: [put("capacity", 値=21000)(sheet), sheet.__setitem__("C9", "休日保育の利用者")],
        f"*{NAME}［数値］C9: 調査票にない行です。取り込みません（休日保育の利用者）。",
    ),
    "the remarks gone": (
        lambda sheet: [put("capacity", 値=21000)(sheet), sheet.delete_cols(column(sheet, "備考"))],
        f"*{NAME}［数値］: 列「備考」がありません。ほかの列は読みました。",
    ),
    "the sheet renamed": (
        lambda sheet: [put("capacity", 値=21000)(sheet), setattr(sheet, "title", "Sheet1")],
        f"*{NAME}［Sheet1］: シート「数値」の名前が「Sheet1」に変わっています。",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_taken_and_told(case: str, tmp_path: Path) -> None:
    change, expected = TOLD[case]
    survey = survey_in(tmp_path / "figures")
    found = gathered(tmp_path / "back", survey, {NAME: changed(exported(survey, "保育課"), change)})
    assert len(found.changes) == 1
    assert [line[: len(expected)] for line in told(found)] == ([expected] if expected else [])


def test_an_older_book(tmp_path: Path) -> None:
    """Of before a value of last year was corrected, and this year's was written by somebody else."""
    old = survey_in(tmp_path / "old")
    text = FIGURES.replace("令5: 3, 令6: { status: open }", "令5: 5, 令6: { value: 7, note: 電話で }")
    new = survey_in(tmp_path / "new", text)
    touched = changed(exported(old, "保育課"), both(put("waiting", 値=6), put("capacity", 値=21000)))
    found = gathered(tmp_path / "a", new, {NAME: touched})
    assert told(found) == [
        f"{NAME}［数値］I5: 待機児童数：6人ですが、送付のあとに、別の値7人が書き込まれています。"
        "調査票の値が正しいときは、--replace を付けて取り込みます。",
        f"*{NAME}: この調査票を送ったあとに、もとの数値が変わりました：待機児童数。",
    ]
    assert {id: answer.number for id, answer in answers(found).items()} == {"capacity": 21000}
    found = gathered(tmp_path / "c", new._replace(replaces=True), {NAME: touched})
    assert told(found)[0] == f"*{NAME}［数値］I5: 待機児童数：送付のあとに書かれた値7人を、6人に置き換えます。"
    assert {id: answer.number for id, answer in answers(found).items()} == {"waiting": 6, "capacity": 21000}
    untouched = changed(exported(old, "保育課"), put("capacity", 値=21000))
    assert [*answers(gathered(tmp_path / "b", new, {NAME: untouched}))] == ["capacity"]


def test_a_figure_that_is_asked_no_more(tmp_path: Path) -> None:
    old = survey_in(tmp_path / "old")
    new = survey_in(tmp_path / "new", FIGURES.replace("令5: 95.0, 令6: { status: open }", "令5: 95.0"))
    none = changed(exported(old, "保育課"), put("share", 状態="該当なし"))
    assert told(gathered(tmp_path / "a", new, {NAME: none})) == []
    some = changed(exported(old, "保育課"), put("share", 値=96))
    assert told(gathered(tmp_path / "b", new, {NAME: some})) == [
        f"{NAME}［数値］C7: 「利用した人の割合」（share）は、今は照会していない項目です。"
        "最後に送られた調査票に記入してください。"
    ]


def test_the_book_of_all(tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "figures")
    ((name, content),) = workbooks(survey, one_book=True).items()
    content = changed(content, both(put("waiting", 値=4), put("fund", 値="x")))
    found = gathered(tmp_path / "back", survey, {name: content})
    assert [*answers(found)] == ["waiting"]
    states = {party.department: (party.state, len(party.unanswered)) for party in found.parties}
    assert states["保育課"] == ("wrong", 2)
    assert states["財政課"] == ("wrong", 0)


def test_files_of_a_folder(tmp_path: Path) -> None:
    for name in ("b.xlsx", "~$b.xlsx", ".a.xlsx", "保育課/a.xlsx", ".x/c.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert [*books_of([tmp_path])] == ["b.xlsx", "保育課/a.xlsx"]
    assert [*books_of([tmp_path / "b.xlsx"])] == [str(tmp_path / "b.xlsx")]


def test_what_is_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "figures")
    files = {NAME: exported(survey, "保育課")}
    monkeypatch.setattr(container, "LARGEST_INSIDE", 10_000)
    assert told(gathered(tmp_path / "back", survey, files))[0].startswith(f"{NAME}: ファイルが大きすぎます")
    monkeypatch.setattr(container, "LARGEST", 1000)
    assert told(gathered(tmp_path / "back", survey, files))[0].startswith(f"{NAME}: ファイルが大きすぎます")


def forty(folder: Path) -> tuple[Survey, dict[str, bytes]]:
    """Forty departments with two figures each. Nine send nothing; six of the others send what is broken."""
    lines = ["series:"]
    for at in range(1, 41):
        for what in ("利用者数", "施設数"):
            lines.append(f"  d{at}.{'users' if what == '利用者数' else 'places'}:")
            lines.append(f"    {{ name: 第{at}の{what}, unit: {'人' if what == '利用者数' else 'か所'}, as-of: 04-01,")
            data = f"{{ 令4: {100 + at}, 令5: {110 + at}, 令6: {{ status: open }} }}"
            lines.append(f"      department: 第{at}課, data: {data} }}")
    survey = survey_in(folder, "\n".join(lines))
    books = workbooks(survey)
    files = {}
    for at in range(1, 32):
        name = f"nerima-2024-第{at}課.xlsx"
        files[name] = changed(books[name], both(put(f"d{at}.users", 値=115 + at), put(f"d{at}.places", 値=112 + at)))
    name = "nerima-2024-第{}課.xlsx".format
    files[name(3)] = changed(books[name(3)], both(put("d3.users", 値=1180), put("d3.places", 値="百十五")))
    files[name(7)] = bytes.fromhex("d0cf11e0a1b11ae1") + "Workbook".encode("utf-16-le")
    files[name(12)] = files.pop(name(11))  # 11 sent its book by the name of 12
    files[name(20)] = changed(books[name(20)], put("d20.users", 値=135))
    files[name(25)] = in_cell(files[name(25)], "I6", "<f>A1</f><v>#REF!</v>", ' t="e"')
    files["回答.xlsx"] = b"<html><body><table>"
    return survey._replace(due="2024-06-14"), files


FORTY = """\
令和6年度の数値　調査票の取込み
　そろった25課、直しが必要5課、届いていない10課
　取り込める52件、取り込めない誤り6件、空欄のまま1件

■ 直しが必要な課
　第3課　誤り2件　nerima-2024-第3課.xlsx
　第7課　誤り1件　nerima-2024-第7課.xlsx
　第12課　誤り1件　nerima-2024-第12課.xlsx
　第20課　空欄1件、取り込める1件　nerima-2024-第20課.xlsx
　第25課　誤り1件、取り込める1件　nerima-2024-第25課.xlsx

■ 誰のものかわからないファイル
　回答.xlsx　中身はウェブページ（HTML）です。拡張子だけが変わっています。\
名前を変えるだけでなく、Excelで開いて「.xlsx」で保存してください。

■ 届いていない課
　第11課、第32課、第33課、第34課、第35課、第36課、第37課、第38課、第39課、第40課

■ 変わる数値
　第1課　d1.users　第1の利用者数　（令和5年度　111人） → 116人
　第1課　d1.places　第1の施設数　（令和5年度　111か所） → 113か所
"""
THIRD = """\
宛先　第3課
件名　冊子　令和6年度の数値について（お願い）

調査票を受け取りましたが、次の所は取り込めませんでした。直して、令和6年6月14日までにお送りください。
1. nerima-2024-第3課.xlsx［数値］H5
　　第3の利用者数：1,180人は、令和5年度の113人のおよそ10倍です。\
単位と桁を確かめてください。正しければ、備考に理由を書いてください。
2. nerima-2024-第3課.xlsx［数値］H6
　　第3の施設数：「百十五」に、数字として読めない文字があります。①、Ⅰ、一、㈱などは使わず、1、2、3の数字で書いてください。

書き方は、調査票の「記入要領」のシートにあります。"""
TWENTIETH = """\
宛先　第20課
件名　冊子　令和6年度の数値について（お願い）

調査票に、空欄のままの項目があります。記入して、令和6年6月14日までにお送りください。
空欄のままの項目
　・第20の施設数（か所）

書き方は、調査票の「記入要領」のシートにあります。"""
ABSENT = """\
宛先　第11課、第32課、第33課、第34課、第35課、第36課、第37課、第38課、第39課、第40課
件名　冊子　令和6年度の数値について（お願い）

令和6年度の数値の調査票が、まだ届いていません。令和6年6月14日までにお送りください。

書き方は、調査票の「記入要領」のシートにあります。"""


def test_forty_books_of_which_six_are_broken_and_nine_missing(tmp_path: Path) -> None:
    survey, files = forty(tmp_path / "figures")
    found = gathered(tmp_path / "back", survey, files)
    lines = overview(found)
    assert "\n".join(lines).startswith(FORTY)
    assert len(lines) == 18 + 30 + 1 and lines[-1] == "　ほか22件（--verbose ですべて）"
    assert len(overview(found, whole=True)) == 18 + 52
    letters = reminders(found, survey)
    assert [*letters] == ["第3課", "第7課", "第12課", "第20課", "第25課", "未提出"]
    assert [letters[party] for party in ("第3課", "第20課", "未提出")] == [THIRD, TWENTIETH, ABSENT]


STATUS = """\
令和6年度の数値　回答の状況
　課            照会  回答済  未回答  仮の値  古い値
　保育課           3       0       3       0       0
　子育て支援課     1       1       0       1       0
　財政課           2       1       1       0       0
　教育課           0       0       0       0       1
　合計             6       2       4       1       1

■ 未回答
　保育課　waiting　待機児童数（令和5年度　3人）
　保育課　capacity　保育定員数（令和5年度　20,900人）
　保育課　share　利用した人の割合（令和5年度　95%）
　財政課　fund　基金の増減（令和5年度　651,234,000千円）

■ 仮の値
　子育て支援課　clubs　学童クラブ定員（6,400人）

■ 古い値
　教育課　schools　区立小学校の数（令和5年度）"""


def test_status(tmp_path: Path) -> None:
    figures = figures_in(tmp_path)
    assert "\n".join(status(survey_of(figures), stale(figures, 2024))) == STATUS
