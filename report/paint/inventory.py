"""What pages use, found before they are painted: glyphs of each face.

In: pages, and hidden text. Out: for every face the glyphs to embed, each with the characters it stands for. One glyph
may stand for different characters in different places (⼀ and 一); the first met stays, as a font holds one mapping for
each glyph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from report.messages import Report, message
from report.page import GlyphRun, Item, Page, Placed

Glyphs = dict[str, dict[int, str]]  # face -> glyph id -> characters


def glyphs_of(pages: Sequence[Page], hidden: Iterable[Sequence[GlyphRun]] = ()) -> Glyphs:
    """The glyphs in use, also of hidden text."""
    used: Glyphs = {}
    for run in _runs(pages, hidden):
        face = used.setdefault(run.face, {})
        for gid, text in zip(run.gids, run.texts, strict=True):
            if not face.get(gid):
                face[gid] = text
    return used


def check_glyphs(pages: Sequence[Page], hidden: Iterable[Sequence[GlyphRun]], report: Report) -> None:
    """An error for a run with the empty glyph (.notdef): it would print as a box."""
    for run in _runs(pages, hidden):
        if 0 in run.gids:
            lacking = "".join(text for gid, text in zip(run.gids, run.texts, strict=True) if gid == 0)
            origin = getattr(run.owner, "origin", None)
            report.error(origin, message("glyph-missing", face=run.face, text=lacking))


def _runs(pages: Sequence[Page], hidden: Iterable[Sequence[GlyphRun]]) -> Iterator[GlyphRun]:
    """Every run, those of a drawing once."""
    seen: set[str] = set()
    for page in pages:
        yield from _within(page.items, seen)
    for runs in hidden:
        yield from runs


def _within(items: Iterable[Item], seen: set[str]) -> Iterator[GlyphRun]:
    for item in items:
        if isinstance(item, GlyphRun):
            yield item
        elif isinstance(item, Placed) and item.drawing.key not in seen:
            seen.add(item.drawing.key)
            yield from _within(item.drawing.items, seen)
