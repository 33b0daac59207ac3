"""Characters that nobody sees, in one table (Unicode, DerivedCoreProperties: Default_Ignorable_Code_Point).

`visible` keeps of them what shapes a neighbour: a variation selector after its base, a joiner between two characters.
Those that say where a line may end (U+200B, U+2060 …) are inlines of their own: text.markup.
"""

from __future__ import annotations

import re

IGNORED = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
SEEN = f"[^\\s{IGNORED}]"
KEPT = f"(?<={SEEN})[{SELECTORS}]|(?:(?<={SEEN})|(?<={SEEN}[{SELECTORS}]))\u200d(?={SEEN})"
DROPPED = re.compile(f"(?!{KEPT})[{IGNORED}]")


def visible(text: str) -> str:
    """The text without the characters that leave nothing on the page and change no neighbour."""
    return DROPPED.sub("", text)


def unseen(text: str) -> bool:
    """Whether nothing of a text shows on paper: only spaces and invisible characters."""
    return not visible(text).strip()
