"""`donut`: a share as a ring with the number in its hole, a tag and a line of text beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from report.artwork.charts.describe import describe_share
from report.blocks import Block
from report.blocks.callout import tag
from report.compose.boxes import Box, Extent
from report.compose.context import BlockContext
from report.compose.figureline import FigureLine, Gaps, figure_line
from report.compose.textblock import TextBlock
from report.figures.agreement import contradicts, shares
from report.figures.format import PER_CENT, number
from report.figures.model import FigureRef
from report.messages import message
from report.page import Item
from report.page.shapes import rectangle
from report.source import Length, PositiveLength
from report.text import Text
from report.text.tags import StructElem, Voice, figure, paragraphs
from report.units import Rect

if TYPE_CHECKING:
    from report.text.edition import Edition


class Donut(Block, frozen=True, kw_only=True):
    """value: id of a figure in per cent. centre: the number as set in the hole, e.g. "__95__%超".

    size: diameter (mm). text: beside the ring, its key part **strong**. tag: yellow label above the text. alt: instead
    of the description made from the number; give one that ends with the text where that goes on from the number.
    """

    value: FigureRef
    centre: Text
    size: PositiveLength
    text: Text
    tag: Text | None = None
    alt: Text | None = None

    def resolved(self, edition: Edition) -> Donut:
        """The ring shows what the number in its hole says."""
        found = self.value.found
        if found and found.unit and found.unit not in PER_CENT:
            edition.report.error(self.value.origin, message("share-not-per-cent", id=found.id, unit=found.unit))
        elif found and contradicts(shares(self.centre.plain), found.value):
            values = {"words": self.centre.plain, "value": number(found.value)}
            edition.report.error(self.centre.origin, message("share-contradicted", **values))
        return self

    def tags(self, voice: Voice) -> list[StructElem]:
        alt = self.alt.plain if self.alt else describe_share(self.centre.plain)
        if self.text.plain in alt:  # then it is part of what the drawing says, and is read once
            return [StructElem("Div", (*paragraphs(self.tag), figure(self, alt, self.centre, self.text)))]
        return [StructElem("Div", (*paragraphs(self.tag), figure(self, alt, self.centre), *paragraphs(self.text)))]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """large: from this diameter on the words are set as `donut-large` says, below it as `donut-small`.

    hole: diameter of what the number may fill, share of the ring's. tag_gap: from the tag to the words.
    """

    ground_ink: str
    pad_x: Length
    pad_y: Length
    large: Length
    hole: float
    centre_gap: Length
    tag_gap: Length


class WordsStyle(msgspec.Struct, frozen=True, kw_only=True):
    """align: where ring and words stand together on the panel. gap: between them."""

    align: Literal["left", "center"]
    gap: Length
    centre_text: str
    text: str


class Made(msgspec.Struct, frozen=True):
    centre: FigureLine
    text: TextBlock
    tag: Box | None

    def height(self, style: Style) -> float:
        return self.text.height + (self.tag.extent.natural + style.tag_gap if self.tag else 0.0)


STYLES = {"donut": Style, "donut-large": WordsStyle, "donut-small": WordsStyle}


def lay(block: Donut, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("donut", Style)
    words = ctx.style("donut-large" if block.size >= style.large else "donut-small", WordsStyle)
    measure = width - 2 * style.pad_x - block.size - words.gap
    made = Made(
        figure_line(block.centre, words.centre_text, Gaps(style.centre_gap), block.size * style.hole, ctx),
        ctx.text(block.text, words.text, measure),
        tag(block.tag, measure, ctx) if block.tag else None,
    )
    height = max(block.size, made.height(style)) + 2 * style.pad_y

    def place(rect: Rect) -> list[Item]:
        taken = block.size + words.gap + made.text.width
        left = rect.x + (style.pad_x if words.align == "left" else (width - taken) / 2)
        ring = Rect(left, rect.centre.y - block.size / 2, block.size, block.size)
        items: list[Item] = [rectangle(rect, ctx.ink(style.ground_ink))]
        items += _ring(block, made.centre, ring, ctx)
        y = rect.centre.y - made.height(style) / 2
        beside = Rect(ring.right + words.gap, y, measure, made.height(style))
        if made.tag:
            items += made.tag.place(beside._replace(height=made.tag.extent.natural))
            y += made.tag.extent.natural + style.tag_gap
        return items + made.text.place(beside.x, y, owner=block.text)

    return Box(extent=Extent.fixed(height), place=place, kind="donut", fills="always")


def _ring(block: Donut, centre: FigureLine, ring: Rect, ctx: BlockContext) -> list[Item]:
    """The ring and the number in its hole. A figure out of range is the author's mistake."""
    assert block.value.found
    share = block.value.found.value / 100
    if not 0 <= share <= 1:
        ctx.report.error(block.value.origin, message("share-beyond-ring", value=block.value.found.value))
        return []
    items = ctx.studio.donut(share, ring, ctx.family, block)
    top = ring.centre.y - centre.height / 2
    return items + centre.place(ring.centre.x - centre.width / 2, top, owner=block.centre)
