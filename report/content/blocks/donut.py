"""`donut`: a share as a ring with the number in its hole, a tag and a line of text beside it."""

from __future__ import annotations

from report.artwork.charts.describe import describe_share
from report.content.block import Block
from report.figures.model import FigureRef
from report.source import PositiveLength
from report.text import Text
from report.text.tags import StructElem, Voice, figure, paragraphs


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

    def tags(self, voice: Voice) -> list[StructElem]:
        alt = self.alt.plain if self.alt else describe_share(self.centre.plain)
        if self.text.plain in alt:  # then it is part of what the drawing says, and is read once
            return [StructElem("Div", (*paragraphs(self.tag), figure(self, alt, self.centre, self.text)))]
        return [StructElem("Div", (*paragraphs(self.tag), figure(self, alt, self.centre), *paragraphs(self.text)))]
