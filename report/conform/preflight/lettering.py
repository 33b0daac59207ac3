"""Checks of type and line: faces that are missing, letters too small in white, lines too thin to print.

In: a Subject. Out: Faults. Clause 6.5 of ISO 15930-7:2010 (fonts); the rest is trade practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.conform.preflight.colour import is_white
from report.conform.preflight.finding import Check, Fault
from report.conform.preflight.inks import fault, seen
from report.conform.preflight.subject import Subject

HAIRLINE = 0.25  # pt, about 0.09 mm: what plates hold
REVERSED = 6.0  # pt: white type below fills in
A_LINE = 8  # times as long as thick: a filled box that is meant as a rule


def not_embedded(subject: Subject) -> Iterator[Fault]:
    told: set[tuple[int, str]] = set()
    for paint in subject.paints:
        if paint.font and not paint.font.program and (paint.page, paint.font.name) not in told:
            told.add((paint.page, paint.font.name))
            yield fault(paint, paint.font.name)


def type_3(subject: Subject) -> Iterator[Fault]:
    for paint in seen(subject):
        if paint.font and paint.font.kind == "Type3":
            yield fault(paint, paint.font.name)


def hairlines(subject: Subject) -> Iterator[Fault]:
    """Strokes by their width at its thinnest, a width of 0 too; filled boxes that are meant as rules. White ones fill
    in; those of a drawing made small nobody misses."""
    for paint in seen(subject):
        if paint.inside == "glyph" or (is_white(paint.colour) and (paint.kind, paint.inside) != ("stroke", "page")):
            continue
        if paint.kind == "stroke" and paint.size < HAIRLINE - 0.001:
            yield fault(paint, f"{paint.size:.2f} pt")
        for where, box in paint.parts if paint.kind == "fill" else ():
            thin = min(where.width, where.height) if box else HAIRLINE
            if thin < HAIRLINE - 0.011 and max(where.width, where.height) > A_LINE * max(thin, 0.1):  # (two digits)
                yield Fault(paint.page, where, f"{thin:.2f} pt")


def small_white(subject: Subject) -> Iterator[Fault]:
    for paint in seen(subject):
        if paint.kind == "text" and paint.size < REVERSED and is_white(paint.colour):
            yield fault(paint)


CHECKS = (
    Check("font-missing", "error", not_embedded, "6.5"),
    Check("type-3", "warning", type_3),
    Check("hairline", "warning", hairlines),
    Check("small-white", "warning", small_white),
)
