"""A topic: its heading over rows of blocks on the grid.

In: a content Topic and its width. Out: a Box; the heading never parts from what follows it.
"""

from __future__ import annotations

import msgspec

from report import blocks
from report.blocks.picture import Picture
from report.compose.boxes import Box, Extent, column, nothing, row, wrapped
from report.compose.context import BlockContext
from report.content.model import Cell, Row, Topic
from report.page import Destination, Item, Told
from report.page.shapes import rectangle, rule
from report.source import Length
from report.units import Rect


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """rule: thickness over the heading. square: side of the icon's ground. text_top: from the rule to the line box.

    bare_height, bare_gap: of a heading without icon, and below it. figure_text: style of a number at its right;
    figure_drop: that number's line box below the heading's middle.
    """

    text: str
    bare_text: str
    figure_text: str
    figure_drop: Length
    rule: Length
    rule_ink: str
    square: Length
    square_ink: str
    icon: Length
    icon_ink: str
    gap: Length
    text_top: Length
    height: Length
    bare_height: Length
    bare_gap: Length


def lay_topic(topic: Topic, width: float, ctx: BlockContext) -> Box:
    """The topic made ready at a width (pt)."""
    told = Told("heading", (topic.heading, topic.figure))
    boxes = [_kept(heading(topic, width, ctx), told, ctx)] if topic.heading else []
    columns = topic.span or ctx.sheet.page.columns
    boxes += [lay_row(each, columns, ctx) for each in topic.rows]
    gaps = ctx.sheet.gaps

    def gap(above: Box, below: Box) -> float:
        if "bleed" in (above.kind, below.kind):
            return gaps.topic
        if above.kind == "heading":
            return gaps.heading if topic.icon else ctx.sheet.part("furniture", "topic", Style).bare_gap
        return gaps.row

    if not boxes:
        return nothing()
    return column(boxes, gap)


def lay_row(each: Row, columns: int, ctx: BlockContext) -> Box:
    """Cells side by side on the grid columns of their topic; those the author gave no span share what is left."""
    page = ctx.sheet.page
    left = columns - sum(cell.span for cell in each.cells)
    open_ = sum(1 for cell in each.cells if not cell.span)
    placed = []
    offset = 0.0
    for cell in each.cells:
        width = page.span(cell.span or left / open_)
        placed.append((offset, width, lay_cell(cell, width, ctx)))
        offset += width + page.gutter
    made = row(placed)
    only = each.cells[0].blocks[0] if len(each.cells) == 1 and each.cells[0].blocks else None
    if isinstance(only, Picture) and only.bleed:
        return msgspec.structs.replace(made, kind="bleed")
    return made


def lay_cell(cell: Cell, width: float, ctx: BlockContext) -> Box:
    gaps = ctx.sheet.gaps

    def gap(above: Box, below: Box) -> float:
        return gaps.pairs.get(f"{above.kind}>{below.kind}", gaps.block)

    boxes = []
    for block in cell.blocks:
        box = _kept(blocks.lay(block, width, ctx), Told(blocks.kind_of(block), (block,)), ctx)
        boxes.append(msgspec.structs.replace(box, keeps=True) if block.heads else box)
    return column(boxes, gap, centred=cell.set == "middle")


def _kept(box: Box, told: Told, ctx: BlockContext) -> Box:
    """The box, which is taken down where it is placed."""
    return wrapped(box, lambda place: lambda rect: ctx.region(lambda: place(rect), told, rect))


def heading(topic: Topic, width: float, ctx: BlockContext) -> Box:
    """Rule, icon in its square hanging from the rule, and the words; or words and a number."""
    style = ctx.sheet.part("furniture", "topic", Style)
    assert topic.heading is not None
    title = topic.heading
    inset = style.square + style.gap if topic.icon else 0.0
    figure = ctx.text(topic.figure, style.figure_text, width) if topic.figure else None
    measure = width - inset - (figure.width + style.gap if figure else 0)
    text = ctx.text(title, style.text if topic.icon else style.bare_text, measure)
    height = max(style.height if topic.icon else style.bare_height, style.text_top + text.height)

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = [
            Destination(name="", y=rect.y, title=title.plain, level=2),
            rule(rect.x, rect.y, width, style.rule, ctx.ink(style.rule_ink)),
        ]
        if topic.icon:
            square = Rect(rect.x, rect.y, style.square, style.square)
            margin = (style.square - style.icon) / 2
            items.append(rectangle(square, ctx.ink(style.square_ink)))
            inner = square.inset(margin, margin, margin, margin)
            items += ctx.studio.icon(topic.icon, inner, ctx.ink(style.icon_ink), topic.origin)
            y = rect.y + style.text_top
        else:
            y = rect.y + style.rule + (height - style.rule - text.height) / 2
        items += text.place(rect.x + inset, y, owner=title)
        if figure:
            top = rect.y + style.rule + (height - style.rule - figure.height) / 2 + style.figure_drop
            items += figure.place(rect.x + width - figure.width, top, owner=topic.figure)
        return items

    return Box(extent=Extent.fixed(height), place=place, kind="heading", keeps=True)


def rows_of_topics(topics: tuple[Topic, ...], columns: int) -> list[tuple[Topic, ...]]:
    """Topics that stand side by side: taken in order while their spans fit into the grid."""
    rows: list[list[Topic]] = []
    free = 0  # columns beside the topics of the last row
    for topic in topics:
        span = topic.span or columns
        if span <= free and topic.page == "same":
            rows[-1].append(topic)
            free -= span
        else:
            rows.append([topic])
            free = columns - span
    return [tuple(each) for each in rows]
