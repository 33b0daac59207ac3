"""A row of pictures of one height, side by side on the grid; their frames align, whatever their captions."""

from __future__ import annotations

import msgspec

from report.compose.blocks import picture
from report.compose.boxes import Box, fixed, row
from report.compose.room import Room
from report.content.blocks.pictures import Pictures


def lay(block: Pictures, width: float, room: Room) -> Box:
    """The items share the width evenly, with the grid's gutter between them. None is narrower than a frame is low."""
    gutter = room.sheet.page.gutter
    each = (width - (len(block.items) - 1) * gutter) / len(block.items)
    if each < room.style("picture", picture.Style).lowest:
        hint = "part them in two rows, or give them more of the grid"
        room.report.error(block.origin, f"{len(block.items)} pictures side by side are too many", hint)
        return fixed(0.0, lambda rect: [], kind="pictures")
    foot = max(picture.caption_height(item, each, room) for item in block.items)
    boxes = [picture.lay(item, each, room, block.height, foot) for item in block.items]
    made = row([(i * (each + gutter), each, box) for i, box in enumerate(boxes)])
    return msgspec.structs.replace(made, kind="pictures")
