"""Profiles of photos: which are used, which not, and what they do; which profile a press can be printed with."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PIL import Image

from report.artwork.colours import converted, flaw, is_of_a_press, pressed, srgb

PRESS = (Path(__file__).parents[2] / "styles/icc/FOGRA39L_coated.icc").read_bytes()
P3 = ((0.51512, 0.29198, 0.15710), (0.24120, 0.69225, 0.06657), (-0.00105, 0.04189, 0.78407))  # to PCS, by colour
ADOBE = ((0.60974, 0.20528, 0.14919), (0.31111, 0.62567, 0.06322), (0.01947, 0.06087, 0.74457))


def fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def profile(tags: dict[bytes, bytes], space: bytes = b"RGB ", kind: bytes = b"mntr") -> bytes:
    """An ICC profile, version 2."""
    at, table, body = 132 + 12 * len(tags), b"", b""
    for name, data in tags.items():
        table += struct.pack(">4sII", name, at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(">I4s4s4s4s4s", at + len(body), b"lcms", b"\2\x10\0\0", kind, space, b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + fixed(0.9642, 1, 0.8249)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def matrix(rows: tuple[tuple[float, ...], ...], gamma: float) -> bytes:
    """Of a screen: the XYZ of its colours, its gamma."""
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256))
    columns = (b"XYZ " + bytes(4) + fixed(*column) for column in zip(*rows, strict=True))
    xyz = dict(zip((b"rXYZ", b"gXYZ", b"bXYZ"), columns, strict=True))
    return profile({b"wtpt": b"XYZ " + bytes(4) + fixed(0.9642, 1, 0.8249), **xyz} | dict.fromkeys(
        (b"rTRC", b"gTRC", b"bTRC"), curve))  # fmt: skip


GRAY = profile({b"kTRC": b"curv" + bytes(4) + struct.pack(">IH", 1, 256)}, space=b"GRAY")
SRGB = srgb()


def spoiled(icc: bytes, at: int, by: bytes) -> bytes:
    return icc[:at] + by + icc[at + len(by) :]


@pytest.mark.parametrize(
    ("icc", "mode", "problem"),
    [
        (b"", "RGB", "it is damaged"),
        (bytes(range(256)), "RGB", "it is damaged"),
        (SRGB[:200], "RGB", "it is damaged"),
        (spoiled(SRGB, 36, b"\xba\xba"), "RGB", "it is damaged"),
        (spoiled(SRGB, 128, b"\xff\xff\xff\xff"), "RGB", "it is damaged"),
        (spoiled(SRGB, 128, b"\0\0\0\0"), "RGB", "it is damaged"),
        (spoiled(SRGB, 8, b"\5"), "RGB", "it is damaged"),
        (spoiled(SRGB, 16, b"\xba\xba\xba\xba"), "RGB", "it is not one for RGB, gray or CMYK pictures"),
        (spoiled(SRGB, 16, b"Lab "), "RGB", "it is not one for RGB, gray or CMYK pictures"),
        (spoiled(SRGB, 12, b"abst"), "RGB", "it is not one for RGB, gray or CMYK pictures"),
        (spoiled(SRGB, 12, b"link"), "RGB", "it is not one for RGB, gray or CMYK pictures"),
        (PRESS[:5_000], "CMYK", "it is damaged"),
        (GRAY, "RGB", "it is for GRAY, the picture is RGB"),
        (SRGB, "L", "it is for RGB, the picture is GRAY"),
        (PRESS, "RGB", "it is for CMYK, the picture is RGB"),
        (SRGB, "RGB", None),
        (GRAY, "L", None),
        (PRESS, "CMYK", None),
        (matrix(P3, 2.2), "RGB", None),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_profile_that_cannot_be_used_is_told_and_says_nothing(icc: bytes, mode: str, problem: str | None) -> None:
    found = flaw(icc, mode)
    assert (found and str(found)) == problem
    photo = Image.new(mode, (4, 4), (90, 160, 30, 9)[: len(mode)])
    if problem:
        assert converted(photo, icc, None).tobytes() == converted(photo, None, None).tobytes()


@pytest.mark.parametrize(
    ("icc", "colour", "expected"),
    [
        (matrix(P3, 2.2), (200, 100, 50), (216, 93, 24)),
        (matrix(ADOBE, 2.2), (200, 100, 50), (227, 100, 42)),
        (matrix(P3, 2.2), (128, 128, 128), (129, 129, 129)),
        (matrix(ADOBE, 2.2), (0, 255, 0), (0, 255, 0)),  # beyond sRGB: as green as it gets
    ],
)
def test_wide_colours_come_into_srgb(icc: bytes, colour: tuple[int, ...], expected: tuple[int, ...]) -> None:
    pixel = converted(Image.new("RGB", (1, 1), colour), icc, None).getpixel((0, 0))
    assert all(abs(one - other) <= 1 for one, other in zip(pixel, expected, strict=True)), pixel  # type: ignore[arg-type]


def zeroed(icc: bytes, tag: bytes) -> bytes:
    """With nothing but zeros in what a tag's tables hold."""
    offset, size = struct.unpack_from(">II", icc, icc.index(tag, 128) + 4)
    return spoiled(icc, offset + 52, bytes(size - 52))


@pytest.mark.parametrize(
    ("icc", "right"),
    [
        (PRESS, True),
        (zeroed(PRESS, b"B2A0"), False),
        (zeroed(PRESS, b"A2B0"), False),
        (spoiled(PRESS, struct.unpack_from(">I", PRESS, PRESS.index(b"B2A0", 128) + 4)[0] + 10, b"\xff"), False),
        (PRESS[:60_000], False),
        (SRGB, False),
        (b"", False),
    ],
    ids=("right", "no ink", "no light", "a table that lies", "cut", "of a screen", "empty"),
)
def test_a_press_turns_white_into_paper_and_black_into_ink(icc: bytes, right: bool) -> None:
    assert is_of_a_press(icc) is right


@pytest.mark.parametrize(
    ("rgb", "most", "alone"),
    [((0.5, 0.5, 0.5), 100, True), ((0, 0, 0), 100, True), ((1, 1, 1), 100, True), ((0.05, 0.02, 0.1), 240, False)],
)
def test_a_colour_of_a_drawing_in_the_inks_of_a_press(rgb: tuple[float, ...], most: float, alone: bool) -> None:
    """Grays are printed in black alone; others as a photo is, within the limit."""
    inks = pressed(rgb, PRESS, 240)  # type: ignore[arg-type]
    assert (not any(inks[:3])) is alone and 100 * sum(inks) <= most + 0.5
