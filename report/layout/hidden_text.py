"""Hidden text: words of the structure that nobody sees, the values behind a chart, set in no ink over its drawing.

In: the structure tree, the faces. Out: for the content before them in the tree, GlyphRuns whose owner are the Words and
whose ink is none, each in a plane of its own whose origin is the upper left corner of that content's drawing. A tag
without text on a page is skipped by many readers; text that is rendered in no ink (ISO 32000-1, 9.3.6, mode 3) is not.
A character that no face has is an error at the place of that drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from report.messages import Failure, Origin, Report
from report.page import GlyphRun
from report.style.fonts import FontBook, letter
from report.style.text import CharStyle
from report.text.tags import Content, StructElem, Words

SIZE = 1.0  # pt: lies within any drawing, and a selection of it does not show
LEADING = 1.5  # of a row of cells
APART = 1.0  # between cells: more than a word space, so that programs that extract text part them

Hidden = Mapping[Content, Sequence[GlyphRun]]


class Tagged(NamedTuple):
    """What makes pages a tagged file: the structure, and its hidden text by the content that it follows."""

    structure: StructElem
    hidden: Hidden


def hide(root: StructElem, fonts: FontBook, report: Report) -> Hidden:
    """What to paint once the content before it is painted. A character that no face has is reported."""
    style = CharStyle(fonts=fonts.names, size=SIZE, ink="")
    made: dict[Content, list[GlyphRun]] = {}
    anchor: Content | None = None
    x = y = 0.0
    for leaf, begins in _leaves(root):
        if isinstance(leaf, Content):
            anchor, x, y = leaf, 0.0, 0.0
            continue
        assert anchor is not None, f"nothing on a page stands before the words {leaf.text}"
        if begins:
            x, y = 0.0, y + LEADING
        try:
            runs, width = _runs(leaf, style, fonts, getattr(anchor.owner, "origin", None))
        except Failure as failure:
            from report.messages.places import placed_in

            report.add(placed_in(anchor.owner, failure.diagnostics))
            continue
        made.setdefault(anchor, []).extend(msgspec.structs.replace(run, x=run.x + x, y=y) for run in runs)
        x += width + APART
    return made


def _runs(words: Words, style: CharStyle, fonts: FontBook, origin: Origin | None) -> tuple[list[GlyphRun], float]:
    parts, width = letter(fonts, words.text, style, origin)
    runs = [
        GlyphRun(
            face=part.face.name, size=SIZE, ink="", x=part.x, y=0.0, gids=part.gids, owner=words, width=part.width,
            xs=tuple(x - part.x for x in part.xs), texts=part.texts,
        )
        for part in parts
    ]  # fmt: skip
    return runs, width


def _leaves(elem: StructElem) -> Iterator[tuple[Content | Words, bool]]:
    """Contents and Words in reading order, and whether they begin a row."""
    first = elem.role in ("TR", "Caption")
    for kid in elem.kids:
        if not isinstance(kid, StructElem):
            yield kid, first
            first = False
            continue
        for leaf, begins in _leaves(kid):
            yield leaf, begins or first
            first = False
