"""Bubble, banner, tag and star on their places."""

from __future__ import annotations

import math

import pytest

from report import blocks
from report.blocks.callout import Callout, burst
from report.compose.context import BlockContext
from report.messages import Origin
from report.page import GlyphRun, Item, Shape
from report.units import MM, Point, Rect
from tests.words import written

HERE = Origin("test.yaml", 7, 3)
PANEL = Rect(0, 0, 500, 500)


def laid(ctx: BlockContext, source: str, width: float, **fields: str) -> tuple[float, list[Item]]:
    """Height (mm) and items of a callout at a width (mm)."""
    block = Callout(origin=HERE, text=written(source, HERE), **fields)  # type: ignore[arg-type]
    box = blocks.lay(block, width * MM, ctx)
    return box.extent.natural / MM, box.place(Rect(0, 0, width * MM, box.extent.natural))


def points(shape: Item) -> list[tuple[float, float]]:
    assert isinstance(shape, Shape)
    numbers = [v for v in shape.path if not isinstance(v, str)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_the_bubbles_tail_leaves_its_left_side_in_the_middle(ctx: BlockContext) -> None:
    height, items = laid(ctx, "他区にも拡大中", 86, shape="bubble")
    assert height == pytest.approx(13.0)
    tip = min(points(items[0]))
    assert tip == pytest.approx((-3.65 * MM, height * MM / 2))


def test_a_tail_at_the_foot_adds_to_the_height(ctx: BlockContext) -> None:
    height, items = laid(ctx, "公共のみどり増加！", 70, shape="bubble", tail="down")
    assert height == pytest.approx(13.0 + 3.9)
    tip = max(points(items[0]), key=lambda point: point[1])
    assert tip == pytest.approx((16.35 * MM, (13.0 - 0.25 + 3.9) * MM))


def test_the_banner_centres_its_line(ctx: BlockContext) -> None:
    _, items = laid(ctx, "トップの**__26__事業**を展開", 101, shape="banner")
    words = [item for item in items if isinstance(item, GlyphRun)]
    left, right = words[0].x, words[-1].x + words[-1].width
    assert (left + right) / 2 == pytest.approx(101 / 2 * MM)
    assert len({round(word.y, 6) for word in words}) == 1


def test_the_tag_is_as_wide_as_its_words(ctx: BlockContext) -> None:
    height, items = laid(ctx, "問題解決", 80, shape="tag")
    assert height == pytest.approx(4 + 2 * 2.2)
    assert max(x for x, _ in points(items[0])) == pytest.approx((4 * 4 + 2 * 3) * MM)


def test_the_star_and_its_words_turn_about_the_centre(ctx: BlockContext) -> None:
    centre = Point(200, 300)
    star, *words = burst(written("いずれも\n**都内トップ！**", HERE), centre, PANEL, ctx)
    corners = points(star)
    assert len(corners) == 52
    assert {round(math.dist(corner, centre) / MM, 2) for corner in corners} == {18.62, 17.26}
    first = corners[0]
    assert math.degrees(math.atan2(centre.y - first[1], first[0] - centre.x)) == pytest.approx(8)
    assert "".join(text for run in words for text in run.texts) == "いずれも都内トップ！"
    for run in words:
        assert isinstance(run, GlyphRun) and run.matrix is not None
        assert run.matrix[:4] == pytest.approx((0.99027, -0.13917, 0.13917, 0.99027), abs=1e-5)
        middle = run.x + run.width / 2 * run.matrix[0], run.y + run.width / 2 * run.matrix[1]
        upright = (middle[0] - centre.x) * run.matrix[0] + (middle[1] - centre.y) * run.matrix[1]
        assert upright == pytest.approx(0, abs=0.05)


def test_words_too_long_for_the_star_are_reported(ctx: BlockContext) -> None:
    burst(written("一行目\n二行目\n三行目\n四行目\n五行目\n六行目\n七行目", HERE), PANEL.centre, PANEL, ctx)
    (told,) = ctx.report.diagnostics
    assert told.origin == HERE and "does not fit" in str(told.message)
