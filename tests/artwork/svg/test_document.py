"""Bytes of all kinds: read, or told with a place."""

from __future__ import annotations

import gzip

import pytest

from report.artwork.shelf import Inks
from report.artwork.svg import read_svg
from report.messages import Report

SVG = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"'
BODY = f'<svg {SVG}><title>高松町ｱ</title><g id="層"><rect class="形" width="9" height="9"/></g></svg>'
STYLED = BODY.replace("<g", "<style>.形{fill:#123456}</style><g")

TITLE, LAYER = BODY.index("高") + 1, BODY.index("層") + 1  # columns count characters, not bytes


def read(data: bytes) -> tuple[bool, list[str]]:
    report = Report()
    drawing = read_svg(data, "picture:x", "x.svg", Inks(lambda c: c), report)
    return drawing is not None, [str(d) for d in report.diagnostics]


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("", "utf-8"), ("", "utf-8-sig"), ("UTF-8", "utf-8"), ("utf8", "utf-8"), ("Shift_JIS", "utf-8-sig"),
        ("UTF-16", "utf-16"), ("", "utf-16"), ("UTF-16LE", "utf-16-le"), ("", "utf-16-be"), ("UTF-32", "utf-32"),
        ("Shift_JIS", "shift_jis"), ("SHIFT_JIS", "cp932"), ("Windows-31J", "cp932"), ("x-sjis", "cp932"),
        ("EUC-JP", "euc_jp"), ("x-euc-jp", "euc_jp"), ("ISO-2022-JP", "iso2022_jp_ext"), ("gb18030", "gb18030"),
        ("utf-16", "utf-8"),
    ],
)  # fmt: skip
def test_encodings_are_read(declared: str, codec: str) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>\n' if declared else ""
    report = Report()
    drawing = read_svg((head + STYLED).encode(codec), "k", "x.svg", Inks(lambda c: c), report)
    assert report.diagnostics == ()
    assert drawing is not None and drawing.items[0].fill == "#123456"


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "latin1", "iso-8859-15", "macintosh"])
def test_encodings_of_one_byte_are_read(declared: str) -> None:
    data = f'<?xml version="1.0" encoding="{declared}"?><svg {SVG}><title>é</title><rect width="9" height="9"/></svg>'
    assert read(data.encode(declared)) == (True, [])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "x.svg:1:1: error: the file is empty"),
        (b" \r\n\0\0", "x.svg:1:1: error: the file is empty"),
        (b'<?xml version="1.0" encoding="klingon"?>' + BODY.encode(), 'x.svg:1:1: error: the encoding "klingon"'),
        (b'<?xml version="1.0" encoding="rot13"?>' + BODY.encode(), 'x.svg:1:1: error: the encoding "rot13"'),
        (b'<?xml version="1.0" encoding="hex"?>' + BODY.encode(), 'x.svg:1:1: error: the encoding "hex"'),
        (b'<?xml version="1.0" encoding="unicode_escape"?>' + BODY.encode(), 'the encoding "unicode_escape"'),
        (b'<?xml version="1.0" encoding="../x"?>' + BODY.encode(), 'the encoding "../x"'),
        (
            b'<?xml version="1.0" encoding="us-ascii"?>\n' + BODY.encode(),
            f"x.svg:2:{TITLE}: error: the file is not in the",
        ),
        (BODY.encode("shift_jis"), f"x.svg:1:{TITLE}: error: the file is not in the encoding it should be in, utf-8"),
        (b'<?xml version="1.0" encoding="EUC-JP"?>\n\n' + BODY.encode("cp932"), "x.svg:3:"),
        (BODY.encode("utf-16")[:-1], "error: the file is not in the encoding it should be in, utf-16"),
        (BODY.encode()[:-7], "error: not well-formed XML"),
        (BODY[:-12].encode(), "error: not well-formed XML"),
        (BODY.replace("<g", "\0<g").encode(), "error: not well-formed XML"),
        (BODY.replace('id="', 'id="\1').encode(), f"x.svg:1:{LAYER}: error: not well-formed XML"),
        (b"hello", "x.svg:1:1: error: not well-formed XML"),
        (gzip.compress(BODY.encode()), "x.svg:1:1: error: the file is packed (SVGZ)"),
        (b"\x89PNG\r\n\x1a\n....", "x.svg:1:1: error: the file is PNG, not SVG"),
        (b"\xff\xd8\xff\xe0....", "the file is JPEG, not SVG"),
        (b"%PDF-1.7", "the file is PDF, not SVG"),
        (b"<!DOCTYPE html><html><br></html>", "x.svg:1:15: error: <html> does not begin an SVG drawing"),
        (b"<html><br></html>", "x.svg:1:1: error: <html> does not begin an SVG drawing"),
        (b'<svg viewBox="0 0 1 1"/>', 'the first element is <svg xmlns="http://www.w3.org/2000/svg">'),
        (f"<svg {SVG}><use xlink:href='#a'/></svg>".encode(), "unbound prefix"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, told: str) -> None:
    taken, said = read(data)
    assert not taken and len(said) == 1
    assert told in said[0] and "hint: " in said[0]


ILLUSTRATOR = """<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
  <!ENTITY ns_svg "http://www.w3.org/2000/svg">
  <!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
  <!ENTITY st0 "fill:#123456;">
]>
<svg xmlns="&ns_svg;" xmlns:i="&ns_ai;" viewBox="0 0 9 9"><switch>
<foreignObject requiredExtensions="&ns_ai;" width="1" height="1">
<i:pgfRef xlink:href="#a" xmlns:xlink="x"/></foreignObject>
<g i:extraneous="self"><rect style="&st0;" width="9" height="9"/></g></switch><i:pgf id="a">eJzs</i:pgf></svg>"""


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        '<!DOCTYPE svg SYSTEM "svg11.dtd">',
        "<!DOCTYPE svg>",
        "<!DOCTYPE svg []>",
        '<!DOCTYPE svg [<!ATTLIST svg xmlns:a CDATA #FIXED "http://ns.adobe.com/">]>',
        '<?xpacket begin=""?><?xml-model href="a"?><!-- Generator: 図 -->',
    ],
)
def test_a_document_type_as_programs_write_it_is_taken(prolog: str) -> None:
    assert read((prolog + BODY).encode()) == (True, [])


def test_entities_of_illustrator_are_taken() -> None:
    report = Report()
    drawing = read_svg(ILLUSTRATOR.encode(), "k", "x.svg", Inks(lambda c: c), report)
    assert report.diagnostics == ()
    assert drawing is not None and [shape.fill for shape in drawing.items] == ["#123456"]


@pytest.mark.parametrize(
    ("declared", "used", "told"),
    [
        ('<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">', "&b;", "x.svg:1:60: error: the entity b"),
        ('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;", "the entity x"),
        ('<!ENTITY x PUBLIC "p" "http://example.com/x">', "&x;", "the entity x"),
        ('<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;', "", "the entity x"),
        ("<!ENTITY % x '<!ENTITY y \"a\">'> %x;", "&y;", "the entity x"),
        ('<!ENTITY x "<rect/>">', "&x;", "the entity x"),
        ('<!ENTITY x "&#60;rect/>">', "&x;", "the entity x"),
        (f'<!ENTITY x "{"a" * 9000}">', "&x;" * 1000, "the entity x is too long"),
        ("", "&nbsp;", "undefined entity"),
        ("%x;", "", "the entity x"),
    ],
)
def test_entities_that_are_more_than_a_short_text_are_told(declared: str, used: str, told: str) -> None:
    for body in (f"<desc>{used}</desc>", f"<g id='{used}'/>"):
        taken, said = read(f'<!DOCTYPE svg SYSTEM "a.dtd" [{declared}]><svg {SVG}>{body}</svg>'.encode())
        assert not taken and len(said) == 1 and told in said[0]


def test_a_document_of_too_many_elements_is_told() -> None:
    _, said = read(f"<svg {SVG}>{'<g/>' * 50_000}</svg>".encode())
    assert ["more than 50,000 elements" in line for line in said] == [True]
