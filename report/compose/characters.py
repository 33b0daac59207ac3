"""Character classes of JLREQ (3.9, appendix A) under readable names.

In: text. Out: one class code a character, as bytes, in its context: a comma between digits belongs to the number, a
full stop inside a URL to the word. The codes are the numbers of JLREQ (cl-01 … cl-27). A full-width form is of the
class of its ASCII twin, except that full-width letters and digits are set like ideographs. Classes that depend on
more than the text (ruby groups, warichu, tate-chu-yoko) are not here.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum


class CharClass(IntEnum):
    SOLID = 0  # ours: punctuation whose glyph brings its own narrow body; no space is added around it
    OPENING_BRACKET = 1
    CLOSING_BRACKET = 2
    HYPHEN = 3
    DIVIDING = 4  # ! ?
    MIDDLE_DOT = 5
    FULL_STOP = 6
    COMMA = 7
    INSEPARABLE = 8  # … ―
    ITERATION = 9  # 々 ゝ
    PROLONGED = 10  # ー
    SMALL_KANA = 11
    PREFIX = 12  # ￥ №
    POSTFIX = 13  # ％ ㎡
    IDEOGRAPHIC_SPACE = 14
    HIRAGANA = 15
    KATAKANA = 16
    MATH_SYMBOL = 17
    MATH_OPERATOR = 18
    IDEOGRAPH = 19
    REFERENCE = 20
    NUMERAL = 24
    UNIT = 25
    WORD_SPACE = 26
    WESTERN = 27


CODES = 32  # class codes are below this

MEMBERS: dict[CharClass, str] = {
    CharClass.OPENING_BRACKET: "‘“(〔[{〈《「『【⦅〘〖«〝",
    CharClass.CLOSING_BRACKET: "’”)〕]}〉》」』】⦆〙〗»〟",
    CharClass.HYPHEN: "‐〜～゠–",
    CharClass.DIVIDING: "!?‼⁇⁈⁉",
    CharClass.MIDDLE_DOT: "・:;",
    CharClass.FULL_STOP: "。.",
    CharClass.COMMA: "、,",
    CharClass.INSEPARABLE: "—―…‥〳〴〵",
    CharClass.ITERATION: "ヽヾゝゞ々〻",
    CharClass.PROLONGED: "ー",
    CharClass.SMALL_KANA: "ぁぃぅぇぉァィゥェォっゃゅょゎゕゖッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ",
    CharClass.PREFIX: "¥$£#€№",
    CharClass.POSTFIX: "°′″℃¢%‰㏋ℓ㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㏄",
    CharClass.IDEOGRAPHIC_SPACE: "\u3000",
    CharClass.MATH_SYMBOL: "=≠≒≃≅≈≡≢<>≦≧≪≫≶≷⋚⋛∧∨⌅⌆⊂⊃⊄⊅⊆⊇⊊⊋∈∋∉∪∩∥∦⇒⇔↔∽∝⊥⊕⊗",
    CharClass.MATH_OPERATOR: "+−×÷±∓",
    CharClass.NUMERAL: "0123456789",
    CharClass.WORD_SPACE: " \t",
}
RANGES = (  # what MEMBERS does not name
    (0x3041, 0x309F, CharClass.HIRAGANA),
    (0x30A1, 0x30FF, CharClass.KATAKANA),
    (0x31F0, 0x31FF, CharClass.KATAKANA),
)
WIDE_TWINS = {chr(cp + 0xFEE0): chr(cp) for cp in range(0x21, 0x7F)} | {"￥": "¥", "￡": "£", "￠": "¢"}


class _Classes(dict[str, int]):
    """Character -> class code; what no table names is decided once and remembered."""

    def __missing__(self, char: str) -> int:
        self[char] = code = int(_decide(char))
        return code


def _decide(char: str) -> CharClass:
    twin = WIDE_TWINS.get(char)
    if twin is not None:
        return CharClass.IDEOGRAPH if twin.isalnum() else CharClass(CLASSES[twin])
    cp = ord(char)
    for first, last, kind in RANGES:
        if first <= cp <= last:
            return kind
    if cp < 0x2E80 and unicodedata.category(char)[0] in "LM":
        return CharClass.WESTERN  # Greek and Cyrillic are words here, whatever their width in a Japanese face
    wide = unicodedata.east_asian_width(char) in "WFA"
    return CharClass.IDEOGRAPH if wide else CharClass.WESTERN


CLASSES = _Classes({char: int(kind) for kind, chars in MEMBERS.items() for char in chars})

LETTER = r"0-9A-Za-z\u00C0-\u024F\u0370-\u052F"
WORD = re.compile(  # letters and digits joined by their own punctuation, with a closing point or the like
    rf"(?:[a-z]+://)?[{LETTER}]+(?:[!-/:-@\[-`{{-~’]+[{LETTER}]+)*(?:[.,:;!?]+(?=[ \n]|$)|/)?"
)
NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")
JOINED = re.compile(r"[!-/:-@\[-`{-~’]")


def classify(text: str) -> bytes:
    """The class code of every character of the text."""
    codes = bytes(map(CLASSES.__getitem__, text))
    if JOINED.search(text) is None:
        return codes
    changed = bytearray(codes)
    for found in WORD.finditer(text):
        word, start = found[0], found.start()
        if JOINED.search(word) is None:
            continue
        kind = CharClass.NUMERAL if NUMBER.fullmatch(word) else CharClass.WESTERN
        for i, char in enumerate(word, start):
            if not char.isalnum():
                changed[i] = kind
    return bytes(changed)
