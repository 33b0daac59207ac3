"""Boxes of a vertical line: a passage whose x runs down.

In: runs, a ParagraphStyle, the FontBook, how many letters or digits may stand side by side. Out: `VerticalPassage`,
whose boxes are as long as the face's vertical metrics say (OpenType vhea, vmtx) and carry the glyphs they draw. What a
character is, how much space it takes and where a line may break is as in horizontal lines (JLREQ 3.1, 3.2.5).

    upright  as it is, with the face's `vert` form
    beside   tate-chu-yoko: a short number or word side by side in one em, squeezed where it is wider (JLREQ 3.2.5)
    turned   a quarter clockwise: words, long numbers, and what the face has no vertical form of
"""

from __future__ import annotations

import re
from typing import NamedTuple

from report.compose.characters import CharClass, classify
from report.compose.column import CLOCKWISE
from report.compose.orientation import DRAWN, TURNED, UPRIGHT, orientation
from report.compose.paragraph import Passage
from report.compose.shaping import Strip
from report.page import Matrix
from report.style.fonts import FontBook, FontFace, Glyph, cluster_texts
from report.style.text import CharStyle, ParagraphStyle
from report.text import Paragraph, Run

EM_TOP = 0.88  # em above the baseline: top of an ideograph's em box
CENTRE = 0.38  # em above the baseline: its middle
BESIDE = "beside"
IN_ONE_EM = {2: "hwid", 3: "twid", 4: "qwid"}  # characters side by side -> the feature that narrows them to one em
VERTICAL_TWINS = {"palt": "vpal", "halt": "vhal", "kern": "vkrn"}
WORD = frozenset({CharClass.WESTERN, CharClass.NUMERAL, CharClass.UNIT})
CLUSTER = re.compile(r".[\u0300-\u036F\u200D\u3099\u309A\uFE00-\uFE0F\U000E0100-\U000E01EF]*", re.DOTALL)
SHORT = re.compile(r"[0-9A-Za-z]+|[!?]+")


class Drawn(NamedTuple):
    """A glyph of a box. x from the line's axis, y from the box's top to its origin; width across the line, pt."""

    gid: int
    text: str
    x: float
    y: float
    width: float
    matrix: Matrix | None


class VerticalPassage(Passage):
    """drawn: the glyphs of every box. most: letters or digits side by side. even: one em for every upright character,
    whatever the face says."""

    vertical = True

    def __init__(self, inlines: Paragraph, style: ParagraphStyle, fonts: FontBook, most: int, even: bool):
        self.drawn: list[tuple[Drawn, ...]] = []
        self.most = most
        self.even = even
        self._like_ideographs: set[int] = set()  # boxes of letters and digits that do not lie on their side
        super().__init__(inlines, style, fonts)

    def _shape(self, text: str, start: int, face: FontFace, chars: CharStyle, run: Run) -> None:
        first = len(self.texts)
        features = tuple(VERTICAL_TWINS.get(feature, feature) for feature in chars.features)
        for way, begin, end in ways(text, face, self.most):
            part, at = text[begin:end], start + begin
            if way == BESIDE:
                self._beside(part, at, face, chars)
            elif way == TURNED:
                self._turned(part, at, face.shape(part, chars.features), chars.size)
            else:
                self._upright(part, at, face.shape(part, features, vertical=True), face, chars.size)
        if len(self.texts) > first:
            self.strips.append(Strip(first, len(self.texts), face, chars, run))

    def _classes(self) -> bytes:
        codes = bytearray(super()._classes())
        for box in self._like_ideographs:
            if codes[box] in WORD:
                codes[box] = CharClass.IDEOGRAPH
        return bytes(codes)

    def _box(self, text: str, at: int, length: float, drawn: tuple[Drawn, ...]) -> None:
        self.texts.append(text)
        self.at.append(at)
        self.gids.append(drawn[0].gid)
        self.widths.append(length)
        self.drawn.append(drawn)

    def _upright(self, text: str, at: int, glyphs: tuple[Glyph, ...], face: FontFace, size: float) -> None:
        for shown, first, cluster in _clusters(text, glyphs):
            length = sum(glyph.advance for glyph in cluster)
            pen = (1.0 - length) / 2 if self.even else 0.0
            drawn = []
            for i, glyph in enumerate(cluster):
                width = face.advance(glyph.gid) / face.upem * size
                drawn.append(
                    Drawn(glyph.gid, "" if i else shown, glyph.dx * size, (pen + glyph.dy) * size, width, None)
                )
                pen += glyph.advance
            self._like_ideographs.add(len(self.texts))
            self._box(shown, at + first, (1.0 if self.even else length) * size, tuple(drawn))

    def _turned(self, text: str, at: int, glyphs: tuple[Glyph, ...], size: float) -> None:
        for shown, first, cluster in _clusters(text, glyphs):
            pen = 0.0
            drawn = []
            for i, glyph in enumerate(cluster):
                x, y = -(CENTRE + glyph.dy) * size, (pen + glyph.dx) * size
                drawn.append(Drawn(glyph.gid, "" if i else shown, x, y, glyph.advance * size, CLOCKWISE))
                pen += glyph.advance
            self._box(shown, at + first, pen * size, tuple(drawn))

    def _beside(self, text: str, at: int, face: FontFace, chars: CharStyle) -> None:
        size = chars.size
        narrow = (IN_ONE_EM[len(text)],) if len(text) in IN_ONE_EM else ()
        glyphs = face.shape(text, (*chars.features, *narrow))
        whole = sum(glyph.advance for glyph in glyphs)
        squeeze = min(1.0, 1.0 / whole)
        matrix = (squeeze, 0.0, 0.0, 1.0, 0.0, 0.0) if squeeze < 1.0 else None
        pen = -whole / 2
        drawn = []
        for glyph, shown in zip(glyphs, cluster_texts(text, glyphs), strict=True):
            x, y = squeeze * (pen + glyph.dx) * size, (EM_TOP + glyph.dy) * size
            drawn.append(Drawn(glyph.gid, shown, x, y, squeeze * glyph.advance * size, matrix))
            pen += glyph.advance
        self._like_ideographs.add(len(self.texts))
        self._box(text, at, size, tuple(drawn))


def ways(text: str, face: FontFace, most: int) -> list[tuple[str, int, int]]:
    """The text in stretches that stand alike, as (way, start, end)."""
    codes = classify(text)
    found: list[tuple[str, int, int]] = []
    at = 0
    while at < len(text):
        word = _word(text, codes, at)
        if word > at:
            short = len(text[at:word]) <= most and SHORT.fullmatch(text[at:word])
            found.append((BESIDE if short else TURNED, at, word))
            at = word
            continue
        end = at + len(CLUSTER.match(text, at)[0])  # type: ignore[index]
        way = _stands(text[at], face)
        if found and found[-1][0] == way and found[-1][2] == at and not _word(text, codes, found[-1][1]) > found[-1][1]:
            found[-1] = (way, found[-1][1], end)
        else:
            found.append((way, at, end))
        at = end
    return found


def _word(text: str, codes: bytes, at: int) -> int:
    """Where the Western words (with the spaces between them) or the ! and ? of ASCII that begin here end."""
    kinds = WORD if codes[at] in WORD else frozenset({CharClass.DIVIDING})
    end = at
    for i in range(at, len(text)):
        if codes[i] in kinds and (orientation(text[i]) == TURNED):
            end = i + 1
        elif codes[i] != CharClass.WORD_SPACE or kinds is not WORD:
            break
    return end


def _stands(char: str, face: FontFace) -> str:
    """Upright or turned. A face's own vertical form is taken even where Unicode would turn the character (… and ―)."""
    way = orientation(char)
    if way == UPRIGHT:
        return UPRIGHT
    if way == DRAWN or not char.isspace():
        plain, vertical = face.shape(char), face.shape(char, (), vertical=True)
        if [glyph.gid for glyph in plain] != [glyph.gid for glyph in vertical]:
            return UPRIGHT
    return TURNED


def _clusters(text: str, glyphs: tuple[Glyph, ...]) -> list[tuple[str, int, tuple[Glyph, ...]]]:
    """Text, place of its first character, and glyphs of every cluster."""
    made: list[tuple[str, int, tuple[Glyph, ...]]] = []
    for glyph, shown in zip(glyphs, cluster_texts(text, glyphs), strict=True):
        if shown:
            made.append((shown, glyph.cluster, (glyph,)))
        elif made:
            made[-1] = (*made[-1][:2], (*made[-1][2], glyph))
    return made
