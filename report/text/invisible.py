"""Characters that nobody sees, in one table (Unicode, DerivedCoreProperties: Default_Ignorable_Code_Point).

`visible` keeps of them what shapes a neighbour: a variation selector after its base, a joiner between two characters.
Those that say where a line may end (U+200B, U+2060 …) are inlines of their own: text.markup.
"""

from __future__ import annotations

from collections.abc import Iterator

IGNORED = frozenset(
    map(chr, (
        0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0x200B, 0x2010),
        *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164, *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0,
        *range(0xFFF0, 0xFFF9), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000),
    ))
)  # fmt: skip
SELECTORS = frozenset(map(chr, (*range(0x180B, 0x180E), 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
JOINER = "\u200d"


def dropped(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Places of characters that leave nothing on the page and change no neighbour."""
    end = len(text) if end is None else end
    if IGNORED.isdisjoint(text[start:end]):
        return
    for place in range(start, end):
        if text[place] in IGNORED and not _shapes(text, place):
            yield place


def _shapes(text: str, place: int) -> bool:
    """Whether an ignored character shapes its neighbours."""
    before = place - 1
    if text[place] in SELECTORS:
        return _is_seen(text, before)
    if text[place] != JOINER or not _is_seen(text, place + 1):
        return False
    return _is_seen(text, before - 1 if before > 0 and text[before] in SELECTORS else before)


def _is_seen(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place] not in IGNORED and not text[place].isspace()


def visible(text: str) -> str:
    """The text without those characters."""
    gone = set(dropped(text))
    return "".join(char for place, char in enumerate(text) if place not in gone) if gone else text


def unseen(text: str) -> bool:
    """Whether nothing of a text shows on paper: only spaces and invisible characters."""
    return not visible(text).strip()
