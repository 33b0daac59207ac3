"""Text of others made fit to be shown: of authors, of file names, of finished PDFs.

In: any text. Out: the same, with what could steer a terminal, reorder what stands beside it or hide in it written out:
control characters as \\x1b, others that nobody sees (bidi, zero-width, line separators) as <U+202E>.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Any

HIDDEN = (  # but for variation selectors, which change the shape of the character before them
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
NAMED = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


@functools.cache
def _pattern(kept: str) -> re.Pattern[str]:
    return re.compile(f"(?![{kept}])[\\x00-\\x1f\\x7f-\\x9f{HIDDEN}]" if kept else f"[\\x00-\\x1f\\x7f-\\x9f{HIDDEN}]")


def shown(text: str) -> str:
    """In one line, as a value within a message."""
    return text if text.isascii() and text.isprintable() else _pattern("").sub(_written, text)


def escaped(text: str) -> str:
    """With its lines and tabs as they are."""
    return _pattern("\n\t").sub(_written, text)


def padded(words: Iterable[str], right: bool = False) -> list[str]:
    """All of one width, as a terminal counts it. right: flush right."""
    import unicodedata

    known = [(each, sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in each)) for each in words]
    most = max((width for _, width in known), default=0)
    return [" " * (most - width) + each if right else each + " " * (most - width) for each, width in known]


def json_text(value: Any, indent: int | None = None) -> str:
    """JSON of the same value, in which these characters are escaped as JSON has it."""
    import json

    made = json.dumps(value, ensure_ascii=False, indent=indent)
    return _pattern("\n").sub(_in_json, made)


def _in_json(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _written(found: re.Match[str]) -> str:
    char = found[0]
    return NAMED.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 0xA0 and char != "\xad" else f"<U+{ord(char):04X}>")
