"""A topic: cells on the grid, gaps by kind, and a heading that stays with its rows."""

from __future__ import annotations

from typing import Any

import pytest

from report.blocks.callout import Callout
from report.blocks.picture import Picture
from report.blocks.text import TextBlock
from report.compose.context import BlockContext
from report.content.model import Cell, Row, Topic
from report.layout.topic import heading, lay_row, lay_topic, rows_of_topics
from report.messages import Origin
from report.page import Destination, GlyphRun, Item, Placed, Shape
from report.text import Text
from report.units import MM, Rect
from tests.words import written

HERE = Origin("t.yaml", 3, 8)


def text(words: str) -> Text:
    return written(words, HERE)


def picture(height: float = 40, **more: Any) -> Picture:
    return Picture(origin=HERE, id="park", height=height * MM, fixed=True, **more)


def cell(*blocks: Any, **more: Any) -> Cell:
    return Cell(origin=HERE, blocks=blocks, **more)


def line(*cells: Cell) -> Row:
    return Row(origin=HERE, cells=cells)


def topic(*rows: Row, **more: Any) -> Topic:
    return Topic(origin=HERE, rows=rows, **more)


def frames(items: list[Item]) -> list[tuple[float, float, float]]:
    """x, y and width of the pictures, mm."""
    clips = [item.clip for item in items if isinstance(item, Placed) and item.clip]
    return [(round(clip.x / MM, 2), round(clip.y / MM, 2), round(clip.width / MM, 2)) for clip in clips]


@pytest.mark.parametrize(
    ("columns", "spans", "expected"),
    [
        (12, (7, 5), [(0, 101.33), (107.33, 70.67)]),
        (12, (0, 0), [(0, 86), (92, 86)]),
        (12, (0, 0, 0), [(0, 55.33), (61.33, 55.33), (122.67, 55.33)]),
        (12, (4, 0), [(0, 55.33), (61.33, 116.67)]),
        (12, (0, 0, 2), [(0, 70.67), (76.67, 70.67), (153.33, 24.67)]),
        (6, (0, 0), [(0, 40), (46, 40)]),
        (7, (0, 0), [(0, 47.67), (53.67, 47.67)]),
    ],
)
def test_cells_stand_on_the_grid(
    columns: int, spans: tuple[int, ...], expected: list[tuple[float, float]], ctx: BlockContext
) -> None:
    box = lay_row(line(*(cell(picture(), span=span) for span in spans)), columns, ctx)
    items = box.place(Rect(0, 0, ctx.sheet.page.span(columns), box.extent.natural))
    assert [(x, width) for x, _, width in frames(items)] == expected


def test_blocks_of_a_cell_stand_apart_as_their_kinds_want(ctx: BlockContext) -> None:
    pairs = ctx.sheet.gaps.pairs
    for above, below, gap in [
        (picture(), TextBlock(origin=HERE, body=text("文")), pairs["picture>text"]),
        (picture(), picture(), ctx.sheet.gaps.block),
        (
            TextBlock(origin=HERE, body=text("文")),
            Callout(origin=HERE, shape="tag", text=text("札")),
            pairs["text>callout"],
        ),
    ]:
        alone = sum(lay_row(line(cell(block)), 12, ctx).extent.natural for block in (above, below))
        both = lay_row(line(cell(above, below)), 12, ctx).extent.natural
        assert both - alone == pytest.approx(gap)


def test_the_heading_stands_above_its_rows_with_the_style_s_gaps(ctx: BlockContext) -> None:
    made = topic(line(cell(picture(40))), line(cell(picture(30))), heading=text("数と絵"), icon="home")
    box = lay_topic(made, 178 * MM, ctx)
    items = box.place(Rect(0, 100 * MM, 178 * MM, box.extent.natural))
    assert [(i.title, i.level, round(i.y / MM, 6)) for i in items if isinstance(i, Destination)] == [("数と絵", 2, 100)]
    assert [y for _, y, _ in frames(items)] == [112.6, 156.6]
    assert box.extent.natural / MM == pytest.approx(8.6 + 4 + 40 + 4 + 30)


def test_a_heading_of_two_lines_grows(ctx: BlockContext) -> None:
    low, high = (heading(topic(heading=text(words), icon="home"), 178 * MM, ctx) for words in ("数", "数\nと絵"))
    assert high.extent.natural - low.extent.natural > 4 * MM


def test_a_heading_s_figure_stands_at_its_right(ctx: BlockContext) -> None:
    made = topic(heading=text("病床"), figure=text("__457__床"))
    items = heading(made, 178 * MM, ctx).place(Rect(0, 0, 178 * MM, 13 * MM))
    runs = {"".join(item.texts): item for item in items if isinstance(item, GlyphRun)}
    assert runs["床"].x + runs["床"].width == pytest.approx(178 * MM, abs=1)
    assert runs["病床"].x < runs["457"].x


def test_a_strip_stands_as_far_from_its_neighbours_as_topics_do(ctx: BlockContext) -> None:
    strip = line(cell(picture(50, bleed=True)))
    plain = lay_topic(topic(line(cell(picture(40))), line(cell(picture(50)))), 178 * MM, ctx)
    bleeding = lay_topic(topic(line(cell(picture(40))), strip), 178 * MM, ctx)
    more = ctx.sheet.gaps.topic - ctx.sheet.gaps.row
    assert bleeding.extent.natural - plain.extent.natural == pytest.approx(more)


def test_a_cell_set_in_the_middle_shares_the_room_above_and_below(ctx: BlockContext) -> None:
    words = Callout(origin=HERE, shape="tag", text=text("札"))
    box = lay_row(line(cell(picture(100), span=6), cell(words, span=6, set="middle")), 12, ctx)
    items = box.place(Rect(0, 0, 178 * MM, box.extent.natural))
    label = next(item for item in items if isinstance(item, Shape))
    ys = [value for value in label.path if not isinstance(value, str)][1::2]
    assert (min(ys) + max(ys)) / 2 == pytest.approx(50 * MM)


@pytest.mark.parametrize(
    ("spans", "rows"),
    [
        ((0, 0), [1, 1]),
        ((6, 6), [2]),
        ((6, 0, 6), [1, 1, 1]),
        ((4, 4, 4, 4), [3, 1]),
        ((7, 6, 6), [1, 2]),
        ((12, 6), [1, 1]),
    ],
)
def test_topics_share_a_row_while_their_spans_fit(spans: tuple[int, ...], rows: list[int]) -> None:
    made = rows_of_topics(tuple(topic(span=span) for span in spans), 12)
    assert [len(row) for row in made] == rows


def test_a_topic_that_begins_a_page_stands_beside_none_before_it() -> None:
    made = rows_of_topics((topic(span=6), topic(span=6, page="new"), topic(span=6)), 12)
    assert [len(row) for row in made] == [1, 2]
