"""What frames a page: the running head is one line of words, the thumb index keeps its places."""

from __future__ import annotations

import pytest

from report.compose.context import BlockContext
from report.content.model import Field
from report.layout.furniture import FolioStyle, folio, tabs
from report.messages import Origin, Report
from report.page import GlyphRun, Item, Link, Shape
from report.units import MM
from tests.words import written

HERE = Origin("t.yaml", 3, 8)


def words(items: list[Item]) -> list[str]:
    return ["".join(item.texts) for item in items if isinstance(item, GlyphRun)]


@pytest.mark.parametrize(
    "title",
    ["はじめの一歩", "はじめの\n一歩", "はじめの|一歩", "{はじめ|ハジメ}の**一歩**", "[はじめ](https://a.test/)の一歩"],
)
def test_the_running_head_is_the_title_s_words_on_one_line(title: str, ctx: BlockContext, report: Report) -> None:
    items = folio("3", written(title, HERE), True, ctx)
    assert "".join(words(items)[1:]) == "はじめの一歩"
    assert len({item.y for item in items if isinstance(item, GlyphRun)}) == 2  # the number's, and the words'
    assert not any(isinstance(item, Link) for item in items)
    assert report.diagnostics == ()


def test_a_title_longer_than_its_running_head_is_reported(ctx: BlockContext, report: Report) -> None:
    folio("3", written("長" * 120, HERE), True, ctx)
    (told,) = report.diagnostics
    assert told.origin == HERE
    assert str(told.message).startswith("the title is too long for the running head")


@pytest.mark.parametrize("right_hand", [True, False])
def test_number_and_head_stand_at_the_outer_edge(right_hand: bool, ctx: BlockContext) -> None:
    body = ctx.sheet.page.body(right_hand)
    runs = [item for item in folio("12", written("題", HERE), right_hand, ctx) if isinstance(item, GlyphRun)]
    number, head = runs[0], runs[-1]
    style = ctx.sheet.part("furniture", "folio", FolioStyle)
    away = style.number_width + style.hairline + style.gap
    if right_hand:
        assert number.x + number.width == pytest.approx(body.right, abs=0.5)
        assert head.x + head.width == pytest.approx(body.right - away, abs=0.5)
    else:
        assert number.x == pytest.approx(body.x, abs=0.5)
        assert head.x == pytest.approx(body.x + away, abs=0.5)


@pytest.mark.parametrize("right_hand", [True, False])
def test_the_tabs_share_the_body_s_height_and_run_into_the_bleed(right_hand: bool, ctx: BlockContext) -> None:
    fields = tuple(Field(origin=HERE, id=id_, label=written("柱", HERE), colour="green") for id_ in "abc")
    ticks, own = tabs(fields, fields[1], right_hand, ctx)
    assert words(own) == ["柱"]
    page = ctx.sheet.page
    edges = [edge(item) for item in [ticks[0], own[0], ticks[1]]]
    assert [top for _, _, top, _ in edges] == sorted(top for _, _, top, _ in edges)
    assert (edges[0][2], edges[-1][3]) == (pytest.approx(page.top), pytest.approx(page.bottom))
    assert len({round(bottom - top, 3) for _, _, top, bottom in edges}) == 1
    outer = page.width + page.bleed if right_hand else -page.bleed
    assert all((right if right_hand else left) == pytest.approx(outer) for left, right, _, _ in edges)
    assert edges[1][1] - edges[1][0] == pytest.approx(11.2 * MM)


def test_a_label_longer_than_its_tab_is_reported(ctx: BlockContext, report: Report) -> None:
    fields = tuple(
        Field(origin=HERE, id=str(i), label=written("長い名の柱" * 3, HERE), colour="green") for i in range(7)
    )
    tabs(fields, fields[0], True, ctx)
    assert [str(told.message) for told in report.diagnostics] == ["the field's label is too long for its thumb tab"]


def edge(item: Item) -> tuple[float, float, float, float]:
    """left, right, top, bottom"""
    assert isinstance(item, Shape)
    numbers = [value for value in item.path if not isinstance(value, str)]
    return min(numbers[::2]), max(numbers[::2]), min(numbers[1::2]), max(numbers[1::2])
