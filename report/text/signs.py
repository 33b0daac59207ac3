"""Signs that are marks in some places and text in others: `|`, `~`, `**`, `__`, `==`, `^^`.

In: a text, a sign's place in it, the bounds of its paragraph. Out: whether the sign is TEXT, printed as it was typed; a
MARK; or in DOUBT, which is a mark that its author is told of. A sign is a mark only where it can mean nothing else:

    |  ~   between two Japanese characters, or an expression and one; `|` also beside a word, or within a long one. Not
           at a space, an end of a line or another `|`; `~` not in a range (9時~17時, 月~金, {{ a }}~{{ b }})
    ** …   not within a word (a__b__c.html), between spaces (a == b), or in a face ((^^))
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

TEXT, MARK, DOUBT = range(3)
FARTHEST = 200  # characters on either side that are looked at
EXPRESSION = "\ufffc"  # stands for one here
SHORT = 3  # characters: 有|無, はい|いいえ
LONG_WORD = 12
PARTS = r"\{\{.*?\}\}|\{(?P<base>[^{}|\n]*)\|[^{}\n]*\}|\]\([^()\s]*\)|\*\*|__|==|\^\^|[\[\u200b\u00ad\u2060\ufeff]"
TIMES = "午前|午後|早朝|朝|昼|夕方?|晩|夜|深夜|春|夏|秋|冬|上旬|中旬|下旬|平日|休日|明治|大正|昭和|平成|令和"
KANJI_DIGITS = "〇一二三四五六七八九十百千万"
DAYS = "[月火水木金土日祝]"


class Sides(NamedTuple):
    """What a reader sees before a sign and behind it, up to the end of the line."""

    before: str
    after: str


def sides(text: str, start: int, end: int, bounds: tuple[int, int]) -> Sides:
    """Of the sign from start to end."""
    first, last = max(bounds[0], start - FARTHEST), min(bounds[1], end + FARTHEST)
    return Sides(_seen(text[first:start]).rpartition("\n")[2], _seen(text[end:last]).partition("\n")[0])


def _seen(text: str) -> str:
    def shown(found: re.Match[str]) -> str:
        return EXPRESSION if found[0].startswith("{{") else found["base"] or ""

    return re.sub(PARTS, shown, text)


def line_sign(sign: str, around: Sides) -> int:
    """What `|` or `~` is."""
    other = "~" if sign == "|" else "|"
    before, after = (each.replace(other, "") for each in around)
    if not before or not after or before[-1].isspace() or after[0].isspace() or sign in (before[-1], after[0]):
        return TEXT
    return _tilde(before, after) if sign == "~" else _bar(before, after)


def _tilde(before: str, after: str) -> int:
    left, right = before[-1], after[0]
    if left.isascii() or right.isascii() or left == right == EXPRESSION:
        return TEXT
    is_between = _is_japanese(left) and _is_japanese(right)
    if not is_between or _is_range(before.replace("~", ""), after.replace("~", "")):
        return TEXT
    # 東~京~都: a character between two signs is no word
    is_word = re.search(r"[一-鿿々ァ-ヴー]{2,}$", before) and re.match(r"[一-鿿々ァ-ヴー]|[ぁ-ん]{3,}", after)
    return DOUBT if is_word or (re.search("[ぁ-ん]{3,}$", before) and re.match("[ぁ-ん]{3,}", after)) else MARK


def _is_range(before: str, after: str) -> bool:
    """9時~夕方, ５~10, 三~五, 月曜~金曜, 午前~午後, 甲~乙."""
    ends = before[-1], after[0]
    if any(unicodedata.category(each)[0] == "N" for each in ends) or all(each in KANJI_DIGITS for each in ends):
        return True
    if re.search(rf"[\d{EXPRESSION}][^\W\d]{{1,3}}$", before) and not re.match("[ぁ-ん]", after):
        return True
    for begins in (rf"{DAYS}曜?日?", TIMES):
        ends_with = re.search(rf"(?:(?<!\w)|(?=.曜))(?:{begins})$", before)
        if ends_with and re.match(rf"(?:{begins})(?:(?!\w)|(?=[のはにをもかま]))", after):
            return True
    return bool(re.search(r"(?<!\w)\w$", before) and re.match(r"\w(?!\w)", after))


def _bar(before: str, after: str) -> int:
    left, right = before[-1], after[0]
    if left.isascii() and right.isascii():
        word = re.search(r"[!-~]*$", before)[0] + re.match(r"[!-~]*", after)[0]  # type: ignore[index]
        is_within = left.isalpha() and right.isalpha() and len(word) >= LONG_WORD
        return MARK if "://" in word else DOUBT if is_within else TEXT
    if not (_is_japanese(left) or _is_japanese(right)):
        return TEXT
    if left == right == EXPRESSION or left.isdecimal() or right.isdecimal():
        return DOUBT
    ends = re.search(r"\w*$", before)[0], re.match(r"\w*", after)[0]  # type: ignore[index]
    if not all(0 < len(each) <= SHORT for each in ends):
        return MARK
    return TEXT if re.search("[A-Za-z]", "".join(ends)) else DOUBT


def _is_japanese(char: str) -> bool:
    """Wide, or a sign that is wide among Japanese (… ※), or an expression."""
    width = unicodedata.east_asian_width(char)
    return width in ("W", "F", "H") or char == EXPRESSION or (width == "A" and unicodedata.category(char)[0] in "PSN")


def pair_sign(text: str, start: int, end: int, bounds: tuple[int, int], is_open: bool) -> int:
    """What `**`, `__`, `==` or `^^` is, from start to end. is_open: one like it is, innermost."""
    left, right = text[max(bounds[0], start - 1) : start], text[end : min(bounds[1], end + 1)]
    if left.isspace() and right.isspace():
        return TEXT
    if is_open:
        return MARK
    if (left and right.isspace()) or (left in tuple("(（") and not right.isalnum()):
        return TEXT
    other = text.find(text[start:end], end, bounds[1])
    if _is_of_word(left) and _is_of_word(right):
        if other < 0:  # of a**b the mark may have been forgotten that closes it; 2**10 is no such thing
            return MARK if text[start] == "*" and left.isalpha() and right.isalpha() else TEXT
        return TEXT if _is_of_word(text[other - 1]) and _is_of_word(text[other + 2 : other + 3]) else DOUBT
    return DOUBT if text[start] == "_" and re.fullmatch("[A-Za-z]+", text[end : max(end, other)]) else MARK


def _is_of_word(char: str) -> bool:
    return char.isascii() and char.isalnum()
