"""`models`: example cards of four aligned rows: head, picture, key phrase, text."""

from __future__ import annotations

import msgspec

from report.content.block import Block
from report.diagnostics import Origin
from report.source import PositiveLength
from report.text import Text
from report.text.tags import StructElem, Voice, figure, paragraphs


class Model(msgspec.Struct, frozen=True, kw_only=True):
    origin: Origin
    icon: str
    heading: Text
    picture: str
    phrase: Text
    text: Text
    alt: Text | None = None


class Models(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Model, ...]
    height: PositiveLength | None = None

    def tags(self, voice: Voice) -> list[StructElem]:
        return [
            StructElem(
                "Sect",
                (
                    voice.heading(model.heading),
                    *([figure(model, model.alt.plain)] if model.alt else ()),
                    *paragraphs(model.phrase, model.text),
                ),
            )
            for model in self.items
        ]
