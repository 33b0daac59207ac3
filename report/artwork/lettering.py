"""Words in a drawing: one line of text, as glyph runs at a place.

In: a string, its character style and the name of the ink it is printed in. Out: page GlyphRuns, one for each face used.
"""

from __future__ import annotations

from typing import Any, Literal

from report.page import GlyphRun
from report.style.fonts import FontBook, letter
from report.style.text import CharStyle

SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}  # of the width that lies left of x


def lettering(
    book: FontBook,
    text: str,
    chars: CharStyle,
    ink: str,
    x: float,
    y: float,
    anchor: Literal["start", "middle", "end"] = "start",
    owner: Any = None,
) -> list[GlyphRun]:
    """A line whose baseline is y and whose start, middle or end is x (pt). `ink` stands for the style's own role.

    Failure, at the owner's place if it has one, where no face of the style has a character.
    """
    lettered, width = letter(book, text, chars, getattr(owner, "origin", None))
    left = x - width * SHARE[anchor]
    return [
        GlyphRun(
            owner=owner,
            face=run.face.name,
            size=chars.size,
            ink=ink,
            x=left + run.x,
            y=y - chars.rise,
            gids=run.gids,
            xs=run.xs,
            ys=run.ys,
            texts=run.texts,
            width=run.width,
        )
        for run in lettered
    ]


def text_width(book: FontBook, text: str, chars: CharStyle) -> float:
    """Width of a line of text in a style, pt."""
    return letter(book, text, chars)[1]
