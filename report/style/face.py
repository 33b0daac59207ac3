"""A face: what it covers, how it measures, and text shaped into glyphs (OpenType 1.9, through HarfBuzz).

In: a font file under the name the sheet gives it. Out: `FontFace`, whose metrics and glyphs are in em of the face.
y runs down here too: a glyph's `dy` and a descender are positive downwards.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz as hb

from report.cache import NOTHING, Cache, key_of
from report.messages import Message, Origin, message
from report.style.soundness import check_font, fingerprint, table_of
from report.text.clusters import VOICING

# HarfBuzz turns these on by itself; here a style must ask. Ligatures would also make letter-spacing and search uneven.
ON_REQUEST = ("kern", "liga", "clig")
JAPANESE = "ja"
CAP_HEIGHT = 0.7  # em, where a face does not say
JUT = 0.1  # em; what a mark may reach beyond the character that it is on
APART = 0.02  # em; about a dakuten that stands beside its base
RESTRICTED, USAGE, NO_SUBSETTING, BITMAP_ONLY = 0x0002, 0x000E, 0x0100, 0x0200  # OS/2 fsType


class Glyph(NamedTuple):
    """A shaped glyph. cluster: index of its first character. advance: along the line (down, in vertical text).
    dx, dy: its origin from the pen. All in em of the face."""

    gid: int
    cluster: int
    advance: float
    dx: float
    dy: float


class Box(NamedTuple):
    """Of a glyph's ink: left, right, em; pen: after the first glyph of its cluster."""

    left: float
    right: float
    pen: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


class FontFace:
    """A font file under its name in the sheet; opened when first asked something."""

    def __init__(self, name: str, path: Path, cache: Cache = NOTHING):
        self.name = name
        self.path = path
        self.damaged: tuple[str, ...] = ()  # tables that no page needs, of an opened face
        self._cache = cache
        self._shaped: dict[tuple[str, tuple[str, ...], bool], tuple[Glyph, ...]] = {}
        self._variants: dict[int, hb.Set] = {}

    @property
    def place(self) -> Origin:
        return Origin(str(self.path), 0)

    def __repr__(self) -> str:
        return f"FontFace({self.name!r})"

    @cached_property
    def hb_font(self) -> hb.Font:
        """Failure if the file is no font, or damaged."""
        self.damaged = check_font(self.path, self._cache)
        return hb.Font(hb.Face(hb.Blob.from_file_path(self.path)))

    @property
    def upem(self) -> int:
        """Design units to the em."""
        return self.hb_font.face.upem

    def table(self, tag: str) -> bytes:
        """A table of the file; empty if it has none."""
        return table_of(self.hb_font.face, tag)

    @cached_property
    def _extents(self) -> Any:
        """As browsers take them (hhea, or OS/2 typo if it says so)."""
        return self.hb_font.get_font_extents("ltr")

    @property
    def ascender(self) -> float:
        return self._extents.ascender / self.upem

    @property
    def descender(self) -> float:
        return -self._extents.descender / self.upem

    @cached_property
    def cap_height(self) -> float:
        found = self.hb_font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT) / self.upem
        return found if 0 < found <= 1 else CAP_HEIGHT

    @cached_property
    def postscript_name(self) -> str:
        """Name 6, only the characters a PDF name takes as they are."""
        name = self.hb_font.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.path.stem
        return "".join(c for c in name if c.isascii() and (c.isalnum() or c in "-_+")) or "Face"

    @cached_property
    def fingerprint(self) -> bytes:
        """Differs for any two files: the sums over their tables, which were found true."""
        return fingerprint(self.path)

    @property
    def has_cff(self) -> bool:
        return self._kind == "CFF "

    @cached_property
    def _kind(self) -> str:
        """The table that holds the outlines; "" if none does. HarfBuzz prefers glyf."""
        return next((tag for tag in ("glyf", "CFF ") if tag in self.hb_font.face.table_tags), "")

    @cached_property
    def weight(self) -> int:
        """400 regular, 700 bold, 900 black (OpenType, OS/2 usWeightClass); 400 where the file does not say."""
        os2 = self.table("OS/2")
        return struct.unpack_from(">H", os2, 4)[0] if len(os2) >= 6 else 400

    @cached_property
    def _rights(self) -> int:
        os2 = self.table("OS/2")
        return struct.unpack_from(">H", os2, 8)[0] if len(os2) >= 10 else 0

    @property
    def subsettable(self) -> bool:
        """False: the licence allows embedding only of the whole face (fsType bit 8)."""
        return not self._rights & NO_SUBSETTING

    @property
    def refusal(self) -> Message | None:
        """Why the face's embedding bits forbid it in a PDF; None if they do not (OpenType, OS/2 fsType)."""
        if self._rights & USAGE == RESTRICTED:
            return message("embedding-forbidden")
        if self._rights & BITMAP_ONLY:
            return message("bitmaps-only")
        if not self.subsettable and self.has_cff:
            return message("subsetting-forbidden")
        if not self._kind:
            return message("no-outlines")
        return None

    @property
    def embeddable(self) -> bool:
        return not self.refusal

    @cached_property
    def _coverage(self) -> hb.Set:
        return self.hb_font.face.unicodes

    def covers(self, cp: int) -> bool:
        """Whether the face has a glyph for a code point."""
        return cp in self._coverage

    def covers_variant(self, cp: int, selector: int) -> bool:
        """Whether the face knows this variation sequence (cmap format 14)."""
        known = self._variants.get(selector)
        if known is None:
            known = self._variants[selector] = self.hb_font.face.variation_unicodes(selector)
        return cp in known

    def has_all(self, text: str) -> bool:
        return all(self.covers(ord(char)) for char in text)

    def has_glyph(self, gid: int) -> bool:
        """Whether it is a glyph of the face, and not the one for characters that it does not have (.notdef)."""
        return 0 < gid < self.hb_font.face.glyph_count

    def blank(self, gids: Iterable[int]) -> frozenset[int]:
        """Those of the glyphs that leave nothing on the page."""
        asked = sorted(gids)
        key = key_of(self.fingerprint, repr(asked))
        found = self._cache.get("blank", key, tuple[int, ...])
        if found is None:
            from report.style.outlines import blank

            found = self._cache.put("blank", key, tuple(blank(self.hb_font, asked)))
        return frozenset(found)

    def seats(self, cluster: str) -> bool:
        """Whether the marks on a character come to stand on it, not on its neighbour: by a glyph for all, or by places
        that the face gives. A dakuten stands at the right of its base, an enclosing mark about it."""
        if len(cluster) == 1:
            return True
        base, *marks = self._boxes(self._shaped_by_face(cluster))
        return all(_is_seated(*each, base) for each in zip(cluster[1:], marks, strict=False))

    def _boxes(self, glyphs: tuple[Glyph, ...]) -> list[Box]:
        """The ink of each glyph on the line, em; left, right, and the pen after the first glyph."""
        pen, boxes, first = 0.0, [], glyphs[0].advance
        for glyph in glyphs:
            found = self.hb_font.get_glyph_extents(glyph.gid)
            left = pen + glyph.dx + (found.x_bearing / self.upem if found else 0.0)
            boxes.append(Box(left, left + (found.width / self.upem if found else 0.0), first))
            pen += glyph.advance
        return boxes

    def advance(self, gid: int) -> int:
        """Horizontal advance in design units."""
        return self.hb_font.get_glyph_h_advance(gid)

    def shape(self, text: str, features: tuple[str, ...] = (), vertical: bool = False) -> tuple[Glyph, ...]:
        """Glyphs of a text, first to last. features: "palt" turns one on, "-kern" off, "ss01=2" chooses."""
        key = (text, features, vertical)
        found = self._shaped.get(key)
        if found is None:
            found = self._shaped[key] = self._shape(text, features, vertical)
        return found

    def _shape(self, text: str, features: tuple[str, ...], vertical: bool) -> tuple[Glyph, ...]:
        glyphs = self._shaped_by_face(text, features, vertical)
        if vertical or set(VOICING).isdisjoint(text):
            return glyphs
        made: list[Glyph] = []
        for glyph in glyphs:
            mark = text[glyph.cluster + 1 : glyph.cluster + 2]
            beside = made and made[-1].cluster == glyph.cluster and mark in VOICING and mark
            if beside and not self.seats(text[glyph.cluster : glyph.cluster + 2]):
                box = self._boxes((glyph._replace(dx=0.0),))[0]
                glyph = glyph._replace(dx=APART - box.left, advance=box.right - box.left + 2 * APART)
            made.append(glyph)
        return tuple(made)

    def _shaped_by_face(self, text: str, features: tuple[str, ...] = (), vertical: bool = False) -> tuple[Glyph, ...]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.language = JAPANESE
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.guess_segment_properties()
        buffer.direction = "ttb" if vertical else "ltr"
        hb.shape(self.hb_font, buffer, _switches(features))
        em = self.upem
        glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        if vertical:
            return tuple(
                Glyph(i.codepoint, i.cluster, -p.y_advance / em, p.x_offset / em, -p.y_offset / em) for i, p in glyphs
            )
        return tuple(
            Glyph(i.codepoint, i.cluster, p.x_advance / em, p.x_offset / em, -p.y_offset / em) for i, p in glyphs
        )


def _is_seated(mark: str, ink: Box, base: Box) -> bool:
    if unicodedata.category(mark) == "Me":
        return ink.left <= base.middle <= ink.right
    if ink.left < -JUT or ink.right > base.pen + JUT:
        return False
    return ink.left >= base.middle if mark in VOICING else base.left <= ink.middle <= base.right


def _switches(features: tuple[str, ...]) -> dict[str, int]:
    switches = dict.fromkeys(ON_REQUEST, 0)
    for feature in features:
        tag, _, value = feature.partition("=")
        if tag.startswith("-"):
            switches[tag[1:]] = 0
        else:
            switches[tag] = int(value or 1)
    return switches
