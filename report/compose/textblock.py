"""Composed text: lines that know their places, ready to be laid on a page.

In: made by compose.composition, or recalled (compose.composer). Out: page items. Nothing here knows how lines break.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

import msgspec

from report.page import GlyphRun, Item, Link, Role
from report.page.shapes import rectangle
from report.style.text import ParagraphStyle
from report.text import Paragraph
from report.units import Rect

MARKER_HEIGHT = 0.42  # em (styles/README.md, Setting rules)
HAIR = 0.01  # pt; a line that ends where the room does is within it
MARKER_FOOT = 0.22  # em below the baseline


class Composed(NamedTuple):
    """Text that was composed, and its measure in pt."""

    paragraphs: tuple[Paragraph, ...]
    style: ParagraphStyle
    measure: float


class Whose(NamedTuple):
    """What a line belongs to: the paragraph's number in its owner's text; pairs: of ruby before the line's passage."""

    owner: object = None
    paragraph: int = 0
    pairs: int = 0


class Piece(NamedTuple):
    """Glyphs of one face, size and ink, in a line. x from the line's left edge, y from its baseline (down), pt."""

    face: str
    size: float
    ink: str
    x: float
    y: float
    gids: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    texts: tuple[str, ...]
    width: float
    lang: str
    role: Role = ""
    pair: int = 0
    link: str = ""

    def run(self, left: float, baseline: float, whose: Whose) -> GlyphRun:
        """On the page, in a line that begins at `left`."""
        face, size, ink, x, y, gids, xs, ys, texts, width, lang, role, pair, link = self
        owner, paragraph, pairs = whose
        return GlyphRun(
            face=face, size=size, ink=ink, x=left + x, y=baseline + y, gids=gids, xs=xs, ys=ys, texts=texts,
            width=width, lang=lang, owner=owner if role != "emphasis" else None, role=role,
            pair=pair + pairs if pair else 0, paragraph=paragraph, link=link,
        )  # fmt: skip


class Stretch(NamedTuple):
    """Part of a line with a marker below it (ink) or a link on it (target). pt, from the line's left edge."""

    x: float
    width: float
    size: float
    ink: str = ""
    target: str = ""
    words: str = ""


class Setting(NamedTuple):
    """width: to the end of the last character's body. tail: space after it that the line keeps; negative: how far it
    hangs beyond the measure. above: how far readings and emphasis dots reach above the baseline; size: of the largest
    characters. chars: the texts of its boxes but for spaces at the end;
    edges: where each begins, then where the last ends. pt."""

    text: str
    width: float
    pieces: tuple[Piece, ...]
    markers: tuple[Stretch, ...]
    links: tuple[Stretch, ...]
    above: float = 0.0
    size: float = 0.0
    tail: float = 0.0
    chars: tuple[str, ...] = ()
    edges: tuple[float, ...] = ()


class Line(msgspec.Struct, frozen=True):
    """x: of the line's left edge in the block. top: of its line box. baseline: both from the block's top. pt.

    paragraph: its number in the block; pairs: of ruby in the paragraph before the line's passage.
    """

    setting: Setting
    x: float
    top: float
    baseline: float
    paragraph: int = 0
    pairs: int = 0


class TextBlock(msgspec.Struct, frozen=True):
    """Composed text. width: of the widest line; height: line boxes and gaps; leading: of one line box. pt."""

    lines: tuple[Line, ...]
    width: float
    height: float
    leading: float

    def end(self, first: int, height: float, orphans: int, widows: int) -> int | None:
        """The line before which a text that begins with the line `first` may be cut, so that as much as can stands
        within a height (pt); None if nothing can. len(lines): all does.

        orphans, widows: so many lines stay together at least before the cut and behind it, of a paragraph and in all.
        """
        lines, top = self.lines, self.lines[first].top
        last = bisect_right(lines, top + height + HAIR, first, key=lambda line: line.top + self.leading)
        if last == len(lines):
            return last
        while last >= first + orphans:
            paragraph = lines[last].paragraph
            lone = [line.paragraph == paragraph for line in lines[max(first, last - orphans) : last]]
            rest = [line.paragraph == paragraph for line in lines[last : last + widows]]
            if len(rest) == widows and (not any(lone) or (all(lone) and all(rest))):
                return last
            last -= 1
        return None

    def height_of(self, first: int, last: int) -> float:
        """From one line to before another."""
        return self.lines[last - 1].top + self.leading - self.lines[first].top if last > first else 0.0

    def part(self, first: int, last: int) -> TextBlock:
        """Its lines from one to another, as a text that begins with them."""
        top = self.lines[first].top
        lines = [
            msgspec.structs.replace(line, top=line.top - top, baseline=line.baseline - top)
            for line in self.lines[first:last]
        ]
        width = max(line.setting.width for line in lines)
        return TextBlock(tuple(lines), width, lines[-1].top + self.leading, self.leading)

    @property
    def line_texts(self) -> list[str]:
        return [line.setting.text for line in self.lines]

    @property
    def baselines(self) -> list[float]:
        """From the block's top, pt."""
        return [line.baseline for line in self.lines]

    def place(self, x: float, y: float, owner: object = None) -> list[Item]:
        """The items with the block's measure beginning at (x, y). Markers are artifacts below the text."""
        markers: list[Item] = []
        glyphs: list[Item] = []
        links: list[Item] = []
        for line in self.lines:
            left, foot = x + line.x, y + line.baseline
            whose = Whose(owner, line.paragraph, line.pairs)
            for mark in line.setting.markers:
                height = MARKER_HEIGHT * mark.size
                bar = Rect(left + mark.x, foot + MARKER_FOOT * mark.size - height, mark.width, height)
                markers.append(rectangle(bar, fill=mark.ink))
            for piece in line.setting.pieces:
                glyphs.append(piece.run(left, foot, whose))
            for link in line.setting.links:
                area = Rect(left + link.x, y + line.top, link.width, self.leading)
                whole = Link(rect=area, target=link.target, title=link.words, owner=owner, paragraph=line.paragraph)
                links.append(whole)
        return markers + glyphs + links
