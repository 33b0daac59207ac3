"""Drawings follow the style's inks, and say what they show."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest

from report.artwork.studio import picture_inks
from report.messages import Report
from report.source.folder import Folder
from report.style.palette import Ink, Palette

ROOT = Path(__file__).parents[2]


def palette(**rgb: tuple[float, float, float]) -> Palette:
    return Palette({name: Ink(name, value, (0, 0, 0, 0)) for name, value in rgb.items()}, {})


def test_a_drawings_colour_stays_with_its_ink_when_the_ink_changes(tmp_path: Path):
    (tmp_path / "inks.yaml").write_text('"#ba3f17": brand\n', encoding="utf-8")
    report = Report()
    inks = picture_inks(Folder(tmp_path, report), palette(brand=(0.5, 0, 0.5)), report)
    assert (inks, report.diagnostics) == ({"#BA3F17": "brand"}, ())


def test_an_ink_the_style_lacks_is_told_at_its_place(tmp_path: Path):
    (tmp_path / "inks.yaml").write_text('"#BA3F17": brnad\n', encoding="utf-8")
    report = Report()
    picture_inks(Folder(tmp_path, report), palette(brand=(0.5, 0, 0.5)), report)
    (told,) = report.diagnostics
    assert (told.origin.line, str(told.message)) == (1, 'no ink is called "brnad"')
    assert str(told.hint) == 'did you mean "brand"?'


def test_a_drawing_or_a_colour_may_be_kept_as_it_is(tmp_path: Path):
    (tmp_path / "map.svg").touch()
    (tmp_path / "inks.yaml").write_text('map: keep\n"#0a0b0c": keep\n"#ba3f17": brand\n', encoding="utf-8")
    report = Report()
    inks = picture_inks(Folder(tmp_path, report), palette(brand=(0.5, 0, 0.5)), report)
    assert report.diagnostics == ()
    assert inks == {"map": "keep", "#0A0B0C": "#0A0B0C", "#BA3F17": "brand"}


@pytest.mark.parametrize("entry", ["mpa: keep", "map: brand", "keep: [map]"])
def test_an_entry_that_is_neither_a_colour_nor_a_drawing_is_told(tmp_path: Path, entry: str):
    (tmp_path / "map.svg").touch()
    (tmp_path / "inks.yaml").write_text(entry + "\n", encoding="utf-8")
    report = Report()
    picture_inks(Folder(tmp_path, report), palette(brand=(0.5, 0, 0.5)), report)
    assert len(report.diagnostics) == 1 and report.diagnostics[0].origin.line == 1


def test_a_drawing_that_is_kept_is_printed_in_the_inks_of_the_press(project: Path, run):
    """Its colours need no ink of the style; gray is printed in black alone; the desk finds nothing."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    drawing = f'{head}<rect width="40" height="20" fill="#123456"/><text x="2" y="9" fill="#777">地図</text></svg>'
    shutil.copytree(ROOT / "styles/icc", project / "styles/icc")
    (project / "data/pictures/map.svg").write_text(drawing, encoding="utf-8")
    section = project / "data/sections/02-second.yaml"
    text = section.read_text(encoding="utf-8").replace("{ id: square, height: 90", "{ id: map, height: 80")
    section.write_text(text, encoding="utf-8")
    assert "no ink has 2 of its colours (#123456, #777777)" in run("check").err
    (project / "data/pictures/inks.yaml").write_text("map: keep\n", encoding="utf-8")
    outcome = run("build", "--target", "print")
    assert outcome.code == 0 and "error" not in outcome.err
    with pikepdf.open(next((project / "output").glob("*.print.pdf"))) as pdf:
        forms = [form.read_bytes() for page in pdf.pages for form in page.Resources.get("/XObject", {}).values()]
    (form,) = [form for form in forms if b"0 0 0 0.533 k" in form]
    assert b"rg" not in form


def test_a_restyled_palette_builds_the_same_content(project: Path, run):
    """The small project with other colours in the style: drawings too take the new ones."""
    shutil.copytree(ROOT / "data/pictures", project / "data/pictures", dirs_exist_ok=True)
    style = project / "styles/nerima.yaml"
    style.write_text(style.read_text(encoding="utf-8").replace("#BA3F17", "#7B1FA2"), encoding="utf-8")
    outcome = run("build")
    assert (outcome.code, outcome.err) == (0, "")


def test_mistakes_of_charts_do_not_hide_one_another(project: Path, run):
    """One that cannot be drawn, one with a key its kind does not know, marks that are not closed, an unknown icon."""
    section = project / "data/sections/02-second.yaml"
    text = section.read_text(encoding="utf-8")
    one = "      - chart: { kind: bars, title: a, height: 40, series: [{ id: parks }]"
    more = [
        f"{one}, arrow: true, years: [令5] }}",
        f"{one.replace('bars', 'lines')}, arrow: true }}",
        f"{one}, category: '（**年度）' }}",
        "      - points: [{ icon: hose, label: b }]",
        "      - picture: { id: square, alt: 'a**b' }",
    ]
    section.write_text("\n".join([text.rstrip("\n"), *more, ""]), encoding="utf-8")
    said = [line for line in run("build").err.splitlines() if " error: " in line]
    start = text.count("\n") + 1
    assert [line.split(" error: ")[0] for line in said if "too high" not in line] == [
        f"data/sections/02-second.yaml:{start + 2}:{more[2].index('**') + 1}:",
        f"data/sections/02-second.yaml:{start + 4}:{more[4].index('**') + 1}:",
        f"data/sections/02-second.yaml:{start + 1}:16:",
        f"data/sections/02-second.yaml:{start}:16:",
        f"data/sections/02-second.yaml:{start + 3}:26:",
    ]
