"""How much ink a page can come to at most, read off its paint: most pages need no plates to be cleared.

In: a Subject. Out: for each page the most that any place may get, in per cent; infinity where one cannot say: images,
shadings, patterns, blend modes, colours that are not plain inks. Paint that knocks out gives its own inks, what
overprints joins its own to those it meets. Small type is passed over where it overprints: no stroke of it is an area.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from report.conform.preflight.colour import inks
from report.conform.preflight.events import Paint
from report.conform.preflight.inks import seen
from report.conform.preflight.state import PLAIN_BLENDS
from report.conform.preflight.subject import Subject

LOOKS = 1_000_000  # of overprints at what is under them, on a page: beyond, its plates are made sooner
SMALL = 12.0  # pt: half of an em is then 9 mm², the least area that counts (plates/ink_limit.py)


class InkBound(NamedTuple):
    """percent: of all inks together. black: no ink but black overprints."""

    percent: float = 0.0
    black: bool = True


def doubtful(subject: Subject, limit: float) -> dict[int, InkBound]:
    """The pages that may take more than the limit (per cent)."""
    return {page: found for page, found in most(subject).items() if found.percent > limit}


def most(subject: Subject) -> dict[int, InkBound]:
    """Every page that is painted on. Marks, beyond the bleed, are of no account."""
    pages: dict[int, list[Paint]] = {}
    for paint in seen(subject):
        bleed = subject.sheet(paint.page).bleed
        if bleed.holds(paint.bounds) or any(bleed.meets(part.bounds) for part in paint.parts or (paint,)):
            pages.setdefault(paint.page, []).append(paint)
    return {page: _most(paints) for page, paints in pages.items()}


def _most(paints: list[Paint]) -> InkBound:
    below: list[tuple[Paint, Mapping[str, float]]] = []
    percent, black, looks = 0.0, True, LOOKS
    for paint in paints:
        shares = inks(paint.colour)
        if shares is None or _is_wild(paint):
            return InkBound(math.inf, False)
        if paint.overprint:
            if paint.kind == "text" and paint.size <= SMALL:
                continue
            looks -= len(below)
            if looks < 0:
                return InkBound(math.inf, False)
            shares = {ink: share for ink, share in shares.items() if share}
            black = black and set(shares) <= {"K"}
            shares = {**_highest(under for other, under in below if other.bounds.cut(paint.bounds)), **shares}
        below.append((paint, shares))
        percent = max(percent, sum(shares.values()) * 100)
    return InkBound(percent, black)


def _highest(several: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Of each ink the most that any has: they may lie on different parts, but no place has more."""
    found: dict[str, float] = {}
    for shares in several:
        for ink, share in shares.items():
            found[ink] = max(share, found.get(ink, 0.0))
    return found


def _is_wild(paint: Paint) -> bool:
    """Registration colour among them: it is on every plate, however many there are."""
    pixels = paint.image is not None and not paint.image.mask
    odd = paint.kind == "shading" or paint.inside == "pattern" or "All" in paint.space.names
    return pixels or odd or paint.blend not in PLAIN_BLENDS
