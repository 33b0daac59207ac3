"""Checks of pages as sheets: boxes, sizes, turns, the count that a binding needs.

In: a Subject. Out: Faults. Clause 6.12 of ISO 15930-7:2010 (page boxes); the rest is trade practice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from report.conform.preflight.finding import Check, Fault
from report.conform.preflight.objects import get, number
from report.conform.preflight.shapes import SAME, Bounds, millimetres
from report.conform.preflight.subject import BLEED, PdfPage, Subject

ROUNDING = 0.15  # pt: boxes are written in whole points by some


def neither_trim_nor_art(subject: Subject) -> Iterator[Fault]:
    return (Fault(s.number) for s in subject.sheets if not {"TrimBox", "ArtBox"} & set(s.given))


def both_trim_and_art(subject: Subject) -> Iterator[Fault]:
    return (Fault(s.number) for s in subject.sheets if {"TrimBox", "ArtBox"} <= set(s.given))


def no_media(subject: Subject) -> Iterator[Fault]:
    return (Fault(s.number) for s in subject.sheets if "MediaBox" not in s.given)


def not_nested(subject: Subject) -> Iterator[Fault]:
    """Trim or art within bleed, bleed within media, all within what the crop box leaves where that is given."""
    for sheet in subject.sheets:
        boxes = sheet.given
        for inner, outer in NESTED:
            if inner in boxes and outer in boxes and not boxes[outer].holds(boxes[inner]):
                yield Fault(sheet.number, boxes[inner], f"{inner} [{boxes[inner]}], {outer} [{boxes[outer]}]")


NESTED = (
    ("TrimBox", "BleedBox"),
    ("ArtBox", "BleedBox"),
    ("TrimBox", "MediaBox"),
    ("ArtBox", "MediaBox"),
    ("BleedBox", "MediaBox"),
    ("CropBox", "MediaBox"),
)


def cropped(subject: Subject) -> Iterator[Fault]:
    """A crop box that hides a part of the bleed: some programs place what it shows."""
    for sheet in subject.sheets:
        if "CropBox" in sheet.given and not sheet.crop.holds(sheet.bleed):
            yield Fault(sheet.number, sheet.crop, f"CropBox [{sheet.crop}], BleedBox [{sheet.bleed}]")


def empty_box(subject: Subject) -> Iterator[Fault]:
    for sheet in subject.sheets:
        for called, box in sheet.given.items():
            if min(box.width, box.height) < 1:
                yield Fault(sheet.number, None, f"{called} [{box}]")


def no_bleed_box(subject: Subject) -> Iterator[Fault]:
    """Where there is room for one: the checks then take the bleed to be as wide as is usual."""
    for sheet in subject.sheets:
        if "TrimBox" in sheet.given and "BleedBox" not in sheet.given and not sheet.trim.holds(sheet.media):
            yield Fault(sheet.number, sheet.trim)


def little_bleed(subject: Subject) -> Iterator[Fault]:
    for sheet in subject.sheets:
        least = min(_margins(sheet.trim, sheet.bleed))
        if least < BLEED - ROUNDING:
            yield Fault(sheet.number, sheet.trim, f"{max(0.0, millimetres(least)):.1f} mm")


def _margins(trim: Bounds, bleed: Bounds) -> tuple[float, ...]:
    return (
        trim.left - bleed.left,
        trim.bottom - bleed.bottom,
        bleed.right - trim.right,
        bleed.top - trim.top,
    )


def turned(subject: Subject) -> Iterator[Fault]:
    return (Fault(s.number, None, f"{s.rotation}°") for s in subject.sheets if s.rotation)


def scaled(subject: Subject) -> Iterator[Fault]:
    for sheet in subject.sheets:
        unit = number(get(sheet.entries, "UserUnit"), 1.0)
        if abs(unit - 1) > 1e-6:
            yield Fault(sheet.number, None, f"UserUnit {unit:g}")


def sizes_differ(subject: Subject) -> Iterator[Fault]:
    """Against the size that most pages have."""
    sizes = Counter(_size(sheet) for sheet in subject.sheets)
    if len(sizes) < 2:
        return
    usual = sizes.most_common(1)[0][0]
    for sheet in subject.sheets:
        size = _size(sheet)
        if max(abs(a - b) for a, b in zip(size, usual, strict=True)) > 0.15:  # both are rounded
            yield Fault(sheet.number, sheet.trim, " × ".join(f"{side:g}" for side in size) + " mm")


def _size(sheet: PdfPage) -> tuple[float, float]:
    return round(millimetres(sheet.trim.width), 1), round(millimetres(sheet.trim.height), 1)


def empty_page(subject: Subject) -> Iterator[Fault]:
    painted: set[int] = set()
    for paint in subject.paints:
        if paint.page not in painted and paint.bounds.meets(subject.sheet(paint.page).trim.grown(SAME)):
            painted.add(paint.page)
    return (Fault(sheet.number) for sheet in subject.sheets if sheet.number not in painted)


PDFX = (
    Check("trim-missing", "error", neither_trim_nor_art, "6.12"),
    Check("trim-and-art", "error", both_trim_and_art, "6.12"),
    Check("media-missing", "error", no_media, "6.12"),
    Check("boxes-nested", "error", not_nested, "6.12"),
)
CHECKS = (
    Check("box-empty", "error", empty_box),
    Check("crop", "warning", cropped),
    Check("bleed-missing", "warning", no_bleed_box),
    Check("bleed-narrow", "warning", little_bleed),
    Check("rotated", "warning", turned),
    Check("user-unit", "warning", scaled),
    Check("sizes", "error", sizes_differ),
    Check("empty-page", "info", empty_page),
)
