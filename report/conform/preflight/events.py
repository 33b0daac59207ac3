"""What the content of a page comes to: Paint, one event for each act of painting, in page space (pt, y up).

In: nothing. Out: the frozen types that walking ends in and checks start from.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

import msgspec

from report.conform.preflight.colour import Colour, Space
from report.conform.preflight.shapes import Bounds

Kind = Literal["text", "fill", "stroke", "image", "shading"]
Inside = Literal["page", "form", "pattern", "glyph", "softmask"]


class Extent(NamedTuple):
    """What a subpath covers. box: it is an upright rectangle."""

    bounds: Bounds
    box: bool


class FontFacts(msgspec.Struct, frozen=True):
    """kind: Type0, TrueType, Type1, Type3 … program: whether the file carries the outlines."""

    name: str
    kind: str
    program: bool


class ImageFacts(msgspec.Struct, frozen=True):
    """ppi: the lower of the two effective resolutions. mask: a stencil, painted in the current colour."""

    width: int
    height: int
    bits: int
    ppi: float
    mask: bool = False


class Paint(msgspec.Struct, frozen=True, kw_only=True):
    """An act of painting. bounds: what shows of it, within its clip.

    size: of text, its effective size; of strokes, the effective width where it is thinnest (pt).
    overprint: OP or op, whichever governs; opm: the overprint mode. opacity: CA or ca.
    """

    kind: Kind
    page: int  # from 1
    bounds: Bounds
    colour: Colour
    overprint: bool = False
    opm: int = 0
    opacity: float = 1.0
    blend: str = "Normal"
    masked: bool = False
    inside: Inside = "page"
    parts: tuple[Extent, ...] = ()
    size: float = 0.0
    text: str = ""
    raw: bytes = b""
    font: FontFacts | None = None
    image: ImageFacts | None = None

    @property
    def space(self) -> Space:
        return self.colour.space


class Used(NamedTuple):
    """A resource that the content of a page uses: "ExtGState", "XObject", "Font", "ColorSpace" or "Trouble"."""

    kind: str
    page: int
    name: str
    value: Any
