"""A PNG file as its picture alone (ISO/IEC 15948), looked through before anything is unpacked.

In: the bytes of a file. Out: the same picture without text, times, animation and what follows its end, in the order of
the format; beside it profile and EXIF data. What decides how the picture looks must be whole; the rest may be damaged.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from report.artwork.formats import MOST_PARTS, Coded, damaged, sized
from report.messages import message

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEAD = ">IIBBBBB"
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}  # of a sample, by kind of colour
GRAY, PALETTE = 0, 3
CLEAR = {GRAY: 2, 2: 6}  # bytes that name the colour that stands for nothing
LARGEST_PROFILE = 10_000_000
AROUND = 12  # bytes of a chunk beside its data


class Chunk(NamedTuple):
    """at: where it begins in the file. sound: its checksum is right."""

    name: bytes
    body: bytes
    at: int
    sound: bool

    @property
    def is_critical(self) -> bool:
        return self.name[:1].isupper()


class Head(NamedTuple):
    """As in IHDR."""

    width: int
    height: int
    depth: int
    colour: int
    compression: int
    filter: int
    interlace: int


def read(data: bytes) -> Coded:
    """Raises PhotoError where the picture is damaged."""
    chunks = _chunks(data)
    head = _head(next(chunks))
    found: dict[bytes, bytes] = {}
    pixels: list[bytes] = []
    for chunk in chunks:
        name = chunk.name.decode("ascii")
        if chunk.name == b"IDAT":
            pixels.append(chunk.body)
        elif chunk.name == b"IHDR" or (chunk.name == b"PLTE" and chunk.name in found):
            raise damaged(message("photo-part-twice", part=name))
        elif chunk.name == b"iCCP":
            found.setdefault(chunk.name, _profile(chunk.body) if chunk.sound else b"")
        elif chunk.is_critical and chunk.name not in (b"PLTE", b"IEND"):
            raise damaged(message("photo-part-unknown", part=name, at=chunk.at))
        elif chunk.is_critical or chunk.sound:
            found.setdefault(chunk.name, chunk.body)
        if not chunk.sound and (chunk.is_critical or chunk.name == b"tRNS"):
            raise damaged(message("photo-part-checksum", part=name, at=chunk.at))
    if not pixels:
        raise damaged(message("photo-part-missing", part="IDAT"))
    parts = [(b"IHDR", struct.pack(HEAD, *head)), *_palette(head, found), (b"IDAT", b"".join(pixels)), (b"IEND", b"")]
    return Coded(
        b"".join((SIGNATURE, *(piece for name, body in parts for piece in _chunk(name, body)))),
        sized(head.width, head.height),
        icc=found.get(b"iCCP"),
        exif=found.get(b"eXIf", b""),
        clear=_clear(head, found.get(b"tRNS")),
        entries=len(found.get(b"PLTE", b"")) // 3,
    )


def _chunks(data: bytes) -> Iterator[Chunk]:
    """To the end of the picture, IEND; what does not matter for the picture may lack its checksum."""
    at = len(SIGNATURE)
    for _ in range(MOST_PARTS):
        if at + AROUND > len(data):
            raise damaged(message("photo-ends-early"))
        name, end = data[at + 4 : at + 8], at + AROUND + int.from_bytes(data[at : at + 4], "big")
        if not (name.isalpha() and name.isascii()):
            raise damaged(message("photo-part-unreadable", at=at))
        if end > len(data):
            raise damaged(message("photo-ends-early"))
        with memoryview(data) as view:
            sound = zlib.crc32(view[at + 4 : end - 4]) == int.from_bytes(view[end - 4 : end], "big")
        yield Chunk(name, data[at + 8 : end - 4], at, sound)
        if name == b"IEND":
            return
        at = end
    raise damaged(message("photo-too-many-parts", most=MOST_PARTS))


def _chunk(name: bytes, body: bytes) -> tuple[bytes, ...]:
    return len(body).to_bytes(4, "big"), name, body, zlib.crc32(body, zlib.crc32(name)).to_bytes(4, "big")


def _head(first: Chunk) -> Head:
    if first.name != b"IHDR":
        raise damaged(message("photo-part-missing", part="IHDR"))
    if not first.sound:
        raise damaged(message("photo-part-checksum", part="IHDR", at=first.at))
    head = Head(*struct.unpack(HEAD, first.body)) if len(first.body) == 13 else Head(0, 0, 0, 0, 0, 0, 0)
    right = head.depth in DEPTHS.get(head.colour, ()) and not head.compression and not head.filter
    if not (right and head.interlace in (0, 1) and head.width and head.height):
        raise damaged(message("photo-part-wrong", part="IHDR"))
    sized(head.width, head.height)
    return head


def _palette(head: Head, found: dict[bytes, bytes]) -> list[tuple[bytes, bytes]]:
    """The colours of a picture that has a palette, and how clear they are."""
    if head.colour != PALETTE:
        return []
    if b"PLTE" not in found:
        raise damaged(message("photo-part-missing", part="PLTE"))
    colours, alphas = found[b"PLTE"], found.get(b"tRNS", b"")
    if len(colours) % 3 or not 3 <= len(colours) <= 3 * 256:
        raise damaged(message("photo-part-wrong", part="PLTE"))
    if len(alphas) > len(colours) // 3:
        raise damaged(message("photo-part-wrong", part="tRNS"))
    return [(b"PLTE", colours), (b"tRNS", alphas)] if alphas else [(b"PLTE", colours)]


def _clear(head: Head, body: bytes | None) -> tuple[int, ...] | None:
    """The samples of the colour that stands for nothing (11.3.2.1): of 8 bits, but those of a gray of 16 stay."""
    if body is None or head.colour not in CLEAR:
        return None  # (a palette has its own; beside an alpha channel it says nothing)
    if len(body) != CLEAR[head.colour]:
        raise damaged(message("photo-part-wrong", part="tRNS"))
    most = (1 << head.depth) - 1
    samples = [sample & most for sample in struct.unpack(f">{len(body) // 2}H", body)]
    if head.depth == 16:
        return tuple(samples) if head.colour == GRAY else tuple(sample >> 8 for sample in samples)
    return tuple(sample * 255 // most for sample in samples)


def _profile(body: bytes) -> bytes:
    """The profile in an iCCP chunk: a name, a byte that says how it is packed, the packed profile."""
    _, _, packed = body.partition(b"\0")
    unpacking = zlib.decompressobj()
    try:
        profile = unpacking.decompress(packed[1:], LARGEST_PROFILE) if packed[:1] == b"\0" else b""
    except zlib.error:
        return b""
    return profile if unpacking.eof else b""
