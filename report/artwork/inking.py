"""Drawings in the inks of a style: they are remembered in the colours of their files.

In: a drawing in its own colours, what says which ink a colour is. Out: the same drawing in inks.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

import msgspec

from report.artwork.shelf import InkOf
from report.page import Drawing, Paint, Placed, Shape, Stop


def in_inks(drawing: Drawing, ink_of: InkOf) -> Drawing | None:
    """A drawing in its own colours, in inks; None when a colour has none."""
    try:
        return _in_inks(drawing, functools.cache(lambda colour: _known(colour, ink_of)))
    except LookupError:
        return None


def _known(colour: str, ink_of: InkOf) -> str:
    ink = ink_of(colour)
    if ink is None:
        raise LookupError(colour)
    return ink


def _in_inks(drawing: Drawing, ink_of: Callable[[str], str]) -> Drawing:
    """Masks stay: their colours are light."""

    def painted(paint: Paint) -> Paint:
        if isinstance(paint, str):
            return ink_of(paint)
        return msgspec.structs.replace(paint, stops=tuple(Stop(at, ink_of(ink)) for at, ink in paint.stops))

    items: list[Shape | Placed] = []
    for item in drawing.items:
        if isinstance(item, Placed):
            items.append(msgspec.structs.replace(item, drawing=_in_inks(item.drawing, ink_of)))
            continue
        assert isinstance(item, Shape)
        fill, stroke = item.fill and painted(item.fill), item.stroke
        stroke = stroke and msgspec.structs.replace(stroke, ink=painted(stroke.ink))
        items.append(msgspec.structs.replace(item, fill=fill, stroke=stroke))
    return Drawing(drawing.key, drawing.size, tuple(items))
