"""Content streams as instructions (ISO 32000-1, 7.8.2): operator and operands, in their order.

In: a page's or a form's stream. Out: pairs. A stream that keeps to the plain grammar below is read here, a subpath as
one instruction `SUBPATH`, since most of a drawing's operators build paths. All others are left to pikepdf, which
mends what can be mended: inline images, strings with brackets, dictionaries in dictionaries, whatever is damaged.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Any

import pikepdf

from report.conform.preflight.objects import content_of, parsed

LARGEST = 32 * 1024 * 1024  # bytes of a stream, some million operators: paint_log.py grants a page no more
SUBPATH = "subpath"  # operands: its x, its y, whether it is curved
Instruction = tuple[str, Sequence[Any]]

_NUMBER = rb"[-+]?+(?:\d++(?:\.\d*+)?+|\.\d++)"
_PAIR = rb"%b\s++%b\s++" % (_NUMBER, _NUMBER)
_NAME = rb"/[^\s/()<>\[\]{}%#\x80-\xff]++"
_STRING = rb"(?:\([^()\\\r]*+\)|<[0-9A-Fa-f\s]*+>)"
SLASH = ord("/")
_END = rb"(?=[\s/\[(<%]|\Z)"
PLAIN = re.compile(
    rb"""
    (?: (?P<path> (?:PAIR)m\s (?: \s*+ (?: (?:PAIR)(?: l | (?:PAIR)(?: [vy] | (?:PAIR)c ) ) | h ) END )*+ )
      | (?P<operands> (?: (?:NUMBER|NAME)\s++ )*+ (?:NAME\s*+)?+ )
        (?: \[ (?P<array> (?: \s*+ (?:STRING|NUMBER) )*+ ) \s*+ \] \s*+ (?: (?P<phase>NUMBER) \s+ )?+
          | (?P<string>STRING) \s*+
          | << (?: [^<>()] | STRING )*+ >> \s*+
        )?+
        (?P<operator> [A-Za-z*'"]++[01]?+ ) END
      | % [^\r\n]*+
    ) \s*+
    """.replace(b"NUMBER", _NUMBER)
    .replace(b"PAIR", _PAIR)
    .replace(b"NAME", _NAME)
    .replace(b"STRING", _STRING)
    .replace(b"END", _END),
    re.VERBOSE,
)
PART = re.compile(rb"(%b)|(%b)" % (_STRING, _NUMBER))
OPERATORS = (
    "q Q cm w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ "
    "' \" d0 d1 CS cs SC SCN sc scn G g RG rg K k sh Do MP DP BMC BDC EMC BX EX"
)
NAMES = frozenset((*OPERATORS.split(" "), "INLINE IMAGE"))
KNOWN = {word.encode("ascii"): word for word in OPERATORS.split(" ")}  # those of table 51, but for inline images


def instructions(stream: Any) -> tuple[list[Instruction], str]:
    """stream: a page's dictionary or a form. Its instructions, and what is wrong where some of it cannot be read.

    Raises what pikepdf does for one that nobody can read.
    """
    content = content_of(stream)
    if len(content) > LARGEST:
        return [], "too much content"
    plain = _plain(content)
    if plain is not None:
        return plain, ""
    found, complaint = parsed(stream)
    return [(operator, each.operands) for operator, each in found], complaint


def _plain(content: bytes) -> list[Instruction] | None:
    """None where the content leaves the grammar."""
    if b"\0" in content or b"\v" in content:  # of these the grammar and PDF have other opinions
        return None
    found: list[Instruction] = []
    at = len(content) - len(content.lstrip())
    for match in PLAIN.finditer(content, at):
        if match.start() != at:
            return None
        at = match.end()
        path, *operands, word = match.groups()
        if path:
            values = [*map(float, path.translate(None, b"mlcvyh").split())]
            found.append((SUBPATH, (values[0::2], values[1::2], b"c" in path or b"v" in path or b"y" in path)))
        elif word:
            if word not in KNOWN:
                return None
            found.append((KNOWN[word], _operands(*operands)))
    return found if at == len(content) else None


def _operands(plain: bytes, array: bytes | None, phase: bytes | None, string: bytes | None) -> list[Any]:
    """plain: numbers and names. array: of strings and numbers; a dash pattern's has a phase behind it."""
    if b"/" in plain:
        values: list[Any] = [_name(part) if part[0] == SLASH else float(part) for part in plain.split()]
    else:
        values = [*map(float, plain.split())]
    if array is not None:
        values.append([_bytes(text) if text else float(number) for text, number in PART.findall(array)])
        values += [float(phase)] if phase else []
    elif string is not None:
        values.append(_bytes(string))
    return values


def _bytes(string: bytes) -> bytes:
    if string.startswith(b"("):
        return string[1:-1]
    digits = b"".join(string[1:-1].split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


@functools.lru_cache(1000)
def _name(word: bytes) -> pikepdf.Name:
    return pikepdf.Name(word.decode("ascii"))
