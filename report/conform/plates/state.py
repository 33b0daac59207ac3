"""What is known while content is written again for one plate (ISO 32000-1, 8.4).

In: nothing. Out: `State`, copied at `q` and for each form; `PlateJob`, what the streams of a plate share.
"""

from __future__ import annotations

from typing import Any

import msgspec

from report.conform.plates.images import Channels
from report.conform.plates.ink import Press, Separation
from report.conform.preflight.colour import BLACK, Colour
from report.conform.preflight.objects import BROKEN, identity, parsed


class PlateInk(msgspec.Struct, frozen=True):
    """What a colour operator left: the colour, its pattern's name, and how much ink that is on the plate."""

    colour: Colour = BLACK
    pattern: str = ""
    amount: float = 0.0


class State(msgspec.Struct):
    """The part of the graphics state that decides what a plate gets.

    shown: the text rendering mode as written. type3: a font of glyph procedures and its size, where one is chosen.
    """

    fill: PlateInk
    stroke: PlateInk
    over_fill: bool = False
    over_stroke: bool = False
    opm: int = 0
    mode: int = 0
    shown: int = 0
    type3: tuple[Any, Any] | None = None

    def key(self) -> object:
        return msgspec.structs.astuple(self)[:-1]


class PlateJob:
    """What the streams of one plate share. streams: content, parsed once for all plates of a file, and whether all of
    it could be read. unread: whether some of it could not, of what was painted since it was last set."""

    def __init__(self, pdf: Any, on: Separation, press: Press, channels: Channels, streams: dict[object, Any]):
        self.pdf, self.on, self.press, self.channels, self.streams = pdf, on, press, channels, streams
        self.made: dict[object, Any] = {}
        self.open: list[object] = []
        self.unread = False
        self._count = 0

    def fresh(self) -> str:
        """A name that no resource of the plate has yet."""
        self._count += 1
        return f"Plate.{self._count}"

    def parsed(self, content: Any) -> list[tuple[str, Any]]:
        key = identity(content) if content.is_indirect else None
        found, whole = self.streams[key] if key in self.streams else _parsed(content)
        if key is not None:
            self.streams[key] = found, whole
        self.unread = self.unread or not whole
        return found

    def start(self) -> State:
        black = PlateInk(BLACK, "", self.press.amount(BLACK, self.on))
        return State(black, black)


def _parsed(content: Any) -> tuple[list[tuple[str, Any]], bool]:
    """And whether all of it could be read."""
    try:
        found, complaint = parsed(content)
    except BROKEN:
        return [], False
    return found, not complaint
