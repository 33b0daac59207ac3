"""Faces inside the file: kinds, subsets, and text that comes out again."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest

from report.messages import Failure
from report.page import Item
from report.paint.embed import _width_array, to_unicode
from report.paint.target import Metadata, pdf_date
from report.style.fonts import FontBook

Painted = Callable[..., bytes]
Line = Callable[..., list[Item]]
IVS = "葛\U000e0100城"


def fonts_of(data: bytes) -> list[pikepdf.Dictionary]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = pdf.pages[0].Resources.Font
        return [
            {
                "subtype": str(font.Subtype),
                "encoding": str(font.Encoding),
                "name": str(font.BaseFont),
                "kind": str(font.DescendantFonts[0].Subtype),
                "file": next(key for key in font.DescendantFonts[0].FontDescriptor if str(key).startswith("/FontFile")),
            }
            for font in found.values()
        ]


def extracted(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return pdf[0].get_textpage().get_text_range().replace("\r\n", "")
    finally:
        pdf.close()


@pytest.mark.parametrize(
    ("face", "kind", "file"),
    [
        ("text", "/CIDFontType2", "/FontFile2"),
        ("named", "/CIDFontType0", "/FontFile3"),
        ("keyed", "/CIDFontType0", "/FontFile3"),
    ],
)
def test_faces_are_embedded_as_cid_subsets(painted: Painted, line: Line, face: str, kind: str, file: str) -> None:
    data = painted(line("練区A", 20, 50, face))
    (font,) = fonts_of(data)
    assert (font["subtype"], font["encoding"], font["kind"], font["file"]) == ("/Type0", "/Identity-H", kind, file)
    assert font["name"][7] == "+"
    assert extracted(data) == "練区A"


@pytest.mark.parametrize("text", ["𠮷野家の𩸽", IVS, "が、「々」—①…", "ABC 12,345人 ½"])
def test_text_comes_out_as_it_went_in(painted: Painted, line: Line, text: str) -> None:
    data = painted(line(text, 20, 50, "noto", features=("palt",)))
    assert extracted(data) == text


@pytest.mark.parametrize("text", ["X\u0301Yx\u0301y", "あ\u3099い", "か\u309aき"])
def test_marks_come_out_with_their_characters(painted: Painted, line: Line, text: str) -> None:
    assert extracted(painted(line(text, 20, 50, "text"))) == text


@pytest.mark.parametrize("face", ["named", "keyed"])
def test_cff_glyphs_are_the_ones_meant(painted: Painted, line: Line, face: str) -> None:
    """The bars of the test face grow with the character's index: measure the ink of each, to a tenth of the em."""
    heights = {}
    for character in "馬B":
        data = painted(line(character, 50, 150, face, size=100))
        pdf = pypdfium2.PdfDocument(data)
        grey = pdf[0].render(scale=1).to_pil().convert("L")
        pdf.close()
        _, top, _, bottom = grey.point(lambda v: 255 if v < 128 else 0).getbbox()
        heights[character] = round((bottom - top) / 10)
    assert heights == {"馬": 3, "B": 7}


def test_a_subset_is_small_and_named_by_its_glyphs(painted: Painted, line: Line) -> None:
    one, other = painted(line("練馬", 20, 50, "text")), painted(line("練区", 20, 50, "text"))
    assert len(one) < 6000
    assert fonts_of(one)[0]["name"] != fonts_of(other)[0]["name"]


def with_rights(book: FontBook, face: str, rights: int, monkeypatch: pytest.MonkeyPatch) -> None:
    book.face(face).refusal  # noqa: B018  (opens the face before its rights are changed)
    monkeypatch.setitem(book.face(face).__dict__, "_rights", rights)


@pytest.mark.parametrize(("face", "rights"), [("text", 0x0002), ("text", 0x0200), ("named", 0x0100)])
def test_a_face_whose_licence_forbids_it_is_refused(
    book: FontBook, painted: Painted, line: Line, monkeypatch: pytest.MonkeyPatch, face: str, rights: int
) -> None:
    items = line("練馬", 20, 50, face)
    with_rights(book, face, rights, monkeypatch)
    with pytest.raises(Failure, match=f'the face "{face}" cannot go into a PDF: its licence bits'):
        painted(items)
    assert [refusal.severity for refusal in book.refusals()] == ["error"]


def test_a_face_that_must_not_be_cut_goes_in_whole(
    book: FontBook, painted: Painted, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_rights(book, "number", 0x0100, monkeypatch)
    data = painted(line("12.5", 20, 50, "number"))
    assert fonts_of(data)[0]["name"] == "/BarlowSemiCondensed-SemiBold"
    assert extracted(data) == "12.5"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        font = next(iter(pdf.pages[0].Resources.Font.values()))
        program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    assert program == book.face("number").path.read_bytes()


def test_widths_are_written_compactly() -> None:
    widths = {1: 500, 2: 510, 3: 1000, 4: 1000, 5: 300, 6: 300, 7: 300, 8: 300, 9: 20, 11: 30}
    assert _width_array(widths) == "[1[500 510] 5 8 300 9[20] 11[30]]"


def test_a_cmap_has_a_line_for_each_glyph_a_hundred_in_a_block() -> None:
    cmap = to_unicode({255: "A", 256: "ff", 257: "𠮷"}).decode()
    assert "3 beginbfchar\n<00FF> <0041>\n<0100> <00660066>\n<0101> <D842DFB7>\nendbfchar" in cmap
    many = to_unicode({i: "A" for i in range(1, 102)}).decode()
    assert "100 beginbfchar\n<0001>" in many and "1 beginbfchar\n<0065> <0041>\nendbfchar" in many


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2024-03-29", "D:20240329"),
        ("2024-03-29T09:00+09:00", "D:20240329090000+09'00'"),
        ("2024-03-29T00:00:05Z", "D:20240329000005Z"),
    ],
)
def test_dates(iso: str, expected: str) -> None:
    assert pdf_date(iso) == expected


def test_a_bad_date_is_told(painted: Painted) -> None:
    with pytest.raises(Failure, match="令和6年"):
        painted([], metadata=Metadata(title="x", created="令和6年"))
