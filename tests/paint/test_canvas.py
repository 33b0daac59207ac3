"""Pages as a file: every kind of item, ways through it, boxes, and the same bytes twice."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pikepdf
import pypdfium2
import pytest

from report.page import Destination, Drawing, GlyphRun, Image, Item, Link, Placed, Shape, Stroke
from report.page.shapes import circle, ellipse_path, rectangle
from report.paint.canvas import Painter, Stock
from report.paint.colours import Colours, Images
from report.paint.document import Document
from report.paint.navigation import page_labels
from report.paint.target import PRINT, Target
from report.style.palette import Palette
from report.units import Rect, Size

Painted = Callable[..., bytes]
Line = Callable[..., list[Item]]


def extracted(data: bytes) -> str:
    """The text of the first page, as a program that searches and copies reads it."""
    with pypdfium2.PdfDocument(data) as document:
        return str(document[0].get_textpage().get_text_range()).replace("\r", "")


def content(data: bytes, page: int = 0) -> str:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return pdf.pages[page].Contents.read_bytes().decode("ascii")


def test_every_kind_of_item_can_be_painted() -> None:
    document = Document()
    colours = Colours(document, Palette({}, {}), PRINT)
    painter = Painter(Stock(document, {}, colours, Images(document, None)), PRINT)
    assert set(painter._kinds) == {*Item.__subclasses__(), *Shape.__subclasses__()}


def test_shapes_change_the_state_only_when_it_changes(painted: Painted) -> None:
    dashed = Stroke("base", 0.5, cap="round", dash=(2, 1))
    data = painted(
        [
            rectangle(Rect(10, 20, 30, 40.5), "base"),
            rectangle(Rect(0, 0, 5, 5), "base", dashed),
            Shape(path=ellipse_path(50.25, 50, 10, 10), stroke=dashed),
            rectangle(Rect(0, 0, 1, 1), None, Stroke("base", 0)),
        ]
    )
    lines = content(data).splitlines()
    assert lines[0] == "1 0 0 -1 0 200 cm"
    assert lines[1:4] == ["0 0.4 0.2 rg", "10 20 30 40.5 re", "f"]
    assert lines[4:10] == ["0 0.4 0.2 RG", "0.5 w", "1 J", "0 j 4 M", "[2 1] 0 d", "0 0 5 5 re"]
    assert lines[10:12] == ["B", "60.25 50 m"]
    assert lines[12] == "60.25 55.5228 55.7728 60 50.25 60 c"
    assert lines[-1] == "S"


def test_mitres_and_the_start_of_dashes_are_said_when_they_change(painted: Painted) -> None:
    strokes = [
        Stroke("base", 1),
        Stroke("base", 1, mitre=8.5),
        Stroke("base", 1, join="bevel", mitre=8.5),
        Stroke("base", 1, mitre=8.5, dash=(2, 1), phase=1.5),
    ]
    lines = content(painted([rectangle(Rect(0, 0, 5, 5), None, stroke) for stroke in strokes])).splitlines()
    state = [line for line in lines if line[-1] in "jMd" and " " in line]
    assert state == ["0 j 4 M", "[] 0 d", "0 j 8.5 M", "2 j", "0 j 8.5 M", "[2 1] 1.5 d"]


def test_tiny_and_huge_coordinates_have_no_exponent(painted: Painted) -> None:
    path = ("M", 1e-7, -3e-6, "L", 2e6, 5, "Z")
    assert "0.0000 -0.0000 m\n2000000.0000 5.0000 l\nh" in content(painted([shape(path)]))
    assert "0 5 12345678 9 re\n" in content(painted([rectangle(Rect(0, 5, 12345678, 9), "base")]))
    with pytest.raises(ValueError, match="no number"):
        painted([shape(("M", float("nan"), 0, "L", 5, 5, "Z"))])


def shape(path: tuple[Any, ...]) -> Item:
    from report.page import Shape

    return Shape(path=path, fill="ink")


def run(**given: Any) -> GlyphRun:
    fields = {"face": "named", "size": 10.0, "ink": "ink", "x": 20.0, "y": 50.0, "width": 20.0}
    return GlyphRun(**(fields | {"gids": (1, 2, 3), "texts": ("練", "馬", "区")} | given))


def test_glyphs_are_moved_only_where_their_widths_do_not_lead(painted: Painted) -> None:
    # widths of the face: 650, 700, 750
    by_widths = run(xs=(0.0, 6.5, 13.505))
    spread = run(xs=(0.0, 7.0, 14.0), y=62.0)
    text = content(painted([by_widths, spread]))
    assert "1 0 0 -1 20 50 Tm\n<000100020003> Tj\n0 -12 Td\n[<0001>-50<00020003>] TJ\nET" in text
    assert text.count("BT") == text.count("Tf") == text.count(" rg") == 1


def test_a_glyph_that_misses_its_place_by_more_than_a_thousandth_of_an_em_is_moved(painted: Painted) -> None:
    near, far = (content(painted([run(xs=(0.0, 6.5 + off, 13.5 + off))])) for off in (0.01, 0.02))
    assert "<000100020003> Tj" in near and "[<0001>-2<00020003>] TJ" in far


@pytest.mark.parametrize(("gap", "told"), [(0.08, 0), (0.09, 1), (0.1, 1), (0.3, 1)])
def test_a_gap_that_looks_like_a_word_space_is_said_to_be_none(painted: Painted, gap: float, told: int) -> None:
    """Poppler takes a tenth of an em for one, PDFium a little more."""
    data = painted([run(xs=(0.0, 6.5 + 10 * gap, 13.5 + 10 * gap))])
    assert content(data).count("/ActualText<FEFF7DF499AC>") == told
    assert extracted(data) == "練馬区"


def test_a_space_that_is_written_is_said_as_it_is(painted: Painted, line: Line) -> None:
    data = painted(line("12 34", 20, 50, "text"))
    assert "/ActualText" not in content(data)
    assert extracted(data) == "12 34"


def test_raised_and_turned_glyphs_keep_their_places(painted: Painted) -> None:
    stacked = run(gids=(1, 2), texts=("練", "馬"), xs=(-5.0, -5.0), ys=(8.0, 18.0))
    assert "1 0 0 -1 20 58 Tm\n[500<0001>] TJ\n-5 -10 Td\n<0002> Tj" in content(painted([stacked]))
    turned = run(gids=(1, 2), texts=("練", "馬"), xs=(0.0, 0.0), ys=(0.0, 10.0), matrix=(0, 1, -1, 0, 0, 0))
    assert "0 1 1 0 20 50 Tm\n<0001> Tj\n0 1 1 0 10 50 Tm\n<0002> Tj" in content(painted([turned]))


def test_nothing_to_see_leaves_no_trace(painted: Painted) -> None:
    empty = run(gids=(), texts=(), xs=())
    assert content(painted([empty, run(size=0.0, xs=(0.0, 0.0, 0.0))])) == "1 0 0 -1 0 200 cm\n"


def test_a_drawing_is_stored_once_and_knows_nothing_of_its_user(painted: Painted, line: Line) -> None:
    inner = Drawing("dot", Size(1, 1), (circle(0.5, 0.5, 0.12345, "ink"),))
    items = (rectangle(Rect(0, 0, 50, 50), "base"), *line("練", 5, 20, "named"))
    outer = Drawing("card", Size(50, 50), (*items, Placed(drawing=inner, matrix=(9, 0, 0, 9, 1, 1))))
    placed = [Placed(drawing=outer, matrix=(0.5, 0, 0, 0.5, x, 10), clip=Rect(x, 10, 25, 20)) for x in (0, 100)]
    data = painted([rectangle(Rect(0, 0, 9, 9), "base"), *placed], placed)
    assert "q\n100 10 25 20 re W n\n0.5 0 0 0.5 100 10 cm\n/X2 Do\nQ" in content(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        forms = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"]
        assert len(forms) == 2
        card = pdf.pages[1].Resources.XObject["/X2"]
        assert card.read_bytes().startswith(b"0 0.4 0.2 rg\n")
        assert [float(v) for v in card.BBox] == [-50, -50, 100, 100]


def test_pictures_are_stored_as_they_come(painted: Painted) -> None:
    picture = SimpleNamespace(
        width=2, height=1, stream=zlib.compress(bytes(6)), filter="FlateDecode", colorspace="DeviceRGB", bits=8,
        icc=b"profile", smask=zlib.compress(b"\x00\xff"), key="dot",
    )  # fmt: skip
    image = Image(data=picture, rect=Rect(10, 20, 30, 40))
    data = painted([image, Image(data=picture, rect=Rect(0, 0, 0, 5))], [image])
    assert "q\n30 0 0 -40 10 60 cm\n/X1 Do\nQ" in content(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        one, two = (page.Resources.XObject["/X1"] for page in pdf.pages)
        assert one.objgen == two.objgen
        assert one.read_bytes() == bytes(6)
        assert one.ColorSpace[1].N == 3 and one.ColorSpace[1].read_bytes() == b"profile"
        assert one.SMask.read_bytes() == b"\x00\xff" and str(one.SMask.ColorSpace) == "/DeviceGray"


def test_ways_through_the_file(painted: Painted) -> None:
    first = [
        Destination(name="はじめ", y=20, title="はじめに", level=1),
        Destination(name="a", y=50, title="話題", level=2),
        Link(rect=Rect(10, 20, 30, 10), target="#b", title="次へ"),
        Link(rect=Rect(0, 0, 10, 10), target="https://example.org/日"),
    ]
    second = [Destination(name="b", y=0, title="子ども", level=1), Destination(name="c", y=9)]
    with pikepdf.open(io.BytesIO(painted(first, second))) as pdf:
        with pdf.open_outline() as outline:
            assert [(item.title, [child.title for child in item.children]) for item in outline.root] == [
                ("はじめに", ["話題"]),
                ("子ども", []),
            ]
        tree = pikepdf.NameTree(pdf.Root.Names.Dests)
        assert sorted(tree) == ["a", "b", "c", "はじめ"]
        assert tree["b"][0].objgen == pdf.pages[1].obj.objgen and float(tree["b"][3]) == 200
        inside, outside = pdf.pages[0].Annots
        assert str(inside.Dest) == "b" and str(inside.Contents) == "次へ"
        assert [float(v) for v in inside.Rect] == [10, 170, 40, 180]
        assert str(outside.A.URI) == "https://example.org/%E6%97%A5"


def test_links_do_not_lie_in_drawings(painted: Painted) -> None:
    drawing = Drawing("d", Size(9, 9), (Link(rect=Rect(0, 0, 1, 1), target="#x"),))
    with pytest.raises(TypeError, match="not in drawings"):
        painted([Placed(drawing=drawing, matrix=(1, 0, 0, 1, 0, 0))])


def test_page_labels_are_ranges() -> None:
    document = Document()
    document.catalog["PageLabels"] = page_labels(["表紙", "1", "2", "5", "6", "裏"])
    document.page({"MediaBox": "[0 0 9 9]"}, "P")
    with pikepdf.open(io.BytesIO(document.save())) as pdf:
        nums = list(pdf.Root.PageLabels.Nums)
        assert [int(n) for n in nums[::2]] == [0, 1, 3, 5]
        assert str(nums[1].P) == "表紙" and "/St" not in nums[3] and nums[5].St == 5 and str(nums[7].P) == "裏"


def test_the_file_says_what_it_is(painted: Painted) -> None:
    with pikepdf.open(io.BytesIO(painted([]))) as pdf:
        assert pdf.pdf_version == "1.7"
        assert (str(pdf.docinfo.Title), str(pdf.docinfo.Author)) == ("改革ねりま", "練馬区")
        assert str(pdf.docinfo.CreationDate) == "D:20240329"
        assert str(pdf.Root.Lang) == "ja-JP" and pdf.Root.ViewerPreferences.DisplayDocTitle is True
        page = pdf.pages[0]
        assert list(page.MediaBox) == list(page.TrimBox) == [0, 0, 300, 200]
        assert not pdf.check_pdf_syntax()


def test_a_target_with_bleed_and_four_colours(painted: Painted) -> None:
    target = Target(name="print", colour=lambda ink: ink.cmyk, bleed=True)
    data = painted([rectangle(Rect(-9, -9, 20, 20), "ink")], target=target)
    assert content(data).startswith("1 0 0 -1 9 209 cm\n0 0 0 1 k\n-9 -9 20 20 re")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        assert [float(v) for v in page.TrimBox] == [9, 9, 309, 209]
        assert [float(v) for v in page.BleedBox] == [float(v) for v in page.MediaBox] == [0, 0, 318, 218]


def test_two_builds_are_the_same_and_other_content_has_another_id(painted: Painted, line: Line) -> None:
    one, again, other = (painted(line(text, 20, 50, "text", "noto")) for text in ("練馬𠮷", "練馬𠮷", "練馬区"))
    assert one == again
    ids = []
    for data in (one, other):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            ids.append(bytes(pdf.trailer.ID[0]))
    assert ids[0] != ids[1]


def test_a_bookmark_needs_no_name(painted: Painted) -> None:
    with pikepdf.open(io.BytesIO(painted([Destination(name="", y=20, title="T", level=1)]))) as pdf:
        assert pdf.Root.Outlines.First.Dest == "bookmark:1"
        assert pdf.Root.Names.Dests.Names[1][1] == "/XYZ"
