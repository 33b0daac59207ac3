"""A line with a big number: all on one baseline, and on one line."""

from __future__ import annotations

import pytest

from report.compose.context import BlockContext
from report.compose.figureline import Gaps, figure_line
from report.messages import Origin, Report
from report.page import GlyphRun
from tests.words import written

HERE = Origin("t.yaml", 3, 8)


def test_number_and_words_stand_on_one_baseline_with_gaps_between(ctx: BlockContext, report: Report) -> None:
    line = figure_line(written("約__8,500__人", HERE), "figure", Gaps(2.0), 500, ctx)
    runs = [item for item in line.place(0, 0) if isinstance(item, GlyphRun)]
    assert ["".join(run.texts) for run in runs] == ["約", "8,500", "人"]
    assert len({run.y for run in runs}) == 1
    assert line.width == pytest.approx(sum(part.block.width for part in line.parts) + 2 * 2.0)
    assert report.diagnostics == ()


@pytest.mark.parametrize("source", ["約__8,500__\n人", "約__8,500__\n\n人", "約__8,\n500__人"])
def test_a_line_that_the_author_parts_is_reported(source: str, ctx: BlockContext, report: Report) -> None:
    line = figure_line(written(source, HERE), "figure", Gaps(2.0), 500, ctx)
    assert [(told.origin, str(told.message)) for told in report.diagnostics] == [
        (HERE, "a line with a big number cannot be parted")
    ]
    assert [len(part.block.lines) for part in line.parts] == [1, 1, 1]


def test_the_newline_at_the_end_of_a_block_of_text_is_nothing(ctx: BlockContext, report: Report) -> None:
    figure_line(written("約__8,500__人\n", HERE), "figure", Gaps(2.0), 500, ctx)
    assert report.diagnostics == ()


def test_a_line_wider_than_its_measure_is_reported(ctx: BlockContext, report: Report) -> None:
    figure_line(written("約__8,500__人", HERE), "figure", Gaps(2.0), 50, ctx)
    assert [str(told.message)[:26] for told in report.diagnostics] == ["text does not fit its box "]
