"""What a font file says about itself: for people choosing faces (`report fonts`), not for a build.

In: a FontFace. Out: FontFacts. Reads the name table with fontTools, which is slow to import: imported where used.
"""

from __future__ import annotations

import msgspec

from report.style.face import FontFace


class FontFacts(msgspec.Struct, frozen=True, kw_only=True):
    """jis1, jis2: share (0 to 1) of the kanji of JIS X 0208, levels 1 and 2, that the face has."""

    name: str
    file: str
    family: str
    style: str
    version: str
    licence: str
    outlines: str
    glyphs: int
    characters: int
    jis1: float
    jis2: float
    rights: str


def describe(face: FontFace) -> FontFacts:
    """The facts of one face. Failure if the file is no font."""
    from fontTools.ttLib import TTFont

    with TTFont(face.path, lazy=True) as font:
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
            jis1=_share(face, range(16, 48)),
            jis2=_share(face, range(48, 85)),
            rights=face.refusal or ("may be embedded" if face.subsettable else "may be embedded, only whole"),
        )


def _share(face: FontFace, rows: range) -> float:
    kanji = [c for row in rows for cell in range(1, 95) if (c := _jis(row, cell))]
    return sum(face.covers(ord(c)) for c in kanji) / len(kanji)


def _jis(row: int, cell: int) -> str:
    """The character at a row and cell of JIS X 0208; empty where none is assigned."""
    return bytes((0xA0 + row, 0xA0 + cell)).decode("euc_jp", "ignore")
