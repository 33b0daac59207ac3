"""Loading a whole project; single mistakes are in tests/test_bad_input.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.content.load import load, section_id
from report.content.model import Cover
from report.messages import Report


def test_a_project_becomes_one_brochure(project: Path) -> None:
    report = Report()
    brochure, _ = load(project / "data/brochure.yaml", report)
    assert report.diagnostics == ()
    assert brochure is not None
    assert [section.id for section in brochure.sections] == ["first", "second"]
    assert isinstance(brochure.pages[0], Cover)
    assert brochure.sections[0].topics[0].rows[0].cells[0].span == 7


def test_mistakes_of_all_files_are_reported_together(project: Path) -> None:
    for name in ("brochure", "sections/01-first", "sections/02-second"):
        with open(project / f"data/{name}.yaml", "a", encoding="utf-8") as file:
            file.write("extra: 1\n")
    report = Report()
    assert load(project / "data/brochure.yaml", report).brochure is None
    assert sorted(Path(found.origin.file).name for found in report.diagnostics if found.origin) == [
        "01-first.yaml",
        "02-second.yaml",
        "brochure.yaml",
    ]


@pytest.mark.parametrize(("renamed", "hint"), [("second.yaml", 'did you mean "second.yaml"?'), ("second.yml", "")])
def test_only_a_file_without_an_entry_is_offered_for_one_that_lacks(renamed: str, hint: str, project: Path) -> None:
    sections, report = project / "data/sections", Report()
    (sections / "02-second.yaml").rename(sections / renamed)
    load(project / "data/brochure.yaml", report)
    (found,) = report.diagnostics
    assert str(found.hint or "") == hint


@pytest.mark.parametrize(
    ("rows", "column"),
    [("[[]]", 12), ("[[[]]]", 13), ("[]", 11), ("[{ cells: [{ blocks: [steps: []] }] }]", 40)],
)
def test_something_stands_in_every_place(rows: str, column: int, project: Path) -> None:
    section = "field: intro\ntitle: a\npicture: square\nlead: b\ntopics:\n  - rows: " + rows
    (project / "data/sections/01-first.yaml").write_text(section, encoding="utf-8")
    report = Report()
    load(project / "data/brochure.yaml", report)
    (found,) = report.diagnostics
    assert (found.origin.line, found.origin.column, str(found.message)) == (6, column, "this list is empty")


@pytest.mark.parametrize(
    ("mosaic", "said"),
    [
        ('[["01", "01"], ["01", "01"]]', None),
        ('[["01", "01"], ["02", "01"]]', 'the cells of "01" do not fill one square'),
        ('[["01", "01"]]', 'the cells of "01" do not fill one square'),
        ('[["01", "02"], ["02"]]', "this row of the mosaic has 1 cells, the first has 2"),
    ],
)
def test_the_mosaic_is_made_of_squares(mosaic: str, said: str | None, project: Path) -> None:
    file = project / "data/brochure.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('[["01", "02"]]', mosaic), encoding="utf-8")
    report = Report()
    load(file, report)
    assert [str(found.message) for found in report.diagnostics] == ([said] if said else [])


@pytest.mark.parametrize(
    ("file", "id_"), [("02-childcare.yaml", "childcare"), ("about.yaml", "about"), ("10-a-2.yaml", "a-2")]
)
def test_a_section_is_called_as_its_file(file: str, id_: str) -> None:
    assert section_id(file) == id_
