"""What is painted, and the tags it belongs to: both ways, and through the parent tree.

In: a Subject. Out: Faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from report.conform.accessibility.finding import A2, PDF, UA, Check, Fault
from report.conform.accessibility.subject import Subject
from report.conform.preflight.objects import get
from report.conform.tagged.marks import WHOLE, Mark
from report.conform.tagged.streams import Id


def untagged(subject: Subject) -> Iterator[Fault]:
    """Neither under a tag nor an artifact."""
    for mark, marked in subject.marks.found.items():
        if mark.mcid == WHOLE and marked.operator and mark.stream not in subject.read.objects:
            yield Fault(marked.page, marked.text[:20] or marked.operator)


def unowned(subject: Subject) -> Iterator[Fault]:
    for mark, marked in subject.marks.found.items():
        if mark.mcid != WHOLE and mark not in subject.read.owners:
            yield Fault(marked.page, f"MCID {mark.mcid}")


def missing(subject: Subject) -> Iterator[Fault]:
    for mark in subject.read.owners:
        if mark not in subject.marks.found:
            yield Fault(subject.marks.pages.get(mark.stream, 0), f"MCID {mark.mcid}")


def shared(subject: Subject) -> Iterator[Fault]:
    for mark, owners in subject.read.owners.items():
        if len(owners) > 1:
            yield Fault(subject.marks.pages.get(mark.stream, 0), f"MCID {mark.mcid}")


def repeated(subject: Subject) -> Iterator[Fault]:
    for form, count in subject.marks.forms.items():
        if count > 1:
            yield Fault(detail=f"{form[0]} {form[1]} R × {count}")


def artifacts_within(subject: Subject) -> Iterator[Fault]:
    yield from (Fault(stray.page) for stray in subject.marks.strays if stray.kind == "artifact")


def tags_within_artifacts(subject: Subject) -> Iterator[Fault]:
    yield from (Fault(stray.page) for stray in subject.marks.strays if stray.kind == "tag")


def unpaired(subject: Subject) -> Iterator[Fault]:
    yield from (Fault(stray.page) for stray in subject.marks.strays if stray.kind == "brackets")


def unreadable(subject: Subject) -> Iterator[Fault]:
    yield from map(Fault, subject.marks.broken)


def flawed(subject: Subject) -> Iterator[Fault]:
    yield from (Fault(flaw.page) for flaw in subject.tree.flaws)


def parents_of_marks(subject: Subject) -> Iterator[Fault]:
    """Each mark leads to its element, each entry to an element that takes that mark."""
    marks: dict[Id, set[int]] = {}
    for mark in (*subject.marks.found, *subject.read.owners):
        if mark.mcid != WHOLE:
            marks.setdefault(mark.stream, set()).add(mark.mcid)
    for stream in {*marks, *subject.marks.pages}:
        key = get(subject.pdf.get_object(stream), "StructParents")
        entries = _entries(subject.parents.get(key)) if isinstance(key, int) else []
        page = subject.marks.pages.get(stream, 0)
        for mcid in sorted({*marks.get(stream, ()), *(i for i, each in enumerate(entries) if each is not None)}):
            entry = entries[mcid] if mcid < len(entries) else None
            if entry is None or entry not in subject.read.owners.get(Mark(stream, mcid), ()):
                yield Fault(page, f"MCID {mcid}")


def _entries(value: Any) -> list[Id | None]:
    if not isinstance(value, pikepdf.Array):
        return []
    return [each.objgen if isinstance(each, pikepdf.Dictionary) else None for each in value]


def parents_of_objects(subject: Subject) -> Iterator[Fault]:
    for page, annotation in subject.annotations:
        owners = subject.read.objects.get(annotation.objgen, ())
        key = get(annotation, "StructParent")
        parent = subject.parents.get(key) if isinstance(key, int) else None
        told = parent.objgen if isinstance(parent, pikepdf.Dictionary) else None
        if (owners or key is not None) and told not in owners:
            yield Fault(page, f"StructParent {'' if key is None else key}".strip())


CONTENT = (
    Check("content-untagged", f"{UA} 7.1", untagged),
    Check("content-unowned", f"{UA} 7.1", unowned),
    Check("content-missing", f"{PDF} 14.7.4.2", missing),
    Check("content-shared", f"{PDF} 14.7.4.2", shared),
    Check("form-repeated", f"{PDF} 14.7.4.2", repeated),
    Check("artifact-within-tag", f"{UA} 7.1", artifacts_within),
    Check("tag-within-artifact", f"{UA} 7.1", tags_within_artifacts),
    Check("marks-unpaired", f"{PDF} 14.6.1", unpaired),
    Check("content-unreadable", f"{A2} 6.2.2", unreadable),
    Check("tag-tree-broken", f"{PDF} 14.7.2", flawed),
    Check("parent-of-content", f"{PDF} 14.7.4.4", parents_of_marks),
    Check("parent-of-annotation", f"{PDF} 14.7.4.4", parents_of_objects),
)
