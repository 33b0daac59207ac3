"""What a file of the folder of pictures is: by its first bytes, whatever its name says; and what a coded picture is.

In: the first bytes of a file, or the ending of a name. Out: the format's name; `Coded`, what `jpeg`, `png` and `webp`
make of a file that is taken. A file that cannot be used is a `PhotoError`.
"""

from __future__ import annotations

from typing import NamedTuple

from report.messages import Message, message
from report.units import Size

PHOTOS = (".jpg", ".jpeg", ".png", ".webp")
DRAWING = ".svg"
MAX_PIXELS = 100_000_000  # an A3 page at 600 dpi; beyond it a small file can fill the memory when unpacked
MAX_SIDE = 65_535  # the most a JPEG can have; a PNG of rows without number takes minutes
MOST_PARTS = 200_000  # of a file: chunks of 1 kB in one of 200 MB
OTHERS = (  # endings of finished pictures that are not taken
    *(".jfif", ".jpe", ".heic", ".heif", ".avif", ".gif", ".apng", ".bmp", ".tif", ".tiff", ".jp2", ".jxl"),
    *(".svgz", ".pdf", ".eps", ".ai", ".emf", ".wmf", ".ico"),
)
SIGNS = (  # where a format's sign stands, the sign, its name
    (0, b"\xff\xd8", "JPEG"),
    (0, b"\x89PNG\r\n\x1a\n", "PNG"),
    (8, b"WEBP", "WebP"),
    (4, b"ftypavi", "AVIF"),
    (4, b"ftyphe", "HEIC"),
    (4, b"ftypm", "HEIC"),
    (4, b"ftyp", "MP4"),
    (0, b"GIF8", "GIF"),
    (0, b"BM", "BMP"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"8BPS", "Photoshop"),
    (0, b"%PDF", "PDF"),
    (0, b"%!PS", "EPS"),
    (0, b"\xc5\xd0\xd3\xc6", "EPS"),
    (0, b"\xff\x0a", "JPEG XL"),
    (4, b"JXL ", "JPEG XL"),
    (4, b"jP  ", "JPEG 2000"),
    (0, b"\xff\x4f\xff\x51", "JPEG 2000"),
    (0, b"PK\3\4", "ZIP"),
    (0, b"version https://git-lfs", "Git LFS"),
)
WORDS = ((b"<svg", "SVG"), (b"<html", "HTML"), (b"<!doctype html", "HTML"))  # anywhere in the beginning of a text


class PhotoError(Exception):
    """The photo cannot be used; the message says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Coded(NamedTuple):
    """A photo as it is coded, without what was written beside it.

    data: the file of the picture alone. icc: its profile, b"" where that is damaged. exif: what a camera wrote.
    clear: the sample, or the three, of the colour that stands for nothing. entries: of the palette.
    huffman: a JPEG coded so. plain: a PDF may hold the data as they are.
    """

    data: bytes
    size: Size
    icc: bytes | None = None
    exif: bytes = b""
    clear: tuple[int, ...] | None = None
    entries: int = 0
    huffman: bool = False
    plain: bool = False


def sized(width: int, height: int) -> Size:
    """The size that a file says it has. Raises PhotoError beyond the limits, before anything is unpacked."""
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        limits = {"most": MAX_PIXELS // 1_000_000, "side": MAX_SIDE}
        raise PhotoError(message("photo-too-large", width=width, height=height, **limits))
    return Size(width, height)


def damaged(problem: Message) -> PhotoError:
    """problem: what is wrong with the data."""
    return PhotoError(message("photo-damaged", problem=problem))


def kind_of(start: bytes) -> str:
    """The name of the format that a file begins as; "" where it is none that is known."""
    for at, sign, kind in SIGNS:
        if start[at : at + len(sign)] == sign:
            return kind
    text = start[:1000].lower()
    return next((kind for word, kind in WORDS if word in text), "")
