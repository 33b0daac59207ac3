"""Words over words, under things, off the page and too small: told of any number of a style that does it, and of none
that does not."""

from __future__ import annotations

import contextlib
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
import yaml

from report import pipeline
from report.cache import Cache
from report.conform.overlaps import check_overlaps
from report.messages import Failure, Origin, Report, message
from report.page import Artifact, Body, Drawing, GlyphRun, Item, Page, PageBoxes, placed
from report.page.shapes import circle, rectangle
from report.style.sheet import StyleSheet
from report.text import Text
from report.units import MM, Rect, Size
from tests.conftest import Editions

OURS = ("words-", "overlaps-", "type-too-small", "gap-below-zero", "leading-below-size")
TWO_TEXTS = "            - text: ここに本文が並びます。\n            - points:"
LONG = "lead: " + "この冊子は、組版の試験に使う小さな見本です。" * 4 + "\n"


def told(project: Path, cache: Path, changes: dict[str, object]) -> set[str]:
    """What is said of the small brochure when numbers of its style are changed: the ids of messages."""
    style = project / "styles/nerima.yaml"
    tree = yaml.safe_load(style.read_text(encoding="utf-8"))
    for path, value in changes.items():
        *groups, key = path.split("/")
        holder = tree
        for group in groups:
            holder = holder[group]
        holder[key] = value
    style.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    section = project / "data/sections/01-first.yaml"
    written = section.read_text(encoding="utf-8").replace("            - points:", TWO_TEXTS)
    written = "".join(LONG if line.startswith("lead:") else line for line in written.splitlines(keepends=True))
    section.write_text(written, encoding="utf-8")
    report = Report()
    with contextlib.suppress(Failure):
        pipeline.lay_out(pipeline.Wish(project / "data/brochure.yaml", cache=Cache(cache)), report)
    assert all(each.origin and each.origin.file for each in report.diagnostics)
    return {each.message.id for each in report.diagnostics if each.message.id.startswith(OURS)}


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({}, ""),
        ({"gaps/block": -30}, "gap-below-zero words-beyond-body"),
        ({"gaps/block": -8}, "gap-below-zero words-over-words"),
        ({"gaps/topic": -30}, "gap-below-zero"),
        ({"gaps/heading": -30}, "gap-below-zero words-beyond-body words-covered"),
        ({"gaps/row": -30}, "gap-below-zero words-covered"),
        (
            {"page/top": 0},
            "overlaps-more words-covered words-near-trim words-on-picture words-over-words",
        ),
        ({"page/bottom": 297}, "words-on-picture"),
        ({"page/outer": 0}, "words-covered words-near-trim"),
        ({"page/inner": 0}, "words-near-trim"),
        ({"page/band": 200}, "words-on-picture"),
        ({"text/body/leading": "1Q"}, "leading-below-size"),
        ({"text/lead/leading": "8Q"}, "words-over-themselves"),
        ({"text/body/tracking": -0.9}, "words-over-themselves"),
        ({"text/body/tracking": -0.25}, "words-over-themselves"),
        ({"text/body/tracking": -0.05}, ""),
        (
            {"text/topic/size": "200Q"},
            "leading-below-size words-covered words-on-picture words-over-words",
        ),
        ({"text/body/rise": 30}, "words-beyond-body"),
        ({"text/body/size": "6Q"}, "type-too-small"),
        ({"text/chart-value/size": "5Q", "charts/values/smallest": "5Q"}, "type-too-small"),
        ({"text/folio/size": "120Q"}, "leading-below-size words-beyond-trim words-over-words"),
        ({"furniture/folio/foot": 1}, "words-near-trim"),
        ({"furniture/folio/number-drop": 40}, "words-beyond-trim"),
        ({"furniture/tabs/active": 60}, "words-covered"),
        ({"furniture/opener/number-width": 2}, "words-over-words"),
        ({"furniture/opener/lead-gap": -30}, "words-over-words"),
        ({"furniture/cover/title-top": 90}, "words-over-words"),
        ({"furniture/cover/title-left": 0}, "words-near-trim"),
        ({"blocks/picture/caption-gap": -6}, "words-on-picture"),
        ({"blocks/points/icon": 30}, "words-on-picture"),
    ],
    ids=str,
)
def test_a_number_of_the_style(project: Path, cache: Path, changes: dict[str, object], expected: str) -> None:
    assert told(project, cache, changes) == {*expected.split()}


@pytest.mark.parametrize("name", ["sample", "stress"])
def test_nothing_is_told_of_a_sound_edition(name: str, edition: Editions) -> None:
    """ "stress" has a cover's title of two lines, and a star beside a chart with an axis of years."""
    found = edition(name)
    report = Report()
    check_overlaps(found.laid.pages, found.laid.sheet, report)
    assert report.diagnostics == () and not [d for d in found.report.diagnostics if d.message.id.startswith(OURS)]


TRIM = Size(210 * MM, 297 * MM)
OWNER, OTHER = (Text.of(words, Origin("sections/01.yaml", line, 3)) for words, line in (("一", 4), ("二", 9)))


def run(sheet: StyleSheet, text: str, x: float, y: float, owner: object = OWNER, **more: object) -> GlyphRun:
    face = sheet.fonts.face("text")
    size = float(more.pop("size", 10))  # type: ignore[arg-type]
    glyphs = face.shape(text)
    xs = tuple(size * i for i in range(len(glyphs)))
    return GlyphRun(
        face="text", size=size, ink="ink", x=x, y=y, gids=tuple(g.gid for g in glyphs), xs=xs, texts=tuple(text),
        width=size * len(glyphs), owner=owner, **more,
    )  # type: ignore[arg-type]  # fmt: skip


def said(sheet: StyleSheet, *items: Item, body: Body | None = None) -> list[str]:
    report = Report()
    check_overlaps([Page(1, "1", PageBoxes(TRIM, 9), items, body)], sheet, report)
    return [f"{each.origin}: {each.severity}: {each.message}" for each in report.diagnostics]


def test_words_over_words_name_both_and_stand_at_the_later_ones_place(sheet: StyleSheet) -> None:
    assert said(sheet, run(sheet, "国道", 100, 100), run(sheet, "区道", 105, 103, OTHER)) == [
        'sections/01.yaml:9:3: error: page 1: "区道" is printed over "国道"'
    ]
    assert said(sheet, run(sheet, "国道", 100, 100), run(sheet, "区道", 105, 110, OTHER)) == []
    assert said(sheet, run(sheet, "国道", 100, 100), run(sheet, "　", 105, 103, OTHER)) == []


def test_a_mark_joins_its_base(sheet: StyleSheet) -> None:
    joined = run(sheet, "か\u309aです", 100, 100)
    assert (
        said(sheet, msgspec.structs.replace(joined, xs=(0, 8, 12, 22), texts=("か\u309a", "", "で", "す"), width=32))
        == []
    )
    close = msgspec.structs.replace(joined, xs=(0, 4, 8, 12), texts=tuple("かきくけ"), width=22)
    assert "the letters of" in said(sheet, close)[0]


def test_of_two_texts_it_is_told_once_and_of_many_the_number(sheet: StyleSheet) -> None:
    lines = [run(sheet, "国道", 100, 100 + 3 * i) for i in range(4)]
    assert len(said(sheet, *lines)) == 1
    texts = [Text.of("国", Origin("a.yaml", i)) for i in range(1, 10)]
    many = said(sheet, *(run(sheet, "国", 100, 100 + 5 * i, text) for i, text in enumerate(texts)))
    assert len(many) == 6 and many[-1].endswith("3 more texts like these")


def test_drawings_and_matrices(sheet: StyleSheet) -> None:
    drawing = Drawing("chart:1", Size(50, 40), (run(sheet, "国", 2, 20, None), run(sheet, "道", 20, 20, None)))
    chart = SimpleNamespace(origin=Origin("sections/01.yaml", 20, 1))
    assert said(sheet, placed(drawing, 100, 100, chart), run(sheet, "区", 103, 120)) == [
        'sections/01.yaml:4:3: error: page 1: "区" is printed over "国"'
    ]
    assert said(sheet, placed(drawing, 100, 100, chart), run(sheet, "区", 140, 120)) == []
    leaving = Drawing("chart:2", Size(50, 40), (run(sheet, "国", 45, 20, None),))
    assert "leaves its chart by 1.5 mm" in said(sheet, placed(leaving, 100, 100, chart))[0]
    turned = run(sheet, "国道", 100, 100, matrix=(0.0, 1.0, -1.0, 0.0, 0.0, 0.0))
    assert len(said(sheet, turned, run(sheet, "区", 100, 119, OTHER))) == 1
    assert said(sheet, turned, run(sheet, "区", 110, 109, OTHER)) == []


def test_what_is_painted_later_hides_and_what_is_painted_before_carries(sheet: StyleSheet) -> None:
    words, ground = run(sheet, "国道", 100, 100), rectangle(Rect(95, 85, 40, 20), "base")
    assert said(sheet, ground, words) == []
    assert [each.partition(": error: ")[2] for each in said(sheet, words, ground)] == [
        'page 1: "国道" is covered by a ground or a rule'
    ]
    beside = circle(95, 85, 8, "base")  # its square reaches over the words, its ink does not
    assert said(sheet, run(sheet, "国", 100, 101), beside) == []


def test_pictures_furniture_and_the_cut(sheet: StyleSheet) -> None:
    words, tab = run(sheet, "国道", 100, 100), Rect(95, 85, 40, 20)
    picture = placed(Drawing("p", Size(40, 20), (rectangle(Rect(0, 0, 40, 20), "base"),)), 95, 85)
    assert said(sheet, picture, words) == ['sections/01.yaml:4:3: warning: page 1: "国道" is printed on a picture']
    assert said(sheet, picture, rectangle(tab, "paper"), words) == []
    furniture = rectangle(tab, "base", owner=Artifact.PAGINATION)
    assert "is printed on a thumb tab" in said(sheet, furniture, words)[0]
    assert (
        "is printed on a block"
        in said(sheet, rectangle(tab, "base"), run(sheet, "3", 100, 100, Artifact.PAGINATION))[0]
    )
    assert said(sheet, rectangle(tab, "base", owner=Artifact.BACKGROUND), words) == []
    assert "is cut off: it leaves the page by 0.9 mm" in said(sheet, run(sheet, "国道", 590 - 12, 100))[0]
    edge = rectangle(Rect(585, 90, 20, 20), "base", owner=Artifact.PAGINATION)
    assert said(sheet, edge, run(sheet, "国", 584, 100, Artifact.PAGINATION, size=9)) == []


def test_small_type_is_told_by_its_size_on_the_page(sheet: StyleSheet) -> None:
    assert "is set in 4.9 pt; below 5 pt" in said(sheet, run(sheet, "国道", 100, 100, size=4.9))[0]
    assert said(sheet, run(sheet, "国道", 100, 100, size=5)) == []
    assert said(sheet, run(sheet, "くに", 100, 100, size=3, role="reading")) == []
    assert "below 3 pt" in said(sheet, run(sheet, "くに", 100, 100, size=2.9, role="reading"))[0]


def test_a_page_that_is_too_full_has_been_told(sheet: StyleSheet) -> None:
    off = run(sheet, "国道", 100, 860)
    frame = Rect(50, 50, 400, 700)
    assert len(said(sheet, off, body=Body(frame, 0, 1, overfull=False))) == 2
    assert said(sheet, off, body=Body(frame, 0, 1, overfull=True)) == []


def test_what_is_told_of_a_text_already_is_enough(sheet: StyleSheet) -> None:
    report = Report()
    report.error(OTHER.origin, message("text-beyond-box", taken="9", given="8"))
    pages = [Page(1, "1", PageBoxes(TRIM, 9), (run(sheet, "国道", 100, 100), run(sheet, "区道", 105, 103, OTHER)))]
    check_overlaps(pages, sheet, report)
    assert len(report.diagnostics) == 1
