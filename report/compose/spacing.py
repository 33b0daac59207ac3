"""Between two neighbours: how much space, how far it gives, and whether a line may break there.

In: two class codes of compose.characters. Out: a Gap (JLREQ 3.1.2–3.1.10, 3.8; appendices B, D, E) and `may_break`
(appendix C, strict). Widths are in em. Brackets, commas, stops and middle dots count as half an em wide here; the
space that a full-width glyph draws beside them is the gap's. After ！？ JLREQ wants a full em only where a sentence
ends: the author writes that space.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from report.compose.characters import CODES, CharClass

C = CharClass

JAPANESE = frozenset({C.ITERATION, C.PROLONGED, C.SMALL_KANA, C.HIRAGANA, C.KATAKANA, C.IDEOGRAPH, C.DIVIDING})
LATIN = frozenset({C.NUMERAL, C.UNIT, C.WESTERN})
ENDING = frozenset({C.CLOSING_BRACKET, C.FULL_STOP, C.COMMA})
SPACES = frozenset({C.IDEOGRAPHIC_SPACE, C.WORD_SPACE})
HALF_BODY = frozenset({C.OPENING_BRACKET, C.MIDDLE_DOT}) | ENDING

NOT_AT_HEAD = frozenset(
    {C.CLOSING_BRACKET, C.HYPHEN, C.DIVIDING, C.MIDDLE_DOT, C.FULL_STOP, C.COMMA, C.ITERATION, C.PROLONGED}
    | {C.SMALL_KANA, C.REFERENCE, C.POSTFIX}
    | SPACES
)
NOT_AT_END = frozenset({C.OPENING_BRACKET, C.PREFIX})

# The turns in which gaps give way (JLREQ 3.8.3) and open (3.8.4); 0: never.
REDUCE_WORD_SPACE, REDUCE_MIDDLE_DOT, REDUCE_BRACKET, REDUCE_AUTOSPACE = 1, 2, 3, 4
EXPAND_WORD_SPACE, EXPAND_EVENLY = 1, 2

WORD_SPACE_RANGE = (-2 / 15, 1 / 6)  # from 1/3 em down to 1/5 and up to 1/2 (JLREQ 3.8.3, 3.8.4)
EVEN_STRETCH = 0.03  # em; a line whose gaps open by this is loose but good (a design value, for choosing breaks)


class Gap(NamedTuple):
    """natural: em. less, more: how far it may shrink and grow, em. reduce, expand: in which turn."""

    natural: float
    less: float = 0.0
    reduce: int = 0
    more: float = EVEN_STRETCH
    expand: int = EXPAND_EVENLY


NOTHING = Gap(0.0)
CLOSED = Gap(0.0, more=0.0, expand=0)
WORD_SPACE = Gap(0.0, -WORD_SPACE_RANGE[0], REDUCE_WORD_SPACE, WORD_SPACE_RANGE[1], EXPAND_WORD_SPACE)


@functools.lru_cache(maxsize=64)
def gaps(autospace: float, half: float) -> tuple[Gap, ...]:
    """The gap of every pair, at `before * CODES + after`. autospace: 和欧間; half: beside brackets, commas, stops."""
    codes = {int(kind): kind for kind in CharClass}
    table = [NOTHING] * (CODES * CODES)
    for before, first in codes.items():
        for after, second in codes.items():
            table[before * CODES + after] = _gap(first, second, autospace, half)
    return tuple(table)


def _gap(before: CharClass, after: CharClass, autospace: float, half: float) -> Gap:
    if before is C.WORD_SPACE:
        return WORD_SPACE
    if after is C.WORD_SPACE:
        return CLOSED
    if before is C.INSEPARABLE and after is C.INSEPARABLE:
        return CLOSED
    if (before in LATIN and after in LATIN | {C.POSTFIX}) or (before is C.PREFIX and after in LATIN):
        return CLOSED
    quarter = half / 2
    if before is C.MIDDLE_DOT or after is C.MIDDLE_DOT:
        if C.SOLID in (before, after):
            return Gap(quarter, quarter, REDUCE_MIDDLE_DOT)
        dots = quarter * ((before is C.MIDDLE_DOT) + (after is C.MIDDLE_DOT))
        if before in {C.FULL_STOP, C.COMMA}:
            dots += half
        return Gap(dots, dots, REDUCE_MIDDLE_DOT)
    if before in ENDING:
        solid = after in ENDING or (before is C.CLOSING_BRACKET and after is C.IDEOGRAPHIC_SPACE)
        if solid:
            return NOTHING
        return Gap(half, 0.0 if before is C.FULL_STOP else half, REDUCE_BRACKET)
    if after is C.OPENING_BRACKET:
        if before in {C.OPENING_BRACKET, C.IDEOGRAPHIC_SPACE}:
            return NOTHING
        return Gap(half, half, REDUCE_BRACKET)
    if (before in JAPANESE and after in LATIN) or (before in LATIN and after in JAPANESE):
        return Gap(autospace, autospace / 2, REDUCE_AUTOSPACE)
    return NOTHING


@functools.cache
def break_table() -> bytes:
    """1 at `before * CODES + after` where a line may break between the two, strict."""
    table = bytearray(CODES * CODES)
    for before in CharClass:
        for after in CharClass:
            table[before * CODES + after] = may_break(before, after)
    return bytes(table)


def may_break(before: CharClass, after: CharClass) -> bool:
    if before is C.WORD_SPACE:
        return after is not C.WORD_SPACE and after not in NOT_AT_HEAD
    if before in NOT_AT_END or after in NOT_AT_HEAD:
        return False
    if before is C.INSEPARABLE and after is C.INSEPARABLE:
        return False
    if before in LATIN and after in LATIN:
        return False
    return not (before is C.POSTFIX and after in {C.UNIT})
