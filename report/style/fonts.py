"""The sheet's faces, and strings cut up along a fallback chain.

In: font files under the names the sheet gives them. Out: `FontBook`; `letter`, which shapes one line of text without
composing it. Nothing here draws a glyph the author did not ask for: what no face covers comes back as None, for the
caller to report with its place (`uncovered` words it).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from report.cache import NOTHING, Cache
from report.messages import Diagnostic, Failure, Origin, message
from report.style.face import FontFace, Glyph
from report.style.soundness import listed
from report.style.text import CharStyle

__all__ = ["FontBook", "FontFace", "Glyph", "Lettered", "Segment", "cluster_texts", "letter", "refused", "uncovered"]

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
        if text and all(map(first.covers, map(ord, text))):
            return [(first, 0, len(text))]
        made: list[Segment] = []
        start = 0
        while start < len(text):
            end = start + 1
            while end < len(text) and _attaches(ord(text[end])):
                end += 1
            face = _capable(text[start:end], chain)
            if made and (made[-1][0] is face or _shapeless(ord(text[start]))):
                made[-1] = (made[-1][0], made[-1][1], end)
            elif len(made) == 1 and _shapeless(ord(text[0])) and made[0][1] == 0 and _all_shapeless(text[:start]):
                made[0] = (face, 0, end)
            else:
                made.append((face, start, end))
            start = end
        return made


def _capable(cluster: str, chain: list[FontFace]) -> FontFace | None:
    base, rest = ord(cluster[0]), [ord(c) for c in cluster[1:] if not _shapeless(ord(c))]
    if _shapeless(base) and not rest:
        return chain[0]
    with_base = [face for face in chain if face.covers(base)]
    for face in with_base:
        if all(face.covers_variant(base, cp) if _selects(cp) else face.covers(cp) for cp in rest):
            return face
    marks = [cp for cp in rest if not _selects(cp)]
    for face in with_base:
        if all(map(face.covers, marks)):
            return face
    return None


def _selects(cp: int) -> bool:
    return 0xFE00 <= cp <= 0xFE0F or 0xE0100 <= cp <= 0xE01EF


def _attaches(cp: int) -> bool:
    """Belongs to the character before it: variation selectors, combining marks, the zero width joiner."""
    if cp < 0x300:
        return False
    return (
        _selects(cp)
        or cp <= 0x36F
        or cp in (0x200D, 0x3099, 0x309A)
        or 0x1AB0 <= cp <= 0x1AFF
        or 0x1DC0 <= cp <= 0x1DFF
        or 0x20D0 <= cp <= 0x20FF
        or 0xFE20 <= cp <= 0xFE2F
    )


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


def uncovered(text: str, chain: tuple[str, ...], origin: Origin | None) -> Diagnostic:
    """What to tell an author about characters no face of a chain has."""
    codes = " ".join(f"U+{ord(c):04X}" for c in text)
    shown = message("characters-with-codes", text=text, codes=codes) if text.isprintable() else codes
    return Diagnostic("error", origin, message("character-uncovered", faces=", ".join(chain), shown=shown))


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
        raise Failure([uncovered(run, chars.fonts, origin) for run in missing])
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
        cluster_texts(text, glyphs),
        start,
        pen,
    )


def cluster_texts(text: str, glyphs: tuple[Glyph, ...]) -> tuple[str, ...]:
    """For each glyph of a shaped text the characters it stands for: a cluster's whole text on its first glyph."""
    texts = []
    for i, glyph in enumerate(glyphs):
        if i and glyphs[i - 1].cluster == glyph.cluster:
            texts.append("")
            continue
        end = next((g.cluster for g in glyphs[i + 1 :] if g.cluster > glyph.cluster), len(text))
        texts.append(text[glyph.cluster : end])
    return tuple(texts)
