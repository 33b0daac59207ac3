"""How text looks: character styles and paragraph styles, as a style sheet states them.

All lengths in pt; tracking and word spaces in em of the size. `fonts` is a fallback chain of face names
(keys of the sheet's `fonts:`), tried in order for every character.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class CharStyle(msgspec.Struct, frozen=True):
    """ink is a role ("dark", "ink", "accent"): a section's colour family turns it into the name of an ink."""

    fonts: tuple[str, ...]
    size: float
    ink: str
    tracking: float = 0.0  # em, added after every character
    features: tuple[str, ...] = ()  # OpenType features: "palt", "kern", …
    rise: float = 0.0  # pt, baseline shift, up is positive


class ParagraphStyle(msgspec.Struct, frozen=True):
    char: CharStyle
    leading: float  # pt, from baseline to baseline
    align: Literal["justify", "left", "center", "right"] = "left"
    breaks: Literal["kinsoku", "phrase"] = "kinsoku"  # phrase: only between 文節, balanced lines
    gap: float = 0.0  # pt, between two paragraphs of one text
    autospace: float = 0.25  # em, between Japanese and Western characters (JLREQ 3.2.6)
    autospace_most: float = 0.5  # em, to which it opens before other gaps do (JLREQ 3.8.4); as autospace: with them
    aki: float = 0.5  # em, beside full-width brackets, commas and stops (JLREQ 3.1.4; tight display lines take less)
    last_line: float = 0.0  # em; a shorter last line is mended by tracking (styles/README.md, Setting rules)
    line_box: float | None = None  # em of the size; None: the leading. Height of a single-line box (big digits)
    indent: float = 0.0  # em, first line of every paragraph
    kinsoku: Literal["strict", "normal", "loose"] = "strict"  # CSS Text 3, line-break
    hanging: Literal["off", "allow", "force"] = "off"  # 、 and 。 beyond the measure, where needed or always (ぶら下げ)
    marks: tuple[tuple[str, CharStyle], ...] = ()  # inline mark ("strong", "number", "small", …) -> its style

    def mark(self, name: str) -> CharStyle | None:
        return dict(self.marks).get(name)
