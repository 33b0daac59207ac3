"""The first page of a finished PDF as a small picture, to stand in a letter.

In: the bytes of a PDF. Out: how many pages it has, and the picture as a PNG file. None for what is no PDF.
"""

from __future__ import annotations

import io
from typing import NamedTuple

WIDTH = 480  # pixels: shown at half of them, sharp on a display of twice the density
COLOURS = 256  # a cover is drawn in few inks, and a letter is to be small


class Front(NamedTuple):
    """picture: PNG. width, height: pixels."""

    pages: int
    picture: bytes
    width: int
    height: int


def front(content: bytes) -> Front | None:
    import pypdfium2
    from PIL import Image

    try:
        pdf = pypdfium2.PdfDocument(content)
        try:
            page = pdf[0]
            image = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
            pages = len(pdf)
        finally:
            pdf.close()
    except (pypdfium2.PdfiumError, ValueError, IndexError, ZeroDivisionError):
        return None
    out = io.BytesIO()
    image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return Front(pages, out.getvalue(), image.width, image.height)
