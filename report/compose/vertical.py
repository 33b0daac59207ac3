"""One column of upright text, for labels on thumb tabs.

In: a text, its characters' style, the faces. Out: a `Column`, which places itself around an axis. Every character takes
one em of the line, a middle dot half an em (JLREQ 3.1.2, without the quarters that a short label can spare); `vert`
forms are used where the face has them, and ー, ― and the like are turned where it has none.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from report.compose.characters import CharClass, classify
from report.content import markup
from report.content.text import Text
from report.diagnostics import Report
from report.page import GlyphRun, Item, Matrix
from report.style.fonts import FontBook, FontFace, uncovered
from report.style.text import CharStyle

EM_TOP = 0.88  # em above the baseline: top of an ideograph's em box
CENTRE = 0.38  # em above the baseline: its middle
TURNED = frozenset("ー―—…‥〜～-–=（）「」『』【】〈〉《》()[]：")
CLOCKWISE: Matrix = (0.0, 1.0, -1.0, 0.0, 0.0, 0.0)


class Upright(msgspec.Struct, frozen=True):
    """A character of a column. x from the axis and y from the top to its origin, pt."""

    face: str
    gid: int
    text: str
    x: float
    y: float
    width: float
    turned: bool


class Column(msgspec.Struct, frozen=True):
    """height: from the first character's em box to the last one's, pt."""

    glyphs: tuple[Upright, ...]
    size: float
    ink: str
    height: float

    def place(self, cx: float, y: float, owner: object = None) -> list[Item]:
        """Runs around the axis x = cx, from y down: one for every stretch of one face, one for each turned glyph."""
        items: list[Item] = []
        stretch: list[Upright] = []
        for glyph in [*self.glyphs, None]:
            if stretch and (glyph is None or glyph.turned or stretch[0].turned or glyph.face != stretch[0].face):
                items.append(self._run(stretch, cx, y, owner))
                stretch = []
            if glyph:
                stretch.append(glyph)
        return items

    def _run(self, glyphs: list[Upright], cx: float, y: float, owner: object) -> GlyphRun:
        first = glyphs[0]
        return GlyphRun(
            face=first.face,
            size=self.size,
            ink=self.ink,
            x=cx + first.x,
            y=y + first.y,
            gids=tuple(g.gid for g in glyphs),
            xs=tuple(g.x - first.x for g in glyphs),
            ys=tuple(g.y - first.y for g in glyphs) if len(glyphs) > 1 else (),
            texts=tuple(g.text for g in glyphs),
            width=max(g.width for g in glyphs),
            matrix=CLOCKWISE if first.turned else None,
            owner=owner,
        )


def compose_vertical(
    text: Text, chars: CharStyle, fonts: FontBook, ink: Callable[[str], str], report: Report
) -> Column:
    """A text as one column; inline marks are read but change nothing. Errors go to `report`."""
    glyphs: list[Upright] = []
    top = 0.0
    for run in (run for paragraph in markup.parse(text, report) for run in paragraph):
        for face, start, end in fonts.segments(run.text, chars.fonts):
            part = run.text[start:end]
            if face is None:
                for char in part:
                    told = uncovered(char, chars.fonts, run.origin)
                    report.error(told.origin, told.message, told.hint)
                continue
            for cluster in _clusters(part):
                body = 0.5 if classify(cluster[0])[0] == CharClass.MIDDLE_DOT else 1.0
                glyphs.append(_upright(face, cluster, chars, top, body))
                top += (body + chars.tracking) * chars.size
    height = top - chars.tracking * chars.size if glyphs else 0.0
    return Column(tuple(glyphs), chars.size, ink(chars.ink), height)


def _clusters(text: str) -> list[str]:
    """Characters with the marks and selectors that follow them; an author's signs and newlines are left out."""
    found: list[str] = []
    for char in text:
        cp = ord(char)
        if found and (0xFE00 <= cp <= 0xFE0F or 0xE0100 <= cp <= 0xE01EF or cp in (0x3099, 0x309A)):
            found[-1] += char
        elif char not in "\u200b\u2060\n":
            found.append(char)
    return found


def _upright(face: FontFace, cluster: str, chars: CharStyle, top: float, body: float) -> Upright:
    """A cluster in its cell of `body` em. In less than an em, what there is of ink stands in the middle."""
    plain = face.shape(cluster, chars.features)[0]
    glyph = face.shape(cluster, (*chars.features, "vert"))[0]
    width = glyph.advance * chars.size
    if glyph.gid == plain.gid and cluster[0] in TURNED:
        drop = top + (chars.size - width) / 2
        return Upright(face.name, glyph.gid, cluster, -CENTRE * chars.size, drop, width, True)
    baseline = EM_TOP if body == 1.0 else body / 2 + face.ink_middle(glyph.gid)
    return Upright(face.name, glyph.gid, cluster, -width / 2, top + baseline * chars.size, width, False)
