"""The years of a chart and the rows of a table: what is wrong in them is told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import pipeline
from report.blocks.chart import Chart
from report.content.walk import nodes
from report.figures.format import parse_year
from report.messages import Report
from tests.conftest import Run

SECOND = "data/sections/02-second.yaml"


def errors(project: Path, run: Run, old: str, new: str) -> list[str]:
    """Places and texts of the errors of a check, after a change of the second section."""
    file = project / SECOND
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    told = [line for line in run("check").err.splitlines() if ": error: " in line]
    return [line.removeprefix(f"{SECOND}:").replace(" error: ", " ") for line in told]


REVERSED = "the chart begins with {}, which is later than its end, {}"


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("from: 令5, to: 令3", ["8:62: " + REVERSED.format("令5", "令3")]),
        ("from: 2023, to: 令4", ["8:62: " + REVERSED.format("2023", "令4")]),
        (
            "from: 令9, to: 令3",
            ['8:62: no series of the chart has a value for "令9"', "8:62: " + REVERSED.format("令9", "令3")],
        ),
        (
            "from: 令5, to: 平20",
            ['8:70: no series of the chart has a value for "平20"', "8:62: " + REVERSED.format("令5", "平20")],
        ),
        ("years: [令4, 2022]", ["8:68: year 2022 stands twice"]),
        ("from: 令3, to: 令3", []),
    ],
)
def test_years_that_make_no_span_are_told(keys: str, told: list[str], project: Path, run: Run) -> None:
    text = (project / SECOND).read_text(encoding="utf-8")
    old = text[text.index("- chart:") : text.index("      - picture:")].rstrip()
    new = f"- chart: {{ kind: bars, title: 公園の面積, height: 40, {keys}, series: [{{ id: parks }}] }}"
    assert errors(project, run, old, new) == told


def test_every_row_that_is_uneven_is_told_at_its_place(project: Path, run: Run) -> None:
    table = "- table:\n          header: [年, 値]\n          rows: [[a, b],\n            [c, 1,234],\n            [d]]"
    assert errors(project, run, "- picture: { id: square, height: 90, fit: cover }", table) == [
        "16:14: cells in this row: 3, in the header: 2",
        "17:14: cells in this row: 1, in the header: 2",
    ]


@pytest.mark.parametrize(("edition", "shown"), [("令5", (2021, 2023)), ("令4", (2021, 2022)), ("令6", (2021, 2023))])
def test_the_latest_year_follows_the_edition(project: Path, edition: str, shown: tuple[int, ...]) -> None:
    file = project / SECOND
    text = file.read_text(encoding="utf-8")
    keys = "height: 40\n          years: [令3, latest]\n          highlight: [latest]"
    file.write_text(text.replace("height: 40", keys), encoding="utf-8")
    wish = pipeline.Wish(project / "data/brochure.yaml", year=parse_year(edition))
    (chart,) = (
        node for node in nodes(pipeline.lay_out(wish, Report()).brochure) if isinstance(node, Chart) and node.table
    )
    assert chart.table and (chart.table.years, chart.table.highlight) == (shown, {1})


def test_a_series_without_a_year_has_no_latest(project: Path, run: Run) -> None:
    (project / "data/figures/all.yaml").write_text(
        "figures:\n  capacity: 3\nseries:\n  parks: { name: 公園, data: { 令5: { value: 1, planned: true } } }\n",
        encoding="utf-8",
    )
    told = errors(project, run, "height: 40", "height: 40\n          years: [latest]")
    assert told == ['12:19: "latest" is no year']


@pytest.mark.parametrize(
    ("data", "note"),
    [
        ("{ 令3: 99, 令4: 103, 令5: { value: 108, status: provisional } }", "令5"),
        ("{ 令3: 99, 令4: 103, 令5: 108 }", ""),
        ("{ 令4: { value: 103, status: provisional }, 令5: { value: 108, status: provisional } }", ""),
    ],
)
def test_a_chart_names_its_provisional_years_unless_all_are(project: Path, data: str, note: str) -> None:
    text = f"figures:\n  capacity: 3\nseries:\n  parks: {{ name: 公園の面積, unit: ha, data: {data} }}\n"
    (project / "data/figures/all.yaml").write_text(text, encoding="utf-8")
    laid = pipeline.lay_out(pipeline.Wish(project / "data/brochure.yaml"), Report())
    (chart,) = (node for node in nodes(laid.brochure) if isinstance(node, Chart))
    assert (chart.note.plain if chart.note else "") == note
