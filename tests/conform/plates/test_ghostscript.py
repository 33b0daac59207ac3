"""Plates beside Ghostscript's, every one of every page, and their sum: within 2 per cent of all the ink there is.

The mean counts every pixel. The 99.9th percentile of the differences counts those of even ground: where Ghostscript's
plate varies by no more than 2 of 255 in the 5 × 5 pixels around. At edges the two smooth differently, by half a pixel.
"""

from __future__ import annotations

from functools import reduce
from itertools import accumulate
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops, ImageFilter, ImageMath, ImageStat
from plate_files import file, form, image, tint

from report.artwork.shelf import Inks
from report.artwork.svg import read_svg
from report.cache import Cache
from report.conform.plates.separate import separating, total
from report.messages import Report
from report.page import Page, PageBoxes, placed
from report.paint.canvas import paint
from report.paint.target import PRINT as PLATED
from report.paint.target import Metadata, Target
from report.pipeline import Wish, lay_out, metadata
from report.style.fonts import FontBook
from report.style.palette import Ink, Palette
from report.units import Size
from tests.validators import ghostscript_images

NEAR = 2.0  # per cent; antialiasing and the rounding of shadings differ
CYAN = b"1 0 0 0 k 0 0 100 100 re f "
SQUARE = b" 20 20 60 60 re f "
PRINT = Target(name="print", colour=lambda ink: ink.cmyk, bleed=True)
PAGES = (
    b"0.2 0.4 0.6 0.8 k" + SQUARE,
    CYAN + b"/Over gs 0 0 0 1 k" + SQUARE,
    CYAN + b"/Over0 gs 0 0 0 1 k" + SQUARE,
    CYAN + b"0 0 0 0 k" + SQUARE,
    CYAN + b"/Gold cs 0.7 scn" + SQUARE,
    CYAN + b"/Over gs /Gold cs 0.7 scn" + SQUARE,
    b"/Gold cs 1 scn" + SQUARE + b"/Over gs 0.5 0 0 0 k 0 0 50 50 re f",
    CYAN + b"/Over gs /Black cs 1 scn" + SQUARE,
    CYAN + b"/Two cs 0.3 0.9 scn" + SQUARE,
    CYAN + b"/Over gs 0 g" + SQUARE,
    CYAN + b"/Half gs 0 1 0 0.5 k" + SQUARE,
    b"0.5 0 0 0.2 k 0 0 100 100 re f /Multiply gs 0.5 1 0 0.5 k" + SQUARE,
    b"/Table cs 1 scn" + SQUARE,
    CYAN + b"/Over gs 0 0 0 1 k /F Do",
    CYAN + b"q 60 0 0 60 20 20 cm /Im Do Q",
    CYAN + b"/Over gs q 60 0 0 60 20 20 cm /Im Do Q",
    CYAN + b"q 60 0 0 60 20 20 cm /Spot Do Q",
    CYAN + b"q 60 0 0 60 20 20 cm /Soft Do Q",
    b"/Sh sh",
    CYAN + b"/Over gs /Sh sh",
    CYAN + b"q 60 0 0 60 20 20 cm /Key Do Q",
    CYAN + b"/Over gs q 60 0 0 60 20 20 cm /Gray Do Q",
    CYAN + b"/Multiply gs /Group Do",
    CYAN + b"/Nothing cs 1 scn" + SQUARE,
    b"/Gold cs 1 scn 0 0 100 100 re f /Over gs 0 0 0 0 k" + SQUARE,
    b"0 0 1 0 k 0 0 100 100 re f /Over gs /Half gs 0 0 0 1 k" + SQUARE,
)


Told = dict[tuple[int, str, str], float]


def differences(pdf: bytes, folder: Path) -> Told:
    """By page, plate and measure: what is further from Ghostscript's than it may be, in per cent."""
    (folder / "file.pdf").write_bytes(pdf)
    wanted = ghostscript_images(folder / "file.pdf", folder)
    found: Told = {}
    with separating(pdf) as separator:
        for made in separator.plates(range(1, len(separator.sheets) + 1), 72):
            page, theirs = made.sheet.number, wanted[made.sheet.number - 1]
            size = next(iter(theirs.values())).size  # PDFium takes one pixel more where the page ends within one
            pairs = {
                name: (image.crop((0, 0, *size)), theirs.get(name) or Image.new("L", size))
                for name, image in zip(made.names, made.images, strict=True)
            }
            for name, (ours, their) in pairs.items():
                found[page, name, "mean"] = mean(ours) - mean(their)
                found[page, name, "even ground"] = percentile(ImageChops.difference(ours, their), even(their))
            ours_all, theirs_all = (total([(pair[i], 1) for pair in pairs.values()]) for i in (0, 1))
            found[page, "all", "mean"] = sum(mean(a) - mean(b) for a, b in pairs.values())
            apart = ImageMath.lambda_eval(
                lambda args: abs(args["a"] - args["b"]) * 2.55 + 0.5, a=ours_all, b=theirs_all
            ).convert("L")
            ground = reduce(ImageChops.darker, (even(their) for _, their in pairs.values()))
            found[page, "all", "even ground"] = percentile(apart, ground)
    assert {page for page, *_ in found} == {*range(1, len(wanted) + 1)}
    return {key: round(value, 2) for key, value in found.items() if abs(value) > NEAR}


def mean(image: Image.Image) -> float:
    return ImageStat.Stat(image).mean[0] / 2.55


def even(image: Image.Image) -> Image.Image:
    """255 where an image does not vary."""
    most, least = image.filter(ImageFilter.MaxFilter(5)), image.filter(ImageFilter.MinFilter(5))
    return ImageChops.difference(most, least).point([255 if value <= 2 else 0 for value in range(256)])


def percentile(image: Image.Image, where: Image.Image, share: float = 0.999) -> float:
    """In per cent, what no more than a thousandth of the pixels exceeds."""
    counts = image.histogram(where)
    seen = list(accumulate(counts))
    return next(value for value, count in enumerate(seen) if count >= share * seen[-1]) / 2.55


def test_small_pages_agree(tmp_path: Path) -> None:
    def make(pdf):  # type: ignore[no-untyped-def]
        pixels = bytes(value for y in range(16) for x in range(16) for value in (x * 16, y * 16, 128, x * y % 200))
        ramp = bytes(x * 16 for _ in range(16) for x in range(16))
        function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0.2, 0], C1=[0, 0.8, 0.2, 1], N=1)
        isolated = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
        soft = image(pdf, 16, 16, ramp, Name.DeviceGray)
        return {
            "XObject": {
                "F": form(pdf, SQUARE),
                "Group": form(pdf, b"0 1 0 0 k" + SQUARE + b"0 0 0 0 k 40 40 20 20 re f", Group=isolated),
                "Gray": image(pdf, 16, 16, ramp, Name.DeviceGray),
                "Key": image(pdf, 16, 16, pixels, Name.DeviceCMYK, Mask=Array([0, 64, *[0, 255] * 3])),
                "Im": image(pdf, 16, 16, pixels, Name.DeviceCMYK),
                "Spot": image(pdf, 16, 16, ramp, tint("Gold", 0, 0.2, 0.8, 0.1)),
                "Soft": image(pdf, 16, 16, pixels, Name.DeviceCMYK, SMask=soft),
            },
            "Shading": {
                "Sh": Dictionary(
                    ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 0, 100, 0]), Function=function
                )
            },
        }

    assert differences(file(*PAGES, make=make), tmp_path) == {}


@pytest.fixture
def brochure(project: Path, cache: Path) -> bytes:
    """The small project in inks, without structure."""
    laid = lay_out(Wish(project / "data/brochure.yaml", cache=Cache(cache)), Report())
    return paint(laid.pages, laid.sheet.palette, laid.sheet.fonts, PRINT, metadata(laid.brochure))


def test_a_brochure_agrees(brochure: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "plates"
    folder.mkdir()
    assert differences(brochure, folder) == {}


DRAWN = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><defs>
<linearGradient id="l"><stop offset="0" stop-color="#F00"/><stop offset="1" stop-color="#0A0"/></linearGradient>
<radialGradient id="r"><stop offset="0" stop-color="#C90"/><stop offset="1" stop-color="#FFF" stop-opacity="0"/>
</radialGradient><mask id="m"><rect width="100" height="100" fill="#999"/></mask>
<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#00F"/></pattern>
</defs><rect width="100" height="40" fill="url(#l)"/><rect y="20" width="60" height="40" fill="#00F" opacity=".4"/>
<g opacity=".5"><rect x="30" y="30" width="30" height="50" fill="#C90"/><rect x="50" y="50" width="40" height="40"/></g>
<circle cx="30" cy="70" r="28" fill="url(#r)"/><rect x="60" y="5" width="35" height="60" fill="#F00" mask="url(#m)"/>
<rect x="5" y="60" width="40" height="35" fill="url(#p)" stroke="#0A0" stroke-opacity=".5" stroke-width="4"/></svg>"""


def test_a_drawing_with_gradients_and_opacity_agrees(tmp_path: Path) -> None:
    inks = {"#FF0000": "red", "#00AA00": "green", "#0000FF": "blue", "#CC9900": "gold"}
    palette = Palette(
        {
            "red": Ink("red", (1, 0, 0), (0, 0.9, 1, 0)),
            "green": Ink("green", (0, 0.7, 0), (0.8, 0, 0.9, 0.1)),
            "blue": Ink("blue", (0, 0, 1), (1, 0.7, 0, 0)),
            "gold": Ink("gold", (0.8, 0.6, 0), (0, 0.2, 1, 0.2), "Gold"),
        },
        {},
    )
    drawing = read_svg(DRAWN.encode(), "k", "k.svg", Inks(lambda colour: inks.get(colour, colour)), Report())
    assert drawing
    pages = [Page(1, "1", PageBoxes(Size(100, 100), 0.0), (placed(drawing, 0, 0),))]
    content = paint(pages, palette, FontBook({}), PLATED, Metadata(title="x"))
    assert differences(content, tmp_path) == {}
