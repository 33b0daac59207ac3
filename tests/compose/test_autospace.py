"""和欧間 opens first, to half an em (JLREQ 3.8.4), or with the others where a style says so."""

from __future__ import annotations

from report.compose.characters import CODES, CharClass
from report.compose.spacing import EXPAND_AUTOSPACE, gaps

PAIR = CharClass.IDEOGRAPH * CODES + CharClass.NUMERAL
SOLID = CharClass.IDEOGRAPH * CODES + CharClass.IDEOGRAPH


def test_it_opens_first_and_to_half_an_em():
    gap = gaps(0.25, 0.5)[PAIR]
    assert (gap.natural, gap.expand, gap.most) == (0.25, EXPAND_AUTOSPACE, 0.25)


def test_a_style_may_open_it_evenly_with_the_rest():
    table = gaps(0.25, 0.5, 0.25)
    assert table[PAIR].natural == 0.25
    assert table[PAIR].expand == table[SOLID].expand != EXPAND_AUTOSPACE
