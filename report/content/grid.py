"""What an author places on the page grid, checked once the style sheet has said how many columns the grid has.

In: the Brochure and the number of columns. Out: nothing; mistakes go to the report: spans that leave the grid, pictures
that bleed where something else stands.
"""

from __future__ import annotations

from collections.abc import Iterable

from report.blocks import Block
from report.blocks.picture import Picture
from report.blocks.pictures import Pictures
from report.content.model import Brochure, Row, Topic
from report.messages import Report, message


def check_grid(brochure: Brochure, columns: int, report: Report) -> None:
    for section in brochure.sections:
        for topic in section.topics:
            _check_topic(topic, columns, report)


def _check_topic(topic: Topic, columns: int, report: Report) -> None:
    if not 0 <= topic.span <= columns:
        report.error(topic.origin, message("topic-span-wrong", span=topic.span, columns=columns))
        return
    width = topic.span or columns
    for row in topic.rows:
        _check_row(row, width, columns, report)
        alone = width == columns and len(row.cells) == 1 and len(row.cells[0].blocks) == 1
        for picture in _bleeding(block for cell in row.cells for block in cell.blocks):
            if not (alone and picture is row.cells[0].blocks[0] and row.cells[0].span in (0, columns)):
                report.error(picture.origin, message("bleed-beside-others"))


def _check_row(row: Row, width: int, columns: int, report: Report) -> None:
    """A row's spans fit into the columns of its topic, and leave one at least to each cell without a span."""
    for cell in row.cells:
        if cell.span < 0:
            report.error(cell.origin, message("cell-span-wrong", span=cell.span, columns=columns))
    used = sum(max(cell.span, 0) for cell in row.cells)
    free = sum(cell.span == 0 for cell in row.cells)
    if used + free > width:
        more = message("and-cells-without", cells=free) if free else ""
        report.error(row.origin, message("spans-too-wide", sum=used, more=more, width=width))


def _bleeding(blocks: Iterable[Block]) -> Iterable[Picture]:
    """The pictures among blocks, and in rows of pictures, that run over the trim edges."""
    for block in blocks:
        pictures = block.items if isinstance(block, Pictures) else (block,)
        yield from (each for each in pictures if isinstance(each, Picture) and each.bleed)
