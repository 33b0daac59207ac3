"""Where a line never breaks though the classes of two neighbours would let it.

In: a text, or the class codes of its boxes. Out: positions, or boxes, that no line begins with. JLREQ's appendix C
knows pairs of classes; here is what takes more than a pair to know, or characters JLREQ does not list, mostly as
UAX #14 has it (its rules in brackets).
"""

from __future__ import annotations

import re

GLUE = "\u00a0\u034f\u2007\u200d\u2011\u202f\u2060\ufeff"
COMBINING = "\u0300-\u036f\u20d0-\u20f0\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
DIGIT, LETTER = "0-9０-９", "0-9A-Za-z０-９Ａ-Ｚａ-ｚ"
BOTH_SIDES = re.compile(f"[{GLUE}]+")  # no break before nor after (LB8a, 11, 12)
HEADLESS = re.compile(  # begins no line
    rf"(?<=\S)(?:[/†‡{COMBINING}]"  # a slash ends what it parts (LB13), a dagger is of its word; (LB9, 30b)
    r"|-(?![0-9A-Za-z]))"  # so does a hyphen, if no number or word follows (LB21)
)
WHOLE = re.compile(
    rf"[※＊†‡§¶注](?:[{DIGIT}]+|[①-⓿❶-➓])|[※＊†‡](?=[{LETTER}])."  # a mark and its number
    rf"|(?<![{LETTER})）])[-−－＋+±][{DIGIT}]"  # a sign and its number, not two terms (LB25)
    rf"|[NＮ][oｏOＯ][.．] ?[{DIGIT}]+"  # No. and its number
    rf"|[°′][{DIGIT}]+(?=[′″])"  # 35°44′07″
    r"|[A-Za-zＡ-Ｚａ-ｚ][＋＃]+"  # Ｃ＋＋
)
QUOTED = re.compile(r""""[^"]*"|(?<![0-9A-Za-z])'[^']*'(?![0-9A-Za-z])""")  # (LB19)
SIGNS = frozenset(GLUE + "/†‡-※＊§¶注−－＋+±.．°′＃\"'").union(  # where none is, there is nothing to look for
    *(map(chr, range(ord(first), ord(last) + 1)) for first, last in re.findall("(.)-(.)", COMBINING)), "\u3099\u309a"
)
AFTER_OPENING = re.compile(rb"[\x01\x0c][\x0e\x1a]+")  # spaces after an opening bracket or a prefix (LB14)


def never(text: str) -> set[int]:
    """Positions in the text before which no line breaks."""
    if SIGNS.isdisjoint(text):
        return set()
    sides = (range(found.start(), found.end() + 1) for found in BOTH_SIDES.finditer(text))
    inside = (range(found.start() + 1, found.end()) for found in WHOLE.finditer(text))
    quoted = ((found.start() + 1, found.end() - 1) for found in QUOTED.finditer(text))
    return {found.start() for found in HEADLESS.finditer(text)}.union(*sides, *inside, *quoted)


def after_opening(codes: bytes) -> list[int]:
    """Boxes that follow the spaces after an opening bracket."""
    return [found.end() for found in AFTER_OPENING.finditer(codes) if found.end() < len(codes)]
