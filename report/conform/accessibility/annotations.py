"""Annotations: links above all (ISO 14289-1, 7.18).

In: a Subject. Out: Faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from report.conform.accessibility.finding import A2, UA, Check, Fault
from report.conform.accessibility.subject import Subject
from report.conform.preflight.objects import get, name, numbers, words

INVISIBLE, HIDDEN, PRINT, NO_VIEW, TOGGLE = 1, 2, 4, 32, 256
UNPRINTED = INVISIBLE | HIDDEN | NO_VIEW | TOGGLE
HOLDERS = {"Link": "Link", "Widget": "Form"}  # what an annotation's tag must be; of others, Annot


def _shown(subject: Subject) -> Iterator[tuple[int, Any, str]]:
    """Annotations that anyone sees: page, annotation, subtype."""
    for page, each in subject.annotations:
        kind = name(get(each, "Subtype"))
        if not _flags(each) & HIDDEN and kind not in ("Popup", "PrinterMark"):
            yield page, each, kind


def _flags(annotation: Any) -> int:
    flags = get(annotation, "F")
    return flags if isinstance(flags, int) else 0


def loose_links(subject: Subject) -> Iterator[Fault]:
    yield from (Fault(page, words(get(each, "Contents"))[:20]) for page, each in _loose(subject, {"Link"}))


def loose(subject: Subject) -> Iterator[Fault]:
    kinds = {kind for _, _, kind in _shown(subject)} - {"Link"}
    yield from (Fault(page, name(get(each, "Subtype"))) for page, each in _loose(subject, kinds))


def _loose(subject: Subject, kinds: set[str]) -> Iterator[tuple[int, Any]]:
    for page, each, kind in _shown(subject):
        owners = subject.read.objects.get(each.objgen, ())
        if kind in kinds and HOLDERS.get(kind, "Annot") not in map(subject.role, owners):
            yield page, each


def silent_links(subject: Subject) -> Iterator[Fault]:
    for page, each, kind in _shown(subject):
        if kind == "Link" and not words(get(each, "Contents")).strip():
            yield Fault(page)


def no_order(subject: Subject) -> Iterator[Fault]:
    for number, page in enumerate(subject.pdf.pages, start=1):
        if get(page.obj, "Annots") is not None and name(get(page.obj, "Tabs")) != "S":
            yield Fault(number)


def unprinted(subject: Subject) -> Iterator[Fault]:
    for page, each in subject.annotations:
        flags = _flags(each)
        if name(get(each, "Subtype")) != "Popup" and (not flags & PRINT or flags & UNPRINTED):
            yield Fault(page, f"F {flags}")


def no_appearance(subject: Subject) -> Iterator[Fault]:
    """Links and pop-ups need none; nor does what covers nothing."""
    for page, each in subject.annotations:
        kind = name(get(each, "Subtype"))
        left, foot, right, top = numbers(get(each, "Rect")) or (0.0,) * 4
        if kind not in ("Popup", "Link") and get(each, "AP", "N") is None and (left != right or foot != top):
            yield Fault(page, kind)


ANNOTATIONS = (
    Check("link-untagged", f"{UA} 7.18.5", loose_links),
    Check("annotation-untagged", f"{UA} 7.18.1", loose),
    Check("link-silent", f"{UA} 7.18.5", silent_links),
    Check("tab-order", f"{UA} 7.18.3", no_order),
    Check("annotation-unprinted", f"{A2} 6.3.2", unprinted),
    Check("appearance-missing", f"{A2} 6.3.3", no_appearance),
)
