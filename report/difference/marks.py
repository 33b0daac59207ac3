"""A difference as marks on the pages of the new edition.

In: a Difference. Out: Marks, for a copy of its PDF. What has no place on a new page, as a block that is gone, is a
small square at the upper left corner of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from report.difference import Difference
from report.difference.as_text import bracketed
from report.difference.telling import Entry, Sought, entries
from report.units import Rect

COLOURS = {"added": (0.1, 0.48, 0.24), "figure": (0.42, 0.24, 0.6), "moved": (0.45, 0.5, 0.55)}
CHANGED, GONE, YELLOW = (0.04, 0.36, 0.65), (0.7, 0.15, 0.12), (1.0, 0.82, 0.0)
CORNER, STEP = Rect(10.0, 10.0, 10.0, 10.0), 16.0  # pt: of the first small square, and to the next


class Mark(NamedTuple):
    """page: from 1. rects: on its trim, y down. words: what changed. colour: RGB in 0…1. fills: the rects are of words,
    which are coloured; else of blocks, which are framed."""

    page: int
    rects: tuple[Rect, ...]
    words: str
    colour: tuple[float, float, float]
    fills: bool = False


def marks_of(difference: Difference, found: Mapping[Sought, tuple[Rect, ...]]) -> Iterator[Mark]:
    """found: where words stand that were sought on the new pages."""
    for page in difference.pages:
        if page.new is None:
            continue
        homeless = 0
        for entry in entries(difference, page):
            words, colour = _words(entry), COLOURS.get(entry.what, CHANGED)
            exact = [(sought.rect, rects) for sought in entry.new_words if (rects := found.get(sought))]
            yield from (Mark(page.new, rects, words, YELLOW, True) for _, rects in exact)
            within = {rect for rect, _ in exact}
            yield from (Mark(page.new, (rect,), words, colour) for rect in entry.new if rect not in within)
            if not entry.new:
                yield Mark(page.new, (CORNER._replace(x=CORNER.x + STEP * homeless),), words, GONE)
                homeless += 1


def _words(entry: Entry) -> str:
    lines = [f"{entry.label}：{entry.title}", *entry.lines]
    for text in entry.texts:
        lines += [f"{label}：{bracketed(spans)}" for label, spans in (("前", text.old), ("後", text.new)) if spans]
    return "\n".join(filter(None, lines))
