"""A style sheet is looked at as a whole; each mistake is told once, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.compose.blocks import note, programme
from report.diagnostics import Failure, Report
from report.formats import check_style
from report.style.features import is_feature
from report.style.sheet import StyleSheet, load_sheet

ROOT = Path(__file__).parents[2]
STYLE = ROOT / "styles/nerima.yaml"

CASES = [  # what becomes what, and what is said of it
    ("  width: 210", "  width: 0", "a length above 0, up to 5 m expected"),
    ("  columns: 12", "  columns: 0", "a whole number from 1 expected"),
    ("  columns: 12", "  columns: 400", "400 columns and their gutters leave no width"),
    ("  bottom: 278", "  bottom: 300", "from the top of the page down come top"),
    ("  bleed: 3", "  bleed: -3", "the page's margins, gutter, bleed and band are 0 or more"),
    ("picture>text:", "pictrue>text:", 'no block is called "pictrue"'),
    ("picture>text:", "picture-text:", '"picture-text" names no two blocks'),
    ("counter: orange", "counter: ornage", 'no ink is called "ornage"'),
    ("  body: { fonts: [text, fallback]", "  body: { fonts: []", "fonts names no face"),
    ("  body: { fonts: [text, fallback], size: 13.5Q", "  body: { fonts: [text, fallback], size: -1Q", "above 0"),
    ("  large: {", "  lage: {", 'the style has no text style "large"'),
    ("rise: 0.32, ink: ink,", "rise: 0.32, ink: ink@x,", '"ink@x" is no share of an ink'),
    ("rise: 0.32, ink: ink,", "rise: 0.32, ink: ikn@50,", 'no ink is called "ikn"'),
    ("ink: ink, features: [kern], align: justify", "ink: ink, features: [krn], align: justify", '"krn" is no OpenType'),
    ("marks: { strong: {", "marks: { strnog: {", 'no mark is called "strnog"'),
    ("  bubble:\n", "  buble:\n", 'no entry under blocks is called "buble"'),
    ("    service-columns: 2", "    service-columns: 0", "a whole number from 1 expected"),
    ("    shapes: [circle, square]", "    shapes: [circle, sqare]", "one of circle, square expected"),
    ("    shapes: [circle, square]", "    shapes: []", "this list is empty"),
    ("    earlier-ink: soft", "    earlier-ink: sotf", 'no ink is called "sotf"'),
    ("    reverse: [base,", "    reverse: [bsae,", 'no ink is called "bsae"'),
]


def told(path: Path) -> tuple[StyleSheet | None, Report]:
    report = Report()
    sheet = load_sheet(path, ROOT / "fonts", report)
    if sheet:
        check_style(sheet, report)
    return sheet, report


def test_the_house_style_is_sound() -> None:
    assert told(STYLE)[1].diagnostics == ()


@pytest.mark.parametrize(("old", "new", "said"), CASES, ids=[f"{new.strip()}" for _, new, _ in CASES])
def test_a_mistake_is_told_at_its_place(old: str, new: str, said: str, tmp_path: Path) -> None:
    text = STYLE.read_text(encoding="utf-8")
    assert old in text
    style = tmp_path / "x.yaml"
    style.write_text(text.replace(old, new, 1), encoding="utf-8")
    _, report = told(style)
    found = [diagnostic for diagnostic in report.diagnostics if said in diagnostic.message]
    assert len(found) == 1, report.diagnostics
    assert len(report.diagnostics) == 1
    assert found[0].origin is not None and found[0].origin.file == str(style)


def test_an_entry_s_own_mistakes_stop_its_reader_and_no_other(tmp_path: Path) -> None:
    style = tmp_path / "x.yaml"
    text = STYLE.read_text(encoding="utf-8").replace("    service-columns: 2", "    service-colums: 3")
    style.write_text(text, encoding="utf-8")
    report = Report()
    report.error(None, "something else is wrong")
    sheet = load_sheet(style, ROOT / "fonts", report)
    assert sheet is not None
    assert sheet.part("blocks", "note", note.Style).text
    with pytest.raises(Failure) as failed:
        sheet.part("blocks", "programme", programme.Style)
    assert [each.message for each in failed.value.diagnostics] == ['unknown key "service-colums"']


def test_features() -> None:
    assert all(map(is_feature, ("palt", "-kern", "ss01=2", "cv99", "ABCD")))
    assert not any(map(is_feature, ("krn", "pallt", "ss21", "kern=", "+palt", "", "plat")))
