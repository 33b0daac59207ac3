"""Where the lines of a passage may end, and what each such break costs.

In: a Passage. Out: Breaks for compose.linebreak, in order, the passage's end last: all that Japanese rules allow
(kinsoku, at the style's level), or only those between phrases. What the author marked with | and ~ goes before both.
"""

from __future__ import annotations

import functools

from report.compose import keep_together, phrases
from report.compose.characters import CODES, CharClass
from report.compose.kinsoku import relaxed
from report.compose.linebreak import Break
from report.compose.paragraph import Passage
from report.compose.spacing import break_table

UNITS = frozenset({CharClass.UNIT, CharClass.POSTFIX})
WORD = frozenset({CharClass.WESTERN, CharClass.NUMERAL})
SPACES = frozenset({CharClass.WORD_SPACE, CharClass.IDEOGRAPHIC_SPACE})
AUTHORS_BREAK = -60.0  # em², for balanced lines: a break the author marked is wanted where lines turn anyway


@functools.lru_cache(maxsize=4096)
def kinsoku_breaks(passage: Passage) -> list[Break]:
    """Breaks by the rules of Japanese; where characters should stay together a break costs HELD."""
    codes, at, texts = relaxed(passage.texts, passage.codes, passage.style.kinsoku), passage.at, passage.texts
    table = break_table()
    costs = keep_together.costs(passage.text)
    found: list[Break] = []
    for box in range(1, len(codes)):
        position, before, after = at[box], codes[box - 1], codes[box]
        if position in passage.joined:
            continue
        if position in passage.allowed:
            found.append((box, 0.0))
        elif table[before * CODES + after]:
            if after not in SPACES:  # a line ends after a space, which takes no room there
                unit = after in UNITS and _measured(codes, box)
                found.append((box, keep_together.HELD if unit else costs.get(position, 0.0)))
        elif before == CharClass.WESTERN and after in WORD:
            cost = keep_together.inside_word(texts[box - 1], texts[box])
            if cost:
                found.append((box, cost))
    found.append((len(codes), 0.0))
    return found


def _measured(codes: bytes, box: int) -> bool:
    """A unit belongs to the number before it, though a space may stand between."""
    if box > 1 and codes[box - 1] == CharClass.WORD_SPACE:
        box -= 1
    return codes[box - 1] == CharClass.NUMERAL


def phrase_breaks(passage: Passage, measure: float, desperate: bool = False) -> list[Break]:
    """Breaks between phrases, and inside a phrase wider than the measure. desperate: inside an amount, too."""
    ends = phrases.phrase_ends(passage.text)
    rest: list[Break] = []
    found: list[Break] = []
    last = 0
    count = len(passage.codes)
    for box, cost in kinsoku_breaks(passage):
        position = passage.at[box] if box < count else -1
        if position in passage.allowed:
            found.append((box, AUTHORS_BREAK))
        elif position in ends and cost < keep_together.DEAR:
            found.append((box, ends[position]))
        elif box == count:
            found.append((box, 0.0))
        else:
            rest.append((box, max(cost, phrases.inside(passage.texts[box - 1], passage.texts[box]))))
            continue
        if passage.material.width(last, box) > measure:
            found += [(b, c) for b, c in rest if desperate or c < keep_together.HELD]
        rest = []
        last = box
    return sorted(found)
