"""`credit`: a rights line as its owner words it, with its language."""

from __future__ import annotations

from report.content.block import Block
from report.content.text import Text


class Credit(Block, frozen=True, kw_only=True):
    SHORTHAND = "text"
    text: Text
    lang: str = "en"
