"""What paint is for: a target says in which colours and boxes the same pages are painted."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from report.style.palette import Ink


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """colour: an ink's components there, one (grey), three (RGB) or four (CMYK). bleed: keep paint beyond the trim."""

    name: str
    colour: Callable[[Ink], tuple[float, ...]]
    bleed: bool = False


def _rgb(ink: Ink) -> tuple[float, ...]:
    return ink.rgb


SCREEN = Target(name="screen", colour=_rgb)
