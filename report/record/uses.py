"""Which figures a region of a page shows.

In: a region, whose told nodes are what an author wrote, and the uses of figures by their places. Out: the uses there,
each with its sentence, in the order in which they were written. What only readers hear of (alt) is not printed.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from report.blocks import Block
from report.blocks.chart import Chart, ChartSeries
from report.figures.model import FigureRef
from report.messages import Origin
from report.page import GlyphRun, Item, Region
from report.record.sentences import of_chart, of_reference, of_text
from report.text import Text
from report.text.edition import Use

Places = dict[Origin, list[Use]]
SILENT = ("reading", "emphasis")  # roles of glyphs that are no words of their own
BESIDE = 8  # characters of a sentence that tell one place of a number from another
PLAIN = (str, int, float, bool)


def by_place(uses: Iterable[Use]) -> Places:
    found: Places = {}
    for use in uses:
        found.setdefault(use.where, []).append(use)
    return found


def shown_in(items: Iterable[Item]) -> str:
    """The characters of its lines, but for readings."""
    runs = (item for item in items if isinstance(item, GlyphRun) and item.role not in SILENT)
    return "".join(text for run in runs for text in run.texts)


def uses_in(region: Region, places: Places, is_part: bool = False) -> Iterator[tuple[Use, str]]:
    """is_part: it shows a part of a block."""
    if is_part:
        yield from ((use, said) for use, said in _all_in(region, places) if _is_shown(use, region))
    else:
        yield from _all_in(region, places)


def _is_shown(use: Use, region: Region) -> bool:
    """Whether the words stand in that part of their text, with what is beside them."""
    own = (item for item in region.items if item.owner is not None and getattr(item.owner, "origin", None) == use.where)
    shown = shown_in(own)
    around = use.passage[max(0, use.at - BESIDE) : use.at] + use.words, use.passage[use.at :][: len(use.words) + BESIDE]
    return any("".join(words.split()) in "".join(shown.split()) for words in around)


def _all_in(region: Region, places: Places) -> Iterator[tuple[Use, str]]:
    shows = region.told.shows
    for node in shows:
        if isinstance(node, Text):
            beside = tuple(filter(None, shows)) if region.told.kind == "heading" else (node,)
            yield from ((use, of_text(use, node, beside)) for use in places.get(node.origin, ()))
        elif node is not None:
            yield from _within(node, places)


def _within(block: Block, places: Places) -> Iterator[tuple[Use, str]]:
    pending: list[tuple[Any, Any]] = [(block, None)]  # each with the node that holds it
    while pending:
        node, holder = pending.pop()
        kind = type(node)
        if kind is Text:
            yield from ((use, of_text(use, node, holder)) for use in places.get(node.origin, ()))
        elif kind is FigureRef:
            yield from ((use, of_reference(block, node)) for use in places.get(node.origin, ()))
        elif kind is tuple:
            pending += [(each, holder) for each in reversed(node)]
        elif isinstance(node, msgspec.Struct):
            if kind is ChartSeries:
                assert isinstance(block, Chart)
                yield from ((use, of_chart(use, block, node.origin)) for use in places.get(node.origin, ()))
            parts = (getattr(node, name) for name in _fields(kind))
            pending += [(part, node) for part in parts if part and not isinstance(part, PLAIN)]


@functools.cache
def _fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The names of what an author writes in a node and pages show, the last first."""
    unseen = {"alt", "origin", *getattr(kind, "FILLED", ())}
    return tuple(name for name in reversed(kind.__struct_fields__) if name not in unseen)
