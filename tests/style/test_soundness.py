"""Font files that are damaged, or no fonts: each told at the file, in one message; what does no harm is let be."""

from __future__ import annotations

import itertools
import os
import struct
from pathlib import Path

import pytest

from report.cache import Cache
from report.messages import Failure
from report.style.face import FontFace
from report.style.fonts import FontBook
from report.style.soundness import USED, check_font
from tests.made_faces import changed, face, sealed, tables_of

WHOLE = face(
    "漢字A", features="feature palt { pos u0041 <0 0 -10 0>; } palt; feature vert { sub u6F22 by u5B57; } vert;"
)
TABLES = tables_of(WHOLE)
HEAD, MAXP, HHEA, HMTX, CMAP, GPOS = (TABLES[tag] for tag in ("head", "maxp", "hhea", "hmtx", "cmap", "GPOS"))
NUMBERS = itertools.count()  # no bytes in the names of tests
DAMAGED = "face.ttf: error: this font file is damaged: "


def put(data: bytes, at: int, format: str, *values: int) -> bytes:
    made = bytearray(data)
    struct.pack_into(format, made, at, *values)
    return bytes(made)


def entry(tag: str) -> int:
    """Where a table's entry stands in the directory."""
    return 12 + 16 * sorted(TABLES).index(tag)


def offset(tag: str) -> int:
    return struct.unpack_from(">I", WHOLE, entry(tag) + 8)[0]


def told(folder: Path, data: bytes) -> str:
    """The first line that is told of a file; "" if nothing is."""
    path = folder / "face.ttf"
    path.write_bytes(data)
    found = [str(each).partition("\n")[0] for each in FontBook({"a": path}).refusals()]
    assert len(found) <= 1
    return found[0].removeprefix(f"{folder}/") if found else ""


@pytest.mark.parametrize("tag", sorted(set(TABLES) & USED))
@pytest.mark.parametrize("damage", ["zeroed", "a bit"])
def test_a_table_whose_sum_is_wrong_is_told(tmp_path: Path, tag: str, damage: str) -> None:
    at, length = offset(tag), len(TABLES[tag])
    spoilt = bytes(length) if damage == "zeroed" else bytes([TABLES[tag][0] ^ 1]) + TABLES[tag][1:]
    assert told(tmp_path, WHOLE[:at] + spoilt + WHOLE[at + length :]) == (
        f"{DAMAGED}the checksum of these tables is wrong: {tag}"
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (WHOLE[:-9], f"{DAMAGED}it is cut off at byte {len(WHOLE) - 9:,}, its tables go on to "),
        (WHOLE[:400], f"{DAMAGED}it is cut off at byte 400, its tables go on to "),
        (WHOLE[:100], f"{DAMAGED}the directory of its tables is cut off"),
        (WHOLE[:4], f"{DAMAGED}the directory of its tables is cut off"),
        (put(WHOLE, 4, ">H", 0), f"{DAMAGED}the directory of its tables is cut off"),
        (put(WHOLE, 4, ">H", 65535), f"{DAMAGED}the directory of its tables is cut off"),
        (put(WHOLE, entry("glyf") + 8, ">I", 2**32 - 4), f"{DAMAGED}it is cut off at byte "),
        (put(WHOLE, entry("hhea") + 8, ">I", offset("head") + 8), f"{DAMAGED}tables run into each other: head, hhea"),
        (put(WHOLE, entry("cmap") + 8, ">I", 16), f"{DAMAGED}tables run into each other: cmap"),
        (put(WHOLE, entry("hmtx"), ">4s", b"hhea"), f"{DAMAGED}tables stand in it twice: hhea"),
        (put(WHOLE, entry("cmap"), ">4s", b"zmap"), f"{DAMAGED}its tables are out of order"),
        (bytes(len(WHOLE)), f"{DAMAGED}its beginning is not that of a font"),
        (b"\xff\xff\xff\xff" + WHOLE[4:], f"{DAMAGED}its beginning is not that of a font"),
        *((changed(WHOLE, **{tag: None}), f"{DAMAGED}these tables are missing: {tag}") for tag in
          ("cmap", "head", "hhea", "hmtx", "maxp", "loca")),
        (changed(WHOLE, hmtx=b""), f"{DAMAGED}these tables are missing: hmtx"),
        (changed(WHOLE, head=HEAD[:20], post=b"\0\3\0\0"), f"{DAMAGED}these tables are too short: head, post"),
        (changed(WHOLE, head=put(HEAD, 12, ">I", 0)), f"{DAMAGED}these tables cannot be read: head"),
        (changed(WHOLE, head=put(HEAD, 18, ">H", 0)), f"{DAMAGED}these tables cannot be read: head"),
        (changed(WHOLE, head=put(HEAD, 18, ">H", 65535)), f"{DAMAGED}these tables cannot be read: head"),
        (changed(WHOLE, maxp=put(MAXP, 4, ">H", 0)), f"{DAMAGED}these tables cannot be read: maxp, hmtx"),
        (changed(WHOLE, maxp=put(MAXP, 4, ">H", 9)), f"{DAMAGED}these tables cannot be read: hmtx"),
        (changed(WHOLE, hhea=put(HHEA, 34, ">H", 0)), f"{DAMAGED}these tables cannot be read: hmtx"),
        (put(WHOLE, entry("name"), ">I", 0x6E9BFFFF), f"{DAMAGED}tables have names that are none: "),
        (changed(WHOLE, hhea=put(HHEA, 0, ">H", 0)), f"{DAMAGED}these tables cannot be read: hhea"),
        (changed(WHOLE, hhea=put(HHEA, 4, ">h", -32768)), f"{DAMAGED}these tables cannot be read: hhea"),
        (changed(WHOLE, hhea=put(HHEA, 6, ">h", 32767)), f"{DAMAGED}these tables cannot be read: hhea"),
        (changed(WHOLE, hmtx=HMTX[:-2]), f"{DAMAGED}these tables cannot be read: hmtx"),
        (changed(WHOLE, cmap=CMAP[:2]), f"{DAMAGED}these tables cannot be read: cmap"),
        (changed(WHOLE, cmap=b"\0\0\0\0"), f"{DAMAGED}these tables cannot be read: cmap"),
        (changed(WHOLE, GPOS=put(GPOS, 0, ">I", 0)), f"{DAMAGED}these tables cannot be read: GPOS"),
        (changed(WHOLE, GPOS=GPOS.replace(b"DFLT", b"D\xffLT")), f"{DAMAGED}these tables cannot be read: GPOS"),
    ],
    ids=NUMBERS,
)  # fmt: skip
def test_what_else_is_damaged_is_told(tmp_path: Path, data: bytes, expected: str) -> None:
    assert told(tmp_path, data).startswith(expected)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "this font file is empty"),
        (b"no font", "this file is not a font"),
        ("書体".encode(), "this file is not a font"),
        (b"\n<!DOCTYPE html><html>", "this file is not an OpenType font, but HTML"),
        (b"\xef\xbb\xbf<?xml?>", "this file is not an OpenType font, but HTML"),
        (b"version https://git-lfs.github.com/spec/v1\n", "this file is not an OpenType font, but Git LFS"),
        (b"wOFF" + WHOLE, "this file is not an OpenType font, but WOFF"),
        (b"wOF2" + WHOLE, "this file is not an OpenType font, but WOFF2"),
        (b"PK\x03\x04" + WHOLE, "this file is not an OpenType font, but ZIP"),
        (b"\x80\x01\x8a\x09\0\0%!PS-AdobeFont", "this file is not an OpenType font, but Type 1 (PFB)"),
        (b"%!PS-AdobeFont-1.0", "this file is not an OpenType font, but Type 1"),
        (b"\0\0\1\0\0\0\2\0", "this file is not an OpenType font, but dfont"),
    ],
    ids=NUMBERS,
)
def test_a_file_that_is_something_else_is_told(tmp_path: Path, data: bytes, expected: str) -> None:
    assert told(tmp_path, data) == f"face.ttf: error: {expected}"


def test_all_that_is_damaged_is_in_one_message(tmp_path: Path) -> None:
    data = changed(WHOLE, maxp=None, post=b"\0\3\0\0")
    assert told(tmp_path, data) == f"{DAMAGED}these tables are missing: maxp; these tables are too short: post"


@pytest.mark.parametrize(
    "data",
    [
        put(WHOLE, offset("head") + 8, ">I", 0),  # the sum over the whole file, which many tools leave wrong
        WHOLE + b"more",
        sealed({tag: table for tag, table in TABLES.items() if tag not in ("OS/2", "name", "post", "GPOS", "GSUB")}),
        sealed(TABLES, b"true"),
        b"ttcf\0\1\0\0" + struct.pack(">II", 1, 16) + b"".join(  # one face of a collection
            (WHOLE[:12], *(put(WHOLE[at : at + 16], 8, ">I", struct.unpack_from(">I", WHOLE, at + 8)[0] + 16)
                           for at in range(12, 12 + 16 * len(TABLES), 16)), WHOLE[12 + 16 * len(TABLES) :])),
    ],
    ids=NUMBERS,
)  # fmt: skip
def test_what_does_no_harm_is_let_be(tmp_path: Path, data: bytes) -> None:
    assert told(tmp_path, data) == ""
    assert FontFace("a", tmp_path / "face.ttf").shape("漢")[0].advance == 1.0


def test_a_damaged_table_that_no_page_needs_is_a_warning(tmp_path: Path) -> None:
    data = changed(WHOLE, **{"DSIG": b"\0\0\0\1\0\0\0\0"})
    spoilt = data.replace(b"DSIG\0\0\0\1", b"DSIG\0\0\0\2")
    assert told(tmp_path, spoilt) == (
        "face.ttf: warning: this font file is changed or damaged in tables that no page needs: DSIG"
    )


def test_a_sound_file_is_read_once_and_a_changed_one_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, cache = tmp_path / "face.ttf", Cache(tmp_path / "cache")
    path.write_bytes(WHOLE)
    assert check_font(path, cache) == ()
    with monkeypatch.context() as patch:
        patch.setattr("report.style.soundness._examined", lambda *_: pytest.fail("read again"))
        assert check_font(path, cache) == ()
    path.write_bytes(put(WHOLE, offset("glyf"), ">I", 1))
    os.utime(path, ns=(0, 0))
    with pytest.raises(Failure, match="glyf"):
        check_font(path, cache)


def test_a_face_of_two_names_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "face.ttf"
    path.write_bytes(WHOLE[:-9])
    assert len(set(FontBook({"a": path, "b": path}).refusals())) == 1
