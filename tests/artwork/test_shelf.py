"""Icons: one ink, centred in their square."""

from __future__ import annotations

from pathlib import Path

from report.artwork.shelf import Icons
from report.cache import Cache
from report.messages import Origin, Report
from report.page import Placed, Shape
from report.units import Rect

FOLDER = Path(__file__).parents[2] / "data" / "icons"


def test_every_icon_fits_its_square_in_one_ink() -> None:
    report = Report()
    icons = Icons(FOLDER, Cache(None), report)
    files = [*FOLDER.glob("*.svg")]
    for file in files:
        (item,) = icons.place(file.stem, Rect(10, 20, 30, 24), "paper")
        assert isinstance(item, Placed)
        assert item.matrix == (0.025, 0, 0, 0.025, 13, 20)
        for shape in item.drawing.items:
            assert isinstance(shape, Shape) and shape.fill == "paper"
            numbers = [n for n in shape.path if not isinstance(n, str)]
            assert min(numbers) >= -1 and max(numbers) <= 961
    assert len(files) == 50
    assert report.diagnostics == ()


def test_an_unknown_icon_is_told_with_its_place() -> None:
    report = Report()
    assert Icons(FOLDER, Cache(None), report).place("scool", Rect(0, 0, 9, 9), "ink", Origin("a.yaml", 3, 7)) == []
    assert str(report.diagnostics[0]) == 'a.yaml:3:7: error: no icon named "scool"\n  hint: did you mean "school"?'


def test_an_icon_is_clipped_to_its_square_where_it_sticks_out(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="{}" height="9"/></svg>'
    for name, width in (("within", 9), ("beyond", 12)):
        (tmp_path / f"{name}.svg").write_text(svg.format(width))
    icons = Icons(tmp_path, Cache(None), Report())
    within, beyond = (icons.place(name, Rect(0, 0, 18, 20), "ink")[0] for name in ("within", "beyond"))
    assert isinstance(within, Placed) and within.clip is None
    assert isinstance(beyond, Placed) and beyond.clip == Rect(0, 1, 18, 18)


def test_a_warning_comes_again_at_the_next_build(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9zL"/></svg>'
    (tmp_path / "broken.svg").write_text(svg)
    for _ in range(2):
        report = Report()
        assert Icons(tmp_path, Cache(tmp_path / "cache"), report).drawing("broken", "ink")
        assert [(d.severity, d.message.id) for d in report.diagnostics] == [("warning", "path-numbers-odd")]
