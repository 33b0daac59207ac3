"""Path operators: what is built, filled, stroked, clipped to (ISO 32000-1, 8.5).

In: a Reader and operands. Out: Paint events of kind "fill" and "stroke"; a narrower clip.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from report.conform.preflight.events import Extent
from report.conform.preflight.lexer import SUBPATH
from report.conform.preflight.shapes import joined
from report.conform.preflight.state import Trail

if TYPE_CHECKING:
    from report.conform.preflight.walk import Reader


def subpath(reader: Reader, operands: Sequence[Any]) -> None:
    reader.log.left -= len(operands[0])
    reader.trail.subpath(*operands)


def move(reader: Reader, operands: Sequence[Any]) -> None:
    x, y = operands
    reader.trail.subpath([float(x)], [float(y)])


def line(reader: Reader, operands: Sequence[Any]) -> None:
    x, y = operands
    reader.trail.line([float(x)], [float(y)])


def curve(reader: Reader, operands: Sequence[Any]) -> None:
    """By its control points, within whose bounds it stays."""
    values = list(map(float, operands))
    reader.trail.line(values[0::2], values[1::2], curved=True)


def rectangle(reader: Reader, operands: Sequence[Any]) -> None:
    x, y, w, h = map(float, operands)
    reader.trail.subpath([x, x + w, x + w, x], [y, y, y + h, y + h])


def clip(reader: Reader, operands: Sequence[Any]) -> None:
    """To the path that the next operator ends."""
    reader.clipping = True


def _painting(fill: bool, stroke: bool) -> Callable[[Reader, Sequence[Any]], None]:
    def run(reader: Reader, operands: Sequence[Any]) -> None:
        state = reader.state
        parts = reader.trail.parts(state.ctm)
        if parts and fill:
            _paint(reader, parts, False)
        if parts and stroke:
            half = state.line * state.ctm.widest / 2
            _paint(reader, tuple(Extent(part.bounds.grown(half), part.box) for part in parts), True)
        if reader.clipping and reader.trail:
            reader.cut(joined([part.bounds for part in parts]) if parts else None)
        reader.trail, reader.clipping = Trail(), False

    return run


def _paint(reader: Reader, parts: tuple[Extent, ...], stroking: bool) -> None:
    clip, whole = reader.state.clip, joined([part.bounds for part in parts])
    if not clip.holds(whole, 0.0):
        parts = tuple([Extent(seen, part.box) for part in parts if (seen := part.bounds.cut(clip))])
        if not parts:
            return
        whole = joined([part.bounds for part in parts])
    size = reader.state.line * reader.state.ctm.thinnest if stroking else 0.0
    reader.add("stroke" if stroking else "fill", whole, stroking, parts=parts, size=size)


PATHS: dict[str, Callable[[Any, Sequence[Any]], None]] = {
    SUBPATH: subpath,
    "m": move,
    "l": line,
    **dict.fromkeys("cvy", curve),
    "re": rectangle,
    **dict.fromkeys(("W", "W*"), clip),
    "n": _painting(False, False),
    **dict.fromkeys(("f", "F", "f*"), _painting(True, False)),
    **dict.fromkeys("Ss", _painting(False, True)),
    **dict.fromkeys(("B", "B*", "b", "b*"), _painting(True, True)),
}
