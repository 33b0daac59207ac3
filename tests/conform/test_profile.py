"""What an ICC profile says of itself, and whether a print file can go out with it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from report.conform.profile import read_profile, unfit

PRESS = (Path(__file__).parents[2] / "styles/icc/FOGRA39L_coated.icc").read_bytes()


def spoiled(at: int, by: bytes) -> bytes:
    return PRESS[:at] + by + PRESS[at + len(by) :]


def entry(tag: bytes) -> int:
    """Where a tag stands in the table."""
    return PRESS.index(tag, 132)


def described(body: bytes) -> bytes:
    """With another description, put at the end."""
    profile = spoiled(entry(b"desc") + 4, struct.pack(">II", len(PRESS), len(body))) + body
    return struct.pack(">I", len(profile)) + profile[4:]


def desc(ascii_: bytes = b"", unicode: str = "", script: bytes = b"", code: int = 0) -> bytes:
    """Of version 2."""
    words = unicode.encode("utf-16-be") + b"\0\0" if unicode else b""
    body = b"desc" + bytes(4) + struct.pack(">I", len(ascii_) + 1) + ascii_ + b"\0"
    body += struct.pack(">II", 0, len(words) // 2) + words
    return body + struct.pack(">HB", code, len(script)) + script.ljust(67, b"\0")


def mluc(*texts: tuple[bytes, str]) -> bytes:
    """Of version 4."""
    at, table, words = 16 + 12 * len(texts), b"", b""
    for language, text in texts:
        coded = text.encode("utf-16-be")
        table += language + struct.pack(">II", len(coded), at + len(words))
        words += coded
    return b"mluc" + bytes(4) + struct.pack(">II", len(texts), 12) + table + words


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (desc(b"Press 1"), "Press 1"),
        (desc(b"", "印刷"), "印刷"),
        (desc(b"  ", "", b"Press\x8e", 0), "Pressé"),
        (desc(b"", "", "印刷".encode("shift_jis"), 1), "印刷"),
        (desc("印刷機".encode("shift_jis")), "印刷機"),
        (desc("印刷機".encode()), "印刷機"),
        (desc(b"a\x1b[31mb\x07"), "a[31mb"),
        (desc(b"x" * 9_000), "x" * 255),
        (mluc((b"jaJP", "印刷"), (b"enUS", "Press")), "Press"),
        (mluc((b"jaJP", "印刷"), (b"deDE", "Druck")), "印刷"),
        (mluc((b"enUS", ""), (b"jaJP", "印刷")), "印刷"),
        (mluc((b"enUS", "a\u202eb\u2028")), "ab"),
    ],
)
def test_a_profile_has_the_first_name_that_says_something(body: bytes, name: str) -> None:
    found = read_profile(described(body))
    assert found and (found.description, found.condition) == (name, "")
    assert unfit(described(body)) is None


@pytest.mark.parametrize(
    ("profile", "problem"),
    [
        (PRESS, None),
        (PRESS + bytes(64), None),
        (PRESS[:-1], "its data end early"),
        (PRESS[:140], "its data end early"),
        (spoiled(0, b"\x7f"), "its data end early"),
        (spoiled(128, b"\0\0\0\0"), "its data end early"),
        (spoiled(128, b"\0\0\0\xff"), "its data end early"),
        (spoiled(128, b"\xff\xff\xff\xff"), "its data end early"),
        (spoiled(entry(b"gamt") + 4, b"\x7f"), "its data end early"),
        (spoiled(entry(b"wtpt") + 8, b"\xff\xff\xff\xff"), "its data end early"),
        (spoiled(8, b"\5"), "it is of version 5, PDF/X-4 takes 2 and 4"),
        (spoiled(8, b"\0"), "it is of version 0"),
        (spoiled(8, b"\4\x30"), None),
        (spoiled(entry(b"A2B0"), b"zzzz"), "it has no A2B0"),
        (spoiled(entry(b"B2A0"), b"zzzz"), "it has no B2A0"),
        (spoiled(entry(b"desc"), b"zzzz"), "it does not say which press it is for"),
        (described(b""), "it does not say"),
        (described(b"desc"), "it does not say"),
        (described(b"mluc"), "it does not say"),
        (described(b"text\0\0\0\0Press"), "it does not say"),
        (described(desc()), "it does not say"),
        (described(desc(b" \t\x01 ")), "it does not say"),
        (described(mluc()), "it does not say"),
        (described(mluc((b"enUS", ""))), "it does not say"),
        (described(mluc((b"enUS", "\0\0"))), "it does not say"),
        (described(b"mluc" + bytes(4) + b"\xff" * 40), "it does not say"),
    ],
)
def test_what_a_print_file_needs_of_a_profile(profile: bytes, problem: str | None) -> None:
    found = unfit(profile)
    assert found is None if problem is None else str(found).startswith(problem)


@pytest.mark.parametrize("data", [b"", PRESS[:131], spoiled(36, b"\xba")])
def test_what_is_no_profile(data: bytes) -> None:
    assert read_profile(data) is None


def test_a_kind_is_told_in_letters() -> None:
    found = read_profile(spoiled(12, b"\x1b\xba\0\x9b"))
    assert found and found.kind == r"\x1b\xba\x00\x9b CMYK" and not found.is_press
