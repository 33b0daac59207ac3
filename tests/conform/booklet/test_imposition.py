"""The imposed file, read back: which page stands where, what is clipped, what is shared, what stays behind."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from report.conform.booklet.folding import sheets, sides
from report.conform.booklet.imposition import IN_TITLE, Booklet, booklet, impose
from report.conform.preflight.finding import OF_SHEETS, Wishes
from report.conform.preflight.run import preflight
from report.units import Size, mm
from tests.conftest import Run
from tests.validators import qpdf_check, render_check

WIDTH, HEIGHT, BLEED = 200.0, 300.0, 9.0
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" '
    'xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">冊子</rdf:li></rdf:Alt></dc:title>'
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
    "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def source(count: int, bleed: float = BLEED, size: tuple[float, float] = (WIDTH, HEIGHT), rotate: int = 0) -> bytes:
    """Pages that say their number, each a sheet of colour up to the bleed, all with one picture; tagged, with links."""
    pdf = Pdf.new()
    width, height = size
    grey = pdf.make_stream(
        b"\x80",
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=1,
        Height=1,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    shared = pdf.make_indirect(Dictionary(XObject=Dictionary(Grey=grey)))
    for number in range(1, count + 1):
        colour = f"{number % 2} {number / 64:.6f} 0 rg"
        ground = f"0 0 {width + 2 * bleed} {height + 2 * bleed} re f"
        content = f"% page {number}\n{colour}\n{ground}\nq 9 0 0 9 20 20 cm /Grey Do Q"
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([-20, -20, width + 2 * bleed + 20, height + 2 * bleed + 20]),
            BleedBox=Array([0, 0, width + 2 * bleed, height + 2 * bleed]),
            TrimBox=Array([bleed, bleed, width + bleed, height + bleed]),
            Resources=shared,
            Contents=pdf.make_stream(content.encode()),
            StructParents=number,
            Annots=Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))]),
            Rotate=rotate,
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    profile = pdf.make_stream(b"profile", N=4)
    pdf.Root.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, DestOutputProfile=profile)])
    pdf.Root.Metadata = pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Outlines = Dictionary(Type=Name.Outlines)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    pdf.docinfo.Title = "冊子"
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


class Seen(NamedTuple):
    """A page on a sheet. x, y, right: of its trim, before clipping. clip: left, foot, width, height."""

    number: int
    x: float
    y: float
    right: float
    clip: tuple[float, ...]


def seen(side: pikepdf.Page) -> list[Seen]:
    """The pages on a side from left to right, found through the operators that place them."""
    found, clip, matrix = [], (), pikepdf.Matrix()
    for operands, operator in pikepdf.parse_content_stream(side):
        match str(operator):
            case "q":
                clip, matrix = (), pikepdf.Matrix()
            case "re":
                clip = tuple(float(value) for value in operands)
            case "cm":
                matrix = pikepdf.Matrix(*(float(value) for value in operands))
            case "Do" if operands[0] != Name.Marks:
                form = side.Resources.XObject[str(operands[0])]
                found.append(_seen(form, matrix, clip))
    return sorted(found, key=lambda page: page.x)


def _seen(form: Any, placing: pikepdf.Matrix, clip: tuple[float, ...]) -> Seen:
    number = int(form.read_bytes().split()[2])
    matrix = pikepdf.Matrix(form.Matrix) @ placing
    box = pikepdf.Rectangle(form.BBox)
    corners = [matrix.transform(point) for point in (box.lower_left, box.upper_right)]
    (left, right), (foot, _) = (sorted(values) for values in zip(*corners, strict=True))
    scale = abs(placing.a)
    bleed = BLEED * scale if box.width != WIDTH else 0
    return Seen(number, left + bleed, foot + bleed, right - bleed, clip)


def opened(data: bytes) -> Pdf:
    return pikepdf.open(io.BytesIO(data))


@pytest.fixture(scope="module")
def twenty() -> bytes:
    return source(20)


@pytest.mark.parametrize("binding", ["left", "right"])
@pytest.mark.parametrize("count", [4, 8, 12, 18, 20])
def test_every_side_shows_its_two_pages(count: int, binding: Any) -> None:
    made = booklet(source(count), Booklet(binding=binding))
    expected = [side for sheet in sheets(count, binding) for side in sheet]
    with opened(made.data) as pdf:
        assert [[page.number for page in seen(side)] for side in pdf.pages] == [
            [page for page in side if page is not None] for side in expected
        ]
    assert made.blanks == ((18, 19) if count == 18 else ())
    assert made.sheets == sheets(count, binding)
    assert made.scale == 1


def test_a_page_beside_a_blank_stays_on_its_half() -> None:
    with opened(impose(source(18), Booklet())) as pdf:
        (second,), (third,) = seen(pdf.pages[1]), seen(pdf.pages[2])
        fold = float(pdf.pages[1].MediaBox[2]) / 2
        assert second.right == pytest.approx(fold, abs=0.001)
        assert third.x == pytest.approx(fold, abs=0.001)


def test_pages_meet_at_the_fold_and_boxes_say_where_to_cut(twenty: bytes) -> None:
    with opened(impose(twenty, Booklet())) as pdf:
        side = pdf.pages[0]
        left, right = seen(side)
        assert left.right == pytest.approx(right.x)
        trim, bleed = pikepdf.Rectangle(side.TrimBox), pikepdf.Rectangle(side.BleedBox)
        assert (trim.width, trim.height) == pytest.approx((2 * WIDTH, HEIGHT), abs=0.001)
        assert (trim.llx, trim.lly) == pytest.approx((left.x, left.y), abs=0.001)
        assert (trim.llx - bleed.llx, bleed.ury - trim.ury) == pytest.approx((BLEED, BLEED), abs=0.001)
        media = pikepdf.Rectangle(side.MediaBox)
        assert media.width == pytest.approx(2 * WIDTH + 2 * BLEED, abs=0.001)


@pytest.mark.parametrize("thickness", [0.0, 0.1, 0.13])
def test_inner_pages_move_to_the_spine_and_the_cut_with_them(twenty: bytes, thickness: float) -> None:
    with opened(impose(twenty, Booklet(thickness=thickness))) as pdf:
        assert len(pdf.pages) == 10
        for index, side in enumerate(pdf.pages):
            left, right = seen(side)
            shift, fold = mm(thickness) * (index // 2), float(side.MediaBox[2]) / 2
            assert (fold - left.x, right.right - fold) == pytest.approx((WIDTH - shift, WIDTH - shift), abs=0.001)
            trim = pikepdf.Rectangle(side.TrimBox)
            assert (trim.llx, trim.urx) == pytest.approx((left.x, right.right), abs=0.001)
            assert (trim.lly, trim.height) == pytest.approx((left.y, HEIGHT), abs=0.001)


def test_no_bleed_crosses_the_fold_and_every_cut_has_all_of_it(twenty: bytes) -> None:
    with opened(impose(twenty, Booklet(thickness=0.1))) as pdf:
        assert len(pdf.pages) == 10
        for index, side in enumerate(pdf.pages):
            left, right = seen(side)
            shift = mm(0.1) * (index // 2)
            trim, bleed = pikepdf.Rectangle(side.TrimBox), pikepdf.Rectangle(side.BleedBox)
            assert (trim.llx - bleed.llx, bleed.urx - trim.urx) == pytest.approx((BLEED, BLEED), abs=0.001)
            fold = float(side.MediaBox[2]) / 2
            assert left.clip[0] == pytest.approx(bleed.llx, abs=0.001)
            assert left.clip[0] + left.clip[2] == pytest.approx(fold, abs=0.001)
            assert right.clip[0] == pytest.approx(fold, abs=0.001)
            assert left.clip[2] == pytest.approx(WIDTH - shift + BLEED, abs=0.001)
            assert left.clip[3] == pytest.approx(HEIGHT + 2 * BLEED, abs=0.001)


def test_renderers_see_two_pages_and_nothing_of_one_on_the_other(twenty: bytes) -> None:
    document = pypdfium2.PdfDocument(impose(twenty, Booklet(thickness=0.1)))
    picture = document[9].render(scale=2).to_pil()  # the innermost back: 10 and 11
    middle = picture.width // 2
    colours = [picture.getpixel((x, picture.height // 2))[:3] for x in (middle - 3, middle + 3)]
    assert colours == [(0, 40, 0), (255, 44, 0)]
    document.close()


def with_frames(count: int, room: float) -> bytes:
    """Pages, and one for each side of the booklet, whose media box is larger by `room`."""
    with opened(source(count)) as pdf, opened(source(sides(count))) as frames:
        for number, frame in enumerate(frames.pages, start=1):
            low, (width, height) = -room, (WIDTH + BLEED, HEIGHT + BLEED)
            frame.MediaBox = Array([low, low, WIDTH + 2 * BLEED + room, HEIGHT + 2 * BLEED + room])
            frame.Contents = frames.make_stream(f"% frame {number}\n-1 -1 {width} {height} re S".encode())
            pdf.pages.append(frame)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("count", [4, 5, 18, 20])
def test_what_lies_around_a_side_stands_at_its_cut_and_shows_beyond_it(count: int) -> None:
    plan = Booklet(thickness=0.1, marked=True, room=20)
    made = booklet(with_frames(count, 20), plan)
    assert made.sheets == sheets(count, "left")
    with opened(made.data) as pdf:
        assert len(pdf.pages) == sides(count)
        for number, side in enumerate(pdf.pages, start=1):
            frame = side.Resources.XObject.Marks
            assert frame.read_bytes().startswith(f"% frame {number}\n".encode())
            placing = next(ops for ops, op in list(pikepdf.parse_content_stream(side))[-3:] if str(op) == "cm")
            matrix = pikepdf.Matrix(frame.Matrix) @ pikepdf.Matrix(*map(float, placing))
            assert matrix.transform((BLEED, BLEED)) == pytest.approx(list(map(float, side.TrimBox[:2])), abs=0.001)
            assert float(frame.BBox[0]) == -20
            media = pikepdf.Rectangle(side.MediaBox)
            assert media.width == pytest.approx(2 * (WIDTH + BLEED + 20), abs=0.001)


def test_pages_that_leave_none_for_the_sides_are_refused(twenty: bytes) -> None:
    with pytest.raises(ValueError, match="20 pages are not those of a booklet"):
        impose(twenty, Booklet(marked=True))


def test_what_the_pages_share_stays_one_object(twenty: bytes) -> None:
    with opened(impose(twenty, Booklet())) as pdf:
        forms = [form for side in pdf.pages for name, form in side.Resources.XObject.items() if name != "/Marks"]
        assert len({form.objgen for form in forms}) == len(forms) == 20
        assert len({form.Resources.objgen for form in forms}) == 1
        images = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]
        assert len(images) == 1
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and "/Type" not in item]
        assert len(streams) == 10 + 1  # the sides' own, and the profile: no page's content is there twice


def test_what_is_for_readers_stays_behind_and_what_is_for_colours_stays(twenty: bytes) -> None:
    with opened(impose(twenty, Booklet())) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/OutputIntents", "/Metadata", "/ViewerPreferences"}
        assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == b"profile"
        assert len(pdf.pages) == 10
        for side in pdf.pages:
            assert not {"/Annots", "/StructParents"} & set(side.keys())
        with pdf.open_metadata() as xmp:
            assert xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
            assert not {"pdfuaid:part", "pdfaid:part", "pdfaid:conformance"} & set(xmp)
            assert xmp["dc:title"] == f"冊子{IN_TITLE}" == str(pdf.docinfo.Title)
            assert xmp["xmpMM:DocumentID"] != "uuid:1"


def test_the_same_bytes_twice_and_others_for_another_plan(twenty: bytes) -> None:
    assert impose(twenty, Booklet()) == impose(twenty, Booklet())
    with opened(impose(twenty, Booklet())) as one, opened(impose(twenty, Booklet(thickness=0.1))) as other:
        assert one.trailer.ID[0] != other.trailer.ID[0]
        with opened(twenty) as read:
            assert one.trailer.ID[0] != read.trailer.ID[0]


def test_in_an_office_a4_lies_on_a3_in_full_size_without_marks() -> None:
    size = (mm(210), mm(297))
    made = booklet(source(8, 0, size), Booklet(office=True))
    assert made.scale == 1
    with opened(made.data) as pdf:
        side = pdf.pages[0]
        assert [float(value) for value in side.MediaBox] == pytest.approx([0, 0, mm(420), mm(297)], abs=0.001)
        assert set(side.Resources.XObject.keys()) == {"/P8", "/P1"}
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


@pytest.mark.parametrize(
    ("size", "scale"), [((148, 210), 1), ((182, 257), 1), ((215.9, 279.4), 420 / 431.8), ((297, 210), 420 / 594)]
)
def test_in_an_office_other_sizes_stand_in_the_middle_and_shrink_only_to_fit(
    size: tuple[float, float], scale: float
) -> None:
    width, height = map(mm, size)
    made = booklet(source(4, 0, (width, height)), Booklet(office=True))
    assert made.scale == pytest.approx(scale)
    with opened(made.data) as pdf:
        trim = pikepdf.Rectangle(pdf.pages[0].TrimBox)
        assert (trim.width, trim.height) == pytest.approx((2 * width * scale, height * scale), abs=0.01)
        assert (trim.llx + trim.urx, trim.lly + trim.ury) == pytest.approx((mm(420), mm(297)), abs=0.01)
        assert [page.number for page in seen(pdf.pages[0])] == [4, 1]


def test_an_office_sheet_shows_no_bleed(twenty: bytes) -> None:
    with opened(impose(twenty, Booklet(office=True))) as pdf:
        shown = seen(pdf.pages[0])
        assert [page.number for page in shown] == [20, 1]
        for page in shown:
            assert page.clip[1:] == pytest.approx((page.y, WIDTH, HEIGHT), abs=0.001)


def test_a_given_paper_holds_the_spread_in_its_middle(twenty: bytes) -> None:
    with opened(impose(twenty, Booklet(paper=Size(636, 469)))) as pdf:
        trim = pikepdf.Rectangle(pdf.pages[0].TrimBox)
        assert (trim.llx + trim.urx, trim.lly + trim.ury) == pytest.approx((mm(636), mm(469)), abs=0.001)
    with pytest.raises(ValueError, match=r"too small: 147\.5 × 112\.2 mm are needed"):
        impose(twenty, Booklet(paper=Size(140, 200)))


@pytest.mark.parametrize(
    ("rotate", "at"), [(0, (15.5, 15.5)), (90, (15.5, 184.5)), (180, (184.5, 284.5)), (270, (284.5, 15.5))]
)
def test_turned_pages_stand_as_a_reader_sees_them(rotate: int, at: tuple[float, float]) -> None:
    with opened(impose(source(4, rotate=rotate), Booklet())) as pdf:
        left, right = seen(pdf.pages[0])
        trim = pikepdf.Rectangle(pdf.pages[0].TrimBox)
        upright = (HEIGHT, WIDTH) if rotate % 180 else (WIDTH, HEIGHT)
        assert (trim.width / 2, trim.height) == pytest.approx(upright, abs=0.001)
        assert (left.x, left.y, left.right) == pytest.approx((trim.llx, trim.lly, right.x), abs=0.001)
        matrix = pikepdf.Matrix(pdf.pages[0].Resources.XObject.P1.Matrix)
        assert matrix.transform((24.5, 24.5)) == pytest.approx(at)  # the picture near the lower left corner


def test_content_in_several_streams_is_joined_and_none_is_no_mistake() -> None:
    with opened(source(4)) as pdf:
        one = pdf.pages[0]
        one.Contents = Array([one.Contents, pdf.make_stream(b"1 1 1 rg"), pdf.make_stream(b"0 0 1 1 re f")])
        del pdf.pages[1].obj.Contents
        out = io.BytesIO()
        pdf.save(out)
    with opened(impose(out.getvalue(), Booklet())) as pdf:
        assert pdf.pages[0].Resources.XObject.P1.read_bytes().endswith(b"Q\n1 1 1 rg\n0 0 1 1 re f")
        assert pdf.pages[1].Resources.XObject.P2.read_bytes() == b""


def test_pages_of_several_sizes_and_impossible_papers_are_refused() -> None:
    with opened(source(4)) as pdf:
        pdf.pages[2].TrimBox = Array([9, 9, 190, 309])
        out = io.BytesIO()
        pdf.save(out)
    with pytest.raises(ValueError, match="pages 1 and 3 differ in size"):
        impose(out.getvalue(), Booklet())
    with pytest.raises(ValueError, match="thickness"):
        Booklet(thickness=-0.1)


@pytest.mark.parametrize("plan", [Booklet(thickness=0.1), Booklet(office=True)])
def test_a_brochures_booklet_is_sound_and_hardly_larger(run: Run, project: Path, plan: Booklet) -> None:
    assert run("build").code == 0
    (file,) = project.glob("output/*.pdf")
    imposed = project / "booklet.pdf"
    imposed.write_bytes(impose(file.read_bytes(), plan))
    assert qpdf_check(imposed) == render_check(imposed) == []
    assert imposed.stat().st_size < file.stat().st_size + 60_000
    assert _faces(imposed) == _faces(file)


def _faces(file: Path) -> int:
    """How many font programs a file holds."""
    with pikepdf.open(file) as pdf:
        entries = [
            item for item in pdf.objects if isinstance(item, Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]
        return len(entries)


def test_the_desk_knows_sheets_from_pages(twenty: bytes) -> None:
    made = impose(twenty, Booklet(thickness=0.1))
    asked = (Wishes(profile="plain"), Wishes(profile="plain", **OF_SHEETS))
    told = [{finding.check.name for finding in preflight(made, wishes)} for wishes in asked]
    assert told[0] - told[1] == {"sizes", "page-count"}
