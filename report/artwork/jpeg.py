"""A JPEG file as a PDF may hold it (ISO 32000-1, 7.4.8): the picture alone, its samples as they were encoded once.

In: the bytes of a file. Out: the same coded data without what camera and programs wrote beside it: EXIF with the place
it was taken at and its preview, XMP, IPTC, comments, what follows the end (ITU-T T.81, annex B); beside it the colour
profile (ICC.1, annex B.4) and the EXIF data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from report.artwork.formats import MOST_PARTS, Coded, PhotoError, damaged, sized
from report.messages import message
from report.units import Size

START, END, SCAN, COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
JFIF, EXIF, ICC, ADOBE = 0xE0, 0xE1, 0xE2, 0xEE  # application data a decoder needs: what the components are
APPLICATION = range(0xE0, 0xF0)
FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
DECODED = {0xC0, 0xC1, 0xC2}  # the frames every reader of PDF decodes: Huffman coded, sequential or progressive
TAKEN = DECODED | {0xC9, 0xCA}  # and those coded arithmetically
BARE = {START, 0x01}  # markers without a length, which may not stand between segments
NEXT = re.compile(rb"\xFF[^\x00\xFF\xD0-\xD7]")  # in coded data: the next marker that is no restart
SCANS = 2_000_000_000  # pixels in all scans: a progressive photo of 100 megapixels has ten
EXIF_NAME, ICC_NAME = b"Exif\0\0", b"ICC_PROFILE\0"


class Segment(NamedTuple):
    """whole: with its marker, and of a scan with the coded data after it."""

    marker: int
    body: bytes
    whole: bytes


class Frame(NamedTuple):
    size: Size
    components: bytes  # their numbers
    marker: int
    bits: int


def read(data: bytes) -> Coded:
    """The file's first picture and nothing else. Raises PhotoError where it is damaged, or coded in a rare way."""
    parts = [data[:2]]
    votes: list[bool] = []  # whether application data calls the components YCbCr
    profile: list[bytes] = []
    exif, frame, scans, plain = b"", None, 0, False
    for marker, body, whole in _segments(data):
        if marker in APPLICATION or marker == COMMENT:
            if kept := _needed(marker, body):
                votes.append(marker == JFIF or kept[-1] == 1)
                parts.append(bytes((0xFF, marker)) + (len(kept) + 2).to_bytes(2, "big") + kept)
            elif marker == EXIF and body.startswith(EXIF_NAME):
                exif = exif or body[len(EXIF_NAME) :]
            elif marker == ICC and body.startswith(ICC_NAME):
                profile.append(body[len(ICC_NAME) :])
            continue
        if marker in FRAMES:
            if frame:
                raise damaged(message("photo-part-twice", part="SOF"))
            frame = _frame(marker, body)
            plain = _is_plain(frame, votes)
        elif marker == SCAN:
            scans += 1
        parts.append(whole)
    if frame is None or not scans:
        raise damaged(message("photo-part-missing", part="SOS" if frame else "SOF"))
    if scans * frame.size.width * frame.size.height > SCANS:
        raise PhotoError(message("photo-too-many-scans", scans=scans))
    return Coded(
        b"".join(parts), frame.size, icc=_joined(profile), exif=exif, huffman=frame.marker in DECODED, plain=plain
    )


def _segments(data: bytes) -> Iterator[Segment]:
    """To the end of the picture, EOI."""
    at = 2
    for _ in range(MOST_PARTS):
        at = _next(data, at)  # what lies between is skipped, as decoders do, and more than one FF (B.1.1.2)
        marker = data[at + 1]
        end = at + 2 + (int.from_bytes(data[at + 2 : at + 4], "big") if marker != END else 0)
        if marker in BARE or (end < at + 4 and marker != END):
            raise damaged(message("photo-part-unreadable", at=at))
        if end > len(data):
            raise damaged(message("photo-ends-early"))
        head = end
        if marker == SCAN:
            end = _next(data, end)
        yield Segment(marker, data[at + 4 : head], data[at:end])
        if marker == END:
            return
        at = end
    raise damaged(message("photo-too-many-parts", most=MOST_PARTS))


def _next(data: bytes, at: int) -> int:
    """Where the next marker begins."""
    found = NEXT.search(data, at)
    if found is None:
        raise damaged(message("photo-ends-early"))
    return found.start()


def _needed(marker: int, body: bytes) -> bytes:
    """What a decoder needs of application data: JFIF without its thumbnail, Adobe's word on the colours."""
    if marker == JFIF and body.startswith(b"JFIF\0") and len(body) >= 14:
        return body[:12] + b"\0\0"
    if marker == ADOBE and body.startswith(b"Adobe") and len(body) >= 12:
        return body[:12]
    return b""


def _frame(marker: int, body: bytes) -> Frame:
    components = body[6::3]
    if len(body) != 6 + 3 * len(components) or len(components) != body[5]:
        raise damaged(message("photo-part-wrong", part="SOF"))
    height, width = int.from_bytes(body[1:3], "big"), int.from_bytes(body[3:5], "big")
    if not width or not height:
        raise damaged(message("photo-part-wrong", part="SOF"))
    frame = Frame(sized(width, height), components, marker, body[0])
    if marker not in TAKEN or frame.bits != 8 or len(components) not in (1, 3, 4):
        raise PhotoError(message("photo-coding", bits=frame.bits, channels=len(components)))
    return frame


def _is_plain(frame: Frame, votes: list[bool]) -> bool:
    """Gray or YCbCr of 8 bits; where nothing says so, the numbers of the components must (as in JFIF)."""
    if frame.marker not in DECODED:
        return False
    called = frame.components
    return len(called) == 1 or (len(called) == 3 and (all(votes) if votes else called == b"\1\2\3"))


def _joined(parts: list[bytes]) -> bytes | None:
    """A profile from its numbered parts; b"" where they do not make a whole."""
    if not parts:
        return None
    numbered = sorted(parts)
    whole = [bytes((number, len(parts))) for number in range(1, len(parts) + 1)]
    return b"".join(part[2:] for part in numbered) if [part[:2] for part in numbered] == whole else b""
