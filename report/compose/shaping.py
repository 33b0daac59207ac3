"""Runs become boxes, shaped clusters with glyphs and widths.

In: inlines of a paragraph up to a forced break, a ParagraphStyle, the FontBook. Out: `Boxes` in reading order, all in
pt. A box is usually one character.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple, Protocol

import msgspec

from report.compose import emphasis, ruby
from report.messages import Origin
from report.style.fonts import FontBook, FontFace, Glyph, cluster_texts
from report.style.text import CharStyle, ParagraphStyle
from report.text import Break, Paragraph, Ruby, Run, words_of
from report.text.clusters import clusters

MISSING = "〓"  # geta: stands for a character that no face has, as in hot metal, so that all else can be set


class Strip(NamedTuple):
    """Boxes first … end-1: one face, one look, one run."""

    first: int
    end: int
    face: FontFace
    chars: CharStyle
    run: Run


class Trouble(NamedTuple):
    """A character, with its marks, that no face of its style can set."""

    origin: Origin
    text: str
    chars: CharStyle


class Covering(Protocol):
    """What runs over the boxes first … end-1."""

    @property
    def first(self) -> int: ...

    @property
    def end(self) -> int: ...


FIRST, END = attrgetter("first"), attrgetter("end")


def overlapping(stretches: Sequence[Covering], first: int, end: int) -> range:
    """Which of the stretches, in order and apart, hold one of the boxes first … end-1."""
    return range(bisect_right(stretches, first, key=END), bisect_left(stretches, end, key=FIRST))


class Boxes:
    """Lists run over the boxes.

    offsets: where a box's glyphs do not start at its left edge, (x, y) in pt. extra: boxes of several glyphs.
    at: index of each box's first character in `text`. allowed, joined: positions in it where the author, or ruby,
    wants a break or none.
    """

    vertical = False

    def __init__(self, inlines: Paragraph, style: ParagraphStyle, fonts: FontBook):
        self.style, self.fonts = style, fonts
        self.texts: list[str] = []
        self.gids: list[int] = []
        self.at: list[int] = []
        self.widths: list[float] = []
        self.offsets: dict[int, tuple[float, float]] = {}
        self.extra: dict[int, tuple[Glyph, ...]] = {}
        self.strips: list[Strip] = []
        self.rubies: list[ruby.Group] = []
        self.troubles: list[Trouble] = []
        self.allowed: set[int] = set()
        self.joined: set[int] = set()
        self.emphasised: list[emphasis.Stretch] = []
        self.text = self._add_all(inlines, fonts)

    def _add_all(self, inlines: Paragraph, fonts: FontBook) -> str:
        """Shape the runs, neighbours of one look together; the text as set."""
        kept: list[str] = []
        alike: list[Run] = []
        position = 0
        for inline in (*inlines, None):
            if isinstance(inline, Break):
                (self.allowed if inline.kind == "may" else self.joined).add(position)
                continue
            if alike and (inline is None or not _is_alike(alike[-1], inline)):
                kept.append(self._add(alike, fonts))
                alike = []
            if inline is not None:
                alike.append(inline)
                position += len(inline.text)
        return "".join(kept)

    def _add(self, alike: list[Run], fonts: FontBook) -> str:
        """Shape runs of one look; the text as set."""
        run = alike[0] if len(alike) == 1 else msgspec.structs.replace(alike[0], text=words_of(alike))
        chars = _look(self.style, run.marks)
        first = len(self.texts)
        start = self.at[-1] + len(self.texts[-1]) if self.at else 0
        kept = []
        for face, begin, end in fonts.segments(run.text, chars.fonts):
            part = run.text[begin:end]
            if face is None:
                self.troubles += [Trouble(_place(alike, begin + i), part[i:j], chars) for i, j in clusters(part)]
                part = MISSING * len(part)
                face = fonts.segments(MISSING, chars.fonts)[0][0] or fonts.face(chars.fonts[0])
            kept.append(part)
            self._shape(part, start, face, chars, run)
            start += len(part)
        if isinstance(run, Ruby) and len(self.texts) > first:
            group, strange = ruby.group(run, chars, (first, len(self.texts)), fonts, self.vertical)
            self.rubies += [group] if group else []
            if group is None or not group.jukugo:
                self.joined.update(range(self.at[first] + 1, start))
            self.troubles += [Trouble(run.origin, strange[i:j], chars) for i, j in clusters(strange)]
        if emphasis.MARK in run.marks and len(self.texts) > first:
            dotted = emphasis.stretch(chars, first, len(self.texts), fonts, self.vertical)
            self.emphasised += [dotted] if dotted else []
            self.troubles += [] if dotted else [Trouble(run.origin, emphasis.DOTS[0], chars)]
        return "".join(kept)

    def _shape(self, text: str, start: int, face: FontFace, chars: CharStyle, run: Run) -> None:
        glyphs = face.shape(text, chars.features)
        first, size = len(self.texts), chars.size
        if len(glyphs) == len(text) and all(glyph.cluster == i for i, glyph in enumerate(glyphs)):
            self.texts += text
            self.gids += [glyph.gid for glyph in glyphs]
            self.widths += [glyph.advance * size for glyph in glyphs]
            self.at += range(start, start + len(text))
            for box, glyph in enumerate(glyphs, first):
                if glyph.dx or glyph.dy:
                    self.offsets[box] = (glyph.dx * size, glyph.dy * size)
        else:
            self._shape_clusters(text, start, glyphs, size)
        if len(self.texts) > first:
            self.strips.append(Strip(first, len(self.texts), face, chars, run))

    def _shape_clusters(self, text: str, start: int, glyphs: tuple[Glyph, ...], size: float) -> None:
        """Boxes where characters and glyphs are not one to one."""
        clusters: list[list[Glyph]] = []
        for glyph in glyphs:
            if clusters and clusters[-1][0].cluster == glyph.cluster:
                clusters[-1].append(glyph)
            else:
                clusters.append([glyph])
        for cluster, shown in zip(clusters, filter(None, cluster_texts(text, glyphs)), strict=True):
            box = len(self.texts)
            self.texts.append(shown)
            self.gids.append(cluster[0].gid)
            self.at.append(start + cluster[0].cluster)
            self.widths.append(sum(glyph.advance for glyph in cluster) * size)
            if cluster[0].dx or cluster[0].dy:
                self.offsets[box] = (cluster[0].dx * size, cluster[0].dy * size)
            if len(cluster) > 1:
                self.extra[box] = tuple(cluster)


def _look(style: ParagraphStyle, marks: tuple[str, ...]) -> CharStyle:
    """The characters of the innermost mark the style knows."""
    for mark in reversed(marks):
        found = style.mark(mark)
        if found is not None:
            return found
    return style.char


def _is_alike(run: Run, other: Run) -> bool:
    """Whether two runs are shaped as one."""
    return not (isinstance(run, Ruby) or isinstance(other, Ruby)) and run.same_look(other)


def _place(runs: Iterable[Run], index: int) -> Origin:
    """Of a character of runs that are shaped as one."""
    for run in runs:
        if index < len(run.text):
            return run.place(index)
        index -= len(run.text)
    raise IndexError(index)
