"""Pages as they look, for who compares two editions.

In: a PDF of ours, pages from 1. Out: each as a picture of its trim, small enough to lie in an HTML page.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from report.messages import failure, message

DPI = 110
PT_AN_INCH = 72
LARGEST = 4000  # pixels of a side; a larger page is shown smaller
QUALITY = 82


class PagePicture(NamedTuple):
    """content: WebP. size: pixels."""

    page: int
    content: bytes
    size: tuple[int, int]


def page_pictures(content: bytes, pages: Iterable[int], count: int, called: str) -> Iterator[PagePicture]:
    """count: how many pages its record has; a Failure where the file has others."""
    with shown(content, count, called) as document:
        for number in pages:
            page = document[number - 1]
            media, trim = page.get_mediabox(), page.get_trimbox()
            margins = (trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3])
            scale = min(DPI / PT_AN_INCH, LARGEST / max(page.get_size()))
            image = page.render(scale=scale, crop=margins, draw_annots=False).to_pil().convert("RGB")
            out = io.BytesIO()
            image.save(out, "WEBP", quality=QUALITY, method=4)
            yield PagePicture(number, out.getvalue(), image.size)


@contextmanager
def shown(content: bytes, count: int, called: str) -> Iterator[Any]:
    """PDFium's document, for as long as the `with` lasts; Failure for one that it cannot read, or of other pages."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise failure(None, message("named-pdf-wrong", file=called)) from None
    try:
        if len(document) != count:
            raise failure(None, message("pages-not-of-record", file=called, pages=len(document), recorded=count))
        yield document
    except pypdfium2.PdfiumError:
        raise failure(None, message("named-pdf-wrong", file=called)) from None
    finally:
        document.close()
