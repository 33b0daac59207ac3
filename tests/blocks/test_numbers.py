"""Big numbers: one baseline, the gaps around them, rules that sit close; what does not fit is told at its place."""

from __future__ import annotations

import msgspec
import pytest

from report import blocks
from report.blocks.number import Number
from report.blocks.stat import Stat
from report.blocks.totals import Total, Totals
from report.compose.context import BlockContext
from report.compose.figureline import Gaps, figure_line
from report.messages import Origin
from report.page import GlyphRun, Item, Shape
from report.text import Text
from report.units import MM, Rect
from tests.words import written

HERE = Origin("test.yaml", 7, 3)


def text(source: str) -> Text:
    return written(source, HERE)


def runs(items: list[Item]) -> dict[str, GlyphRun]:
    return {"".join(item.texts): item for item in items if isinstance(item, GlyphRun)}


def bars(items: list[Item]) -> list[tuple[str | None, float, float, float, float]]:
    """ink, left, top, width, height in mm"""
    found = [(item.fill, item.path) for item in items if isinstance(item, Shape) and len(item.path) == 13]
    return [(ink, *(round(v / MM, 2) for v in (p[1], p[2], p[4] - p[1], p[8] - p[2]))) for ink, p in found]


def test_a_number_and_its_words_share_a_baseline(ctx: BlockContext) -> None:
    line = figure_line(text("約__8,500__人"), "figure", Gaps(0.6 * MM), 1000, ctx)
    placed = runs(line.place_on(10, 50, owner="owner"))
    assert list(placed) == ["約", "8,500", "人"]
    assert {run.y for run in placed.values()} == {50}
    assert {run.owner for run in placed.values()} == {"owner"}
    assert placed["約"].x == 10
    assert placed["8,500"].x == pytest.approx(10 + placed["約"].width + 0.6 * MM)
    assert placed["8,500"].size == pytest.approx(15.5 * MM)


def test_digits_stand_on_the_foot_of_a_line_box_of_four_fifths(ctx: BlockContext) -> None:
    line = figure_line(text("__24__園"), "figure", Gaps(0), 1000, ctx)
    assert line.height == pytest.approx(0.8 * 15.5 * MM)
    assert line.baseline == pytest.approx(line.height)


def test_a_word_in_the_numbers_place_has_a_size_of_its_own(ctx: BlockContext) -> None:
    placed = runs(figure_line(text("区内__全域__で"), "panel-number", Gaps(0), 1000, ctx).place(0, 0))
    assert placed["全域"].size == pytest.approx(15 * MM)
    assert placed["全域"].face == "display"


def test_strong_words_lend_the_number_their_ink(ctx: BlockContext) -> None:
    line = figure_line(text("23区で**__26__事業**を"), "banner", Gaps(1, strong=5), 1000, ctx)
    placed = runs(line.place(0, 0))
    assert placed["26"].ink == placed["事業"].ink == "accent"
    assert placed["を"].ink == "paper"
    assert placed["を"].x == pytest.approx(placed["事業"].x + placed["事業"].width + 5)


def test_words_turn_at_the_authors_break_when_the_line_is_narrow(ctx: BlockContext) -> None:
    source = text("計__10__プロジェクト|を支援")
    gaps = Gaps(1, stack="panel-line", stack_gap=2)
    assert "プロジェクトを支援" in runs(figure_line(source, "panel-number", gaps, 1000, ctx).place(0, 0))
    placed = runs(figure_line(source, "panel-number", gaps, 58 * MM, ctx).place_on(0, 90))
    assert placed["を支援"].y == 90
    assert placed["プロジェクト"].y == pytest.approx(90 - 24.3 / 4 * MM)
    assert not ctx.report.diagnostics


def test_a_line_too_wide_is_reported_at_its_place(ctx: BlockContext) -> None:
    figure_line(text("約__1,234,567,890__人"), "figure", Gaps(0), 40 * MM, ctx)
    (told,) = ctx.report.diagnostics
    assert told.origin == HERE and "does not fit" in str(told.message)


def test_stat_spreads_two_numbers_and_hangs_the_date_below(ctx: BlockContext) -> None:
    block = Stat(origin=HERE, items=(text("__24__園で実施"), text("定員__1,869__人")), as_of=text("（令和5年）"))
    box = blocks.lay(block, 86 * MM, ctx)
    items = box.place(Rect(0, 0, 86 * MM, box.extent.natural))
    placed = runs(items)
    rules = bars(items)
    assert [rule[0] for rule in rules] == ["green.base", "green.base", "green.mid"]
    assert rules[0][1:] == (0, 0, 86, 0.7)
    assert rules[1][2] == pytest.approx(20.7, abs=0.01)
    assert placed["24"].x == 0
    last = placed["人"]
    assert last.x + last.width == pytest.approx(86 * MM)
    assert placed["（令和5年）"].y > rules[1][2] * MM
    assert box.anchor == "bottom"


def test_stat_numbers_wider_than_the_column_are_reported_once(ctx: BlockContext) -> None:
    block = Stat(origin=HERE, items=(text("__12,345__人"), text("__67,890__人")))
    blocks.lay(block, 80 * MM, ctx)
    (told,) = ctx.report.diagnostics
    assert told.origin == HERE and "wide together" in str(told.message)


def test_side_numbers_fill_their_column_and_stand_in_its_middle(ctx: BlockContext) -> None:
    plain = Number(origin=HERE, label=text("定員拡大"), value=text("__0__人"))
    box = blocks.lay(plain, 70 * MM, ctx)
    assert box.fills
    at_rest = runs(box.place(Rect(0, 0, 70 * MM, box.extent.natural)))
    stretched = runs(box.place(Rect(0, 0, 70 * MM, box.extent.natural + 8)))
    assert {round(run.y - at_rest[key].y, 6) for key, run in stretched.items()} == {4}
    strong = blocks.lay(msgspec.structs.replace(plain, strong=True), 70 * MM, ctx).place(Rect(0, 0, 200, 60))
    assert [bar[0] for bar in bars(strong)] == ["green.base", "green.dark"]
    assert {run.ink for run in runs(strong).values()} == {"paper"}


def test_totals_are_ruled_in_the_colour_of_their_series(ctx: BlockContext) -> None:
    items = (
        Total(label=text("基金"), value=text("__400__億円")),
        Total(label=text("施設"), value=text("__28__億円"), colour="counter"),
    )
    box = blocks.lay(Totals(origin=HERE, items=items), 70 * MM, ctx)
    placed = box.place(Rect(0, 0, 70 * MM, box.extent.natural))
    assert box.extent.natural / MM == pytest.approx(2 * (0.7 + 3.4 + 11.2 + 3.6) + 0.7)
    assert [rule[0] for rule in bars(placed)] == ["green.base", "vermilion.dark", "vermilion.dark"]
    assert runs(placed)["基金"].y == pytest.approx(runs(placed)["400"].y)
    assert runs(placed)["28"].ink == "vermilion.dark"
