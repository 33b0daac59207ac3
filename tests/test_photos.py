"""A photo on its way through the whole house: cropped where the frame ends, and nothing else of it in the file."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image

from tests.conftest import Run


def test_nothing_of_a_photo_goes_out_but_what_is_shown(project: Path, run: Run) -> None:
    """Red, with a blue edge at the right that the square frame of the contents and the wide ones cut off."""
    photo = Image.new("RGB", (120, 100), "#ff0000")
    photo.paste("#0000ff", (112, 0, 120, 100))
    beside = io.BytesIO()
    photo.save(beside, "JPEG", quality=95, comment=b"a secret place", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0")
    (project / "data/pictures/square.jpg").write_bytes(beside.getvalue())
    outcome = run("build")
    assert outcome.code == 0, outcome.err
    file = project / "output/small.screen.pdf"
    assert b"secret" not in file.read_bytes()
    with pikepdf.open(file) as pdf:
        images = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
        corners = [Image.open(io.BytesIO(each.read_raw_bytes())).convert("RGB").getpixel((0, 0)) for each in images]
    assert corners and all(map(_is_red, corners))
    document = pypdfium2.PdfDocument(file)
    cover = document[0].render(scale=1).to_pil()  # its mosaic is made of square cells
    document.close()
    reds, blues = (sum(n for n, c in cover.getcolors(1 << 24) if is_it(c)) for is_it in (_is_red, _is_blue))
    assert reds > 10_000 and not blues


def _is_red(colour: tuple[int, int, int]) -> bool:
    return colour[0] > 240 and max(colour[1:]) < 20


def _is_blue(colour: tuple[int, int, int]) -> bool:
    return colour[2] > 240 and max(colour[:2]) < 20
