"""How evenly text is set: lines that had to be opened wide, with our breaking and with the plain one.

In: what was composed. Out: `Evenness`, counted over justified lines that are filled: those with more than an eighth of
an em of extra space between two ideographs or kana, broken by total fit as composed, and by first fit for comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from report.compose.characters import CharClass
from report.compose.composition import broken, indented
from report.compose.keep_together import HELD
from report.compose.linebreak import SLACK, Material, best_ending, first_fit
from report.compose.opportunities import kinsoku_breaks
from report.compose.paragraph import Passage, passage, passages
from report.compose.setting import places, tracked
from report.compose.textblock import Composed
from report.style.fonts import FontBook

WIDE = 1 / 8  # em
SET_SOLID = frozenset({CharClass.IDEOGRAPH, CharClass.HIRAGANA, CharClass.KATAKANA, CharClass.SMALL_KANA})


class Evenness(NamedTuple):
    """Lines filled, and of them those opened wide, with either way of breaking."""

    filled: int = 0
    wide: int = 0
    filled_first: int = 0
    wide_first: int = 0

    @property
    def share(self) -> float:
        return self.wide / self.filled if self.filled else 0.0

    @property
    def share_first(self) -> float:
        return self.wide_first / self.filled_first if self.filled_first else 0.0


def evenness(composed: Iterable[Composed], fonts: FontBook) -> Evenness:
    counts = [0, 0, 0, 0]
    for text in dict.fromkeys(composed):
        if text.style.align != "justify" or text.style.breaks != "kinsoku":
            continue
        for paragraph in text.paragraphs:
            for part, runs in enumerate(passages(paragraph)):
                made = passage(runs, text.style, fonts)
                if made.texts:
                    _count(made, text.measure, made.indent if part == 0 else 0.0, counts)
    return Evenness(*counts)


def _count(made: Passage, measure: float, indent: float, counts: list[int]) -> None:
    tracking, ends, _ = broken(made, measure, indent)
    material = indented(tracked(made, tracking), indent)
    extras = extra_space(made, material, ends, measure)
    counts[0] += len(extras)
    counts[1] += sum(extra > WIDE + SLACK for extra in extras)
    breaks = [entry for entry in kinsoku_breaks(made) if entry[1] < HELD / 10]
    plain = indented(made.material, indent)
    extras = extra_space(made, plain, first_fit(plain, breaks, measure), measure)
    counts[2] += len(extras)
    counts[3] += sum(extra > WIDE + SLACK for extra in extras)


def extra_space(made: Passage, material: Material, ends: Sequence[int], measure: float) -> list[float]:
    """Of every filled line the widest space between two characters that are set solid, em."""
    found: list[float] = []
    first = 0
    for end in ends[:-1]:
        way = best_ending(material, first, end, measure, True)
        xs, _ = places(made, material, first, end, measure, way)
        extra = [
            (xs[i + 1] - xs[i] - material.starts[first + i + 1] + material.starts[first + i]) / made.sizes[first + i]
            for i in range(len(xs) - 1)
            if made.codes[first + i] in SET_SOLID and made.codes[first + i + 1] in SET_SOLID and made.sizes[first + i]
        ]
        found.append(max(extra, default=0.0))
        first = end
    return found
