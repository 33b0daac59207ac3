"""`totals`: rows of label and big number, each ruled in the colour of its series."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, said


class Total(msgspec.Struct, frozen=True, kw_only=True):
    label: Text
    value: Text
    colour: Literal["base", "counter"] = "base"


class Totals(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Total, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        items = [StructElem("LI", (said("Lbl", item.label), said("LBody", item.value))) for item in self.items]
        return [StructElem("L", tuple(items))]
