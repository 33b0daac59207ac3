"""What pages hold: glyphs of each face, and from a place on paper back to the YAML.

In: pages, whose items know their owners, and hidden text. Out: for every face the glyphs to embed, each with the
characters it stands for; `places(pages)`, which finds the owner's origin under a rectangle; `page_finder(pages)`, which
finds the pages of an origin. One glyph may stand for different characters in different places (⼀ and 一); the first
met stays, as a font holds one mapping for each glyph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from report.messages import Origin, Report, message
from report.page import Artifact, GlyphRun, Item, Page, Placed
from report.page.areas import area
from report.style.fonts import FontBook, FontFace, with_codes
from report.text.clusters import EMOJI_FORM
from report.text.invisible import unseen
from report.units import Rect

Glyphs = dict[str, dict[int, str]]  # face -> glyph id -> characters
Owned = tuple[GlyphRun, Any]


def glyphs_of(pages: Sequence[Page], hidden: Iterable[Sequence[GlyphRun]] = ()) -> Glyphs:
    """The glyphs in use, also of hidden text."""
    used: Glyphs = {}
    for run, _ in _runs(pages, hidden):
        face = used.setdefault(run.face, {})
        for gid, text in zip(run.gids, run.texts, strict=True):
            if not face.get(gid):
                face[gid] = text
    return used


def check_glyphs(pages: Sequence[Page], hidden: Iterable[Sequence[GlyphRun]], fonts: FontBook, report: Report) -> None:
    """An error for the empty glyph (.notdef), which would print as a box, and for the glyph of a visible character that
    would print as nothing; a warning for an emoji that prints as a letter does."""
    shown, silent = list(_runs(pages, ())), list(_runs((), hidden))
    bad = {name: _bad(fonts.face(name), shown, silent) for name in {run.face: None for run, _ in (*shown, *silent)}}
    for run, owner in (*shown, *silent):
        if not bad[run.face].isdisjoint(run.gids) or EMOJI_FORM in "".join(run.texts):
            _tell(run, owner, fonts.face(run.face), bad[run.face], report)


def _bad(face: FontFace, shown: Iterable[Owned], hidden: Iterable[Owned]) -> frozenset[int]:
    """The glyphs of a face that are none, or that show nothing though they should."""
    drawn = {gid for run, _ in shown if run.face == face.name for gid in run.gids}
    used = drawn.union(gid for run, _ in hidden if run.face == face.name for gid in run.gids)
    none = {gid for gid in used if not face.has_glyph(gid)}
    return face.blank(drawn - none) | none


def _tell(run: GlyphRun, owner: Any, face: FontFace, bad: frozenset[int], report: Report) -> None:
    """What is wrong with clusters of a run, each at its place."""
    starts = [i for i, text in enumerate(run.texts) if text]
    for start, end in pairwise([*starts, len(run.texts)]):
        text, gids = run.texts[start], run.gids[start:end]
        place, values = _place(owner, text, face), {"face": run.face, "shown": with_codes(text)}
        if not all(map(face.has_glyph, gids)):
            report.error(place, message("glyph-missing", **values))
        elif bad.issuperset(gids) and run.ink and not unseen(text):
            report.error(place, message("glyph-blank", **values))
        elif EMOJI_FORM in text and not face.covers_variant(ord(text[0]), ord(EMOJI_FORM)):
            report.warning(place, message("emoji-form-uncovered", **values))


def _place(owner: Any, text: str, face: FontFace) -> Origin:
    """Where the author wrote a text; of our own words (folios), the face's file."""
    from report.messages.places import place_in

    return place_in(owner, text) or getattr(owner, "origin", None) or face.place


def _runs(pages: Sequence[Page], hidden: Iterable[Sequence[GlyphRun]]) -> Iterator[Owned]:
    """Every run, those of a drawing once."""
    seen: set[str] = set()
    for page in pages:
        yield from _within(page.items, seen)
    for runs in hidden:
        for run in runs:
            yield run, run.owner


def _within(items: Iterable[Item], seen: set[str], owner: Any = None) -> Iterator[Owned]:
    """owner: of the drawing that holds them, whose parts have none."""
    for item in items:
        if isinstance(item, GlyphRun):
            yield item, item.owner or owner
        elif isinstance(item, Placed) and item.drawing.key not in seen:
            seen.add(item.drawing.key)
            yield from _within(item.drawing.items, seen, item.owner or owner)


Box = tuple[float, float, float, float]  # left, top, width, height, pt from the trim's upper left corner
SLACK = 0.5  # pt; what a painter rounds, and what a body differs from a face's own


def places(pages: Sequence[Page]) -> Callable[[int, Box], Origin | None]:
    """page number (from 1, in the order of the file) and box -> the origin of the smallest owned item that holds the
    box; else of the one that shares most with it; None where nothing owned is there."""
    known = [
        [(rect, origin) for item in page.items if (origin := _origin(item)) and (rect := area(item))] for page in pages
    ]

    def find(page: int, box: Box) -> Origin | None:
        if not 1 <= page <= len(known):
            return None
        place = Rect(*box)
        holding = [(area.width * area.height, origin) for area, origin in known[page - 1] if _holds(area, place)]
        if holding:
            return min(holding)[1]
        sharing = [(_shared(area, place), origin) for area, origin in known[page - 1]]
        most = max(sharing, default=(0.0, None), key=lambda entry: entry[0])
        return most[1] if most[0] > 0 else None

    return find


def page_finder(pages: Sequence[Page]) -> Callable[[Origin], tuple[int, ...]]:
    """origin -> numbers of the pages that show what is written there: the owner that begins at it, or last before it in
    the same file; () for a file of which nothing is shown."""
    files: dict[str, dict[tuple[int, int], dict[int, None]]] = {}
    for page in pages:
        for origin in filter(None, map(_origin, page.items)):
            files.setdefault(origin.file, {}).setdefault((origin.line, origin.column), {})[page.number] = None
    order = {file: sorted(starts) for file, starts in files.items()}

    def find(origin: Origin) -> tuple[int, ...]:
        starts = order.get(origin.file, [])
        at = bisect_right(starts, (origin.line, origin.column))
        return tuple(files[origin.file][starts[at - 1]]) if at else ()

    return find


def _origin(item: Item) -> Origin | None:
    owner = item.owner
    return None if owner is None or isinstance(owner, Artifact) else getattr(owner, "origin", None)


def _holds(area: Rect, place: Rect) -> bool:
    grown = area.grown(SLACK)
    return grown.x <= place.x and grown.y <= place.y and grown.right >= place.right and grown.bottom >= place.bottom


def _shared(one: Rect, other: Rect) -> float:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, across) * max(0.0, down)
