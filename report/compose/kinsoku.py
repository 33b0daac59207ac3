"""Kinsoku levels: what a laxer rule lets begin a line (CSS Text Level 3, 5.2: `line-break`, for Japanese text).

In: the texts and class codes of boxes, and a level. Out: the codes as breaking sees them: what a level releases is like
an ideograph there (JLREQ appendix C, notes 1–3).

    strict  JLREQ's very strict rule: its appendix C as it stands.
    normal  small kana, ー and the long hyphens 〜 ゠ may begin a line.
    loose   and iteration marks, middle dots, full-width ： ； ！ ？, postfixes such as ％; a line may break after a
            prefix such as ￥, within …… and ‥‥, and before ‐ and – after an ideograph. Dashes ―― stay whole: they are
            not of CSS's class IN, nor of what JLREQ's loose rule releases (appendix C, addendum).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from report.compose.characters import MEMBERS, CharClass

C = CharClass

NORMAL = frozenset(MEMBERS[C.SMALL_KANA] + MEMBERS[C.PROLONGED] + "〜～゠" + "ｧｨｩｪｫｬｭｮｯｰ")
LOOSE = NORMAL | frozenset(MEMBERS[C.ITERATION] + "…‥⋯" + "・：；･‼⁇⁈⁉！？")
AFTER_IDEOGRAPH = frozenset("‐–")
WIDE_ONLY = frozenset({C.PREFIX, C.POSTFIX})  # released where East Asian width is ambiguous, full or wide
IDEOGRAPHIC = frozenset({C.HIRAGANA, C.KATAKANA, C.IDEOGRAPH})


def relaxed(texts: Sequence[str], codes: bytes, level: str) -> bytes:
    if level == "strict":
        return codes
    released = NORMAL if level == "normal" else LOOSE
    changed = bytearray(codes)
    for i, (text, code) in enumerate(zip(texts, codes, strict=True)):
        char = text[0]
        wide = level == "loose" and code in WIDE_ONLY and unicodedata.east_asian_width(char) in "AFW"
        dash = level == "loose" and char in AFTER_IDEOGRAPH and i and codes[i - 1] in IDEOGRAPHIC
        if char in released or wide or dash:
            changed[i] = C.IDEOGRAPH
    return bytes(changed)
