"""How text looks: character styles and paragraph styles, as a style sheet states them.

All lengths in pt; tracking and word spaces in em of the size. `fonts` is a fallback chain of face names
(keys of the sheet's `fonts:`), tried in order for every character.
OpenType features are known by their tags as registered (OpenType 1.9, feature tags), so that a misspelt one is told
instead of doing nothing; tags in capitals are a face's own.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

WORD = re.compile(r"-?([A-Za-z0-9]{4})(?:=\d{1,3})?", re.ASCII)  # palt, -kern, ss01=2
OWN = re.compile(r"ss(?:0[1-9]|1\d|20)|cv(?:0[1-9]|[1-9]\d)|[A-Z0-9]{4}")
TAGS = """
    aalt abvf abvm abvs afrc akhn apkn blwf blwm blws c2pc c2sc calt case ccmp cfar chws cjct clig cpct cpsp cswh curs
    dist dlig dnom dtls expt falt fin2 fin3 fina flac frac fwid half haln halt hist hkna hlig hngl hojo hwid init isol
    ital jalt jp04 jp78 jp83 jp90 kern lfbd liga ljmo lnum locl ltra ltrm mark med2 medi mgrk mkmk mset nalt nlck nukt
    numr onum opbd ordn ornm palt pcap pkna pnum pref pres pstf psts pwid qwid rand rclt rkrf rlig rphf rtbd rtla rtlm
    ruby rvrn salt sinf size smcp smpl ssty stch subs sups swsh titl tjmo tnam tnum trad twid unic valt vapk vatu vchw
    vert vhal vjmo vkna vkrn vpal vrt2 vrtr zero
"""
REGISTERED = frozenset(TAGS.split())


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
    orphans: int = 2  # lines of a paragraph that stay together before a column's or page's end
    widows: int = 2  # and behind it
    marks: tuple[tuple[str, CharStyle], ...] = ()  # inline mark ("strong", "number", "small", …) -> its style

    def mark(self, name: str) -> CharStyle | None:
        return dict(self.marks).get(name)


def is_feature(word: str) -> bool:
    """Whether the word is a feature, with its switch if it has one."""
    found = WORD.fullmatch(word)
    return found is not None and (found[1] in REGISTERED or OWN.fullmatch(found[1]) is not None)
