"""The booklet: a finished file's pages, two by two, on sheets to be printed on both sides, folded and stitched.

In: a file for print (its TrimBox and BleedBox say what is cut off) or for the screen; a Booklet. Out: a file with two
pages a sheet, front then back, from the cover inwards. Each source page goes in as it is, once, as a form.

What belongs to a reader's file stays behind: bookmarks, links, page labels, tags, and the claims of standards that
need them. What belongs to the colours stays: output intents and the XMP packet. The same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence

import msgspec
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, String

from report.conform.booklet.folding import Binding, Sheet, Side, blanks, creep, sheets, sides
from report.conform.booklet.pageform import PageForm, page_form
from report.conform.booklet.spread import Box, Half, Spread, for_office, for_press
from report.conform.opened import opened
from report.paint.pen import numbers
from report.units import Size

IN_TITLE = "（面付け）"
KEPT = (
    "/Type",
    "/Pages",
    "/Lang",
    "/Metadata",
    "/OutputIntents",
    "/OCProperties",
    "/Extensions",
    "/Version",
)  # of the catalogue
READERS = ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance", "pdfaExtension:schemas")  # no longer true without tags
IDENTIFIERS = ("xmpMM:DocumentID", "xmpMM:InstanceID")
SAVING = {"deterministic_id": True, "recompress_flate": False, "fix_metadata_version": False}


class Booklet(msgspec.Struct, frozen=True, kw_only=True):
    """How a booklet is made.

    thickness: of one sheet of its paper, mm; 0 for no creep. marked: the file ends with pages that are to lie around
    the sides, one for each in their order, with what there is beyond the cut; room: how far these go beyond the bleed,
    pt. office: for an office printer, without bleed, in the middle of `paper`. paper: the sheet's width and height, mm;
    None for one just large enough, or A3 landscape in an office.
    """

    binding: Binding = "left"
    thickness: float = 0.0
    marked: bool = False
    room: float = 0.0
    office: bool = False
    paper: Size | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.thickness <= 1:
            raise ValueError(f"paper of {self.thickness:g} mm: a thickness is from 0 to 1 mm")


class Imposed(msgspec.Struct, frozen=True):
    """sheets: from the cover inwards. blanks: blank pages of the folded booklet, from 1. scale: 1 is full size."""

    data: bytes
    sheets: tuple[Sheet, ...]
    blanks: tuple[int, ...]
    scale: float


def booklet(data: bytes, plan: Booklet) -> Imposed:
    """The file imposed, and what there is to say of it.

    ValueError if its pages differ in size, if it has none, or if the paper is too small for a press.
    """
    with opened(data) as pdf:
        count = _count(len(pdf.pages), plan)
        forms = [page_form(pdf, page) for page in pdf.pages[:count]]
        marks = [page_form(pdf, page, whole=True).form for page in pdf.pages[count:]]
        order = sheets(count, plan.binding)
        spread = _spread(forms, plan)
        del pdf.pages[:]
        press = _Press(pdf, forms, spread, plan)
        for number, pages in enumerate(side for sheet in order for side in sheet):
            pdf.pages.append(press.side(number // 2, pages, marks[number] if marks else None))
        _reduce_catalogue(pdf, spread, plan)
        _rename(pdf, hashlib.sha256(data + repr(plan).encode()).hexdigest())
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=ObjectStreamMode.generate, **SAVING)
    return Imposed(out.getvalue(), order, blanks(len(forms)), spread.scale)


def impose(data: bytes, plan: Booklet) -> bytes:
    """The file imposed. ValueError as of `booklet`."""
    return booklet(data, plan).data


def _count(pages: int, plan: Booklet) -> int:
    """How many pages of a file are pages: of 20 + 10 the last 10 lie around the sides."""
    if not plan.marked:
        return pages
    found = [count for count in range(1, pages) if count + sides(count) == pages]
    if not found:
        raise ValueError(f"{pages} pages are not those of a booklet and one for each side of its sheets")
    return found[-1]


def _spread(forms: Sequence[PageForm], plan: Booklet) -> Spread:
    first = forms[0].trim
    for number, form in enumerate(forms, start=1):
        if any(abs(a - b) > 0.1 for a, b in zip(form.trim, first, strict=True)):
            raise ValueError(f"pages 1 and {number} differ in size, a booklet's are all alike")
    if plan.office:
        return for_office(first, plan.paper)
    return for_press(first, min(form.bleed for form in forms), plan.paper, plan.room)


class _Press:
    """What all sides share: the pages' forms, and how they lie on paper."""

    def __init__(self, pdf: Pdf, forms: Sequence[PageForm], spread: Spread, plan: Booklet):
        self._pdf = pdf
        self._forms = forms
        self._spread = spread
        self._plan = plan

    def side(self, index: int, pages: Side, marks: Object | None) -> Page:
        """One side of the sheet that lies `index` sheets within the cover."""
        spread = self._spread
        shift = creep(index, self._plan.thickness)
        resources = Dictionary(XObject=Dictionary())
        content = ""
        halves: tuple[tuple[Half, int | None], ...] = (("left", pages.left), ("right", pages.right))
        for half, number in halves:
            if number is not None:
                resources.XObject[f"/P{number}"] = self._forms[number - 1].form
                content += _placed(number, spread.shown(half, shift), spread.matrix(half, shift))
        trim = spread.trim(shift)
        if marks is not None:
            resources.XObject.Marks = marks
            content += f"q 1 0 0 1 {numbers(trim[:2], 4)} cm\n/Marks Do\nQ\n"
        width, height = spread.paper
        return Page(
            Dictionary(
                Type=Name.Page,
                MediaBox=_array((0, 0, width, height)),
                BleedBox=_array(spread.bleed_box(shift)),
                TrimBox=_array(trim),
                Resources=resources,
                Contents=self._pdf.make_stream(content.encode()),
            )
        )


def _placed(number: int, shown: Box, matrix: Sequence[float]) -> str:
    """A page in its place, clipped first, so that no bleed crosses the fold however far the page has moved."""
    left, foot, right, head = shown
    clip = numbers((left, foot, right - left, head - foot))
    return f"q\n{clip} re W n\n{numbers(matrix)} cm\n/P{number} Do\nQ\n"


def _reduce_catalogue(pdf: Pdf, spread: Spread, plan: Booklet) -> None:
    root = pdf.Root
    for key in list(root.keys()):
        if key not in KEPT:
            del root[key]
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if plan.office:  # what a print dialogue proposes: in full size, on both sides (12.2)
        wide = spread.paper.width >= spread.paper.height
        root.ViewerPreferences.PrintScaling = Name("/None")
        root.ViewerPreferences.Duplex = Name.DuplexFlipShortEdge if wide else Name.DuplexFlipLongEdge


def _rename(pdf: Pdf, digest: str) -> None:
    """Another document than its source: by its title, and by identifiers that follow from the input."""
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]
    if "/Info" in pdf.trailer and "/Title" in pdf.docinfo:
        pdf.docinfo.Title = String(f"{pdf.docinfo.Title}{IN_TITLE}")
    if "/Metadata" not in pdf.Root:
        return
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        if "dc:title" in xmp:
            xmp["dc:title"] = f"{xmp['dc:title']}{IN_TITLE}"
        for key in IDENTIFIERS:
            if key in xmp:
                xmp[key] = f"uuid:{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}"
        for key in READERS:
            if key in xmp:
                del xmp[key]


def _array(values: Sequence[float]) -> Array:
    return Array([_rounded(value) for value in values])


def _rounded(value: float) -> float:
    return round(value, 4)
