"""`pictures`: a row of pictures of one height, side by side on the grid."""

from __future__ import annotations

from report.content.block import Block
from report.content.blocks.picture import Picture
from report.source import PositiveLength
from report.text.tags import StructElem, Voice


class Pictures(Block, frozen=True, kw_only=True):
    """items share the column width evenly; height as in `picture`, for all of them."""

    SHORTHAND = "items"
    items: tuple[Picture, ...]
    height: PositiveLength | None = None

    def tags(self, voice: Voice) -> list[StructElem]:
        return [each for item in self.items for each in item.tags(voice)]
