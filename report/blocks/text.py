"""`text`: running text, one paragraph to a line. A plain string will do."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

from report.blocks import Block
from report.compose.boxes import Box, Cut, Extent
from report.compose.context import BlockContext
from report.compose.textblock import TextBlock as Composed
from report.messages import message
from report.page import Item
from report.source import Count
from report.text import Text
from report.text.tags import StructElem, Voice, paragraphs
from report.units import Rect

TEXTS = ("body", "large")  # text styles that every style sheet has
MOST = 4  # columns


class TextBlock(Block, frozen=True, kw_only=True):
    """style: body, or large on pages with little text. columns: side by side, of equal height (1 to 4)."""

    SHORTHAND = "body"
    body: Text
    style: Literal["body", "large"] = "body"
    columns: Count = 1

    def __post_init__(self) -> None:
        if self.columns > MOST:
            raise ValueError(message("text-columns", most=MOST))

    def tags(self, voice: Voice) -> list[StructElem]:
        return paragraphs(self.body)


class Flow(NamedTuple):
    """A text from one of its lines on. least: how few lines may stand before a cut, and behind it. columns: side by
    side, each `step` (pt) to the right."""

    text: Composed
    owner: Text
    least: tuple[int, int]
    columns: int
    step: float
    first: int = 0


def lay(block: TextBlock, width: float, ctx: BlockContext) -> Box:
    gutter = ctx.sheet.page.gutter
    measure = (width - (block.columns - 1) * gutter) / block.columns
    text = ctx.text(block.body, block.style, measure)
    style = ctx.sheet.text(block.style)
    return _box(Flow(text, block.body, (style.orphans, style.widows), block.columns, measure + gutter))


def _box(flow: Flow) -> Box:
    """In columns as high as the first, which is as low as can be."""
    count, text = len(flow.text.lines), flow.text
    height = text.height_of(flow.first, count) / flow.columns
    while (ends := _ends(flow, height))[-1:] != [count] and flow.first < count:
        height += text.leading / 2
    return _placed(flow, ends, lambda height: _cut(flow, height))


def _placed(flow: Flow, ends: list[int], cut: Cut | None = None) -> Box:
    """The lines up to the end of each column."""
    columns = [*pairwise([flow.first, *ends])]

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        for i, (first, last) in enumerate(columns):
            part = flow.text if last - first == len(flow.text.lines) else flow.text.part(first, last)
            items += part.place(rect.x + i * flow.step, rect.y, owner=flow.owner)
        return items

    height = max((flow.text.height_of(*column) for column in columns), default=0.0)
    if [*columns] == [(0, len(flow.text.lines))]:
        height = flow.text.height
    return Box(extent=Extent.fixed(height), place=place, kind="text", cut=cut)


def _cut(flow: Flow, height: float) -> tuple[Box, Box] | None:
    ends = _ends(flow, height)
    if not ends or ends[-1] == len(flow.text.lines):
        return None
    return _placed(flow, ends), _box(flow._replace(first=ends[-1]))


def _ends(flow: Flow, height: float) -> list[int]:
    """The line before which each column of a height ends; fewer where the rest cannot be parted so."""
    ends: list[int] = []
    first, count = flow.first, len(flow.text.lines)
    while len(ends) < flow.columns and first < count:
        end = flow.text.end(first, height, *flow.least)
        if end is None:
            break
        ends.append(end)
        first = end
    return ends
