"""The order of pages on the sheets of a booklet, its blanks and its creep."""

from __future__ import annotations

import pytest

from report.conform.booklet.folding import Binding, blanks, creep, reading_order, sheets
from report.units import mm

ORDER = {  # pages: (front, back) of each sheet from the cover inwards, bound on the left
    4: [((4, 1), (2, 3))],
    8: [((8, 1), (2, 7)), ((6, 3), (4, 5))],
    12: [((12, 1), (2, 11)), ((10, 3), (4, 9)), ((8, 5), (6, 7))],
    18: [((18, 1), (2, None)), ((None, 3), (4, 17)), ((16, 5), (6, 15)), ((14, 7), (8, 13)), ((12, 9), (10, 11))],
    20: [((20, 1), (2, 19)), ((18, 3), (4, 17)), ((16, 5), (6, 15)), ((14, 7), (8, 13)), ((12, 9), (10, 11))],
}


@pytest.mark.parametrize("count", ORDER)
def test_pages_stand_where_a_folded_booklet_wants_them(count: int) -> None:
    assert list(sheets(count, "left")) == ORDER[count]


@pytest.mark.parametrize("count", ORDER)
def test_bound_on_the_right_all_is_mirrored(count: int) -> None:
    assert list(sheets(count, "right")) == [(front[::-1], back[::-1]) for front, back in ORDER[count]]


@pytest.mark.parametrize("binding", ["left", "right"])
@pytest.mark.parametrize("count", range(1, 30))
def test_folded_and_turned_over_the_short_edge_it_reads_in_order(count: int, binding: Binding) -> None:
    order = sheets(count, binding)
    near, far = (1, 0) if binding == "left" else (0, 1)  # the half of a front with the booklet's first pages
    # Turned over, the half of the back on the other side of the sheet lies behind: it is the same leaf's other side.
    first_leaves = [page for sheet in order for page in (sheet.front[near], sheet.back[far])]
    last_leaves = [page for sheet in reversed(order) for page in (sheet.back[near], sheet.front[far])]
    assert tuple(first_leaves + last_leaves) == reading_order(count)


@pytest.mark.parametrize(("count", "blank"), [(20, ()), (19, (19,)), (18, (18, 19)), (17, (17, 18, 19)), (2, (2, 3))])
def test_blanks_stand_before_the_back_cover(count: int, blank: tuple[int, ...]) -> None:
    assert blanks(count) == blank
    assert reading_order(count)[-1] == count


def test_a_single_page_is_the_front_cover() -> None:
    assert reading_order(1) == (1, None, None, None)
    with pytest.raises(ValueError, match="no pages"):
        sheets(0, "left")


def test_each_sheet_creeps_by_the_thickness_of_those_around_it() -> None:
    assert [creep(index, 0.1) for index in range(3)] == pytest.approx([0, mm(0.1), mm(0.2)])
