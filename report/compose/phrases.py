"""Where a Japanese phrase (文節) ends, by BudouX.

In: text. Out: the positions between characters at which a phrase ends, each with what a break there costs: nothing
after punctuation, a particle or a space, a little after anything else (…子育て／サービス…).
"""

from __future__ import annotations

import functools
from typing import Any

PARTICLES = frozenset("をはがにでともへやのる")
MARKS = frozenset("、。，．・！？!?」』）〉》】 \u3000")
WEAK = 15.0  # in the unit of linebreak.balanced: em²


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
        ends[position] = 0.0 if phrase[-1] in PARTICLES or phrase[-1] in MARKS else WEAK
    for position, char in enumerate(text, 1):
        if char in " \u3000":
            ends[position] = 0.0
    ends.pop(len(text), None)
    return ends
