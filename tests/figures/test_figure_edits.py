"""A new year is opened, and answers are written into the files of figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.figures.assembly import load_figures
from report.figures.edits import Answer, written
from report.figures.model import Figures
from report.figures.roll import roll
from report.messages import Report

FIGURES = """\
# 数値
figures:
  centres: # 地域包括支援センター
    value: 27
    unit: か所
    as-of: 2023-04-01 # 毎年
  survey: { values: { 平30: 60, 令3: 62 }, unit: "%", approximate: true }
  elections: { values: { 平26: 40, 平30: 44, 令4: 41 } }
  target: { value: 400, unit: 億円 }
  yearly: { value: 5, as-of: 令5 }
  end: { value: 8, as-of: "2024-02-29" }
  bare: 3
  growth: { formula: "beds[令5] - beds[令4]", as-of: 2023-04-01 }
series:
  beds: { name: 病床数, status: provisional, source: 区の統計, as-of: 04-01, data: { R4: 1, R5: 2, R8: { value: 9, planned: true } } }
  plan: { name: 計画, data: { 令5: 1, 令6: { value: 2, planned: true } } }
  west:
    name: 西暦
    data:
      2022: 1 # 前
      2023:
        value: 2
        source: 区
      # 後
  total: { name: 計, csv: total.csv }
"""  # noqa: E501
TABLE = "year,value\r\n令和4年度,1\r\n令和5年度,2\r\n"
OPENED = """\
# 数値
figures:
  centres: # 地域包括支援センター
    values: { 令5: 27, 令6: { status: open } }
    unit: か所
    as-of: 04-01 # 毎年
  survey: { values: { 平30: 60, 令3: 62, 令6: { status: open } }, unit: "%", approximate: true }
  elections: { values: { 平26: 40, 平30: 44, 令4: 41 } }
  target: { value: 400, unit: 億円 }
  yearly: { values: { 令5: { value: 5, as-of: 令5 }, 令6: { status: open } }}
  end: { values: { 令5: { value: 8, as-of: 2024-02-29 }, 令6: { status: open } }}
  bare: 3
  growth: { formula: "beds[令5] - beds[令4]", as-of: 2023-04-01 }
series:
  beds: { name: 病床数, status: provisional, source: 区の統計, as-of: 04-01, data: { R4: 1, R5: 2, R6: { status: open }, R8: { value: 9, planned: true } } }
  plan: { name: 計画, data: { 令5: 1, 令6: { value: 2, planned: true } } }
  west:
    name: 西暦
    data:
      2022: 1 # 前
      2023:
        value: 2
        source: 区
      2024: { status: open }
      # 後
  total: { name: 計, csv: total.csv }
"""  # noqa: E501


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(FIGURES, encoding="utf-8")
    (tmp_path / "total.csv").write_text(TABLE, encoding="utf-8", newline="")
    return tmp_path


def load(folder: Path, year: int = 2023) -> Figures:
    report = Report()
    figures = load_figures(folder, report, year=year)
    assert not report.failed, report.diagnostics
    return figures


def change(folder: Path, *answers: Answer) -> list[str]:
    report = Report()
    for file, content in written(load(folder), answers, report).items():
        file.write_bytes(content)
    return [str(told).replace(f"{folder}/", "") for told in report.diagnostics]


def test_a_year_is_opened_where_a_figure_continues(folder: Path) -> None:
    rolled = roll(load(folder), 2024)
    assert rolled.waiting == {"elections": 2026} and rolled.planned == ("plan",)
    assert change(folder, *rolled.opened) == []
    assert (folder / "a.yaml").read_text(encoding="utf-8") == OPENED
    table = TABLE.replace("value", "value,status") + "令和6年度,,open\r\n"
    assert (folder / "total.csv").read_bytes().decode() == table
    assert roll(load(folder), 2024).opened == ()


def test_the_edition_before_reads_the_same_values(folder: Path) -> None:
    before = load(folder)
    change(folder, *roll(before, 2024).opened)
    for now in (load(folder), load(folder, 2024)):
        for id, figure in before.singles.items():
            found = now.singles[id]
            assert (found.value, found.approximate, found.status) == (figure.value, figure.approximate, figure.status)
            assert found.as_of in (figure.as_of, "2023") or id == "yearly"
        assert {id: [datum.value for datum in run.data] for id, run in now.runs.items()} == {
            id: [datum.value for datum in run.data] for id, run in before.runs.items()
        }
    assert len(load(folder).awaited) == 7


ANSWERS = {
    "a number alone": (Answer("survey", 2024, 63, True), "令6: 63"),
    "all that can be said": (
        Answer("centres", 2024, 28.5, True, "provisional", "課の集計", "速報値、確定は9月", "2024-05-01"),
        "令6: { value: 28.5, approximate: true, status: provisional, as-of: 2024-05-01, source: 課の集計, "
        "note: 速報値、確定は9月 }",
    ),
    "what the series says of itself is not said again": (
        Answer("beds", 2024, 1234, False, "provisional", "区の統計", "", "2024-04-01"), "R6: 1234",
    ),
    "published among provisional ones": (Answer("beds", 2024, -3), "R6: { value: -3, status: published }"),
    "words that are signs to YAML": (
        Answer("west", 2024, 3, note='"a", {b} # c'), '2024: { value: 3, note: "\\"a\\", {b} # c" }',
    ),
    "a value that was there": (Answer("plan", 2023, 7), "{ 令5: 7, 令6"),
    "a plan": (Answer("plan", 2024, 3), "令6: 3 }"),
    "a figure without years": (Answer("target", 2024, 450), "target: { value: 400, values: { 令6: 450 }, unit: 億円 }"),
    "a number alone gets years": (Answer("bare", 2024, 4), "bare: { value: 3, values: { 令6: 4 } }"),
    "corrected in its own year": (Answer("centres", 2023, 28), "value: 28\n"),
    "of a year between": (Answer("survey", 2020, 61, True), "平30: 60, 令2: 61, 令3: 62"),
    "of a year before all": (Answer("survey", 2014, 61, True), "{ 平26: 61, 平30: 60"),
}  # fmt: skip


@pytest.mark.parametrize("case", ANSWERS)
def test_answers_are_written(folder: Path, case: str) -> None:
    answer, expected = ANSWERS[case]
    assert change(folder, answer) == []
    assert expected in (folder / "a.yaml").read_text(encoding="utf-8")
    found = load(folder, answer.year).get(answer.id) or load(folder, answer.year).get(f"{answer.id}[{answer.year}]")
    assert found and (found.value, found.approximate) == (answer.number, answer.approximate)


def test_a_row_of_a_table_is_written(folder: Path) -> None:
    change(folder, *roll(load(folder), 2024).opened)
    assert change(folder, Answer("total", 2024, 3, note="速報")) == []
    assert (folder / "total.csv").read_bytes().decode().endswith("令和6年度,3,,速報\r\n")


def test_that_a_year_has_no_value_is_an_answer_too(folder: Path) -> None:
    change(folder, *roll(load(folder), 2024).opened)
    file = folder / "a.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("2024: { status: open }", "2024: { status: open } # 電話済")
    )
    none = [Answer(id, 2024, None, status="none", note="調査なし") for id in ("west", "total")]
    assert change(folder, *none) == []
    assert "2024: { status: none, note: 調査なし } # 電話済\n" in file.read_text(encoding="utf-8")
    assert (folder / "total.csv").read_bytes().decode().endswith("令和6年度,,none,調査なし\r\n")
    assert roll(load(folder), 2024).opened == ()


def test_what_somebody_noted_on_an_open_year_stays(folder: Path) -> None:
    change(folder, *roll(load(folder), 2024).opened)
    file = folder / "a.yaml"
    noted = "2024: { status: open, note: 定義が変わる }"
    file.write_text(file.read_text(encoding="utf-8").replace("2024: { status: open }", noted))
    assert change(folder, Answer("west", 2024, 3)) == []
    assert "2024: { value: 3, note: 定義が変わる }" in file.read_text(encoding="utf-8")


def test_a_value_with_a_comment_within_is_told_and_left(folder: Path) -> None:
    text = "series:\n  a: { name: A, data: { 令4: 1 } }\n  b:\n    name: B\n    data:\n"
    text += "      令5:\n        # 理由\n        value: 2\n"
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    told = change(folder, Answer("a", 2023, 2), Answer("b", 2023, 3))
    assert [each.partition(" of")[0] for each in told] == ["a.yaml:4:5: error: the year 令5"]
    assert (folder / "a.yaml").read_text(encoding="utf-8") == text


def test_a_year_worked_out_of_a_figure_stays_what_it_was(folder: Path) -> None:
    (folder / "a.yaml").write_text(
        "figures:\n  growth: { value: 85, as-of: 2023-04-01 }\n"
        "series:\n  seats: { name: 定員, data: { 令4: 10, 令5: { formula: growth + 10 } } }\n",
        encoding="utf-8",
    )
    change(folder, Answer("growth", 2024, 88), Answer("seats", 2024, 99))
    for edition in (2023, 2024):
        assert load(folder, edition).amount("seats[令5]").value == 95
    assert load(folder, 2024).amount("growth").value == 88
