"""Words in a drawing: one line of text, as glyph runs at a place.

In: a string, its character style and the name of the ink it is printed in. Out: page GlyphRuns, one for each face used.
"""

from __future__ import annotations

from report.page import GlyphRun
from report.style.fonts import FontBook, letter
from report.style.text import CharStyle


def lettering(
    book: FontBook,
    text: str,
    chars: CharStyle,
    ink: str,
    x: float,
    y: float,
) -> list[GlyphRun]:
    """A line that begins at x on the baseline y (pt). `ink` stands for the style's own role.

    Failure where no face of the style has a character.
    """
    lettered, _ = letter(book, text, chars)
    return [
        GlyphRun(
            face=run.face.name,
            size=chars.size,
            ink=ink,
            x=x + run.x,
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
