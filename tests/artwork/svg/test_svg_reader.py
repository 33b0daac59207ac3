"""Reading SVG: what is taken comes out exactly; what is not is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.artwork.shelf import Inks
from report.artwork.svg import read_svg
from report.messages import Report
from report.page import Drawing, Shape, Stroke

PICTURES = Path(__file__).parents[3] / "data" / "pictures"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="10 20 100 50">'


def read(body: str, inks: Inks | None = None) -> tuple[Drawing | None, list[str]]:
    report = Report()
    drawing = read_svg(f"{HEAD}{body}</svg>".encode(), "picture:x", "x.svg", inks or Inks(lambda c: c), report)
    return drawing, [str(d) for d in report.diagnostics]


def only(body: str) -> Shape:
    drawing, told = read(body)
    assert not told
    assert drawing is not None
    (shape,) = drawing.items
    assert isinstance(shape, Shape)
    return shape


def test_the_plane_begins_at_the_view_box() -> None:
    assert only('<rect x="10" y="20" width="5" height="6" fill="#abc"/>') == Shape(
        path=("M", 0, 0, "L", 5, 0, "L", 5, 6, "L", 0, 6, "Z"), fill="#AABBCC"
    )


def test_looks_are_inherited_and_style_wins() -> None:
    shape = only('<g fill="none" stroke="#123456" stroke-width="2" transform="scale(2)">'
                 '<path d="M10 10h1" stroke="#000" style="stroke: #654321; stroke-linecap:round"/></g>')  # fmt: skip
    assert shape == Shape(path=("M", 10, 0, "L", 12, 0), stroke=Stroke("#654321", 4, "round"))


def test_coordinates_are_kept_to_a_ten_thousandth_of_the_drawing() -> None:
    assert only('<path d="M10.12345 20.98765h1.006v1"/>').path == ("M", 0.12, 0.99, "L", 1.13, 0.99, "L", 1.13, 1.99)


def test_a_pattern_of_dashes_goes_on_evenly_and_in_the_strokes_own_size() -> None:
    """SVG 1.1, 11.4: an odd number of lengths is repeated, one of nothing is an unbroken line."""
    dashes = {"3": (6, 6), "3 1": (6, 2), "3 1 2": (6, 2, 4, 6, 2, 4), "0 0": (), "3 -1": (), "none": ()}
    for given, wanted in dashes.items():
        shape = only(f'<path d="M10 20h9" stroke="#000" stroke-dasharray="{given}" transform="scale(2)"/>')
        assert shape.stroke is not None and shape.stroke.dash == wanted


@pytest.mark.parametrize(("size", "told"), [(8_000_000, False), (8_000_001, True)])
def test_a_drawing_may_have_eight_megabytes(size: int, told: bool) -> None:
    room = size - len(f"{HEAD}</svg>")
    drawing, said = read('<rect width="1" height="1"/>'.ljust(room))
    assert (drawing is None, ["larger than 8 MB" in line for line in said]) == (told, [True] * told)


def test_transforms_act_from_the_last_to_the_first() -> None:
    shape = only('<path transform="translate(10 20) rotate(90) scale(2,1)" d="M1 0L0 1 1 1z"/>')
    assert shape.path == ("M", 0, 2, "L", -1, 0, "L", -1, 2, "Z")


def test_like_neighbours_become_one_shape_only_where_nothing_cancels() -> None:
    drawing, _ = read(
        '<rect width="9" height="9"/><circle cx="8" cy="8" r="3"/>'  # both turn one way: one shape
        '<path d="M0 0v9h9z"/>'  # overlaps and turns the other way: a shape of its own
        '<rect x="30" width="9" height="9"/>'  # apart from it: may join it
        '<rect x="50" width="9" height="9" fill="#fff"/>'
    )
    assert drawing is not None
    assert [shape.path.count("M") for shape in drawing.items] == [2, 2, 1]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "<text>あ</text>",
            f"x.svg:1:{len(HEAD) + 1}: error: <text> is not taken\n  hint: turn the text into outlines",
        ),
        ("\n  <image/>", "x.svg:2:3: error: <image> is not taken"),
        ("<rect filter='url(#f)'/>", 'filter="url(#f)" is not taken'),
        ("<rect width='50em'/>", 'width="50em" is not taken'),
        ("<rect width='-1'/>", "must not be less than 0"),
        ("<use xlink:href='#a'/>", 'the drawing has no element "#a"'),
        ("<use xlink:href='http://example.com/a.svg'/>", "a reference"),
        ("<g onclick='x()'><rect width='1' height='1'/></g>", "the event onclick"),
        ("<rect width='1' height='1' fill='url(#g)'/>", 'no element "#g"'),
        ("<rect width='1' height='1' fill='reddish'/>", "write it as #RRGGBB"),
        ("<rect widht='1'/>", 'did you mean "width"'),
        ("<circ/>", 'did you mean "circle"'),
        ("<path d='M0 0' transform='rotate(1 2)'/>", "rotate(1 2) is not taken"),
        ("<path d='M0 0h1e180' fill='#000'/>", "<path> has a number that is out of range"),
        ("<path d='M0 0h1' stroke='#000' stroke-dasharray='1 1e400'/>", "<path> has a number that is out of range"),
        ("<path d='M0 0h1' stroke='#000' stroke-width='1e200'/>", "<path> has a number that is out of range"),
        ("<g>", "mismatched tag"),
    ],
)
def test_what_is_not_taken_is_told(body: str, message: str) -> None:
    drawing, told = read(body)
    assert drawing is None
    assert len(told) == 1
    assert message in told[0]


@pytest.mark.parametrize(("deep", "told"), [(198, False), (199, True)])
def test_groups_may_lie_within_one_another_as_editors_write_them(deep: int, told: bool) -> None:
    drawing, said = read("<g>" * deep + '<rect width="1" height="1"/>' + "</g>" * deep)
    assert (drawing is None) is told
    assert ["elements nested more than 200 deep" in line for line in said] == ([True] if told else [])


def test_a_colour_without_ink_names_the_nearest() -> None:
    _, told = read('<rect width="1" height="1" fill="#010203"/>', Inks(lambda _: None, lambda _: "ink"))
    assert 'no ink has the colour #010203\n  hint: the nearest ink is "ink"' in told[0]


def test_every_picture_of_the_brochure_is_taken() -> None:
    report = Report()
    paths = sorted(PICTURES.glob("*.svg"))
    assert len(paths) > 90
    for path in paths:
        drawing = read_svg(path.read_bytes(), path.stem, path.name, Inks(lambda c: c), report)
        assert drawing is not None and drawing.items
    assert report.diagnostics == ()
