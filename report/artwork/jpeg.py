"""A JPEG file as a PDF may hold it (ISO 32000-1, 7.4.8): the picture alone, its samples as they were encoded once.

In: the bytes of a file. Out: the same coded data without what camera and programs wrote beside it: EXIF with the place
it was taken at and its preview, XMP, IPTC, the colour profile, comments, what follows the end (ITU-T T.81, annex B).
"""

from __future__ import annotations

import re

START, END, SCAN, COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
JFIF, ADOBE = 0xE0, 0xEE  # application data a decoder needs: what the components are
APPLICATION = range(0xE0, 0xF0)
FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
DECODED = {0xC0, 0xC1, 0xC2}  # the frames every reader of PDF decodes: Huffman coded, sequential or progressive
BARE = {START, 0x01, *range(0xD0, 0xD8)}  # markers without a length, which may not stand between segments
NEXT = re.compile(rb"\xFF+[^\x00\xFF\xD0-\xD7]")  # in coded data: the next marker that is no restart


def bare(data: bytes) -> bytes | None:
    """The file's first picture and nothing else; None if its bytes are not fit for a PDF as they are."""
    parts = [data[:2]]
    at = 2
    votes: list[bool] = []  # whether application data calls the components YCbCr
    while True:
        at = _past_fill(data, at)
        marker = data[at + 1] if data[at : at + 1] == b"\xff" and at + 1 < len(data) else START
        if marker == END:
            return b"".join((*parts, data[at : at + 2])) if data[:2] == b"\xff\xd8" else None
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in BARE or not at + 4 <= end <= len(data):
            return None
        body = data[at + 4 : end]
        if marker in APPLICATION or marker == COMMENT:
            if kept := _needed(marker, body):
                votes.append(marker == JFIF or kept[-1] == 1)
                parts.append(bytes((0xFF, marker)) + (len(kept) + 2).to_bytes(2, "big") + kept)
        elif marker in FRAMES and not (marker in DECODED and _is_plain(body, votes)):
            return None
        elif marker == SCAN:
            following = NEXT.search(data, end)
            if following is None:
                return None
            parts.append(data[at : following.start()])
            end = following.start()
        else:
            parts.append(data[at:end])
        at = end


def _past_fill(data: bytes, at: int) -> int:
    """A marker may have more than one FF before it (B.1.1.2)."""
    while data[at : at + 2] == b"\xff\xff":
        at += 1
    return at


def _needed(marker: int, body: bytes) -> bytes:
    """What a decoder needs of application data: JFIF without its thumbnail, Adobe's word on the colours."""
    if marker == JFIF and body.startswith(b"JFIF\0") and len(body) >= 14:
        return body[:12] + b"\0\0"
    if marker == ADOBE and body.startswith(b"Adobe") and len(body) >= 12:
        return body[:12]
    return b""


def _is_plain(frame: bytes, votes: list[bool]) -> bool:
    """Gray or YCbCr of 8 bits; where nothing says so, the numbers of the components must (as in JFIF)."""
    components = frame[6::3]
    if frame[:1] != b"\x08" or len(components) != frame[5]:
        return False
    return len(components) == 1 or (len(components) == 3 and (all(votes) if votes else components == b"\1\2\3"))
