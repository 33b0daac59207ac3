"""What is higher than a page goes on in the next one: text by lines, tables by rows, each where it may be parted."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest

from report import pipeline
from report.cache import Cache
from report.conform.tagged.reading import reading
from report.conform.tagged.tagtree import tag_tree
from report.messages import Failure, Report
from report.page import Artifact, GlyphRun, Page
from report.text import Text
from tests.layout.test_paginate import HEAD, TOPIC

SENTENCE = (
    "区では、窓口を開きました。くわしくは区のホームページをご覧ください。費用の半分を区が負担し、取組を着実に進めます。"
)
LONG = "\n\n".join(SENTENCE * (1 + count * 5 % 7) for count in range(23))
Flow = Callable[..., tuple[Page, ...]]


def text(body: str, more: str = "") -> str:
    indented = "".join(f"              {line}\n" if line else "\n" for line in body.split("\n"))
    return f"  - rows:\n      - text:\n{more}          body: |\n{indented}"


def table(rows: int) -> str:
    cells = "".join(f"            - ['{row}', 第{row}保育園, {row * 7}人]\n" for row in range(1, rows + 1))
    head = "          caption: 施設の一覧\n          header: [番号, 名称, 定員]\n          rows:\n"
    return f"  - rows:\n      - table:\n{head}{cells}"


@pytest.fixture
def flow(project: Path, cache: Path) -> Flow:
    """flow(a section's topics, keys before them) -> its pages."""

    def lay(topics: str, more: str = "") -> tuple[Page, ...]:
        (project / "data/sections/01-first.yaml").write_text(f"{HEAD}{more}topics:\n{topics}", encoding="utf-8")
        report = Report()
        made = pipeline.lay_out(pipeline.Wish(project / "data/brochure.yaml", cache=Cache(cache)), report)
        return tuple(page for page in made.pages if any(region.scope == "first" for region in page.regions))

    return lay


def lines(page: Page, kind: str) -> list[tuple[int, float, float, str]]:
    """Of blocks of a kind: paragraph, column's left, baseline, words."""
    runs = [
        run
        for region in page.regions
        if region.told.kind == kind
        for run in region.items
        if isinstance(run, GlyphRun) and isinstance(run.owner, Text)
    ]
    made = []
    for (paragraph, y), group in groupby(runs, lambda run: (run.paragraph, round(run.y, 2))):
        each = list(group)
        made.append((paragraph, round(each[0].x, 1), y, "".join("".join(run.texts) for run in each)))
    return made


def test_a_text_goes_on_over_pages_and_loses_nothing(flow: Flow) -> None:
    pages = flow(text(LONG))
    assert len(pages) == 3
    words = "".join(line[3] for page in pages for line in lines(page, "text"))
    assert words == LONG.replace("\n", "")
    for page in pages[1:-1]:
        assert page.body and 0 <= page.body.frame.bottom - lines(page, "text")[-1][2] < 45  # two lines at most are left


@pytest.mark.parametrize("more", ["", "          columns: 2\n"])
def test_no_line_stands_alone(flow: Flow, more: str) -> None:
    """At a column's or page's end stand two lines of a paragraph at least, or all of it."""
    pages = flow(text(LONG, more))
    counted: dict[int, int] = {}
    pieces: list[tuple[int, int]] = []
    for page in pages:
        for (paragraph, _), group in groupby(lines(page, "text"), lambda line: line[:2]):
            count = len(list(group))
            counted[paragraph] = counted.get(paragraph, 0) + count
            pieces.append((paragraph, count))
    assert len(pieces) > len(counted)
    assert all(count >= 2 or counted[paragraph] == 1 for paragraph, count in pieces)


def test_columns_are_of_one_height_where_the_text_ends(flow: Flow) -> None:
    (page,) = flow(text(SENTENCE * 8, "          columns: 2\n"))
    left, right = (
        [line for line in lines(page, "text") if line[1] == x]
        for x in sorted({line[1] for line in lines(page, "text")})
    )
    assert left[0][2] == right[0][2] and 0 <= len(left) - len(right) <= 1


def test_a_table_goes_on_with_its_header(flow: Flow, project: Path, cache: Path) -> None:
    pages = flow(table(70))
    assert len(pages) > 1
    rows = [re.findall(r"第(\d+)保育園", "".join(line[3] for line in lines(page, "table"))) for page in pages]
    assert [int(row) for each in rows for row in each] == [*range(1, 71)]
    for page in pages[1:]:
        repeated = "".join(
            "".join(run.texts) for run in page.items if isinstance(run, GlyphRun) and run.owner is Artifact.LAYOUT
        )
        assert repeated == "施設の一覧（つづき）番号名称定員"
    built = pipeline.build(pipeline.Wish(project / "data/brochure.yaml", cache=Cache(cache)), project / "o", Report())
    told = reading(tag_tree(built.files[0].file), None)
    assert "表 71行 3列" in told and told.count("説明 施設の一覧") == 1 and "（つづき）" not in told


def test_a_heading_stays_with_two_lines(flow: Flow) -> None:
    """Below a picture that leaves room for the heading and one line, both begin the next page."""
    for height in range(60, 190):
        topics = f"{TOPIC % height}  - heading: 文章\n    rows:\n      - text: |\n"
        body = "".join(f"          {line}\n" if line else "\n" for line in LONG.split("\n"))
        pages = flow(topics + body)
        here = [line for line in lines(pages[0], "text")]
        heading = [line for line in lines(pages[0], "heading") if line[3] == "文章"]
        assert bool(here) == bool(heading)
        assert not here or len(here) >= 2
        if not heading:
            return
    raise AssertionError("never went over")


def test_what_fits_on_a_page_is_not_cut(flow: Flow) -> None:
    topics = TOPIC % 100 + text(SENTENCE * 12).replace("  - rows", "  - heading: 文章\n    rows")
    pages = flow(topics)
    assert [bool(lines(page, "text")) for page in pages] == [False, True]
    assert lines(flow(topics, "flow: true\n")[0], "text")


def test_what_cannot_be_cut_is_told(flow: Flow) -> None:
    with pytest.raises(Failure) as told:
        flow(TOPIC % 300)
    assert "too high" in str(told.value)


def test_cells_side_by_side_are_cut_each(flow: Flow) -> None:
    body = LONG.replace("\n\n", "\\n\\n")
    cell = "span: 6\n          blocks: [{{ text: {0} }}]\n"
    topics = "  - rows:\n      - - " + cell.format(f'"{body}"') + "        - " + cell.format("短い。")
    pages = flow(topics)
    words = ["".join(line[3] for line in lines(page, "text")) for page in pages]
    assert "短い。" in words[0] and "短い。" not in words[1]
    assert "".join(words).replace("短い。", "") == LONG.replace("\n", "")
