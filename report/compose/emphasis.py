"""Emphasis dots (圏点) over characters (JLREQ 3.3.9).

In: a stretch of boxes with the mark "emphasis". Out: a `Stretch` that knows its dot and which characters take one:
a bullet over horizontal text, a sesame dot beside vertical text, half the size of the base and over its middle; none at
punctuation and spaces.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from report.compose.characters import CharClass
from report.compose.ruby import BASE_TOP, FOOT, SIZE
from report.style.fonts import FontBook, FontFace, Glyph
from report.style.text import CharStyle

C = CharClass

MARK = "emphasis"
DOTS = ("•", "・", "●")  # the first that a face of the style has
SESAME = ("﹅", "、", "•")
BARE = frozenset(
    map(
        int,
        (C.OPENING_BRACKET, C.CLOSING_BRACKET, C.HYPHEN, C.DIVIDING, C.MIDDLE_DOT, C.FULL_STOP, C.COMMA, C.INSEPARABLE,
         C.IDEOGRAPHIC_SPACE, C.WORD_SPACE),
    )
)  # fmt: skip


class Stretch(NamedTuple):
    """Boxes first … end-1. rise: of the dots' baseline above that of the text; top: of their em boxes, pt."""

    first: int
    end: int
    face: FontFace
    glyph: Glyph
    chars: CharStyle

    @property
    def size(self) -> float:
        return self.chars.size * SIZE

    @property
    def rise(self) -> float:
        return self.chars.rise + BASE_TOP * self.chars.size + FOOT * self.size

    @property
    def top(self) -> float:
        return self.rise + BASE_TOP * self.size


def stretch(chars: CharStyle, first: int, end: int, fonts: FontBook, vertical: bool = False) -> Stretch | None:
    """None: no face of the style has a dot."""
    for dot in SESAME if vertical else DOTS:
        for face in map(fonts.face, chars.fonts):
            if face.covers(ord(dot)):
                return Stretch(first, end, face, face.shape(dot, (), vertical)[0], chars)
    return None


def takes_dot(text: str, code: int) -> bool:
    """Whether the character of a box is dotted. code: its class."""
    if code in BARE:
        return False
    return code != C.WESTERN or unicodedata.category(text[0])[0] not in "PZC"
