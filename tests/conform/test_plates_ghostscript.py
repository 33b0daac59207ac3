"""Plates beside Ghostscript's: the mean of every plate of every page within 2 per cent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageStat
from plate_files import file, form, image, tint

from report.conform.plates import coverage, separating
from report.diagnostics import Report
from report.paint.canvas import paint
from report.paint.target import Target
from report.pipeline import lay_out, metadata
from tests.validators import ghostscript_plates

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
)


def differences(pdf: bytes, folder: Path) -> dict[tuple[int, str], float]:
    """How far each page's plates, and their sum, are from Ghostscript's, in per cent; those that are too far."""
    (folder / "file.pdf").write_bytes(pdf)
    wanted = ghostscript_plates(folder / "file.pdf", folder)
    found = {}
    with separating(pdf) as separator:
        for made in separator.plates(range(1, len(separator.sheets) + 1), 72):
            page = made.sheet.number
            means = {n: ImageStat.Stat(i).mean[0] / 2.55 for n, i in zip(made.names, made.images, strict=True)}
            found |= {(page, name): mean - wanted[page - 1].get(name, 0.0) for name, mean in means.items()}
            found[page, "all"] = coverage(made).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)) - sum(
                wanted[page - 1].values()
            )
    return {key: round(value, 2) for key, value in found.items() if abs(value) > NEAR}


def test_small_pages_agree(tmp_path: Path) -> None:
    def make(pdf):  # type: ignore[no-untyped-def]
        pixels = bytes(value for y in range(16) for x in range(16) for value in (x * 16, y * 16, 128, x * y % 200))
        ramp = bytes(x * 16 for _ in range(16) for x in range(16))
        function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0.2, 0], C1=[0, 0.8, 0.2, 1], N=1)
        soft = image(pdf, 16, 16, ramp, Name.DeviceGray)
        return {
            "XObject": {
                "F": form(pdf, SQUARE),
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
    environment = {**os.environ, "REPORT_CACHE": str(cache)}
    laid = lay_out(project / "data/brochure.yaml", environment, Report(), lambda stage: None)
    return paint(laid.pages, laid.sheet.palette, laid.sheet.fonts, PRINT, metadata(laid.brochure))


def test_a_brochure_agrees(brochure: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "plates"
    folder.mkdir()
    assert differences(brochure, folder) == {}
