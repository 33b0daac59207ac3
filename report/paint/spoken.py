"""Words that are heard and not seen: the values behind a chart, as text in no ink over its drawing.

In: the structure tree, the faces. Out: for the content before them in the tree, GlyphRuns whose owner are the Words and
whose ink is none, each in a plane of its own whose origin is the upper left corner of that content's drawing. A tag
without text on a page is skipped by many readers; text that is rendered in no ink (ISO 32000-1, 9.3.6, mode 3) is not.
Whether the faces have all that is heard is looked at before (`check_spoken`), when the places are still known.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from report.content.tags import Content, StructElem, Words
from report.diagnostics import Origin, Report
from report.page import GlyphRun
from report.style.fonts import FontBook, letter, uncovered
from report.style.text import CharStyle

SIZE = 1.0  # pt: lies within any drawing, and a selection of it does not show
LEADING = 1.5  # of a row of cells
APART = 1.0  # between cells: more than a word space, so that programs that extract text part them


def spoken(root: StructElem, fonts: FontBook) -> dict[Content, list[GlyphRun]]:
    """What to paint once the content before it is painted."""
    style = CharStyle(fonts=fonts.names, size=SIZE, ink="")
    made: dict[Content, list[GlyphRun]] = {}
    anchor: Content | None = None
    x = y = 0.0
    for leaf, begins in _leaves(root):
        if isinstance(leaf, Content):
            anchor, x, y = leaf, 0.0, 0.0
            continue
        if anchor is None:
            raise ValueError(f"nothing on a page stands before the words {leaf.text}")
        if begins:
            x, y = 0.0, y + LEADING
        runs, width = _runs(leaf, style, fonts)
        made.setdefault(anchor, []).extend(msgspec.structs.replace(run, x=run.x + x, y=y) for run in runs)
        x += width + APART
    return made


def check_spoken(root: StructElem, fonts: FontBook, report: Report) -> None:
    """An error, at the place of the nearest element that has one, for characters of such words that no face has."""
    pending: list[tuple[StructElem, Origin | None]] = [(root, None)]
    while pending:
        elem, around = pending.pop()
        origin = elem.origin or around
        for kid in elem.kids:
            if isinstance(kid, StructElem):
                pending.append((kid, origin))
            elif isinstance(kid, Words):
                for face, start, end in fonts.segments(kid.text, fonts.names):
                    if face is None:
                        told = uncovered(kid.text[start:end], fonts.names, origin)
                        report.error(told.origin, told.message, told.hint)


def _runs(words: Words, style: CharStyle, fonts: FontBook) -> tuple[list[GlyphRun], float]:
    parts, width = letter(fonts, words.text, style)
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
