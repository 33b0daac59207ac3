"""What the fuzz has found, each mended: a project spoilt in one way, by the name of what went wrong."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fuzz import ground as of
from tests.fuzz.bench import Bench, Deed, Spoilt
from tests.fuzz.coded import png_chunks, png_of
from tests.fuzz.ground import BROCHURE, DRAWING, FACE, FIGURES, FIRST, ICC, ICON, JPEG, PNG, SECOND, STYLE, TABLE

WRITTEN = {  # in a file what becomes what
    "an encoding of SVG that nobody knows": (DRAWING, "UTF-8", "UTF-0"),
    "an encoding of SVG that is no encoding": (DRAWING, "UTF-8", "rot13"),
    "an encoding of SVG that is for names of hosts": (DRAWING, "UTF-8", "idna"),
    "an encoding of SVG of several bytes": (DRAWING, "UTF-8", "Shift_JIS"),
    "a sign of direction in an attribute": (DRAWING, "opacity:1", "opacit\u202e:1"),
    "a sign of direction in a name of an attribute": (DRAWING, "stroke-width=", "stroke\u202e="),
    "a line's end in a path": (ICON, "h", "\u2029 h"),
    "a number of 5,000 digits": (DRAWING, 'cy="60"', f'cy="{"9" * 5000}"'),
    "an attribute of 5,000 characters": (DRAWING, "1.5e0", "あ" * 5000),
    "a form feed in a column's name": (TABLE, ",note\n", ",note\x0c\n"),
    "a vertical tab in a status": (TABLE, "provisional", "provisio\x0bal"),
    "a quote that no other closes": (TABLE, "令4,1150", '令4,"1150'),
    "a column's name of 3,000 characters": (TABLE, "status", "status" + "'" * 3000),
    "a key of 9,000 characters": (FIGURES, "unit: 人", f"unit{'x' * 9000}: 人"),
    "a picture called NUL": (FIRST, "id: grey", r'id: "\0"'),
    "an ink called by an escape": (STYLE, "ink: ink,", r'ink: "\e[31m",'),
    "a field called by a line's end": (BROCHURE, "id: two", r'id: "\u2028"'),
    "a picture whose name no file may have": (FIRST, "id: grey", f"id: {'a' * 5000}"),
    "a face whose name no file may have": (STYLE, "BIZUDPGothic_400Regular.ttf", "a" * 300),
    "a profile whose name no file may have": (STYLE, "FOGRA39L_coated.icc", "a" * 5000),
    "a style whose name no file may have": (BROCHURE, "nerima.yaml", "a" * 5000),
}
CODED: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "EXIF of a PNG that is none": (PNG, lambda data: _with_chunk(data, 1, b"eXIf", b"x\x9c\xec\xc1\1\1\0\0")),
    "animation behind the pixels of a PNG": (PNG, lambda data: _with_chunk(data, -1, b"acTL", bytes(8))),
    "a PNG of a narrow column": (PNG, lambda data: _sized(data, 1, 99_999_999)),
    "EXIF of a JPEG that is none": (JPEG, lambda data: data.replace(b"MM\0*", b"MM\1*", 1)),
    "a profile that does not say what it is": (ICC, lambda data: data.replace(b"desc", b"zzzz", 1)),
    "a table of a face that nobody knows": (FACE, lambda data: _tabled(data, b"gasp", 0, b"zzzz")),
    "a face without its head": (FACE, lambda data: _tabled(data, b"head", 8, bytes(4))),
    "a table of a face cut short": (FACE, lambda data: _tabled(data, b"post", 12, b"\0\0\0\1")),
}


def _with_chunk(data: bytes, place: int, name: bytes, body: bytes) -> bytes:
    chunks = png_chunks(data)
    return data[:8] + png_of((*chunks[:place], (name, body), *chunks[place:]))


def _sized(data: bytes, width: int, height: int) -> bytes:
    (name, head), *others = png_chunks(data)
    return data[:8] + png_of(((name, struct.pack(">II", width, height) + head[8:]), *others))


def _tabled(data: bytes, tag: bytes, offset: int, entry: bytes) -> bytes:
    """A face whose directory has another entry for a table: its name, its sum, its place or its length."""
    at = data.index(tag, 12) + offset
    return data[:at] + entry + data[at + 4 :]


LAID: dict[str, Deed] = {
    "a figures' file that never ends": lambda project: _linked(project / "data/figures/z.yaml", "/dev/zero"),
    "a picture that never comes": lambda project: _piped(project / JPEG),
    "a style that never comes": lambda project: _piped(project / STYLE),
    "a picture that is a link to itself": lambda project: _linked(project / PNG, "grey.png"),
    "a brochure from elsewhere": lambda project: _linked(project / BROCHURE, "/etc/passwd"),
    "a table that is a folder": lambda project: _folder(project / TABLE),
}


def _linked(file: Path, target: str) -> None:
    file.unlink(missing_ok=True)
    file.symlink_to(target)


def _piped(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(("file", "old", "new"), WRITTEN.values(), ids=WRITTEN)
def test_what_is_written(bench: Bench, file: str, old: str, new: str) -> None:
    files = of.ground()
    text = files[file].decode()
    assert old in text
    assert not bench.faults(Spoilt(files | {file: text.replace(old, new, 1).encode()}))


@pytest.mark.parametrize(("file", "spoil"), CODED.values(), ids=CODED)
def test_what_is_coded(bench: Bench, file: str, spoil: Callable[[bytes], bytes]) -> None:
    files = of.ground()
    assert not bench.faults(Spoilt(files | {file: spoil(files[file])}, target="print" if file == ICC else "screen"))


@pytest.mark.parametrize("deed", LAID.values(), ids=LAID)
def test_what_lies_there(bench: Bench, deed: Deed) -> None:
    assert not bench.faults(Spoilt(of.ground(), (deed,)))


def test_messages_that_nobody_hears(bench: Bench) -> None:
    assert not bench.faults(Spoilt(of.ground(), stderr=False))
    assert not bench.faults(Spoilt(of.ground() | {SECOND: b"field: [\n"}, stderr=False))


def test_a_name_that_stands_only_in_the_slug(bench: Bench) -> None:
    named = of.ground()[FIGURES].decode().replace("share: { ", "share: { name: 圐, ")
    assert not bench.faults(Spoilt(of.ground() | {FIGURES: named.encode()}, target="print"))
