"""A style sheet is looked at as a whole; each mistake is told once, at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.blocks import note, programme
from report.layout.formats import check_style
from report.messages import Failure, Report, message
from report.style.sheet import StyleSheet, load_sheet
from report.style.text import is_feature

ROOT = Path(__file__).parents[2]
STYLE = ROOT / "styles/nerima.yaml"

CASES = [  # a pattern, what takes the place of its match, and what is said of it
    (r"  width: \d+", r"  width: 0", "a length of 0.01 mm to 5 m expected"),
    (r"  columns: \d+", r"  columns: 0", "a whole number from 1 expected"),
    (r"  columns: \d+", r"  columns: 400", "400 columns and their gutters leave no width"),
    (r"  bottom: \d+", r"  bottom: 300", "from the top of the page down come top"),
    (r"  bleed: 3", r"  bleed: -3", "the page's margins, gutter, bleed and band are 0 or more"),
    (r"picture>text:", r"pictrue>text:", 'no block is called "pictrue"'),
    (r"picture>text:", r"picture-text:", '"picture-text" names no two blocks'),
    (r"counter: orange", r"counter: ornage", 'no ink is called "ornage"'),
    (r"(\n  body: .*?)fonts: \[.*?\]", r"\1fonts: []", "fonts names no face"),
    (r"(\n  body: .*?)size: [\d.]+Q", r"\1size: -1Q", "a length of 0.01 mm to 5 m expected"),
    (r"(\n  body: .*?)leading: [\d.]+Q", r"\1leading: 0", "a length of 0.01 mm to 5 m expected"),
    (r"(\n  body: .*?)ink: ink", r"\1ink: ink@x", '"ink@x" is no share of an ink'),
    (r"(\n  body: .*?)ink: ink", r"\1ink: ikn@50", 'no ink is called "ikn"'),
    (r"(\n  body: .*?)features: \[kern\]", r"\1features: [krn]", '"krn" is no OpenType feature'),
    (r"(\n  body: .*?)strong:", r"\1strnog:", 'no mark is called "strnog"'),
    (r"\n  large: ", r"\n  lage: ", 'the style has no text style "large"'),
    (r"\n  bubble:\n", r"\n  buble:\n", 'no entry under blocks is called "buble"'),
    (r'base: ("[^"]*")', r"base: { colour: \1, spot: Black }", '"Black" is no name for a spot ink'),
    (r"\nfonts:", r"\nfnts:", 'unknown key "fnts"'),
    (r"(\n  cards:\n(?:    .*\n)*?    pad-top: )", r"\1-", '"pad-top" is below 0'),
    (r"earlier: [\d.]+", r"earlier: -1", '"earlier" is below 0'),
    (r"smallest: [\d.]+Q", r"smallest: 0", "a length of 0.01 mm to 5 m expected"),
    (r"service-columns: \d", r"service-columns: 0", "a whole number from 1 expected"),
    (r"shapes: \[circle, square\]", r"shapes: [circle, sqare]", "one of circle, square expected"),
    (r"shapes: \[circle, square\]", r"shapes: []", "this list is empty"),
    (r"earlier-ink: soft", r"earlier-ink: sotf", 'no ink is called "sotf"'),
    (r"reverse: \[base", r"reverse: [bsae", 'no ink is called "bsae"'),
]


def told(path: Path) -> tuple[StyleSheet | None, Report]:
    report = Report()
    sheet = load_sheet(path, ROOT / "fonts", report)
    if sheet:
        check_style(sheet, report)
    return sheet, report


def test_the_house_style_is_sound() -> None:
    assert told(STYLE)[1].diagnostics == ()


@pytest.mark.parametrize(("old", "new", "said"), CASES, ids=[new.strip() for _, new, _ in CASES])
def test_a_mistake_is_reported_at_its_place(old: str, new: str, said: str, tmp_path: Path) -> None:
    text, count = re.subn(old, new, STYLE.read_text(encoding="utf-8"), count=1)
    assert count == 1
    style = tmp_path / "x.yaml"
    style.write_text(text, encoding="utf-8")
    _, report = told(style)
    found = [diagnostic for diagnostic in report.diagnostics if said in str(diagnostic.message)]
    assert len(found) == 1, report.diagnostics
    assert len(report.diagnostics) == 1
    assert found[0].origin is not None and found[0].origin.file == str(style)


def test_inks_of_one_spot_have_one_colour_in_four_inks(tmp_path: Path) -> None:
    style = tmp_path / "x.yaml"
    spot = r"base: { colour: \1, spot: DIC 256 }"
    style.write_text(re.sub(r'base: ("[^"]*")', spot, STYLE.read_text(encoding="utf-8"), count=2), encoding="utf-8")
    (found,) = told(style)[1].diagnostics
    assert str(found.message) == 'the spot ink "DIC 256" has two colours in four inks'


def test_an_entry_s_own_mistakes_stop_its_reader_and_no_other(tmp_path: Path) -> None:
    style = tmp_path / "x.yaml"
    text = STYLE.read_text(encoding="utf-8").replace("    service-columns: 2", "    service-colums: 3")
    style.write_text(text, encoding="utf-8")
    report = Report()
    report.error(None, message("fonts-empty"))
    sheet = load_sheet(style, ROOT / "fonts", report)
    assert sheet is not None
    assert sheet.part("blocks", "note", note.Style).text
    with pytest.raises(Failure) as failed:
        sheet.part("blocks", "programme", programme.Style)
    assert [str(each.message) for each in failed.value.diagnostics] == ['unknown key "service-colums"']


def test_features() -> None:
    assert all(map(is_feature, ("palt", "-kern", "ss01=2", "cv99", "ABCD")))
    assert not any(map(is_feature, ("krn", "pallt", "ss21", "kern=", "+palt", "", "plat")))
