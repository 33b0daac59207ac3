"""Numbers as people type them: full-width, with commas, ▲, 万, a unit.

In: the characters of a value. Out: how the number meant is written plainly, where they have one reading; else what to
do about them, as a hint.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from report.messages import Message, message

MINUS = "▲△−–‐‑ー"  # as offices write it, and what keyboards make of it
PLAIN = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
GROUPS = r"\d{1,3}(?:[, ]\d{3})+(?!\d)"
NUMBER = rf"(?P<before>[約¥])? *(?P<number>(?:\d[\d.]*[兆億万])+|{PLAIN}) *(?P<unit>\D{{0,4}}|k?m[23])"
MYRIADS = {"万": 10**4, "億": 10**8, "兆": 10**12}
LONGEST = 40  # characters: of a longer one nobody needs to be told how it is written
WIDE = str.maketrans("０１２３４５６７８９．，＋－", "0123456789.,+-")
SUPERSCRIPTS = "²³"  # of units


class Meant(NamedTuple):
    """number: plainly written. around: what is not of it: 約, %, 人."""

    number: str
    around: str = ""


def meant(text: str) -> Meant | None:
    """The number that a text stands for, if there is one reading of it."""
    if len(text) > LONGEST or any(map(is_odd_digit, text)):
        return None
    plain = unicodedata.normalize("NFKC", text).strip()
    sign = "-" if plain[:1] in MINUS and plain[1:] else ""
    plain = plain[len(sign) :].strip()
    plain = re.sub(GROUPS, lambda found: re.sub("[, ]", "", found[0]), plain, count=1)
    found = re.fullmatch(NUMBER, plain, re.ASCII)
    number = found and _plain(sign + found["number"])
    if not found or not number or re.search(r"[,./:\-]", found["unit"]):
        return None
    return Meant(number, (found["before"] or "") + found["unit"])


def exact(text: str) -> float | None:
    """The number that a text is, to the last character: digits and signs may be full-width, groups of three parted by
    commas, a minus any that offices write."""
    plain = text.strip().translate(WIDE)
    sign = "-" if plain[:1] in MINUS and plain[1:] else ""
    plain = sign + plain[len(sign) :].lstrip()
    if not re.fullmatch(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", plain, re.ASCII):
        return None
    return float(plain.replace(",", ""))


def is_odd_digit(char: str) -> bool:
    """Whether a character shows a number but is no digit: ①, ⑫, ⁵, ½. Those of Chinese writing are words: 万."""
    is_word = "\u3400" <= char <= "\u9fff" or char == "〇"
    return char.isnumeric() and not char.isdecimal() and not is_word and char not in SUPERSCRIPTS


def number_hint(text: str) -> Message | None:
    """What to write instead of a text that was to be a number; None where it looks like none."""
    found = meant(text)
    if found:
        if found.around:
            return message("number-and-unit", number=found.number, around=found.around)
        return message("plain-number", number=found.number) if found.number != text else None
    plain = unicodedata.normalize("NFKC", text)
    if re.fullmatch(r"[+-]?\d[\d,]*,\d+(?:\.\d+)?", plain):
        return message("comma-groups")
    if not re.search(r"\d", plain) or re.fullmatch(PLAIN, plain):
        return None
    return message("number-form")


def _plain(number: str) -> str:
    """Without signs of 10,000 and zeros before it; "" if it is no number after all."""
    from decimal import Decimal, InvalidOperation

    try:
        if number[-1] not in MYRIADS:
            return re.sub(r"^([+-]?)0+(?=\d)", r"\1", number)
        parts = re.findall(r"([\d.]+)([兆億万])", number)
        value = sum((Decimal(count) * MYRIADS[name] for count, name in parts), Decimal(0))
        return f"{'-' if number[0] == '-' else ''}{value.normalize():f}"
    except InvalidOperation:
        return ""
