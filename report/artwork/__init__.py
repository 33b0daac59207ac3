"""Pictures, icons and charts as drawings; here, the words in them: one line of text, as glyph runs at a place."""

from __future__ import annotations

from typing import Any

from report.page import GlyphRun
from report.style.fonts import FontBook, letter
from report.style.text import CharStyle


def lettering(
    book: FontBook, text: str, chars: CharStyle, ink: str, x: float, y: float, owner: Any = None
) -> list[GlyphRun]:
    """A line that begins at x on the baseline y (pt), a run for each face used. `ink` stands for the style's own role.

    Failure where no face of the style has a character.
    """
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
            owner=owner,
        )
        for run in letter(book, text, chars)[0]
    ]
