"""Icons: one ink, centred in their square."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.artwork.formats import DRAWING, PHOTOS
from report.artwork.shelf import Icons, Shelf
from report.cache import Cache
from report.messages import Origin, Report, message
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


def shelf(folder: Path, report: Report, *files: str) -> Shelf:
    """Of pictures: a folder of these files."""
    for file in files:
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).touch()
    return Shelf(folder, (*PHOTOS, DRAWING), message("picture"), report)


@pytest.mark.parametrize(
    "files",
    [("a.jpg", "a.png"), ("a.jpeg", "a.jpg"), ("a.JPG", "a.jpg"), ("a.PNG", "a.png"), ("a.SVG", "a.svg"),
     ("a.jpeg", "a.jpg", "a.png"), ("a.jpg", "a.png", "a.svg")],
)  # fmt: skip
def test_two_files_of_one_id_are_told_once(tmp_path: Path, files: tuple[str, ...]) -> None:
    report = Report()
    found = shelf(tmp_path, report, *files)
    assert not any(found.is_alone("a", Origin("a.yaml", line)) for line in (3, 5))
    (told,) = report.diagnostics
    rivals = ", ".join(file for file in files if file != "a.svg" or "a.SVG" in files)
    assert str(told).startswith(f'a.yaml:3:1: error: the picture "a" is in more than one file: {rivals}\n')


@pytest.mark.parametrize(
    "files", [("a.jpg", "a.svg"), ("a.PNG", "a.svg"), ("a.JPG",), ("a.svg", "a.txt"), ("a.png", "b.png", "a.b.png")]
)
def test_a_photo_takes_a_drawing_s_place_without_a_word(tmp_path: Path, files: tuple[str, ...]) -> None:
    report = Report()
    found = shelf(tmp_path, report, *files)
    assert found.find("a", None) == str(tmp_path / files[0])
    assert found.is_alone("a", None) and report.diagnostics == ()


@pytest.mark.parametrize("left", ["a.bmp", "a.HEIC", "a.avif", "a.gif", "a.tif", "a.jfif", "a.svgz", "a.pdf"])
def test_a_picture_that_is_not_taken_is_told_beside_one_that_is(tmp_path: Path, left: str) -> None:
    report = Report()
    found = shelf(tmp_path, report, "a.svg", left)
    assert found.is_alone("a", Origin("a.yaml", 3)) and found.is_alone("a", Origin("a.yaml", 5))
    (told,) = map(str, report.diagnostics)
    assert told.startswith("a.yaml:3:1: warning: ")
    assert f'{left}: not used for the picture "a", which is drawn from a.svg\n' in told
    assert told.endswith("hint: save it as JPEG, PNG, WebP, SVG, or take it away")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (("a.heic", "a.gif"), "a.gif, a.heic in pictures/ will not do\n  hint: save it as JPEG, PNG, WebP, SVG; "),
        (("a.psd",), "that can be taken: a.psd in pictures/ will not do"),
        (("2024/a.jpg", "old/a.PNG"), "it lies in 2024/a.jpg, old/a.PNG\n  hint: move it to pictures/"),
        (("2024/a.txt", "2024/b.jpg"), 'no picture named "a"\n  hint: put a.svg into pictures/'),
        (("ab.jpg", "ab.webp"), 'no picture named "a"\n  hint: did you mean "ab"?'),
        (("a",), 'no picture named "a"\n  hint: put a.svg into pictures/'),
    ],
)  # fmt: skip
def test_an_id_without_a_file_says_what_lies_there(tmp_path: Path, files: tuple[str, ...], told: str) -> None:
    report = Report()
    folder = tmp_path / "pictures"
    folder.mkdir()
    assert shelf(folder, report, *files).find("a", Origin("a.yaml", 3)) is None
    assert told in str(report.diagnostics[0])


def test_icons_are_drawings_alone(tmp_path: Path) -> None:
    report = Report()
    for file in ("home.png", "park.png", "park.svg"):
        (tmp_path / file).write_text("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>")
    icons = Icons(tmp_path, Cache(None), report)
    assert icons.place("home", Rect(0, 0, 9, 9), "ink") == []
    icons.place("park", Rect(0, 0, 9, 9), "ink")
    told = [str(each) for each in report.diagnostics]
    assert told[0].endswith(
        "home.png in "
        + f"{tmp_path.name}/ will not do\n  hint: save it as SVG; a new ending alone does not make it one"
    )
    assert 'park.png: not used for the icon "park", which is drawn from park.svg' in told[1]
