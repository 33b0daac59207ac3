"""`rule-heading`: a centred line between rules: at its sides (between), or above and below (framed)."""

from __future__ import annotations

from typing import Literal

from report.content.block import Block
from report.content.text import Text


class RuleHeading(Block, frozen=True, kw_only=True):
    SHORTHAND = "text"
    text: Text
    rules: Literal["between", "framed"] = "between"
