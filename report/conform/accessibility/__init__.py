"""Our own look at a finished file: PDF/UA-1 (ISO 14289-1) and what of PDF/A-2a (ISO 19005-2) concerns readers.

In: a PDF of any program. Out: Findings, page by page, those of the whole file first. Each check is a row of CHECKS,
with its clause; a validator asks more of the file's syntax, this asks what a reader would miss.
"""

from __future__ import annotations

from pathlib import Path

from report.conform.accessibility.annotations import ANNOTATIONS
from report.conform.accessibility.content import CONTENT
from report.conform.accessibility.document import DOCUMENT
from report.conform.accessibility.finding import Check, Finding
from report.conform.accessibility.fonts import FONTS
from report.conform.accessibility.forbidden import FORBIDDEN
from report.conform.accessibility.structure import STRUCTURE
from report.conform.accessibility.subject import Subject
from report.conform.preflight.objects import BROKEN
from report.conform.preflight.table import UNCHECKED
from report.conform.tagged.tagtree import opened
from report.messages import message

CHECKS = (*DOCUMENT, *FORBIDDEN, *CONTENT, *STRUCTURE, *ANNOTATIONS, *FONTS)
TOLD = 3  # details of one check on one page


def findings(pdf: bytes | Path) -> tuple[Finding, ...]:
    """What keeps the file from what it should be to a reader who cannot see it. Failure for what is no PDF."""
    with opened(pdf) as file:
        subject = Subject(file)
        found = [finding for check in CHECKS for finding in _found(check, subject)]
    return tuple(sorted(found, key=lambda finding: finding.page))


def _found(check: Check, subject: Subject) -> list[Finding]:
    """One for each page. A check that stumbles over the file says so, and the others go on."""
    pages: dict[int, list[str]] = {}
    try:
        for fault in check.find(subject):
            pages.setdefault(fault.page, []).append(fault.detail)
    except BROKEN:
        return [Finding(check.clause, UNCHECKED.message, 0, str(message(check.id)))]
    return [Finding(check.clause, message(check.id), page, _detail(told), len(told)) for page, told in pages.items()]


def _detail(told: list[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, told[:TOLD])))
