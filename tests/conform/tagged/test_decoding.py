"""What codes of a font stand for: ToUnicode as programs write it, encodings and glyph names where there is none."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from report.conform.tagged.decoding import Decoder, to_unicode_of


@pytest.mark.parametrize(
    ("cmap", "expected"),
    [
        (b"2 beginbfchar <0001> <7DF4> <0002> <D842DFB7> endbfchar", {1: "練", 2: "𠮷"}),
        (b"1 beginbfchar\n<03><0066 0066 0069>\nendbfchar", {3: "ffi"}),
        (b"1 beginbfrange <0010> <0012> <3042> endbfrange", {16: "あ", 17: "ぃ", 18: "い"}),
        (b"1 beginbfrange <10> <11> [<7DF4> <99AC>] endbfrange", {16: "練", 17: "馬"}),
        (b"1 beginbfrange <0001> <0002> <D842DFB6> endbfrange", {1: "𠮶", 2: "𠮷"}),
        (b"% <0001> <0041>\n/R (Adobe) << /A 1 >> 1 begincodespacerange <00> <FF> endcodespacerange", {}),
        (b"1 beginbfrange <0000> <FFFFFF> [ endbfrange <01", {}),
        (b"1 beginbfchar <05> <41> <06> endbfchar", {5: "A"}),
    ],
)
def test_tounicode_is_read(cmap: bytes, expected: dict[int, str]) -> None:
    assert to_unicode_of(cmap) == expected


@pytest.mark.parametrize(
    ("font", "data", "expected"),
    [
        (Dictionary(Subtype=Name.TrueType, Encoding=Name.WinAnsiEncoding), b"A\x96\xe9", ["A", "–", "é"]),
        (Dictionary(Subtype=Name.Type1, Encoding=Name.MacRomanEncoding), b"\x8e", ["é"]),
        (
            Dictionary(
                Subtype=Name.Type1,
                Encoding=Dictionary(Differences=Array([1, Name.three, Name("/uni7DF4"), Name("/A.sc"), Name.g17])),
            ),
            b"\x01\x02\x03\x04Z",
            ["3", "練", "A", "", "Z"],
        ),
        (Dictionary(Subtype=Name.Type0, Encoding=Name("/UniJIS-UTF16-H")), "練馬".encode("utf-16-be"), ["練", "馬"]),
        (Dictionary(Subtype=Name.Type0, Encoding=Name("/90ms-RKSJ-H")), "練ﾏA".encode("cp932"), ["練", "ﾏ", "A"]),
        (Dictionary(Subtype=Name.Type0, Encoding=Name("/Identity-H")), b"\x00\x01\x00", [None, None]),
    ],
)
def test_fonts_without_tounicode_are_read_by_their_encoding(
    font: Dictionary, data: bytes, expected: list[str | None]
) -> None:
    decoder = Decoder(font)
    assert [decoder.text(code) for code in decoder.codes(data)] == expected


def test_a_cmap_says_how_long_codes_are() -> None:
    pdf = pikepdf.new()
    encoding = pdf.make_stream(b"1 begincodespacerange <00> <FF> endcodespacerange")
    font = Dictionary(
        Subtype=Name.Type0, Encoding=encoding, ToUnicode=pdf.make_stream(b"1 beginbfchar <41> <0042> endbfchar")
    )
    decoder = Decoder(font)
    assert [decoder.text(code) for code in decoder.codes(b"AA")] == ["B", "B"]
