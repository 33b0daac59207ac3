"""PNG files looked through before anything is unpacked: what must be whole, and what does not matter."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from report.artwork import png
from report.artwork.formats import PhotoError

Chunks = list[tuple[bytes, bytes]]
BOMB = zlib.compress(bytes(png.LARGEST_PROFILE + 1), 9)
HEAD, PALETTE, ALPHAS, DATA = range(4)  # of the picture with a palette


def chunk(name: bytes, body: bytes, checksum: int = 0) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body) ^ checksum)


def packed(chunks: Chunks) -> bytes:
    return png.SIGNATURE + b"".join(chunk(*each) for each in chunks)


def parts(mode: str = "P", **how: object) -> Chunks:
    """Of a small picture; one with a palette is half clear."""
    out = io.BytesIO()
    clear = {"transparency": bytes(range(0, 256, 16))} if mode == "P" else {}
    picture = Image.frombytes("L", (16, 16), bytes(range(256))).point(lambda v: v // 16)
    if mode == "P":
        picture.putpalette(bytes(range(48)))
    picture.convert(mode).save(out, "PNG", **clear, **how)  # type: ignore[arg-type]
    data, at, found = out.getvalue(), 8, []
    while at < len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4], "big")
        found.append((data[at + 4 : at + 8], data[at + 8 : end]))
        at = end + 4
    return found


def instead(place: int, name: bytes, body: bytes) -> Chunks:
    found = parts()
    found[place] = (name, body)
    return found


def header(**changes: int) -> Chunks:
    head = png.Head(*struct.unpack(png.HEAD, parts()[HEAD][1]))
    return instead(HEAD, b"IHDR", struct.pack(png.HEAD, *head._replace(**changes)))


def spoiled(place: int) -> bytes:
    """With a wrong checksum."""
    return png.SIGNATURE + b"".join(chunk(*each, checksum=i == place) for i, each in enumerate(parts()))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (packed(parts()[:-1]), "its data end early"),  # no IEND
        (packed(parts())[:-5], "its data end early"),
        (packed(parts()).replace(b"\0\0\0\x30PLTE", b"\0\1\0\x30PLTE"), "its data end early"),
        (packed(parts()).replace(b"\0\0\0\x30PLTE", b"\xff\xff\xff\xffPLTE"), "its data end early"),
        (packed(parts()).replace(b"\0\0\0\x30PLTE", b"\0\0\0\x2fPLTE"), "PLTE at byte 33 does not fit its checksum"),
        (packed(parts()).replace(b"IDAT", b"ID\0T"), "begins no part of it"),
        (packed([*parts()[:DATA], *parts()[DATA + 1 :]]), "it has no IDAT"),
        (packed(parts()[1:]), "it has no IHDR"),
        (packed([parts()[0], *parts()]), "IHDR is there twice"),
        (packed([*parts()[:2], *parts()[1:]]), "PLTE is there twice"),
        (packed([parts()[0], (b"CgBI", b"abcd"), *parts()[1:]]), "CgBI at byte 33 is not of PNG"),
        (packed([parts()[HEAD], *parts()[DATA:]]), "it has no PLTE"),
        (packed(instead(PALETTE, b"PLTE", bytes(47))), "what PLTE says is not possible"),
        (packed(instead(PALETTE, b"PLTE", b"")), "what PLTE says is not possible"),
        (packed(instead(PALETTE, b"PLTE", bytes(771))), "what PLTE says is not possible"),
        (packed(instead(ALPHAS, b"tRNS", bytes(17))), "what tRNS says is not possible"),
        (packed([*parts("L")[:1], (b"tRNS", b"\0"), *parts("L")[1:]]), "what tRNS says is not possible"),
        (packed([*parts("RGB")[:1], (b"tRNS", b"\0\0"), *parts("RGB")[1:]]), "what tRNS says is not possible"),
        (packed(instead(HEAD, b"IHDR", parts()[HEAD][1][:12])), "what IHDR says is not possible"),
        (packed(header(width=0)), "what IHDR says is not possible"),
        (packed(header(height=0)), "what IHDR says is not possible"),
        (packed(header(depth=16)), "what IHDR says is not possible"),
        (packed(header(colour=5)), "what IHDR says is not possible"),
        (packed(header(compression=1)), "what IHDR says is not possible"),
        (packed(header(filter=1)), "what IHDR says is not possible"),
        (packed(header(interlace=2)), "what IHDR says is not possible"),
        (spoiled(HEAD), "IHDR at byte 8 does not fit its checksum"),
        (spoiled(PALETTE), "PLTE at byte 33 does not fit its checksum"),
        (spoiled(ALPHAS), "tRNS at byte 93 does not fit its checksum"),
        (spoiled(DATA), "IDAT at byte 121 does not fit its checksum"),
        (packed([parts()[0], *[(b"tEXt", b"")] * png.MOST_PARTS]), "it has more than 200000 parts"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_decides_how_a_picture_looks_must_be_whole(data: bytes, problem: str) -> None:
    with pytest.raises(PhotoError) as raised:
        png.read(data)
    told = str(raised.value.message)
    assert told.startswith("the picture is damaged: ") and problem in told


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (1, 99_999_999), (99_999_999, 1), (1, 65_536)])
def test_the_size_is_looked_at_before_the_rest(width: int, height: int) -> None:
    with pytest.raises(PhotoError, match=f"{width} × {height} pixels"):
        png.read(packed(header(width=width, height=height)[:1]))


@pytest.mark.parametrize(
    "beside",
    [
        (b"tEXt", b"secret"),
        (b"zTXt", b"a\0\0" + BOMB),
        (b"iTXt", b"a\0\1\0\0\0" + BOMB),
        (b"acTL", b"\0\0\0\1"),
        (b"fcTL", b"1"),
        (b"pHYs", b"12"),
        (b"gAMA", b""),
        (b"prVt", b"secret"),
    ],
    ids=lambda each: each[0].decode(),
)
def test_what_does_not_matter_may_be_anything(beside: tuple[bytes, bytes]) -> None:
    whole = png.read(packed(parts()))
    for place in (1, 3, 4):
        found = parts()
        found.insert(place, beside)
        assert png.read(packed(found)) == whole
    unsound = packed(parts()[:1]) + chunk(*beside, checksum=1) + packed(parts()[1:])[8:]
    assert png.read(unsound) == whole


def test_what_follows_the_end_goes_and_parts_come_in_order() -> None:
    whole = png.read(packed(parts()))
    assert png.read(packed(parts()) + b"secret") == whole
    name, body = parts()[DATA]
    halves = [(name, body[:9]), (b"tIME", b""), (name, body[9:])]
    assert png.read(packed([*parts()[:DATA], *halves, *parts()[DATA + 1 :]])) == whole
    turned = parts()
    turned[PALETTE], turned[ALPHAS] = turned[ALPHAS], turned[PALETTE]
    assert png.read(packed(turned)) == whole


@pytest.mark.parametrize(
    ("body", "icc"),
    [
        (b"name\0\0" + zlib.compress(b"profile"), b"profile"),
        (b"name\0\1" + zlib.compress(b"profile"), b""),
        (b"name\0\0" + zlib.compress(b"profile")[:-1], b""),
        (b"name\0\0profile", b""),
        (b"name", b""),
        (b"", b""),
        (b"name\0\0" + BOMB, b""),
    ],
    ids=("right", "other compression", "cut", "not packed", "name alone", "empty", "bomb"),
)
def test_a_profile_is_unpacked_up_to_a_limit(body: bytes, icc: bytes) -> None:
    assert png.read(packed([parts()[0], (b"iCCP", body), *parts()[1:]])).icc == icc
    unsound = packed(parts()[:1]) + chunk(b"iCCP", body, checksum=1) + packed(parts()[1:])[8:]
    assert png.read(unsound).icc == b""


@pytest.mark.parametrize(
    ("depth", "colour", "body", "clear"),
    [
        (1, 0, b"\0\1", (255,)),
        (2, 0, b"\0\2", (170,)),
        (4, 0, b"\0\x0f", (255,)),
        (8, 0, b"\1\x05", (5,)),  # of more bits than a sample has, the last count
        (16, 0, b"\1\x05", (261,)),
        (8, 2, b"\0\1\0\2\0\3", (1, 2, 3)),
        (16, 2, b"\1\0\2\0\3\0", (1, 2, 3)),
        (8, 4, b"\0\1", None),
        (8, 6, b"\0\1", None),
    ],
)
def test_a_clear_colour_in_samples(depth: int, colour: int, body: bytes, clear: tuple[int, ...] | None) -> None:
    found = header(depth=depth, colour=colour)
    found[ALPHAS] = (b"tRNS", body)
    assert png.read(packed(found)).clear == clear


@pytest.mark.parametrize("at", [1, DATA + 1])
def test_exif_may_stand_anywhere(at: int) -> None:
    assert png.read(packed([*parts()[:at], (b"eXIf", b"MM"), *parts()[at:]])).exif == b"MM"
