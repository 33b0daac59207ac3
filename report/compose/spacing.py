"""Between two neighbours: how much space, how far it gives and opens, and whether a line may break there.

In: two class codes of compose.characters, and the tables of compose.tables. Out: a Gap, `may_break`, `Tail`s. Widths
are in em. Brackets, commas, stops and middle dots count as half an em wide here; the space that a full-width glyph
draws beside them is the gap's. Punctuation that brings its own narrow body (codes from NARROW on) has no such space,
and keeps its rights in breaking and opening. After ！？ JLREQ wants a full em only where a sentence ends: the author
writes that space.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from report.compose import tables
from report.compose.characters import CODES, NARROW, CharClass

C = CharClass

LATIN = frozenset({C.NUMERAL, C.UNIT, C.WESTERN})
ENDING = frozenset({C.CLOSING_BRACKET, C.FULL_STOP, C.COMMA})
HALF_BODY = frozenset({C.OPENING_BRACKET, C.MIDDLE_DOT}) | ENDING
HANGABLE = frozenset({C.FULL_STOP, C.COMMA})

# The turns in which gaps give way (JLREQ 3.8.3) and open (3.8.4); 0: never. The space at a line's end goes whole, in
# choosing how the line ends (compose.linebreak).
REDUCE_WORD_SPACE, REDUCE_MIDDLE_DOT, REDUCE_BRACKET, REDUCE_AUTOSPACE = 1, 2, 3, 4
EXPAND_WORD_SPACE, EXPAND_AUTOSPACE, EXPAND_QUARTER, EXPAND_EVENLY = 1, 2, 3, 4

WORD_SPACE = 1 / 3  # em (JLREQ 3.2.2)
WORD_SPACE_LEAST, WORD_SPACE_MOST = 1 / 5, 1 / 2  # JLREQ appendices D and E
DIGIT_SPACE = 1 / 4  # em: a space between groups of digits (JLREQ appendix A, cl-24)
LEAST_AUTOSPACE = 1 / 2  # of its width, where it gives way: from 1/4 to 1/8 (JLREQ 3.8.3)
MOST_AUTOSPACE = 1 / 2  # em (JLREQ 3.8.4)
QUARTER = 1 / 4  # em, most that a gap of the third turn opens
# Stretch, in em, is for choosing breaks: a line whose gaps open by this is loose but good. Design values. 和欧間 opens
# first, by up to a quarter em; it counts for half of that, as one wide hole looks worse than an even spread.
EVEN_STRETCH = 0.03
AUTOSPACE_STRETCH = 0.125


class Gap(NamedTuple):
    """natural: em. less: how far it gives, in the turn `reduce`; also, later: how far else, in the turn `later`. more:
    its stretch; expand: the turn in which it opens, by `most` until the last turn. side: whose em counts, -1 the one
    before, 1 the one after, 0 the smaller."""

    natural: float
    less: float = 0.0
    reduce: int = 0
    also: float = 0.0
    later: int = 0
    more: float = 0.0
    expand: int = 0
    most: float = 0.0
    side: int = 0

    @property
    def shrink(self) -> float:
        return self.less + self.also


NOTHING = Gap(0.0, more=EVEN_STRETCH, expand=EXPAND_QUARTER, most=QUARTER)
CLOSED = Gap(0.0)
Grid = dict[int, dict[int, str]]
LINE_END, LINE_HEAD = 31, 31  # the last column and row of a table


@functools.cache
def grid(text: str) -> Grid:
    """A table of compose.tables: row -> column -> cell."""
    head, *rows = text.strip("\n").split("\n")
    columns = [int(word.replace("end", str(LINE_END))) for word in head.split()]
    left = len(head) - len(head.lstrip())
    return {int(row[:2]): dict(zip(columns, row[left:].split(), strict=True)) for row in rows}


@functools.lru_cache(maxsize=64)
def gaps(autospace: float, half: float, widest: float = MOST_AUTOSPACE) -> tuple[Gap, ...]:
    """The gap of every pair, at `before * CODES + after`. autospace: 和欧間; half: beside brackets, commas, stops.

    widest: how far 和欧間 opens before other gaps do; no wider than autospace, it opens evenly with them.
    """
    table = [NOTHING] * (CODES * CODES)
    known: dict[tuple[str, str, str, bool], Gap] = {}
    kinds = [(int(kind), int(kind)) for kind in CharClass]
    kinds += [(int(kind) + NARROW, int(C.HYPHEN)) for kind in HALF_BODY]  # a hyphen has no space of its own
    spacing, reduction, expansion = map(grid, (tables.SPACING, tables.REDUCTION, tables.EXPANSION))
    for before, first in kinds:
        spaces, gives, opens = spacing[first], reduction[first], expansion[before % NARROW]
        for after, second in kinds:
            dot = first == C.MIDDLE_DOT or second == C.MIDDLE_DOT
            key = (spaces[second], gives[second], opens[after % NARROW], dot)
            if key not in known:
                known[key] = _gap(*key, autospace, half, widest)
            table[before * CODES + after] = known[key]
    for kind, _ in kinds:  # a word space has all its play on its right
        table[kind * CODES + C.WORD_SPACE] = table[kind * CODES + C.WORD_SPACE]._replace(more=0.0, expand=0, most=0.0)
        after = table[C.WORD_SPACE * CODES + kind]
        table[C.WORD_SPACE * CODES + kind] = Gap(
            after.natural, WORD_SPACE - WORD_SPACE_LEAST, REDUCE_WORD_SPACE, after.less, after.reduce,
            WORD_SPACE_MOST - WORD_SPACE, EXPAND_WORD_SPACE, WORD_SPACE_MOST - WORD_SPACE, after.side,
        )  # fmt: skip
    return tuple(table)


def _gap(space: str, give: str, opening: str, dot: bool, autospace: float, half: float, widest: float) -> Gap:
    """A gap from its cells. dot: one of the two is a middle dot, so that a quarter is the dot's, not 和欧間."""
    quarter = half / 2
    side = {"b": -1, "a": 1}.get(space[1:], 0) if space[:1] == "2" or dot else 0
    natural = {".": 0.0, "xx": 0.0, "44": 2 * quarter, "24": half + quarter}.get(space)
    if natural is None:
        natural = half if space[0] == "2" else quarter if dot else autospace
    less, turn, also, later = 0.0, 0, 0.0, 0
    if give in ("20", "45"):
        also, later = half, REDUCE_BRACKET
    if give in ("40", "45"):
        less, turn = (natural if space == "44" else quarter), REDUCE_MIDDLE_DOT
    if give == "48":
        less, turn = autospace * (1 - LEAST_AUTOSPACE), REDUCE_AUTOSPACE
    if not turn:
        less, turn, also, later = also, later, 0.0, 0
    more, expand, most = 0.0, 0, 0.0
    if opening == "2" and autospace and widest > autospace:
        more, expand, most = AUTOSPACE_STRETCH, EXPAND_AUTOSPACE, widest - autospace
    elif opening in "234":
        more, expand, most = EVEN_STRETCH, EXPAND_EVENLY if opening == "4" else EXPAND_QUARTER, QUARTER
    return Gap(natural, less, turn, also, later, more, expand, most, side)


@functools.cache
def break_table() -> bytes:
    """1 at `before * CODES + after` where a line may break between the two."""
    table = bytearray(CODES * CODES)
    for before, row in grid(tables.BREAKS).items():
        for after, cell in row.items():
            table[before * CODES + after] = cell == "."
    return bytes(table)


def may_break(before: CharClass, after: CharClass) -> bool:
    return bool(break_table()[before * CODES + after])


@functools.lru_cache(maxsize=64)
def tails(half: float) -> dict[int, tuple[float, bool]]:
    """Class code -> space after it at a line's end (em), and whether the space before it goes with it (a middle dot
    has a quarter on both sides or on none: JLREQ 3.1.9)."""
    widths = {"2b": half, "4b": half / 2}
    ends = {kind: row[LINE_END] for kind, row in grid(tables.SPACING).items()}
    return {kind: (widths[cell], cell == "4b") for kind, cell in ends.items() if cell in widths}
