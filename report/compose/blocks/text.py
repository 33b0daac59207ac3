"""Running text in the body style."""

from __future__ import annotations

from report.compose.boxes import Box, fixed
from report.compose.room import Room
from report.content.blocks.text import TextBlock


def lay(block: TextBlock, width: float, room: Room) -> Box:
    text = room.text(block.body, block.style, width)
    return fixed(text.height, lambda rect: text.place(rect.x, rect.y, owner=block.body), kind="text")
