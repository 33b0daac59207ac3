"""Contrast: what lies under words, through matrices and clips, and what an author is told of it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from report.conform.contrast import check_contrast
from report.conform.ground import UNKNOWN, outline, winding, words_on
from report.messages import Origin, Report
from report.page import Drawing, GlyphRun, Image, Item, Page, PageBoxes, Placed, Raster, Shape
from report.page import Path as Outline
from report.page.shapes import ellipse_path, rectangle
from report.style.fonts import FontBook
from report.style.palette import Ink, Palette
from report.units import Rect, Size

FACES = Path(__file__).parents[2] / "fonts"
OWNER = SimpleNamespace(origin=Origin("sections/01.yaml", 4, 9))
INKS = {"paper": "#FFFFFF", "ink": "#231F20", "red.base": "#D02020", "red.dark": "#8A2C0C", "red.mid": "#F0A27A"}
GREYS = {
    "least": "#767676",
    "below": "#777777",
    "large": "#949494",
    "less": "#959595",
}  # on white: 4.54, 4.48, 3.03, 2.99


@pytest.fixture(scope="module")
def fonts() -> FontBook:
    names = {"text": "BIZUDPGothic_400Regular.ttf", "bold": "BIZUDPGothic_700Bold.ttf"}
    semi = {"semi": "BarlowSemiCondensed_600SemiBold.ttf"}
    return FontBook({name: FACES / file for name, file in (names | semi).items()})


def palette() -> Palette:
    def ink(name: str, written: str) -> Ink:
        return Ink(name, tuple(int(written[i : i + 2], 16) / 255 for i in (1, 3, 5)), (0, 0, 0, 0))  # type: ignore[arg-type]

    return Palette({name: ink(name, hex_) for name, hex_ in (INKS | GREYS).items()}, {"red": ("ink", "ink")})


def words(ink: str = "ink", x: float = 0, y: float = 10, **how: object) -> GlyphRun:
    """Four characters of 10 pt from (x, y) on, 40 pt wide."""
    look = {"face": "text", "size": 10.0, "owner": OWNER, "texts": ("四", "字", "の", "語"), **how}
    return GlyphRun(ink=ink, x=x, y=y, gids=(1, 2, 3, 4), xs=(0, 10, 20, 30), width=40, **look)  # type: ignore[arg-type]


def box(fill: str, x: float = -5, y: float = 0, width: float = 50, height: float = 20) -> Shape:
    return rectangle(Rect(x, y, width, height), fill)


def told(fonts: FontBook, *items: Item) -> list[str]:
    report = Report()
    page = Page(number=3, label="3", boxes=PageBoxes(Size(200, 200), 0), items=items)
    check_contrast([page], palette(), fonts, report)
    return [str(each) for each in report.diagnostics]


def under(*items: Item) -> set[str | None]:
    (found,) = list(words_on(items))
    return set(found.grounds)


def test_a_text_that_falls_short_is_told_at_its_place_with_a_remedy(fonts: FontBook) -> None:
    assert told(fonts, box("red.base"), words("red.mid")) == [
        "sections/01.yaml:4:9: warning: page 3: "
        '"四字の語" in red.mid on red.base has a contrast of 2.59:1; 4.5:1 is due\n'
        '  hint: the ink "paper" has 5.37:1 there'
    ]
    assert told(fonts, words("below")) == [
        "sections/01.yaml:4:9: warning: page 3: "
        '"四字の語" in below on paper has a contrast of 4.47:1; 4.5:1 is due\n'
        '  hint: the ink "ink" has 16.3:1 there; or set it bold from 14 pt, or from 18 pt'
    ]
    assert "lighter or a darker ink" in told(fonts, box("below"), words("red.mid"))[0]


@pytest.mark.parametrize(
    ("ink", "face", "size", "enough"),
    [
        ("least", "text", 10.0, True),
        ("below", "text", 10.0, False),
        ("below", "text", 17.9, False),
        ("large", "text", 18.0, True),
        ("less", "text", 18.0, False),
        ("large", "bold", 14.0, True),
        ("large", "bold", 13.9, False),
        ("large", "semi", 14.0, False),  # 600 is not bold
    ],
)
def test_large_type_may_have_less(fonts: FontBook, ink: str, face: str, size: float, enough: bool) -> None:
    assert (told(fonts, words(ink, face=face, size=size)) == []) is enough


def test_each_pair_is_told_once_at_a_place(fonts: FontBook) -> None:
    other = SimpleNamespace(origin=Origin("sections/01.yaml", 9, 9))
    assert len(told(fonts, words("less"), words("less", y=30))) == 1
    assert len(told(fonts, words("less"), words("below"), words("less", owner=other))) == 3


def test_words_of_a_drawing_count_in_its_size_at_its_owners_place(fonts: FontBook) -> None:
    chart = Drawing("chart", Size(50, 20), (words("large", owner=None),))
    (small,) = told(fonts, Placed(drawing=chart, matrix=(1, 0, 0, 1, 0, 0), owner=OWNER))
    assert small.startswith("sections/01.yaml:4:9: warning")
    assert told(fonts, Placed(drawing=chart, matrix=(1.8, 0, 0, 1.8, 0, 0), owner=OWNER)) == []


def test_a_space_and_furniture_without_a_place(fonts: FontBook) -> None:
    assert told(fonts, words("less", texts=(" ", "", "", ""))) == []
    assert told(fonts, words("less", owner=None))[0].startswith("warning: page 3")


def test_the_topmost_of_what_was_painted_before_lies_under_words() -> None:
    assert under(words()) == {None}
    assert under(box("a"), box("b"), words(), box("c")) == {"b"}
    assert under(box("a"), rectangle(Rect(-5, 0, 50, 20), None), words()) == {"a"}
    assert under(box("a", width=30), words()) == {"a", None}  # they run over the edge
    assert under(box("a"), box("b", y=8, height=6), words()) == {"a", "b"}  # a marker under their feet
    assert under(box("a"), box("b", x=38.5), words()) == {"a"}  # what begins within the last glyph's side is beside it
    assert under(box("a"), box("b", x=37.5), words()) == {"a", "b"}


def test_slanted_turned_and_upright_words() -> None:
    assert under(box("a", 0, 0, 9, 45), words(x=1, matrix=(0, 1, -1, 0, 0, 0), y=2)) == {"a"}
    down = words(ys=(0, 10, 20, 30), texts=("縦", "に", "組", "む"))
    assert under(box("a", 0, 0, 45, 20), words(ys=(0, 10, 20, 30))) == {"a", None}
    assert under(box("a", 0, 0, 45, 45), down) == {"a"}


@pytest.mark.parametrize(("evenodd", "expected"), [(True, None), (False, "ring")])
def test_the_hole_of_a_ring(evenodd: bool, expected: str | None) -> None:
    ring = Shape(path=ellipse_path(20, 8, 60, 60) + ellipse_path(20, 8, 40, 40), fill="ring", evenodd=evenodd)
    assert under(ring, words()) == {expected}
    back = ("M", -20, -20, "L", -20, 40, "L", 60, 40, "L", 60, -20, "Z")
    hole = Shape(path=ellipse_path(20, 8, 60, 60) + back, fill="ring")  # the other way round: a hole for either rule
    assert under(hole, words()) == {None}


@pytest.mark.parametrize(
    ("path", "point", "turns"),
    [
        (ellipse_path(0, 0, 10, 10), (7.0, 7.0), 1),
        (ellipse_path(0, 0, 10, 10), (7.2, 7.2), 0),
        (("M", 0, 0, "L", 9, 0, "L", 0, 9), (2, 2), 1),  # open: a fill closes it
        (("M", 0, 0, "L", 9, 0, "L", 0, 9, "Z", "L", -9, 0, "L", 0, -9), (-2, -2), 1),
        (("M", 5, 5), (5, 5), 0),
    ],
)
def test_inside_of_paths(path: Outline, point: tuple[float, float], turns: int) -> None:
    assert abs(winding(outline(path), *point)) == turns


def test_drawings_through_matrix_and_clip() -> None:
    scene = Drawing("scene", Size(10, 10), (box("sky", 0, 0, 10, 10), box("sun", 4, 0, 2, 2)))
    laid = Placed(drawing=scene, matrix=(10, 0, 0, 10, -30, -5), clip=Rect(-30, -5, 100, 100))
    assert under(laid, words()) == {"sky", "sun"}
    assert under(laid, words(y=60)) == {"sky"}
    clipped = Placed(drawing=scene, matrix=(10, 0, 0, 10, -30, -5), clip=Rect(-30, -5, 100, 5))
    assert under(box("a"), clipped, words()) == {"a"}
    assert under(Placed(drawing=scene, matrix=(0, 0, 0, 0, 0, 0)), words()) == {None}


def test_words_in_a_drawing_lie_on_it_and_on_the_page() -> None:
    label = Drawing("label", Size(50, 20), (box("a", 0, 0, 20, 20), words()))
    outer = Drawing("outer", Size(50, 20), (Placed(drawing=label, matrix=(1, 0, 0, 1, 0, 0)),))
    assert under(box("b", 100, 0, 50, 20), Placed(drawing=outer, matrix=(1, 0, 0, 1, 100, 0))) == {"a", "b"}
    hidden = Placed(drawing=outer, matrix=(1, 0, 0, 1, 100, 0), clip=Rect(100, 0, 10, 20))
    assert under(hidden) == {"a", UNKNOWN}  # what is cut off is not seen
    (after,) = [each for each in words_on([Placed(drawing=label, matrix=(1, 0, 0, 1, 0, 0)), words()])][1:]
    assert set(after.grounds) == {"a", None}


def test_a_photo_has_no_one_ink(fonts: FontBook) -> None:
    raster = Raster(1, 1, b"", "FlateDecode", "DeviceGray", "k")
    photo = Image(data=raster, rect=Rect(-5, 0, 50, 20))
    assert under(box("a"), photo, words()) == {UNKNOWN}
    assert told(fonts, photo, words("less")) == []
    assert told(fonts, photo, box("paper"), words("less")) != []
