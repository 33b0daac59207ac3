"""Whether a font file is whole: its directory, the sums over its tables, and what of them a page cannot do without.

In: a file. Out: a Failure at the file that says what is damaged, all of it in one message; else the tables that are
damaged and that no page needs. A damaged face would shape and measure text and leave it blank on the page. The sums are
those of OpenType 1.9 (Calculating checksums). A file that was found sound is not read again while its place, size and
times stay: the cache knows it.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

import uharfbuzz as hb

from report.cache import Cache, key_of
from report.messages import Message, Origin, failure, message

SFNT = (b"\x00\x01\x00\x00", b"OTTO", b"true")
COLLECTION = b"ttcf"
OTHERS = {  # how files begin that people take for a font's, or get in place of one
    b"wOFF": "WOFF", b"wOF2": "WOFF2", b"%!PS": "Type 1", b"\x80\x01": "Type 1 (PFB)", b"typ1": "Type 1",
    b"\x00\x00\x01\x00": "dfont", b"PK\x03\x04": "ZIP", b"\x1f\x8b": "gzip", b"Rar!": "RAR", b"7z\xbc\xaf": "7z",
    b"%PDF": "PDF", b"<": "HTML", b"version https://git-lfs": "Git LFS",
}  # fmt: skip
NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
USED = frozenset(  # what shaping, measuring, drawing and embedding read
    (*NEEDED, "BASE", "CFF ", "GDEF", "GPOS", "GSUB", "OS/2", "VORG", "glyf", "kern", "loca", "name", "post", "vhea",
     "vmtx")
)  # fmt: skip
LEAST = {"head": 54, "hhea": 36, "maxp": 6, "vhea": 36, "post": 32, "OS/2": 68}  # bytes
MAGIC = 0x5F0F3CF5  # head.magicNumber
UPEM = range(16, 16385)
FIRST = b"\x00\x01"  # major version of head and hhea
TALLEST = 4  # em that a line may reach above or below its baseline
ADJUSTMENT = (8, 12)  # head.checkSumAdjustment counts as 0 in the sum over head
BEGINNING = 4096
CHUNK = 4096  # a multiple of 8
BLOCK = 256 * CHUNK
EVEN = int.from_bytes(b"\x00\x00\x00\x00\xff\xff\xff\xff" * (CHUNK // 8), "big")
MOST_TABLES = 1024


class Table(NamedTuple):
    """An entry of the directory."""

    tag: str
    sum: int
    offset: int
    length: int

    @property
    def end(self) -> int:
        return self.offset + self.length


def check_font(path: Path, cache: Cache) -> tuple[str, ...]:
    """The tags of damaged tables that no page needs. Failure if the file cannot serve as a face."""
    try:
        state = path.stat()
        key = key_of(os.path.abspath(path), f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}")
        known = cache.get("sound", key, tuple[str, ...])
        if known is not None:
            return known
        with open(path, "rb") as file:
            found = _examined(file, state.st_size)
        if not isinstance(found, Message) and (wrong := _unreadable(hb.Face(hb.Blob.from_file_path(path)))):
            found = damaged(message("font-tables-wrong", tables=listed(wrong)))
    except (OSError, hb.HarfBuzzError):
        raise failure(Origin(str(path), 0), message("font-unreadable")) from None
    if isinstance(found, Message):
        raise failure(Origin(str(path), 0), found)
    return cache.put("sound", key, found)


def _examined(file: BinaryIO, size: int) -> Message | tuple[str, ...]:
    """What is wrong with a file of so many bytes; else the damaged tables that no page needs."""
    beginning = file.read(BEGINNING)
    if beginning[:4] not in (*SFNT, COLLECTION):
        return _stranger(beginning, size)
    at = _start(beginning)
    tables = _directory(file, at)
    if not tables:
        return damaged(message("font-directory-cut"))
    reasons = [*_misplaced(tables, at, size)]
    if not reasons:
        wrong = [table.tag for table in tables if not _is_true(file, table)]
        if used := [tag for tag in wrong if tag in USED]:
            reasons.append(message("font-sums-wrong", tables=listed(used)))
        reasons += _lacking({table.tag: table for table in tables})
    return damaged(*reasons) if reasons else tuple(tag for tag in wrong if tag not in USED)


def damaged(*reasons: Message) -> Message:
    """What to tell of a font file for these reasons."""
    return message("font-damaged", reason=reasons)


def listed(tags: Iterable[str]) -> str:
    return ", ".join(tag.strip() if tag.isprintable() else ascii(tag) for tag in tags if tag)


def _unreadable(face: hb.Face) -> list[str]:
    """The tables that are as their maker wrote them, and yet not as they should be: HarfBuzz takes them for empty."""
    if lost := [tag for tag in NEEDED if len(table_of(face, tag)) < LEAST.get(tag, 1)]:
        return lost
    head, maxp, hhea, hmtx = (table_of(face, tag) for tag in ("head", "maxp", "hhea", "hmtx"))
    magic, units = struct.unpack_from(">IxxH", head, 12)
    extents, em = hb.Font(face).get_font_extents("ltr"), face.upem
    measured, glyphs = struct.unpack_from(">H", hhea, 34)[0], face.glyph_count
    wrong = {
        "head": head[:2] != FIRST or magic != MAGIC or units not in UPEM,
        "maxp": not 0 < glyphs <= struct.unpack_from(">H", maxp, 4)[0],
        "hhea": hhea[:2] != FIRST
        or not (-TALLEST * em <= extents.descender <= extents.ascender <= TALLEST * em)
        or extents.ascender < 0,
        "hmtx": not 0 < measured <= glyphs or len(hmtx) < 2 * (measured + glyphs),
        "cmap": not face.unicodes,
        **{tag: _scripts(table_of(face, tag)) and not _known_scripts(face, tag) for tag in ("GSUB", "GPOS")},
    }
    return [tag for tag, found in wrong.items() if found]


def table_of(face: hb.Face, tag: str) -> bytes:
    """A table of the file; empty if it has none."""
    return face.reference_table(tag).data or b""


def _scripts(layout: bytes) -> int:
    """How many scripts a table of layout says it knows."""
    at = struct.unpack_from(">H", layout, 4)[0] if len(layout) >= 10 else 0
    return int.from_bytes(layout[at : at + 2], "big") if at else 0


def _known_scripts(face: hb.Face, tag: str) -> list[str]:
    """Those that HarfBuzz finds; none if a name is no letters."""
    try:
        return face.get_table_script_tags(tag)
    except UnicodeDecodeError:
        return []


def _stranger(beginning: bytes, size: int) -> Message:
    """A file that does not begin as a font does."""
    if not size:
        return message("font-empty")
    text = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    for start, kind in OTHERS.items():
        if beginning.startswith(start) or text.startswith(start):
            return message("font-other", kind=kind)
    if not beginning.strip(b"\0") or all(tag in beginning for tag in (b"cmap", b"head", b"hmtx")):
        return damaged(message("font-beginning-wrong"))
    return message("font-wrong")


def fingerprint(path: Path) -> bytes:
    """The directory of a sound file: it holds the sums over the tables."""
    with open(path, "rb") as file:
        return repr(_directory(file, _start(file.read(BEGINNING)))).encode()


def _start(beginning: bytes) -> int:
    """Where the directory stands: of the first face, in a collection."""
    return struct.unpack_from(">I", beginning, 12)[0] if beginning[:4] == COLLECTION and len(beginning) >= 16 else 0


def _directory(file: BinaryIO, at: int) -> list[Table]:
    """The entries of the directory at a place; none if it is cut off."""
    file.seek(at)
    head = file.read(12)
    count = struct.unpack_from(">H", head, 4)[0] if len(head) == 12 else 0
    entries = file.read(16 * count)
    if not count or count > MOST_TABLES or len(entries) < 16 * count:
        return []
    return [Table(tag.decode("latin-1"), *rest) for tag, *rest in struct.iter_unpack(">4sIII", entries)]


def _misplaced(tables: list[Table], at: int, size: int) -> Iterator[Message]:
    """Entries that stand twice, reach past the end, or into one another."""
    tags = [table.tag for table in tables]
    if twice := sorted({tag for tag in tags if tags.count(tag) > 1}):
        yield message("font-tables-twice", tables=listed(twice))
    elif tags != sorted(tags):  # HarfBuzz seeks by halves
        yield message("font-unsorted")
    if strange := [tag for tag in tags if not (tag.isascii() and tag.isprintable())]:
        yield message("font-tags-wrong", tables=listed(strange))
    if any(table.end > size for table in tables):
        yield message("font-cut", size=f"{size:,}", end=f"{max(table.end for table in tables):,}")
        return
    places = {(table.offset, table.end): table for table in tables if table.length}  # who share one place do no harm
    places[at, at + 12 + 16 * len(tables)] = Table("", 0, at, 12 + 16 * len(tables))
    reached = Table("", 0, 0, 0)
    for _, table in sorted(places.items()):
        if table.offset < reached.end:
            yield message("font-tables-overlap", tables=listed([reached.tag, table.tag]))
            return
        reached = table


def _lacking(tables: Mapping[str, Table]) -> Iterator[Message]:
    """What a page cannot do without. Outlines are not of these: a face without them is refused in its own words."""
    needed = [*NEEDED, *(("loca",) if "glyf" in tables and "CFF " not in tables else ())]
    if missing := [tag for tag in needed if tag not in tables or not tables[tag].length]:
        yield message("font-tables-missing", tables=listed(missing))
    if short := [tag for tag, least in LEAST.items() if tag in tables and 0 < tables[tag].length < least]:
        yield message("font-tables-short", tables=listed(short))


def _is_true(file: BinaryIO, table: Table) -> bool:
    """Whether a table's sum is that of the directory."""
    file.seek(table.offset)
    every = even = 0  # sums over 64 bits: of both of their halves, of the lower ones
    for begin in range(0, table.length, BLOCK):
        block = file.read(min(BLOCK, table.length - begin))
        if table.tag == "head":
            block = block[: ADJUSTMENT[0]] + bytes(4) + block[ADJUSTMENT[1] :]
        for at in range(0, len(block), CHUNK):
            number = int.from_bytes(block[at : at + CHUNK].ljust(CHUNK, b"\0"), "big")
            every += number
            even += number & EVEN
    lanes = ((every - even >> 32) + even).to_bytes(CHUNK + 8, "big")
    return sum(struct.unpack(f">{len(lanes) // 8}Q", lanes)) & 0xFFFFFFFF == table.sum
