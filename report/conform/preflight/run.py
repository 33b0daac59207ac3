"""The desk at work: a file through all checks.

In: bytes, Wishes. Out: Findings, the file's own first, then page by page. Failure for what is no PDF.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from report.conform.preflight.finding import Check, Fault, Finding, Wishes
from report.conform.preflight.objects import BROKEN
from report.conform.preflight.shapes import Bounds
from report.conform.preflight.subject import Sheet, Subject, opened
from report.conform.preflight.table import COVERAGE, MULTIPLE, PROVISIONAL, TABLES, UNCHECKED
from report.diagnostics import Origin

ALIKE = 3  # places of one check on one page that are told with their own detail; more become one finding


def preflight(content: bytes, wishes: Wishes | None = None, called: str = "PDF") -> tuple[Finding, ...]:
    """What a printer would send back. called: the file's name in the message of a Failure."""
    wishes = wishes or Wishes()
    with opened(content, called) as subject:
        found: list[Finding] = []
        for check in TABLES[wishes.profile]:
            found += _findings(check, _faults(check, subject, found), subject, wishes)
        for check, faults in _given(subject, wishes):
            found += _findings(check, faults, subject, wishes)
        found += [Finding(PROVISIONAL, detail=figure.id, origin=figure.origin) for figure in wishes.provisional]
    return tuple(sorted(found, key=lambda finding: finding.page))


def _faults(check: Check, subject: Subject, found: list[Finding]) -> list[Fault]:
    """A check that stumbles over the file says so, and the others go on."""
    faults: list[Fault] = []
    try:
        faults.extend(check.find(subject))
    except BROKEN:
        found.append(Finding(UNCHECKED, detail=check.name))
    return faults


def _given(subject: Subject, wishes: Wishes) -> Iterator[tuple[Check, list[Fault]]]:
    count = len(subject.sheets)
    if wishes.multiple > 1 and count % wishes.multiple:
        yield MULTIPLE, [Fault(detail=str(count))]
    known = [each for each in wishes.coverage if 1 <= each.page <= count]
    yield COVERAGE, [Fault(each.page, each.bounds, f"{each.percent:.0f} %") for each in known]


def _findings(check: Check, faults: Iterable[Fault], subject: Subject, wishes: Wishes) -> Iterator[Finding]:
    """One for each detail of a page; where a page has many, one for all with the first one's detail."""
    pages: dict[int, dict[str, list[Fault]]] = {}
    for fault in faults:
        pages.setdefault(fault.page, {}).setdefault(fault.detail, []).append(fault)
    for details in pages.values():
        groups = list(details.values())
        if len(groups) > ALIKE:
            groups = [[fault for group in groups for fault in group]]
        for group in groups:
            yield _finding(check, group, subject, wishes)


def _finding(check: Check, group: list[Fault], subject: Subject, wishes: Wishes) -> Finding:
    first = group[0]
    places = tuple(fault.bounds for fault in group if fault.bounds is not None)
    if not places or not first.page:
        return Finding(check, first.page, first.detail)
    sheet = subject.sheet(first.page)
    origin = _origin(sheet, places[0], wishes)
    return Finding(check, first.page, first.detail, places, sheet.millimetres(places[0]), origin)


def _origin(sheet: Sheet, place: Bounds, wishes: Wishes) -> Origin | None:
    if wishes.origin is None:
        return None
    left, top = place.left - sheet.trim.left, sheet.trim.top - place.top
    return wishes.origin(sheet.number, (left, top, place.width, place.height))
