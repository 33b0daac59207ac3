"""Back cover and contents: words stand one above the other, or it is told where they do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from report.compose.context import BlockContext
from report.content.load import load
from report.content.model import BackCover, Brochure, Contents
from report.layout.back_cover import lay_back_cover
from report.layout.contents import lay_contents
from report.messages import Origin, Report
from report.text import Text
from tests.words import written

HERE = Origin("t.yaml", 9, 8)


def text(words: str, line: int) -> Text:
    return written(words, Origin("t.yaml", line, 1))


@pytest.fixture
def brochure(project: Path) -> Brochure:
    found, _ = load(project / "data/brochure.yaml", Report())
    assert found
    return found


def lines_told(report: Report) -> list[int]:
    return sorted({told.origin.line for told in report.diagnostics if told.origin and told.origin.file == HERE.file})


@pytest.mark.parametrize(
    ("title", "publisher", "notes", "told"),
    [
        ("題", "発行", ["注"] * 3, []),
        ("題\n題\n題", "発行", [], [1]),
        ("題", "発行\n" * 90, [], [2]),
        ("題", "発行", ["注"] * 60, [2]),
        ("題", "発行", ["https://" + "w" * 200], [3]),
    ],
)
def test_the_back_cover_s_words_stand_one_above_the_other(
    title: str, publisher: str, notes: list[str], told: list[int], brochure: Brochure, ctx: BlockContext, report: Report
) -> None:
    sheet = BackCover(
        origin=HERE, title=text(title, 1), publisher=text(publisher, 2), notes=tuple(text(note, 3) for note in notes)
    )
    lay_back_cover(sheet, brochure, ctx)
    assert lines_told(report) == told


@pytest.mark.parametrize(("notes", "told"), [(["注"] * 3, []), (["注"] * 9, [3]), (["w" * 200], [3])])
def test_the_notes_of_the_contents_stay_on_the_page(
    notes: list[str], told: list[int], brochure: Brochure, ctx: BlockContext, report: Report
) -> None:
    sheet = Contents(origin=HERE, heading=text("目次", 1), notes=tuple(text(note, 3) for note in notes))
    starts: dict[str, Any] = {section.id: "2" for section in brochure.sections}
    lay_contents(sheet, brochure, starts, ctx)
    assert lines_told(report) == told
