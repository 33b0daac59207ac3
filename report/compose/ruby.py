"""Ruby: readings over their base, half its size (JLREQ 3.3, appendix F; JIS X 4051, 4.12).

In: a run with a reading, and the boxes of its base. Out: a `Group`, which lays its bases and readings out, whole or in
the part that a line holds. Three kinds:

    group   one reading over a word. A shorter one is spread 1:2:1 over its base, a longer one spreads the base 1:2:1.
    mono    a group of one character: its reading is set solid over the middle.
    jukugo  a reading for each character of a compound, told apart. Each stands over its own character; a longer one
            reaches over the next character of the compound, else the one before, by at most an em of the ruby; then
            over neighbours that may be overhung; then the bases make room. A line may break between two characters.

What a reading may cover outside its base is stated in OVER_BEFORE and OVER_AFTER, by class; never an ideograph.
Lengths in pt. x runs along the line: down, in a vertical one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from report.compose.characters import CharClass
from report.style.fonts import FontBook, FontFace, Glyph, cluster_texts
from report.style.text import CharStyle
from report.text import Ruby

C = CharClass

SIZE = 0.5  # of the base (JLREQ 3.3.3)
BASE_TOP = 0.88  # em above the baseline: top of an ideograph's em box
FOOT = 0.12  # em below the baseline: its bottom
MOST = 1.0  # em of the ruby: most that a reading reaches over anything beside its base (JLREQ 3.3.8, F.1)
EDGE = 1.0  # em of the ruby: most at either end of a short reading (JLREQ 3.3.6, its note on far shorter readings)
BISECTIONS = 40
MOST_APART = 64  # readings told apart; a longer compound is laid out as one word
SLACK = 1e-6  # pt, for rounding

# em of the ruby that a reading may cover of a neighbour's body, beside the space between the two (JLREQ 3.3.8 allows
# a whole em over kana; half of it is the house's measure, so that two readings over one kana never meet).
KANA = {C.HIRAGANA: 0.5, C.KATAKANA: 0.5, C.PROLONGED: 0.5, C.SMALL_KANA: 0.5}
SPACE = {C.IDEOGRAPHIC_SPACE: 1.0}  # nothing there to be misread (JLREQ appendix B, note 8)
OVER_BEFORE = KANA | SPACE | {C.INSEPARABLE: 0.5, C.MIDDLE_DOT: 0.5, C.OPENING_BRACKET: 0.5}
OVER_AFTER = (
    KANA | SPACE | {C.INSEPARABLE: 0.5, C.MIDDLE_DOT: 0.5, C.CLOSING_BRACKET: 0.5, C.FULL_STOP: 0.5, C.COMMA: 0.5}
)


class Reading(NamedTuple):
    """Glyphs over the bases first … end-1 of a group. solid: never spread (a word of letters, or mono ruby)."""

    first: int
    end: int
    face: FontFace
    glyphs: tuple[Glyph, ...]
    texts: tuple[str, ...]
    size: float
    solid: bool

    @property
    def width(self) -> float:
        return sum(glyph.advance for glyph in self.glyphs) * self.size

    def places(self, width: float, bases: int) -> tuple[float, ...]:
        """Pen of every glyph from the left edge of its base, which is `width` wide and has so many characters."""
        advances = [glyph.advance * self.size for glyph in self.glyphs]
        spare = width - sum(advances)
        count = len(advances)
        if self.solid or spare <= 0 or count == 1:
            edge, inside = spare / 2, 0.0
        else:
            edge = spare / (2 * count)
            if edge > EDGE * self.size:
                edge = min(EDGE * self.size, spare / 2)
            inside = (spare - 2 * edge) / (count - 1)
        steps = accumulate((advance + inside for advance in advances[:-1]), initial=edge)
        return tuple(steps)


class Layout(NamedTuple):
    """x from the group's left edge: of every base, of every reading. before, after: how far the group lies over its
    neighbours."""

    bases: tuple[float, ...]
    readings: tuple[float, ...]
    width: float
    before: float = 0.0
    after: float = 0.0


class Group:
    """Boxes first … end-1 with their readings. rise: of the readings' baseline above the base's.

    widths: of the bases, each with the space that follows it within the group; `whole` is set when they are known.
    """

    def __init__(self, first: int, end: int, readings: tuple[Reading, ...], chars: CharStyle, lang: str = ""):
        self.first = first
        self.end = end
        self.readings = readings
        self.chars = chars
        self.lang = lang
        self.size = chars.size * SIZE
        self.rise = chars.rise + BASE_TOP * chars.size + FOOT * self.size
        self.widths: tuple[float, ...] = ()
        self.whole = Layout((), (), 0.0)

    @property
    def top(self) -> float:
        """Of the readings above the base's baseline."""
        return self.rise + BASE_TOP * self.size

    @property
    def jukugo(self) -> bool:
        return len(self.readings) > 1 or (self.readings[0].first, self.readings[0].end) != (self.first, self.end)

    def settle(self, widths: Sequence[float], before: float, after: float, word: bool) -> Layout:
        """Lay the whole group out. before, after: how far it may reach over its neighbours. word: the base is one
        word of letters, which is not spread."""
        self.widths = tuple(widths)
        if self.jukugo:
            self.whole = self._compound(self.first, self.end, before, after)
        else:
            self.whole = self._group(before, after, word)
        return self.whole

    def part(self, begin: int, stop: int) -> Layout:
        """The boxes begin … stop-1 on a line of their own; on the sides where the group goes on nothing juts out."""
        if (begin, stop) == (self.first, self.end):
            return self.whole
        before = self.whole.before if begin == self.first else 0.0
        after = self.whole.after if stop == self.end else 0.0
        made = self._compound(begin, stop, before, after)
        lead, trail = before - made.before, after - made.after  # the gaps beside the group count on the whole's reach
        return Layout(
            tuple(x + lead for x in made.bases), tuple(x + lead for x in made.readings), made.width + lead + trail,
            before, after,
        )  # fmt: skip

    def _group(self, before: float, after: float, word: bool) -> Layout:
        reading, base = self.readings[0].width, sum(self.widths)
        spare = reading - base
        lefts = list(accumulate(self.widths[:-1], initial=0.0))
        if spare <= 0:
            return Layout(tuple(lefts), (0.0,), base)
        units = 1 if word else len(self.widths)
        edge = spare / (2 * units)
        step = 0.0 if word else 2 * edge
        bases = tuple(x + edge + i * step for i, x in enumerate(lefts))
        return Layout(bases, (0.0,), reading, min(edge, before), min(edge, after))

    def _compound(self, begin: int, stop: int, before: float, after: float) -> Layout:
        """JLREQ appendix F: over the compound alone, over what follows, over what precedes, over both, then wider."""
        widths = list(self.widths[begin - self.first : stop - self.first])
        readings = [reading for reading in self.readings if begin <= reading.first < stop]
        tries = ((0.0, 0.0), (0.0, after), (before, 0.0), (before, after))
        for left, right in tries:
            made = self._spread(widths, readings, begin, (left, right), 0.0)
            if made is not None:
                return made
        low, high = 0.0, sum(reading.width for reading in readings)
        for _ in range(BISECTIONS):  # the least opening that lets the readings stand
            middle = (low + high) / 2
            if self._spread(widths, readings, begin, (before, after), middle) is None:
                low = middle
            else:
                high = middle
        made = self._spread(widths, readings, begin, (before, after), high)
        assert made is not None
        return made

    def _spread(
        self, widths: list[float], readings: list[Reading], begin: int, reach: tuple[float, float], more: float
    ) -> Layout | None:
        """The compound opened by `more` beside the bases whose readings are longer, by their lengths; None if the
        readings do not stand there."""
        lengths = {r.first - begin: r.width for r in readings if r.width > widths[r.first - begin] + SLACK}
        whole = sum(lengths.values())
        shares = [more * lengths.get(i, 0.0) / whole if whole else 0.0 for i in range(len(widths))]
        bases, pen = [], 0.0
        for width, share in zip(widths, shares, strict=True):
            bases.append(pen + share / 2)
            pen += width + share
        over = MOST * self.size
        own = [(r.first - begin, r.width) for r in readings]
        cells = [(bases[i] - shares[i] / 2, widths[i] + shares[i], length) for i, length in own]
        xs = [left + max(0.0, (width - length) / 2) for left, width, length in cells]
        for i in range(1, len(xs)):
            xs[i] = max(xs[i], xs[i - 1] + cells[i - 1][2])
        limit = pen + reach[1]
        for i in range(len(xs) - 1, -1, -1):
            left, width, length = cells[i]
            xs[i] = min(xs[i], limit - length, left + width + over - length)
            limit = xs[i]
        floor = -reach[0]
        for i, (left, _, length) in enumerate(cells):
            floor = max(floor, left - over)
            if xs[i] < floor - SLACK:
                return None
            xs[i] = max(xs[i], floor)
            floor = xs[i] + length
        left = min(0.0, xs[0]) if xs else 0.0
        last = xs[-1] + cells[-1][2] if xs else 0.0
        right = last if last > pen + SLACK else pen
        return Layout(
            tuple(x - left for x in bases), tuple(x - left for x in xs), right - left, -left, right - pen
        )  # fmt: skip


def group(
    run: Ruby, chars: CharStyle, boxes: tuple[int, int], fonts: FontBook, vertical: bool = False
) -> tuple[Group | None, str]:
    """The readings of a run whose base is the boxes [first, end), and the characters of them that no face has.

    Readings told apart need a box for every one of them, and be no more than MOST_APART, else they are one reading over
    all.
    """
    first, end = boxes
    apart = run.readings if MOST_APART >= len(run.readings) == end - first > 1 else ("".join(run.readings),)
    readings: list[Reading] = []
    for i, text in enumerate(apart):
        if not text.strip():
            continue
        cover = (first + i, first + i + 1) if len(apart) > 1 else boxes
        face = next((fonts.face(name) for name in chars.fonts if _is_whole(fonts, text, name)), None)
        if face is None:
            strange = [text[a:b] for face, a, b in fonts.segments(text, chars.fonts) if face is None]
            return None, "".join(strange) or text
        glyphs = face.shape(text, chars.features, vertical)
        solid = cover[1] - cover[0] == 1 or text.isascii()
        readings.append(Reading(*cover, face, glyphs, cluster_texts(text, glyphs), chars.size * SIZE, solid))
    return (Group(first, end, tuple(readings), chars, run.lang) if readings else None), ""


def _is_whole(fonts: FontBook, text: str, name: str) -> bool:
    """Whether one face has all of a reading."""
    return all(face is not None for face, _, _ in fonts.segments(text, (name,)))


def reach(code: int, space: float, size: float, before: bool) -> float:
    """How far a reading of `size` may lie over a neighbour of class `code` and the `space` (pt) between the two."""
    table = OVER_BEFORE if before else OVER_AFTER
    over = next((em for kind, em in table.items() if kind == code), 0.0)
    return min(MOST * size, max(0.0, space) + over * size)
