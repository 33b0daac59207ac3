"""A composed vertical text: glyphs around the axis of its first line.

In: made by compose.vertical, or recalled (compose.composer). Out: page items.
"""

from __future__ import annotations

import msgspec

from report.page import GlyphRun, Item, Matrix, Role

CLOCKWISE: Matrix = (0.0, 1.0, -1.0, 0.0, 0.0, 0.0)


class Upright(msgspec.Struct, frozen=True):
    """A glyph of a column. x from the first line's axis and y from the top to its origin, pt. width: across its line,
    or along it where turned. role, pair: as in page.GlyphRun."""

    face: str
    size: float
    ink: str
    gid: int
    text: str
    x: float
    y: float
    width: float
    matrix: Matrix | None = None
    lang: str = ""
    role: Role = ""
    pair: int = 0

    @property
    def look(self) -> tuple[object, ...]:
        """What glyphs of one run share."""
        return (self.face, self.size, self.ink, self.matrix, self.lang, self.role, self.pair)

    def from_origin(self, x: float, y: float) -> tuple[float, float]:
        """Place from a run's origin, before the run's matrix."""
        dx, dy = self.x - x, self.y - y
        if self.matrix is None:
            return dx, dy
        a, b, c, d, _, _ = self.matrix
        area = a * d - b * c
        return (d * dx - c * dy) / area, (a * dy - b * dx) / area


class Column(msgspec.Struct, frozen=True):
    """height: of the longest line, or the measure; width: from the first line's axis to the last one's, pt.

    lines: their texts.
    """

    glyphs: tuple[Upright, ...]
    height: float
    width: float = 0.0
    lines: tuple[str, ...] = ()

    def place(self, cx: float, y: float, owner: object = None) -> list[Item]:
        """Runs around the axis x = cx, from y down: one for every stretch of one look."""
        items: list[Item] = []
        stretch: list[Upright] = []
        for glyph in [*self.glyphs, None]:
            if stretch and (glyph is None or not _together(stretch[-1], glyph)):
                items.append(_run(stretch, cx, y, owner))
                stretch = []
            if glyph:
                stretch.append(glyph)
        return items


def _together(last: Upright, glyph: Upright) -> bool:
    """Whether two neighbours belong to one run: upright ones down a line, turned or side by side ones in a row."""
    if last.look != glyph.look:
        return False
    if glyph.matrix == CLOCKWISE:
        return abs(last.x - glyph.x) < glyph.size
    return True


def _run(glyphs: list[Upright], cx: float, y: float, owner: object) -> GlyphRun:
    first = glyphs[0]
    offsets = [glyph.from_origin(first.x, first.y) for glyph in glyphs]
    ys = tuple(dy for _, dy in offsets)
    narrowed = first.matrix[0] if first.matrix and first.matrix != CLOCKWISE else 1.0
    return GlyphRun(
        face=first.face,
        size=first.size,
        ink=first.ink,
        x=cx + first.x,
        y=y + first.y,
        gids=tuple(glyph.gid for glyph in glyphs),
        xs=tuple(dx for dx, _ in offsets),
        ys=ys if any(abs(dy) > 1e-9 for dy in ys) else (),
        texts=tuple(glyph.text for glyph in glyphs),
        width=max(dx + glyph.width / narrowed for glyph, (dx, _) in zip(glyphs, offsets, strict=True)),
        matrix=first.matrix,
        lang=first.lang,
        owner=None if first.role == "emphasis" else owner,
        role=first.role,
        pair=first.pair,
    )
