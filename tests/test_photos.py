"""A photo on its way through the whole house: its own coded data in the file, cropped where the frame ends."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image

from tests.conftest import Run


def test_a_photo_keeps_its_own_data_and_nothing_private(project: Path, run: Run) -> None:
    """Red, with a blue edge at the right that the square frame of the contents and the wide ones cut off."""
    photo = Image.new("RGB", (120, 100), "#ff0000")
    photo.paste("#0000ff", (112, 0, 120, 100))
    out, beside = io.BytesIO(), io.BytesIO()
    photo.save(out, "JPEG", quality=95)
    photo.save(beside, "JPEG", quality=95, comment=b"a secret place", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0")
    (project / "data/pictures/square.jpg").write_bytes(beside.getvalue())
    outcome = run("build")
    assert outcome.code == 0, outcome.err
    file = project / "output/small.screen.pdf"
    assert b"secret" not in file.read_bytes()
    with pikepdf.open(file) as pdf:
        images = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
        assert out.getvalue() in [each.read_raw_bytes() for each in images]
    document = pypdfium2.PdfDocument(file)
    cover = document[0].render(scale=1).to_pil()  # its mosaic is made of square cells
    document.close()
    reds, blues = (sum(n for n, c in cover.getcolors(1 << 24) if is_it(c)) for is_it in (_is_red, _is_blue))
    assert reds > 10_000 and not blues


def _is_red(colour: tuple[int, int, int]) -> bool:
    return colour[0] > 240 and max(colour[1:]) < 20


def _is_blue(colour: tuple[int, int, int]) -> bool:
    return colour[2] > 240 and max(colour[:2]) < 20
