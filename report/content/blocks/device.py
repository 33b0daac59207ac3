"""`device`: a card that shows a thing: head, picture, name and what it does."""

from __future__ import annotations

from report.content.block import Block
from report.content.tags import StructElem, Voice, figure, paragraphs
from report.source import PositiveLength, Text


class Device(Block, frozen=True, kw_only=True):
    heading: Text
    picture: str
    name: Text
    text: Text
    height: PositiveLength | None = None
    alt: Text | None = None

    def tags(self, voice: Voice) -> list[StructElem]:
        shown = [figure(self, voice.alt(self.alt))] if self.alt else []
        return [StructElem("Sect", (voice.heading(self.heading), *shown, *paragraphs(self.name, self.text)))]
