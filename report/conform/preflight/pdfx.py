"""PDF/X-4 as a table, but for metadata: what ISO 15930-7:2010 asks of a file's objects.

In: a Subject. Out: Faults. Clauses are given as chapters of the standard's clause 6, after its table of contents: 6.5
fonts, 6.7 file data, 6.8 compression, 6.13 ExtGState, 6.14 PostScript, 6.15 encryption, 6.16 alternate images, 6.17
annotations, 6.18 actions, 6.20 transparency, 6.24 optional content, 6.26 XFA. Which sentence of a chapter it is, is not
said. Where the chapter itself is not known for sure (version, OPI), the clause is "6".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from report.conform.preflight.finding import Check, Fault
from report.conform.preflight.objects import elements, filters, get, identity, items, name, number, numbers
from report.conform.preflight.shapes import bounds
from report.conform.preflight.subject import Subject

BLENDS = {
    *("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn"),
    *("HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity"),
}
HALFTONES = (1, 5)
ON_PAPER = {"TrapNet", "PrinterMark"}  # annotations that may lie within the bleed
BLEND_SPACES = {"CMYK": ("DeviceCMYK",), "GRAY": ("DeviceGray",), "RGB": ("DeviceRGB",)}


def newer(subject: Subject) -> Iterator[Fault]:
    """PDF/X-4 is written on PDF 1.6. The catalogue's Version speaks where it is later than the header's (7.5.2)."""
    version = max(subject.version, name(get(subject.root, "Version")))
    if version > "1.6" or not subject.version:
        yield Fault(detail=version)


def encrypted(subject: Subject) -> Iterator[Fault]:
    if subject.pdf.is_encrypted or get(subject.pdf.trailer, "Encrypt") is not None:
        yield Fault()


def _streams(subject: Subject) -> Iterator[Any]:
    return (thing for thing in subject.pdf.objects if isinstance(thing, pikepdf.Stream))


def _called(thing: Any) -> str:
    return f"{thing.objgen[0]} {thing.objgen[1]} R"


def lzw(subject: Subject) -> Iterator[Fault]:
    return (Fault(detail=_called(stream)) for stream in _streams(subject) if "LZWDecode" in filters(stream))


def outside(subject: Subject) -> Iterator[Fault]:
    """A stream whose data lies in another file, and a form that stands for another file's page."""
    for stream in _streams(subject):
        if get(stream, "F") is not None or get(stream, "Ref") is not None:
            yield Fault(detail=_called(stream))


def postscript(subject: Subject) -> Iterator[Fault]:
    for stream in _streams(subject):
        is_form = name(get(stream, "Subtype")) == "Form"
        if name(get(stream, "Subtype")) == "PS" or (is_form and name(get(stream, "Subtype2")) == "PS"):
            yield Fault(detail=_called(stream))


def alternates(subject: Subject) -> Iterator[Fault]:
    return (Fault(detail=_called(stream)) for stream in _streams(subject) if get(stream, "Alternates") is not None)


def opi(subject: Subject) -> Iterator[Fault]:
    return (Fault(detail=_called(stream)) for stream in _streams(subject) if get(stream, "OPI") is not None)


def _states(subject: Subject) -> Iterator[tuple[int, str, Any]]:
    for used in subject.resources("ExtGState"):
        yield used.page, used.name, used.value


def transfer(subject: Subject) -> Iterator[Fault]:
    for page, called, state in _states(subject):
        second = get(state, "TR2")
        if get(state, "TR") is not None or (second is not None and name(second) != "Default"):
            yield Fault(page, None, f"{called} {'TR' if second is None else 'TR2'}")
        screen = get(state, "HT")
        for part in (screen, *(each for _, each in items(screen))):  # of type 5, a screen for each ink
            curve = get(part, "TransferFunction")
            if curve is not None and name(curve) != "Identity":
                yield Fault(page, None, f"{called} HT TransferFunction")


def halftone_phase(subject: Subject) -> Iterator[Fault]:
    return (Fault(page, None, called) for page, called, state in _states(subject) if get(state, "HTP") is not None)


def halftones(subject: Subject) -> Iterator[Fault]:
    for page, called, state in _states(subject):
        screen = get(state, "HT")
        if screen is not None and not name(screen):
            kind = int(number(get(screen, "HalftoneType")))
            if kind not in HALFTONES or get(screen, "HalftoneName") is not None:
                yield Fault(page, None, f"{called} HalftoneType {kind}")


def blend_modes(subject: Subject) -> Iterator[Fault]:
    for page, called, state in _states(subject):
        modes = [name(mode) for mode in elements(get(state, "BM"))]
        if modes and not BLENDS & set(modes):
            yield Fault(page, None, f"{called} {', '.join(modes)}")


def blend_spaces(subject: Subject) -> Iterator[Fault]:
    """A group's own blending space must be one that the file may use: a device's, only the output intent's."""
    allowed = BLEND_SPACES.get(subject.intent_space, ())
    groups = [(sheet.number, "Page", get(sheet.entries, "Group")) for sheet in subject.sheets]
    groups += [(used.page, used.name, get(used.value, "Group")) for used in subject.resources("XObject")]
    for page, called, group in groups:
        space = name(get(group, "CS"))
        if space.startswith("Device") and allowed and space not in allowed:
            yield Fault(page, None, f"{called} {space}")


def annotations(subject: Subject) -> Iterator[Fault]:
    """Within the bleed box, or the trim where there is none; a printer's marks are no obstacle."""
    for sheet in subject.sheets:
        paper = sheet.given.get("BleedBox", sheet.trim)
        for annotation in elements(get(sheet.entries, "Annots")):
            where = bounds(numbers(get(annotation, "Rect")))
            kind = name(get(annotation, "Subtype"))
            if kind not in ON_PAPER and (where is None or where.meets(paper)):
                yield Fault(sheet.number, where, kind)


def actions(subject: Subject) -> Iterator[Fault]:
    """Of the document, its pages, its annotations, its bookmarks; JavaScript by name."""
    holders: list[tuple[int, str, Any]] = [(0, "Catalog", subject.root)]
    holders += [(sheet.number, "Page", sheet.entries) for sheet in subject.sheets]
    for page, called, holder in holders:
        if get(holder, "AA") is not None:
            yield Fault(page, None, f"{called} AA")
    opening = get(subject.root, "OpenAction")
    if opening is not None and get(opening, "S") is not None:
        yield Fault(0, None, f"OpenAction {name(get(opening, 'S'))}")
    if get(subject.root, "Names", "JavaScript") is not None:
        yield Fault(0, None, "JavaScript")
    for sheet in subject.sheets:
        for annotation in elements(get(sheet.entries, "Annots")):
            if get(annotation, "A") is not None or get(annotation, "AA") is not None:
                where = bounds(numbers(get(annotation, "Rect")))
                yield Fault(sheet.number, where, name(get(annotation, "A", "S")) or "AA")
    yield from _bookmark_actions(get(subject.root, "Outlines", "First"), set())


def _bookmark_actions(entry: Any, known: set[object]) -> Iterator[Fault]:
    pending = [entry]
    while pending:
        entry = pending.pop()
        if entry is None or identity(entry) in known:
            continue
        known.add(identity(entry))
        if get(entry, "A") is not None:
            yield Fault(0, None, f"Outlines {name(get(entry, 'A', 'S'))}")
        pending += [get(entry, "Next"), get(entry, "First")]


def optional_content(subject: Subject) -> Iterator[Fault]:
    """Layers may be there; which show must not depend on who looks."""
    layers = get(subject.root, "OCProperties")
    if layers is None:
        return
    if get(layers, "D") is None:
        yield Fault(detail="OCProperties D")
    for config in (get(layers, "D"), *elements(get(layers, "Configs"))):
        if get(config, "AS") is not None:
            yield Fault(detail="OCProperties AS")


def forms(subject: Subject) -> Iterator[Fault]:
    if get(subject.root, "AcroForm", "XFA") is not None or get(subject.root, "NeedsRendering") is not None:
        yield Fault(detail="XFA")


def attachments(subject: Subject) -> Iterator[Fault]:
    if get(subject.root, "Names", "EmbeddedFiles") is not None:
        yield Fault(detail="EmbeddedFiles")


def alternate_presentations(subject: Subject) -> Iterator[Fault]:
    held: Iterable[tuple[str, Any]] = items(get(subject.root, "Names"))
    if any(key == "AlternatePresentations" for key, _ in held):
        yield Fault(detail="AlternatePresentations")
    for sheet in subject.sheets:
        if get(sheet.entries, "PresSteps") is not None:
            yield Fault(sheet.number, None, "PresSteps")


ENCRYPTED = Check("encrypted", "error", encrypted, "6.15")
TRANSFER = Check("transfer", "error", transfer, "6.13")
ON_PAGES = Check("annotation", "error", annotations, "6.17")
BOTH = (ENCRYPTED, TRANSFER, ON_PAGES)  # what a printer refuses with or without the standard
PDFX = (
    Check("version", "error", newer, "6"),
    Check("lzw", "error", lzw, "6.8"),
    Check("external", "error", outside, "6.7"),
    Check("postscript", "error", postscript, "6.14"),
    Check("alternates", "error", alternates, "6.16"),
    Check("opi", "error", opi, "6"),
    Check("halftone-origin", "error", halftone_phase, "6.13"),
    Check("halftone", "error", halftones, "6.13"),
    Check("blend-mode", "error", blend_modes, "6.20"),
    Check("blend-space", "error", blend_spaces, "6.20"),
    Check("action", "error", actions, "6.18"),
    Check("layers", "error", optional_content, "6.24"),
    Check("xfa", "error", forms, "6.26"),
    Check("presentations", "error", alternate_presentations, "6.18"),
    Check("attachment", "warning", attachments),
)
