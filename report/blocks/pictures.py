"""`pictures`: a row of pictures of one height, side by side on the grid."""

from __future__ import annotations

import msgspec

from report.blocks import Block, picture
from report.blocks.picture import Picture
from report.compose.boxes import Box, fixed, row
from report.compose.context import BlockContext
from report.messages import message
from report.source import PositiveLength
from report.text.tags import StructElem, Voice


class Pictures(Block, frozen=True, kw_only=True):
    """items share the column width evenly; height as in `picture`, for all of them."""

    SHORTHAND = "items"
    items: tuple[Picture, ...]
    height: PositiveLength | None = None

    def tags(self, voice: Voice) -> list[StructElem]:
        return [each for item in self.items for each in item.tags(voice)]


def lay(block: Pictures, width: float, ctx: BlockContext) -> Box:
    """The items share the width evenly, with the grid's gutter between them. None is narrower than a frame is low."""
    gutter = ctx.sheet.page.gutter
    each = (width - (len(block.items) - 1) * gutter) / len(block.items)
    if each < ctx.style("picture", picture.Style).lowest:
        ctx.report.error(block.origin, message("pictures-too-many", count=len(block.items)))
        return fixed(0.0, lambda rect: [], kind="pictures")
    foot = max(picture.caption_height(item, each, ctx) for item in block.items)
    boxes = [picture.lay(item, each, ctx, block.height, foot) for item in block.items]
    made = row([(i * (each + gutter), each, box) for i, box in enumerate(boxes)])
    return msgspec.structs.replace(made, kind="pictures")
