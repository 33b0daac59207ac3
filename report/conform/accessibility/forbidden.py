"""What no such file may hold: actions that do things, data elsewhere, layers without names.

In: a Subject. Out: Faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from report.conform.accessibility.finding import A2, UA, Check, Fault
from report.conform.accessibility.subject import Subject
from report.conform.preflight.objects import elements, filters, get, items, name, words

DEEP = 20  # direct objects within one another; more is a slip
OUTSIDE = ("F", "FFilter", "FDecodeParms")  # of a stream whose data are in another file
ACTIONS = frozenset({"Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState"})
ACTIONS |= {"Rendition", "Trans", "GoTo3DView"}


def scripts(subject: Subject) -> Iterator[Fault]:
    for each in subject.pdf.objects:
        if any(name(get(inner, "S")) == "JavaScript" or get(inner, "JS") is not None for inner in _within(each)):
            yield Fault()


def actions(subject: Subject) -> Iterator[Fault]:
    """S is a structure element's role, too; that has a parent, P, and an action none."""
    for each in subject.pdf.objects:
        for inner in _within(each):
            kind = name(get(inner, "S"))
            if kind in ACTIONS and get(inner, "P") is None:
                yield Fault(detail=kind)


def triggers(subject: Subject) -> Iterator[Fault]:
    if get(subject.root, "AA") is not None:
        yield Fault()
    pages = [(number, page.obj) for number, page in enumerate(subject.pdf.pages, start=1)]
    for number, each in (*pages, *subject.annotations):
        if get(each, "AA") is not None:
            yield Fault(number)


def lzw(subject: Subject) -> Iterator[Fault]:
    for each in subject.pdf.objects:
        if isinstance(each, pikepdf.Stream) and "LZWDecode" in filters(each):
            yield Fault(detail=f"{each.objgen[0]} {each.objgen[1]} R")


def outside(subject: Subject) -> Iterator[Fault]:
    for each in subject.pdf.objects:
        if isinstance(each, pikepdf.Stream) and any(get(each, key) is not None for key in OUTSIDE):
            yield Fault(detail=f"{each.objgen[0]} {each.objgen[1]} R")


def unnamed_layers(subject: Subject) -> Iterator[Fault]:
    for each in _configurations(subject):
        if not words(get(each, "Name")).strip():
            yield Fault()


def layers_by_themselves(subject: Subject) -> Iterator[Fault]:
    for each in _configurations(subject):
        if get(each, "AS") is not None:
            yield Fault()


def _configurations(subject: Subject) -> list[Any]:
    """How layers may be shown: the usual way, and the others."""
    layers = get(subject.root, "OCProperties")
    return [] if layers is None else [get(layers, "D"), *elements(get(layers, "Configs"))]


def _within(value: Any, depth: int = 0) -> Iterator[Any]:
    """A dictionary and the dictionaries that stand directly in it."""
    if depth > DEEP:
        return
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        yield value
        inner = [each for _, each in items(value)]
    else:
        inner = list(value) if isinstance(value, pikepdf.Array) else []
    for each in inner:
        if isinstance(each, pikepdf.Object) and not each.is_indirect:
            yield from _within(each, depth + 1)


FORBIDDEN = (
    Check("javascript", f"{A2} 6.5.1", scripts),
    Check("action-forbidden", f"{A2} 6.5.1", actions),
    Check("action-by-itself", f"{A2} 6.5.2", triggers),
    Check("stream-lzw", f"{A2} 6.1.7.2", lzw),
    Check("external", f"{A2} 6.1.7.1", outside),
    Check("layers-unnamed", f"{UA} 7.10", unnamed_layers),
    Check("layers-by-themselves", f"{UA} 7.10", layers_by_themselves),
)
