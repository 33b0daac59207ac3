"""SEPARATIONS: a page as the plates of a press see it, without a RIP.

In: the bytes of a PDF, a page. Out: `Plates`: one gray image for each ink, 255 = full ink; their sum in per cent.
Each plate is a page of a PDF of its own in DeviceGray (rewrite.py), which PDFium renders. What shows is the media box,
upright as its coordinates are, without annotations. Failure for what is no PDF.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor
from typing import Any

import msgspec
import pikepdf
from pikepdf import Array, Dictionary, Name

from report.conform.plates.images import Channels
from report.conform.plates.ink import Press, Separation
from report.conform.plates.rewrite import page_content
from report.conform.plates.state import PlateJob
from report.conform.preflight.objects import BROKEN, get, inherited
from report.conform.preflight.shapes import Bounds
from report.conform.preflight.subject import PdfPage, reading, sheet_of
from report.messages import failure, message

PT_AN_INCH = 72
FINER = 2  # times the pixels of the page's longer side that an image keeps: one may be cropped to its quarter
LARGEST = 10_000  # pixels of a side: A2 at 400 dpi; a larger page is shown smaller


class Plates(msgspec.Struct, frozen=True):
    """names: C, M, Y, K, then the spots. images: Pillow's, mode L, 255 = full ink. sheet: what page they show. whole:
    all of its content could be read."""

    names: tuple[str, ...]
    images: tuple[Any, ...]
    sheet: PdfPage
    dpi: float
    whole: bool = True


def plates(pdf: bytes, page: int, dpi: float = 72) -> Plates:
    """A page (from 1) on every plate of the file."""
    with separating(pdf) as separator:
        return next(separator.plates([page], dpi))


def coverage(of: Plates) -> Any:
    """The total area coverage in per cent, a Pillow image of mode F; spots count as the process inks do."""
    return total([(image, 1) for image in of.images])


def pixels(
    sheet: PdfPage, where: Bounds, size: tuple[int, int], whole: bool = False
) -> tuple[int, int, int, int] | None:
    """A place of a page in its plates of that size: left, top, right, bottom; None for none of it. PDFium takes whole
    pixels for the media box, so that one of them is a little less than 1/dpi. whole: only pixels that lie all within,
    of which nothing outside has a share."""
    media = sheet.media
    across, down = size[0] / media.width, size[1] / media.height
    box = (
        (where.left - media.left) * across,
        (media.top - where.top) * down,
        (where.right - media.left) * across,
        (media.top - where.bottom) * down,
    )
    to_pixel = (ceil, ceil, floor, floor) if whole else (round,) * 4
    left, top, right, bottom = (min(max(to(v), 0), most) for to, v, most in zip(to_pixel, box, size * 2, strict=True))
    return (left, top, right, bottom) if left < right and top < bottom else None


def total(images: Sequence[tuple[Any, int]]) -> Any:
    """Plates added up, in per cent. Each with its number of inks: it may be the mean of several."""
    from PIL import ImageMath

    named = {f"i{n}": image.convert("F") for n, (image, _) in enumerate(images)}
    counts = {f"i{n}": count * 100 / 255 for n, (_, count) in enumerate(images)}
    return ImageMath.lambda_eval(lambda args: sum(args[key] * count for key, count in counts.items()), **named)


class Separator:
    """A file while its plates are made. sheets: its pages."""

    def __init__(self, pdf: Any):
        self.pdf = pdf
        self.sheets = tuple(sheet_of(page.obj, i) for i, page in enumerate(pdf.pages, start=1))
        self.press = Press(pdf)
        self._channels = Channels(pdf, self.press, LARGEST)
        self.streams: dict[object, Any] = {}
        self._unread: set[int] = set()  # pages

    def plates(self, pages: Iterable[int], dpi: float) -> Iterator[Plates]:
        names = self.press.names
        for sheet, images in self.rendered(pages, [(name,) for name in names], dpi):
            yield Plates(names, images, sheet, dpi, sheet.number not in self._unread)

    def rendered(
        self, pages: Iterable[int], separations: Sequence[Separation], dpi: float
    ) -> Iterator[tuple[PdfPage, tuple[Any, ...]]]:
        """Each page with its images, one for each separation: 255 = full ink, of several inks their mean."""
        import pypdfium2

        sheets = [self.sheets[page - 1] for page in pages]
        document = pypdfium2.PdfDocument(self.separated(sheets, separations, dpi))
        try:
            for at, sheet in enumerate(sheets):
                numbers = range(at * len(separations), (at + 1) * len(separations))
                yield sheet, tuple(_image(document, number, sheet, dpi) for number in numbers)
        finally:
            document.close()

    def separated(self, sheets: Sequence[PdfPage], separations: Sequence[Separation], dpi: float) -> bytes:
        """A PDF with a page for each separation of each sheet, its images as fine as dpi asks for."""
        longest = max((max(sheet.media.width, sheet.media.height) for sheet in sheets), default=1)
        finest = max(ceil(FINER * longest * dpi / PT_AN_INCH), 1)
        if finest != self._channels.finest:
            self._channels = Channels(self.pdf, self.press, finest)
        with pikepdf.new() as made:
            for group in self._pages(sheets, separations):
                made.pages.append(pikepdf.Page(group))
            out = io.BytesIO()
            made.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
        return out.getvalue()

    def _pages(self, sheets: Sequence[PdfPage], separations: Sequence[Separation]) -> Iterator[Any]:
        shared = [PlateJob(self.pdf, on, self.press, self._channels, self.streams) for on in separations]
        for sheet in sheets:
            for plate in shared:
                try:
                    content, resources = page_content(plate, sheet.entries, inherited(sheet.entries, "Resources"))
                except BROKEN:
                    raise failure(None, message("page-unreadable", page=sheet.number)) from None
                if plate.unread:
                    self._unread.add(sheet.number)
                    plate.unread = False
                page = Dictionary(Type=Name.Page, MediaBox=Array([round(v / sheet.unit, 4) for v in sheet.media]))
                page.Resources, page.Contents = resources, self.pdf.make_stream(content)
                if get(sheet.entries, "Group") is not None:
                    page.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceGray)
                yield self.pdf.make_indirect(page)


@contextlib.contextmanager
def separating(content: bytes, called: str = "PDF") -> Iterator[Separator]:
    """A file, for as long as its plates are made. called: its name in the message of a Failure."""
    with reading(content, called) as pdf:
        try:
            separator = Separator(pdf)
        except BROKEN:
            raise failure(None, message("named-pdf-wrong", file=called)) from None
        yield separator


def _image(document: Any, number: int, sheet: PdfPage, dpi: float) -> Any:
    """A page of gray, turned over to ink; without any where PDFium cannot render it."""
    import pypdfium2
    from PIL import Image, ImageChops

    longest = max(sheet.media.width, sheet.media.height, 1)
    scale = min(dpi / PT_AN_INCH, LARGEST / longest)
    try:
        page = document[number]
        shown = page.render(scale=scale * sheet.unit, grayscale=True, may_draw_forms=False, draw_annots=False).to_pil()
    except (pypdfium2.PdfiumError, ValueError):
        return Image.new("L", (max(1, ceil(sheet.media.width * scale)), max(1, ceil(sheet.media.height * scale))))
    return ImageChops.invert(shown.convert("L"))
