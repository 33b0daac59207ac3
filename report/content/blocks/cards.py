"""`cards`: cards of equal height side by side: icon, heading, text, and if wanted small steps."""

from __future__ import annotations

import msgspec

from report.content.block import Block
from report.diagnostics import Origin
from report.text import Text
from report.text.tags import StructElem, Voice, numbered, paragraphs


class Card(msgspec.Struct, frozen=True, kw_only=True):
    origin: Origin
    icon: str
    heading: Text
    text: Text
    steps: tuple[Text, ...] = ()


class Cards(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Card, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        return [
            StructElem(
                "Sect",
                (
                    voice.heading(card.heading),
                    *paragraphs(card.text),
                    *([numbered(card.steps)] if card.steps else ()),
                ),
            )
            for card in self.items
        ]
