"""The list of all that an expression may say, in README: each example gives its result, and nothing is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.figures.filters import ENGLISH, FILTERS
from report.figures.functions import FUNCTIONS, WORDS
from report.figures.model import Figures
from report.messages import Origin, Report
from report.text import Run, Text
from report.text.edition import Edition
from tests.conftest import figures_of
from tests.words import written

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
LIST = README.partition("### 本文の式\n")[2].partition("\n### ")[0]
ROWS = re.findall(r"^\| `([^`]+)`(.*?) \| `(\S.*?)`(.*?) \| (.+?) \|$", LIST, re.M)
(YAML,) = re.findall(r"```yaml\n(.*?)```", LIST, re.S)
SECOND = re.compile(r"^（`([\w-]+)`）")  # a name


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    return figures_of(tmp_path_factory.mktemp("figures"), YAML)


def told(text: Text) -> str:
    runs = [inline for inline in text.inlines if isinstance(inline, Run)]
    return "".join(f"__{run.text}__" if "number" in run.marks else run.text for run in runs)


@pytest.mark.parametrize(("example", "result"), [(row[2], row[4]) for row in ROWS])
def test_each_example_gives_its_result(example: str, result: str, figures: Figures) -> None:
    report = Report()
    text = written(example.replace("\\|", "|"), Origin("README.md"), report)
    made = told(Edition(figures, report, "令和5年度").text(text))
    assert (made, report.diagnostics) == (result.strip("`"), ())


def test_the_list_has_every_word_function_and_filter() -> None:
    second = {found[1]: row[0] for row in ROWS if (found := SECOND.match(row[1]))}
    assert second == ENGLISH
    assert {row[0] for row in ROWS} | {*second} == {*WORDS, *FUNCTIONS, *FILTERS, "[令5]", "year"}
    assert len(ROWS) == LIST.count("\n| `")
