"""Topics on pages: what goes where, from which height, and what is said where a page cannot be filled."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from report import pipeline
from report.cache import Cache
from report.messages import Failure, Report
from report.page import Destination, Page, Placed
from report.units import MM

HEAD = "field: intro\ntitle: はじめの一歩\npicture: square\nlead: この冊子は、小さな見本です。\n"
CHART = "  - rows: [{ chart: { kind: bars, title: 公園, height: %s, series: [{ id: parks }] } }]\n"
WORDED = CHART.replace("rows: [", "rows: [[[").replace("} }]\n", "} }, { text: 公園 }]]]\n")
HALF = "  - { heading: 半分, span: 6, rows: [{ picture: { id: square, height: %s, fixed: true, fit: cover } }] }\n"
TOPIC = (
    "  - { heading: 数と絵, icon: home, rows: [{ picture: { id: square, height: %s, fixed: true, fit: cover } }] }\n"
)
NEW = TOPIC.replace("rows:", "page: new, rows:")

LaidOut = Callable[..., tuple[tuple[Page, ...], list[str]]]


@pytest.fixture
def laid(project: Path, cache: Path) -> LaidOut:
    """laid(a section's topics, and keys before them) -> the section's pages, what was said."""

    def lay(topics: str, more: str = "") -> tuple[tuple[Page, ...], list[str]]:
        (project / "data/sections/01-first.yaml").write_text(f"{HEAD}{more}topics:\n{topics}", encoding="utf-8")
        report = Report()
        pages: tuple[Page, ...] = ()
        with contextlib.suppress(Failure):
            wish = pipeline.Wish(project / "data/brochure.yaml", cache=Cache(cache))
            pages = pipeline.lay_out(wish, report).pages[1:]
        told = [str(told.message) for told in report.diagnostics if "saddle" not in str(told.message)]
        return pages, told

    return lay


def topics_of(pages: tuple[Page, ...]) -> list[list[float]]:
    """For each page the heights its topics begin at, mm."""
    return [[round(i.y / MM, 1) for i in p.items if isinstance(i, Destination) and i.level == 2] for p in pages]


def test_a_topic_that_does_not_fit_begins_the_next_page(laid: LaidOut) -> None:
    pages, _ = laid(TOPIC % 79 + TOPIC % 79 + TOPIC % 60)
    assert topics_of(pages)[:2] == [[84.5, 184.6], [18.0]]


def test_a_page_without_a_head_begins_high_and_holds_more(laid: LaidOut) -> None:
    pages, _ = laid(TOPIC % 60 + NEW % 70 + TOPIC % 70 + TOPIC % 60)
    assert topics_of(pages)[:2] == [[84.5], [18.0, 109.1, 200.2]]


def test_below_a_panorama_the_body_begins_where_it_does_below_the_band(laid: LaidOut) -> None:
    pages, _ = laid(TOPIC % 60 + NEW % 60, more="panorama: square\n")
    assert topics_of(pages)[:2] == [[84.5], [84.5]]
    assert any(isinstance(item, Placed) and item.clip and item.clip.y < 0 for item in pages[1].items)


def test_charts_are_lowered_where_pictures_cannot_give_way(laid: LaidOut) -> None:
    """The page's 193.5 mm less 18.2 mm of each panel and 8.5 mm between them leave 148.6 mm for two drawings."""
    pages, told = laid(CHART % 85 + CHART % 85)
    assert told == []
    assert len(pages) == 3
    assert sum(heights(pages[0])) == pytest.approx(148.6, abs=0.1)


def test_charts_are_raised_but_not_beyond_the_style(laid: LaidOut) -> None:
    pages, told = laid(WORDED % 40 + WORDED % 40)
    assert heights(pages[0]) == [46.0, 46.0]
    assert [re.sub(r"\d+", "…", words) for words in told] == ["page … ends … mm above its foot"]


def test_charts_that_are_still_too_high_part(laid: LaidOut) -> None:
    pages, _ = laid(CHART % 100 + CHART % 100)
    assert [len(heights(page)) for page in pages[:2]] == [1, 1]


def test_what_no_page_can_hold_is_reported_with_its_place(laid: LaidOut) -> None:
    pages, told = laid(TOPIC % 200)
    assert pages == ()
    assert told == ["this topic is 19.1 mm too high for page 2"]


def test_white_at_the_foot_is_reported(laid: LaidOut) -> None:
    _, told = laid(TOPIC % 100)
    assert told == ["page 2 ends 81 mm above its foot"]


def test_topics_stand_side_by_side_while_their_spans_fit(laid: LaidOut) -> None:
    pages, _ = laid(HALF % 60 + HALF % 60 + HALF % 60)
    assert topics_of(pages)[0] == [84.5, 84.5, 166.0]


def heights(page: Page) -> list[float]:
    """Of the page's charts, mm."""
    return [round(i.drawing.size.height / MM, 2) for i in page.items if isinstance(i, Placed) and not i.clip]


def test_the_grid_has_as_many_columns_as_the_style_says(laid: LaidOut, project: Path) -> None:
    style = project / "styles/nerima.yaml"
    text = style.read_text(encoding="utf-8").replace("columns: 12", "columns: 6", 1)
    text = text.replace("tile-columns: 4\n    text-columns: 8", "tile-columns: 2\n    text-columns: 4", 1)
    style.write_text(text, encoding="utf-8")
    three = HALF.replace("span: 6", "span: 3")
    pages, told = laid(three % 60 + three % 60 + TOPIC % 99)
    assert told == []
    assert topics_of(pages)[0] == [84.5, 84.5, 166.0]
    xs = sorted(round(i.clip.x / MM) for i in pages[0].items if isinstance(i, Placed) and i.clip and i.clip.y > 200)
    assert xs == [18, 18, 110]


def test_an_opener_wider_than_the_grid_is_reported_once(laid: LaidOut, project: Path) -> None:
    style = project / "styles/nerima.yaml"
    style.write_text(style.read_text(encoding="utf-8").replace("columns: 12", "columns: 11", 1), encoding="utf-8")
    _, told = laid(TOPIC % 180)
    assert told == ["picture and words of an opener take 4 and 8 columns, the page has 11"]
