"""Pictures, faces and profiles spoilt: as bytes, and as what they are, their sums made right.

Out: changes, each of a `random.Random` and a file's bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable
from random import Random

from tests.fuzz.ground import FACE, ICC, JPEG, PNG

Chunk = tuple[bytes, bytes]  # its name and what is in it
CODED = (PNG, PNG, JPEG, JPEG, FACE, FACE, ICC)


def _at(chance: Random, data: bytes) -> int:
    return chance.randrange(len(data) + 1)


def flipped(chance: Random, data: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 30))):
        if made:
            made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def _flipped_in_the_head(chance: Random, data: bytes) -> bytes:
    return flipped(chance, data[:200]) + data[200:]


def _zeroed(chance: Random, data: bytes) -> bytes:
    at, length = _at(chance, data), chance.choice((1, 4, 64, 4096))
    return data[:at] + chance.choice((b"\0", b"\xff")) * len(data[at : at + length]) + data[at + length :]


def _shortened(chance: Random, data: bytes) -> bytes:
    return data[: _at(chance, data)]


def _bytes_gone(chance: Random, data: bytes) -> bytes:
    at = _at(chance, data)
    return data[:at] + data[at + chance.choice((1, 2, 100)) :]


def _bytes_more(chance: Random, data: bytes) -> bytes:
    at = _at(chance, data)
    return data[:at] + chance.randbytes(chance.choice((1, 2, 100))) + data[at:]


def _other_kind(chance: Random, data: bytes) -> bytes:
    heads = (
        b"",
        b"GIF89a",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"II*\0",
        b"%PDF-1.4\n",
        b"<svg/>",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
    )
    heads += (b"ttcf\0\1\0\0\0\0\0\1", b"wOF2", b"OTTO", b"\0\1\0\0", b"true", b"8BPS", b"\0\0\0\x0cjP  ", b"PK\3\4")
    return chance.choice(heads) + data[: chance.choice((0, 8, len(data)))]


BINARY = (flipped, flipped, _flipped_in_the_head, _zeroed, _shortened, _bytes_gone, _bytes_more, _other_kind)


def png_chunks(data: bytes) -> list[Chunk]:
    chunks, at = [], 8
    while at + 8 <= len(data):
        length = struct.unpack_from(">I", data, at)[0]
        chunks.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += 12 + length
    return chunks


def png_of(chunks: Iterable[Chunk]) -> bytes:
    """What stands behind a PNG's first eight bytes."""
    packed = (struct.pack(">I", len(d)) + name + d + struct.pack(">I", zlib.crc32(name + d)) for name, d in chunks)
    return b"".join(packed)


def _chunk(chance: Random, data: bytes) -> bytes:
    """A PNG with a chunk spoilt, doubled, gone or new, its sum right."""
    chunks = png_chunks(data)
    place = chance.randrange(len(chunks)) if chunks else 0
    match chance.choice(("spoilt", "twice", "gone", "new", "size", "huge")):
        case "spoilt" if chunks:
            chunks[place] = (chunks[place][0], flipped(chance, chunks[place][1]))
        case "twice" if chunks:
            chunks.insert(place, chunks[place])
        case "gone" if chunks:
            del chunks[place]
        case "size" if chunks:
            sides = (0, 1, 7, 65_535, 99_999_999, 0x7FFFFFFF, 0xFFFFFFFF)
            head = struct.pack(">II", chance.choice(sides), chance.choice(sides)) + chunks[0][1][8:]
            chunks[0] = (chunks[0][0], head)
        case "huge" if chunks:
            chunks[place] = (chunks[place][0], zlib.compress(bytes(20_000_000)))
        case _:
            names = (
                b"iCCP",
                b"eXIf",
                b"tEXt",
                b"zTXt",
                b"iTXt",
                b"PLTE",
                b"tRNS",
                b"gAMA",
                b"cHRM",
                b"pHYs",
                b"acTL",
                b"fcTL",
                b"abCD",
            )
            bodies = (
                b"",
                b"a",
                b"a\0\0" + zlib.compress(b"x" * 99),
                bytes(300),
                b"a\0\0" + zlib.compress(bytes(9_000_000)),
                b"\xff" * 9,
            )
            chunks.insert(place, (chance.choice(names), chance.choice(bodies)))
    return data[:8] + png_of(chunks)


def _table(chance: Random, data: bytes) -> bytes:
    """A face with a table spoilt: zeroed, flipped, gone or pointing elsewhere, mostly with its sum made right."""
    count = struct.unpack_from(">H", data, 4)[0] if len(data) >= 6 else 0
    if not count or 12 + 16 * count > len(data):
        return flipped(chance, data)
    made, place = bytearray(data), 12 + 16 * chance.randrange(count)
    _, _, start, length = struct.unpack_from(">4sIII", made, place)
    body = data[start : start + length]
    match chance.choice(("zero", "flip", "flip", "gone", "long", "elsewhere")):
        case "zero":
            body = bytes(len(body))
        case "flip":
            body = flipped(chance, body)
        case "gone":
            made[place : place + 4] = b"zzzz"
        case "long":
            struct.pack_into(">I", made, place + 12, chance.choice((0, 1, length // 2, length + 999, 0xFFFFFFFF)))
        case "elsewhere":
            struct.pack_into(">I", made, place + 8, chance.choice((0, 12, len(data) - 2, 0x7FFFFFFF)))
    made[start : start + length] = body
    if chance.random() < 0.6:
        padded = body + bytes(-len(body) % 4)
        struct.pack_into(">I", made, place + 4, sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF)
    return bytes(made)


def _segment(chance: Random, data: bytes) -> bytes:
    """A JPEG with a segment spoilt, doubled, gone or new."""
    parts, at = [], 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        length = 2 + struct.unpack_from(">H", data, at + 2)[0]
        parts.append(data[at : at + length])
        at += length
    place = chance.randrange(len(parts)) if parts else 0
    match chance.choice(("spoilt", "twice", "gone", "new")):
        case "spoilt" if parts:
            parts[place] = parts[place][:4] + flipped(chance, parts[place][4:])
        case "twice" if parts:
            parts.insert(place, parts[place])
        case "gone" if parts:
            del parts[place]
        case _:
            marks, bodies = (
                b"\xe0\xe1\xe2\xed\xee\xfe\xc0\xc2\xc4\xdb\xdd",
                (b"", b"Exif\0\0II*\0\x08\0\0\0\xff\xff", b"ICC_PROFILE\0\1\1ab", b"Adobe\0d\0\0\0\0\2"),
            )
            body = chance.choice(bodies)
            parts.insert(place, b"\xff" + bytes((chance.choice(marks),)) + struct.pack(">H", 2 + len(body)) + body)
    return data[:2] + b"".join(parts) + data[at:]


def _tag(chance: Random, data: bytes) -> bytes:
    """A profile with a tag renamed, moved or made long, or another head."""
    count = struct.unpack_from(">I", data, 128)[0] if len(data) >= 132 else 0
    if not 0 < count < 100 or 132 + 12 * count > len(data):
        return flipped(chance, data)
    made, place = bytearray(data), 132 + 12 * chance.randrange(count)
    match chance.choice(("name", "place", "length", "body", "head", "count")):
        case "name":
            made[place : place + 4] = b"zzzz"
        case "place":
            struct.pack_into(">I", made, place + 4, chance.choice((0, 128, len(data), 0xFFFFFFFF)))
        case "length":
            struct.pack_into(">I", made, place + 8, chance.choice((0, 1, 7, len(data), 0xFFFFFFFF)))
        case "body":
            start, length = struct.unpack_from(">II", data, place + 4)
            made[start : start + min(length, 64)] = chance.randbytes(min(length, 64))
        case "head":
            made[chance.choice((0, 8, 12, 16, 20, 36)) + chance.randrange(4)] ^= 0xFF
        case "count":
            struct.pack_into(">I", made, 128, chance.choice((0, 1, 5000, 0xFFFFFFFF)))
    return bytes(made)


STRUCTURED: dict[str, tuple[Callable[[Random, bytes], bytes], ...]] = {
    PNG: (_chunk,) * 8,
    JPEG: (_segment,) * 8,
    FACE: (_table,) * 8,
    ICC: (_tag,) * 8,
}
