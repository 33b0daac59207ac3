"""`steps`: two or three boxes with icons, one after another."""

from __future__ import annotations

import msgspec

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, numbered


class Step(msgspec.Struct, frozen=True, kw_only=True):
    icon: str
    label: Text


class Steps(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Step, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        return [numbered(item.label for item in self.items)]
