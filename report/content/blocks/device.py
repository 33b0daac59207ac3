"""`device`: a card that shows a thing: head, picture, name and what it does."""

from __future__ import annotations

from report.content.block import Block
from report.source import PositiveLength
from report.text import Text
from report.text.tags import StructElem, Voice, figure, paragraphs


class Device(Block, frozen=True, kw_only=True):
    heading: Text
    picture: str
    name: Text
    text: Text
    height: PositiveLength | None = None
    alt: Text | None = None

    def tags(self, voice: Voice) -> list[StructElem]:
        shown = [figure(self, self.alt.plain)] if self.alt else []
        return [StructElem("Sect", (voice.heading(self.heading), *shown, *paragraphs(self.name, self.text)))]
