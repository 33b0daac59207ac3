"""Steps, points, tracks, merges, lists, rule headings, programmes, tables and rows of pictures on their places."""

from __future__ import annotations

import pytest

from report import blocks
from report.blocks import Block
from report.blocks.bullets import Bullets
from report.blocks.credit import Credit
from report.blocks.merge import Merge
from report.blocks.note import Note
from report.blocks.picture import Picture
from report.blocks.pictures import Pictures
from report.blocks.points import PointItem, Points
from report.blocks.programme import Desk, Programme, Support
from report.blocks.rule_heading import RuleHeading
from report.blocks.steps import Step, Steps, shares
from report.blocks.table import Table
from report.blocks.track import Station, Track
from report.compose.boxes import Box
from report.compose.context import BlockContext
from report.messages import Origin
from report.page import GlyphRun, Item, Placed, Shape
from report.text import Text
from report.units import MM, Rect
from tests.words import written

HERE = Origin("test.yaml", 1, 1)


def text(source: str) -> Text:
    return written(source, HERE)


def laid(block: Block, width: float, ctx: BlockContext, height: float | None = None) -> tuple[Box, list[Item]]:
    """The block at a width (mm), placed at the page's corner; height (mm): instead of its own."""
    box = blocks.lay(block, width * MM, ctx)
    items = box.place(Rect(0, 0, width * MM, height * MM if height else box.extent.natural))
    assert not ctx.report.diagnostics
    return box, items


def bars(items: list[Item], ink: str) -> list[tuple[float, ...]]:
    """Rectangles of an ink: left, top, width, height in mm, rounded to 0.01."""
    found = []
    for item in items:
        if isinstance(item, Shape) and item.fill == ink and item.path.count("L") == 3 and "C" not in item.path:
            xs, ys = item.path[1:12:3], item.path[2:12:3]
            edges = (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            found.append(tuple(round(value / MM, 2) for value in edges))
    return found


def test_steps_share_the_width_and_the_height_of_the_longest_label(ctx: BlockContext) -> None:
    items = (Step(icon="groups", label=text("東京都との\n実務的な協議")), Step(icon="flag", label=text("着工")))
    box, placed = laid(Steps(origin=HERE, items=items), 86, ctx)
    assert box.extent.natural / MM == pytest.approx(20.9)
    assert bars(placed, "green.pale") == [(0, 0, 39.7, 20.9), (46.3, 0, 39.7, 20.9)]
    triangle = [item for item in placed if isinstance(item, Shape) and item.path.count("L") == 2 and item.fill]
    assert triangle[0].path[1] / MM == pytest.approx(39.7 + 2)


def test_a_step_with_a_longer_label_is_wider_as_far_as_the_others_have_room(ctx: BlockContext) -> None:
    labels = ("データを\n活用", "リスクの高い\n後期高齢者を抽出", "専門員が\n個別訪問")
    _, placed = laid(Steps(origin=HERE, items=tuple(Step(icon="flag", label=text(each)) for each in labels)), 86, ctx)
    first, second, third = (width for _, _, width, _ in bars(placed, "green.pale"))
    assert (first, second) == (third, pytest.approx(8 * 11.5 / 4 + 2 * 2, abs=0.02))
    assert first + second + third == pytest.approx(86 - 2 * 6.6, abs=0.02)


def test_labels_that_want_more_than_there_is_leave_the_steps_equal() -> None:
    assert shares([10, 60, 20], 80) == [80 / 3] * 3
    assert shares([10, 45, 28], 84) == [11, 45, 28]


def test_points_are_at_least_12_high_and_stand_at_the_foot(ctx: BlockContext) -> None:
    items = (
        PointItem(icon="park", label=text("事業着手")),
        PointItem(icon="park", label=text("みどり豊かで\n快適な空間")),
    )
    box, placed = laid(Points(origin=HERE, items=items), 70, ctx)
    assert box.anchor == "bottom"
    assert bars(placed, "green.tint") == [(0, 0, 70, 12), (0, 14.4, 70, 13.5)]
    assert bars(placed, "green.base") == [(0, 0, 12, 12), (0, 14.4, 12, 13.5)]


def test_points_in_a_row_lie_on_the_grid_and_are_equally_high(ctx: BlockContext) -> None:
    items = tuple(PointItem(icon="park", label=text(label)) for label in ("短い", "二行に\nわたる", "短い"))
    box, placed = laid(Points(origin=HERE, items=items, set="row"), 178, ctx)
    assert box.anchor == "top"
    assert bars(placed, "green.tint") == [(0, 0, 55.33, 13.5), (61.33, 0, 55.33, 13.5), (122.67, 0, 55.33, 13.5)]


def test_a_track_marks_where_things_stand_now(ctx: BlockContext) -> None:
    items = (Station(label=text("都市計画決定")), Station(label=text("準備"), state="now"))
    box, placed = laid(Track(origin=HERE, items=items), 70, ctx)
    assert box.extent.natural / MM == pytest.approx(9.7 + 1 + 9.7)
    assert bars(placed, "green.base") == [(0, 10.7, 70, 9.7)]
    assert [item.ink for item in placed if isinstance(item, GlyphRun)] == ["ink", "paper"]
    assert sum(isinstance(item, Shape) and item.fill == "accent" for item in placed) == 1


def test_a_merge_ends_in_one_bar(ctx: BlockContext) -> None:
    block = Merge(origin=HERE, items=(text("保健相談所"), text("児童館")), into=text("一体となった\n複合施設"))
    box, placed = laid(block, 55, ctx)
    assert bars(placed, "green.tint") == [(0, 0, 55, 7.8), (0, 9.2, 55, 7.8)]
    assert bars(placed, "green.base") == [(0, 20.4, 55, 14.3)]
    assert box.extent.natural / MM == pytest.approx(34.7)


def test_bullets_hang(ctx: BlockContext) -> None:
    block = Bullets(origin=HERE, items=(text("一つ目"), text("訪問型の学習支援と子どもの預かり支援")))
    box, placed = laid(block, 40, ctx)
    lefts = {round(item.x / MM, 2) for item in placed if isinstance(item, GlyphRun)}
    assert lefts == {round(1.1 * 13 / 4, 2)}
    assert box.extent.natural / MM == pytest.approx(5.25 * 3 + 2)


def test_a_rule_heading_stands_between_rules(ctx: BlockContext) -> None:
    _, placed = laid(RuleHeading(origin=HERE, text=text("区モデルの例")), 178, ctx)
    assert bars(placed, "green.base") == [(0, 1.95, 72.25, 0.35), (105.75, 1.95, 72.25, 0.35)]
    box, placed = laid(RuleHeading(origin=HERE, text=text("続けます。"), rules="framed"), 178, ctx)
    assert box.extent.natural / MM == pytest.approx(12.15)
    assert bars(placed, "green.base") == [(0, 0, 178, 0.35), (0, 11.8, 178, 0.35)]


def test_a_note_may_stand_at_the_right(ctx: BlockContext) -> None:
    _, placed = laid(Note(origin=HERE, text=text("※準備中"), align="right"), 50, ctx)
    run = next(item for item in placed if isinstance(item, GlyphRun))
    assert run.x + run.width == pytest.approx(50 * MM)


def test_a_credit_carries_its_language(ctx: BlockContext) -> None:
    box, placed = laid(Credit(origin=HERE, text=text("All rights reserved.")), 50, ctx)
    assert box.anchor == "bottom"
    assert {item.lang for item in placed if isinstance(item, GlyphRun)} == {"en"}


def programme(service: str = "相談（土曜）") -> Programme:
    desk = Desk(icon="home", label=text("窓口"), items=(text(service), text("出張相談"), text("家計相談")))
    columns = tuple(Support(icon="home", heading=text("応援"), items=(text("支援"),) * n) for n in (1, 3))
    return Programme(origin=HERE, title=text("事業"), desk=desk, label=text("各種支援"), columns=columns)


def test_a_programmes_columns_take_the_height_to_spare(ctx: BlockContext) -> None:
    box, placed = laid(programme(), 178, ctx, height=110)
    assert box.fills
    columns = [bar for bar in bars(placed, "paper") if bar[2] == 81]
    assert [(left, round(top + height, 2)) for left, top, _, height in columns] == [(6, 104.5), (91, 104.5)]


def test_small_print_shares_the_baseline_of_its_service(ctx: BlockContext) -> None:
    _, placed = laid(programme(), 178, ctx)
    name, small = (next(i for i in placed if isinstance(i, GlyphRun) and i.texts[0] == c) for c in "相（")
    assert name.y == pytest.approx(small.y)
    assert small.size < name.size
    assert small.x - name.x - name.width == pytest.approx(1 * MM)


def test_a_service_too_long_for_its_row_is_reported(ctx: BlockContext) -> None:
    box = blocks.lay(programme("生活と就労に困っている区民のための総合的な相談の窓口"), 178 * MM, ctx)
    box.place(Rect(0, 0, 178 * MM, box.extent.natural))
    assert [str(d.message).partition(" (")[0] for d in ctx.report.diagnostics] == ["text does not fit its box"]


def test_a_tables_columns_of_numbers_are_flush_right(ctx: BlockContext) -> None:
    rows = (("保育園", "1,869人"), ("学童クラブ", "約400人"))
    block = Table(
        origin=HERE,
        header=(text("種類"), text("定員")),
        rows=tuple(tuple(text(cell) for cell in row) for row in rows),
        widths=(1, 1),
    )
    box, placed = laid(block, 80, ctx)
    ends = [round((item.x + item.width) / MM, 2) for item in placed if isinstance(item, GlyphRun) and item.x > 40 * MM]
    assert ends[-1] == pytest.approx(80 - 2.4, abs=0.02)
    assert bars(placed, "green.tint") == [(0, 0.7, 80, 7.45)]
    assert box.extent.natural / MM == pytest.approx(3 * 7.45 + 2 * 0.25 + 2 * 0.7)


def test_pictures_in_a_row_align_their_frames_whatever_their_captions(ctx: BlockContext) -> None:
    first = Picture(origin=HERE, id="park", fit="cover", caption=text("短い"))
    second = Picture(
        origin=HERE, id="woods", fit="cover", caption=text("たいへん長い説明なので、どうしても二行にわたる")
    )
    block = Pictures(origin=HERE, items=(first, second), height=30 * MM)
    box, placed = laid(block, 86, ctx)
    frames = [item.clip for item in placed if isinstance(item, Placed)]
    assert [round(frame.x / MM, 2) for frame in frames] == [0, 46]
    assert {round(frame.height / MM, 2) for frame in frames} == {30}
    assert {frame.y for frame in frames} == {0}
    assert box.extent.natural / MM == pytest.approx(30 + 1.4 + 2 * 3.75)
