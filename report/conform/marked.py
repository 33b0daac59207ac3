"""A copy of a finished PDF with marks on it, for who looks through what changed.

In: the file, Marks. Out: the copy. Each mark is an annotation that shows its words when it is pointed at. The copy is a
proof: it no longer claims to meet PDF/UA, PDF/A or PDF/X, which have no room for such marks.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from report.conform.opened import opened
from report.conform.preflight.objects import inherited
from report.difference.marks import Mark
from report.messages import failure, message

CLAIMS = ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "pdfxid:GTS_PDFXVersion", "pdfaExtension:schemas")
VERSIONS = ("/GTS_PDFXVersion", "/GTS_PDFXConformance")  # in the Info dictionary
AUTHOR = "report diff"
PRINTS = 4  # flag of an annotation: it is printed, too
LINE, GAP = 1.0, 3.0  # pt: of the frame, and around what it frames


def marked(content: bytes, marks: Iterable[Mark], count: int, called: str) -> bytes:
    """count: how many pages its record has; a Failure where the file has others."""
    with opened(content) as pdf:
        if len(pdf.pages) != count:
            raise failure(None, message("pages-not-of-record", file=called, pages=len(pdf.pages), recorded=count))
        for page, each in groupby(sorted(marks, key=lambda mark: mark.page), lambda mark: mark.page):
            _annotate(pdf, pdf.pages[page - 1].obj, list(each))
        _unclaim(pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, fix_metadata_version=False)
    return out.getvalue()


def _annotate(pdf: Pdf, page: Any, marks: list[Mark]) -> None:
    box = next(filter(None, (inherited(page, name) for name in ("TrimBox", "CropBox", "MediaBox"))))
    left, top = float(box[0]), float(box[3])
    annotations = page.get("/Annots")
    made = pdf.make_indirect(Array(list(annotations) if annotations is not None else []))
    for mark in marks:
        rects = mark.rects if mark.fills else [rect.grown(GAP) for rect in mark.rects]
        corners = [(left + rect.x, top - rect.bottom, left + rect.right, top - rect.y) for rect in rects]
        made.append(pdf.make_indirect(_annotation(pdf, page, mark, corners)))
    page.Annots = made


def _annotation(pdf: Pdf, page: Any, mark: Mark, corners: list[tuple[float, ...]]) -> Any:
    """A square or a highlight (ISO 32000-1, 12.5.6.8, 12.5.6.10), with an appearance of its own, so that every viewer
    shows the same."""
    bounds = [most(each[side] for each in corners) for side, most in enumerate((min, min, max, max))]
    made = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Highlight if mark.fills else Name.Square,
        Rect=Array([round(value, 2) for value in bounds]),
        Contents=String(mark.words),
        T=String(AUTHOR),
        C=Array([round(part, 3) for part in mark.colour]),
        F=PRINTS,
        P=page,
        AP=Dictionary(N=_appearance(pdf, mark, corners, bounds)),
    )
    if mark.fills:
        made.QuadPoints = Array(
            [round(value, 2) for x, y, right, top in corners for value in (x, top, right, top, x, y, right, y)]
        )
    else:
        made.BS = Dictionary(W=LINE, S=Name.S)
    return made


def _appearance(pdf: Pdf, mark: Mark, corners: list[tuple[float, ...]], bounds: list[float]) -> Any:
    inset = 0.0 if mark.fills else LINE / 2
    boxes = [
        f"{x + inset:.2f} {y + inset:.2f} {right - x - 2 * inset:.2f} {top - y - 2 * inset:.2f} re"
        for x, y, right, top in corners
    ]
    colour = " ".join(f"{part:g}" for part in mark.colour)
    begin, end = (f"/Blend gs {colour} rg", "f") if mark.fills else (f"{colour} RG {LINE:g} w", "S")
    blend = Dictionary(ExtGState=Dictionary(Blend=Dictionary(BM=Name.Multiply)))
    return pdf.make_stream(
        " ".join((begin, *boxes, end)).encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([round(value, 2) for value in bounds]),
        Resources=blend if mark.fills else Dictionary(),
    )


def _unclaim(pdf: Pdf) -> None:
    """Take away what the file says of standards, in its packet and in its Info dictionary."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
        for claim in CLAIMS:
            if claim in packet:
                del packet[claim]
    for version in VERSIONS:
        if version in pdf.docinfo:
            del pdf.docinfo[version]
