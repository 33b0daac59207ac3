"""Findings as pictures: each page of one with a red frame around what is meant.

In: the file, Findings. Out: names and PNG files. A finding of the file as a whole has no picture.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from report.conform.preflight.finding import Finding
from report.conform.preflight.shapes import Bounds
from report.conform.preflight.subject import PdfPage, opened

SCALE = 1.5  # 108 dpi: text can be read, a file stays small
LARGEST = 4000  # pixels of a side: A1; a larger page is shown smaller
RED = (224, 0, 32)
GAP, LINE, LEAST = 4, 3, 10  # pixels: around a place, of the frame, of the smallest frame's side


def framed(content: bytes, findings: Iterable[Finding], called: str = "PDF") -> Iterator[tuple[str, bytes]]:
    """`p03-hairline-2.png` and its bytes, for each finding that has a page. A page that cannot be rendered is white."""
    from PIL import Image, ImageDraw

    count: dict[tuple[int, str], int] = {}
    with opened(content, called) as subject:
        rendered: tuple[int, Any] = (0, None)
        for finding in findings:
            if not finding.page:
                continue
            sheet = subject.sheet(finding.page)
            if rendered[0] != finding.page:
                rendered = (finding.page, render(content, sheet))
            picture: Image.Image = rendered[1].copy()
            pen = ImageDraw.Draw(picture)
            for place in finding.places:
                pen.rectangle(_frame(place, sheet), outline=RED, width=LINE)
            key = (finding.page, finding.check.name)
            count[key] = count.get(key, 0) + 1
            out = io.BytesIO()
            picture.save(out, "PNG")
            yield f"p{finding.page:02}-{finding.check.name}-{count[key]}.png", out.getvalue()


def render(content: bytes, sheet: PdfPage) -> Any:
    """What a page's crop box shows, upright as its coordinates are, without its turn."""
    import pypdfium2
    from PIL import Image

    scale = _scale(sheet)
    size = (max(1, round(sheet.crop.width * scale)), max(1, round(sheet.crop.height * scale)))
    try:
        pdf = pypdfium2.PdfDocument(content)
        try:
            page = pdf[sheet.number - 1]
            image = page.render(scale=scale, rotation=-sheet.rotation % 360).to_pil().convert("RGB")
        finally:
            pdf.close()
    except (pypdfium2.PdfiumError, ValueError, IndexError):
        return Image.new("RGB", size, "white")
    return image.resize(size)


def _scale(sheet: PdfPage) -> float:
    """Pixels a pt."""
    return min(SCALE, LARGEST / max(sheet.crop.width, sheet.crop.height, 1))


def _frame(place: Bounds, sheet: PdfPage) -> tuple[float, float, float, float]:
    """Left, top, right, bottom in pixels, never so small that nobody sees it."""
    scale = _scale(sheet)
    width, height = sheet.crop.width * scale, sheet.crop.height * scale
    left, right = ((x - sheet.crop.left) * scale for x in (place.left, place.right))
    top, bottom = ((sheet.crop.top - y) * scale for y in (place.top, place.bottom))
    across, down = (max(GAP, (LEAST - length) / 2) for length in (right - left, bottom - top))
    box = (max(0, left - across), max(0, top - down), min(width - 1, right + across), min(height - 1, bottom + down))
    return (min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3]))
