"""The text of an SVG file: which encoding it is in, and what is no SVG at all.

In: bytes. Out: a string. Multi-byte encodings are decoded here, since expat knows UTF-8 and UTF-16 only.
"""

from __future__ import annotations

import codecs
import re

from report.artwork.svg.faults import UTF8, SvgError
from report.messages import message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
# As web browsers understand these names: what Windows programs call Shift_JIS holds its own characters too.
_MEANT = {
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "ms_kanji": "cp932",
    "windows-31j": "cp932", "x-euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp_ext", "iso-8859-1": "cp1252",
    "latin1": "cp1252",
}  # fmt: skip
# Decoders of Python that no program writes drawings in; some make characters of plain letters.
_NOT_MEANT = {"idna", "punycode", "raw-unicode-escape", "raw_unicode_escape", "unicode-escape", "unicode_escape",
              "undefined", "utf-7"}  # fmt: skip
_FORMATS = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"%PDF", "PDF"), (b"%!PS", "PostScript"),
    (b"RIFF", "WebP"), (b"PK\3\4", "ZIP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"8BPS", "Photoshop"),
)  # fmt: skip


def decoded(data: bytes) -> str:
    """The file's text, without a byte order mark. Raises SvgError."""
    if data.startswith(b"\x1f\x8b"):
        raise SvgError(message("svg-packed"), line=1)
    for mark, name in _FORMATS:
        if data.startswith(mark):
            raise SvgError(message("svg-other-format", format=name), line=1)
    if not data.strip(b"\0 \t\r\n"):
        raise SvgError(message("svg-empty"), line=1)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :], name, name.removesuffix("-le").removesuffix("-be"))
    for mark, name in _UNMARKED:
        if data.startswith(mark):
            return _text(data, name, name[:-3])
    found = re.match(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"'<>]{0,80})["']""", data)
    told = found[1].decode("ascii", "replace").strip() if found else "utf-8"
    return _text(data, _codec(told), told)


def _codec(told: str) -> str:
    """The decoder of a declared encoding."""
    name = told.lower()
    if name.startswith(("utf-16", "utf-32", "utf16", "ucs-2", "iso-10646-ucs")):
        return "utf-8"  # the declaration could be read as ASCII, so this cannot be
    try:
        info = codecs.lookup(_MEANT.get(name, name))
        if info.name not in _NOT_MEANT and codecs.decode(b"<?xml", info.name) == "<?xml":
            return info.name
    except (LookupError, ValueError, TypeError):
        pass
    raise SvgError(message("encoding-unknown", name=told), UTF8, line=1)


def _text(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec, "replace")
    except (LookupError, ValueError, TypeError):  # a decoder of something else than text
        raise SvgError(message("encoding-unknown", name=name), UTF8, line=1) from None
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    raise SvgError(message("encoding-wrong", name=name), UTF8, line, column)
