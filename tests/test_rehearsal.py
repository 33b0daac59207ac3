"""The rehearsal of a year: opened, asked of the departments, answered, taken in, checked, built, compared."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import openpyxl
import pytest

from report import pipeline
from report.artwork.charts.table import Table
from report.blocks.chart import Chart
from report.content.walk import nodes
from report.difference.compare import compare
from report.messages import Report
from report.record.made import record
from tests.conftest import ROOT, Run

NEW = "令和6年度"


@pytest.fixture
def sample(project: Path) -> Path:
    """A copy of the sample edition, to work in."""
    for folder in ("data", "styles"):
        shutil.rmtree(project / folder)
        shutil.copytree(ROOT / folder, project / folder)
    return project


def answer(file: Path) -> dict[str, float]:
    """Fill in a department's book as a clerk would: this year's cells, a little more than last year. What was said."""
    book = openpyxl.load_workbook(file)
    sheet = book["数値"]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "項目" for cell in row))
    columns = {cell.value: cell.column for cell in head}
    earlier = [
        name for name in columns if re.fullmatch("(令和|平成).*年度の値|以前の値", str(name)) and NEW not in name
    ]
    said = {}
    for at in range(head[0].row + 1, sheet.max_row + 1):
        value = sheet.cell(at, columns[f"{NEW}の値"])
        if sheet.cell(at, columns["区分"]).value != "必須" or value.value is not None:
            continue
        last = [known for name in earlier if (known := sheet.cell(at, columns[name]).value) is not None][-1]
        value.value = last + (max(1, round(last * 0.04)) if last else 0)
        sheet.cell(at, columns["出典"]).value = "所管課の集計"
        sheet.cell(at, columns["状態"]).value = "公表値"
        said[sheet.cell(at, columns["管理番号"]).value] = value.value
    book.save(file)
    return said


def test_next_years_edition(sample: Path, run: Run) -> None:
    assert run("build", "data/brochure.yaml").code == 0
    before = (sample / "output/kaikaku-nerima.screen.pdf").read_bytes()

    assert run("figures", "roll", "--to", "令和6").code == 0
    assert run("figures", "export", "books").code == 0
    books = sorted((sample / "books").iterdir())
    said = {id: value for book in books for id, value in answer(book).items()}
    taken = run("figures", "import", "books", "--yes")
    assert taken.code == 0 and f"取り込める{len(said)}件、取り込めない誤り0件、空欄のまま0件" in taken.out

    checked = run("check")
    assert (checked.code, [line for line in checked.err.splitlines() if ": error: " in line]) == (0, [])
    laid = pipeline.lay_out(pipeline.Wish(sample / "data/brochure.yaml"), Report())
    assert len(laid.pages) == 20
    assert set(laid.figures.awaited) == set()
    assert {id: laid.figures.amount(f"{id}[令6]").value for id in said} == said
    charts = [node for node in nodes(laid.brochure) if isinstance(node, Chart)]
    assert len(charts) == 10
    for chart in charts:
        assert isinstance(chart.table, Table) and 2024 in chart.table.years, chart.title.plain
    old = pipeline.lay_out(pipeline.Wish(sample / "data/brochure.yaml", year=2023), Report())
    difference = compare(record(old), record(laid))
    assert sorted(each.figure.id.partition("[")[0] for each in difference.figures) == sorted(said)
    words = "".join(item for page in laid.pages for item in _words(page))
    assert "10年間で、8,840人" in words and "54校" in words and "25" in words

    assert run("build").code == 0
    assert run("build", "--year", "令和5").code == 0
    again = (sample / "output/kaikaku-nerima-2023.screen.pdf").read_bytes()
    assert again == before  # no note of a provisional year has become another


def _words(page: object) -> list[str]:
    from report.page import GlyphRun

    return ["".join(item.texts) for item in page.items if isinstance(item, GlyphRun)]  # type: ignore[attr-defined]
