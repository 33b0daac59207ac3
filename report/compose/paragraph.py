"""Runs become boxes with gaps between them: a passage, ready to be broken into lines at any measure.

In: inlines of a paragraph up to a forced break, a ParagraphStyle, the FontBook. Out: `Passage`, all in pt. A box is a
shaped cluster, usually one character. Full-width brackets, commas, stops and middle dots are trimmed to their half-em
body (JLREQ 3.1.4); a face that draws them narrow (proportional faces, `palt`) keeps its own advance and gets no space
added. Passages are remembered, so that the same text costs little at a second measure.
"""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, pairwise
from operator import mul
from typing import NamedTuple

import msgspec

from report.compose import emphasis, ruby, spacing
from report.compose.characters import CODES, NARROW, CharClass, classify
from report.compose.linebreak import Ending, Material
from report.compose.spacing import CLOSED, HALF_BODY, LATIN, Gap, gaps, tails
from report.messages import Origin
from report.style.fonts import FontBook, FontFace, Glyph, cluster_texts
from report.style.text import CharStyle, ParagraphStyle
from report.text import Break, Inline, Paragraph, Ruby, Run, words_of
from report.text.clusters import clusters

SLIM = 0.65  # em; punctuation no wider than this brings its own body (BIZ UDPGothic: 、 0.6, 「 0.5)
HALF = 0.5  # em, the body of brackets, commas, stops and middle dots
HALF_CODES = frozenset(map(int, HALF_BODY))
MARK_CODES = HALF_CODES | {code + NARROW for code in HALF_CODES}
SET_CODES = frozenset({int(CharClass.WORD_SPACE), int(CharClass.NUMERAL)})
INSEPARABLE_PAIR = bytes([CharClass.INSEPARABLE]) * 2
SPACE_CODES = frozenset({int(CharClass.WORD_SPACE), int(CharClass.IDEOGRAPHIC_SPACE)})
HANGABLE = frozenset(map(int, spacing.HANGABLE))
MISSING = "〓"  # geta: stands for a character that no face has, as in hot metal, so that all else can be set
ELLIPSES = ("…⋯", "‥", "—―⸺⸻", "〳〵", "〴〵", "〱", "〲")  # cl-08 of one kind stay together (JLREQ 3.1.10)
# What hanging costs a line, in linebreak's unit: a little more than giving way by all it can, so that a line is
# closed up first and hangs before it is opened wide (JLREQ 3.8.2).
HANGING = 60.0


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


class Passage:
    """Boxes in reading order. Lists run over the boxes; `gaps`, `sizes` and `naturals` over the places between them.

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
        self.trimmed: set[int] = set()  # boxes of full-width punctuation, set on half an em
        self.emphasised: list[emphasis.Stretch] = []
        self.text = self._add_all(inlines, fonts)
        self._space()

    # --- boxes

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

    # --- gaps

    def _space(self) -> None:
        """Trim half-em bodies, look up the gaps, and sum everything up."""
        count = len(self.texts)
        self.codes = self._classes()
        spaced = bytearray(self.codes)
        for strip in self.strips:
            self._trim(strip, spaced)
        pairs = [before * CODES + after for before, after in pairwise(spaced)]
        self.parted = self._parted()
        for box in self.parted:
            pairs[box - 1] = CharClass.INSEPARABLE * CODES + CharClass.IDEOGRAPH
        self.gaps: list[Gap] = []
        self.sizes: list[float] = []  # em of every gap, pt
        naturals: list[float] = []
        style = self.style
        table = gaps(style.autospace, style.aki, style.autospace_most)
        for strip in self.strips:
            first, end, size = strip.first, strip.end, strip.chars.size
            tracking = strip.chars.tracking * size
            inside = [table[pair] for pair in pairs[first : end - 1]]
            naturals += [gap.natural * size + tracking for gap in inside]
            self.gaps += inside
            self.sizes += [size] * (end - 1 - first)
            if end < count:
                gap = table[pairs[end - 1]]
                em = self._em_between(end, gap)
                self.gaps.append(gap)
                self.sizes.append(em)
                naturals.append(gap.natural * em + tracking)
        for group in self.rubies:
            self._make_room(group, naturals)
        self._sum(naturals, count)
        self.material = self.material._replace(endings=self._endings(spaced))

    def _classes(self) -> bytes:
        codes = classify(self.text)
        return codes if len(codes) == len(self.texts) else bytes(codes[i] for i in self.at)

    def _trim(self, strip: Strip, spaced: bytearray) -> None:
        """Give punctuation its half-em body and word spaces their third of an em; mark what is narrow already."""
        size = strip.chars.size
        for box in range(strip.first, strip.end):
            code = spaced[box]
            if code in SET_CODES:
                self._set_space(box, code, size)
                continue
            if code not in HALF_CODES:
                continue
            if self.widths[box] <= SLIM * size:
                spaced[box] = code + NARROW
                continue
            spare = self.widths[box] - HALF * size
            self.trimmed.add(box)
            self.widths[box] = HALF * size
            share = {int(CharClass.OPENING_BRACKET): 1.0, int(CharClass.MIDDLE_DOT): 0.5}.get(code, 0.0)
            if share:
                x, y = self.offsets.get(box, (0.0, 0.0))
                self.offsets[box] = (x - share * spare, y)

    def _set_space(self, box: int, code: int, size: float) -> None:
        if self.texts[box] == " ":
            self.widths[box] = (spacing.DIGIT_SPACE if code == CharClass.NUMERAL else spacing.WORD_SPACE) * size

    def _parted(self) -> list[int]:
        """Boxes between which and the one before a line may break, though both are inseparable: of different kinds."""
        if INSEPARABLE_PAIR not in self.codes:
            return []
        kind = CharClass.INSEPARABLE
        return [
            box
            for box in range(1, len(self.codes))
            if self.codes[box - 1] == self.codes[box] == kind
            and not any(self.texts[box - 1] in same and self.texts[box] in same for same in ELLIPSES)
        ]

    def _endings(self, spaced: bytearray) -> dict[int, tuple[Ending, ...]]:
        """How lines may end after brackets, stops, commas and middle dots: with their space, without, or hanging."""
        spaces = tails(self.style.aki)
        hanging = self.style.hanging
        ends = self.material.ends
        made: dict[int, tuple[Ending, ...]] = {}
        marks = [box for box, code in enumerate(spaced) if code in MARK_CODES]
        for strip in self.strips if marks else ():
            size = strip.chars.size
            for box in marks[bisect_left(marks, strip.first) : bisect_left(marks, strip.end)]:
                code = spaced[box]
                end = ends[box]
                tail, both = spaces.get(code, (0.0, False))
                ways = [Ending(end + tail * size, 0.0, tail * size)] if tail else []
                ways.append(self._close(box, tail * size) if both and box else Ending(end))
                if hanging != "off" and code % NARROW in HANGABLE:
                    hung = Ending(end - self.widths[box], HANGING, -self.widths[box])
                    ways = [hung] if hanging == "force" else [*ways, hung]
                if len(ways) > 1 or ways[0].tail:
                    made[box + 1] = tuple(ways)
        for box in self.spaces():
            ways = made.get(box) or (Ending(ends[box]),)
            if self.codes[box] == CharClass.IDEOGRAPHIC_SPACE:  # kept where there is room for it (JLREQ 3.1.6)
                kept = ways[0].tail + self.widths[box]
                ways = (Ending(ends[box] + kept, 0.0, kept), *ways)
            made[box + 1] = ways
        return made

    def _close(self, box: int, most: float) -> Ending:
        """A line that ends with a middle dot solid on both sides. Only its own quarter goes (most): the half of a
        comma or a stop before it is theirs."""
        starts, ends, stretch, shrink, _ = self.material
        last = starts[box - 1] + self.widths[box - 1] if self.codes[box - 1] in SPACE_CODES else ends[box - 1]
        before = max(0.0, min(most, starts[box] - last))
        lost = (stretch[box] - stretch[box - 1], shrink[box] - shrink[box - 1]) if before else (0.0, 0.0)
        return Ending(ends[box] - before, 0.0, 0.0, before, *lost)

    def _em_between(self, after: int, gap: Gap) -> float:
        """The em a gap between two strips counts in: a bracket's or a comma's space is its own, any other is that of
        the smaller neighbour, so that a big figure does not push its counter away."""
        left = next(s.chars.size for s in self.strips if s.first <= after - 1 < s.end)
        right = next(s.chars.size for s in self.strips if s.first <= after < s.end)
        return {-1: left, 1: right}.get(gap.side, min(left, right))

    def _make_room(self, group: ruby.Group, naturals: list[float]) -> None:
        """Stand a base as its readings want it (JLREQ 3.3.5–3.3.8); what juts out may lie over the neighbours. No gap
        inside opens or gives way, and the gaps beside it keep what the readings cover."""
        first, end = group.first, group.end
        widths = [w + gap for w, gap in zip(self.widths[first:end], [*naturals[first : end - 1], 0.0], strict=True)]
        before = self._reach(group, first - 1, naturals[first - 1], True) if first else 0.0
        after = self._reach(group, end, naturals[end - 1], False) if end < len(self.texts) else 0.0
        word = all(code in LATIN for code in self.codes[first:end])
        made = group.settle(widths, before, after, word)
        for box in range(first, end):
            left = made.bases[box - first] if box > first else 0.0
            right = made.bases[box - first + 1] if box < end - 1 else made.width
            self.widths[box] = right - left
            if box < end - 1:
                self.gaps[box], self.sizes[box], naturals[box] = CLOSED, 0.0, 0.0
        if made.bases[0]:
            x, y = self.offsets.get(first, (0.0, 0.0))
            self.offsets[first] = (x + made.bases[0], y)
        for gap, covered in ((first - 1, made.before), (end - 1, made.after)):
            if covered:
                naturals[gap] -= covered
                less, also = self.gaps[gap].less, self.gaps[gap].also
                kept = max(0.0, less - covered / self.sizes[gap])
                later = max(0.0, also - max(0.0, covered / self.sizes[gap] - less))
                self.gaps[gap] = self.gaps[gap]._replace(less=kept, also=later)

    @property
    def indent(self) -> float:
        """Of a paragraph's first line, pt. A bracket there is set half an em further in (JLREQ 3.1.5, second way)."""
        if not self.style.indent or not self.texts:
            return 0.0
        bracket = self.codes[0] == CharClass.OPENING_BRACKET and 0 in self.trimmed
        return (self.style.indent + (self.style.aki if bracket else 0.0)) * self.strips[0].chars.size

    def pair(self, box: int) -> int:
        """Number of the ruby whose base holds a box, from 1; 0 where its readings could not be set."""
        return next((i for i, group in enumerate(self.rubies, start=1) if group.first <= box < group.end), 0)

    def _reach(self, group: ruby.Group, neighbour: int, space: float, before: bool) -> float:
        if any(other.first <= neighbour < other.end for other in self.rubies):
            return min(group.size, max(0.0, space))
        return ruby.reach(self.codes[neighbour], space, group.size, before)

    def _sum(self, naturals: list[float], count: int) -> None:
        starts, ends = [], []
        pen = 0.0
        for width, natural in zip(self.widths, [*naturals, 0.0], strict=False):
            starts.append(pen)
            pen += width
            ends.append(pen)
            pen += natural
        for group in self.rubies:
            self._part(group, starts, ends)
        less = [gap.less + gap.also for gap in self.gaps]
        more = [gap.more for gap in self.gaps]
        stretch = list(accumulate(map(mul, more, self.sizes), initial=0.0))
        shrink = list(accumulate(map(mul, less, self.sizes), initial=0.0))
        for box in self.spaces():  # a space at a line's end is not counted, nor is the play before it
            for sums in (ends, stretch, shrink):
                sums[box] = sums[box - 1]
        self.material = Material(starts, ends, stretch, shrink)
        self.width = ends[-1] if count else 0.0  # of all on one line

    def _part(self, group: ruby.Group, starts: list[float], ends: list[float]) -> None:
        """A line that ends or begins within a jukugo holds a part of it, which is laid out for itself."""
        if group.jukugo:
            left, right = starts[group.first], ends[group.end - 1]
            for box in range(group.first + 1, group.end):
                ends[box - 1] = left + group.part(group.first, box).width
                starts[box] = right - group.part(box, group.end).width

    def spaces(self) -> list[int]:
        """Boxes that are spaces, but for the first box."""
        if " " not in self.text and "\u3000" not in self.text:
            return []
        return [box for box, code in enumerate(self.codes) if code in SPACE_CODES and box]


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


@functools.lru_cache(maxsize=4096)
def passage(inlines: Paragraph, style: ParagraphStyle, fonts: FontBook) -> Passage:
    return Passage(inlines, style, fonts)


def passages(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraph cut at its forced breaks; parts without words are left out."""
    cut: list[list[Inline]] = [[]]
    for inline in paragraph:
        if isinstance(inline, Break) and inline.kind == "must":
            cut.append([])
        else:
            cut[-1].append(inline)
    return [tuple(inlines) for inlines in cut if any(isinstance(inline, Run) for inline in inlines)]
