"""Small faces made for a test: bars for characters, put together from tables with sums that are right, or are not."""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

UPEM = 1000
TRUETYPE, CFF = b"\x00\x01\x00\x00", b"OTTO"


def face(
    characters: str, blank: str = "", features: str = "", variants: tuple[tuple[int, int, str], ...] = ()
) -> bytes:
    """A TrueType face of bars, one em wide and each a little higher, but for marks (U+0300 …), which are small and take
    no room; blank: characters without an outline. features: of a feature file, glyphs called u3042. variants: base,
    selector, and the character whose glyph stands for both."""
    names = {character: f"u{ord(character):04X}" for character in characters + blank}
    glyphs, metrics = {".notdef": _bar(500)}, {".notdef": (UPEM, 0)}
    for number, (character, name) in enumerate(names.items()):
        mark = 0x300 <= ord(character) < 0x370 or character in "\u3099\u309a"
        glyphs[name] = TTGlyphPen(None).glyph() if character in blank else _bar(400 + 5 * number, 100 if mark else 800)
        metrics[name] = (0 if mark else UPEM, 0)
    builder = FontBuilder(UPEM, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    sequences = [(base, selector, names[shown]) for base, selector, shown in variants]
    builder.setupCharacterMap({ord(character): name for character, name in names.items()}, uvs=sequences)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Bars", "styleName": "Regular", "psName": "Bars"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    if features:
        builder.addOpenTypeFeatures(features)
    builder.font.recalcTimestamp = False  # the same bytes on any day
    builder.font["head"].created = builder.font["head"].modified = 0
    made = io.BytesIO()
    builder.font.save(made)
    return made.getvalue()


def _bar(height: int, width: int = 800) -> Any:
    pen = TTGlyphPen(None)
    for place, point in enumerate([(100, 0), (100, height), (100 + width, height), (100 + width, 0)]):
        (pen.lineTo if place else pen.moveTo)(point)
    pen.closePath()
    return pen.glyph()


def tables_of(data: bytes) -> dict[str, bytes]:
    count = struct.unpack_from(">H", data, 4)[0]
    entries = struct.iter_unpack(">4sIII", data[12 : 12 + 16 * count])
    return {tag.decode(): data[offset : offset + length] for tag, _, offset, length in entries}


def sealed(tables: Mapping[str, bytes], version: bytes = TRUETYPE) -> bytes:
    """A font file of tables, whatever is in them, with the sums that they have."""
    directory, body = b"", b""
    start = 12 + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        summed = table[:8] + bytes(4) + table[12:] if tag == "head" else table
        padded = summed + bytes(-len(summed) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag.encode(), total, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return version + struct.pack(">HHHH", len(tables), 0, 0, 0) + directory + body


def changed(data: bytes, **tables: bytes | None) -> bytes:
    """The font file with other tables (OS_2 for OS/2), or without some, and right sums."""
    asked = {tag.replace("_", "/"): table for tag, table in tables.items()}
    kept = {tag: table for tag, table in (tables_of(data) | asked).items() if table is not None}
    return sealed(kept, data[:4])
