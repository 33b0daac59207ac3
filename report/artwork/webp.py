"""A WebP file as its picture alone (RFC 9649), looked through before anything is unpacked.

In: the bytes of a file. Out: the same picture; beside it profile and EXIF data. It is never embedded as it is: a PDF
knows no WebP. One that moves is not taken.
"""

from __future__ import annotations

from report.artwork.formats import Coded, PhotoError, damaged, sized
from report.messages import message
from report.units import Size

HEAD = 12  # RIFF, a length, WEBP
MOVES = 0x02  # of the flags of VP8X
PICTURES = {b"VP8 ", b"VP8L"}
KEY_FRAME, LOSSLESS = b"\x9d\x01\x2a", 0x2F


def read(data: bytes) -> Coded:
    """Raises PhotoError where the picture is damaged."""
    found: dict[bytes, bytes] = {}
    at = HEAD
    while at + 8 <= len(data):
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + length]
        if len(body) < length and name in PICTURES:
            raise damaged(message("photo-ends-early"))
        found.setdefault(name, body)
        at += 8 + length + length % 2
    wide = found.get(b"VP8X", b"")
    if (wide[:1] and wide[0] & MOVES) or b"ANMF" in found:
        raise PhotoError(message("photo-moves"))
    if not PICTURES & found.keys():
        raise damaged(message("photo-part-missing", part="VP8"))
    exif = found.get(b"EXIF", b"").removeprefix(b"Exif\0\0")
    return Coded(data, _size(found), found.get(b"ICCP"), exif)


def _size(found: dict[bytes, bytes]) -> Size:
    """Of the picture itself, which must be that of the sheet around it (RFC 9649, 2.7.1)."""
    if lossless := found.get(b"VP8L"):
        bits = int.from_bytes(lossless[1:5], "little")
        sound = lossless[0] == LOSSLESS and len(lossless) > 5
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    else:
        body = found[b"VP8 "]
        sound = body[3:6] == KEY_FRAME and len(body) > 10
        width, height = (int.from_bytes(body[i : i + 2], "little") & 0x3FFF for i in (6, 8))
    wide = found.get(b"VP8X", b"")
    sheet = tuple(int.from_bytes(wide[i : i + 3], "little") + 1 for i in (4, 7)) if wide else (width, height)
    if not sound or not width or not height or sheet != (width, height):
        raise damaged(message("photo-part-wrong", part="VP8"))
    return sized(width, height)
