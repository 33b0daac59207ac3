"""Scalars that are more than a plain stretch of one line: where each of their characters stands in the file, and which
of their spaces stand for the end of a line.

In: the characters that YAML read, and the lines they were read from. Out: the characters without the spaces that a fold
makes between two Japanese ones (CSS Text 3, 4.1.3: segment breaks), and pieces: offset, line and column of each stretch
that stands in one line with a column a character.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

Piece = tuple[int, int, int]
_FOLD = r"(?P<fold>[ \t]*\n[ \t\n]*)"
_SPECIAL = {  # what in the source of a plain or quoted scalar is not the character itself
    "": _FOLD,
    "'": _FOLD + "|(?P<escape>'')",
    '"': r"(?P<joint>\\\n[ \t]*)|" + _FOLD + r"|(?P<escape>\\(?:x..|u.{4}|U.{8}|[^xuU\n]))",
}
# An author's marks beside a fold are looked through: the characters beside them are what a reader sees side by side.
_BEFORE = r"(?:\*\*|__|==|\^\^|[|~]|(?<=\S)\]\([^()\s]*\)|(?:\|[^{}|]+)+\})*$"
_AFTER = r"(?:\*\*|__|==|\^\^|[|~]|\[(?=[^\[\]]*\]\()|\{(?=[^{}|]+\|))*"
_WIDE, _NARROW, _EITHER = range(3)


class Placed(NamedTuple):
    value: str
    pieces: tuple[Piece, ...]


class _Found(NamedTuple):
    pieces: list[Piece]
    folds: list[int]  # offsets of the spaces that stand for the end of a line


def placed(value: str, style: str, start: tuple[int, int], source: list[str]) -> Placed:
    """start: line and column, from 0. source: the lines that the scalar takes, from its first to its last character."""
    found = _of_block(value, style, start[0], source) if style in ("|", ">") else _of_flow(value, style, start, source)
    gone = [fold for fold in found.folds if _is_joined(value, fold)]
    if not gone:
        return Placed(value, tuple(found.pieces))
    parts = zip([0, *(fold + 1 for fold in gone)], [*gone, len(value)], strict=True)
    shifted = ((offset - sum(fold < offset for fold in gone), *place) for offset, *place in found.pieces)
    return Placed("".join(value[first:last] for first, last in parts), tuple(shifted))  # type: ignore[arg-type]


def _of_flow(value: str, style: str, start: tuple[int, int], source: list[str]) -> _Found:
    """Of a plain or quoted scalar: its source is read once more, as far as that agrees with the value."""
    line, text = start[0] + 1, "\n".join(source)[len(style) :]
    at = offset = 0
    margin = start[1] + len(style) + 1  # of the column of the source's first character
    found = _Found([(0, line, margin)], [])
    for special in re.finditer(_SPECIAL[style], text):
        same = text[at : special.start()]
        offset += len(same)
        if value[offset - len(same) : offset] != same or offset >= len(value):
            break
        at = special.end()
        made, breaks = value[offset], special[0].count("\n")
        if special.lastgroup == "fold":
            made = "\n" * (breaks - 1) or " "
        elif special.lastgroup == "joint":
            made = ""
        if not value.startswith(made, offset):
            break
        if special.lastgroup == "fold" and made == " ":
            found.folds.append(offset)
        offset += len(made)
        line += breaks
        if breaks:
            margin = 1 - (text.rfind("\n", 0, at) + 1)
        found.pieces.append((offset, line, margin + at))
    return found


def _of_block(value: str, style: str, start: int, source: list[str]) -> _Found:
    """Of a block, whose lines stand under the sign that begins it."""
    margin, found = _margin(value, source[1:]), _Found([], [])
    offset = empty = 0
    before = ""
    for line, written in enumerate(source[1:], start + 2):
        text = written[margin:]
        if not text:
            empty += 1
            continue
        if not before:
            made = "\n" * empty
        elif style == "|" or text[0] in " \t" or before[0] in " \t":
            made = "\n" * (empty + 1)
        else:
            made = "\n" * empty or " "
        if not value.startswith(made + text, offset):
            break
        if made == " ":
            found.folds.append(offset)
        found.pieces.append((offset + len(made), line, margin + 1))
        offset += len(made) + len(text)
        before, empty = text, 0
    return _Found(found.pieces or [(0, start + 2, margin + 1)], found.folds)


def _margin(value: str, lines: list[str]) -> int:
    """How far a block is indented."""
    written, read = (next(filter(str.strip, each), "") for each in (lines, value.split("\n")))
    return max(0, len(written) - len(written.lstrip(" ")) - (len(read) - len(read.lstrip(" "))))


def _is_joined(value: str, fold: int) -> bool:
    """Whether nothing stands between what is before a fold and what is behind it: both are Japanese."""
    before = value[max(0, fold - 200) : fold]
    before = before[: re.search(_BEFORE, before).start()]  # type: ignore[union-attr]
    after = value[re.compile(_AFTER).match(value, fold + 1).end() :][:8]  # type: ignore[union-attr]
    sides = (_kind(before.endswith("}}"), before[::-1][:8]), _kind(after.startswith("{{"), after))
    if sides == (_EITHER, _EITHER):  # of ――, ――です what stands farther away
        sides = (_beyond(before[::-1][:8]), _beyond(after))
    return "\u200b" in (before[-1:], after[:1]) or (_NARROW not in sides and _WIDE in sides)


def _beyond(characters: str) -> int:
    """Of the first character that is not either."""
    return next((kind for each in characters if (kind := _kind(False, each)) != _EITHER), _EITHER)


def _kind(is_expression: bool, characters: str) -> int:
    """Of the first character that shows: wide; narrow; or either, as … ※ ① are, and what an expression comes to."""
    if is_expression:
        return _EITHER
    char = next((each for each in characters if unicodedata.category(each) not in ("Mn", "Cf")), " ")
    width = unicodedata.east_asian_width(char)
    if width in ("W", "F", "H"):
        return _NARROW if "HANGUL" in unicodedata.name(char, "") else _WIDE
    return _EITHER if width == "A" and unicodedata.category(char)[0] in "PSN" else _NARROW
