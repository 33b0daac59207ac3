"""What paint is for: a target says in which colours and boxes the same pages are painted, Metadata what a file says of
itself (ISO 32000-1, 14.3.3)."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from report.messages import failure, message
from report.page import Image, Raster
from report.style.palette import Ink

ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?")
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


def _lightness(ink: Ink) -> tuple[float, ...]:
    """As a mask has it (SVG 1.1, 14.4)."""
    red, green, blue = ink.rgb
    return (0.2125 * red + 0.7154 * green + 0.0721 * blue,)


MASK = Target(name="mask", colour=_lightness, blending="/DeviceGray", links=False)


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """created: an ISO 8601 date, with or without a time, or "" for none; a build never asks the clock."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = "ja-JP"
    created: str = ""
    producer: str = "report"


def pdf_date(iso: str) -> str:
    """An ISO date as PDF writes it, "D:20240329090000+09'00'" (ISO 32000-1, 7.9.4). Failure on anything else."""
    found = ISO_DATE.fullmatch(iso)
    if found is None:
        raise failure(None, message("file-date-wrong", date=iso))
    year, month, day, hour, minute, second, zone = found.groups()
    if hour is None:
        return f"D:{year}{month}{day}"
    offset = ""
    if zone == "Z":
        offset = "Z"
    elif zone:
        offset = f"{zone[:3]}'{zone[-2:]}'"
    return f"D:{year}{month}{day}{hour}{minute}{second or '00'}{offset}"
