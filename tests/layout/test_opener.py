"""The head of a section's pages: the picture at the outer corner, the words at the spine's side."""

from __future__ import annotations

from typing import Any

import pytest

from report.compose.context import BlockContext
from report.content.model import Field, Section
from report.layout.opener import opener, panorama
from report.messages import Origin, Report
from report.page import Destination, GlyphRun, Item, Placed
from report.units import MM
from tests.words import written

HERE = Origin("t.yaml", 3, 8)
FIELD = Field(origin=HERE, id="a", label=written("みどり", HERE), colour="green")


def section(**more: Any) -> Section:
    known = {"title": written("緑を増やす", HERE), "lead": written("公園が増えました。", HERE), "picture": "tile-01"}
    return Section(origin=HERE, id="green", field="a", topics=(), **{**known, **more})


def clips(items: list[Item]) -> list[tuple[int, ...]]:
    """Left, top, right, bottom of the pictures, mm."""
    found = [item.clip for item in items if isinstance(item, Placed) and item.clip]
    return [tuple(round(value / MM) for value in (c.x, c.y, c.right, c.bottom)) for c in found]


def runs(items: list[Item]) -> dict[str, GlyphRun]:
    return {"".join(item.texts): item for item in items if isinstance(item, GlyphRun)}


@pytest.mark.parametrize("right_hand", [True, False])
def test_picture_and_words_mirror(right_hand: bool, ctx: BlockContext, report: Report) -> None:
    items = opener(section(), "09", FIELD, right_hand, ctx)
    page = ctx.sheet.page
    tile = clips(items)[0]
    assert tile[1] == -3 and tile[3] == round(page.band / MM)
    assert (tile[2] if right_hand else tile[0]) == (213 if right_hand else -3)
    left, right = (tile[2], 210 - 14) if not right_hand else (14, tile[0])
    for word, run in runs(items).items():
        assert left * MM <= run.x and run.x + run.width <= right * MM, word
    assert [(i.name, i.title, i.level) for i in items if isinstance(i, Destination)] == [
        ("section:green", "09 緑を増やす", 1)
    ]
    assert report.diagnostics == ()


def test_a_long_title_is_set_smaller(ctx: BlockContext, report: Report) -> None:
    def size(title: str) -> float:
        items = opener(section(title=written(title, HERE)), "09", FIELD, True, ctx)
        return max(run.size for word, run in runs(items).items() if word.startswith("緑を"))

    assert size("緑をさらに大きく増|やすための新しい取組みだ") < size("緑をさらに|大きく増やす")
    assert report.diagnostics == ()


@pytest.mark.parametrize(("key", "words"), [("title", "緑を増やす" * 30), ("lead", "公園が増えました。" * 80)])
def test_words_beyond_their_place_are_reported(key: str, words: str, ctx: BlockContext, report: Report) -> None:
    opener(section(**{key: written(words, HERE)}), "09", FIELD, True, ctx)
    assert [str(told.message)[:26] for told in report.diagnostics] == ["text does not fit its box "]


def test_a_panorama_runs_into_the_bleed_on_three_sides(ctx: BlockContext) -> None:
    assert clips(panorama(section(panorama="pano-town"), ctx)) == [(-3, -3, 213, 76)]
