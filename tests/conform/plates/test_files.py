"""Plates as pictures, and the command that writes them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from plate_files import file

from report.conform.plates.files import heat, pictures
from tests.conftest import Run

CONTENT = b"1 0 0 0 k 0 0 100 100 re f /Over gs /Gold cs 1 scn 20 20 60 60 re f"


def test_each_plate_and_the_coverage_have_a_file() -> None:
    made = {picture.name: picture for picture in pictures(file(CONTENT), "a", "a.pdf")}
    plates = ("C", "M", "Y", "K", "5-Gold", "6-Varnish")
    assert list(made) == [*(f"a.p01.{plate}.png" for plate in plates), "a.p01.coverage.png"]
    told = "p. 1: C 100.0, M 0.0, Y 0.0, K 0.0, Gold 36.0, Varnish 0.0 %; at most 最大 200 %"
    assert [picture.told for picture in made.values() if picture.told] == [told]


def test_what_a_page_comes_to_is_told_without_its_marks() -> None:
    made = pictures(file(b"0 1 0 0 k 0 0 100 100 re f /All cs 1 scn 0 0 10 100 re f", bleed=(10, 0, 90, 100)), "a", "a")
    (told,) = (picture.told for picture in made if picture.told)
    assert told == "p. 1: C 0.0, M 100.0, Y 0.0, K 0.0, Gold 0.0, Varnish 0.0 %; at most 最大 100 %"


def test_a_page_that_could_not_be_read_says_so_beside_its_figures() -> None:
    read, unread = (pictures(file(content), "x", "x.pdf", 1, 72) for content in (b"0 0 9 9 re f", b"<< [ ("))
    said = [[picture.told for picture in made if picture.told] for made in (read, unread)]
    assert "読めない内容" not in said[0][0]
    assert said[1][0].startswith("p. 1 (not all could be read 読めない内容あり): C 0.0")


def test_marks_that_touch_the_bleed_between_two_pixels_do_not_count() -> None:
    """At 72 dpi a pixel is a point: one that the bleed's edge parts shows a mark beside it."""
    marks = b"/All cs 1 scn 0 85.5 100 0.3 re f 0 0 0 1 k 40 40 20 20 re f"
    (_, *_, made) = pictures(file(marks, bleed=(15.5, 15.5, 85.5, 85.5)), "x", "x.pdf", 1, 72)
    assert made.told.endswith("at most 最大 100 %")


def test_the_map_has_a_colour_for_every_coverage() -> None:
    ramp = Image.new("F", (401, 1))
    for percent in range(401):
        ramp.putpixel((percent, 0), percent)
    shown = heat(ramp).convert("RGB")
    assert [shown.getpixel((percent, 0)) for percent in (0, 300, 400)] == [(255, 255, 255), (215, 25, 28), (43, 0, 58)]
    red, _, blue = shown.getpixel((306, 0))
    assert abs(red - blue) < 20


def test_the_command_writes_files_and_says_how_much_ink(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(file(CONTENT, b"0 0 0 0.5 k 0 0 50 100 re f"))
    done = run("preview-plates", "a.pdf", "--output", "out", "--page", "2", "--dpi", "36")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0].startswith("p. 2: C 0.0, M 0.0, Y 0.0, K 24.9")
    with Image.open(tmp_path / "out/a.p02.K.png") as plate:
        assert plate.size == (50, 50)
        assert abs(plate.getpixel((10, 20)) - 128) <= 1
    assert len(list((tmp_path / "out").iterdir())) == 7


def test_a_page_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(file(CONTENT))
    done = run("preview-plates", "a.pdf", "--page", "2")
    assert done.code == 1
    assert "a.pdf: there is no page 2\n  hint: pages: 1 to 1\n" in done.err
    assert "2ページはありません" in done.err
