"""`number`: a big number at the side of a chart, with a label; `strong` turns it white on the field colour."""

from __future__ import annotations

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, paragraphs


class Number(Block, frozen=True, kw_only=True):
    label: Text
    value: Text
    strong: bool = False

    def tags(self, voice: Voice) -> list[StructElem]:
        return [StructElem("Div", tuple(paragraphs(self.label, self.value)))]
