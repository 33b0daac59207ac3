"""What a font file says about itself: for people choosing faces (`report fonts`), not for a build.

In: a FontFace. Out: FontFacts. Reads the name table with fontTools, which is slow to import: imported where used.
"""

from __future__ import annotations

import msgspec

from report.style.coverage import Share, coverage
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
            coverage=coverage(face),
            rights=str(face.refusal or ("may be embedded" if face.subsettable else "may be embedded, only whole")),
        )
