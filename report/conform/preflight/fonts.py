"""Fonts as far as a check needs them: codes, widths, characters, whether outlines are there (ISO 32000-1, 9.6, 9.7).

In: font dictionaries. Out: `Font`. Glyph shapes are not read: text covers what its advance and its ascent say.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from typing import Any

from report.conform.preflight.events import FontFacts
from report.conform.preflight.objects import BROKEN, data, elements, font_name, get, name, number, numbers
from report.conform.preflight.shapes import Matrix, matrix

ASCENT, DESCENT = 0.88, -0.12  # of an em, where a font does not say: the body of a Japanese face
HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(\[[^\]]*\]|<[0-9A-Fa-f\s]*>)")
WIDEST = 65536  # codes of one range; a broken map is not followed further


class Font:
    """A font of the file. matrix, procedures: of a Type 3 font alone."""

    def __init__(self, entries: Any):
        self.entries = entries
        kind = name(get(entries, "Subtype")) or "unknown"
        self.composite = kind == "Type0"
        below = elements(get(entries, "DescendantFonts"))
        self._inner = below[0] if self.composite and below else entries
        descriptor = get(self._inner, "FontDescriptor")
        program = any(get(descriptor, key) is not None for key in ("FontFile", "FontFile2", "FontFile3"))
        title = font_name(get(entries, "BaseFont")) or font_name(get(descriptor, "FontName")) or kind
        self.facts = FontFacts(title, kind, program or kind == "Type3")
        self.vertical = self.composite and name(get(entries, "Encoding")).endswith("V")
        self.matrix = matrix(numbers(get(entries, "FontMatrix"))) if kind == "Type3" else Matrix()
        self._scale = self.matrix.a if kind == "Type3" else 0.001
        self.ascent = number(get(descriptor, "Ascent")) / 1000 or ASCENT
        self.descent = number(get(descriptor, "Descent")) / 1000 or DESCENT
        self._widths = dict(self._wide())
        self._missing = number(get(self._inner, "DW"), 1000.0 if self.composite else 0.0) or number(
            get(descriptor, "MissingWidth")
        )
        unicode = get(entries, "ToUnicode")
        self._characters = to_unicode(data(unicode)) if hasattr(unicode, "read_bytes") else {}

    def codes(self, raw: bytes) -> Sequence[int]:
        """Composite fonts are taken to have codes of two bytes: all that writers of today make."""
        return struct.unpack_from(f">{len(raw) // 2}H", raw) if self.composite else raw

    def width(self, code: int) -> float:
        """The advance, in em."""
        return self._widths.get(code, self._missing) * self._scale

    def characters(self, raw: bytes) -> str:
        if not self._characters and not self.composite:
            return raw.decode("cp1252", errors="replace")
        return "".join(self._characters.get(code, "\ufffd") for code in self.codes(raw))

    def procedure(self, code: int) -> Any:
        """The glyph procedure of a Type 3 font; None where there is none."""
        place = 0
        for part in elements(get(self.entries, "Encoding", "Differences")):
            if not name(part):
                place = int(number(part))
                continue
            if place == code:
                return get(self.entries, "CharProcs", name(part))
            place += 1
        return None

    def _wide(self) -> Iterator[tuple[int, float]]:
        if not self.composite:
            start = int(number(get(self.entries, "FirstChar")))
            yield from enumerate(numbers(get(self.entries, "Widths")), start=start)
            return
        parts = elements(get(self._inner, "W"))
        at = 0
        while at + 1 < len(parts):
            start = int(number(parts[at]))
            if listed := numbers(parts[at + 1]):
                yield from enumerate(listed, start=start)
                at += 2
            elif at + 2 < len(parts):
                last = min(int(number(parts[at + 1])), start + WIDEST)
                yield from ((code, number(parts[at + 2])) for code in range(start, last + 1))
                at += 3
            else:
                break


def to_unicode(cmap: bytes) -> dict[int, str]:
    """What the codes of a ToUnicode CMap stand for (9.10.3)."""
    found: dict[int, str] = {}
    for block in BLOCK.finditer(cmap):
        try:
            if block[1] == b"bfchar":
                parts = HEX.findall(block[2])
                found.update((_code(code), _text(said)) for code, said in zip(parts[::2], parts[1::2], strict=False))
            else:
                for first, last, said in RANGE.findall(block[2]):
                    found.update(_range(_code(first), _code(last), said))
        except BROKEN:
            continue
    return found


def _range(first: int, last: int, said: bytes) -> Iterator[tuple[int, str]]:
    last = min(last, first + WIDEST)
    if said.startswith(b"["):
        yield from zip(range(first, last + 1), map(_text, HEX.findall(said)), strict=False)
        return
    start = _text(said[1:-1])
    for code in range(first, last + 1):
        yield code, start[:-1] + chr(ord(start[-1]) + code - first)


def _code(digits: bytes) -> int:
    return int(b"".join(digits.split()), 16)


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", errors="replace")
