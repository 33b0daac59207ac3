"""The first page as a picture for a letter."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from report.conform.cover import WIDTH, front


def pdf(pages: int, content: bytes = b"") -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(pages):
            page = made.add_blank_page(page_size=(200, 300))
            page.Contents = made.make_stream(content)
        made.save(out)
    return out.getvalue()


def test_pages_are_counted_and_the_first_is_drawn() -> None:
    found = front(pdf(3, b"1 0 0 rg 0 150 200 150 re f"))
    assert found and (found.pages, found.width, found.height) == (3, WIDTH, 720)
    with Image.open(io.BytesIO(found.picture)) as picture:
        rgb = picture.convert("RGB")
        assert (picture.format, rgb.size) == ("PNG", (WIDTH, 720))
        assert rgb.getpixel((240, 100)) == (255, 0, 0) and rgb.getpixel((240, 600)) == (255, 255, 255)


@pytest.mark.parametrize("content", [b"", b"no PDF", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_has_none(content: bytes) -> None:
    assert front(content) is None
