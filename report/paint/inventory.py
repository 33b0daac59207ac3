"""What pages use, found before they are painted: glyphs of each face.

In: pages. Out: for every face the glyphs to embed, each with the characters it stands for. One glyph may stand for
different characters in different places (⼀ and 一); the first met stays, as a font holds one mapping for each glyph.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from report.diagnostics import Report, message
from report.page import GlyphRun, Item, Page, Placed

Glyphs = dict[str, dict[int, str]]  # face -> glyph id -> characters


def glyphs_of(pages: Sequence[Page], heard: Iterable[Sequence[GlyphRun]], report: Report) -> Glyphs:
    """The glyphs in use, also of words that are only heard.

    A run with the empty glyph (.notdef) is an error: it would print as a box.
    """
    used: Glyphs = {}
    seen: set[str] = set()
    for page in pages:
        _collect(page.items, used, seen, report)
    for runs in heard:
        _collect(runs, used, seen, report)
    return used


def _collect(items: Iterable[Item], used: Glyphs, seen: set[str], report: Report) -> None:
    for item in items:
        if isinstance(item, GlyphRun):
            _collect_run(item, used, report)
        elif isinstance(item, Placed) and item.drawing.key not in seen:
            seen.add(item.drawing.key)
            _collect(item.drawing.items, used, seen, report)


def _collect_run(run: GlyphRun, used: Glyphs, report: Report) -> None:
    face = used.setdefault(run.face, {})
    for gid, text in zip(run.gids, run.texts, strict=True):
        if not face.get(gid):
            face[gid] = text
    if 0 in run.gids:
        origin = getattr(run.owner, "origin", None)
        lacking = "".join(text for gid, text in zip(run.gids, run.texts, strict=True) if gid == 0)
        report.error(origin, message("glyph-missing", face=run.face, text=lacking))
