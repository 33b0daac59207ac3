"""What paint is for: a target says in which colours and boxes the same pages are painted."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from report.page import Image, Raster
from report.style.palette import Ink

Develop = Callable[[Image], Raster]


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """colour: an ink's components there, one (grey), three (RGB) or four (CMYK). bleed: keep paint beyond the trim, and
    `room` beyond that, pt. spots: inks with a plate of their own are painted with it. overprint: black text does not
    knock out what lies below it. links: active areas and bookmarks. blending: the colour space of transparency.
    develop: makes the pixels of an image; None: those of the pages will do."""

    name: str
    colour: Callable[[Ink], tuple[float, ...]]
    bleed: bool = False
    room: float = 0.0
    spots: bool = False
    overprint: bool = False
    links: bool = True
    blending: str = "/DeviceRGB"
    develop: Develop | None = None


def _rgb(ink: Ink) -> tuple[float, ...]:
    return ink.rgb


def _cmyk(ink: Ink) -> tuple[float, ...]:
    return ink.cmyk


SCREEN = Target(name="screen", colour=_rgb)
PRINT = Target(name="print", colour=_cmyk, bleed=True, spots=True, overprint=True, links=False, blending="/DeviceCMYK")
