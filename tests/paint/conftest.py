"""What painter tests share: faces, a small palette, pages made by hand, small CFF faces."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report.artwork import lettering
from report.page import Item, Page, PageBoxes
from report.paint.canvas import paint
from report.paint.target import SCREEN, Metadata
from report.style.fonts import FontBook
from report.style.palette import Ink, Palette
from report.style.text import CharStyle
from report.units import Size

FONTS = Path(__file__).parents[2] / "fonts"
INKS = {"ink": (0.1, 0.1, 0.1), "base": (0.0, 0.4, 0.2)}
PALETTE = Palette({name: Ink(name, rgb, (0.0, 0.0, 0.0, 1.0)) for name, rgb in INKS.items()}, {})
META = Metadata(title="改革ねりま", author="練馬区", created="2024-03-29")


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> FontBook:
    folder = tmp_path_factory.mktemp("faces")
    faces = {
        "text": FONTS / "BIZUDPGothic_400Regular.ttf",
        "noto": FONTS / "NotoSansJP_400Regular.ttf",
        "number": FONTS / "BarlowSemiCondensed_600SemiBold.ttf",
    }
    for name in ("named", "keyed"):
        faces[name] = folder / f"{name}.otf"
        make_cff(faces[name], keyed=name == "keyed")
    return FontBook(faces)


def make_cff(path: Path, keyed: bool) -> None:
    """A face with CFF outlines: bars of different heights for a few characters; keyed: by CID, the CIDs out of step."""
    from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    characters = "練馬区𠮷AB"
    names = [".notdef"] + [f"cid{i * 7 + 5:05d}" if keyed else f"g{i}" for i in range(len(characters))]
    charstrings = {}
    for i, name in enumerate(names):
        pen = T2CharStringPen(600 + 50 * i, None)
        for place, point in enumerate([(50, 0), (500, 0), (500, 100 + 100 * i), (50, 100 + 100 * i)]):
            (pen.lineTo if place else pen.moveTo)(point)
        pen.closePath()
        charstrings[name] = pen.getCharString()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(c): name for c, name in zip(characters, names[1:], strict=True)})
    builder.setupCFF("Test-Bars", {"FullName": "Test Bars"}, charstrings, {})
    builder.setupHorizontalMetrics({name: (600 + 50 * i, 50) for i, name in enumerate(names)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Test Bars", "styleName": "Regular", "psName": "Test-Bars"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    if keyed:
        top = builder.font["CFF "].cff.topDictIndex[0]
        font_dict = FontDict()
        font_dict.setCFF2(False)
        font_dict.Private = top.Private
        top.ROS = ("Adobe", "Identity", 0)
        top.CIDCount = 100
        top.FDArray = FDArrayIndex()
        top.FDArray.append(font_dict)
        top.FDSelect = FDSelect()
        top.FDSelect.format = 3
        top.FDSelect.gidArray = [0] * len(names)
        strings = top.CharStrings
        strings.fdSelect, strings.fdArray = top.FDSelect, top.FDArray
        for name in names:
            strings[name].private = font_dict.Private
        for entry in ("Private", "Encoding"):
            top.rawDict.pop(entry, None)
            top.__dict__.pop(entry, None)
    builder.save(path)


@pytest.fixture(scope="session")
def line(book: FontBook) -> Callable[..., list[Item]]:
    """A line of text at a baseline: line("練馬", 50, 100, "text", size=12)."""

    def make(text: str, x: float, y: float, *faces: str, size: float = 10, **style: object) -> list[Item]:
        return [*lettering(book, text, CharStyle(faces, size, "ink", **style), "ink", x, y)]  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def painted(book: FontBook) -> Callable[..., bytes]:
    """The file of pages that hold the given lists of items, 300 × 200 pt each."""

    def make(*contents: list[Item], target: object = SCREEN, metadata: Metadata = META) -> bytes:
        boxes = PageBoxes(Size(300, 200), 9)
        pages = [Page(i, str(i), boxes, tuple(items)) for i, items in enumerate(contents, start=1)]
        return paint(pages, PALETTE, book, target, metadata)  # type: ignore[arg-type]

    return make
