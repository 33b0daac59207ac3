"""Classes in their context, gaps between them, and what stays together."""

from __future__ import annotations

from itertools import pairwise

import pytest

from report.compose.characters import CODES, classify
from report.compose.characters import CharClass as C
from report.compose.keep_together import costs
from report.compose.phrases import phrase_ends
from report.compose.spacing import Gap, gaps, may_break


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("「あ」、", [C.OPENING_BRACKET, C.HIRAGANA, C.CLOSING_BRACKET, C.COMMA]),
        ("（！？：）", [C.OPENING_BRACKET, C.DIVIDING, C.DIVIDING, C.MIDDLE_DOT, C.CLOSING_BRACKET]),
        ("アーっ々", [C.KATAKANA, C.PROLONGED, C.SMALL_KANA, C.ITERATION]),
        ("1,8.5", [C.NUMERAL] * 5),
        ("1,あ", [C.NUMERAL, C.COMMA, C.HIRAGANA]),
        ("a.b/c", [C.WESTERN] * 5),
        ("Tour. 区", [C.WESTERN] * 5 + [C.WORD_SPACE, C.IDEOGRAPH]),
        ("９Ａ％", [C.IDEOGRAPH, C.IDEOGRAPH, C.POSTFIX]),
        ("H₂Oを", [C.WESTERN, C.WESTERN, C.WESTERN, C.HIRAGANA]),
        ("10⁶区²", [C.NUMERAL, C.NUMERAL, C.WESTERN, C.IDEOGRAPH, C.REFERENCE]),
        ("。¹²", [C.FULL_STOP, C.REFERENCE, C.REFERENCE]),
        ("𠮷※●ж", [C.IDEOGRAPH, C.IDEOGRAPH, C.IDEOGRAPH, C.WESTERN]),
    ],
)
def test_classes(text: str, classes: list[C]) -> None:
    assert [C(code) for code in classify(text)] == classes


def gap(before: C, after: C) -> Gap:
    return gaps(0.25, 0.5)[before * CODES + after]


def test_gaps_are_those_of_jlreq() -> None:
    assert gap(C.HIRAGANA, C.IDEOGRAPH).natural == 0
    assert gap(C.CLOSING_BRACKET, C.OPENING_BRACKET).natural == 0.5
    assert gap(C.COMMA, C.OPENING_BRACKET).natural == 0.5
    assert gap(C.FULL_STOP, C.CLOSING_BRACKET).natural == 0
    assert gap(C.OPENING_BRACKET, C.OPENING_BRACKET).natural == 0
    assert gap(C.IDEOGRAPH, C.MIDDLE_DOT).natural == 0.25
    assert gap(C.COMMA, C.MIDDLE_DOT).natural == 0.75
    assert gap(C.IDEOGRAPH, C.NUMERAL)[:2] == (0.25, 0.125)
    assert gap(C.WESTERN, C.WESTERN).expand == 0
    assert gap(C.FULL_STOP, C.IDEOGRAPH).less == 0  # a full stop's half stays inside a line


def test_breaks_are_strict() -> None:
    assert may_break(C.HIRAGANA, C.IDEOGRAPH)
    assert not may_break(C.HIRAGANA, C.SMALL_KANA)
    assert not may_break(C.OPENING_BRACKET, C.IDEOGRAPH)
    assert not may_break(C.PREFIX, C.NUMERAL)
    assert not may_break(C.NUMERAL, C.POSTFIX)
    assert may_break(C.WORD_SPACE, C.WESTERN)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("定員約8,500人の", ["定", "員", "約8,500人", "の"]),
        ("全27か所で", ["全27か所", "で"]),
        ("令和5年4月1日に", ["令和5年", "4月", "1日", "に"]),
        ("平成元年度から", ["平成元年度", "か", "ら"]),
        ("95％超", ["95％超"]),
        ("約−5°Cに", ["約−5°C", "に"]),
        ("約1万2,000人が2万3千人に", ["約1万2,000人", "が", "2万3千人", "に"]),
        ("1/2以上5未満10人程度の", ["1", "/", "2以上", "5未満", "10人程度", "の"]),
        ("月500円/月10数人", ["月", "500円/月", "10数人"]),
        ("令和5（2023）年度の", ["令和5", "（", "2023", "）年度", "の"]),
        ("8−5人", ["8", "−", "5人"]),
        ("１０万人", ["１０万人"]),
    ],
)
def test_amounts_stay_whole(text: str, parts: list[str]) -> None:
    held = {position for position, cost in costs(text).items() if cost > 1000}
    cut = [0, *(i for i in range(1, len(text)) if i not in held), len(text)]
    assert [text[a:b] for a, b in pairwise(cut)] == parts


def test_phrases_end_after_particles_cheaply() -> None:
    ends = phrase_ends("必要な子育てサービスを選べる社会に")
    assert ends[11] == 0
    assert ends[6] > 0
