"""What a font file says about itself: for people choosing faces (`report fonts`), not for a build.

In: a FontFace. Out: FontFacts, with the shares of the scripts and kanji levels of JIS X 0208 that the face covers, as
an office would ask for them.
"""

from __future__ import annotations

import contextlib
import struct
from typing import NamedTuple

import msgspec

from report.style.face import FontFace

ENGLISH = ((3, 0x409), (1, 0))  # platform and language of a name
ENCODINGS = {  # of a platform and its encoding; of others UTF-16
    (1, 0): "mac_roman", (1, 1): "cp932", (1, 2): "big5", (1, 3): "cp949", (1, 25): "gb18030",
    (3, 2): "cp932", (3, 3): "gb18030", (3, 4): "big5", (3, 5): "cp949",
}  # fmt: skip


class NameRecord(NamedTuple):
    id: int
    english: bool
    words: str


class FontFacts(msgspec.Struct, frozen=True, kw_only=True):
    """rights: what its embedding bits allow (OpenType, OS/2 fsType)."""

    name: str
    file: str
    family: str
    style: str
    version: str
    licence: str
    outlines: str
    glyphs: int
    characters: int
    coverage: tuple[Share, ...]
    rights: str


def describe(face: FontFace) -> FontFacts:
    """The facts of one face. Failure if the file is no font."""
    names = _names(face.table("name"))
    return FontFacts(
        name=face.name,
        file=face.path.name,
        family=_name(names, 16, 1),
        style=_name(names, 17, 2),
        version=_name(names, 5).partition(";")[0],
        licence=_name(names, 13, 14),
        outlines="CFF" if face.has_cff else "TrueType",
        glyphs=face.hb_font.face.glyph_count,
        characters=len(face.hb_font.face.unicodes),
        coverage=coverage(face),
        rights=str(face.refusal or ("may be embedded" if face.subsettable else "may be embedded, only whole")),
    )


def _names(table: bytes) -> list[NameRecord]:
    """The records of a name table (OpenType 1.9, name) that lie in it and can be read."""
    count, start = struct.unpack_from(">HH", table, 2) if len(table) >= 6 else (0, 0)
    entries = table[6 : 6 + 12 * count]
    found = []
    for platform, encoding, language, id, length, at in struct.iter_unpack(">6H", entries[: len(entries) // 12 * 12]):
        words = _words(platform, encoding, table[start + at : start + at + length])
        found.append(NameRecord(id, (platform, language) in ENGLISH, words))
    return [record for record in found if record.words]


def _words(platform: int, encoding: int, raw: bytes) -> str:
    """What says that it is Roman (Macintosh) and is not ASCII is often Shift_JIS."""
    said = ENCODINGS.get((platform, encoding), "utf_16_be")
    for each in ("ascii", "cp932", said) if said == "mac_roman" else (said, "cp932"):
        with contextlib.suppress(UnicodeDecodeError):
            return raw.decode(each).strip("\0").strip()
    return ""


def _name(names: list[NameRecord], *ids: int) -> str:
    """The first of these names that the face has, in English if it has that; "" if it has none."""
    for id in ids:
        found = [record for record in names if record.id == id]
        for record in sorted(found, key=lambda record: not record.english)[:1]:
            return record.words
    return ""


class Share(NamedTuple):
    """what: the name of a set of characters. covered: how many of its `total` the face has."""

    what: str
    covered: int
    total: int


def coverage(face: FontFace) -> tuple[Share, ...]:
    sets = {
        "Latin": [chr(code) for code in range(0x21, 0x7F)],
        "kana": [*_rows(4, 5), "ー"],
        "kanji 1": list(_rows(*range(16, 48))),
        "kanji 2": list(_rows(*range(48, 85))),
    }
    return tuple(Share(what, sum(face.covers(ord(c)) for c in chars), len(chars)) for what, chars in sets.items())


def _rows(*rows: int) -> list[str]:
    """The characters of rows (区) of JIS X 0208, read through EUC-JP, whose two bytes are row and cell plus 0xA0."""
    found = (bytes((row + 0xA0, cell + 0xA0)).decode("euc_jp", "ignore") for row in rows for cell in range(1, 95))
    return [c for c in found if c]
