"""What stands between the lines: readings and emphasis dots of one line.

In: a Passage, the boxes of a line and their places. Out: `Note`s in reading order, readings first, and the places of
the boxes of a jukugo, which the line may hold in part. A dot over a base with a reading stands above the reading.
"""

from __future__ import annotations

from typing import NamedTuple

from report.compose import emphasis
from report.compose.paragraph import Passage
from report.compose.ruby import Group
from report.compose.shaping import overlapping
from report.page import Role
from report.style.fonts import FontFace
from report.style.text import CharStyle


class Note(NamedTuple):
    """x from the line's left edge, rise of its baseline above the line's, top of its em boxes above it: pt. xs: pens.
    pair: number of the reading's base in the passage, from 1."""

    role: Role
    pair: int
    face: FontFace
    chars: CharStyle
    size: float
    x: float
    rise: float
    top: float
    gids: tuple[int, ...]
    xs: tuple[float, ...]
    offsets: tuple[tuple[float, float], ...]
    texts: tuple[str, ...]
    width: float
    lang: str


def settle_parts(passage: Passage, first: int, end: int, xs: list[float]) -> dict[int, float]:
    """Move the bases of every jukugo to where what the line first … end-1 holds of it has them.

    The widths of boxes that end the part of a jukugo, where the line does not hold all of it.
    """
    cut: dict[int, float] = {}
    for group in (passage.rubies[i] for i in overlapping(passage.rubies, first, end)):
        begin, stop = max(group.first, first), min(group.end, end)
        if not group.jukugo:
            continue
        made = group.part(begin, stop)
        left = xs[begin - first]
        for box in range(begin, stop):
            xs[box - first] = left + made.bases[box - begin]
        if begin == group.first:
            xs[begin - first] -= group.whole.bases[0]  # the box itself carries this one
        if (begin, stop) != (group.first, group.end):
            cut[stop - 1] = left + made.width - xs[stop - 1 - first]
    return cut


def notes(passage: Passage, first: int, end: int, xs: list[float]) -> list[Note]:
    if not passage.rubies and not passage.emphasised:
        return []
    made: list[Note] = []
    for i in overlapping(passage.rubies, first, end):
        group = passage.rubies[i]
        begin, stop = max(group.first, first), min(group.end, end)
        made += _readings(group, i + 1, begin, stop, _left(group, begin, stop, xs[begin - first]))
    for i in overlapping(passage.emphasised, first, end):
        stretch = passage.emphasised[i]
        begin, stop = max(stretch.first, first), min(stretch.end, end)
        found = _dots(passage, stretch, begin, stop, xs[begin - first : stop - first])
        made += [found] if found else []
    return made


def _left(group: Group, begin: int, stop: int, x: float) -> float:
    """The left edge of what the line holds of a group, whose first box is at x."""
    if begin > group.first:
        return x - group.part(begin, stop).bases[0]
    return x - group.part(begin, stop).bases[0] + group.whole.bases[0]


def _readings(group: Group, pair: int, begin: int, stop: int, left: float) -> list[Note]:
    layout = group.part(begin, stop)
    shown = [reading for reading in group.readings if begin <= reading.first < stop]
    made: list[Note] = []
    for reading, x in zip(shown, layout.readings, strict=True):
        over = reading.width if group.jukugo else max(layout.width, reading.width)
        offsets = tuple((glyph.dx * reading.size, glyph.dy * reading.size) for glyph in reading.glyphs)
        made.append(
            Note("reading", pair, reading.face, group.chars, reading.size, left + x, group.rise, group.top,
                 tuple(glyph.gid for glyph in reading.glyphs), reading.places(over, reading.end - reading.first),
                 offsets, reading.texts, over, group.lang)
        )  # fmt: skip
    return made


def _dots(passage: Passage, stretch: emphasis.Stretch, begin: int, stop: int, xs: list[float]) -> Note | None:
    half = stretch.glyph.advance * stretch.size / 2
    pens: list[float] = []
    read = False
    for box, x in zip(range(begin, stop), xs, strict=True):
        if not emphasis.takes_dot(passage.texts[box], passage.codes[box]):
            continue
        group = next((passage.rubies[i] for i in overlapping(passage.rubies, box, box + 1)), None)
        width = passage.widths[box]
        if group is not None:
            read = True
            width = group.widths[box - group.first]
            x += group.whole.bases[0] if box == group.first else 0.0
        pens.append(x + width / 2 - half)
    if not pens:
        return None
    higher = stretch.size if read else 0.0
    count = len(pens)
    offset = (stretch.glyph.dx * stretch.size, stretch.glyph.dy * stretch.size)
    return Note("emphasis", 0, stretch.face, stretch.chars, stretch.size, pens[0], stretch.rise + higher,
                stretch.top + higher, (stretch.glyph.gid,) * count, tuple(x - pens[0] for x in pens), (offset,) * count,
                ("",) * count, pens[-1] - pens[0] + 2 * half, "")  # fmt: skip
