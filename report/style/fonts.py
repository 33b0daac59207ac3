"""The sheet's faces, and strings cut up along a fallback chain.

In: font files under the names the sheet gives them. Out: `FontBook`; `letter`, which shapes one line of text without
composing it. Nothing here draws a glyph the author did not ask for: what no face covers comes back as None, for the
caller to report with its place (`FontBook.uncovered` words it).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from report.cache import NOTHING, Cache
from report.messages import Diagnostic, Failure, Message, Origin, message
from report.style.face import FontFace, Glyph
from report.style.soundness import listed
from report.style.text import CharStyle
from report.text.clusters import (
    EMOJI_FORM,
    TEXT_FORM,
    VOICING,
    clusters,
    composed,
    is_bare,
    is_plain,
    parted,
    unset_script,
)

__all__ = ["FontBook", "FontFace", "Glyph", "Lettered", "Segment", "cluster_texts", "each_its_own", "letter", "refused"]

SPACES = frozenset(map(chr, (*range(0x2000, 0x200B), 0x202F, 0x205F)))
Segment = tuple[FontFace | None, int, int]  # the face and the stretch [start, end) of the string


class FontBook:
    """The sheet's faces by name."""

    def __init__(self, faces: Mapping[str, Path], cache: Cache = NOTHING):
        self._faces = {str(name): FontFace(str(name), path, cache) for name, path in faces.items()}
        self._segments: dict[tuple[str, tuple[str, ...]], tuple[Segment, ...]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._faces)

    def face(self, name: str) -> FontFace:
        return self._faces[name]

    def refusals(self) -> list[Diagnostic]:
        """An error for every face that is damaged, or may not or cannot be embedded; a warning for one that is damaged
        where it does no harm."""
        return [told for face in self._faces.values() for told in _refusals(face)]

    def segments(self, text: str, chain: tuple[str, ...]) -> tuple[Segment, ...]:
        """`text` in maximal stretches, each in the first face of the chain that has the character; None: no face has.

        A base and the marks or the variation selector after it stay together, in the first face that knows them all,
        else in the first that has the base. Characters without a shape (U+200B, U+2060 …) never change the face.
        """
        key = (text, chain)
        found = self._segments.get(key)
        if found is None:
            found = self._segments[key] = tuple(self._split(text, [self._faces[name] for name in chain]))
        return found

    def _split(self, text: str, chain: list[FontFace]) -> list[Segment]:
        first = chain[0]
        if text and is_plain(text) and all(map(first.covers, map(ord, text))):
            return [(first, 0, len(text))]
        made: list[Segment] = []
        for start, end in clusters(text):
            face = _capable(text[start:end], chain)
            if made and (made[-1][0] is face or _shapeless(ord(text[start]))):
                made[-1] = (made[-1][0], made[-1][1], end)
            elif len(made) == 1 and _shapeless(ord(text[0])) and made[0][1] == 0 and _all_shapeless(text[:start]):
                made[0] = (face, 0, end)
            else:
                made.append((face, start, end))
        return made

    def uncovered(self, text: str, chain: tuple[str, ...], origin: Origin | None) -> list[Diagnostic]:
        """What to tell an author about clusters that no face of a chain can set."""
        faces = [self._faces[name] for name in chain]
        told = (_wanting(text[start:end], faces) for start, end in clusters(text))
        return [Diagnostic("error", origin, each) for each in told]


def _capable(cluster: str, chain: list[FontFace]) -> FontFace | None:
    """The first face that has a cluster's characters and the form that a selector asks for, and can put its marks in
    their places. A selector of emoji or text form may go unheard; a dakuten (U+3099) may stand beside its base."""
    base, selectors = parted(cluster)
    if _all_shapeless(cluster):
        return chain[0]
    if unset_script(base) or is_bare(base):
        return None
    having = [face for face in chain if face.has_all(base)]
    if not having and base in SPACES:  # HarfBuzz sets it as the face's space, of its own width
        having = [face for face in chain if face.covers(0x20)]
    asked = selectors.strip(TEXT_FORM + EMOJI_FORM)
    for wanted in dict.fromkeys((selectors, asked)):
        for face in having:
            if all(face.covers_variant(ord(cluster[0]), ord(each)) for each in wanted) and face.seats(base):
                return face
    return next((face for face in having if not asked and base[-1] in VOICING), None)


def _wanting(cluster: str, chain: list[FontFace]) -> Message:
    base, selectors = parted(cluster)
    if script := unset_script(base):
        return message("script-unset", script=script, shown=with_codes(base))
    faces = ", ".join(face.name for face in chain)
    held = any(face.has_all(base) for face in chain)
    if held and selectors.strip(TEXT_FORM + EMOJI_FORM):
        return message("form-uncovered", faces=faces, shown=with_codes(cluster))
    if held and (len(base) > 1 or is_bare(base)):
        return message("marks-unset", faces=faces, shown=with_codes(base))
    return message("character-uncovered", faces=faces, shown=with_codes(base))


def with_codes(text: str) -> Message | str:
    """Characters as messages show them."""
    codes = " ".join(f"U+{ord(c):04X}" for c in text)
    return message("characters-with-codes", text=text, codes=codes) if text.isprintable() else codes


def _shapeless(cp: int) -> bool:
    """Default ignorables a text may carry as instructions, and line ends: no glyph is wanted for them."""
    return cp in (0x0A, 0xAD, 0xFEFF) or 0x200B <= cp <= 0x200F or 0x2060 <= cp <= 0x2064


def _all_shapeless(text: str) -> bool:
    return all(_shapeless(ord(c)) for c in text)


def _refusals(face: FontFace) -> tuple[Diagnostic, ...]:
    try:
        if not face.embeddable:
            return (refused(face),)
    except Failure as failure:
        return failure.diagnostics
    if not face.damaged:
        return ()
    return (Diagnostic("warning", face.place, message("font-damaged-unused", tables=listed(face.damaged))),)


def refused(face: FontFace) -> Diagnostic:
    return Diagnostic("error", face.place, message("face-refused", name=face.name, reason=face.refusal))


class Lettered(NamedTuple):
    """One stretch of a lettered line: glyphs of one face. x: of its start on the line; xs, ys: from there, pt."""

    face: FontFace
    gids: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    texts: tuple[str, ...]
    x: float
    width: float


def letter(
    book: FontBook, text: str, chars: CharStyle, origin: Origin | None = None
) -> tuple[tuple[Lettered, ...], float]:
    """One line of text in a style, without composition (no breaks, no Japanese spacing), and its width in pt.

    Tracking stands between characters, not after the last, so that a centred label is centred. Failure where no face
    has a character.
    """
    segments = book.segments(text, chars.fonts)
    missing = [text[start:end] for face, start, end in segments if face is None]
    if missing:
        raise Failure([told for part in missing for told in book.uncovered(part, chars.fonts, origin)])
    made: list[Lettered] = []
    pen = 0.0
    for face, start, end in segments:
        assert face is not None
        made.append(_lettered(face, text[start:end], chars, pen))
        pen += made[-1].width
    if made:
        pen -= chars.tracking * chars.size
        made[-1] = made[-1]._replace(width=pen - made[-1].x)
    return tuple(made), pen


def _lettered(face: FontFace, text: str, chars: CharStyle, start: float) -> Lettered:
    glyphs = face.shape(text, chars.features)
    size, tracking = chars.size, chars.tracking * chars.size
    xs, ys = [], []
    pen = 0.0
    for i, glyph in enumerate(glyphs):
        xs.append(pen + glyph.dx * size)
        ys.append(glyph.dy * size)
        last_of_cluster = i + 1 == len(glyphs) or glyphs[i + 1].cluster != glyph.cluster
        pen += glyph.advance * size + (tracking if last_of_cluster else 0.0)
    return Lettered(
        face,
        tuple(glyph.gid for glyph in glyphs),
        tuple(xs),
        tuple(ys) if any(ys) else (),
        _glyph_texts(text, glyphs),
        start,
        pen,
    )


def _glyph_texts(text: str, glyphs: tuple[Glyph, ...]) -> tuple[str, ...]:
    """For each glyph the characters it stands for, composed."""
    alike = groupby(zip(glyphs, cluster_texts(text, glyphs), strict=True), lambda pair: pair[0].cluster)
    parts = ([shown for _, shown in group] for _, group in alike)
    return tuple(own for part in parts for own in each_its_own(composed(part[0]), len(part)))


def each_its_own(text: str, glyphs: int) -> tuple[str, ...]:
    """What the glyphs of a cluster stand for: a character each, where they are as many, else the first for all."""
    return tuple(text) if len(text) == glyphs else (text, *[""] * (glyphs - 1))


def cluster_texts(text: str, glyphs: tuple[Glyph, ...]) -> tuple[str, ...]:
    """For each glyph of a shaped text the characters it stands for: a cluster's whole text on its first glyph."""
    texts = []
    end = len(text)
    for i in range(len(glyphs) - 1, -1, -1):
        begin = glyphs[i].cluster
        if i and glyphs[i - 1].cluster == begin:
            texts.append("")
        else:
            texts.append(text[begin:end])
            end = begin
    return tuple(reversed(texts))
