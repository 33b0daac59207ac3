"""Drawings follow the style's inks, and say what they show."""

from __future__ import annotations

import shutil
from pathlib import Path

from report.artwork.studio import picture_inks
from report.diagnostics import Report
from report.style.palette import Ink, Palette

ROOT = Path(__file__).parents[2]


def palette(**rgb: tuple[float, float, float]) -> Palette:
    return Palette({name: Ink(name, value, (0, 0, 0, 0)) for name, value in rgb.items()}, {})


def test_a_drawings_colour_stays_with_its_ink_when_the_ink_changes(tmp_path: Path):
    (tmp_path / "inks.yaml").write_text('"#ba3f17": brand\n', encoding="utf-8")
    report = Report()
    inks = picture_inks(tmp_path / "inks.yaml", palette(brand=(0.5, 0, 0.5)), report)
    assert (inks, report.diagnostics) == ({"#BA3F17": "brand"}, ())


def test_an_ink_the_style_lacks_is_told_at_its_place(tmp_path: Path):
    (tmp_path / "inks.yaml").write_text('"#BA3F17": brnad\n', encoding="utf-8")
    report = Report()
    picture_inks(tmp_path / "inks.yaml", palette(brand=(0.5, 0, 0.5)), report)
    (told,) = report.diagnostics
    assert (told.origin.line, told.message, told.hint) == (1, 'no ink is called "brnad"', 'did you mean "brand"?')


def test_a_restyled_palette_builds_the_same_content(project: Path, run):
    """The small project with other colours in the style: drawings too take the new ones."""
    shutil.copytree(ROOT / "data/pictures", project / "data/pictures", dirs_exist_ok=True)
    style = project / "styles/nerima.yaml"
    style.write_text(style.read_text(encoding="utf-8").replace("#BA3F17", "#7B1FA2"), encoding="utf-8")
    outcome = run("build")
    assert (outcome.code, outcome.err) == (0, "")
