"""What the data of an image say themselves, beside what its dictionary says of them (ISO 32000-1, 8.9.5).

In: an image XObject. Out: the size and the colours of JPEG and JPEG 2000; what is wrong with data of any kind.
"""

from __future__ import annotations

import io
from typing import Any, NamedTuple

from report.conform.preflight.colour import CMYK, GRAY, RGB, Space, space
from report.conform.preflight.objects import BROKEN, data, filters, get, number

CODED = ("DCTDecode", "JPXDecode")
UNCODED = ("FlateDecode", "LZWDecode", "RunLengthDecode", "ASCII85Decode", "ASCIIHexDecode")
LARGEST = 1 << 28  # bytes of samples that are unpacked to be counted: A2 at 600 ppi in four inks has a quarter more
END = b"\xff\xd9"  # of a JPEG
SPACES = {1: GRAY, 3: RGB, 4: CMYK}


class Coded(NamedTuple):
    width: int
    height: int
    count: int  # of components, without opacity


def coded(image: Any) -> Coded | None:
    """Of JPEG and JPEG 2000; None for what is neither, whatever its dictionary says."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(image.read_raw_bytes())) as picture:
            return Coded(*picture.size, len(picture.getbands()) - (picture.mode.endswith("A") and picture.mode != "A"))
    except (*BROKEN, OSError, Image.DecompressionBombError):
        return None


def own_space(image: Any) -> Space | None:
    """JPEG 2000 may leave its colours to its own data (8.9.5.1)."""
    if filters(image)[-1:] != ["JPXDecode"]:
        return None
    found = coded(image)
    return SPACES.get(found.count) if found else None


def damage(image: Any) -> str:
    """What is wrong with the data, in numbers; "" where nothing is, or where that would cost too much to find out."""
    width, height = int(number(get(image, "Width"))), int(number(get(image, "Height")))
    how = filters(image)
    if width < 1 or height < 1:
        return f"{width} × {height} px"
    written = get(image, "ColorSpace")
    count = 1 if bool(get(image, "ImageMask")) else space(written, None).count if written is not None else 0
    if how and how[-1] in CODED:
        return _of_code(image, (width, height), count) if len(how) == 1 else ""
    if not set(how) <= set(UNCODED) or not count:
        return ""
    bits = 1 if bool(get(image, "ImageMask")) else int(number(get(image, "BitsPerComponent"), 8))
    wanted = (width * count * bits + 7) // 8 * height
    if wanted > LARGEST:
        return f"{width} × {height} px" if len(image.read_raw_bytes()) * 2000 < wanted else ""  # deflate gains 1:1032
    there = len(data(image))
    return f"{there} / {wanted} bytes" if there < wanted else ""


def _of_code(image: Any, size: tuple[int, int], count: int) -> str:
    found = coded(image)
    if found is None:
        return "no JPEG" if filters(image)[-1] == "DCTDecode" else "no JPEG 2000"
    if (found.width, found.height) != size:
        return f"{found.width} × {found.height} px ≠ {size[0]} × {size[1]} px"
    if filters(image)[-1] == "DCTDecode":
        if count and found.count != count:
            return f"{found.count} ≠ {count} components"
        if image.read_raw_bytes().rfind(END) < 0:
            return "a JPEG without its end"
    return ""
