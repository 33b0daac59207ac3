"""`qr`: a QR code of an address (ISO/IEC 18004), with the address beside it."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.artwork.qr import SMALLEST, code
from report.blocks import Block
from report.compose.boxes import Box, fixed
from report.compose.context import BlockContext
from report.messages import message
from report.page import Drawing, Item, Placed
from report.source import Length, PositiveLength
from report.text import Run, Text
from report.text.tags import StructElem, Voice, figure, paragraphs
from report.units import MM, Rect

LEAST = 0.4 * MM  # of a cell; smaller ones telephones do not read from a print
SAFE = "/:?#[]@!$&'()*+,;=%~-._"


class Qr(Block, frozen=True, kw_only=True):
    """url: an address on the web. caption: words beside it, above the address; shown: is that printed?

    size: of the code with the white around it (mm); by default the style's cells decide. level: how much of it may be
    spoilt, from l (7 %) to h (30 %). alt: instead of "QRコード" and the address.
    """

    SHORTHAND = "url"
    url: str
    caption: Text | None = None
    shown: bool = True
    size: PositiveLength | None = None
    level: Literal["l", "m", "q", "h"] = "m"
    alt: Text | None = None

    def tags(self, voice: Voice) -> list[StructElem]:
        alt = self.alt.plain if self.alt else f"QRコード　{self.url}"
        return [figure(self, alt), *paragraphs(*self.words)]

    @property
    def words(self) -> tuple[Text, ...]:
        origin = getattr(self.url, "origin", self.origin)
        address = Text(((Run(str(self.url), origin, link=str(self.url)),),), origin)
        return (*([self.caption] if self.caption else []), *([address] if self.shown else []))


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """cell: the side of a module. gap: between the code and its words; narrowest: of words beside it, else they stand
    below."""

    cell: PositiveLength
    gap: Length
    narrowest: PositiveLength
    caption_text: str
    address_text: str


def lay(block: Qr, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("qr", Style)
    drawing = _drawn(block, ctx)
    cells = drawing.size.width if drawing else SMALLEST
    side = block.size or cells * style.cell
    if drawing and side / cells < LEAST - 1e-6:
        told = message("qr-cells-small", cell=f"{side / cells / MM:.2f}", least=f"{cells * LEAST / MM:.1f}")
        ctx.report.error(block.origin, told)
    if side > width + 0.01:
        ctx.report.error(block.origin, message("qr-too-wide", side=f"{side / MM:.1f}", width=f"{width / MM:.1f}"))
    beside = width - side - style.gap >= style.narrowest
    measure = width - side - style.gap if beside else width
    texts = [
        (ctx.text(text, style.caption_text if text is block.caption else style.address_text, measure), text)
        for text in block.words
    ]
    high = sum(text.height for text, _ in texts)

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        if drawing:
            scale = side / cells
            matrix = (scale, 0.0, 0.0, scale, rect.x, rect.y)
            items.append(Placed(drawing=drawing, matrix=matrix, clip=Rect(rect.x, rect.y, side, side), owner=block))
        x, y = (rect.x + side + style.gap, rect.y + max(0.0, (side - high) / 2)) if beside else (rect.x, rect.y + side)
        for text, owner in texts:
            items += text.place(x, y, owner=owner)
            y += text.height
        return items

    return fixed(max(side, high) if beside else side + high, place, kind="qr")


def _drawn(block: Qr, ctx: BlockContext) -> Drawing | None:
    """None after an error."""
    from urllib.parse import quote, urlsplit  # 5 ms, for who has one

    origin = getattr(block.url, "origin", block.origin)
    parts = urlsplit(block.url)
    if parts.scheme not in ("http", "https") or not parts.netloc.isascii() or not parts.hostname or " " in block.url:
        ctx.report.error(origin, message("qr-no-address", url=block.url))
        return None
    drawing = code(quote(block.url, safe=SAFE), block.level)
    if drawing is None:
        ctx.report.error(origin, message("qr-too-long"))
    return drawing
