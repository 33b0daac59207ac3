"""Characters that are set as one: a base with the marks and selectors on it; and scripts that are not set at all.

In: text. Out: its clusters; a cluster with its marks composed where Unicode has a character for both (か and U+3099 are
が); the script of a character that wants more than a line of glyphs from left to right (Arabic runs to the left, Thai
has no spaces to break at). What of a cluster a face can set is `fonts` to say.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

VOICING = "\u3099\u309a"  # combining dakuten and handakuten
TEXT_FORM, EMOJI_FORM = "\ufe0e", "\ufe0f"
_SELECTORS = r"\ufe00-\ufe0f\U000e0100-\U000e01ef"
_JAMO = r"\u1160-\u11ff\ud7b0-\ud7ff"  # vowels and finals of Hangul, which follow an initial
_MARKS = r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe20-\ufe2f"
_UNSET = (  # from Hebrew to N'Ko, India and beyond to Myanmar, Hangul in parts, and so on (Unicode, Blocks)
    r"\u0590-\u109f\u1100-\u11ff\u1700-\u18af\u1900-\u1c7f\u1cd0-\u1cff\ua800-\ua82f\ua840-\uaaff\uabc0-\uabff"
    r"\ud7b0-\ud7ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U00011000-\U00011fff\U00016f00-\U00016f9f"
    r"\U0001e800-\U0001efff"
)


@functools.cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.DOTALL)


def is_plain(text: str) -> bool:
    """Whether every character is a cluster of its own, of a script that is set."""
    return _pattern(f"[\u200d{_SELECTORS}{_MARKS}{_UNSET}]").search(text) is None


def clusters(text: str) -> list[tuple[int, int]]:
    """First and end of every cluster."""
    return [found.span() for found in _pattern(f".[\u200d{_SELECTORS}{_MARKS}{_JAMO}]*").finditer(text)]


def is_bare(cluster: str) -> bool:
    """Whether it begins with a mark, which stands on nothing: it would lie on a neighbour, or on the next mark."""
    return _pattern(f"[{_MARKS}]").match(cluster) is not None


def parted(cluster: str) -> tuple[str, str]:
    """A cluster without its selectors and joiners, composed; and its selectors."""
    selectors = "".join(_pattern(f"[{_SELECTORS}]").findall(cluster))
    return composed(_pattern(f"[\u200d{_SELECTORS}]").sub("", cluster) or cluster[0]), selectors


def composed(text: str) -> str:
    """The text with marks composed onto the characters before them; what has no mark stays as it is, also a
    compatibility ideograph (﨑 U+FA11), for which normalisation would put another form."""
    if unicodedata.is_normalized("NFC", text):
        return text
    return _pattern(f".[{_MARKS}{_JAMO}]+").sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


def composable(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a text, each of which ends after what composing makes shorter, or at the end."""
    if not unicodedata.is_normalized("NFC", text[start:end]):
        for found in _pattern(f".[{_MARKS}{_JAMO}]+").finditer(text, start, end):
            if len(composed(found[0])) < len(found[0]):
                yield start, found.end()
                start = found.end()
    if start < end:
        yield start, end


def unset_script(text: str) -> str:
    """The script of a text that is not set, as Unicode calls it; "" if it is. Signs of a currency are set."""
    for found in _pattern(f"[{_UNSET}]").finditer(text):
        if unicodedata.category(found[0]) not in ("Sc", "Cf", "Cn"):
            return unicodedata.name(found[0], "").partition(" ")[0].title()
    return ""
