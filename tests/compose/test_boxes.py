"""How boxes share a height: pictures first, then the fillers, then room above what stands at the foot."""

from __future__ import annotations

from report.compose.boxes import Box, Extent, column, fixed, row, share
from report.units import Rect

PICTURE = Extent(20, 40, 60)
CHART = Extent.fixed(40)


def spy(extent: Extent, **kind: object) -> tuple[Box, list[Rect]]:
    seen: list[Rect] = []
    return Box(extent=extent, place=lambda rect: seen.append(rect) or [], **kind), seen  # type: ignore[arg-type]


def test_pictures_give_way_and_charts_do_not():
    assert share([PICTURE, CHART], 90) == [50, 40]
    assert share([PICTURE, CHART], 70) == [30, 40]


def test_no_box_leaves_its_extent():
    assert share([PICTURE, CHART], 500) == [60, 40]
    assert share([PICTURE, CHART], 1) == [20, 40]


def test_two_pictures_grow_evenly_until_one_is_full():
    assert share([Extent(10, 10, 12), Extent(10, 10, 99)], 30) == [12, 18]


def test_column_opens_above_the_first_box_at_the_foot():
    top, seen_top = spy(Extent.fixed(10))
    foot, seen_foot = spy(Extent.fixed(5), anchor="bottom")
    column([top, foot], lambda a, b: 4).place(Rect(0, 100, 50, 60))
    assert seen_top == [Rect(0, 100, 50, 10)]
    assert seen_foot == [Rect(0, 155, 50, 5)]


def test_fillers_take_the_spare_height_evenly():
    text, _ = spy(Extent.fixed(10))
    one, seen_one = spy(Extent.fixed(10), fills="always")
    two, seen_two = spy(Extent.fixed(20), fills="always")
    column([text, one, two], lambda a, b: 0).place(Rect(0, 0, 50, 60))
    assert (seen_one[0].height, seen_two[0].height) == (20, 30)
    assert seen_two[0].bottom == 60


def test_a_panel_that_fills_alone_keeps_its_height_beside_others():
    chart, seen = spy(Extent.fixed(10), fills="alone")
    text, _ = spy(Extent.fixed(10))
    column([chart, text], lambda a, b: 0).place(Rect(0, 0, 50, 60))
    column([chart], lambda a, b: 0).place(Rect(0, 0, 50, 60))
    assert [rect.height for rect in seen] == [10, 60]


def test_centred_column_has_the_same_room_above_and_below():
    text, seen = spy(Extent.fixed(10))
    column([text], lambda a, b: 0, centred=True).place(Rect(0, 0, 50, 30))
    assert seen == [Rect(0, 10, 50, 10)]


def test_row_is_as_flexible_as_its_most_flexible_cell():
    made = row([(0, 50, Box(extent=PICTURE, place=lambda r: [])), (60, 50, fixed(45, lambda r: []))])
    assert made.extent == Extent(45, 45, 60)
