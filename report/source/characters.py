"""Characters that no file of a project may hold, told where they stand before anything else reads the file.

In: a file's text. Out: located errors. Columns count characters (libyaml counts bytes), lines end with a newline (to
libyaml, as in YAML 1.1, also with U+0085, U+2028 and U+2029, so that nothing behind one would be told in its place).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.messages import Message, Origin, Report, message

BOM = "\ufeff"
MOST = 20  # told of one file: a binary file is full of them
# fmt: off
SPACES = frozenset(map(chr, (0xA0, 0x1680, 0x180E, *range(0x2000, 0x2010), 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF)))
# fmt: on


def check_characters(text: str, name: str, report: Report) -> bool:
    """Whether a text holds none of them. name: of the file, in messages."""
    if text.isprintable():  # no newline, even
        return True
    before = report.blocking
    for count, (at, wrong) in enumerate(_faults(text)):
        if count == MOST:
            break
        report.error(place_of(text, at, name), wrong)
    return report.blocking == before


def place_of(text: str, at: int, name: str) -> Origin:
    return Origin(name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _faults(text: str) -> Iterator[tuple[int, Message]]:
    for found in re.finditer(
        "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]|([\x85\u2028\u2029])|^[ \t]*(\ufeff)",
        text,
        re.MULTILINE,
    ):
        if found[1]:
            yield found.start(), message("line-separator", code=ord(found[1]))
        elif found[2]:
            yield found.start(2), message("bom-in-file")
        else:
            yield found.start(), message("control-character", code=ord(found[0]))


def strange_space(line: str) -> int | None:
    """Where a space that YAML does not take for one stands before what a line begins with; None: nowhere."""
    for at, char in enumerate(line):
        if char in SPACES:
            return at
        if char not in " -?":
            break
    return None
