"""A row of pictures of one height, side by side on the grid; their frames align, whatever their captions."""

from __future__ import annotations

import msgspec

from report.compose.blocks import picture
from report.compose.boxes import Box, row
from report.compose.room import Room
from report.content.blocks.pictures import Pictures


def lay(block: Pictures, width: float, room: Room) -> Box:
    """The items share the width evenly, with the grid's gutter between them."""
    gutter = room.sheet.page.gutter
    each = (width - (len(block.items) - 1) * gutter) / len(block.items)
    foot = max(picture.caption_height(item, each, room) for item in block.items)
    boxes = [picture.lay(item, each, room, block.height, foot) for item in block.items]
    made = row([(i * (each + gutter), each, box) for i, box in enumerate(boxes)])
    return msgspec.structs.replace(made, kind="pictures")
