"""Numbers go into the brochure's texts; what is provisional is listed."""

from __future__ import annotations

from pathlib import Path

import msgspec

from report.blocks import Block
from report.blocks.chart import Chart
from report.content.load import load
from report.content.model import Brochure, Section
from report.content.resolve import resolve
from report.figures.assembly import load_figures
from report.messages import Origin, Report
from report.source import read
from report.text.edition import Edition
from tests.words import written

DATA = Path(__file__).parents[2] / "data"
FIGURES = load_figures(DATA / "figures", Report())
SECTION = """\
field: a
title: T
picture: p
lead: '{{ nursery.capacity.growth }}'
topics:
  - rows:
      - chart: { kind: bars, title: T, height: 10, from: 平30, series: [{ id: nursery.waiting }] }
      - donut: { value: reform.seals-abolishd, centre: x, size: 30, text: x }
      - chart: { kind: bars, title: T, height: 10, from: 平, series: [{ id: nursery.waitin }] }
"""


def words(source: str) -> tuple[str, list[str]]:
    report = Report()
    text = Edition(FIGURES, report).text(written(source, Origin("x.yaml", 4, 9), report))
    return text.plain, [str(diagnostic).split("\n")[0] for diagnostic in report.diagnostics]


def test_expressions_become_words_and_mistakes_stay_at_their_place() -> None:
    assert words("計{{ kodomoen.schools }}、{{ kodomoen.capacity|number }}") == ("計24園、1,869", [])
    assert words("a\n {{ nursery.waitng[令5] }}")[1] == ['x.yaml:5:5: error: no figure named "nursery.waitng[令5]"']
    assert words("ab{{ care.centres")[1] == ['x.yaml:4:11: error: braces "{{" are not closed']
    assert words(r"\{\{ x \}\}") == ("{{ x }}", [])


def small_brochure(section: Section, year: str = "令5") -> Brochure:
    place = Origin("b.yaml")
    words = written("T", place)
    return Brochure(
        origin=place, id="b", title=words, publisher=words, year=year, date="2023-10-01", style="x.yaml",
        fields=(), pages=(), sections=(section,),
    )  # fmt: skip


def test_charts_end_with_the_brochures_year_unless_they_say_otherwise(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(SECTION, encoding="utf-8")
    section = read(tmp_path / "s.yaml", Section, Report())
    assert section is not None
    resolved, _ = resolve(small_brochure(section, "令4"), FIGURES, Report())
    charts = [block for block in blocks_of(resolved) if isinstance(block, Chart)]
    assert charts[0].table and charts[0].table.years[-1] == 2022
    report = Report()
    resolve(small_brochure(section, "令6"), FIGURES, report)
    assert "this chart has no value for 令6 yet; it ends with 令5" in [str(told.message) for told in report.diagnostics]


def test_what_names_the_year_before_is_a_remark(tmp_path: Path) -> None:
    text = SECTION.replace("'{{ nursery.capacity.growth }}'", "a\n  b 令和4年4月 {{ nursery.waiting[令4] }}")
    (tmp_path / "s.yaml").write_text(text.replace("from: 平30", "from: 平30, to: 令4"), encoding="utf-8")
    section, report = read(tmp_path / "s.yaml", Section, Report()), Report()
    assert section is not None
    resolve(small_brochure(section), FIGURES, report)
    assert [(told.origin.line, str(told.message)) for told in report.diagnostics if told.severity == "info"] == [
        (5, "令和4 is the year before 令5: is this still so?"),
        (8, "令4 is the year before 令5: is this still so?"),
    ]


def test_a_year_that_is_none_is_reported() -> None:
    report = Report()
    brochure, _ = load(DATA / "brochure.yaml", Report())
    assert brochure is not None
    resolve(msgspec.structs.replace(brochure, year="5年", sections=()), FIGURES, report)
    assert [str(d.message) for d in report.diagnostics] == ['"5年" is no year']


def blocks_of(brochure: Brochure) -> list[Block]:
    cells = (cell for s in brochure.sections for topic in s.topics for row in topic.rows for cell in row.cells)
    return [block for cell in cells for block in cell.blocks]


def test_ids_of_blocks_are_checked_and_provisional_points_listed(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(SECTION, encoding="utf-8")
    report = Report()
    section = read(tmp_path / "s.yaml", Section, report)
    assert section is not None
    resolved, uses = resolve(small_brochure(section), FIGURES, report)
    assert resolved.sections[0].lead.plain == "約8,500人"
    leaning = [use for use in uses if use.provisional]
    assert [use.id for use in leaning] == ["nursery.waiting[令元]", "nursery.waiting[令2]"]
    assert str(leaning[0].place) == f"{tmp_path}/s.yaml:7:72"
    assert [str(diagnostic).split(" error: ")[1].split("\n")[0] for diagnostic in report.diagnostics] == [
        'no figure named "reform.seals-abolishd"',
        'no series named "nursery.waitin"',
        '"平" is no year',
    ]


def test_the_brochure_itself_resolves() -> None:
    report = Report()
    brochure, _ = load(DATA / "brochure.yaml", report)
    assert brochure is not None
    resolved, uses = resolve(brochure, load_figures(DATA / "figures", report), report)
    assert [told.message for told in report.diagnostics if told.severity != "info"] == []
    assert "{{" not in repr(resolved)
    assert len(resolved.sections) == 15
    assert uses
