"""`donut`: a share as a ring with the number in its hole, a tag and a line of text beside it."""

from __future__ import annotations

from report.content.block import Block
from report.content.tags import StructElem, Voice, figure, paragraphs
from report.source import PositiveLength, Text


class Donut(Block, frozen=True, kw_only=True):
    """value: id of a figure in per cent. centre: the number as set in the hole, e.g. "__95__%超".

    size: diameter (mm). text: beside the ring, its key part **strong**. tag: yellow label above the text.
    """

    FIGURES = ("value",)  # fields that are ids of figures
    value: str
    centre: Text
    size: PositiveLength
    text: Text
    tag: Text | None = None
    alt: Text | None = None

    def tags(self, voice: Voice) -> list[StructElem]:
        ring = figure(self, voice.describe(self).alt, self.centre)
        return [StructElem("Div", (*paragraphs(self.tag), ring, *paragraphs(self.text)))]
