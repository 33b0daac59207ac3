"""The table of printed figures keeps 総務省「統計表における機械判読可能なデータの表記方法の統一ルール」.

Each of its items is a test: 1-1 to 1-12, then what it asks of a sheet."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from python_calamine import CalamineWorkbook

from report.cache import NOTHING
from report.deliver.printed_table import HEADER, SHEET, Tables, rows_of, tables
from report.record.made import record
from report.record.model import Printed, PrintedFigure, Record
from tests.conftest import Editions, Run

FIGURE = PrintedFigure(
    id="a.b[令元]", name="面積\n（合計）", value=1234.5, unit="㎡", year=2019, status="published", approximate=True,
    as_of="2020-03-31", definition="① 株式会社は㈱と書く", source="=HYPERLINK(1)", department="みどり　推進課",
)  # fmt: skip
PRINTED = Printed("a.b[令元]", 3, "green/text-1", "約1,234.5㎡", " 面積は　約1,234.5㎡、Nerima Park の\n広さです。")
ODD = Record(1, "odd", "変", 2023, "2023-10-01", (), (), (FIGURE,), (PRINTED, PRINTED), "練馬区")
YEAR, VALUE, UNIT = (HEADER.index(each) for each in ("年度（西暦）", "値", "単位"))


@pytest.fixture(scope="module", params=["sample", "odd"])
def printed(request: pytest.FixtureRequest, edition: Editions) -> Record:
    return record(edition("sample").laid) if request.param == "sample" else ODD


@pytest.fixture(scope="module")
def made(printed: Record) -> Tables:
    return tables(msgspec.json.encode(printed), NOTHING)


@pytest.fixture(scope="module")
def book(made: Tables) -> list[list[Any]]:
    read = CalamineWorkbook.from_filelike(io.BytesIO(made.xlsx))
    assert read.sheet_names == [SHEET]
    return read.get_sheet_by_name(SHEET).to_python()


@pytest.fixture(scope="module")
def parts(made: Tables) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(made.xlsx)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


@pytest.fixture(scope="module")
def rows(made: Tables) -> list[list[str]]:
    return list(csv.reader(io.StringIO(made.csv.decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def words(book: list[list[Any]]) -> list[str]:
    """The cells that are no numbers."""
    return [cell for row in book for cell in row if isinstance(cell, str)]


def test_1_1_the_files_are_excel_and_csv_which_excel_reads_as_utf_8(made: Tables, parts: dict[str, str]) -> None:
    assert "xl/workbook.xml" in parts and made.csv.startswith(b"\xef\xbb\xbf") and b"\r\n" in made.csv


def test_both_files_say_the_same(book: list[list[Any]], rows: list[list[str]]) -> None:
    assert [[_plain(cell) for cell in row] for row in book] == rows


def _plain(cell: Any) -> str:
    return f"{cell:.6f}".rstrip("0").rstrip(".") if isinstance(cell, float) else str(cell)


def test_1_2_a_cell_holds_one_value(printed: Record, book: list[list[Any]]) -> None:
    values = {figure.id: figure.value for figure in printed.figures}
    assert all(row[VALUE] == values[row[0]] for row in book[1:])
    assert all(re.fullmatch(r"[^\d約,]*", row[UNIT].replace("m2", "")) for row in book[1:])


def test_1_3_numbers_are_numbers(book: list[list[Any]], rows: list[list[str]]) -> None:
    assert all(isinstance(row[VALUE], float) for row in book[1:])
    assert all(isinstance(row[HEADER.index("ページ")], float) for row in book[1:])
    assert {type(row[YEAR]) for row in book[1:]} <= {float, str} and all(row[YEAR] != "0" for row in book[1:])
    assert all(re.fullmatch(r"-?\d+(\.\d+)?", row[VALUE]) for row in rows[1:])


def test_1_4_no_cells_are_merged(parts: dict[str, str]) -> None:
    assert "mergeCell" not in parts["xl/worksheets/sheet1.xml"]


def test_1_5_nothing_is_laid_out_by_spaces_or_line_ends(words: list[str]) -> None:
    assert not [cell for cell in words if cell != cell.strip() or re.search(r"[\n\r\t\u3000]|  ", cell)]


def test_1_6_no_label_is_left_out(book: list[list[Any]], printed: Record) -> None:
    assert tuple(book[0]) == HEADER and len({*HEADER}) == len(HEADER)
    always = [
        HEADER.index(each)
        for each in ("数値ID", "項目名", "地域", "区分", "概数", "ブロックID", "紙面の表記", "紙面の文")
    ]
    assert len(book) == 1 + len({*printed.printed}) and all(row[i] for row in book for i in always)


def test_1_7_there_are_no_formulas(parts: dict[str, str], rows: list[list[str]]) -> None:
    assert not re.search(r"<f[ >]", parts["xl/worksheets/sheet1.xml"])
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@")]


def test_1_8_there_are_no_objects(parts: dict[str, str]) -> None:
    assert not [name for name in parts if re.search("drawing|chart|media|comment|vml", name)]


def test_1_9_the_unit_stands_in_a_column_of_its_own(book: list[list[Any]], printed: Record) -> None:
    told = {figure.id: figure.unit for figure in printed.figures}
    assert all(bool(row[UNIT]) == bool(told[row[0]]) for row in book[1:])


def test_1_10_no_character_is_of_one_kind_of_machine(words: list[str]) -> None:
    assert not [cell for cell in words if re.search("[\u2160-\u217f\u2460-\u24ff\u3200-\u33ff\ue000-\uf8ff]", cell)]


def test_1_11_western_years_stand_beside_those_of_eras(book: list[list[Any]]) -> None:
    japanese, date, dated = (HEADER.index(each) for each in ("年度（和暦）", "時点（西暦）", "時点（和暦）"))
    for row in book[1:]:
        assert bool(row[YEAR]) == bool(row[japanese]) and bool(row[date]) == bool(row[dated])
        assert not row[date] or re.fullmatch(r"\d{4}(-\d\d-\d\d|年度)", row[date])
        assert not row[dated] or re.match("令和|平成|昭和", row[dated])


def test_1_12_the_place_is_named(book: list[list[Any]]) -> None:
    assert {row[HEADER.index("地域")] for row in book[1:]} == {"練馬区"}


def test_a_table_is_not_cut_up(book: list[list[Any]]) -> None:
    assert all(len(row) == len(HEADER) and any(row) for row in book)


def test_a_sheet_has_one_table_and_nothing_is_hidden(parts: dict[str, str]) -> None:
    assert len([name for name in parts if name.startswith("xl/worksheets/")]) == 1
    assert "hidden" not in parts["xl/worksheets/sheet1.xml"] + parts["xl/workbook.xml"]


def test_odd_words_become_plain_ones() -> None:
    assert list(rows_of(ODD)) == [
        ("a.b[令元]", "面積（合計）", 1234.5, "m2", 2019, "令和元年度", "2020-03-31", "令和2年3月31日", "練馬区",
         "公表値", "概数", "(1)株式会社は(株)と書く", "＝HYPERLINK(1)", "みどり推進課", 3, "green/text-1",
         "約1,234.5m2", "面積は約1,234.5m2、Nerima Parkの広さです。"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"status": "derived"}, "算出値"),
        ({"status": "provisional"}, "仮の値"),
        ({"planned": True}, "予定値"),
        ({"planned": True, "status": "provisional"}, "仮の値"),
    ],
)
def test_where_a_value_comes_from(changes: dict[str, Any], said: str) -> None:
    changed = msgspec.structs.replace(ODD, figures=(msgspec.structs.replace(FIGURE, **changes),))
    assert next(rows_of(changed))[HEADER.index("区分")] == said


def test_a_workbook_is_of_the_edition_s_day_so_the_same_figures_give_the_same_bytes(
    made: Tables, printed: Record, parts: dict[str, str]
) -> None:
    assert tables(msgspec.json.encode(printed), NOTHING) == made
    assert {*re.findall(r"\d{4}-\d\d-\d\dT[^<]*", "".join(parts.values()))} == {f"{printed.date}T00:00:00Z"}
    with zipfile.ZipFile(io.BytesIO(made.xlsx)) as file:
        assert {each.date_time[:3] for each in file.infolist()} == {(1980, 1, 1)}


def test_tables_lie_beside_the_files_of_a_build(project: Path, run: Run) -> None:
    assert run("build", "--target", "screen").code == 0
    names = {path.name for path in (project / "output").iterdir()}
    assert {"small.figures.csv", "small.figures.xlsx"} <= names and len(names) == 3
    assert run("build", "--year", "2022").code == 0
    assert {"small-2022.figures.csv", "small-2022.figures.xlsx"} <= {
        path.name for path in (project / "output").iterdir()
    }
