"""`donut`: a share as a ring with the number in its hole, a tag and a line of text beside it."""

from __future__ import annotations

from report.content.block import Block
from report.content.markup import plain_text
from report.content.tags import StructElem, Voice, figure, paragraphs
from report.source import PositiveLength, Text


class Donut(Block, frozen=True, kw_only=True):
    """value: id of a figure in per cent. centre: the number as set in the hole, e.g. "__95__%超".

    size: diameter (mm). text: beside the ring, its key part **strong**. tag: yellow label above the text. alt: instead
    of the description made from the number; give one that ends with the text where that goes on from the number.
    """

    FIGURES = ("value",)  # fields that are ids of figures
    value: str
    centre: Text
    size: PositiveLength
    text: Text
    tag: Text | None = None
    alt: Text | None = None

    def tags(self, voice: Voice) -> list[StructElem]:
        alt = voice.describe(self).alt
        if plain_text(self.text) in alt:  # then it is part of what the drawing says, and is heard once
            return [StructElem("Div", (*paragraphs(self.tag), figure(self, alt, self.centre, self.text)))]
        return [StructElem("Div", (*paragraphs(self.tag), figure(self, alt, self.centre), *paragraphs(self.text)))]
