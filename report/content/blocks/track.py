"""`track`: stations of a progress, the last reached marked."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.content.block import Block
from report.text import Text
from report.text.tags import Attribute, Content, StructElem, Voice, bullet, said

SAID = {"done": "済み", "now": "いま"}


class Station(msgspec.Struct, frozen=True, kw_only=True):
    label: Text
    state: Literal["done", "now"] = "done"


class Track(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Station, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        stations = [StructElem("LI", (_dot(item), said("LBody", item.label))) for item in self.items]
        return [StructElem("L", tuple(stations), attributes=(Attribute("List", "ListNumbering", "Disc"),))]


def _dot(station: Station) -> StructElem:
    """The dot before a station, and what its colours show."""
    return StructElem("Lbl", (Content(bullet(station.label)),), actual=SAID[station.state])
