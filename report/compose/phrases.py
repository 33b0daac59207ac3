"""Where a Japanese phrase (文節) ends, by BudouX.

In: text. Out: the positions between characters at which a phrase ends, each with what a break there costs: nothing
after punctuation, a particle or a space, a little after anything else (…子育て／サービス…).
"""

from __future__ import annotations

import functools
import re
from typing import Any

from report.compose.characters import CLASSES
from report.compose.characters import CharClass as C

PARTICLES = frozenset("をはがにでともへやのる")
MARKS = frozenset(
    {C.COMMA, C.FULL_STOP, C.MIDDLE_DOT, C.DIVIDING, C.CLOSING_BRACKET, C.WORD_SPACE, C.IDEOGRAPHIC_SPACE}
)
# Costs in the unit of linebreak.balanced: em² of unevenness a better break is worth.
WEAK = 15.0
DOUBTFUL = 60.0  # a phrase that seems to end between two kanji is more often a compound
SCRIPTS = re.compile(r"([\u3400-\u9fff々〆])|([ァ-ヺー])|([ぁ-ゖ])")
KANJI, KATAKANA, HIRAGANA, OTHER = 1, 2, 3, 0
INSIDE = {  # a break inside a phrase, between two scripts: words begin with kanji and katakana, and end in hiragana
    (HIRAGANA, KANJI): 30.0,
    (HIRAGANA, KATAKANA): 30.0,
    (KANJI, KATAKANA): 60.0,
    (KATAKANA, KANJI): 60.0,
    (KANJI, KANJI): 150.0,
    (HIRAGANA, HIRAGANA): 250.0,
    (KANJI, HIRAGANA): 250.0,
    (KATAKANA, HIRAGANA): 250.0,
    (KATAKANA, KATAKANA): 400.0,
}


@functools.cache
def _parser() -> Any:
    import budoux

    return budoux.load_default_japanese_parser()


@functools.lru_cache(maxsize=4096)
def phrase_ends(text: str) -> dict[int, float]:
    """Position (a break before text[position]) -> cost."""
    ends: dict[int, float] = {}
    position = 0
    for phrase in _parser().parse(text):
        position += len(phrase)
        ends[position] = 0.0 if phrase[-1] in PARTICLES or CLASSES[phrase[-1]] in MARKS else WEAK
        if script(phrase[-1]) == KANJI and script(text[position : position + 1]) == KANJI:
            ends[position] = DOUBTFUL
    for position, char in enumerate(text, 1):
        if char in " \u3000":
            ends[position] = 0.0
    ends.pop(len(text), None)
    return ends


def script(char: str) -> int:
    found = SCRIPTS.match(char)
    return found.lastindex or OTHER if found else OTHER


def inside(before: str, after: str) -> float:
    """What a break inside a phrase costs, between two characters."""
    return INSIDE.get((script(before), script(after)), 60.0)
