"""A file on the desk: its pages with their boxes, its paint, its output intent, its XMP.

In: bytes. Out: `Subject`, all that the checks look at. Failure for what is no PDF or needs a password.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import msgspec
import pikepdf

from report.conform.opened import opened as in_memory
from report.conform.packet import properties
from report.conform.preflight.events import Paint, Used
from report.conform.preflight.objects import (
    BROKEN,
    data,
    digest,
    elements,
    get,
    inherited,
    name,
    number,
    numbers,
    words,
)
from report.conform.preflight.paint_log import PaintLog
from report.conform.preflight.shapes import Bounds, Matrix, bounds, millimetres
from report.conform.preflight.state import State
from report.conform.preflight.walk import walk
from report.messages import failure, message
from report.units import MM

BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
BLEED = 3 * MM  # Japan's usual; some printers take 5
A4 = Bounds(0, 0, 595.276, 841.89)  # where a page has no media box at all


class PdfPage(msgspec.Struct, frozen=True):
    """A page. given: the boxes that it has, by name; media, crop, trim, bleed: those that hold (14.11.2). unit: of the
    page's own, in pt, as all else here is."""

    number: int  # from 1
    entries: Any
    given: dict[str, Bounds]
    rotation: int = 0
    unit: float = 1.0

    @property
    def media(self) -> Bounds:
        return self.given.get("MediaBox", A4)

    @property
    def crop(self) -> Bounds:
        return self.given.get("CropBox", self.media).cut(self.media) or self.media

    @property
    def trim(self) -> Bounds:
        return self.given.get("TrimBox") or self.given.get("ArtBox") or self.crop

    @property
    def bleed(self) -> Bounds:
        """Without a box for it, what printers take of a page with a TrimBox."""
        if "BleedBox" in self.given or "TrimBox" not in self.given:
            return self.given.get("BleedBox") or self.crop
        return self.trim.grown(BLEED).cut(self.media) or self.media

    def millimetres(self, where: Bounds) -> tuple[float, float, float, float]:
        """Left, top, width, height in mm from the trim's upper left corner."""
        left, top = where.left - self.trim.left, self.trim.top - where.top
        return tuple(round(millimetres(v), 1) + 0.0 for v in (left, top, where.width, where.height))  # type: ignore[return-value]


class Intent(NamedTuple):
    """A PDF/X output intent. space: what the profile's header says ("CMYK"), digest: of its bytes."""

    entries: Any
    space: str = ""
    kind: str = ""
    digest: str = ""


class Subject(msgspec.Struct, frozen=True):
    """version: as the header has it. xmp: "prefix:name" -> text of the packet's properties, None without a packet."""

    pdf: Any
    version: str
    sheets: tuple[PdfPage, ...]
    paints: tuple[Paint, ...]
    used: tuple[Used, ...]
    intents: tuple[Intent, ...]
    xmp: dict[str, str] | None
    known: dict[str, Any] = msgspec.field(default_factory=dict)  # what several checks look at, found once

    def once(self, what: str, find: Callable[[], Any]) -> Any:
        if what not in self.known:
            self.known[what] = find()
        return self.known[what]

    @property
    def root(self) -> Any:
        return self.pdf.Root

    @property
    def info(self) -> Any:
        return get(self.pdf.trailer, "Info")

    @property
    def intent_space(self) -> str:
        return self.intents[0].space if self.intents else ""

    def sheet(self, page: int) -> PdfPage:
        return self.sheets[page - 1]

    def resources(self, kind: str) -> Iterator[Used]:
        return (used for used in self.used if used.kind == kind)


@contextlib.contextmanager
def reading(content: bytes, called: str) -> Iterator[Any]:
    """The file as pikepdf has it. called: its name in messages."""
    with contextlib.ExitStack() as stack:
        try:
            pdf = stack.enter_context(in_memory(content))
            pages = len(pdf.pages)
        except pikepdf.PasswordError:
            raise failure(None, message("named-pdf-locked", file=called)) from None
        except BROKEN:
            raise failure(None, message("named-pdf-wrong", file=called)) from None
        if not pages:
            raise failure(None, message("named-pdf-empty", file=called))
        yield pdf


@contextlib.contextmanager
def opened(content: bytes, called: str) -> Iterator[Subject]:
    """The file, for as long as it is looked at."""
    with reading(content, called) as pdf:
        try:
            subject = _subject(pdf, content)
        except BROKEN:
            raise failure(None, message("named-pdf-wrong", file=called)) from None
        yield subject


def _subject(pdf: Any, content: bytes) -> Subject:
    sheets = tuple(sheet_of(page.obj, i) for i, page in enumerate(pdf.pages, start=1))
    log = PaintLog()
    for sheet in sheets:
        start = State(Matrix(sheet.unit, 0, 0, sheet.unit), sheet.media)
        walk(log, sheet.number, sheet.entries, start)
    start = content[:1024].find(b"%PDF-")
    version = content[start + 5 : start + 8].decode("latin-1") if start >= 0 else ""
    used = tuple(log.used.values())
    return Subject(
        pdf, version, sheets, tuple(log.paints), used, tuple(_intents(pdf)), properties(get(pdf.Root, "Metadata"))
    )


def sheet_of(entries: Any, index: int) -> PdfPage:
    """A page's boxes. index: its number, from 1."""
    unit = number(get(entries, "UserUnit"), 1.0) or 1.0
    written = {box: [unit * v for v in numbers(inherited(entries, box))] for box in BOXES}
    given = {box: made for box, values in written.items() if (made := bounds(values)) is not None}
    return PdfPage(index, entries, given, int(number(inherited(entries, "Rotate"))) % 360, unit)


def _intents(pdf: Any) -> Iterator[Intent]:
    for entries in elements(get(pdf.Root, "OutputIntents")):
        if name(get(entries, "S")) != "GTS_PDFX":
            continue
        profile = get(entries, "DestOutputProfile")
        content = data(profile) if hasattr(profile, "read_bytes") else b""
        if len(content) < 128:
            yield Intent(entries)
        else:
            kind, space = content[12:16].decode("latin-1"), content[16:20].decode("latin-1").strip()
            yield Intent(entries, space, kind, digest(content))


def info_words(subject: Subject, key: str) -> str:
    return words(get(subject.info, key))
