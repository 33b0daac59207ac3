"""JPEG files without what was written beside the picture; which of them a PDF may hold as they are."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from report.artwork.formats import PhotoError
from report.artwork.jpeg import read

JFIF = b"\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
YCC, PLAIN_RGB = (b"\xff\xee\x00\x0eAdobe\0\x64\0\0\0\0" + bytes((kind,)) for kind in (1, 0))


def bare(data: bytes) -> bytes | None:
    """What goes into a PDF as it is."""
    try:
        coded = read(data)
    except PhotoError:
        return None
    return coded.data if coded.plain else None


def encoded(mode: str = "RGB", **how: object) -> bytes:
    out = io.BytesIO()
    Image.frombytes("L", (64, 48), bytes(i * i % 251 for i in range(64 * 48))).convert(mode).save(out, "JPEG", **how)  # type: ignore[arg-type]
    return out.getvalue()


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def with_(data: bytes, *segments: bytes) -> bytes:
    """Segments after the file's own JFIF one."""
    return data[:20] + b"".join(segments) + data[20:]


def instead(data: bytes, *segments: bytes) -> bytes:
    """Segments in place of the JFIF one."""
    assert data[2:20] == JFIF
    return data[:2] + b"".join(segments) + data[20:]


def pixels(data: bytes) -> bytes:
    return Image.open(io.BytesIO(data)).tobytes()


@pytest.mark.parametrize("how", [{}, {"progressive": True}, {"restart_marker_blocks": 2}, {"optimize": True}])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_file_with_nothing_beside_its_picture_stays_as_it_is(mode: str, how: dict[str, object]) -> None:
    data = encoded(mode, **how)
    assert bare(data) == data


@pytest.mark.parametrize(
    "beside",
    [
        segment(0xE1, b"Exif\0\0MM\0*secret"),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0secret"),
        segment(0xE2, b"ICC_PROFILE\0\1\1secret"),
        segment(0xED, b"Photoshop 3.0\0secret"),
        segment(0xFE, b"secret"),
        segment(0xE0, b"JFXX\0\x10secret"),
        segment(0xEE, b"secret"),
        b"\xff\xff" + segment(0xE1, b"secret"),
    ],
)
def test_what_was_written_beside_the_picture_goes(beside: bytes) -> None:
    data = encoded()
    assert bare(with_(data, beside)) == data


def test_a_thumbnail_and_what_follows_the_end_go() -> None:
    data = encoded()
    thumbnail = segment(0xE0, JFIF[4:16] + b"\1\1secret")
    assert bare(instead(data, thumbnail)) == data
    assert bare(data + encoded() + b"secret") == data


def test_what_a_decoder_needs_stays() -> None:
    adobe = instead(encoded(), YCC)
    assert bare(adobe) == adobe
    assert pixels(bare(with_(encoded(), YCC)) or b"") == pixels(encoded())
    unsaid = instead(encoded())
    assert bare(unsaid) == unsaid  # components 1, 2, 3


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"\xff\xd8",
        b"\x89PNG\r\n\x1a\n",
        encoded()[:-2],
        encoded()[:300],
        encoded()[:20] + b"\xff\xe1\xff\xff",
        encoded()[:20] + b"\xff\xd8" + encoded()[20:],
        encoded("CMYK"),
        instead(encoded(), PLAIN_RGB),
        encoded().replace(b"\xff\xc0", b"\xff\xc9", 1),  # arithmetic coding
        encoded().replace(b"\xff\xc0\x00\x11\x08", b"\xff\xc1\x00\x11\x0c", 1),  # 12 bits
        instead(encoded()).replace(b"\x03\x01\x22\x00", b"\x03R\x22\x00", 1),  # components called R, G, B
    ],
)
def test_bytes_a_pdf_cannot_take_as_they_are(data: bytes) -> None:
    assert bare(data) is None


def coded_as(marker: int, bits: int = 8) -> bytes:
    return encoded().replace(b"\xff\xc0\x00\x11\x08", bytes((0xFF, marker, 0, 17, bits)), 1)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (encoded()[:-2], "its data end early"),
        (encoded()[:300], "its data end early"),
        (encoded()[:-400] + bytes(398), "its data end early"),  # a disk that failed
        (encoded()[:20] + b"\xff\xe1\xff\xff", "its data end early"),
        (encoded()[:20] + b"\xff\xe1\0\1" + encoded()[20:], "byte 20 begins no part of it"),
        (encoded()[:20] + encoded(), "byte 20 begins no part of it"),
        (b"\xff\xd8\xff\xd9", "it has no SOF"),
        (encoded()[: encoded().index(b"\xff\xda")] + b"\xff\xd9", "it has no SOS"),
        (with_(encoded(), segment(0xC0, b"\x08\0\x30\0\x40\1\1\x11\0")), "SOF is there twice"),
        (encoded().replace(b"\0\x30\0\x40", b"\0\0\0\x40", 1), "what SOF says is not possible"),
        (encoded().replace(b"\0\x30\0\x40", b"\0\x30\0\0", 1), "what SOF says is not possible"),
        (encoded().replace(b"\0\x30\0\x40\3", b"\0\x30\0\x40\4", 1), "what SOF says is not possible"),
        (coded_as(0xC1, bits=12), "a JPEG picture of 3 channels of 12 bits"),
        (coded_as(0xC3), "a JPEG picture of 3 channels of 8 bits, coded in a way that few programs read"),
        (coded_as(0xC5), "coded in a way"),
        (coded_as(0xCF), "coded in a way"),
        (encoded().replace(b"\0\x30\0\x40", b"\xff\xff\xff\xff", 1), "65535 × 65535 pixels; at most 100 megapixels"),
        (with_(encoded(), *[segment(0xFE, b"")] * 200_000), "it has more than 200000 parts"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_is_no_picture_is_told(data: bytes, problem: str) -> None:
    with pytest.raises(PhotoError) as raised:
        read(data)
    assert problem in str(raised.value.message)


def test_a_photo_of_many_scans_is_not_read_for_minutes() -> None:
    data = encoded(progressive=True).replace(b"\0\x30\0\x40", b"\x27\x10\x27\x10", 1)  # 100 megapixels
    scan = data[data.index(b"\xff\xda") : -2]
    assert read(data).size == (10_000, 10_000)
    with pytest.raises(PhotoError, match="a progressive JPEG picture of 30 scans"):
        read(data[:-2] + scan * 2 + data[-2:])


@pytest.mark.parametrize(
    ("numbers", "icc"),
    [
        ([(1, 2), (2, 2)], b"onetwo"),
        ([(2, 2), (1, 2)], b"twoone"),
        ([(1, 3), (2, 3)], b""),
        ([(1, 2), (1, 2)], b""),
        ([(0, 2), (1, 2)], b""),
        ([(1, 1), (2, 2)], b""),
        ([(1, 2)], b""),
    ],
)
def test_a_profile_in_parts(numbers: list[tuple[int, int]], icc: bytes) -> None:
    words = (b"one", b"two")
    sent = [segment(0xE2, b"ICC_PROFILE\0" + bytes(each) + word) for each, word in zip(numbers, words, strict=False)]
    assert read(with_(encoded(), *sent)).icc == icc
    assert bare(with_(encoded(), *sent)) == encoded()


@pytest.mark.parametrize("body", [b"ICC_PROFILE\0", b"ICC_PROFILE\0\1"])
def test_a_profile_without_numbers_is_damaged(body: bytes) -> None:
    assert read(with_(encoded(), segment(0xE2, body))).icc == b""


def test_bytes_between_the_parts_are_skipped() -> None:
    data = encoded()
    assert bare(data[:20] + b"junk\xff\0" + data[20:]) == data
