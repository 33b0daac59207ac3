"""Sheets of a booklet: which page lies where, how far it creeps, what is shared."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from report.conform.imposition import Booklet, Side, impose, sheets
from report.units import MM, Size

PAPER = 0.1 * MM


def book(count: int, bleed: float = 3 * MM) -> bytes:
    """Pages of 100 × 150 pt; each paints its number as the width of a box. All use one image."""
    with pikepdf.new() as pdf:
        image = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
        image.ColorSpace = Name.DeviceGray
        for number in range(1, count + 1):
            page = Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, 100 + 2 * bleed, 150 + 2 * bleed]),
                Resources=Dictionary(XObject=Dictionary(Im=image)),
                Contents=pdf.make_stream(f"0 0 {number} 5 re f /Im Do".encode()),
                Annots=Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 5, 5]))]),
            )
            if bleed:
                page.TrimBox = Array([bleed, bleed, bleed + 100, bleed + 150])
                page.BleedBox = page.MediaBox
            pdf.pages.append(pikepdf.Page(page))
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def laid(data: bytes) -> list[list[tuple[int, float]]]:
    """Of each side the pages from left to right: their numbers, and x of their trim's left edge."""
    made = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            side, matrix = [], ()
            for operands, operator in pikepdf.parse_content_stream(page.obj):
                if str(operator) == "cm":
                    matrix = tuple(float(v) for v in operands)
                elif str(operator) == "Do":
                    form = page.Resources.XObject[operands[0]]
                    number = int(next(ops for ops, op in pikepdf.parse_content_stream(form) if str(op) == "re")[2])
                    inset = 3 * MM if float(form.BBox[2]) > 100 else 0.0
                    side.append((number, round(matrix[4] + inset * matrix[0], 2)))
            made.append(side)
    return made


ORDERS = {
    4: [(4, 1), (2, 3)],
    8: [(8, 1), (2, 7), (6, 3), (4, 5)],
    12: [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)],
    18: [(18, 1), (2, None), (None, 3), (4, 17), (16, 5), (6, 15), (14, 7), (8, 13), (12, 9), (10, 11)],
    20: [(20, 1), (2, 19), (18, 3), (4, 17), (16, 5), (6, 15), (14, 7), (8, 13), (12, 9), (10, 11)],
}


@pytest.mark.parametrize("count", ORDERS)
def test_pages_in_the_order_of_a_left_bound_booklet(count: int) -> None:
    sides = [side for sheet in sheets(count) for side in sheet]
    assert sides == [Side(*order) for order in ORDERS[count]]
    shown = [[number for number, _ in side] for side in laid(impose(book(count), Booklet()))]
    assert shown == [[number for number in order if number] for order in ORDERS[count]]


@pytest.mark.parametrize("count", ORDERS)
def test_a_right_bound_booklet_is_its_mirror(count: int) -> None:
    for one, other in zip(sheets(count, "left"), sheets(count, "right"), strict=True):
        assert [side[::-1] for side in one] == list(other)


def test_inner_sheets_creep_towards_the_spine() -> None:
    margin = 3 * MM + 10 * MM
    for depth, (front, back) in enumerate(zip(*[iter(laid(impose(book(12), Booklet(paper=PAPER))))] * 2, strict=True)):
        for (_, left), (_, right) in (front, back):
            assert left == pytest.approx(margin + depth * PAPER, abs=0.01)
            assert right == pytest.approx(margin + 100 - depth * PAPER, abs=0.01)


def test_no_page_reaches_over_the_spine() -> None:
    with pikepdf.open(io.BytesIO(impose(book(4), Booklet()))) as pdf:
        windows = [
            [float(v) for v in operands]
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0].obj)
            if str(operator) == "re" and float(operands[2]) > 50
        ]
    spine = 13 * MM + 100
    assert windows[0][0] + windows[0][2] == pytest.approx(spine, abs=0.01)
    assert windows[1][0] == pytest.approx(spine, abs=0.01)


def test_pages_become_forms_that_share_their_resources() -> None:
    with pikepdf.open(io.BytesIO(impose(book(8), Booklet()))) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        assert sum(each.get("/Subtype") == "/Form" for each in streams) == 8
        assert sum(each.get("/Subtype") == "/Image" for each in streams) == 1
        assert "/PageLabels" not in pdf.Root and not any("/Annots" in page for page in pdf.pages)


def test_an_office_prints_it_without_marks_in_the_middle_of_its_paper() -> None:
    plan = Booklet(marks=False, sheet=Size(250, 160))
    with pikepdf.open(io.BytesIO(impose(book(4, bleed=0), plan))) as pdf:
        assert [float(v) for v in pdf.pages[0].MediaBox] == [0, 0, 250, 160]
        assert [float(v) for v in pdf.pages[0].TrimBox] == [25, 5, 225, 155]
        assert b"/All" not in pdf.pages[0].Contents.read_bytes()
    assert [x for _, x in laid(impose(book(4, bleed=0), plan))[0]] == [25, 125]


def test_pages_too_large_for_the_paper_are_made_smaller() -> None:
    plan = Booklet(marks=False, sheet=Size(100, 200))
    with pikepdf.open(io.BytesIO(impose(book(4, bleed=0), plan))) as pdf:
        assert [float(v) for v in pdf.pages[0].TrimBox] == [0, 62.5, 100, 137.5]


def test_the_same_booklet_twice_is_the_same_file() -> None:
    assert impose(book(4), Booklet()) == impose(book(4), Booklet())
