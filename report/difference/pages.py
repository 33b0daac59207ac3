"""Which page of one edition is which of the other.

In: two records and their blocks in pairs. Out: pairs of page numbers, from 1, None where there is no counterpart. A
page is found again by the blocks on it, one without blocks by its headings and its look; so a page that was put in is
new, and those that follow are what they were.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.difference.align import Pair
from report.difference.pairing import in_order
from report.record.model import Record

PagePair = tuple[int | None, int | None]
LOOK, HEADINGS = 0.75, 0.5  # what counts beside a block in common, which is 1


def paired_pages(old: Record, new: Record, blocks: Sequence[Pair]) -> tuple[PagePair, ...]:
    """In the order of the new pages; those that are gone after the page that they followed."""
    votes = [[_alike(old, new, i, j) for j in range(len(new.pages))] for i in range(len(old.pages))]
    for was, now in blocks:
        if was and now:
            votes[was.page - 1][now.page - 1] += 1
    pairs = in_order(votes, len(new.pages))
    return tuple((None if i is None else i + 1, None if j is None else j + 1) for i, j in pairs)


def _alike(old: Record, new: Record, i: int, j: int) -> float:
    was, now = old.pages[i], new.pages[j]
    return LOOK * (was.look == now.look) + HEADINGS * bool(was.headings and was.headings == now.headings)
