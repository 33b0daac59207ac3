"""How each block kind is laid out: one module a kind, named as the kind.

A module offers `lay(block, width, room) -> Box` and, if the style sheet has an entry for the kind, `class Style` saying
what stands in it; for several entries `STYLES`, their names and classes.
"""

from __future__ import annotations

import importlib

from report.compose.boxes import Box
from report.compose.room import Room
from report.content.block import Block, kind_of


def lay(block: Block, width: float, room: Room) -> Box:
    """The block made ready at a width (pt)."""
    module = importlib.import_module(f"{__name__}.{kind_of(block)}")
    return module.lay(block, width, room)
