"""`track`: stations of a progress, the last reached marked."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.content.block import Block
from report.content.text import Text


class Station(msgspec.Struct, frozen=True, kw_only=True):
    label: Text
    state: Literal["done", "now"] = "done"


class Track(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Station, ...]
