"""Character classes of JLREQ (3.9, appendix A) under readable names: the one table of what a character is.

In: text. Out: one class code a character, as bytes, in its context: a comma between digits belongs to the number, a
full stop inside a URL to the word, km after a number is a unit, ¹ after a sentence a reference mark. The codes are the
numbers of JLREQ (cl-01 … cl-30).

MEMBERS is appendix A, but for what goes by script (kana, ideographs, letters) and by category (symbols). A
full-width form is of the class of its ASCII twin, except that full-width letters and digits are set like ideographs; a
half-width one of the class of its full-width twin. What appendix A does not list goes by likeness (LIKE), by Unicode
category, then by width. Classes that depend on more than the text (ruby, warichu) are not known here.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum


class CharClass(IntEnum):
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
    TATE_CHU_YOKO = 30


NARROW = 32  # added to the code of punctuation whose glyph brings its own narrow body: no space is set beside it
CODES = 40  # class codes, narrow ones too, are below this

MEMBERS: dict[CharClass, str] = {
    CharClass.OPENING_BRACKET: "‘“(〔[{〈《「『【⦅〘〖«〝",
    CharClass.CLOSING_BRACKET: "’”)〕]}〉》」』】⦆〙〗»〟",
    CharClass.HYPHEN: "‐〜゠–",
    CharClass.DIVIDING: "!?‼⁇⁈⁉",
    CharClass.MIDDLE_DOT: "・:;",
    CharClass.FULL_STOP: "。.",
    CharClass.COMMA: "、,",
    CharClass.INSEPARABLE: "—…‥〳〴〵",
    CharClass.ITERATION: "ヽヾゝゞ々〻",
    CharClass.PROLONGED: "ー",
    CharClass.SMALL_KANA: "ぁぃぅぇぉァィゥェォっゃゅょゎゕゖッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ",
    CharClass.PREFIX: "¥$£#€№",
    CharClass.POSTFIX: "°′″℃¢%‰㏋ℓ㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㏄",
    CharClass.IDEOGRAPHIC_SPACE: "\u3000",
    CharClass.MATH_SYMBOL: "=≠≒≃≅≈≡≢<>≦≧≪≫≶≷⋚⋛∧∨⌅⌆⊂⊃⊄⊅⊆⊇⊊⊋∈∋∉∪∩∥∦⇒⇔↔∽∝⊥⊕⊗",
    CharClass.MATH_OPERATOR: "+−×÷±∓",
    CharClass.IDEOGRAPH: "•⁂⁑§¶†‡‖※ゟヿ㏍",
    CharClass.NUMERAL: "0123456789",
    CharClass.WORD_SPACE: " ",
    CharClass.WESTERN: "¡¤¦¬·\u00ad²³¹¿‾∀∂∃∅∇∠∮⌒℧",
}
LIKE = {  # what appendix A leaves out, and what it is like
    "―": "—", "⸺": "—", "⸻": "—", "⋯": "…", "․": "‥", "︙": "…", "︰": "‥", "～": "〜", "‑": "‐", "‒": "–", "－": "−",
    "‧": "・", "゙": "っ", "゚": "っ", "゛": "っ", "゜": "っ", "ﾞ": "っ", "ﾟ": "っ", "〱": "〳", "〲": "〴", "￥": "¥",
    "￡": "£", "￠": "¢", "‵": "′", "℉": "℃", "‱": "‰", "≤": "≦", "≥": "≧", "\t": " ",
}  # fmt: skip
RANGES = (  # by script
    (0x3041, 0x309F, CharClass.HIRAGANA),
    (0x30A1, 0x30FF, CharClass.KATAKANA),
    (0x31F0, 0x31FF, CharClass.KATAKANA),
    (0x3380, 0x33DF, CharClass.POSTFIX),  # squared abbreviations of units: ㎢ and ㎥ as ㎡
)
CATEGORIES = {
    "Ps": CharClass.OPENING_BRACKET,
    "Pi": CharClass.OPENING_BRACKET,
    "Pe": CharClass.CLOSING_BRACKET,
    "Pf": CharClass.CLOSING_BRACKET,
    "Sc": CharClass.PREFIX,
    "Zs": CharClass.WORD_SPACE,
}
WIDE_TWINS = {chr(cp + 0xFEE0): chr(cp) for cp in range(0x21, 0x7F)}
HALF_WIDTH = range(0xFF61, 0xFFA0)  # ｡ … ﾟ
FORMS = range(0xFE10, 0xFE6C)  # of what stands in vertical lines, or small
FIXED_SPACES = "\u00a0\u2007\u202f"  # no line breaks at them


class _Classes(dict[str, int]):
    """Character -> class code; what no table names is decided once and remembered."""

    def __missing__(self, char: str) -> int:
        self[char] = code = int(_decide(char))
        return code


def _decide(char: str) -> CharClass:
    if char in LIKE:
        return CharClass(CLASSES[LIKE[char]])
    if char in FIXED_SPACES:
        return CharClass.WESTERN
    cp = ord(char)
    if cp in HALF_WIDTH or cp in FORMS:
        plain = unicodedata.normalize("NFKC", char)
        if len(plain) == 1 and plain != char:
            return CharClass(CLASSES[plain])
    twin = WIDE_TWINS.get(char)
    if twin is not None:
        kind = CharClass(CLASSES[twin])
        return CharClass.IDEOGRAPH if kind in (CharClass.NUMERAL, CharClass.WESTERN) else kind
    for first, last, kind in RANGES:
        if first <= cp <= last:
            return kind
    category = unicodedata.category(char)
    if category in CATEGORIES:
        return CATEGORIES[category]
    if cp < 0x2E80 and (category[0] in "LM" or category == "Sk" or RAISED.match(char)):
        return CharClass.WESTERN  # Greek and Cyrillic are words here, whatever their width in a Japanese face
    if cp >= 0xA0 and category[0] in "SN":
        return CharClass.IDEOGRAPH  # symbols and numbers of their own, as ☀ and Ⅻ
    return CharClass.IDEOGRAPH if unicodedata.east_asian_width(char) in "WFA" else CharClass.WESTERN


CLASSES = _Classes({char: int(kind) for kind, chars in MEMBERS.items() for char in chars})

LETTER = r"0-9A-Za-z\u00C0-\u024F\u0370-\u052F"
WORD = re.compile(  # letters and digits joined by their own punctuation; .NET, C++; with a closing point or the like
    rf"(?:[a-z]+://|(?<![.{LETTER}])\.|’(?=[0-9]{{2}}))?[{LETTER}]+(?:[!-/:-@\[-`{{-~’]+[{LETTER}]+)*"
    r"(?:(?<=[A-Za-z])[+#]+)?(?:[.,:;!?]+(?=[ \n]|$)|/)?"
)
NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")
JOINED = re.compile(r"[!-/:-@\[-`{-~’]")
APART = re.compile(  # 12 345: spaces for commas
    r"(?<![0-9.,] )(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3}){1,5}(?![0-9])(?! [0-9])"
)
UNIT = re.compile(  # unit symbols (cl-25) after a number, with or without a space
    r"(?<=[0-9])( ?)(?:[kcmµμnd]?m[²³23]?|[kmµμ]?g|[kmd]?[Ll]|[kM]?t|ha|[kMGT]?W?h|[kMGT]?W|[kM]?Wh|[km]?V|mA|[kMG]?Hz"
    r"|[kh]?Pa|k?cal|[kKMGT]B|ppm|dB|min|s|mSv|µSv|μSv)(?:/(?:h|s|min|m[²³]?|km[²³]?|L|l|ha|g|kg))?"
    rf"(?![{LETTER}²³])"
)
RAISED = re.compile(r"[ªº²³¹\u2070-\u209c™]+")  # and lowered: they are of what they follow (JLREQ 3.7.1)
DIGIT_LETTER = re.compile(r"[0-9] ?[A-Za-zµμ]")
DIGIT_SPACE = re.compile(r"[0-9] [0-9]")


REFERRED = frozenset(  # what a raised character beside is no part of, but a reference mark to
    {
        CharClass.CLOSING_BRACKET, CharClass.FULL_STOP, CharClass.COMMA, CharClass.ITERATION, CharClass.PROLONGED,
        CharClass.SMALL_KANA, CharClass.HIRAGANA, CharClass.KATAKANA, CharClass.IDEOGRAPH,
    }
)  # fmt: skip


def classify(text: str) -> bytes:
    """The class code of every character of the text."""
    codes = bytes(map(CLASSES.__getitem__, text))
    joined, raised = JOINED.search(text) is not None, RAISED.search(text) is not None
    if not joined and not raised and DIGIT_LETTER.search(text) is None and DIGIT_SPACE.search(text) is None:
        return codes
    changed = bytearray(codes)
    for found in RAISED.finditer(text) if raised else ():
        begin, end = found.span()
        if begin and codes[begin - 1] in REFERRED:
            changed[begin:end] = bytes([CharClass.REFERENCE]) * (end - begin)
    if joined:
        _join_words(text, changed)
    for found in APART.finditer(text):
        changed[found.start() : found.end()] = bytes([CharClass.NUMERAL]) * len(found[0])
    for found in UNIT.finditer(text):
        begin = found.end(1)
        changed[begin : found.end()] = bytes([CharClass.UNIT]) * (found.end() - begin)
    return bytes(changed)


def _join_words(text: str, codes: bytearray) -> None:
    """What joins the letters and digits of a word is of the word."""
    for found in WORD.finditer(text):
        word, start = found[0], found.start()
        if JOINED.search(word) is None:
            continue
        kind = CharClass.NUMERAL if NUMBER.fullmatch(word) else CharClass.WESTERN
        for i, char in enumerate(word, start):
            if not char.isalnum():
                codes[i] = kind
