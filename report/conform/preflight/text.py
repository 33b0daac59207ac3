"""Text operators: where a string stands and how large (ISO 32000-1, 9.4).

In: a Reader and operands. Out: Paint events of kind "text"; of Type 3 fonts, what their procedures paint as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import pikepdf

from report.conform.preflight.fonts import Font
from report.conform.preflight.objects import get, name
from report.conform.preflight.shapes import Bounds, Matrix, matrix, turned

if TYPE_CHECKING:
    from report.conform.preflight.walk import Reader

INVISIBLE, CLIP_ONLY = 3, 7  # text rendering modes (9.3.6)
SPACE = 32
STROKED = (1, 2, 5, 6)
FILLED = (0, 2, 4, 6)


class TextPlace:
    """The text matrix and the text line matrix."""

    def __init__(self) -> None:
        self.text = self.line = Matrix()

    def begin(self, at: Matrix) -> None:
        self.text = self.line = at

    def move(self, x: float, y: float) -> None:
        self.begin(Matrix(1, 0, 0, 1, x, y).before(self.line))


def begin(reader: Reader, operands: Sequence[Any]) -> None:
    reader.place.begin(Matrix())


def choose_font(reader: Reader, operands: Sequence[Any]) -> None:
    called = name(operands[0])
    if called not in reader.fonts:
        entries = get(reader.resources, "Font", called)
        reader.fonts[called] = reader.log.font(entries) if entries is not None else None
        if entries is None:
            reader.lacks("Font", called)
    reader.state.font = reader.fonts[called]
    reader.state.size = float(operands[1])


def set_matrix(reader: Reader, operands: Sequence[Any]) -> None:
    reader.place.begin(matrix([float(v) for v in operands]))


def move(reader: Reader, operands: Sequence[Any]) -> None:
    reader.place.move(float(operands[0]), float(operands[1]))


def move_leading(reader: Reader, operands: Sequence[Any]) -> None:
    reader.state.leading = -float(operands[1])
    move(reader, operands)


def next_line(reader: Reader, operands: Sequence[Any]) -> None:
    reader.place.move(0, -reader.state.leading)


def show(reader: Reader, operands: Sequence[Any]) -> None:
    show_all(reader, [[operands[0]]])


def show_next(reader: Reader, operands: Sequence[Any]) -> None:
    next_line(reader, ())
    show(reader, operands)


def show_spaced(reader: Reader, operands: Sequence[Any]) -> None:
    reader.state.word_spacing, reader.state.spacing = float(operands[0]), float(operands[1])
    show_next(reader, operands[2:])


def show_all(reader: Reader, operands: Sequence[Any]) -> None:
    """Strings and shifts (TJ), as one event."""
    state, font = reader.state, reader.state.font
    if font is None:
        return
    start, along, raws = reader.place.text, 0.0, []
    unit = state.size / -1000 * (1.0 if font.vertical else state.stretch)
    for part in operands[0]:
        if not isinstance(part, bytes | pikepdf.String):
            along += float(part) * unit
            continue
        raw = bytes(part)
        raws.append(raw)
        if font.facts.kind == "Type3":  # (of others the advances are given at once)
            glyphs(reader, font, raw, start, along + advance(reader, font, b"".join(raws[:-1])))
    raw = b"".join(raws)
    along += advance(reader, font, raw)
    shift = Matrix(1, 0, 0, 1, *((0, along) if font.vertical else (along, 0)))
    reader.place.text = shift.before(start)
    tell(reader, raw, start, along)


def advance(reader: Reader, font: Font, raw: bytes) -> float:
    state = reader.state
    codes = font.codes(raw)
    gaps = state.spacing * len(codes)
    if state.word_spacing and not font.composite:
        gaps += state.word_spacing * codes.count(SPACE)
    if font.vertical:
        return gaps - state.size * len(codes)  # DW2's default; a face's own seldom differs
    return (sum(map(font.width, codes)) * state.size + gaps) * state.stretch


def tell(reader: Reader, raw: bytes, start: Matrix, along: float) -> None:
    """The event of a string; none for spaces, and none where nothing is painted."""
    state, font = reader.state, reader.state.font
    assert font is not None
    said = font.characters(raw)
    if state.mode in (INVISIBLE, CLIP_ONLY) or (said and not said.strip()):
        return
    if font not in reader.shown:
        reader.shown.add(font)
        reader.log.note("Font", font.facts.name, font.entries)
    to_page = start.before(state.ctm)
    where = turned(_body(font, state.size, state.rise, along), to_page).cut(state.clip)
    if where is None:
        return
    facts = {"size": abs(state.size) * to_page.up, "text": said, "raw": raw, "font": font.facts}
    if state.mode in FILLED:
        reader.add("text", where, False, **facts)
    if state.mode in STROKED and state.mode in FILLED:
        reader.add("text", where, True, **facts)
    elif state.mode in STROKED:
        reader.add("stroke", where, True, **(facts | {"size": state.line * state.ctm.thinnest}))


def _body(font: Font, size: float, rise: float, along: float) -> Bounds:
    if font.vertical:
        return Bounds(-size / 2, min(along, 0.0), size / 2, max(along, 0.0))
    ends = sorted((0.0, along))
    heights = sorted((font.descent * size + rise, font.ascent * size + rise))
    return Bounds(ends[0], heights[0], ends[1], heights[1])


def glyphs(reader: Reader, font: Font, raw: bytes, start: Matrix, along: float) -> None:
    """What the procedures of a Type 3 font paint."""
    state = reader.state
    resources = get(font.entries, "Resources")
    for code in font.codes(raw):
        procedure = font.procedure(code)
        if procedure is not None and state.mode != INVISIBLE:
            inner = state.copied()
            placed = Matrix(state.size * state.stretch, 0, 0, state.size, along, state.rise).before(start)
            inner.ctm = font.matrix.before(placed).before(state.ctm)
            reader.inner(procedure, reader.resources if resources is None else resources, inner, "glyph")
        along += advance(reader, font, bytes([code]))


def _sets(entry: str, scale: float = 1.0, whole: bool = False) -> Callable[[Reader, Sequence[Any]], None]:
    def run(reader: Reader, operands: Sequence[Any]) -> None:
        value = float(operands[0]) * scale
        setattr(reader.state, entry, int(value) if whole else value)

    return run


TEXT: dict[str, Callable[[Any, Sequence[Any]], None]] = {
    "BT": begin,
    "Tf": choose_font,
    "Tm": set_matrix,
    "Td": move,
    "TD": move_leading,
    "T*": next_line,
    "Tj": show,
    "'": show_next,
    '"': show_spaced,
    "TJ": show_all,
    "Tc": _sets("spacing"),
    "Tw": _sets("word_spacing"),
    "Tz": _sets("stretch", 0.01),
    "TL": _sets("leading"),
    "Ts": _sets("rise"),
    "Tr": _sets("mode", whole=True),
}
