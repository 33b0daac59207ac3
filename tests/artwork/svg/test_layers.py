"""What is seen through, in gradients, through clips and masks, and text: as parts of a drawing."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.artwork.shelf import Cluster, Inks
from report.artwork.studio import letter_of
from report.artwork.svg import read_svg
from report.messages import Report
from report.page import Drawing, Item, Placed, Shade, Shape, Sheer
from report.style.fonts import FontBook

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
RECT = '<rect width="10" height="10"'
STOPS = '<stop offset="0" stop-color="red"/><stop offset="1" stop-color="#00F"/>'
ARROW = '<marker id="m" orient="auto"><rect width="1" height="1"/></marker>'
FONTS = Path(__file__).parents[3] / "fonts"
FACES = {"text": FONTS / "BIZUDPGothic_400Regular.ttf", "bold": FONTS / "BIZUDPGothic_700Bold.ttf"}


def letters(text: str, bold: bool) -> list[Cluster]:
    """Squares, one for each character, an em wide; bold ones of half the height."""
    top = -0.5 if bold else -1.0
    square = ("M", 0.0, 0.0, "L", 1.0, 0.0, "L", 1.0, top, "L", 0.0, top, "Z")
    return [Cluster(char, [] if char == " " else [(0.0, 0.0, square)], 1.0) for char in text]


def read(body: str, letter=letters) -> tuple[Drawing | None, list[str]]:
    report = Report()
    drawing = read_svg(f"{HEAD}{body}</svg>".encode(), "k", "x.svg", Inks(lambda c: c, None, letter), report)
    return drawing, [str(d) for d in report.diagnostics]


def items(body: str) -> tuple[Item, ...]:
    drawing, told = read(body)
    assert drawing and told == []
    return drawing.items


def form(item: Item) -> object:
    """A part in a word or two: shapes by their alpha, drawings by theirs and by what is in them."""
    if isinstance(item, Shape):
        return item.alpha if isinstance(item, Sheer) else 1.0
    assert isinstance(item, Placed)
    through = [
        *(["cut"] * len(item.cuts)),
        *(["mask"] if item.mask else []),
        *([item.alpha] if item.alpha != 1 else []),
    ]
    return through, [form(inner) for inner in item.drawing.items]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (RECT + ' opacity=".5"/>', [0.5]),
        (RECT + ' fill-opacity="50%"/>', [0.5]),
        (RECT + ' fill="rgba(1,2,3,.5)" fill-opacity=".5"/>', [0.25]),
        (RECT + ' fill="#0000ff80"/>', [0.502]),
        (RECT + ' fill="none" stroke="red" stroke-opacity=".5"/>', [0.5]),
        (RECT + ' stroke="red" stroke-opacity=".5"/>', [1.0, 0.5]),  # each paint by itself
        (RECT + ' stroke="red" opacity=".5"/>', [([0.5], [1.0])]),  # both as one
        (f'<g opacity=".5">{RECT}/>{RECT} x="5" fill="red"/></g>', [([0.5], [1.0, 1.0])]),
        (f'<g opacity=".5">{RECT} fill="none"/></g>{RECT}/>', [1.0]),
        (f'<g opacity=".5"><g opacity=".4">{RECT}/></g></g>', [([0.5], [([0.4], [1.0])])]),
        (RECT + ' fill="red" opacity=".5"/>' + RECT + ' fill="red" opacity=".5"/>', [0.5, 0.5]),  # never one path
        (f'<use href="#a" opacity=".5"/><defs><g id="a">{RECT}/></g></defs>', [([0.5], [1.0])]),
        (RECT + ' clip-path="url(#c)"/><clipPath id="c"><circle r="5"/></clipPath>', [(["cut"], [1.0])]),
        (RECT + ' clip-path="url(#c)"/><clipPath id="c"><circle r="5"/><circle cx="10" r="6"/></clipPath>',
         [(["mask"], [1.0])]),  # outlines that overlap cannot be one path
        (RECT + ' clip-path="url(#c)"/><clipPath id="c"><circle r="5"/><circle cx="9" r="3"/></clipPath>',
         [(["cut"], [1.0])]),
        (RECT + ' clip-path="url(#c)"/><clipPath id="c" clip-path="url(#d)"><circle r="5"/></clipPath>'
         '<clipPath id="d"><circle r="4"/></clipPath>', [(["cut", "cut"], [1.0])]),
        (f'<svg width="5" height="5">{RECT}/></svg>', [(["cut"], [1.0])]),
        (RECT + f' mask="url(#m)"/><mask id="m">{RECT} fill="#fff"/></mask>', [(["mask"], [1.0])]),
        (RECT + ' mask="url(#m)"/><mask id="m"/>' + RECT + "/>", [1.0]),  # an empty mask hides all
        ('<path d="M0 0h9" stroke="red" transform="scale(1 2)"/>', [([], [1.0])]),  # a line of two widths
    ],
)  # fmt: skip
def test_what_is_seen_through(body: str, wanted: list[object]) -> None:
    assert [form(item) for item in items(body)] == wanted


@pytest.mark.parametrize(
    ("gradient", "wanted"),
    [
        (f'<linearGradient id="g">{STOPS}</linearGradient>', Shade(
            (0, 0, 1, 0), (10, 0, 0, 10, 0, 0), ((0, "#FF0000"), (1, "#0000FF")))),
        (f'<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="1" x2="50%" y2="3">{STOPS}</linearGradient>',
         Shade(
            (1, 0, 50, 3), (1, 0, 0, 1, 0, 0), ((0, "#FF0000"), (1, "#0000FF")))),
        (f'<radialGradient id="g" fx=".4">{STOPS}</radialGradient>', Shade(
            (0.4, 0.5, 0, 0.5, 0.5, 0.5), (10, 0, 0, 10, 0, 0), ((0, "#FF0000"), (1, "#0000FF")))),
        (f'<linearGradient id="h">{STOPS}</linearGradient>'
         '<linearGradient id="g" href="#h" gradientTransform="scale(2)"/>',
         Shade((0, 0, 1, 0), (20, 0, 0, 20, 0, 0), ((0, "#FF0000"), (1, "#0000FF")))),
        ('<linearGradient id="g"><stop offset=".2" style="stop-color:red"/><stop offset="80%" stop-color="#00f"/>'
         "</linearGradient>",
         Shade((0, 0, 1, 0), (10, 0, 0, 10, 0, 0),
               ((0, "#FF0000"), (0.2, "#FF0000"), (0.8, "#0000FF"), (1, "#0000FF")))),
        (f'<linearGradient id="g" x2=".5" spreadMethod="reflect">{STOPS}</linearGradient>', Shade(
            (-0.5, 0, 1.5, 0), (10, 0, 0, 10, 0, 0),
            ((0, "#0000FF"), (0.25, "#FF0000"), (0.25, "#FF0000"), (0.5, "#0000FF"), (0.5, "#0000FF"),
             (0.75, "#FF0000"), (0.75, "#FF0000"), (1, "#0000FF")))),
        ('<linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>', "#FF0000"),
        (f'<linearGradient id="g" x2="0">{STOPS}</linearGradient>', "#0000FF"),
        (f'<radialGradient id="g" r="0">{STOPS}</radialGradient>', "#0000FF"),
    ],
)  # fmt: skip
def test_gradients(gradient: str, wanted: Shade | str) -> None:
    (shape,) = items(f'{gradient}{RECT} fill="url(#g)"/>')
    assert isinstance(shape, Shape) and shape.fill == wanted


def places(shapes: tuple[Item, ...] | list[Item]) -> list[tuple[float, ...]]:
    """The first corner of each outline, and the way to the second."""
    found = []
    for shape in shapes:
        assert isinstance(shape, Shape)
        for i in (i for i, part in enumerate(shape.path) if part == "M"):
            x, y, _, x2, y2 = shape.path[i + 1 : i + 6]
            found.append((x, y, round(x2 - x, 2), round(y2 - y, 2)))
    return found


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ('<path d="M10 10h20v20" marker-start="url(#m)"', [(10, 10, 1, 0)]),
        ('<path d="M10 10h20v20" marker-end="url(#m)"', [(30, 30, 0, 1)]),
        ('<path d="M10 10h20v20" marker-mid="url(#m)"', [(30, 10, 0.71, 0.71)]),
        ('<polyline points="10 10 30 10" stroke-width="3" marker-end="url(#m)"', [(30, 10, 3, 0)]),  # grows with it
        ('<line x1="10" y1="10" x2="10" y2="30" style="marker-end:url(#m)"', [(10, 30, 0, 1)]),
        ('<path d="M10 10h20v20z" marker-start="url(#m)"', [(10, 10, 0.38, -0.92)]),  # closed: between both ways
        ('<path d="M10 10c0 5 0 5 10 5" marker-start="url(#m)"', [(10, 10, 0, 1)]),
    ],
)
def test_markers(line: str, wanted: list[tuple[float, ...]]) -> None:
    assert places(items(f'{ARROW}{line} fill="none"/>')) == wanted


def test_a_marker_may_take_the_colour_of_its_line() -> None:
    arrow = ARROW.replace("<rect", '<rect fill="context-stroke"')
    _, head = items(f'{arrow}<path d="M10 10h20" stroke="red" marker-end="url(#m)"/>')
    assert isinstance(head, Shape) and head.fill == "#FF0000"


def test_a_pattern_is_its_tiles_seen_through_the_shape() -> None:
    tile = '<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="2" height="2"/></pattern>'
    (placed,) = items(f'{tile}{RECT} x="3" fill="url(#p)" fill-opacity=".5"/>')
    assert isinstance(placed, Placed) and placed.alpha == 0.5 and len(placed.cuts) == 1
    assert [tile.matrix[4:] for tile in placed.drawing.items] == [  # type: ignore[union-attr]
        (x, y) for y in (0, 4, 8) for x in (0, 4, 8, 12)
    ]
    (stroked,) = items(f'{tile}{RECT} fill="none" stroke="url(#p)"/>')
    assert isinstance(stroked, Placed) and stroked.mask


def test_a_gradient_that_fades_is_seen_through_a_mask_of_its_own() -> None:
    fading = STOPS.replace('"#00F"', '"#00F" stop-opacity=".5"')
    (placed,) = items(f'<linearGradient id="g">{fading}</linearGradient>{RECT} fill="url(#g)" opacity=".4"/>')
    assert isinstance(placed, Placed) and placed.mask and placed.alpha == 0.4
    (veil,) = placed.mask.items
    assert [stop.ink for stop in veil.fill.stops] == ["#FFFFFF", "#808080"]  # type: ignore[union-attr]


def test_a_stroke_may_have_a_gradient_too() -> None:
    (shape,) = items(f'<linearGradient id="g">{STOPS}</linearGradient>{RECT} fill="none" stroke="url(#g)"/>')
    assert isinstance(shape, Shape) and shape.stroke and isinstance(shape.stroke.ink, Shade)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f'<radialGradient id="g" fx="2">{STOPS}</radialGradient>{RECT} fill="url(#g)"/>', 'fx="2" is not taken'),
        (f'<linearGradient id="g" gradientTransform="scale(0)">{STOPS}</linearGradient>{RECT} fill="url(#g)"/>',
         "transform scale(0) is not taken"),
        (f'<linearGradient id="g" href="#h">{STOPS}</linearGradient>{RECT} fill="url(#g)"/>', 'no element "#h"'),
        (f'<linearGradient id="g" href="#g"/>{RECT} fill="url(#g)"/>', "is used within itself"),
        (f'<linearGradient id="g" x2=".0001" spreadMethod="repeat">{STOPS}</linearGradient>{RECT} fill="url(#g)"/>',
         'spreadMethod="repeat" is not taken'),
        (f'<mask id="m"><g mask="url(#m)">{RECT}/></g></mask>{RECT} mask="url(#m)"/>', 'mask="url(#m)" is not taken'),
        ('<pattern id="p" width="4" height="4" patternTransform="scale(0)"><path d="M0 0h1v1z"/></pattern>'
         f'{RECT} fill="url(#p)"/>', "transform patternTransform is not taken"),
        ('<pattern id="p" width="1e-4" height="1e-4" patternUnits="userSpaceOnUse"><path d="M0 0h1v1z"/></pattern>'
         f'{RECT} fill="url(#p)"/>', "too much to draw"),
        (f'<pattern id="p" width="4" height="4">{RECT} fill="url(#p)"/></pattern>{RECT} fill="url(#p)"/>',
         "is used within itself"),
        (ARROW + '<path d="M0 0h9" marker-end="url(#m)" paint-order="markers"/>', 'marker-end="url(#m)" is not taken'),
        (ARROW + RECT + ' marker-end="url(#m)"/>', 'marker-end="url(#m)" is not taken'),
        (ARROW + '<path d="M0 0a9 9 0 1 1 5 5l1 1" marker-mid="url(#m)"/>', 'marker-mid="url(#m)" is not taken'),
        (ARROW.replace("auto", "1turn") + '<path d="M0 0h9" marker-end="url(#m)"/>', 'orient="1turn" is not taken'),
        ('<text textLength="50">a</text>', 'textLength="50" is not taken'),
        ('<text writing-mode="tb">a</text>', 'writing-mode="tb" is not taken'),
        ('<text text-decoration="underline">a</text>', 'text-decoration="underline" is not taken'),
        ('<text><textPath href="#p">a</textPath></text>', "<textPath> is not taken"),
        ('<text font-size="larger">a</text>', 'font-size="larger" is not taken'),
    ],
)  # fmt: skip
def test_what_is_not_taken_of_them_is_told(body: str, told: str) -> None:
    drawing, said = read(body)
    assert drawing is None and len(said) == 1 and told in said[0]


@pytest.mark.parametrize(
    ("text", "boxes"),
    [
        ('<text x="10" y="50" font-size="5">ab</text>', [(10, 45, 15, 50), (15, 45, 20, 50)]),
        ('<text x="10" y="50" font-size="5" text-anchor="end">ab</text>', [(0, 45, 5, 50), (5, 45, 10, 50)]),
        ('<text x="10" y="50" font-size="5" text-anchor="middle">a\n   b </text>',
         [(2.5, 45, 7.5, 50), (12.5, 45, 17.5, 50)]),
        ('<text x="10" y="50" font-size="5" font-weight="700">a</text>', [(10, 47.5, 15, 50)]),
        ('<text y="50" font-size="5"><tspan x="10">a</tspan><tspan x="20" dy="5">b</tspan></text>',
         [(10, 45, 15, 50), (20, 50, 25, 55)]),
        ('<text x="10 30" y="50" font-size="5">abc</text>', [(10, 45, 15, 50), (30, 45, 35, 50), (35, 45, 40, 50)]),
        ('<text x="10" y="50" font-size="5" letter-spacing="1">ab</text>', [(10, 45, 15, 50), (16, 45, 21, 50)]),
        ('<text x="10" y="50" font-size="10" dominant-baseline="central">a</text>', [(10, 43.8, 20, 53.8)]),
        ('<text x="10" y="50" font-size="5" transform="translate(5)">a<tspan fill="red">b</tspan></text>',
         [(15, 45, 20, 50), (20, 45, 25, 50)]),
        ('<text x="10" y="50" xml:space="preserve" font-size="5"> a</text>', [(15, 45, 20, 50)]),
    ],
)  # fmt: skip
def test_where_text_stands(text: str, boxes: list[tuple[float, ...]]) -> None:
    found = []
    for shape in items(text):
        assert isinstance(shape, Shape)
        numbers = [part for part in shape.path if not isinstance(part, str)]
        squares = [numbers[i : i + 8] for i in range(0, len(numbers), 8)]
        found += [(min(n[::2]), min(n[1::2]), max(n[::2]), max(n[1::2])) for n in squares]
    assert found == boxes


def test_text_is_set_in_the_faces_of_the_style() -> None:
    letter = letter_of(FontBook(FACES), ("text",), ("bold",))
    (a, b), (bold, _) = letter("あき", False), letter("あき", True)
    assert (a.text, b.text, round(a.width, 2)) == ("あ", "き", round(a.width, 2)) and a.glyphs[0][2] != bold.glyphs[0][
        2
    ]
    _, told = read("<text>\u0645</text>", letter)
    assert len(told) == 1 and "U+0645" in told[0]


@pytest.mark.parametrize(
    ("program", "parts"),
    [("drawio", 5), ("figma", 3), ("illustrator", 4), ("inkscape", 17), ("libreoffice", 3), ("qgis", 3)],
)
def test_everyday_files_are_drawn(program: str, parts: int) -> None:
    """As each of them writes: a box with words, masks, clips, patterns, arrows, leftovers of all kinds."""
    report = Report()
    data = (Path(__file__).parent / f"everyday/{program}.svg").read_bytes()
    drawing = read_svg(data, "k", program, Inks(lambda c: c, None, letters), report)
    assert drawing and report.diagnostics == () and len(drawing.items) == parts


def test_a_face_of_a_bold_name_is_bold() -> None:
    (shape,) = items('<text y="9" font-size="5" style="font-family:\'KozGoPr6N-Bold-90ms\',serif">a</text>')
    assert isinstance(shape, Shape) and shape.path[8] == 6.5


def test_each_cause_is_told_once_with_a_count() -> None:
    body = '<image/><image/><image/><rect filter="url(#a)" width="1"/><g filter="url(#b)"/>'
    _, told = read(body)
    assert [line.split("error: ")[1].split("\n")[0] for line in told] == [
        "<image> is not taken (in 3 places; the first is here)",
        'filter="url(#a)" is not taken (in 2 places; the first is here)',
    ]


def test_colours_without_ink_are_told_together() -> None:
    report = Report()
    body = "".join(f'{RECT} fill="#0000{i:02X}"/>' for i in range(12)) * 2
    read_svg(f"{HEAD}{body}</svg>".encode(), "k", "map.svg", Inks(lambda _: None, lambda _: "ink"), report)
    (told,) = map(str, report.diagnostics)
    assert "no ink has 12 of its colours (#000000, #000001," in told and "in 24 places" in told
    assert 'write "map: keep" into pictures/inks.yaml' in told


PATTERN = '<pattern id="p{0}" width="9" height="9" patternUnits="userSpaceOnUse">{1} fill="url(#p{2})"/></pattern>'


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("".join(PATTERN.format(i, RECT, i + 1) for i in range(300)) + RECT
         + ' fill="url(#p0)"/>', "more than 60 deep"),
        ("".join(f'<mask id="m{i}">{RECT} mask="url(#m{i + 1})"/></mask>' for i in range(300)) + RECT
         + ' mask="url(#m0)"/>', "more than 60 deep"),
        ("".join(f'<marker id="m{i}"><path d="M0 0h1" marker-end="url(#m{i + 1})"/></marker>' for i in range(300))
         + '<path d="M0 0h9" marker-end="url(#m0)"/>', "more than 200 deep"),
        ('<g opacity=".5">' * 100 + RECT + "/>" + "</g>" * 100, "more than 60 deep"),
        (f"<text>{'a' * 30_000}</text>", "too much to draw"),
        (f'<path d="M0 0{"h1" * 3_000}" marker-mid="url(#m)"/><marker id="m">{RECT}/>{RECT}/></marker>',
         "too much to draw"),
    ],
    ids=["patterns", "masks", "markers", "groups", "text", "many markers"],
)  # fmt: skip
def test_bombs_are_told(body: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report.artwork.svg.budget.MAX_ELEMENTS", 3_000)
    drawing, said = read(body)
    assert drawing is None and told in said[0]
