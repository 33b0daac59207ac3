"""Fonts: embedded, every code with its characters (ISO 14289-1, 7.21).

In: a Subject. Out: Faults. A font that shows nothing is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from report.conform.accessibility.finding import UA, Check, Fault
from report.conform.accessibility.subject import Subject
from report.conform.preflight.objects import data, elements, font_name, get, name
from report.conform.tagged.streams import Used

NOT_CHARACTERS = ("\x00", "\ufeff", "\ufffe")
PROGRAMS = ("FontFile", "FontFile2", "FontFile3")


def _shown(subject: Subject) -> Iterator[tuple[Used, Any, str]]:
    """Fonts that show something: as used, the font that has the descriptor, its name."""
    for used in subject.marks.fonts.values():
        if used.codes:
            inner = elements(get(used.font, "DescendantFonts"))
            yield used, inner[0] if inner else used.font, font_name(get(used.font, "BaseFont"))


def not_embedded(subject: Subject) -> Iterator[Fault]:
    for used, font, called in _shown(subject):
        held = any(get(font, "FontDescriptor", key) is not None for key in PROGRAMS)
        if not held and name(get(used.font, "Subtype")) != "Type3":
            yield Fault(detail=called)


def no_map(subject: Subject) -> Iterator[Fault]:
    for _, font, called in _shown(subject):
        if name(get(font, "Subtype")) == "CIDFontType2" and get(font, "CIDToGIDMap") is None:
            yield Fault(detail=called)


def unknown_codes(subject: Subject) -> Iterator[Fault]:
    for used, _, called in _shown(subject):
        for code in sorted(used.codes):
            if not used.decoder.text(code):
                yield Fault(detail=f"{called} <{code.hex()}>")


def no_characters(subject: Subject) -> Iterator[Fault]:
    for used, _, called in _shown(subject):
        for code in sorted(used.codes):
            if any(each in (used.decoder.text(code) or "") for each in NOT_CHARACTERS):
                yield Fault(detail=f"{called} <{code.hex()}>")


def no_glyph(subject: Subject) -> Iterator[Fault]:
    """Glyph 0 is what a face shows for a character it does not have. Asked where codes are glyphs or lead to them."""
    for used, font, called in _shown(subject):
        if not name(get(used.font, "Encoding")).startswith("Identity"):
            continue
        given = get(font, "CIDToGIDMap")
        table = data(given) if isinstance(given, pikepdf.Stream) else None
        for code in sorted(used.codes):
            cid = int.from_bytes(code, "big")
            gid = cid if table is None else int.from_bytes(table[2 * cid : 2 * cid + 2], "big")
            if gid == 0:
                yield Fault(detail=f"{called} <{code.hex()}>")


FONTS = (
    Check("font-not-embedded", f"{UA} 7.21.4.1", not_embedded),
    Check("glyph-map-missing", f"{UA} 7.21.3.2", no_map),
    Check("code-unknown", f"{UA} 7.21.7", unknown_codes),
    Check("code-for-no-character", f"{UA} 7.21.7", no_characters),
    Check("glyph-empty", f"{UA} 7.21.8", no_glyph),
)
