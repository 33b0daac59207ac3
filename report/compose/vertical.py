"""Vertical lines, for thumb tabs, spines and titles.

In: a text, its characters' style, how a column is to be set, the faces. Out: a `Column` of one or more lines, right to
left, which places itself around the axis of its first line. Spacing, breaks and the filling of a measure are those of
horizontal lines; a forced line break begins a new line. Readings and sesame dots stand to the right (JLREQ 3.3.4).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Literal

import msgspec

from report.compose import interlinear
from report.compose.column import Column, Upright
from report.compose.composition import tell
from report.compose.linebreak import balanced, first_fit
from report.compose.opportunities import phrase_breaks
from report.compose.paragraph import passages
from report.compose.setting import places
from report.compose.shaping import Strip
from report.compose.upright import CENTRE, VerticalPassage
from report.messages import Report, message
from report.page import Role
from report.style.fonts import FontBook
from report.style.text import CharStyle, ParagraphStyle
from report.text import Ruby, Text

Inks = Callable[[str], str]


class ColumnStyle(msgspec.Struct, frozen=True):
    """measure: the lines' length, pt; None: as long as the text is. leading: from axis to axis, em.

    most: letters or digits set side by side in one em; longer ones are turned. even: every upright character takes one
    em, whatever the face's vertical metrics. autospace, aki: as in ParagraphStyle.
    """

    measure: float | None = None
    align: Literal["start", "center", "end", "justify"] = "start"
    leading: float = 1.75
    most: int = 2
    even: bool = False
    autospace: float = 0.25
    aki: float = 0.5


LABEL = ColumnStyle(even=True, aki=0.0)  # a few characters in a tab; no quarters beside a middle dot


def compose_vertical(
    text: Text, chars: CharStyle, fonts: FontBook, ink: Inks, report: Report, style: ColumnStyle = LABEL
) -> Column:
    """A text as vertical lines. Inline marks change no look here. Errors go to `report`."""
    look = ParagraphStyle(
        chars, style.leading * chars.size, breaks="phrase", autospace=style.autospace, aki=style.aki
    )  # fmt: skip
    lines: list[tuple[VerticalPassage, int, int]] = []
    for paragraph in text.paragraphs:
        for runs in passages(paragraph):
            made = VerticalPassage(runs, look, fonts, style.most, style.even)
            tell(made, report)
            if made.texts:
                lines += [(made, first, end) for first, end in pairwise(_breaks(made, style.measure, report))]
    settled = [_settle(made, first, end, style) for made, first, end in lines]
    height = style.measure or max((length for _, length in settled), default=0.0)
    pitch = style.leading * chars.size
    glyphs: list[Upright] = []
    for number, ((made, first, end), (xs, length)) in enumerate(zip(lines, settled, strict=True)):
        top = {"center": (height - length) / 2, "end": height - length}.get(style.align, 0.0)
        glyphs += _line(made, (first, end), xs, (-number * pitch, top), ink)
    texts = tuple("".join(made.texts[first:end]) for made, first, end in lines)
    return Column(tuple(glyphs), height, max(0, len(lines) - 1) * pitch, texts)


def _breaks(made: VerticalPassage, measure: float | None, report: Report) -> list[int]:
    """Where the lines begin and end: the fewest, even, at the ends of phrases if it can be."""
    count = len(made.texts)
    shrink = made.material.shrink[count - 1] - made.material.shrink[0]
    if measure is None or made.width - shrink <= measure + 0.001:
        return [0, count]
    for desperate in (False, True):
        breaks = phrase_breaks(made, measure, desperate)
        ends = balanced(made.material, breaks, measure, made.style.char.size)
        if ends is not None:
            return [0, *ends]
    run = made.strips[0].run
    report.error(run.origin, message("word-too-long", text=made.text))
    return [0, *first_fit(made.material, breaks, measure)]


def _settle(made: VerticalPassage, first: int, end: int, style: ColumnStyle) -> tuple[list[float], float]:
    """y of every box of a line from its own top, and the line's length."""
    natural = made.material.width(first, end)
    fill = style.measure is not None and (style.align == "justify" or natural > style.measure)
    xs, length = places(made, made.material, first, end, style.measure if fill else None)
    xs = list(xs)
    interlinear.settle_parts(made, first, end, xs)
    return xs, length


def _line(
    made: VerticalPassage, boxes: tuple[int, int], ys: list[float], origin: tuple[float, float], ink: Inks
) -> list[Upright]:
    """The glyphs of a line, boxes first … end-1, whose axis and top are at `origin`: text, then what stands beside."""
    first, end = boxes
    axis, top = origin
    glyphs: list[Upright] = []
    for strip in made.strips:
        for box in range(max(strip.first, first), min(strip.end, end)):
            glyphs += _box(made, box, strip, (axis, top + ys[box - first]), ink)
    for note in interlinear.notes(made, first, end, ys):
        beside = axis + note.rise + CENTRE * (note.size - note.chars.size)
        for gid, text, y, (dx, dy) in zip(note.gids, note.texts, note.xs, note.offsets, strict=True):
            glyphs.append(
                Upright(note.face.name, note.size, ink(note.chars.ink), gid, text, beside + dx, top + note.x + y + dy,
                        note.size, None, note.lang, note.role, note.pair)
            )  # fmt: skip
    return glyphs


def _box(made: VerticalPassage, box: int, strip: Strip, origin: tuple[float, float], ink: Inks) -> list[Upright]:
    shift = made.offsets.get(box, (0.0, 0.0))[0]
    pair = made.pair(box) if isinstance(strip.run, Ruby) else 0
    role: Role = "base" if isinstance(strip.run, Ruby) else ""
    x, y = origin
    return [
        Upright(strip.face.name, strip.chars.size, ink(strip.chars.ink), glyph.gid, glyph.text, x + glyph.x,
                y + shift + glyph.y, glyph.width, glyph.matrix, strip.run.lang, role, pair)
        for glyph in made.drawn[box]
    ]  # fmt: skip
