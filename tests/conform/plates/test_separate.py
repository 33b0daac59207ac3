"""Plates: what each ink gets on small pages of known inks, and where they add up to too much."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image, ImageStat
from plate_files import file, form, image, tint

from report.artwork import lettering
from report.conform.plates import separate
from report.conform.plates.ink_limit import over_limit, regions
from report.conform.plates.separate import coverage, plates
from report.conform.preflight import heavy
from report.conform.preflight.finding import Wishes
from report.conform.preflight.heavy import most
from report.conform.preflight.run import preflight
from report.conform.preflight.subject import opened
from report.messages import Failure
from report.page import Page, PageBoxes
from report.paint.canvas import paint
from report.paint.target import Metadata, Target
from report.style.fonts import FontBook
from report.style.palette import Ink, Palette
from report.style.text import CharStyle
from report.units import Size

FONTS = Path(__file__).parents[3] / "fonts"

CYAN = b"1 0 0 0 k 0 0 100 100 re f "
SQUARE = b" 20 20 60 60 re f "
PLACED = b"q 60 0 0 60 20 20 cm /Im Do Q "
Inks = dict[str, float]


def middle(content: bytes, make: Callable[[Pdf], dict[str, Any]] = lambda pdf: {}, **options: Any) -> Inks:
    """Per cent of each ink in the middle of a page, without those that are absent."""
    made = plates(file(content, make=make, **options), 1)
    at = {name: plate.getpixel((50, 50)) for name, plate in zip(made.names, made.images, strict=True)}
    return {name: round(value / 2.55) for name, value in at.items() if value}


@pytest.mark.parametrize(
    ("content", "inks"),
    [
        pytest.param(b"0.2 0.4 0.6 0.8 k" + SQUARE, {"C": 20, "M": 40, "Y": 60, "K": 80}, id="four inks"),
        pytest.param(CYAN + b"0 0 0 1 k" + SQUARE, {"K": 100}, id="black knocks out"),
        pytest.param(CYAN + b"/Over gs 0 0 0 1 k" + SQUARE, {"C": 100, "K": 100}, id="black overprints"),
        pytest.param(CYAN + b"/Over0 gs 0 0 0 1 k" + SQUARE, {"K": 100}, id="OPM 0 paints zeros"),
        pytest.param(CYAN + b"/Over gs /Knock gs 0 0 0 1 k" + SQUARE, {"K": 100}, id="overprint ends"),
        pytest.param(CYAN + b"q /Over gs Q 0 0 0 1 k" + SQUARE, {"K": 100}, id="overprint ends with its state"),
        pytest.param(CYAN + b"0 0 0 0 k" + SQUARE, {}, id="white knocks out"),
        pytest.param(CYAN + b"/Over gs 0 0 0 0 k" + SQUARE, {"C": 100}, id="white that overprints vanishes"),
        pytest.param(CYAN + b"0.3 g" + SQUARE, {"K": 70}, id="gray is black"),
        pytest.param(CYAN + b"/Over gs 0 g" + SQUARE, {"K": 100}, id="gray has no OPM 1"),
        pytest.param(CYAN + b"/Gold cs 0.7 scn" + SQUARE, {"Gold": 70}, id="a tint of a spot"),
        pytest.param(CYAN + b"/Over0 gs /Gold cs 0.7 scn" + SQUARE, {"C": 100, "Gold": 70}, id="a spot overprints"),
        pytest.param(b"/Gold cs" + SQUARE + b"/Over gs 0.5 0 0 0 k" + SQUARE, {"C": 50, "Gold": 100}, id="over a spot"),
        pytest.param(b"/Gold cs" + SQUARE + b"0.5 0 0 0 k" + SQUARE, {"C": 50}, id="a spot is knocked out"),
        pytest.param(CYAN + b"/Over0 gs /Black cs 1 scn" + SQUARE, {"C": 100, "K": 100}, id="Separation Black"),
        pytest.param(CYAN + b"/Nothing cs 1 scn" + SQUARE, {"C": 100}, id="/None paints nothing"),
        pytest.param(b"/All cs 1 scn" + SQUARE, dict.fromkeys(("C", "M", "Y", "K", "Gold", "Varnish"), 100), id="/All"),
        pytest.param(CYAN + b"/Two cs 0.3 0.9 scn" + SQUARE, {"C": 30, "Gold": 90}, id="DeviceN"),
        pytest.param(b"/Table cs 1 scn" + SQUARE, {"M": 50, "K": 100}, id="an index"),
        pytest.param(CYAN + b"/Half gs 0 1 0 0.5 k" + SQUARE, {"C": 50, "M": 50, "K": 25}, id="half transparent"),
        pytest.param(CYAN + b"/Multiply gs 0 1 0 0 k" + SQUARE, {"C": 100, "M": 100}, id="multiplied"),
        pytest.param(CYAN + b"/Over gs 0 0 1 0 k 0 0 0 1 K 4 w 20 20 60 60 re B", {"C": 100, "Y": 100}, id="B, fill"),
        pytest.param(CYAN + b"/Over gs 0 0 1 0 K 0 0 0 0 k 50 0 m 50 99 l 9 w B", {"C": 100, "Y": 100}, id="B, stroke"),
        pytest.param(b"1 0 0 rg" + SQUARE, {"M": 100, "Y": 100}, id="RGB without a profile"),
    ],
)  # fmt: skip
def test_each_ink_gets_what_is_its(content: bytes, inks: Inks) -> None:
    assert middle(content) == inks


def test_content_begins_in_black_alone() -> None:
    cell = {"PatternType": 1, "TilingType": 1, "PaintType": 1, "BBox": [0, 0, 9, 9], "XStep": 9, "YStep": 9}
    make = lambda pdf: {"Pattern": {"Own": pdf.make_stream(b"0 0 9 9 re f", Resources=Dictionary(), **cell)}}  # noqa: E731
    assert middle(SQUARE) == middle(b"9 w 20 20 60 60 re 20 50 m 80 50 l S", make) == {"K": 100}
    assert middle(CYAN + b"/Pattern cs /Own scn" + SQUARE, make) == {"K": 100}


def test_rgb_is_converted_as_the_output_intent_says() -> None:
    assert middle(b"0 0 0 rg" + SQUARE, intent=True)["K"] > 80
    red = middle(b"1 0 0 rg" + SQUARE, intent=True)
    assert red["M"] > 85 and red["Y"] > 85 and red.get("C", 0) < 10


def jpeg(pdf: Pdf, *inks: int, **entries: Any) -> Any:
    """As Pillow and Photoshop write one: turned over, with an Adobe marker."""
    out = io.BytesIO()
    Image.new("CMYK", (16, 16), inks).save(out, "JPEG", quality=100)
    made = image(pdf, 16, 16, b"", CMYK, **entries)
    made.write(out.getvalue(), filter=Name.DCTDecode)
    return made


def jpeg_2000(pdf: Pdf, mode: str, pixel: Any, space: Any = None) -> Any:
    out = io.BytesIO()
    Image.new(mode, (16, 16), pixel).save(out, "JPEG2000")
    made = image(pdf, 16, 16, b"", space)
    made.write(out.getvalue(), filter=Name.JPXDecode)
    return made


INVERTED = Array([1, 0] * 4)
CMYK = Name.DeviceCMYK
GOLD = tint("Gold", 0, 0, 1, 0)
PIXEL = b"\xff\x00\x80\x33"


@pytest.mark.parametrize(
    ("make", "inks"),
    [
        pytest.param(lambda pdf: image(pdf, 1, 1, PIXEL, CMYK), {"C": 100, "Y": 50, "K": 20}, id="CMYK"),
        pytest.param(lambda pdf: image(pdf, 1, 1, PIXEL, CMYK, Decode=INVERTED), {"M": 100, "Y": 50, "K": 80},
                     id="Decode"),
        pytest.param(lambda pdf: image(pdf, 1, 1, b"\xc6", CMYK, BitsPerComponent=2),
                     {"C": 100, "Y": 33, "K": 67}, id="two bits"),
        pytest.param(lambda pdf: jpeg(pdf, 255, 0, 128, 51, Decode=INVERTED), {"C": 100, "Y": 50, "K": 20}, id="JPEG"),
        pytest.param(lambda pdf: jpeg(pdf, 255, 0, 128, 51), {"M": 100, "Y": 50, "K": 80}, id="JPEG as it is"),
        pytest.param(lambda pdf: image(pdf, 1, 1, b"\x40", Name.DeviceGray), {"K": 75}, id="gray"),
        pytest.param(lambda pdf: jpeg_2000(pdf, "L", 64, Name.DeviceGray), {"K": 75}, id="gray in JPEG 2000"),
        pytest.param(lambda pdf: jpeg_2000(pdf, "L", 64, GOLD), {"Gold": 25}, id="a spot in JPEG 2000"),
        pytest.param(lambda pdf: jpeg_2000(pdf, "RGB", (255, 0, 0)), {"M": 100, "Y": 100}, id="JPEG 2000 by itself"),
        pytest.param(lambda pdf: image(pdf, 1, 1, b"\x40", tint("Black", 0, 0, 0, 1)), {"K": 25}, id="Black"),
        pytest.param(lambda pdf: image(pdf, 1, 1, b"\x40", GOLD, Decode=Array([1, 0])), {"Gold": 75},
                     id="a spot, Decode"),
        pytest.param(lambda pdf: image(pdf, 1, 1, b"\x01", Array([Name.Indexed, CMYK, 1, String(PIXEL * 2)])),
                     {"C": 100, "Y": 50, "K": 20}, id="an index"),
        pytest.param(lambda pdf: image(pdf, 1, 1, PIXEL, CMYK, Mask=Array([200, 255] + [0, 255] * 3)),
                     {"C": 100}, id="a colour key"),
        pytest.param(lambda pdf: image(pdf, 1, 1, PIXEL, CMYK, SMask=image(pdf, 1, 1, b"\0", Name.DeviceGray)),
                     {"C": 100}, id="SMask"),
        pytest.param(lambda pdf: image(pdf, 1, 1, b"\x7f", None, ImageMask=True, BitsPerComponent=1), {"K": 100},
                     id="a stencil"),
        pytest.param(lambda pdf: image(pdf, 1, 1, b"\xff\x00\x00", Name.DeviceRGB), {"M": 100, "Y": 100}, id="RGB"),
    ],
)  # fmt: skip
def test_images_are_taken_apart(make: Callable[[Pdf], Any], inks: Inks) -> None:
    content = CYAN + b"0 0 0 1 k " + PLACED
    found = middle(content, lambda pdf: {"XObject": {"Im": make(pdf)}})
    assert found.keys() == inks.keys()
    assert all(abs(found[ink] - share) <= 1 for ink, share in inks.items()), found


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param({"Filter": Name.DCTDecode}, id="no JPEG"),
        pytest.param({"Filter": Name.JPXDecode}, id="no JPEG 2000"),
        pytest.param({"Width": 0}, id="no pixels"),
        pytest.param({"Filter": Name.DCTDecode, "ColorSpace": Name.DeviceRGB}, id="no JPEG in RGB"),
    ],
)
def test_an_image_that_cannot_be_read_is_solid_and_told(entries: dict[str, Any]) -> None:
    make = lambda pdf: {"XObject": {"Im": image(pdf, 1, 1, PIXEL, CMYK, **entries)}}  # noqa: E731
    assert middle(PLACED, make) == {"C": 100, "M": 100, "Y": 100, "K": 100}
    (area,) = over_limit(file(PLACED, make=make))
    assert area.percent == 400


def test_a_fine_image_keeps_its_mean_and_its_mask() -> None:
    """1,000 pixels on 100 pt become 200 for a plate of 100."""
    pixels = b"\xff\x00\x00\x00\x00\x80\x00\x00" * 500_000
    stencil = lambda pdf: image(pdf, 1000, 1000, b"\x0f" * 125_000, None, ImageMask=True, BitsPerComponent=1)  # noqa: E731
    make = lambda pdf: {"XObject": {"Im": image(pdf, 1000, 1000, pixels, CMYK, Mask=stencil(pdf))}}  # noqa: E731
    made = plates(file(PLACED, make=make), 1)
    cyan, magenta = (ImageStat.Stat(each).mean[0] / 2.55 for each in made.images[:2])
    assert (cyan, magenta) == pytest.approx((9, 4.5), abs=0.5)  # half of half of 36 per cent of the page


def test_an_image_of_a_spot_overprints() -> None:
    gold = {"C": 100, "Gold": 25}
    make = lambda pdf: {"XObject": {"Im": image(pdf, 1, 1, b"\x40", GOLD)}}  # noqa: E731
    assert middle(CYAN + b"/Over gs " + PLACED, make) == gold
    assert middle(CYAN + PLACED, make) == {"Gold": 25}


def test_inline_images_count() -> None:
    drawn = b"q 60 0 0 60 20 20 cm BI /W 1 /H 1 /CS /CMYK /BPC 8 ID " + PIXEL + b" EI Q"
    assert middle(CYAN + drawn) == {"C": 100, "Y": 50, "K": 20}


def test_forms_inherit_overprint_and_colour() -> None:
    make = lambda pdf: {"XObject": {"F": form(pdf, SQUARE)}}  # noqa: E731
    assert middle(CYAN + b"/Over gs 0 0 0 1 k /F Do", make) == {"C": 100, "K": 100}
    assert middle(CYAN + b"0 0 0 1 k /F Do", make) == {"K": 100}
    both = b"0 0 0 1 k q 1 0 0 1 80 0 cm /F Do Q q /Over gs /F Do Q"
    assert middle(CYAN + both, make) == {"C": 100, "K": 100}


def test_shadings_and_patterns_have_their_inks() -> None:
    def make(pdf: Pdf) -> dict[str, Any]:
        function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0.2, 0], C1=[0, 0.8, 0.2, 1], N=1)
        axial = Dictionary(ShadingType=2, ColorSpace=CMYK, Coords=[0, 0, 100, 0], Function=function)
        cell = {"PatternType": 1, "TilingType": 1, "BBox": [0, 0, 9, 9], "XStep": 9, "YStep": 9}
        made = {
            "Axial": Dictionary(PatternType=2, Shading=axial),
            "Own": pdf.make_stream(b"0.5 0 0 1 k 0 0 9 9 re f", PaintType=1, Resources=Dictionary(), **cell),
            "Bare": pdf.make_stream(b"0 0 9 9 re f", PaintType=2, Resources=Dictionary(), **cell),
        }
        return {"Pattern": made, "Shading": {"Sh": axial}}

    shaded = {"C": 50, "M": 40, "Y": 20, "K": 50}
    for content in (b"/Sh sh", b"/Pattern cs /Axial scn" + SQUARE):
        found = middle(content, make)
        assert all(abs(found[ink] - share) <= 1 for ink, share in shaded.items())
    assert middle(b"/Pattern cs /Own scn" + SQUARE, make) == {"C": 50, "K": 100}
    assert middle(b"/Cell cs 0 1 0 0.2 /Bare scn" + SQUARE, make) == {"M": 100, "K": 20}


def test_luminosity_masks_stay_light() -> None:
    def make(pdf: Pdf) -> dict[str, Any]:
        group = form(pdf, b"1 g" + SQUARE, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
        return {"ExtGState": {"Lit": Dictionary(SMask=Dictionary(S=Name.Luminosity, G=group))}}

    assert middle(CYAN + b"/Lit gs 0 1 0 0 k 0 0 100 100 re f", make) == {"M": 100}


def test_glyph_procedures_have_their_own_inks_or_those_of_the_text() -> None:
    def make(pdf: Pdf) -> dict[str, Any]:
        procedures = Dictionary(
            a=pdf.make_stream(b"1000 0 d0 0 1 0 0.4 k 0 0 1000 1000 re f"),
            b=pdf.make_stream(b"1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f"),
        )
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 999, 999], FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=procedures, Encoding=Dictionary(Differences=Array([97, Name.a, Name.b])),
            FirstChar=97, LastChar=98, Widths=[1000, 1000], Resources=Dictionary(),
        )  # fmt: skip
        return {"Font": {"T": pdf.make_indirect(font)}}

    words = CYAN + b"BT /T 60 Tf 0 0 1 0 k 20 20 Td (%s) Tj ET"
    assert middle(words % b"a", make) == {"M": 100, "K": 40}
    assert middle(words % b"b", make) == {"Y": 100}
    assert middle(CYAN + b"/Over gs " + words[len(CYAN) :] % b"b", make) == {"C": 100, "Y": 100}


def test_hidden_text_stays_hidden_and_its_mode_comes_back() -> None:
    def make(pdf: Pdf) -> dict[str, Any]:
        return {"Font": {"T": Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)}}

    def amounts(content: bytes) -> list[bool]:
        made = plates(file(b"0 1 0 0 k 0 0 100 100 re f 0 0 0 1 k BT /T 90 Tf 20 20 Td " + content, make=make), 1)
        return [image.getextrema()[0] < 100 for image in made.images[1:2]] + [made.images[3].getextrema()[1] > 200]

    assert amounts(b"(M) Tj ET") == [True, True]
    assert amounts(b"3 Tr (M) Tj ET") == [False, False]
    assert amounts(b"/Over gs (M) Tj ET") == [False, True]
    assert amounts(b"/Over gs (M) Tj /Knock gs 0 0 Td (M) Tj ET") == [True, True]


def test_a_page_in_units_of_its_own_is_measured_in_points() -> None:
    pdf = pikepdf.open(io.BytesIO(file(b"1 1 1 1 k 10 20 30 40 re f")))
    pdf.pages[0].UserUnit = 2
    out = io.BytesIO()
    pdf.save(out)
    (area,) = over_limit(out.getvalue())
    assert area.bounds == pytest.approx((20, 40, 80, 120), abs=1)
    with opened(out.getvalue(), "PDF") as subject:
        assert (subject.sheet(1).media.width, subject.paints[0].bounds) == (200, (20, 40, 80, 120))


def test_coverage_adds_up_in_per_cent() -> None:
    sum_of = coverage(plates(file(CYAN + b"/Over gs 0 0.5 0 1 k" + SQUARE), 1))
    assert sum_of.getpixel((5, 5)) == pytest.approx(100)
    assert sum_of.getpixel((50, 50)) == pytest.approx(250, abs=0.5)


def test_black_text_is_on_the_black_plate_alone() -> None:
    book = FontBook({"text": FONTS / "BIZUDPGothic_400Regular.ttf"})
    words = lettering(book, "練馬区の改革", CharStyle(("text",), 9, "k"), "k", 20, 50)
    palette = Palette({"k": Ink("k", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))}, {})
    target = Target(name="print", colour=lambda ink: ink.cmyk, bleed=True)
    page = Page(1, "1", PageBoxes(Size(100, 100), 9), tuple(words))
    made = plates(paint([page], palette, book, target, Metadata(title="練馬", author="練馬区")), 1)
    assert [image.getextrema()[1] > 200 for image in made.images] == [False, False, False, True]
    assert made.images[:3] == (Image.new("L", made.images[0].size),) * 3


RICH = b"0.9 0.8 0.6 0 k 0 0 100 100 re f "


def test_excess_is_where_black_overprints_rich_ink() -> None:
    (area,) = over_limit(file(b"", RICH + b"/Over gs 0 0 0 1 k 20 30 60 40 re f"))
    assert (area.page, area.percent) == (2, pytest.approx(330, abs=1))
    assert [round(v) for v in area.bounds] == [20, 30, 80, 70]
    assert not over_limit(file(RICH + b"0 0 0 1 k 20 30 60 40 re f"))
    assert not over_limit(file(RICH + b"/Over gs 0 0 0 1 k 20 30 60 40 re f"), limit=340)


@pytest.mark.parametrize(("black", "told"), [(0.0, 0), (0.005, 0), (0.03, 1)])
def test_a_page_of_more_than_the_limit_is_looked_at(black: float, told: int) -> None:
    found = preflight(file(b"1 1 1 %.3f k 20 20 60 60 re f" % black), Wishes(profile="plain", limit=300))
    assert [finding.check.name for finding in found].count("coverage") == told


@pytest.mark.parametrize(("beyond", "told"), [(0.5, False), (2.5, True)])
def test_excess_of_a_per_cent_is_of_rounding(beyond: float, told: bool) -> None:
    content = b"1 1 %.3f 0 k 20 20 60 60 re f" % (0.5 + beyond / 100)
    assert bool(over_limit(file(content), limit=250)) is told


def test_excess_is_found_where_overprints_lie_on_one_another() -> None:
    stacked = b"1 0 0 .95 k 0 0 40 40 re f 0 1 0 .9 k 40 0 40 40 re f /Over gs 0 0 1 0 k 0 0 80 40 re f "
    found = preflight(file(stacked + b"1 0 0 0 k 45 0 30 30 re f"), Wishes(profile="plain", limit=300))
    (wet,) = [finding for finding in found if finding.check.name == "coverage"]
    assert wet.detail == "390 %"


def test_excess_of_images_and_of_several_places() -> None:
    pixels = b"\xff\xff\xff\x80" * 8 + b"\x00\x00\x00\x00" * 16 + b"\xff\xff\xff\xff" * 8
    make = lambda pdf: {"XObject": {"Im": image(pdf, 8, 4, pixels, CMYK)}}  # noqa: E731
    first, second = over_limit(file(b"q 80 0 0 80 10 10 cm /Im Do Q", make=make))
    assert (round(first.percent), round(second.percent)) == (350, 400)
    assert first.bounds.bottom > second.bounds.top


def test_excess_passes_over_what_is_small_and_what_lies_in_the_margin() -> None:
    all_inks = b"/All cs 1 scn "
    assert not over_limit(file(all_inks + b"50 50 4 4 re f"))
    assert over_limit(file(all_inks + b"50 50 10 10 re f"))
    with_marks = file(all_inks + b"2 2 12 12 re f 0 50 14 14 re f", bleed=(15, 15, 85, 85))
    assert not over_limit(with_marks)


@pytest.mark.parametrize(
    ("marks", "percent"),
    [
        pytest.param(b"0 50 14.5 0.3 re f", 100, id="filled, half a point from the bleed"),
        pytest.param(b"0 50 15.5 0.3 re f", math.inf, id="filled, in the bleed"),
        pytest.param(b"0.3 w 0 20 m 14.5 20 l 85.5 80 m 100 80 l S", 100, id="one path all around"),
        pytest.param(b"2 w 0 20 m 14.5 20 l S", math.inf, id="a wide line"),
        pytest.param(b"5 0 0 1 0 0 cm 0.3 w 0 20 m 2.9 20 l S", math.inf, id="a line made wide"),
    ],
)
def test_marks_beside_the_bleed_do_not_count(marks: bytes, percent: float) -> None:
    data = file(CYAN + b"/All CS 1 SCN /All cs 1 scn " + marks, bleed=(15, 15, 85, 85))
    with opened(data, "PDF") as subject:
        assert most(subject)[1].percent == pytest.approx(percent)


def test_a_page_larger_than_the_largest_plate_has_its_areas_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(separate, "LARGEST", 200)
    data = file(b"/All cs 1 scn 20 30 40 50 re f")
    (area,) = over_limit(data, dpi=1000)
    assert area.bounds == pytest.approx((20, 30, 60, 80), abs=0.1)
    assert {image.size for image in plates(data, 1, 1000).images} == {(200, 200)}


@pytest.mark.parametrize(
    ("content", "percent"),
    [
        (RICH + b"0 0 0 1 k" + SQUARE, 230),
        (RICH + b"/Over gs 0 0 0 1 k" + SQUARE, 330),
        (RICH + b"/Over gs 0 0 0 1 k /F Do", 330),
        (RICH + b"/Over gs 0 0 0 1 k BT /T 12 Tf (a) Tj ET", 230),
        (RICH + b"/Over gs 0 0 0 1 k BT /T 12 Tf 2 0 0 2 0 0 Tm (a) Tj ET", 330),
        (RICH + b"/Multiply gs 0 0 0 1 k" + SQUARE, math.inf),
        # what overprints two grounds, and then is overprinted where it lies on the lesser of them
        (
            b"1 0 0 .95 k 0 0 40 40 re f 0 1 0 .9 k 40 0 40 40 re f /Over gs 0 0 1 0 k 0 0 80 40 re f "
            b"1 0 0 0 k 45 0 30 30 re f",
            395,
        ),
        (RICH + b"/Over gs 0 0 0 1 k q /Knock gs 0 0 0 0.5 k" + SQUARE + b"Q" + SQUARE, 330),
    ],
)
def test_most_pages_are_cleared_by_their_colours_alone(content: bytes, percent: float) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    data = file(content, make=lambda pdf: {"XObject": {"F": form(pdf, SQUARE)}, "Font": {"T": font}})
    with opened(data, "PDF") as subject:
        assert most(subject)[1].percent == pytest.approx(percent)


def test_a_group_that_is_blended_is_looked_at_whatever_it_blends_within() -> None:
    inner = b"/Plain gs 0 1 0 .8 k" + SQUARE
    make = lambda pdf: {  # noqa: E731
        "XObject": {"F": form(pdf, inner, Group=Dictionary(S=Name.Transparency))},
        "ExtGState": {"Plain": Dictionary(BM=Name.Normal)},
    }
    with opened(file(b"1 0 1 0 k" + SQUARE + b"q /Multiply gs /F Do Q", make=make), "PDF") as subject:
        assert most(subject)[1].percent == math.inf


def test_many_overprints_are_left_to_the_plates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heavy, "LOOKS", 1 + 2 + 3)
    for count, percent in ((3, 330), (4, math.inf)):
        content = RICH + b"/Over gs 0 0 0 1 k" + SQUARE * count
        with opened(file(content), "PDF") as subject:
            assert most(subject)[1].percent == pytest.approx(percent)


def test_regions_that_meet_are_one() -> None:
    mask = Image.new("L", (7, 4))
    for x, y in ((0, 0), (0, 1), (1, 1), (2, 1), (2, 0), (5, 0), (6, 1), (3, 3)):
        mask.putpixel((x, y), 255)
    assert regions(mask) == [(0, 0, 3, 2, 5), (5, 0, 6, 1, 1), (6, 1, 7, 2, 1), (3, 3, 4, 4, 1)]


@pytest.mark.parametrize(
    "content",
    [
        b"k",
        b"1 k 0 0 9 9 re f",
        b"/No gs /No Do /No sh",
        b"Q Q q",
        b"/No cs 1 scn 0 0 9 9 re f",
        b"<< [ (",
        b"/X cs /P scn f",
    ],
)
def test_odd_content_gives_plates_all_the_same(content: bytes) -> None:
    data = file(content)
    assert len(plates(data, 1).images) == 6
    assert over_limit(data) == ()


def test_a_form_within_itself_ends() -> None:
    def make(pdf: Pdf) -> dict[str, Any]:
        inner = pdf.make_indirect(form(pdf, b"1 0 0 0 k 0 0 99 99 re f /X Do"))
        inner.Resources = Dictionary(XObject=Dictionary(X=inner))
        return {"XObject": {"X": inner}}

    assert middle(b"/X Do", make) == {"C": 100}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.6 and no more", b"\0" * 99])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    with pytest.raises(Failure, match="no PDF"):
        over_limit(data)


def test_a_page_that_cannot_be_taken_apart_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Damage that pikepdf tells with a RuntimeError: the desk says what it could not look at, and goes on."""

    def damaged(*_: Any) -> Any:
        raise RuntimeError("std::bad_cast")

    monkeypatch.setattr("report.conform.plates.separate.page_content", damaged)
    data = file(b"/All cs 1 scn 20 30 40 50 re f")
    with pytest.raises(Failure, match="page 1 cannot be read"):
        plates(data, 1)
    found = preflight(data, Wishes(profile="plain", limit=300))
    assert [each.detail for each in found if each.check.name == "unchecked"] == ["coverage"]
