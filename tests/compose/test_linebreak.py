"""Breaking knows only boxes, glue and costs."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.compose.linebreak import Material, balanced, first_fit, total_fit


def boxes(widths: list[float], stretch: float = 1.0, shrink: float = 0.0) -> Material:
    starts = [sum(widths[:i]) for i in range(len(widths))]
    count = range(len(widths))
    ends = [sum(widths[: i + 1]) for i in count]
    return Material(starts, ends, [i * stretch for i in count], [i * shrink for i in count])


def everywhere(count: int) -> list[tuple[int, float]]:
    return [(i, 0.0) for i in range(1, count + 1)]


def test_total_fit_prefers_even_lines_to_one_full_one() -> None:
    material = boxes([10.0, 10, 10, 10, 30, 20, 10], stretch=5.0)
    assert first_fit(material, everywhere(7), 45) == [4, 5, 7]
    assert total_fit(material, everywhere(7), 45) == [3, 5, 7]


def test_shrink_is_used_and_never_exceeded() -> None:
    assert total_fit(boxes([10.0] * 6, shrink=1.0), everywhere(6), 28) == [3, 6]
    assert total_fit(boxes([10.0] * 6, shrink=0.9), everywhere(6), 28) == [2, 4, 6]


def test_a_line_closes_by_all_it_can_rather_than_open_by_nearly_its_stretch() -> None:
    assert total_fit(boxes([10.0] * 10, stretch=1.4, shrink=1.0), everywhere(10), 55) == [6, 10]
    assert total_fit(boxes([10.0] * 10, stretch=1.7, shrink=1.0), everywhere(10), 55) == [5, 10]


def test_a_piece_too_wide_has_no_answer_but_first_fit() -> None:
    breaks = [(1, 0.0), (3, 0.0), (4, 0.0)]
    assert total_fit(boxes([10.0] * 4), breaks, 15) is None
    assert balanced(boxes([10.0] * 4), breaks, 15, 10) is None
    assert first_fit(boxes([10.0] * 4), breaks, 15) == [1, 3, 4]


def test_a_cost_moves_the_break_and_a_short_last_line_is_avoided() -> None:
    material = boxes([10.0] * 7, stretch=10.0)
    assert total_fit(material, everywhere(7), 60) == [6, 7]
    assert total_fit(material, everywhere(7), 60, least_last=(20, 0)) == [5, 7]
    dear = [(i, 90_000.0 if i == 5 else 0.0) for i, _ in everywhere(7)]
    assert total_fit(material, dear, 60, least_last=(20, 0)) == [4, 7]


def test_balanced_takes_few_even_lines_and_puts_the_longer_first() -> None:
    assert balanced(boxes([10.0] * 7), everywhere(7), 60, 10) == [4, 7]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(3, 12), min_size=2, max_size=9), st.integers(12, 30))
def test_balanced_finds_what_trying_everything_finds(widths: list[int], measure: int) -> None:
    material = boxes([float(w) for w in widths])
    found = balanced(material, everywhere(len(widths)), measure, 1)

    def cost(ends: list[int]) -> tuple[int, float]:
        return len(ends), sum(material.width(a, b) ** 2 for a, b in zip([0, *ends], ends, strict=False))

    choices = [
        ends
        for cut in product((False, True), repeat=len(widths) - 1)
        for ends in [[*(i for i, here in enumerate(cut, 1) if here), len(widths)]]
        if all(material.width(a, b) <= measure for a, b in zip([0, *ends], ends, strict=False))
    ]
    assert found is not None
    lines, squares = min(map(cost, choices))
    assert cost(found)[0] == lines
    assert cost(found)[1] == pytest.approx(squares, abs=0.04 * sum(widths))
