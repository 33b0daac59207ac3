"""From the codes of a shown string to characters (ISO 32000-1, 9.10).

In: a font dictionary of any program's making. Out: a `Decoder`: how its strings fall into codes, and what each code
stands for: by the ToUnicode CMap, else by the encoding's name and glyph names. None where the file does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

MOST_CODES = 1 << 16  # of one range: a broken CMap must not fill the memory
TOKEN = re.compile(rb"%[^\r\n]*|<([0-9A-Fa-f\s]*)>|(\[)|(\])|((?:begin|end)(?:bfchar|bfrange|codespacerange))")
Code = bytes
Entry = Code | list[Code]
CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
# Predefined CMaps of Japanese (9.7.5.2) whose codes are those of a codec; the rest need ToUnicode.
PREDEFINED = {"UniJIS": "utf-16-be", "90ms-RKSJ": "cp932", "90pv-RKSJ": "cp932", "EUC": "euc_jp"}
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
GLYPHS = {  # glyph names of a Differences array that are neither a letter nor uniXXXX
    **{name: str(i) for i, name in enumerate(DIGITS)},
    **{"space": " ", "period": ".", "comma": ",", "hyphen": "-", "colon": ":", "semicolon": ";", "slash": "/"},
    **{"parenleft": "(", "parenright": ")", "bracketleft": "[", "bracketright": "]", "percent": "%", "plus": "+"},
    **{"quotesingle": "'", "quotedbl": '"', "quoteright": "’", "quoteleft": "‘", "exclam": "!", "question": "?"},
    **{"quotedblleft": "“", "quotedblright": "”", "endash": "–", "emdash": "—", "bullet": "•", "ampersand": "&"},
    **{"fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "equal": "=", "at": "@", "underscore": "_"},
}


class Decoder:
    """One font's codes. `characters` holds what ToUnicode says; `has_unicode` whether there is one at all."""

    def __init__(self, font: pikepdf.Object):
        to_unicode = font.get("/ToUnicode")
        self.has_unicode = isinstance(to_unicode, pikepdf.Stream)
        self.characters = to_unicode_of(_bytes(to_unicode)) if self.has_unicode else {}
        self.composite = font.get("/Subtype") == "/Type0"
        encoding = font.get("/Encoding")
        self._lengths = _code_lengths(encoding) if self.composite else {1}
        self._codec, self._names = "latin-1", {}
        if self.composite:
            self._codec = _predefined(str(encoding)[1:]) if isinstance(encoding, pikepdf.Name) else ""
        else:
            self._codec, self._names = _simple(encoding)

    def codes(self, data: bytes) -> Iterator[bytes]:
        """The codes of a shown string, each with its own length."""
        place, step = 0, min(self._lengths)
        while place < len(data):
            length = step
            if len(self._lengths) > 1:  # a codec of one and two bytes: the first byte says which
                length = 2 if data[place] >= 0x80 and not 0xA0 <= data[place] <= 0xDF else 1
            yield data[place : place + length]
            place += length

    def text(self, code: bytes) -> str | None:
        """What a code stands for; None if the font does not tell."""
        number = int.from_bytes(code, "big")
        if number in self.characters:
            return self.characters[number]
        if number in self._names:
            return self._names[number]
        return code.decode(self._codec, "ignore") or None if self._codec else None


def to_unicode_of(cmap: bytes) -> dict[int, str]:
    """Code -> characters of a ToUnicode CMap (9.10.3): bfchar, bfrange with a string or an array."""
    found: dict[int, str] = {}
    for kind, entries in _sections(cmap):
        if kind == b"bfchar":
            for code, target in zip(entries[::2], entries[1::2], strict=False):
                if isinstance(code, bytes) and isinstance(target, bytes):
                    found[int.from_bytes(code, "big")] = _utf16(target)
        elif kind == b"bfrange":
            for low, high, target in zip(entries[::3], entries[1::3], entries[2::3], strict=False):
                if isinstance(low, bytes) and isinstance(high, bytes):
                    found.update(_range(int.from_bytes(low, "big"), int.from_bytes(high, "big"), target))
    return found


def _range(low: int, high: int, target: Entry) -> Iterator[tuple[int, str]]:
    codes = range(low, min(high, low + MOST_CODES) + 1)
    if isinstance(target, list):
        yield from zip(codes, map(_utf16, target), strict=False)
        return
    first = int.from_bytes(target, "big")
    for code in codes:
        moved = first + code - low
        if moved >> (8 * len(target)):
            return
        yield code, _utf16(moved.to_bytes(len(target), "big"))


def _sections(cmap: bytes) -> Iterator[tuple[bytes, list[Entry]]]:
    """What stands between begin… and end…: strings, and lists of strings."""
    entries: list[Entry] = []
    inner: list[Code] | None = None
    for found in TOKEN.finditer(cmap):
        digits, opens, closes, word = found.groups()
        if digits is not None:
            code = _unhex(digits)
            (entries if inner is None else inner).append(code)
        elif opens:
            inner = []
        elif closes and inner is not None:
            entries.append(inner)
            inner = None
        elif word:
            if word.startswith(b"end"):
                yield word[3:], entries
            entries, inner = [], None


def _unhex(digits: bytes) -> bytes:
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii"))


def _utf16(target: bytes) -> str:
    if len(target) == 1:  # against the rule, but often seen
        return chr(target[0])
    return target.decode("utf-16-be", "replace")


def _code_lengths(encoding: Any) -> set[int]:
    """How many bytes a code of a composite font may have: two, but for a few encodings."""
    if isinstance(encoding, pikepdf.Stream):
        for kind, entries in _sections(_bytes(encoding)):
            if kind == b"codespacerange" and entries:
                return {len(entry) for entry in entries if entry} or {2}
    if isinstance(encoding, pikepdf.Name) and _predefined(str(encoding)[1:]) in ("cp932", "euc_jp"):
        return {1, 2}
    return {2}


def _predefined(name: str) -> str:
    return next((codec for begin, codec in PREDEFINED.items() if name.startswith(f"{begin}-")), "")


def _simple(encoding: Any) -> tuple[str, Mapping[int, str]]:
    """Codec of a simple font's base encoding, and the codes its Differences give other glyphs."""
    if isinstance(encoding, pikepdf.Name):
        return CODECS.get(str(encoding), "latin-1"), {}
    if not isinstance(encoding, pikepdf.Dictionary):
        return "latin-1", {}
    names: dict[int, str] = {}
    code = 0
    for entry in encoding.get("/Differences", []):
        if isinstance(entry, int):
            code = entry
        else:
            names[code] = _glyph(str(entry)[1:])
            code += 1
    return CODECS.get(str(encoding.get("/BaseEncoding")), "latin-1"), names


def _glyph(name: str) -> str:
    """The characters of a glyph's name as the Adobe Glyph List makes them; "" for names of no meaning."""
    name = name.partition(".")[0]
    if len(name) == 1 or name in GLYPHS:
        return GLYPHS.get(name, name)
    found = re.fullmatch(r"uni([0-9A-F]{4})|u([0-9A-F]{4,6})", name)
    number = int(found[1] or found[2], 16) if found else 0
    return chr(number) if 0 < number < 0xD800 or 0xE000 <= number < 0x110000 else ""


def _bytes(stream: Any) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        return b""
