"""The desk at work: a file through all checks.

In: bytes, Wishes. Out: Findings, the file's own first, then page by page. Failure for what is no PDF.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from report.conform.preflight.finding import Check, Coverage, Fault, Finding, Wishes
from report.conform.preflight.heavy import doubtful
from report.conform.preflight.objects import BROKEN
from report.conform.preflight.shapes import Bounds
from report.conform.preflight.subject import PdfPage, Subject, opened
from report.conform.preflight.table import COVERAGE, MULTIPLE, PROVISIONAL, PROVISIONAL_LAST, TABLES, UNCHECKED
from report.messages import Failure, Origin

TOLD = 3  # details of one check on one page; the rest are in the places


def preflight(content: bytes, wishes: Wishes | None = None, called: str = "PDF") -> tuple[Finding, ...]:
    """What a printer would send back. called: the file's name in the message of a Failure."""
    wishes = wishes or Wishes()
    with opened(content, called) as subject:
        found: list[Finding] = []
        for check in TABLES[wishes.profile]:
            if check.name not in wishes.without:
                found += _findings(check, _faults(check, subject, found), subject, wishes)
        try:
            wet = _wet(subject, content, wishes)
        except (*BROKEN, Failure):
            wet = wishes.coverage
            found.append(Finding(UNCHECKED, detail=COVERAGE.name))
        for check, faults in _given(subject, wishes, wet):
            found += _findings(check, faults, subject, wishes)
        found += _provisional(wishes)
    return tuple(sorted(found, key=lambda finding: finding.page))


def _faults(check: Check, subject: Subject, found: list[Finding]) -> list[Fault]:
    """A check that stumbles over the file says so, and the others go on."""
    faults: list[Fault] = []
    try:
        faults.extend(check.find(subject))
    except BROKEN:
        found.append(Finding(UNCHECKED, detail=check.name))
    return faults


def _wet(subject: Subject, content: bytes, wishes: Wishes) -> tuple[Coverage, ...]:
    """Areas with too much ink, as the plates of doubtful pages show them; and those the caller knows."""
    pages = doubtful(subject, wishes.limit) if wishes.limit is not None else {}
    if not pages or wishes.limit is None:
        return wishes.coverage
    from report.conform.plates.ink_limit import over_limit

    black = all(most.black for most in pages.values())
    return (*wishes.coverage, *over_limit(content, wishes.limit, pages=tuple(pages), black=black))


def _given(subject: Subject, wishes: Wishes, wet: tuple[Coverage, ...]) -> Iterator[tuple[Check, list[Fault]]]:
    count = len(subject.sheets)
    if wishes.multiple > 1 and count % wishes.multiple:
        yield MULTIPLE, [Fault(detail=str(count))]
    known = [each for each in wet if 1 <= each.page <= count]
    yield COVERAGE, [Fault(each.page, each.bounds, f"{each.percent:.0f} %") for each in known]


def _provisional(wishes: Wishes) -> Iterator[Finding]:
    """One for each place, with its figures."""
    places: dict[tuple[Origin | None, int], list[str]] = {}
    for figure in wishes.provisional:
        places.setdefault((figure.origin, figure.page), []).append(figure.id)
    for (origin, page), ids in places.items():
        yield Finding(PROVISIONAL_LAST if wishes.final else PROVISIONAL, page, ", ".join(ids), origin=origin)


def _findings(check: Check, faults: Iterable[Fault], subject: Subject, wishes: Wishes) -> Iterator[Finding]:
    """One for each page, with all its places."""
    pages: dict[int, list[Fault]] = {}
    for fault in faults:
        pages.setdefault(fault.page, []).append(fault)
    for group in pages.values():
        yield _finding(check, group, subject, wishes)


def _finding(check: Check, group: list[Fault], subject: Subject, wishes: Wishes) -> Finding:
    page = group[0].page
    details = list(dict.fromkeys(fault.detail for fault in group))
    detail = "; ".join(details[:TOLD]) + (" …" if len(details) > TOLD else "")
    places = tuple(fault.bounds for fault in group if fault.bounds is not None)
    if not places or not page:
        return Finding(check, page, detail)
    sheet = subject.sheet(page)
    return Finding(check, page, detail, places, sheet.millimetres(places[0]), _origin(sheet, places[0], wishes))


def _origin(sheet: PdfPage, place: Bounds, wishes: Wishes) -> Origin | None:
    if wishes.origin is None:
        return None
    left, top = place.left - sheet.trim.left, sheet.trim.top - place.top
    return wishes.origin(sheet.number, (left, top, place.width, place.height))
