"""What a font file says about itself: for people choosing faces (`report fonts`), not for a build.

In: a FontFace. Out: FontFacts, with the shares of the scripts and kanji levels of JIS X 0208 that the face covers, as
an office would ask for them. Reads the name table with fontTools, which is slow to import: imported where used.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from report.style.face import FontFace


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
    from fontTools.ttLib import TTFont

    with TTFont(face.path, lazy=True, fontNumber=0) as font:
        names = font["name"]
        return FontFacts(
            name=face.name,
            file=face.path.name,
            family=names.getDebugName(16) or names.getDebugName(1) or "",
            style=names.getDebugName(17) or names.getDebugName(2) or "",
            version=(names.getDebugName(5) or "").partition(";")[0],
            licence=names.getDebugName(13) or names.getDebugName(14) or "",
            outlines="CFF" if face.has_cff else "TrueType",
            glyphs=face.hb_font.face.glyph_count,
            characters=len(face.hb_font.face.unicodes),
            coverage=coverage(face),
            rights=str(face.refusal or ("may be embedded" if face.subsettable else "may be embedded, only whole")),
        )


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
