"""Workbooks as they come back: each fault has its message, with book, sheet and cell, and nothing of it is taken."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from report.workbook.rules import ERRORS
from tests.workbook.books import (
    Change,
    both,
    changed,
    column,
    exported,
    gathered,
    in_cell,
    put,
    repacked,
    row,
    saved,
    survey_in,
    told,
)

Break = Callable[[bytes], bytes]
NAME = "nerima-2024-保育課.xlsx"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
HTML = b'\xef\xbb\xbf<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>1</td></tr></table>'


def filled(id: str, **cells: object) -> Break:
    return lambda content: changed(content, put(id, **cells))


def by(change: Change, sheet: str = "数値") -> Break:
    return lambda content: changed(content, change, sheet)


def formatted(id: str, title: str, value: object, form: str) -> Change:
    def change(sheet: Worksheet) -> None:
        cell = sheet.cell(row(sheet, id), column(sheet, title))
        cell.value, cell.number_format = value, form

    return change


def dated(id: str, title: str) -> Change:
    return formatted(id, title, datetime.date(2024, 3, 1), "yyyy/m/d")


def other_book(content: bytes) -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "待機児童数"
    return saved(book)


def without_hidden(content: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    for name in ("リスト", "管理"):
        del book[name]
    book["数値"].data_validations.dataValidation.clear()
    return saved(book)


def zipped(name: str) -> Break:
    def made(content: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as file:
            file.writestr(name, content)
        return out.getvalue()

    return made


def with_macros(content: bytes) -> bytes:
    return repacked(content, lambda name, part: part, **{"xl/vbaProject.bin": b"\xcc"})


def named_macros(content: bytes) -> bytes:
    """As .xlsm has it, before there is any macro."""
    plain, macros = b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml"
    return repacked(content, lambda name, part: part.replace(b"officedocument." + plain, macros))


def sorted_in_part(sheet: Worksheet) -> None:
    """The names moved, and nothing else."""
    names = column(sheet, "項目")
    one, other = sheet.cell(row(sheet, "waiting"), names), sheet.cell(row(sheet, "capacity"), names)
    one.value, other.value = other.value, one.value


def doubled(sheet: Worksheet) -> None:
    sheet.cell(4, sheet.max_column + 1).value = "令和6年度の値"


def copied_row(sheet: Worksheet) -> None:
    for cell in sheet[row(sheet, "waiting")]:
        sheet.cell(9, cell.column).value = cell.value
    sheet.cell(row(sheet, "waiting"), column(sheet, "令和6年度の値")).value = 5
    sheet.cell(9, column(sheet, "令和6年度の値")).value = 6


def foreign_row(sheet: Worksheet) -> None:
    sheet["A9"], sheet["C9"] = "visits", "来館者数"
    sheet.cell(9, column(sheet, "令和6年度の値")).value = 1300


CASES: dict[str, tuple[Break, str]] = {
    # the file
    "empty": (lambda content: b"", f"{NAME}: ファイルが空です。"),
    "xls": (lambda content: OLE + "Workbook".encode("utf-16-le"), f"{NAME}: Excel 97-2003形式（.xls）のファイルです。"),
    "password": (
        lambda content: OLE + "EncryptedPackage".encode("utf-16-le"),
        f"{NAME}: パスワードがかかっていて開けません。パスワードを外して",
    ),
    "html": (lambda content: HTML, f"{NAME}: 中身はウェブページ（HTML）です。"),
    "xml": (lambda content: b'<?xml version="1.0"?><Workbook/>', "Excelブック（.xlsx）ではなく、XMLです。"),
    "csv": (lambda content: "項目,値\n待機児童数,3\n".encode("cp932"), "Excelブック（.xlsx）ではなく、CSV/TXTです。"),
    "pdf": (lambda content: b"%PDF-1.7\n", "Excelブック（.xlsx）ではなく、PDFです。"),
    "UTF-16": (lambda content: "項目\t値\n".encode("utf-16"), "ブック（.xlsx）ではなく、別の種類のファイルです。"),
    "ods": (zipped("content.xml"), "Excelブック（.xlsx）ではなく、OpenDocument (.ods)です。"),
    "docx": (zipped("word/document.xml"), "Excelブック（.xlsx）ではなく、Wordです。"),
    "xlsb": (zipped("xl/workbook.bin"), "Excelブック（.xlsx）ではなく、Excel (.xlsb)です。"),
    "zip": (zipped(NAME), "Excelブック（.xlsx）ではなく、ZIPです。"),
    "cut off": (lambda content: content[: len(content) // 2], f"{NAME}: ファイルが壊れていて、読めません。"),
    "spoiled": (
        lambda content: content.replace(b"PK\x03\x04", b"PK\x03\x05"),
        f"{NAME}: ファイルが壊れていて、読めません。",
    ),
    "broken sheet": (
        lambda content: repacked(content, lambda name, part: part[:900] if name.endswith("sheet2.xml") else part),
        f"{NAME}: ファイルが壊れていて、読めません。",
    ),
    "no such day": (
        lambda content: changed(content, formatted("waiting", "令和6年度の値", -1e13, "yyyy/m/d")),  # calamine panics
        f"{NAME}: ファイルが壊れていて、読めません。",
    ),
    "no such span": (
        lambda content: changed(content, formatted("waiting", "令和6年度の値", 1e12, "[h]:mm")),
        f"{NAME}: ファイルが壊れていて、読めません。",
    ),
    "macros": (with_macros, f"{NAME}: マクロが入っています。"),
    "named for macros": (named_macros, f"{NAME}: マクロが入っています。"),
    "another workbook": (other_book, f"{NAME}: この照会の調査票ではありません。"),
    "hidden sheets gone": (without_hidden, f"{NAME}: どの調査票かを示す、隠れたシートがありません。"),
    "control changed": (
        by(lambda sheet: sheet.__setitem__("B3", "2025"), "管理"),
        f"{NAME}: どの調査票かを示す、隠れたシートが書き換えられています。",
    ),
    "another version": (
        by(lambda sheet: sheet.__setitem__("B1", 2), "管理"),
        "版が違う調査票です（この調査票は2、読めるのは1）。",
    ),
    # rows and columns
    "head gone": (by(lambda sheet: sheet.delete_rows(4)), f"{NAME}: 列の名前の行がありません。"),
    "ids gone": (by(lambda sheet: sheet.delete_cols(1)), f"{NAME}［数値］: 列「管理番号」がありません。"),
    "values gone": (
        by(lambda sheet: sheet.delete_cols(column(sheet, "令和6年度の値"))),
        "列「令和6年度の値」がありません。",
    ),
    "head renamed": (
        by(lambda sheet: setattr(sheet.cell(4, column(sheet, "状態")), "value", "ステータス")),
        "列「状態」がありません。列は、消したり名前を変えたりしないでください。",
    ),
    "column twice": (by(doubled), f"{NAME}［数値］O4: 列「令和6年度の値」が2つあります。"),
    "far cell": (
        by(lambda sheet: sheet.__setitem__("X1048576", "x")),
        f"{NAME}［数値］X1048576: ほかから遠く離れたセルに",
    ),
    "all rows gone": (by(lambda sheet: sheet.delete_rows(5, 9)), f"{NAME}［数値］: 項目の行が1つもありません。"),
    "row gone": (
        by(lambda sheet: sheet.delete_rows(row(sheet, "capacity"))),
        f"{NAME}［数値］: 「保育定員数」の行がありません。",
    ),
    "another department's row": (by(foreign_row), f"{NAME}［数値］C9: 「来館者数」は「財政課」が担当する項目です。"),
    "sorted in part": (
        by(sorted_in_part),
        f"{NAME}［数値］C5: 「待機児童数」の行の項目が「保育定員数」になっています。",
    ),
    "unit changed": (
        filled("capacity", 単位="千人", 値=21.4),
        f"{NAME}［数値］E6: 「保育定員数」の単位が「人」から「千人」に変えられています。",
    ),
    "row copied": (by(copied_row), f"{NAME}［数値］I5: 待機児童数：5人ですが、{NAME}［数値］I9 では6人です。"),
    # the value
    "#REF!": (
        lambda content: in_cell(content, "I6", "<f>#REF!+1</f><v>#REF!</v>", ' t="e"'),
        f"{NAME}［数値］I6: 保育定員数：計算式のエラー（#REF!）です。計算式でなく、数字そのものを書いてください。",
    ),
    "#N/A as text": (filled("capacity", 値="#N/A"), f"{NAME}［数値］I6: 保育定員数：計算式のエラー（#N/A）です。"),
    "formula unsaved": (
        filled("capacity", 値="=1+1"),
        f"{NAME}［数値］I6: 保育定員数：計算式の結果が保存されていません。",
    ),
    "text": (
        filled("capacity", 値="約21,400人"),
        "「約21,400人」は数ではありません。「21400」と書き、概数で「はい」を選んで",
    ),
    "unit beside": (
        filled("capacity", 値="21,400 人"),
        "「21,400 人」は数ではありません。「21400」と、数字だけを書いてください。",
    ),
    "words": (filled("capacity", 値="去年と同じ"), "「去年と同じ」は数ではありません。数字だけを書いてください。"),
    "circled": (filled("waiting", 値="①"), "待機児童数：「①」に、数字として読めない文字があります。"),
    "(株)": (filled("waiting", 値="㈱3"), "待機児童数：「㈱3」に、数字として読めない文字があります。"),
    "kanji": (filled("waiting", 値="三"), "待機児童数：「三」に、数字として読めない文字があります。"),
    "decimal comma": (filled("share", 値="95,5"), "「95,5」は数ではありません。コンマは3桁ごとの区切りです。"),
    "dash": (
        filled("waiting", 値="－"),
        "「－」は数ではありません。値がない年度は、状態で「該当なし」を選んでください。",
    ),
    "thousands in words": (filled("capacity", 値="21千"), "「21千」は数ではありません。数字だけを書いてください。"),
    "date for number": (
        lambda content: changed(content, dated("waiting", "令和6年度の値")),
        f"{NAME}［数値］I5: 待機児童数：数でなく、日付（令和6年3月1日）になっています。",
    ),
    "TRUE": (filled("waiting", 値=True), "待機児童数：数でなく、TRUEになっています。"),
    "too great": (filled("capacity", 値=1e17), "保育定員数：100000000000000000は大きすぎます。"),
    "no value": (
        filled("waiting", 備考="来週わかります"),
        f"{NAME}［数値］I5: 待機児童数：値が空です。ほかの欄には記入があります。",
    ),
    "a tenth": (filled("capacity", 値=2140), "2,140人は、令和5年度の20,900人のおよそ10分の1です。単位と桁を"),
    "a hundred times": (filled("capacity", 値="2,140,000"), "2,140,000人は、令和5年度の20,900人のおよそ100倍です。"),
    "a thousandth": (filled("capacity", 値=21.4), "21.4人は、令和5年度の20,900人のおよそ1000分の1です。"),
    "95 % as 0.95": (filled("share", 値=0.955), "およそ100分の1です。95%は、0.95や95%でなく、95と書いてください。"),
    "more than 100 %": (filled("share", 値=105), "利用した人の割合：割合が105%です。"),
    "wild": (filled("capacity", 値=45000), "45,000人は、令和5年度の20,900人から大きく変わっています。"),
    "below zero": (filled("waiting", 値="▲3"), "−3人は、令和5年度の3人から大きく変わっています。"),
    # the other cells
    "as-of outside": (
        lambda content: changed(content, both(put("waiting", 値=4), dated("waiting", "時点"))),
        f"{NAME}［数値］K5: 待機児童数：令和6年3月1日は、この年度の日付ではありません。令和6年4月1日から",
    ),
    "as-of without a year": (filled("waiting", 値=4, 時点="4月1日現在"), "「4月1日現在」は日付として読めません。"),
    "an era's year too late": (
        filled("waiting", 値=4, 時点="平成36年4月1日"),
        "「平成36年4月1日」は日付として読めません。",
    ),
    "about what": (
        filled("waiting", 値=4, 概数="たぶん"),
        f"{NAME}［数値］J5: 待機児童数：概数の欄に「たぶん」とあります。",
    ),
    "no such status": (
        filled("waiting", 値=4, 状態="確定"),
        "「確定」という状態はありません。一覧から選んでください（公表値、算出値、仮の値、該当なし）",
    ),
    "no value and a value": (
        filled("waiting", 値=4, 状態="該当なし"),
        f"{NAME}［数値］M5: 待機児童数：「該当なし」なのに、値4があります。",
    ),
    "ditto": (filled("waiting", 値=4, 出典="（同上）"), f"{NAME}［数値］L5: 待機児童数：出典が「（同上）」です。"),
    "#REF! as a remark": (
        lambda content: in_cell(changed(content, put("waiting", 値=4)), "N5", "<f>#REF!</f><v>#REF!</v>", ' t="e"'),
        f"{NAME}［数値］N5: 待機児童数：計算式のエラー（#REF!）です。",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_broken_workbook(case: str, tmp_path: Path) -> None:
    damage, expected = CASES[case]
    survey = survey_in(tmp_path / "figures")
    found = gathered(tmp_path / "back", survey, {NAME: damage(exported(survey, "保育課"))})
    errors = [line for line in told(found) if not line.startswith("*")]
    assert [line for line in errors if expected in line], told(found)
    assert len(errors) == (2 if case in ("row copied", "sorted in part") else 1), errors
    assert all(line.startswith(f"{NAME}") for line in errors)
    assert found.changes == []
    party = next(party for party in found.parties if party.department == "保育課")
    assert (party.state, party.files) == ("wrong", (NAME,))


def test_books_of_another_survey(tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "figures")
    department = {"nerima-2024-保育課.xlsx": exported(survey, "保育課")}
    year = gathered(tmp_path / "a", survey._replace(year=2025), department)
    assert told(year) == [
        f"{NAME}: 令和6年度の調査票です。今回は令和7年度の照会です。前の年度の調査票を使い回さないでください。"
    ]
    edition = gathered(tmp_path / "b", survey._replace(edition="suginami"), department)
    assert told(edition)[0].startswith(f"{NAME}: 別の冊子の調査票です（nerima。正しくはsuginami）。")
    named = gathered(tmp_path / "c", survey, {"財政課より.xlsx": exported(survey, "保育課")})
    assert told(named) == [
        "財政課より.xlsx: ファイル名は「財政課」ですが、中身は「保育課」の調査票です。"
        "自分の課の調査票か、確かめてください。"
    ]
    fewer = survey._replace(rows=tuple(each for each in survey.rows if each.department != "保育課"))
    gone = gathered(tmp_path / "d", fewer, department)
    assert told(gone)[0].startswith(f"{NAME}: 「保育課」が担当する数値はありません。")
    assert not any(each.changes for each in (year, edition, named, gone))


def test_two_books_that_differ(tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "figures")
    content = exported(survey, "保育課")
    one, other = changed(content, put("waiting", 値=4)), changed(content, put("waiting", 値=5))
    again = changed(content, both(put("waiting", 値=4, 備考="再送"), put("capacity", 値=21000)))
    found = gathered(tmp_path / "a", survey, {"1-保育課.xlsx": one, "2-保育課.xlsx": other})
    assert told(found) == [
        "1-保育課.xlsx［数値］I5: 待機児童数：4人ですが、2-保育課.xlsx［数値］I5 では5人です。"
        "同じ項目を2つの調査票に書くときは、値をそろえてください。",
        "2-保育課.xlsx［数値］I5: 待機児童数：5人ですが、1-保育課.xlsx［数値］I5 では4人です。"
        "同じ項目を2つの調査票に書くときは、値をそろえてください。",
    ]
    assert found.changes == []
    same = gathered(tmp_path / "b", survey, {"1-保育課.xlsx": one, "2-保育課.xlsx": again})
    assert told(same) == []
    assert [change.row.id for change in same.changes] == ["waiting", "capacity"]


def test_one_formula_error_asks_for_nothing_else(tmp_path: Path) -> None:
    """Neither for its own value, nor for other rows."""
    survey = survey_in(tmp_path / "figures")
    content = changed(exported(survey, "保育課"), both(put("waiting", 値=4), put("share", 値=95.5)))
    content = in_cell(content, "I6", "<f>A1</f><v>#REF!</v>", ' t="e"')
    found = gathered(tmp_path / "a", survey, {NAME: content})
    assert len(told(found)) == 1
    assert [change.row.id for change in found.changes] == ["waiting", "share"]
    assert next(party for party in found.parties if party.department == "保育課").unanswered == ()


def test_every_error_of_the_table_of_rules_has_a_case() -> None:
    """By its words: some stand in the functions above."""
    from report.messages.workbook import ROWS

    content = Path(__file__).read_text(encoding="utf-8")
    elsewhere = {"book-too-large", "book-row-unknown"}  # test_import.py
    for id in (id for id, is_error in ERRORS.items() if is_error and id not in elsewhere):
        parts = [part for part in re.split(r"\{\w+\}|[「」（）。、：]", ROWS[id].japanese) if len(part) > 2]
        assert any(part in content for part in parts), id
