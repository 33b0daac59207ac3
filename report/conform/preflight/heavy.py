"""Pages that may take more ink than the press can dry, read off their paint: the others need no plates to be cleared.

In: a Subject and a limit. Out: page numbers. Paint that knocks out gives its own inks; what overprints adds its own to
whatever it meets. Small type is passed over: no stroke of it is an area. Images, patterns and colours that are not
plain inks are doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.conform.preflight.colour import inks
from report.conform.preflight.events import Paint
from report.conform.preflight.inks import overprints, seen
from report.conform.preflight.subject import Subject

SMALL = 12.0  # pt: half of an em is then 9 mm², the least area that counts


def doubtful(subject: Subject, limit: float) -> tuple[int, ...]:
    """limit: per cent of all inks together."""
    pages: dict[int, list[Paint]] = {}
    for paint in seen(subject):
        if paint.bounds.meets(subject.sheet(paint.page).bleed):  # beyond it are marks
            pages.setdefault(paint.page, []).append(paint)
    return tuple(page for page, paints in pages.items() if any(most > limit / 100 for most in _most(paints)))


def _most(paints: list[Paint]) -> Iterator[float]:
    """What each paint may come to with what lies below it; infinity where one cannot say."""
    below: list[tuple[Paint, float]] = []
    for paint in paints:
        shares = inks(paint.colour)
        if shares is None or paint.kind in ("image", "shading") or paint.inside == "pattern" or paint.blend != "Normal":
            yield float("inf")
            return
        own = sum(shares.values())
        yield own
        if paint.kind == "text" and paint.size < SMALL:
            continue
        if overprints(paint):
            yield own + max((most for other, most in below if other.bounds.meets(paint.bounds)), default=0.0)
        below.append((paint, own))
