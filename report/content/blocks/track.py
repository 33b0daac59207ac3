"""`track`: stations of a progress, the last reached marked."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.content.block import Block
from report.content.tags import StructElem, Voice, listed
from report.content.text import Text


class Station(msgspec.Struct, frozen=True, kw_only=True):
    label: Text
    state: Literal["done", "now"] = "done"


class Track(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Station, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        return [listed(item.label for item in self.items)]
