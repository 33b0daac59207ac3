"""Checks of pixel images: their data, their effective resolution on paper.

In: a Subject. Out: Faults. Trade practice: about twice the screen's ruling of 150 to 175 lpi.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.conform.preflight.coded import damage
from report.conform.preflight.finding import Check, Fault
from report.conform.preflight.inks import fault, seen
from report.conform.preflight.objects import get, identity, name
from report.conform.preflight.subject import Subject

TONES = (300, 600)  # ppi: below, pixels show; above, bytes are wasted
LINES = (800, 2400)  # of one bit a pixel, which has no greys to soften its edges
SLACK = 0.5  # ppi; placing rounds


def _images(subject: Subject, low: bool) -> Iterator[Fault]:
    for paint in seen(subject):
        if paint.image is None or paint.image.width * paint.image.height <= 1:
            continue
        least, most = LINES if paint.image.bits == 1 else TONES
        if (paint.image.ppi < least - SLACK) if low else (paint.image.ppi > most + SLACK):
            facts = paint.image
            yield fault(paint, f"{facts.ppi:.0f} ppi ({facts.width} × {facts.height} px, {facts.bits} bit)")


def damaged(subject: Subject) -> Iterator[Fault]:
    """Data that end too soon, or that are not what the dictionary says."""
    known: dict[object, str] = {}
    for used in subject.resources("XObject"):
        if name(get(used.value, "Subtype")) == "Image":
            key = identity(used.value)
            if key not in known:
                known[key] = damage(used.value)
            if known[key]:
                yield Fault(used.page, None, f"{used.name}: {known[key]}")


def coarse(subject: Subject) -> Iterator[Fault]:
    return _images(subject, True)


def too_fine(subject: Subject) -> Iterator[Fault]:
    return _images(subject, False)


CHECKS = (
    Check("image-damaged", "error", damaged),
    Check("low-resolution", "warning", coarse),
    Check("high-resolution", "info", too_fine),
)
