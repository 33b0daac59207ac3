"""Which block of one edition is which of the other.

In: the blocks of two records. Out: pairs, each with None on a side where there is none. A block is found again by its
section, its kind, its words and its pictures; its id, which counts the blocks before it, only decides between equals.
So one that was put in makes no other of those that follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from report.difference.pairing import in_order
from report.record.model import PrintedBlock

SAME, SAME_ID, SAME_PICTURE = 2.0, 0.1, 1.0  # scores of a pair; of like words: their share, up to 1
WORDLESS = 0.6  # of two without words
LEAST = 0.5  # share of words from which on one was changed, not replaced
REPLACED = 0.2  # of two that have nothing but their ids in common
ELSEWHERE = 0.85  # share from which on a block is found again out of its order
SHORT = 8  # characters too few to be found again by a part of them


class Pair(NamedTuple):
    old: PrintedBlock | None
    new: PrintedBlock | None


def section_of(block: PrintedBlock) -> str:
    return block.id.partition("/")[0]


def aligned(old: Sequence[PrintedBlock], new: Sequence[PrintedBlock]) -> tuple[Pair, ...]:
    """All blocks of both, in the order of the new ones; those that are gone where they stood among their neighbours."""
    pairs: list[Pair] = []
    was, now = _by_section(old), _by_section(new)
    for section in (*now, *(section for section in was if section not in now)):
        pairs += _in_order(was.get(section, []), now.get(section, []))
    return tuple(_found_elsewhere(pairs))


def _by_section(blocks: Sequence[PrintedBlock]) -> dict[str, list[PrintedBlock]]:
    made: dict[str, list[PrintedBlock]] = {}
    for block in blocks:
        made.setdefault(section_of(block), []).append(block)
    return made


def _in_order(old: list[PrintedBlock], new: list[PrintedBlock]) -> list[Pair]:
    """The pairing of two lists, neither put in another order, whose scores add up to most."""
    same = 0
    while same < min(len(old), len(new)) and _key(old[same]) == _key(new[same]):
        same += 1
    head, old, new = [Pair(*each) for each in zip(old[:same], new[:same], strict=True)], old[same:], new[same:]
    made = in_order([[_score(a, b) for b in new] for a in old], len(new))
    return head + [Pair(None if i is None else old[i], None if j is None else new[j]) for i, j in made]


def _found_elsewhere(pairs: list[Pair]) -> list[Pair]:
    """Those that are gone from one place and new in another are one block."""
    gone = {pair.old: place for place, pair in enumerate(pairs) if pair.old and not pair.new}
    for place, (old, new) in enumerate(pairs):
        if new is None or old is not None:
            continue
        likes = [(_likeness(each, new), each) for each in gone if each.kind == new.kind]
        likeness, near = max(likes, key=lambda each: each[0], default=(0.0, None))
        if near is not None and likeness >= ELSEWHERE:
            pairs[place] = Pair(near, new)
            pairs[gone.pop(near)] = Pair(None, None)
    return [pair for pair in pairs if pair.old or pair.new]


def _likeness(old: PrintedBlock, new: PrintedBlock) -> float:
    if _key(old) == _key(new) and (new.words or new.pictures):
        return 1.0
    return _share(old.words, new.words) if min(len(old.words), len(new.words)) >= SHORT else 0.0


def _key(block: PrintedBlock) -> tuple[object, ...]:
    return block.kind, block.words, block.pictures


def _score(old: PrintedBlock, new: PrintedBlock) -> float:
    """0 for two that are not one."""
    if old.kind != new.kind:
        return 0.0
    same_id = SAME_ID if old.id == new.id else 0.0
    if _key(old) == _key(new):
        return SAME + same_id
    names = [{name for name, _ in block.pictures} for block in (old, new)]
    pictured = SAME_PICTURE if names[0] & names[1] else 0.0
    share = _share(_wordless(old), _wordless(new)) if old.words or new.words else WORDLESS
    score = pictured + (share if share >= LEAST else 0.0)
    return score + same_id if score else REPLACED if same_id else 0.0


def _wordless(block: PrintedBlock) -> str:
    """Its words, every number as one sign: what a number is says nothing of which block it is in."""
    return re.sub(r"[0-9０-９]+(?:[,.][0-9]+)*", "0", block.words)


def _share(old: str, new: str) -> float:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= LEAST else 0.0
