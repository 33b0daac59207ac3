"""Marks share a path exactly where each pair of them may, however many they are."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.artwork.merge import Mark, Spot, bounds, may_share, merged
from report.page import Shape, Stroke

PLACES = st.integers(0, 8)
PAINTS = st.sampled_from([("a", None), ("b", None), ("a", Stroke("a", 1)), (None, Stroke("a", 1))])


def box(x: float, y: float, width: float, height: float) -> tuple[object, ...]:
    return ("M", x, y, "L", x + width, y, "L", x + width, y + height, "L", x, y + height, "Z")


MARKS = st.builds(
    lambda path, paint, evenodd, winding: Mark(path, *paint, evenodd, winding),
    st.builds(box, PLACES, PLACES, st.integers(0, 3), st.integers(0, 3)),
    PAINTS,
    st.sampled_from([False, False, True]),
    st.sampled_from([-1, 0, 1]),
)


def may_join(a: Mark, b: Mark) -> bool:
    if (a.fill, a.stroke, a.evenodd) != (b.fill, b.stroke, b.evenodd):
        return False
    left, top, right, bottom = bounds(a)
    others = bounds(b)
    apart = right < others[0] or others[2] < left or bottom < others[1] or others[3] < top
    alike = a.winding == b.winding != 0 and not a.stroke and not a.evenodd
    return a.fill is None or apart or alike


@given(st.lists(MARKS, max_size=40))
def test_a_mark_joins_the_shape_before_it_where_it_may_join_each_mark_of_it(marks: list[Mark]) -> None:
    groups: list[list[Mark]] = []
    for mark in marks:
        if groups and all(may_join(other, mark) for other in groups[-1]):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    assert list(merged(marks)) == [
        Shape(path=sum((mark.path for mark in group), ()), fill=first.fill, stroke=first.stroke, evenodd=first.evenodd)
        for group in groups
        for first in group[:1]
    ]


class Counted(float):
    """A number that counts how often it is compared."""

    times = 0

    def __lt__(self, other: float) -> bool:
        Counted.times += 1
        return float(self) < float(other)

    def __add__(self, other: float) -> Counted:
        return Counted(float(self) + other)

    def __sub__(self, other: float) -> Counted:
        return Counted(float(self) - other)


@pytest.mark.parametrize("winding", [0, 1])
def test_comparisons_of_many_marks_grow_as_sorting_does(winding: int, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = []
    for side in (8, 32):
        places = [(Counted(x), Counted(y)) for x in range(side) for y in range(side)]
        marks = [Mark(box(x, y, 0.5, 0.5), "a", None, False, winding) for x, y in places]
        monkeypatch.setattr(Counted, "times", 0)
        assert len(merged(marks)) == 1
        counts.append(Counted.times)
    assert 16 * counts[0] < counts[1] < 2 * 16 * counts[0]  # 16 times the marks, 10/6 times the steps of a search


def test_the_mark_that_may_not_join_is_found_wherever_it_stands() -> None:
    for count in range(1, 40):
        apart = [Mark(box(2 * i, 0, 1, 1), "a", None, False, 0) for i in range(count)]
        shapes = merged([*apart, apart[0], *apart[1:]])
        assert [len(shape.path) // 13 for shape in shapes] == [count, count]
    assert not any(may_share([a, b]) for a, b in combinations([Spot((0, 0, 1, 1), turn) for turn in (-1, 0, 1)], 2))
