"""Faces inside the file: Type 0 fonts with Identity-H, of the glyphs used (ISO 32000-1, 9.7; glyf and CFF outlines).

In: a face, and for each of its glyphs in use the characters it stands for. Out: font objects in the document and an
`EmbeddedFace`, which knows each glyph's code and width there. Glyphs are renumbered from 1 without holes, CID = glyph
id of the subset: 1 to 2 KB less for each face, and half the time to compress, than keeping their ids. What was made of
the same glyphs before is found in the cache.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
import uharfbuzz as hb

from report.cache import Cache, key_of
from report.messages import Failure, Report, failure, message
from report.page import GlyphRun, Page
from report.paint.document import Document, array, dictionary, packed, text
from report.paint.inventory import glyphs_of
from report.style.face import FontFace
from report.style.fonts import FontBook, refused
from report.style.soundness import damaged

# A PDF names, measures and maps glyphs itself: a subset needs outlines and their metrics only.
KEPT = {"glyf", "loca", "head", "hhea", "hmtx", "maxp", "CFF "}
DEFAULT_WIDTH = 1000
SYMBOLIC, FIXED_PITCH, ITALIC = 1 << 2, 1 << 0, 1 << 6  # font descriptor flags (ISO 32000-1, table 123)


class EmbeddedFace(NamedTuple):
    """A face as content streams use it. codes: glyph id in the face -> four hex digits. widths: thousandths of em.

    texts: what the file says that each glyph stands for.
    """

    resource: str
    codes: Mapping[int, str]
    widths: Mapping[int, int]
    texts: Mapping[int, str]


class Subset(msgspec.Struct, frozen=True):
    """program: the font file to embed; packed: the same, compressed. ids: glyph id in the face -> in the program."""

    program: bytes
    packed: bytes
    ids: dict[int, int]


def embed(document: Document, face: FontFace, used: Mapping[int, str], resource: str, cache: Cache) -> EmbeddedFace:
    """Adds the font objects of a face to the document. Failure if its licence forbids it."""
    if not face.embeddable:
        raise Failure([refused(face)])
    made = subset(face, sorted(used), cache)
    texts = _texts(face, used)
    widths = {gid: round(face.advance(gid) * 1000 / face.upem) for gid in used}
    name = face.postscript_name
    if face.subsettable:
        name = f"{_tag(face.name, sorted(used))}+{name}"
    descendant = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if face.has_cff else "/CIDFontType2",
        "BaseFont": f"/{name}",
        "CIDSystemInfo": dictionary({"Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": 0}),
        "FontDescriptor": document.add(_descriptor(document, face, made, name)),
        "DW": DEFAULT_WIDTH,
        "W": _width_array({made.ids[gid]: width for gid, width in widths.items()}),
    }
    if not face.has_cff:
        descendant["CIDToGIDMap"] = "/Identity"
    font = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": f"/{name}-Identity-H" if face.has_cff else f"/{name}",
        "Encoding": "/Identity-H",
        "DescendantFonts": array([document.add(descendant)]),
        "ToUnicode": document.stream({}, to_unicode({made.ids[gid]: chars for gid, chars in texts.items()})),
    }
    document.add_font(resource, document.add(font))
    return EmbeddedFace(resource, {gid: f"{made.ids[gid]:04X}" for gid in used}, widths, texts)


def _texts(face: FontFace, used: Mapping[int, str]) -> dict[int, str]:
    """Characters for every glyph (ISO 14289-1, 7.21.7): those it was used for; else, for a dot or the second glyph of a
    cluster, those the face has it for; else U+FFFD, which says that nobody knows."""
    if all(used.values()):
        return dict(used)
    font = face.hb_font
    known = {font.get_nominal_glyph(code): chr(code) for code in sorted(font.face.unicodes, reverse=True)}
    return {gid: chars or known.get(gid, "\ufffd") for gid, chars in used.items()}


def check_subsets(
    pages: Sequence[Page], hidden: Iterable[Sequence[GlyphRun]], fonts: FontBook, cache: Cache, report: Report
) -> None:
    """An error for a face whose glyphs cannot be taken out of it."""
    for name, used in glyphs_of(pages, hidden).items():
        face = fonts.face(name)
        try:
            subset(face, sorted(used), cache)
        except Failure as failure:
            report.add(failure.diagnostics)


def subset(face: FontFace, gids: list[int], cache: Cache) -> Subset:
    """The outlines of some glyphs (and .notdef), renumbered in the order of their ids; the whole face, where its
    licence wants that."""
    if not face.subsettable:
        return _whole(face)
    key = key_of(face.fingerprint, repr(gids))
    return cache.get("face", key, Subset) or cache.put("face", key, _subset(face, gids))


def _subset(face: FontFace, gids: list[int]) -> Subset:
    order = hb.SubsetInput()
    order.glyph_set.update(gids)
    # CFF fonts that are keyed by CID keep their CIDs unless told otherwise; ours must equal the glyph ids.
    order.flags = (
        hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    )
    source = face.hb_font.face
    order.drop_table_tag_set.update(
        int.from_bytes(tag.encode("latin-1"), "big")
        for tag in source.table_tags
        if tag not in KEPT or (tag == "CFF " and not face.has_cff)
    )
    try:
        plan = hb.SubsetPlan(source, order)
        made = plan.execute()
    except RuntimeError:  # HarfBuzz tells only that it failed
        raise failure(face.place, damaged(message("font-uncut"))) from None
    program = bytes(made.reference_table("CFF ").data if face.has_cff else made.blob.data)
    ids = plan.old_to_new_glyph_mapping
    return Subset(program, packed(program), {gid: ids[gid] for gid in gids})


def _whole(face: FontFace) -> Subset:
    """The file as it is, for a licence that forbids subsetting."""
    count = face.hb_font.face.glyph_count
    program = face.path.read_bytes()
    return Subset(program, packed(program), {gid: gid for gid in range(count)})


def _tag(name: str, gids: list[int]) -> str:
    """Six letters that differ when the subset does (ISO 32000-1, 9.6.4)."""
    rest = zlib.crc32(f"{name} {gids}".encode())
    letters = []
    for _ in range(6):
        rest, digit = divmod(rest, 26)
        letters.append(chr(ord("A") + digit))
    return "".join(letters)


def _descriptor(document: Document, face: FontFace, made: Subset, name: str) -> dict[str, object]:
    def thousandths(units: float) -> int:
        return round(units * 1000 / face.upem)

    head, post = face.table("head"), face.table("post")
    angle, fixed = (struct.unpack_from(">i", post, 4)[0] / 65536, post[12:16] != bytes(4)) if post else (0, False)
    if face.has_cff:
        key, kind = "FontFile3", {"Subtype": "/CIDFontType0C"}
    else:
        key, kind = "FontFile2", {"Length1": len(made.program)}
    return {
        "Type": "/FontDescriptor",
        "FontName": f"/{name}",
        "Flags": SYMBOLIC | (FIXED_PITCH if fixed else 0) | (ITALIC if angle else 0),
        "FontBBox": array(thousandths(v) for v in struct.unpack_from(">4h", head, 36)),
        "ItalicAngle": angle,
        "Ascent": round(face.ascender * 1000),
        "Descent": -round(face.descender * 1000),
        "CapHeight": round(face.cap_height * 1000),
        "StemV": 50 + round((face.weight / 65) ** 2),  # no table tells it; the usual estimate from the weight
        key: document.stream(kind, made.program, done=made.packed),
    }


def _width_array(widths: Mapping[int, int]) -> str:
    """The W entry: `first [w w …]`, or `first last w` for a stretch of one width; what is as wide as DW is left out."""
    parts: list[str] = []
    loose: list[str] = []
    start = 0

    def close() -> None:
        if loose:
            parts.append(f"{start}[{' '.join(loose)}]")
            loose.clear()

    for first, last, width in _stretches(widths):
        if width == DEFAULT_WIDTH:
            close()
        elif last - first >= 3:
            close()
            parts.append(f"{first} {last} {width}")
        else:
            if not loose or start + len(loose) != first:
                close()
                start = first
            loose.extend([str(width)] * (last - first + 1))
    close()
    return f"[{' '.join(parts)}]"


def _stretches(widths: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """First, last and width of each longest stretch of neighbours that are equally wide."""
    first = last = -1
    for cid in sorted(widths):
        if first >= 0 and cid == last + 1 and widths[cid] == widths[first]:
            last = cid
            continue
        if first >= 0:
            yield first, last, widths[first]
        first = last = cid
    if first >= 0:
        yield first, last, widths[first]


CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """The ToUnicode CMap (ISO 32000-1, 9.10.3): CIDs to the characters they stand for, at most 100 in a block.

    One by one: lists in ranges would be a little shorter, but not every validator reads them.
    """
    written = [f"<{cid:04X}> <{texts[cid].encode('utf-16-be').hex().upper()}>\n" for cid in sorted(texts)]
    blocks = [written[i : i + 100] for i in range(0, len(written), 100)]
    body = "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
    return CMAP.format(blocks=body).encode("ascii")
