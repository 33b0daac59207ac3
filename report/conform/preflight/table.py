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


UNREADABLE = Check(
    "content that cannot be read; it was not looked at",
    "export the file again",
    "unreadable", "error", trouble,
)  # fmt: skip
UNCHECKED = Check(
    "this could not be checked: the file's objects are not what they should be",
    "export the file again",
    "unchecked", "warning", _given,
)  # fmt: skip
MULTIPLE = Check(
    "the number of pages does not suit saddle stitching",
    "add pages up to a multiple of four",
    "page-count", "warning", _given,
)  # fmt: skip
COVERAGE = Check(
    "more ink than the press can dry",
    "take out colour and put black in its place",
    "coverage", "error", _given,
)  # fmt: skip
PROVISIONAL = Check(
    "a provisional figure would be printed",
    "put in the published figure, or take it out",
    "provisional", "warning", _given,
)  # fmt: skip
TRADE = (
    UNREADABLE, *pdfx.BOTH, *sheets.CHECKS, *edges.CHECKS, *inks.CHECKS, *lettering.CHECKS, *pictures.CHECKS,
)  # fmt: skip
TABLES: dict[Profile, tuple[Check, ...]] = {
    "plain": tuple(check for check in TRADE if check.clause not in ("6.4",)),
    "x4": (*pdfx_metadata.PDFX, *pdfx.PDFX, *sheets.PDFX, *TRADE),
}
PROVISIONAL_LAST = Check(
    "a provisional figure in a file that is given to the press as final",
    "put in the published figure, or set the stage to proof",
    "provisional-final", "error", _given,
)  # fmt: skip
GIVEN = (MULTIPLE, COVERAGE, PROVISIONAL, PROVISIONAL_LAST, UNCHECKED)
