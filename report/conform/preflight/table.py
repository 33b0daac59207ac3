"""All checks, in the order in which a desk tells them.

In: a profile's name. Out: its checks. "x4": PDF/X-4 and trade practice; "plain": trade practice for any PDF.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.conform.preflight import edges, inks, lettering, pdfx, pdfx_metadata, pictures, sheets
from report.conform.preflight.finding import Check, Fault, Profile
from report.conform.preflight.subject import Subject


def trouble(subject: Subject) -> Iterator[Fault]:
    return (Fault(used.page, None, used.name[:120]) for used in subject.resources("Trouble"))


def _given(subject: Subject) -> Iterator[Fault]:
    """Not found in the file: the caller brings these."""
    return iter(())


UNREADABLE = Check("unreadable", "error", trouble)
UNCHECKED = Check("unchecked", "warning", _given)
MULTIPLE = Check("page-count", "warning", _given)
COVERAGE = Check("coverage", "error", _given)
PROVISIONAL = Check("provisional", "warning", _given)
TRADE = (
    UNREADABLE, *pdfx.BOTH, *sheets.CHECKS, *edges.CHECKS, *inks.CHECKS, *lettering.CHECKS, *pictures.CHECKS,
)  # fmt: skip
TABLES: dict[Profile, tuple[Check, ...]] = {
    "plain": tuple(check for check in TRADE if check.clause not in ("6.4",)),
    "x4": (*pdfx_metadata.PDFX, *pdfx.PDFX, *sheets.PDFX, *TRADE),
}
PROVISIONAL_LAST = Check("provisional-final", "error", _given)
GIVEN = (MULTIPLE, COVERAGE, PROVISIONAL, PROVISIONAL_LAST, UNCHECKED)
