"""Group ruby: a reading over its base, half its size (JLREQ 3.3).

In: a run with a reading, and the boxes of its base. Out: `Ruby`, whose glyphs are spread 1:2:1 over whatever width
the base takes. The line's height does not change: the leading has the room.
"""

from __future__ import annotations

from typing import NamedTuple

from report.content.text import Run
from report.style.fonts import FontBook, FontFace, cluster_texts
from report.style.text import CharStyle

SIZE = 0.5  # of the base (JLREQ 3.3.3)
BASE_TOP = 0.88  # em above the baseline: top of an ideograph's em box
FOOT = 0.12  # em below the baseline: its bottom


class Ruby(NamedTuple):
    """first, end: the base's boxes. advances: pt, natural. rise: of the ruby's baseline above the base's, pt."""

    first: int
    end: int
    face: FontFace
    chars: CharStyle
    size: float
    gids: tuple[int, ...]
    advances: tuple[float, ...]
    texts: tuple[str, ...]
    rise: float

    @property
    def width(self) -> float:
        return sum(self.advances)

    def places(self, width: float) -> tuple[float, ...]:
        """x of every glyph from the base's left edge, over a base of `width` pt."""
        spare = (width - self.width) / len(self.advances)
        xs: list[float] = []
        pen = spare / 2
        for advance in self.advances:
            xs.append(pen)
            pen += advance + spare
        return tuple(xs)


def spread(run: Run, chars: CharStyle, first: int, end: int, fonts: FontBook) -> tuple[Ruby | None, str]:
    """The reading of a run, and the characters of it that no face has. One face sets the whole reading."""
    faces = [fonts.face(name) for name in chars.fonts]
    face = next((face for face in faces if all(face.covers(ord(char)) for char in run.ruby)), None)
    if face is None:
        strange = [char for char in run.ruby if not any(face.covers(ord(char)) for face in faces)]
        return None, "".join(strange) or run.ruby
    size = chars.size * SIZE
    glyphs = face.shape(run.ruby, chars.features)
    ruby = Ruby(
        first,
        end,
        face,
        chars,
        size,
        tuple(glyph.gid for glyph in glyphs),
        tuple(glyph.advance * size for glyph in glyphs),
        cluster_texts(run.ruby, glyphs),
        chars.rise + BASE_TOP * chars.size + FOOT * size,
    )
    return ruby, ""
