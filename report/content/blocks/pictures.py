"""`pictures`: a row of pictures of one height, side by side on the grid."""

from __future__ import annotations

from report.content.block import Block
from report.content.blocks.picture import Picture
from report.source import PositiveLength


class Pictures(Block, frozen=True, kw_only=True):
    """items share the column width evenly; height as in `picture`, for all of them."""

    SHORTHAND = "items"
    items: tuple[Picture, ...]
    height: PositiveLength | None = None
