"""A line of a passage, filled to the measure: where every box stands, and what that paints.

In: a Passage, the boxes of one line, the width it must take. Out: the places of the boxes (pt from the line's left
edge), and Pieces of one face and look. Gaps give way and open in the turns of compose.spacing; within a turn, evenly
(JLREQ 3.8).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from report.compose.interlinear import Note, notes, settle_parts
from report.compose.linebreak import Ending, Material, best_ending
from report.compose.paragraph import SPACE_CODES, Passage
from report.compose.shaping import Strip, overlapping
from report.compose.spacing import CLOSED, EXPAND_EVENLY, Gap
from report.compose.textblock import Piece, Setting, Stretch
from report.style.fonts import each_its_own
from report.text import Ruby

MARKER_INK = "accent"
REDUCE_TURNS = (1, 2, 3, 4)


def tracked(passage: Passage, tracking: float) -> Material:
    """The passage's material with `tracking` em more in every gap."""
    if not tracking:
        return passage.material
    starts, ends, stretch, shrink, endings = passage.material
    added = list(accumulate((tracking * em for em in passage.sizes), initial=0.0))
    ended = list(added)
    for box in passage.spaces():  # not counted at a line's end, nor is the tracking before it
        ended[box] = ended[box - 1]
    return Material(
        [x + more for x, more in zip(starts, added, strict=True)],
        [x + more for x, more in zip(ends, ended, strict=True)],
        stretch,
        shrink,
        {end: tuple(way._replace(end=way.end + ended[end - 1]) for way in ways) for end, ways in endings.items()},
    )


def places(
    passage: Passage, material: Material, first: int, end: int, width: float | None, way: Ending | None = None
) -> tuple[list[float], float]:
    """x of the boxes first … end-1, which end without a space, and the right edge of the last one. width: what the
    line fills, its tail included; None: its own. way: how it ends; None: with the last one's body."""
    way = way or Ending(material.ends[end - 1])
    base = material.starts[first]
    xs = [x - base for x in material.starts[first:end]]
    natural = material.ends[end - 1] - base
    if way.close and end - first > 1:
        xs[-1] -= way.close
        natural -= way.close
    target = width - way.tail if width is not None else natural
    if end - first < 2 or abs(target - natural) < 1e-6:
        return xs, natural
    inside = list(zip(passage.gaps[first : end - 1], passage.sizes[first : end - 1], strict=True))
    if way.close:
        inside[-1] = (CLOSED, inside[-1][1])
    added = _opened(inside, target - natural) if target > natural else _closed(inside, natural - target)
    if added is None:
        return xs, natural
    return [x + more for x, more in zip(xs, accumulate(added, initial=0.0), strict=True)], natural + sum(added)


def _opened(inside: list[tuple[Gap, float]], spare: float) -> list[float] | None:
    """What every gap of a line grows by: turn after turn to its limit, then whichever grew least, until all are alike
    (JLREQ 3.8.4; appendix E: the fourth step is to equalize the four)."""
    added = [0.0] * len(inside)
    kinds = {gap.expand for gap, _ in inside}
    for turn in sorted(kinds - {0, EXPAND_EVENLY}):
        limits = [gap.most * em if gap.expand == turn else 0.0 for gap, em in inside]
        room = sum(limits)
        if room:
            share = min(1.0, spare / room)
            added = [more + share * limit for more, limit in zip(added, limits, strict=True)]
            spare -= share * room
        if spare <= 1e-9:
            return added
    grown = sorted((more / em, em) for more, (gap, em) in zip(added, inside, strict=True) if gap.expand)
    if not grown:
        return None
    ems = used = 0.0  # of the gaps below the level that all come up to: their ems, and what they grew by, pt
    for least, em in grown:
        if ems and least * ems - used >= spare:
            break
        ems, used = ems + em, used + least * em
    level = (spare + used) / ems
    return [max(more, level * em) if gap.expand else more for more, (gap, em) in zip(added, inside, strict=True)]


def _closed(inside: list[tuple[Gap, float]], excess: float) -> list[float]:
    """What every gap of a line gives way by (negative), turn after turn (JLREQ 3.8.3)."""
    added = [0.0] * len(inside)
    for turn in REDUCE_TURNS:
        limits = [
            ((gap.less if gap.reduce == turn else 0.0) + (gap.also if gap.later == turn else 0.0)) * em
            for gap, em in inside
        ]
        room = sum(limits)
        if room:
            share = min(1.0, excess / room)
            added = [more - share * limit for more, limit in zip(added, limits, strict=True)]
            excess -= share * room
        if excess <= 1e-9:
            break
    return added


def set_line(
    passage: Passage, material: Material, lines: tuple[int, int], measure: float, justify: bool,
    ink: Callable[[str], str],
) -> Setting:  # fmt: skip
    """The line of boxes lines[0] … lines[1]-1. justify: it fills the measure, else only if it is too long. ink: role
    -> ink."""
    first, end = lines
    whole = end
    while end - 1 > first and passage.codes[end - 1] in SPACE_CODES:
        end -= 1
    inset = passage.material.starts[0] - material.starts[0] if first == 0 else 0.0  # of a paragraph's first line
    way = best_ending(material, first, whole, measure, justify)
    full = justify or way.end - material.starts[first] > measure
    xs, taken = places(passage, material, first, end, measure if full else None, way)
    xs[0] += inset
    cut = settle_parts(passage, first, end, xs) if passage.rubies else {}
    edges = (*xs, taken)
    text = "".join(passage.texts[first:end])
    chars = tuple(passage.texts[first:end])
    for box in range(end, whole):  # spaces at the end take no room, and are painted for those who copy the text
        xs.append(taken)
        cut[box] = 0.0
    end = whole
    pieces: list[Piece] = []
    markers: list[Stretch] = []
    links: list[Stretch] = []
    for i in overlapping(passage.strips, first, end):
        strip = passage.strips[i]
        begin, stop = max(strip.first, first), min(strip.end, end)
        left, right = xs[begin - first], xs[stop - 1 - first] + cut.get(stop - 1, passage.widths[stop - 1])
        pieces.append(_piece(passage, strip, begin, stop, xs[begin - first : stop - first], right - left, ink))
        size = strip.chars.size
        if "marker" in strip.run.marks:
            _extend(markers, Stretch(left, right - left, size, ink=ink(MARKER_INK)))
        if strip.run.link:
            _extend(links, Stretch(left, right - left, size, target=strip.run.link, words=strip.run.text))
    above = notes(passage, first, end, xs)
    reach = max((note.top for note in above), default=0.0)
    largest = max((piece.size for piece in pieces), default=0.0)
    pieces += [_note(note, ink) for note in above]
    return Setting(
        text, taken, tuple(pieces), tuple(markers), tuple(links), reach, largest, way.tail, chars, edges,
    )  # fmt: skip


def _piece(
    passage: Passage, strip: Strip, first: int, end: int, xs: list[float], width: float, ink: Callable[[str], str]
) -> Piece:
    left = xs[0]
    chars = strip.chars
    gids, texts = passage.gids[first:end], passage.texts[first:end]
    places = [x - left for x in xs] if left else xs
    ys: list[float] = []
    if passage.offsets or passage.extra:
        gids, places, ys, texts = _uneven(passage, chars.size, first, end, places)
    return Piece(
        strip.face.name, chars.size, ink(chars.ink), left, -chars.rise,
        tuple(gids), tuple(places), tuple(ys) if any(ys) else (), tuple(texts), width, strip.run.lang,
        *(("base", passage.pair(first)) if isinstance(strip.run, Ruby) else ("", 0)), strip.run.link,
    )  # fmt: skip


def _note(note: Note, ink: Callable[[str], str]) -> Piece:
    xs = tuple(x + dx for x, (dx, _) in zip(note.xs, note.offsets, strict=True))
    ys = tuple(dy for _, dy in note.offsets)
    return Piece(
        note.face.name, note.size, ink(note.chars.ink), note.x, -note.rise, note.gids, xs, ys if any(ys) else (),
        note.texts, note.width, note.lang, note.role, note.pair,
    )  # fmt: skip


def _uneven(
    passage: Passage, size: float, first: int, end: int, xs: list[float]
) -> tuple[list[int], list[float], list[float], list[str]]:
    """Glyph lists where glyphs stand off their boxes' edges or share a box."""
    gids: list[int] = []
    places: list[float] = []
    ys: list[float] = []
    texts: list[str] = []
    for box, x in zip(range(first, end), xs, strict=True):
        dx, dy = passage.offsets.get(box, (0.0, 0.0))
        gids.append(passage.gids[box])
        places.append(x + dx)
        ys.append(dy)
        glyphs = passage.extra.get(box, ())
        own = each_its_own(passage.texts[box], len(glyphs))
        texts.append(own[0])
        pen = sum(glyph.advance for glyph in glyphs[:1]) * size
        shift = dx - glyphs[0].dx * size if glyphs else 0.0
        for glyph, text in zip(glyphs[1:], own[1:], strict=True):
            gids.append(glyph.gid)
            places.append(x + shift + pen + glyph.dx * size)
            ys.append(glyph.dy * size)
            texts.append(text)
            pen += glyph.advance * size
    return gids, places, ys, texts


def _extend(stretches: list[Stretch], new: Stretch) -> None:
    """Add a stretch, or lengthen the last one where it goes on."""
    last = stretches[-1] if stretches else None
    if last and (last.ink, last.target, last.size) == (new.ink, new.target, new.size):
        stretches[-1] = last._replace(width=new.x + new.width - last.x, words=last.words + new.words)
    else:
        stretches.append(new)
