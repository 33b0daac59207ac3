"""Pictures and tables that say nothing to a reader who cannot see them."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.content.load import load
from report.messages import Report

BLOCK = """
topics:
  - rows:
      - - - """


def told(project: Path, block: str) -> list[str]:
    file = project / "data/sections/01-first.yaml"
    file.write_text("field: intro\ntitle: a\npicture: square\nlead: b" + BLOCK + block, encoding="utf-8")
    report = Report()
    load(project / "data/brochure.yaml", report)
    return [f"{each.origin[1:]} {each.message}" for each in report.diagnostics if each.origin]  # type: ignore[index]


@pytest.mark.parametrize(
    ("block", "places"),
    [
        ("picture: square", []),
        ("picture: { id: square, caption: 絵, alt: 四角 }", []),
        ("picture: { id: square, alt: 四角 }", []),
        ("picture: { id: square, caption: 絵 }", [22]),
        ('picture: { id: square, caption: 絵, alt: " " }', [22]),
        ("pictures: [{ id: a, caption: 絵 }, b, { id: c, caption: 絵 }]", [24, 50]),
        ("device: { heading: a, picture: square, name: b, text: c }", []),
    ],
)
def test_a_picture_with_a_caption_has_words_of_its_own(block: str, places: list[int], project: Path) -> None:
    ids = {22: "square", 24: "a", 50: "c"}
    expected = [f'(7, {place}) the picture "{ids[place]}" has a caption and no alt' for place in places]
    assert told(project, block) == expected


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ('header: ["", 令5, 令4], rows: [[a, b, c]]', []),
        ('header: ["", "", 令4], rows: [[a, b, c]]', [2]),
        ('header: [年, "　", "\\u2060"], rows: [[a, b, c]]', [2, 3]),
        ('header: ["", 令5, 令4], rows: [[a, b, c]], row-header: false', [1]),
    ],
)
def test_every_column_of_a_table_has_a_title(table: str, columns: list[int], project: Path) -> None:
    found = told(project, f"table: {{ {table} }}")
    assert [each.partition(") ")[2] for each in found] == [f"column {i} of the table has no title" for i in columns]
    assert all(each.startswith("(7, ") for each in found)
