"""`points`: key points, each an icon and a phrase; below one another or in a row."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, listed


class PointItem(msgspec.Struct, frozen=True, kw_only=True):
    icon: str
    label: Text


class Points(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[PointItem, ...]
    set: Literal["stacked", "row"] = "stacked"

    def tags(self, voice: Voice) -> list[StructElem]:
        return [listed(item.label for item in self.items)]
