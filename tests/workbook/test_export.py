"""Workbooks as they go out: what a department sees, and what it does not."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from report.messages.workbook import ROWS
from report.workbook.asked import stale
from report.workbook.export import workbooks
from report.workbook.guide import guide
from report.workbook.rules import ERRORS, PARTS, RULES
from tests.workbook.books import column, exported, figures_in, row, survey_in, survey_of


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(sheet: Worksheet, id: str) -> dict[str, object]:
    """By the names of their columns, those with something in them."""
    found = {title.value: sheet.cell(row(sheet, id), title.column) for title in sheet[4]}
    return {title: cell.value for title, cell in found.items() if cell.value is not None}


def test_a_workbook_for_each_department(tmp_path: Path) -> None:
    names = [*workbooks(survey_in(tmp_path))]
    departments = ("教育課", "担当課未設定", "保育課", "子育て支援課", "財政課")
    assert names == [f"nerima-2024-{department}.xlsx" for department in departments]


def test_a_row_says_what_is_asked(tmp_path: Path) -> None:
    import datetime

    sheet = opened(exported(survey_in(tmp_path), "保育課"))["数値"]
    assert cells(sheet, "waiting") == {
        "管理番号": "waiting",
        "区分": "必須",
        "項目": "待機児童数",
        "定義": "国の算定基準による",
        "単位": "人",
        "令和3年度の値": 0,
        "令和4年度の値": 0,
        "令和5年度の値": 3,
        "時点": datetime.datetime(2024, 4, 1),
    }
    clubs = opened(exported(survey_in(tmp_path), "子育て支援課"))["数値"]
    assert cells(clubs, "clubs") | {"時点": None} == {
        "管理番号": "clubs",
        "区分": "必須",  # provisional: to be confirmed
        "項目": "学童クラブ定員",
        "単位": "人",
        "令和4年度の値": 6000,
        "令和5年度の値": 6200,
        "令和6年度の値": 6400,
        "時点": None,
        "状態": "仮の値",
        "備考": "速報",
    }


def test_answered_and_optional_rows_come_last(tmp_path: Path) -> None:
    survey = survey_in(tmp_path)
    money = opened(exported(survey, "財政課"))["数値"]
    assert [cell.value for cell in money["A"][4:]] == ["fund", "visits"]  # a formula is not asked for
    assert cells(money, "visits")["区分"] == "回答済"
    schools = opened(exported(survey, "教育課"))["数値"]
    assert cells(schools, "schools") == {
        "管理番号": "schools",
        "区分": "任意",
        "項目": "区立小学校の数",
        "単位": "校",
        "以前の値": 65,
        "以前の値の時点": "令和5年4月1日",
    }


def test_numbers_are_numbers_with_the_decimals_of_their_years(tmp_path: Path) -> None:
    survey = survey_in(tmp_path)
    sheet = opened(exported(survey, "財政課"))["数値"]
    before = sheet.cell(row(sheet, "fund"), column(sheet, "令和4年度の値"))
    assert (before.value, before.data_type) == (-1200.5, "n")
    assert before.number_format == '#,##0.0;"▲"#,##0.0'
    assert sheet.cell(row(sheet, "visits"), column(sheet, "令和6年度の値")).number_format == '#,##0;"▲"#,##0'


@pytest.mark.parametrize("one_book", [False, True])
def test_nothing_merged_locked_or_calculated(one_book: bool, tmp_path: Path) -> None:
    for content in workbooks(survey_in(tmp_path), one_book).values():
        book = opened(content)
        assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
            ("記入要領", "visible"),
            ("数値", "visible"),
            ("リスト", "hidden"),
            ("管理", "hidden"),
        ]
        assert book.security is None or not book.security.lockStructure
        for sheet in book:
            assert not sheet.merged_cells.ranges and not sheet.protection.sheet
            values = [cell.value for cells in sheet.iter_rows() for cell in cells if isinstance(cell.value, str)]
            assert all(value == value.strip() and "  " not in value for value in values)
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            assert not any(
                re.search(rb"<f[ >]|vbaProject", file.read(name)) for name in file.namelist() if "sheet" in name
            )


def test_it_is_read_sorted_filtered_and_printed(tmp_path: Path) -> None:
    sheet = opened(exported(survey_in(tmp_path), "保育課"))["数値"]
    assert sheet.column_dimensions["A"].hidden and not sheet.column_dimensions["B"].hidden
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("D5", "A4:N7")
    assert (sheet.print_title_rows, sheet.print_area) == ("$4:$4", "'数値'!$A$1:$N$7")
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, None, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    lists = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    assert lists == {"J5:J7": "リスト!$A$1:$A$2", "M5:M7": "リスト!$B$1:$B$4"}
    colours = {cell.fill.start_color.rgb for cell in sheet[5][8:14]}
    assert colours == {"FFFFD966", "FFFFF2CC"}
    assert {cell.fill.fill_type for cell in sheet[5][:8]} == {None}


def test_the_same_figures_give_the_same_bytes(tmp_path: Path) -> None:
    survey = survey_in(tmp_path)
    assert workbooks(survey) == workbooks(survey)
    assert opened(exported(survey, "保育課")).properties.created.isoformat() == "2024-10-01T00:00:00"


def test_one_book_names_the_department_of_each_row(tmp_path: Path) -> None:
    ((name, content),) = workbooks(survey_in(tmp_path), one_book=True).items()
    assert name == "nerima-2024-全課.xlsx"
    sheet = opened(content)["数値"]
    parties = [sheet.cell(at, column(sheet, "担当課")).value for at in range(5, sheet.max_row + 1)]
    assert parties == ["教育課", "担当課未設定", "保育課", "保育課", "保育課", "子育て支援課", "財政課", "財政課"]


ODD = """\
series:
  a:
    name: '=1+1'
    unit: '@人'
    department: '福祉/保健:課 *'
    definition: '+cmd'
    data: { 令5: 1, 令6: { value: 2, source: '=HYPERLINK("http://a")', note: '-2+3' } }
  b: { name: 長い名前, department: 福祉_保健_課 _, data: { 令5: 1, 令6: { status: open } } }
"""


def test_what_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    made = workbooks(survey_in(tmp_path, ODD))
    assert [*made] == ["nerima-2024-福祉_保健_課 _.xlsx", "nerima-2024-福祉_保健_課 _-2.xlsx"]
    first = next(iter(made.values()))
    values = {cell.value for cell in opened(first)["数値"][5]}
    assert {"=1+1", "+cmd", '=HYPERLINK("http://a")', "-2+3", "@人"} <= values
    with zipfile.ZipFile(io.BytesIO(first)) as file:
        assert not any(re.search(rb"<f[ >]|hyperlink", file.read(name)) for name in file.namelist())


def test_forty_departments_with_long_names(tmp_path: Path) -> None:
    name, data = "とても長い項目の名前" * 12, "{ 令5: 1, 令6: { status: open } }"
    lines = [f"  s{at}: {{ name: {name}, department: 第{at}{'長' * 80}課, data: {data} }}" for at in range(40)]
    text = "\n".join(("series:", *lines))
    names = [*workbooks(survey_in(tmp_path, text))]
    assert len(names) == 40 and all(len(name.encode()) <= 255 for name in names)


def test_a_survey_without_rows_has_no_books_but_one_of_all(tmp_path: Path) -> None:
    survey = survey_in(tmp_path, "series:\n  a: { name: 甲, data: { 令4: 1 } }\n")
    assert workbooks(survey) == {}
    ((_, content),) = workbooks(survey, one_book=True).items()
    sheet = opened(content)["数値"]
    assert (sheet.max_row, sheet.auto_filter.ref) == (4, "A4:L4")


def test_what_is_not_asked(tmp_path: Path) -> None:
    text = """\
figures:
  worked: { formula: "a[令5] * 2" }
  gone: { value: 3, ended: true, as-of: 2020-04-01 }
  old: { value: 3, as-of: 2020-04-01, department: 甲課 }
series:
  a: { name: 甲, data: { 令5: 1, 令6: 2 } }
  plan: { name: 計画, data: { 令5: 1, 令6: { value: 9, planned: true } } }
  late: { name: 前の年度まで, department: 乙課, data: { 令4: 1, 令5: 1 } }
"""
    figures = figures_in(tmp_path, text)
    assert {each.id: each.need for each in survey_of(figures).rows} == {"old": "任意", "a": "回答済", "plan": "必須"}
    assert [(each.id, each.department, each.when) for each in stale(figures, 2024)] == [
        ("old", "甲課", "令和2年度"),
        ("plan", "担当課未設定", "令和5年度"),
        ("late", "乙課", "令和5年度"),
    ]


def test_the_instructions_are_the_rules_of_the_check() -> None:
    """Each hint of a rule stands there, once in its part, with what happens else."""
    lines = [line.cells for line in guide(2024, "保育課", "2024-06-14")]
    told = {(part, words) for part, words, _ in lines}
    assert len(told) == len(lines)
    assert {rule.of for rule in RULES} == {*PARTS}
    for rule in RULES:
        if hint := ROWS[rule.id].hint_japanese:
            words = hint.format(first="令和6年4月1日", last="令和7年3月31日", words="公表値、算出値、仮の値、該当なし")
            assert (rule.of, words) in told, rule.id
    assert ("期限", "令和6年6月14日") in told
    assert all("{" not in words for _, words, _ in lines)


def test_every_message_about_a_book_is_a_rule() -> None:
    assert ROWS.keys() - {"workbook-exists", "no-workbooks"} == ERRORS.keys()
