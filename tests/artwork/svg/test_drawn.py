"""What comes out of each kind of SVG: the paths and colours that it means, whatever it is written like."""

from __future__ import annotations

import pytest

from report.artwork.shelf import Inks
from report.artwork.svg import read_svg
from report.messages import Report
from report.page import Drawing, Placed, Shape

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
HEAD = f'<svg {SVG} viewBox="0 0 100 100">'
RECT = '<rect width="9" height="9"'
Box = tuple[float, float, float, float]


def read(text: str) -> tuple[Drawing | None, list[str]]:
    report = Report()
    return read_svg(text.encode(), "k", "x.svg", Inks(lambda c: c), report), [str(d) for d in report.diagnostics]


def drawn(body: str, head: str = HEAD) -> tuple[Shape, ...]:
    drawing, told = read(f"{head}{body}</svg>")
    assert told == []
    assert drawing is not None
    return drawing.items  # type: ignore[return-value]


def box(shape: Shape) -> Box:
    numbers = [n for n in shape.path if not isinstance(n, str)]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


@pytest.mark.parametrize(
    ("written", "rgb"),
    [
        ("#abc", "#AABBCC"), ("#aBcD3f", "#ABCD3F"), ("#abcf", "#AABBCC"), ("#aabbccff", "#AABBCC"),
        ("red", "#FF0000"), ("RebeccaPurple", "#663399"), ("  lime\t", "#00FF00"), ("/* c */ red", "#FF0000"),
        ("rgb(1,2,3)", "#010203"), ("RGB( 1 , 2 , 3 )", "#010203"), ("rgb(1 2 3)", "#010203"),
        ("rgb(100%,50%,0%)", "#FF8000"), ("rgb(300,-5,127.5)", "#FF0080"), ("rgba(1,2,3,1)", "#010203"),
        ("rgba(1,2,3,100%)", "#010203"), ("rgb(1 2 3 / 1)", "#010203"), ("rgb(1 2 3 / 100%)", "#010203"),
        ("rgba(1,2,3,.998)", "#010203"), ("hsl(120,100%,25%)", "#008000"), ("hsl(120deg 100% 25%)", "#008000"),
        ("hsl(.5turn,100%,50%)", "#00FFFF"), ("hsla(-120,100%,50%,1)", "#0000FF"), ("hsl(999,100%,25%)", "#530080"),
        ("currentColor", "#000000"),
        ("url(#none) red", "#FF0000"), ("url(#none) currentColor", "#000000"), ("", "#000000"),
        ("light-dark(rgb(1, 2, 3), #fff)", "#010203"), ("inherit", "#000000"), ("initial", "#000000"),
        ("none", None), ("transparent", None), ("#abc0", None), ("rgba(1,2,3,0)", None), ("hsla(0,0%,0%,0%)", None),
        ("url(#none) none", None),
    ],
)  # fmt: skip
def test_colours(written: str, rgb: str | None) -> None:
    shapes = drawn(f'<rect width="2" height="2" fill="#FEDCBA"/>{RECT} fill="{written}"/>')
    assert [shape.fill for shape in shapes] == ["#FEDCBA", *([rgb] if rgb else [])]


@pytest.mark.parametrize(
    "body",
    [
        # comments, importance, order, specificity
        RECT + ' style="/* c */fill:#00AA00;stroke:none"/>',
        RECT + ' style="fill/**/:/* a;b */#00AA00/*"/>',
        RECT + ' fill="#FF0000" style="FILL : #00aa00"/>',
        RECT + ' style="fill:#00aa00;;nonsense;fill"/>',
        RECT + ' style="fill:red;fill:#00aa00"/>',
        RECT + ' style="fill:#00aa00 !important;fill:red"/>',
        RECT + " style=\"src:url('a;fill:red');fill:#00aa00\"/>",
        f'<style>rect{{fill:#00aa00!important}}</style>{RECT} style="fill:red"/>',
        f'<style>rect{{fill:red}}</style>{RECT} style="fill:#00aa00"/>',
        f'<style>rect{{fill:#00aa00}}</style>{RECT} fill="red"/>',
        f'{RECT} class="a"/><style>.a{{fill:#00aa00}}</style>',
        f'<style>/* .a{{fill:red}} */ .a{{fill:/**/#00aa00}} &lt;!-- --&gt;</style>{RECT} class="a"/>',
        f'<style><![CDATA[.a{{fill:#00aa00}}]]></style>{RECT} class="a"/>',
        f'<style>.a{{fill:#00aa00}} .b{{fill:red}}</style>{RECT} class="c a"/>',
        f'<style>.a{{fill:red}} .b{{fill:#00aa00}}</style>{RECT} class="b a"/>',
        f'<style>#i{{fill:#00aa00}} .a{{fill:red}} rect{{fill:red}} *{{fill:red}}</style>{RECT} id="i" class="a"/>',
        f'<style>.a.b{{fill:#00aa00}} .b{{fill:red}}</style>{RECT} class="a b"/>',
        f'<style>g .a{{fill:#00aa00}} .a{{fill:red}}</style><g>{RECT} class="a"/></g>',
        f"<style>svg > g > rect{{fill:#00aa00}} svg > rect{{fill:red}}</style><g>{RECT}/></g>",
        f'<style>g + rect{{fill:red}}</style><g/><title>t</title>{RECT} fill="#00aa00"/>',
        f"<style>g + rect{{fill:#00aa00}}</style><g/>{RECT}/>",
        f"<style>g ~ rect{{fill:#00aa00}}</style><g/><defs/>{RECT}/>",
        f'<style>rect:first-child{{fill:red}}</style><title/>{RECT} fill="#00aa00"/>',
        f'<style>a:hover rect{{fill:red}}</style><a>{RECT} fill="#00aa00"/></a>',
        f"<style>[data-k='v, w'],x{{fill:#00aa00}}</style>{RECT} data-k=\"v, w\"/>",
        f"<style>[id^=ab][id$='cd'][id*=bc]{{fill:#00aa00}}</style>{RECT} id=\"abcd\"/>",
        f'<style>.\\31 a{{fill:#00aa00}}</style>{RECT} class="1a"/>',
        f'<style>.形{{fill:#00aa00}}</style>{RECT} class="形"/>',
        f"<style>@charset 'utf-8';@font-face{{src:url(b)}}.a{{fill:#00aa00}}</style>{RECT} class=\"a\"/>",
        f"<style type='text/less'>rect{{fill:red}}</style>{RECT} fill=\"#00aa00\"/>",
        f"<style>rect{{fill:#00aa00</style>{RECT}/>",
        # inheritance
        f'<g fill="#00AA00"><g fill="inherit">{RECT}/></g></g>',
        f'<g fill="#00aa00">{RECT} style="fill:unset"/></g>',
        f'<g color="#00aa00">{RECT} fill="currentColor"/></g>',
        f'<g color="red" fill="currentColor">{RECT} color="#00aa00"/></g>',
        f"<style>g{{fill:#00aa00}} *{{stroke:none}}</style><g>{RECT}/></g>",
    ],
)
def test_style(body: str) -> None:
    assert [shape.fill for shape in drawn(body)] == ["#00AA00"]


@pytest.mark.parametrize(
    ("element", "wanted"),
    [
        ('<rect x="0" y="0" width="2" height="2" style="width:18px;height:18px"/>', (0, 0, 18, 18)),
        ('<circle style="cx:10px;cy:10px;r:5px"/>', (5, 5, 15, 15)),
        ('<rect x="10%" y="20%" width="50%" height="30%"/>', (10, 20, 60, 50)),
        ('<rect x="1mm" y="1pt" width="1in" height="0.5cm"/>', (3.78, 1.33, 99.78, 20.23)),
        ('<g font-size="5px"><rect width="2em" height="1em"/></g>', (0, 0, 10, 5)),
        ('<circle r="50%" cx="50" cy="50"/>', (0, 0, 100, 100)),
        ('<ellipse cx="10" cy="10" ry="6"/>', (4, 4, 16, 16)),
        ('<ellipse cx="10" cy="10" rx="6" ry="auto"/>', (4, 4, 16, 16)),
        ('<ellipse cx="10" cy="10" rx="-1" ry="6"/>', (4, 4, 16, 16)),
        ('<polygon points="1,2 3,2,3 4"/>', (1, 2, 3, 4)),
        ('<rect width="9" height="9"><title>t</title><rect width="50" height="50"/></rect>', (0, 0, 9, 9)),
        ('<use href="#a" x="5"/><defs><rect id="a" width="2" height="2"/></defs>', (5, 0, 7, 2)),
        ('<defs><g id="a"><rect width="2" height="2"/></g></defs><use xlink:href="#a" transform="scale(2)" y="1"/>',
         (0, 2, 4, 6)),
        ('<symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol>'
         '<use href="#s" x="10" width="20" height="40"/>', (10, 10, 30, 30)),
        ('<svg x="10" y="10" width="40" height="20" viewBox="0 0 10 10" preserveAspectRatio="xMaxYMin">'
         '<rect width="10" height="10"/></svg>', (30, 10, 50, 30)),
        ('<svg x="50%" width="50%"><rect width="100%" height="100%"/></svg>', (50, 0, 100, 100)),
        ('<svg width="10" height="10" overflow="visible"><rect width="20" height="20"/></svg>', (0, 0, 20, 20)),
        ('<switch><foreignObject requiredExtensions="x"/><g><rect width="2" height="2"/></g><rect width="9"/></switch>',
         (0, 0, 2, 2)),
        ('<a href="http://example.com"><rect width="2" height="2"/></a>', (0, 0, 2, 2)),
        ('<rect width="2" height="2" transform="translate(5)scale(2),  translate(1,1)"/>', (7, 2, 11, 6)),
        ('<rect width="2" height="2" transform=" matrix(1 0 0 1 5 5) , skewX(0) skewY(0) "/>', (5, 5, 7, 7)),
        ('<rect width="2" height="2" transform="rotate(90 1 1)"/>', (0, 0, 2, 2)),
        ('<rect width="2" height="2" style="transform:translate(5px,10%) scale(2)"/>', (5, 10, 9, 14)),
        ('<rect width="2" height="2" style="transform:translateX(1mm) scaleY(2) rotate(.25turn)"/>',
         (1.78, 0, 3.78, 4)),
        ('<rect width="2" height="2" transform="scale(9)" style="transform:none"/>', (0, 0, 2, 2)),
        ('<rect x="10" width="2" height="2" transform="scale(2)" transform-origin="10 0"/>', (10, 0, 14, 4)),
        ('<rect x="98" width="2" height="2" transform="scale(2)" transform-origin="right top"/>', (96, 0, 100, 4)),
        ('<line x1="1" y1="2" x2="3" y2="2" stroke="red"/>', (1, 2, 3, 2)),
        ('<path d="M5 5L5 5L5 5" stroke="red" stroke-width="4" stroke-linecap="square"/>', (3, 3, 7, 7)),
        ('<path d="M5 5z" stroke="red" stroke-width="4" stroke-linecap="round"/>', (3, 3, 7, 7)),
    ],
)  # fmt: skip
def test_geometry(element: str, wanted: Box) -> None:
    (shape,) = drawn(element)
    assert box(shape) == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize(
    ("radii", "rx", "ry"),
    [
        ('rx="3"', 3, 3), ('ry="3"', 3, 3), ('rx="3" ry="-1"', 3, 3), ('rx="-1" ry="-1"', 0, 0),
        ('rx="0" ry="3"', 0, 0), ('rx="99"', 10, 5), ('rx="2" ry="99"', 2, 5), ('rx="auto" ry="3"', 3, 3),
        ('rx="10%" ry="10%"', 10, 5), ('style="rx:3px"', 3, 3),
    ],
)  # fmt: skip
def test_rounded_corners(radii: str, rx: float, ry: float) -> None:
    (shape,) = drawn(f'<rect width="20" height="10" {radii}/>')
    (plain,) = drawn(f'<rect width="20" height="10" rx="{rx}" ry="{ry}"/>')
    assert shape.path == plain.path
    assert ("C" in shape.path) is bool(rx)


@pytest.mark.parametrize(
    ("attributes", "size", "wanted"),
    [
        ('width="200" height="100" preserveAspectRatio="none"', (200, 100), (0, 0, 200, 100)),
        ('width="200" height="100"', (200, 100), (50, 0, 150, 100)),
        ('width="20mm" height="10mm" preserveAspectRatio="xMinYMax meet"', (200, 100), (0, 0, 100, 100)),
        ('width="200" height="100" preserveAspectRatio="xMidYMin slice"', (200, 100), (0, 0, 200, 200)),
        ('width="100%" height="50%"', (200, 200), (0, 0, 200, 200)),
        ('width="100%" height="100"', (200, 200), (0, 0, 200, 200)),
        ('style="width:40px;height:40px" width="9" height="1"', (200, 200), (0, 0, 200, 200)),
        ('width="199.5pt" height="200pt"', (200, 200), (0, 0, 200, 200)),
    ],
)
def test_the_drawings_own_view(attributes: str, size: tuple[float, float], wanted: Box) -> None:
    drawing, told = read(f'<svg {SVG} viewBox="0,0 200 200" {attributes}><rect width="200" height="200"/></svg>')
    assert told == [] and drawing is not None
    assert tuple(drawing.size) == pytest.approx(size)
    assert box(drawing.items[0]) == pytest.approx(wanted)  # type: ignore[arg-type]


def test_a_drawing_without_a_view_box_has_the_size_it_says() -> None:
    drawing, told = read(f'<svg {SVG} width="1in" height="36pt">{RECT}/></svg>')
    assert told == [] and drawing is not None
    assert tuple(drawing.size) == (96, 48)


def test_a_background_of_the_whole_is_painted() -> None:
    style = "background:#fff;background-color:#abc"
    (ground, _) = drawn(RECT + "/>", f'<svg {SVG} viewBox="5 5 10 10" style="{style}">')
    assert (ground.fill, box(ground)) == ("#AABBCC", (0, 0, 10, 10))


@pytest.mark.parametrize(
    ("attributes", "stroke"),
    [
        ('stroke-width="0"', None), ('stroke-opacity="0"', None), ('stroke-opacity="0%"', None),
        ('stroke-width="2%"', {"width": 2}), ('stroke-width="1mm"', {"width": 3.78}),
        ('stroke-width=".5px"', {"width": 0.5}), ('stroke-miterlimit="8"', {"mitre": 8}),
        ('stroke-miterlimit="8" stroke-linejoin="round"', {"mitre": 4}),
        ('stroke-dasharray="5"', {"dash": (5, 5)}), ('stroke-dasharray="5, 5 1"', {"dash": (5, 5, 1, 5, 5, 1)}),
        ('stroke-dasharray="5%"', {"dash": (5, 5)}), ('stroke-dasharray="5 -1"', {"dash": ()}),
        ('stroke-dasharray="0"', {"dash": ()}), ('stroke-dasharray="5 0"', {"dash": ()}),
        ('stroke-dasharray="0 5" stroke-linecap="square"', {"dash": (0.01, 4.99)}),
        ('stroke-dasharray="3" stroke-dashoffset="2"', {"phase": 2}),
        ('stroke-dasharray="3" stroke-dashoffset="-2"', {"phase": 4}), ('stroke-dashoffset="2"', {"phase": 0}),
        ('style="stroke-linejoin:bevel;stroke-linecap:square"', {"join": "bevel", "cap": "square"}),
    ],
)  # fmt: skip
def test_strokes(attributes: str, stroke: dict[str, object] | None) -> None:
    (shape,) = drawn(f'<path d="M0 0h9v9" fill="#123456" stroke="red" {attributes}/>')
    assert (shape.stroke is None) is (stroke is None)
    for name, value in (stroke or {}).items():
        assert getattr(shape.stroke, name) == (value if isinstance(value, str) else pytest.approx(value))


@pytest.mark.parametrize(
    ("order", "strokes"),
    [("normal", [True]), ("fill", [True]), ("stroke", [True, False]), ("markers stroke", [True, False])],
)
def test_paint_order(order: str, strokes: list[bool]) -> None:
    shapes = drawn(RECT + f' stroke="red" paint-order="{order}"/>')
    assert [shape.stroke is not None for shape in shapes] == strokes


@pytest.mark.parametrize(
    "hidden",
    [
        RECT + ' display="none"/>', f'<g style="display:none">{RECT} display="inline"/></g>',
        RECT + ' visibility="hidden"/>', RECT + ' style="visibility:collapse"/>', RECT + ' opacity="0"/>',
        f'<g opacity="0%">{RECT}/></g>', f'<g opacity="0"><g opacity="inherit">{RECT}/></g></g>',
        RECT + ' fill-opacity="0"/>', RECT + ' fill="none"/>', '<rect width="9"/>', "<circle/>", '<line x2="9"/>',
        '<path d="M0 0h9"/>', '<path d="M0 0 5 5 9 9z"/>', '<path d="none"/>', "<polyline/>", f"<defs>{RECT}/></defs>",
        f'<symbol id="s">{RECT}/></symbol>', f"<clipPath>{RECT}/></clipPath>", RECT + ' transform="scale(0)"/>',
        '<path d="M5 5L5 5" stroke="red" stroke-width="4"/>', '<path d="M5 5" stroke="red" stroke-linecap="round"/>',
        f'<svg width="0" height="5">{RECT}/></svg>', "<text/>", "<text x='1'> <tspan/>\n</text>",
        '<image display="none"/>', '<g display="none"><text>a</text></g>', f"<x:y xmlns:x='z'>{RECT}/></x:y>",
        "<linearGradient id='g'><stop/></linearGradient><filter id='f'/><mask/><pattern/><marker/><style/>",
        "<metadata><rdf:RDF xmlns:rdf='r'><rect/></rdf:RDF></metadata>", "<desc>a<b/></desc>",
        f'<g visibility="hidden">{RECT}/><image/></g>', RECT + ' requiredExtensions="x"/>',
        f'<clipPath id="c"/><g clip-path="url(#c)">{RECT}/></g>',
        f'<clipPath id="c"><rect x="50" width="9" height="9"/></clipPath><g clip-path="url(#c)">{RECT}/></g>',
    ],
)  # fmt: skip
def test_what_is_not_shown_is_not_drawn(hidden: str) -> None:
    (shape,) = drawn(f'{hidden}<rect width="2" height="2" fill="#00aa00"/>')
    assert shape.fill == "#00AA00"


@pytest.mark.parametrize(
    "leftover",
    [
        'style="enable-background:new 0 0 9 9;"', 'enable-background="new"', 'stroke-miterlimit="0" stroke="none"',
        'stroke-miterlimit="10" stroke-linejoin="round" stroke="#fff"', 'color-interpolation="linearRGB"',
        'style="solid-color:#000;solid-opacity:1;stop-color:#000;stop-opacity:.5;flood-opacity:.3;lighting-color:red"',
        'style="font-family:serif;font-size:medium;line-height:1.25;text-anchor:middle;-inkscape-font-specification:x"',
        'style="font-variation-settings:normal;-inkscape-stroke:none;isolation:isolate;mix-blend-mode:normal"',
        'style="color-interpolation-filters:linearRGB;shape-rendering:crispEdges;text-rendering:auto;cursor:pointer"',
        'style="paint-order:normal;vector-effect:none;marker:none;filter:none;mask:none;clip-path:none;clip:auto"',
        'style="-webkit-user-select:none;pointer-events:all;overflow:visible;transform-box:fill-box"',
        'style="transform-origin:50%;transform:none"', 'xml:space="preserve" xml:lang="ja" version="1.1"',
        'baseProfile="tiny" contentScriptType="x" zoomAndPan="magnify" tabindex="-1" focusable="false"',
        'data-name="レイヤー 1" aria-label="x" role="img" class="cls-1" id="a"', 'stroke-width="-3"',
        'fill-opacity=".5" fill="none" stroke="none" stroke-opacity=".5"', 'stroke-dasharray="x"',
        'style="fill:none;stroke:none;opacity:.5"', 'fill="none" mask="url(#m)"', 'clip-rule="evenodd"',
        'style="background:red;position:absolute;margin:0;--x:1;color-scheme:light dark;overflow-x:hidden"',
        'style="mso-style:x;border:0;transition:all 1s;animation:none;will-change:auto;stroke-dashadjust:none"',
        'xmlns:sketch="s" sketch:type="MSShapeGroup"', 'xmlns:serif="s" serif:id="x"', 'xmlns:bx="b" bx:shape="x"',
        'style="rotate:none;scale:1;translate:none;zoom:1;perspective:none;backdrop-filter:none;offset-path:none"',
        'pathLength="1"', 'requiredFeatures="x"', 'display="block"', 'style="display:inline-block"', 'rotate="5"',
        'opacity="0.999"', 'stroke-dashoffset="3"', 'stroke-linecap="" fill=""',
    ],
)  # fmt: skip
def test_leftovers_are_no_mistakes(leftover: str) -> None:
    assert drawn(f'<rect width="9" height="9" {leftover}/><rect width="2" height="2" fill="#00aa00"/>')


@pytest.mark.parametrize(
    "attributes",
    [
        'x="0px" y="0px" width="9px" height="9px" enable-background="new 0 0 9 9" xml:space="preserve"',
        'style="fill-rule:evenodd;clip-rule:evenodd;stroke-linejoin:round;stroke-miterlimit:2;" width="100%"',
        'fill="none" preserveAspectRatio="xMidYMid meet" overflow="hidden" shape-rendering="geometricPrecision"',
        'xmlns:xodm="http://www.corel.com/coreldraw/odm/2003" style="image-rendering:optimizeQuality"',
        'class="slide" fill-rule="evenodd" stroke-width="28.222" stroke-linejoin="round" xml:space="preserve"',
        'style="background-color:transparent;color-scheme:light dark;max-width:100%" content="&lt;mxfile/&gt;"',
        'zoomAndPan="magnify" contentStyleType="text/css" version="1.0" overflow="visible" height="auto"',
    ],
)
def test_heads_as_programs_write_them(attributes: str) -> None:
    (shape,) = drawn(RECT + ' fill="#00aa00"/>', f'<svg {SVG} viewBox="0 0 9 9" {attributes}>')
    assert shape.fill == "#00AA00"


CLIP = '<clipPath id="c"><rect x="10" y="10" width="20" height="20"/></clipPath>'
ALL = '<clipPath id="c"><path d="M0 0h100v100H0z"/></clipPath>'
INSIDE = '<rect x="10" y="12" width="10" height="18"'
CUT = ' clip-path="url(#c)"'


@pytest.mark.parametrize(
    ("body", "cuts"),
    [
        (CLIP + INSIDE + CUT + "/>", False),
        (CLIP + INSIDE + " style=\"clip-path: url( '#c' )\"/>", False),
        (CLIP + f"<g{CUT}>{INSIDE}/></g>", False),
        (CLIP + INSIDE + ' stroke="red"' + CUT + "/>", True),
        (CLIP + f'<rect width="20" height="20"{CUT}/>', True),
        (CLIP + INSIDE + ' transform="translate(10)"' + CUT + "/>", False),  # the clip moves along
        (CLIP + f'<g{CUT}><g transform="translate(15)">{INSIDE}/></g></g>', True),
        (CLIP + f'<g transform="rotate(30)"{CUT}>{INSIDE}/></g>', False),
        (ALL + f'<rect x="-50" width="500" height="20"{CUT}/>', False),  # the sheet itself
        (ALL + f'<g{CUT}><circle r="50" stroke="red" stroke-width="30"/></g>', False),
        (ALL.replace("<clipPath", '<clipPath clipPathUnits="objectBoundingBox"') + RECT + CUT + "/>", False),
        (ALL.replace("<clipPath", '<clipPath transform="scale(.05)"') + RECT + CUT + "/>", True),
        (CLIP.replace("/></", ' rx="3"/></') + INSIDE + CUT + "/>", True),
        (CLIP.replace("/></", '/><circle r="9"/></') + INSIDE + CUT + "/>", False),
        (CLIP.replace("/></", ' opacity="0" fill="none"/></') + INSIDE + CUT + "/>", False),
        (CLIP.replace("<clipPath", '<clipPath clip-path="url(#d)"') + INSIDE + CUT
         + '/><clipPath id="d"><circle cx="15" cy="15" r="9"/></clipPath>', True),
        (f'<svg width="15" height="15">{INSIDE}/></svg>', True),
        (f'<svg width="20" height="30">{INSIDE}/></svg>', False),
        (CLIP + f'<circle r="9"{CUT} fill="none"/>{RECT}/>', False),
    ],
)  # fmt: skip
def test_a_clip_is_drawn_where_it_cuts(body: str, cuts: bool) -> None:
    drawing, told = read(f"{HEAD}{body}</svg>")
    assert drawing and not told
    assert [bool(item.cuts) for item in drawing.items if isinstance(item, Placed)] == [True] * cuts


@pytest.mark.parametrize(
    "body",
    [
        CLIP.replace("<clipPath", '<clipPath clip-path="url(#c)"') + INSIDE + CUT + "/>",
        INSIDE + CUT + "/>",
        INSIDE + ' clip-path="circle(5px)"/>',
    ],
)
def test_a_clip_that_nobody_can_draw_is_told(body: str) -> None:
    drawing, told = read(f"{HEAD}{body}</svg>")
    assert drawing is None and len(told) == 1 and "cuts something off" in told[0]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<text>a</text><text>b</text>", "<text> is not taken"),
        ("<text><tspan>a</tspan></text>", "turn the text into outlines"),
        ("<foreignObject/>", "<foreignObject> is not taken"),
        ("<switch><foreignObject/><g/></switch>", "<foreignObject> is not taken"),
        ("<rect><animate attributeName='x'/></rect>", "<animate> is not taken"),
        ("<script/>", "take scripts and animations out"),
        (RECT + ' style="animation: a 1s"/>', 'animation="a 1s" is not taken'),
        (RECT + ' fill="url(#g)"/>', 'no element "#g"'),
        (RECT + ' fill="url(#g)"/><mask id="g"/>', 'the colour "url(#g)"'),
        (RECT + ' fill="url(#g) red"/><pattern id="g" href="#x"/>', 'no element "#x"'),
        (RECT + ' fill="red icc-color(a, 0.1)"/>', 'the colour "red icc-color(a, 0.1)"'),  # SVG 2 has it no more
        (RECT + ' fill="context-fill"/>', 'the colour "context-fill"'),
        (RECT + ' fill="var(--x)"/>', 'the colour "var(--x)"'),
        (RECT + ' fill="#12345"/>', 'the colour "#12345"'),
        (RECT + ' fill="rgb(1,2)"/>', 'the colour "rgb(1,2)"'),
        (RECT + ' fill="oklch(1 0 0)"/>', 'the colour "oklch(1 0 0)"'),
        (RECT + ' fill="rgba(1,2,50%,.5)"/>', 'the colour "rgba(1,2,50%,.5)"'),
        (RECT + ' fill-opacity="5mm"/>', 'fill-opacity="5mm" is not taken'),
        (RECT + ' style="opacity:x"/>' + RECT + ' opacity="y"/>', 'opacity="x" is not taken'),
        (RECT + ' mask="url(#m)"/>', 'mask="url(#m)" is not taken'),
        ("<g filter='url(#f)'/>", 'filter="url(#f)" is not taken'),  # which may paint by itself
        (RECT + ' style="mix-blend-mode:multiply"/>', 'mix-blend-mode="multiply" is not taken'),
        (RECT + ' style="rotate:5deg"/>', 'rotate="5deg" is not taken'),
        (RECT + ' style="transform:rotate3d(1,1,1,5deg)"/>', "transform rotate3d(1,1,1,5deg) is not taken"),
        (RECT + ' style="transform:rotate(5)"/>', "transform rotate(5) is not taken"),
        (RECT + ' transform="rotate(5deg)"/>', "transform rotate(5deg) is not taken"),
        (RECT + ' transform="scale(2"/>', "not a list of transforms"),
        (RECT + ' transform="scale(2)" transform-origin="center" style="transform-box:fill-box"/>', "transform-box"),
        (RECT + ' style="width:18"/>', 'width="18" is not taken'),
        (RECT + " style=\"d:path('M0 0')\"/>", "d=\"path('M0 0')\" is not taken"),
        ('<path d="M0 0h9" marker-end="url(#m)"/>', 'marker-end="url(#m)" is not taken'),
        (RECT + ' stroke="red" style="marker-start:url(#m)"/>', 'marker-start="url(#m)" is not taken'),
        (RECT + ' stroke="red" stroke-width="-1"/>', 'stroke-width="-1" must not be less than 0'),
        (RECT + ' stroke="red" stroke-miterlimit="0.5"/>', 'stroke-miterlimit="0.5" is not taken'),
        (RECT + ' stroke="red" stroke-linejoin="arcs"/>', 'corners "arcs" are not taken'),
        (RECT + ' stroke="red" vector-effect="non-scaling-stroke"/>', 'vector-effect="non-scaling-stroke"'),
        (RECT + ' stroke="red" stroke-dasharray="1 x"/>', 'stroke-dasharray="x" is not taken'),
        (RECT + ' fill-rule="odd"/>', 'fill-rule "odd" is not taken'),
        (RECT + ' x="1_0"/>', 'x="1_0" is not taken'),
        (RECT + ' x="１"/>', 'x="１" is not taken'),
        (RECT + ' x="nan"/>', 'x="nan" is not taken'),
        (RECT + ' x="1e999"/>', "<rect> has a number that is out of range"),
        ('<circle r="1e200"/>', "<circle> has a number that is out of range"),
        (RECT + ' transform="scale(1e300) scale(1e300)"/>', "<rect> has a number that is out of range"),
        (f"<style>@media print{{rect{{fill:red}}}}</style>{RECT}/>", "error: @media in a style sheet"),
        (f"\n<style>\n@import 'a.css';</style>{RECT}/>", "x.svg:3:1: error: @import in a style sheet"),
        (f"<style>rect:nth-child(2){{fill:red}}</style>{RECT}/>", 'the selector "rect:nth-child(2)"'),
        (f"<style>rect{{fill:red}} }}</style>{RECT}/>", 'the selector "}"'),
        (f'<g systemLanguage="en">{RECT}/></g>', "keep one version of it"),
        ('<use href="#a"/><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "is used within itself"),
        ('<g id="a"><use href="#a"/></g>', '"#a" is used within itself'),
        (f'<symbol id="a" transform="scale(2)">{RECT}/></symbol><use href="#a"/>', 'an attribute "transform"'),
        (f'<svg viewBox="0 0 0 5">{RECT}/></svg>', "width and height must be more than 0"),
        (f'<svg viewBox="0 0 5">{RECT}/></svg>', "a viewBox has four numbers"),
        (f'<svg width="9" viewBox="0 0 5 5" preserveAspectRatio="middle">{RECT}/></svg>', '"middle"'),
        (RECT + ' strokeWidth="3"/>', 'did you mean "stroke-width"'),
    ],
)
def test_what_changes_the_picture_is_told_once(body: str, told: str) -> None:
    drawing, said = read(f"{HEAD}{body}</svg>")
    assert drawing is None
    assert said and told in said[0] and len({line.split("error: ")[1] for line in said}) == len(said)


@pytest.mark.parametrize(
    ("attributes", "told"),
    [
        ("", "no viewBox, no width and height"), ('width="5"', "no viewBox"), ('width="100%" height="5"', "no viewBox"),
        ('viewBox="0 0 5"', "a viewBox has four numbers"), ('viewBox="0 0 x 5"', "a viewBox has four numbers"),
        ('viewBox="0 0 -5 5"', "must be more than 0"), ('viewBox="0 0 0 0"', "must be more than 0"),
        ('viewBox="0 0 1e-300 1e-300"', "of a viewBox are from 0.001 to 1,000,000"),
        ('viewBox="0 0 1e300 1e300"', "of a viewBox are from"),
        ('viewBox="0 0 1e400 5"', "must be more than 0"), ('width="0" height="5"', "must be more than 0"),
        ('viewBox="0 0 5 5" width="-5"', "must be more than 0"), ('width="5em" height="5"', 'width="5em"'),
        ('viewbox="0 0 5 5" width="5" height="5"', '"viewBox"'),
        ('viewBox="0 0 5 5" transform="scale(2)"', 'an attribute "transform"'),
        ('viewBox="0 0 5 5" transform="1e"', "not a list of transforms"),
        ('viewBox="0 0 5 5" transform="scale(1e999)"', "<svg> has a number that is out of range"),
        ('width="1e999" height="5"', "<svg> has a number that is out of range"),
        ('viewBox="0 0 5 5" style="background:url(a.png)"', 'the colour "url(a.png)"'),
    ],
)  # fmt: skip
def test_a_head_without_sense_is_told(attributes: str, told: str) -> None:
    drawing, said = read(f'<svg {SVG} {attributes}><rect width="3" height="3"/></svg>')
    assert drawing is None
    assert [told in line for line in said] == [True]


@pytest.mark.parametrize(
    ("body", "told", "wanted"),
    [
        ('\n<path d="M0 0h9v9h-9L5 5 6z"/>', "x.svg:2:1: warning: ", (0, 0, 9, 9)),
        ('<polygon points="0 0 9 0 9 9 5"/>', "warning: points must come in pairs", (0, 0, 9, 9)),
        ('<polyline points="0 0 9 0 9 9 x"/>', 'warning: "x" is not a list of numbers', (0, 0, 9, 9)),
    ],
)
def test_a_broken_outline_is_drawn_as_far_as_it_goes_and_told(body: str, told: str, wanted: Box) -> None:
    drawing, said = read(f"{HEAD}{body}</svg>")
    assert drawing is not None and box(drawing.items[0]) == wanted  # type: ignore[arg-type]
    assert len(said) == 1 and told in said[0] and "drawn up to there" in said[0]


def test_a_drawing_of_nothing_is_told() -> None:
    drawing, said = read(f"{HEAD}<g/></svg>")
    assert drawing is not None
    assert [line.split("\n")[0] for line in said] == ["x.svg:1:1: warning: the drawing paints nothing"]


def copies(times: int, depth: int) -> str:
    """Groups that use the next one that often: times to the power of depth rectangles."""
    uses = [f'<g id="a{i}">' + f'<use href="#a{i + 1}"/>' * times + "</g>" for i in range(depth)]
    return f'<defs>{"".join(uses)}<g id="a{depth}">{RECT}/></g></defs><use href="#a0"/>'


def nested(selector: str) -> str:
    """A selector of many ancestors, many of them around many elements."""
    return f"<style>{selector}{{fill:red}}</style>{'<g>' * 150}{'<rect/>' * 9}{'</g>' * 150}"


LONG = f'<path id="p" d="M0 0{"h1v1" * 1_000}"/>'
CLIPS = "".join(f'<clipPath id="c{i}" clip-path="url(#c{i + 1})">{RECT}/></clipPath>' for i in range(900))
CLIP_TREE = "".join(
    f'<clipPath id="c{i}">' + f'{RECT} clip-path="url(#c{i + 1})"/>' * 10 + "</clipPath>" for i in range(40)
)
CLIPPED = RECT + ' clip-path="url(#c0)"/>'


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param(copies(10, 6), "too much to draw", id="copies"),
        pytest.param(copies(1, 120), "elements nested more than 200 deep", id="copies of copies"),
        pytest.param(LONG + '<use href="#p"/>' * 20, "too much to draw", id="copies of a long path"),
        pytest.param("<g>" * 250 + "</g>" * 250, "elements nested more than 200 deep", id="groups"),
        pytest.param(nested("x g g g g g g g rect"), "too much to draw", id="ancestors lacking"),
        pytest.param(nested("g g g g g g g g rect"), None, id="ancestors"),
        pytest.param(f"<style>{',a' * 20_001}{{}}</style>", "too much to draw", id="rules"),
        pytest.param(f"<style>{'a ' * 60}{{}}</style>", "the selector", id="a long selector"),
        pytest.param(f'{RECT} stroke="red" stroke-dasharray="{"1 " * 6000}"/>', "too much to draw", id="dashes"),
        pytest.param(CLIPS + CLIPPED, 'the clip "c', id="clips of clips"),
        pytest.param(CLIP_TREE + CLIPPED, "too much to draw", id="clips of many clips"),
        pytest.param(LONG, None, id="long path"),
    ],
)
def test_bombs_are_told(body: str, told: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("budget.MAX_ELEMENTS", "budget.MAX_PARTS", "css.MOST_TRIALS"):
        monkeypatch.setattr(f"report.artwork.svg.{name}", 20_000)
    drawing, said = read(f"{HEAD}{body}{RECT}/></svg>")
    assert (drawing is None) is bool(told)
    assert [told in line for line in said] == [True] if told else said == []
