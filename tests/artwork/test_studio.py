"""Drawings follow the style's inks, and say what they show."""

from __future__ import annotations

import shutil
from pathlib import Path

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
