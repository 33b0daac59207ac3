"""`merge`: several things become one."""

from __future__ import annotations

from report.content.block import Block
from report.content.text import Text


class Merge(Block, frozen=True, kw_only=True):
    items: tuple[Text, ...]
    into: Text
