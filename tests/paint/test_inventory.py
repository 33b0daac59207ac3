"""What pages hold: glyphs; and from a place on a page back to the YAML."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

import msgspec
import pytest

from report.messages import Origin, Report
from report.page import Artifact, Drawing, GlyphRun, Page, PageBoxes, Placed
from report.page.shapes import rectangle
from report.paint.inventory import check_glyphs, glyphs_of, page_finder, places
from report.style.fonts import FontBook, cluster_texts
from report.text import Run, Text
from report.units import Rect, Size
from tests.made_faces import face


def run(gids: tuple[int, ...], texts: Sequence[str], **more: object) -> GlyphRun:
    return GlyphRun(
        face="named", size=9, ink="ink", x=0, y=0, gids=gids, xs=(0.0,) * len(gids), texts=tuple(texts), width=9, **more
    )  # type: ignore[arg-type]


def page(*items: object) -> Page:
    return Page(1, "1", PageBoxes(Size(100, 100), 0), items)  # type: ignore[arg-type]


def test_glyphs_are_found_in_pages_in_drawings_and_in_hidden_text() -> None:
    drawing = Drawing("d", Size(9, 9), (run((3,), "区"),))
    placed = Placed(drawing=drawing, matrix=(1, 0, 0, 1, 0, 0))
    assert glyphs_of([page(run((1, 2), "練馬"), placed, placed)], [[run((4, 1), "年×")]]) == {
        "named": {1: "練", 2: "馬", 3: "区", 4: "年"}
    }


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> FontBook:
    path = tmp_path_factory.mktemp("faces") / "bars.ttf"
    path.write_bytes(face("練馬☎", blank="区 \u3000", variants=((ord("馬"), 0xFE0F, "馬"),)))
    return FontBook({"named": path})


def told(fonts: FontBook, items: list[object], hidden: list[GlyphRun]) -> list[str]:
    report = Report()
    check_glyphs([page(*items)], [hidden], fonts, report)
    return [str(each).partition("\n")[0] for each in report.diagnostics]


def words(fonts: FontBook, text: str) -> GlyphRun:
    glyphs = fonts.face("named").shape(text)
    made = Text(((Run(text, Origin("a.yaml", 4, 2)),),), Origin("a.yaml", 4, 1))
    return run(tuple(glyph.gid for glyph in glyphs), cluster_texts(text, glyphs), owner=made)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("練馬 \u3000", []),  # spaces have no ink
        ("練年", ['a.yaml:4:3: error: the face "named" has no glyph for "年" (U+5E74)']),
        ("練馬区", ['a.yaml:4:4: error: the glyph of the face "named" for "区" (U+533A) is blank']),
        (
            "年区月区区",
            [
                'a.yaml:4:2: error: the face "named" has no glyph for these 2: "年" (U+5E74) a.yaml:4:2; "月" (U+6708) '
                "a.yaml:4:4",
                'a.yaml:4:3: error: the glyph of the face "named" for "区" (U+533A) is blank',
            ],
        ),
        ("馬\ufe0f", []),
        (
            "練☎\ufe0f",
            ['a.yaml:4:3: warning: the face "named" has no emoji form of "☎\ufe0f" (U+260E U+FE0F): it prints as text'],
        ),
    ],
)
def test_a_glyph_that_would_not_show_is_told_at_its_place(fonts: FontBook, text: str, expected: list[str]) -> None:
    assert told(fonts, [words(fonts, text)], []) == expected


def test_hidden_text_needs_glyphs_but_no_ink(fonts: FontBook) -> None:
    hidden = msgspec.structs.replace(words(fonts, "区年"), ink="")
    assert told(fonts, [], [hidden]) == ['a.yaml:4:3: error: the face "named" has no glyph for "年" (U+5E74)']


def owned(x: float, y: float, owner: object) -> GlyphRun:
    return GlyphRun(
        face="text", size=10, ink="ink", x=x, y=y, gids=(1,), xs=(0.0,), texts=("a",), width=40, owner=owner
    )


@pytest.mark.parametrize(
    ("page", "box", "line"),
    [
        (1, (10, 42, 20, 9), 2),  # within the text, though the ground holds it, too
        (1, (10.4, 41.6, 40, 9), 2),  # by less than half a point beyond the text's right edge
        (1, (10.8, 42, 40, 9), 1),  # by more
        (1, (150, 150, 5, 5), 1),  # the ground alone
        (1, (190, 190, 40, 40), 1),  # most of it
        (1, (300, 300, 5, 5), None),
        (2, (10, 42, 20, 9), None),  # an artifact has no place
        (3, (10, 42, 20, 9), None),
        (0, (10, 42, 20, 9), None),
    ],
)
def test_the_smallest_owned_item_that_holds_a_box_names_it(
    page: int, box: tuple[float, float, float, float], line: int | None
) -> None:
    ground = rectangle(Rect(0, 0, 200, 200), fill="ink", owner=SimpleNamespace(origin=Origin("a.yaml", 1)))
    text = owned(10, 50, SimpleNamespace(origin=Origin("a.yaml", 2)))
    boxes = PageBoxes(Size(200, 200), 9)
    pages = [
        Page(1, "1", boxes, (ground, text, owned(10, 50, None))),
        Page(2, "2", boxes, (owned(10, 50, Artifact.PAGINATION),)),
    ]
    assert places(pages)(page, box) == (Origin("a.yaml", line) if line else None)


def test_a_place_in_the_yaml_is_on_the_pages_of_what_holds_it() -> None:
    boxes = PageBoxes(Size(200, 200), 9)
    owners = [SimpleNamespace(origin=Origin("a.yaml", line, 3)) for line in (5, 9)]
    pages = [
        Page(1, "1", boxes, (owned(10, 50, owners[0]), owned(10, 80, Artifact.PAGINATION))),
        Page(2, "2", boxes, (owned(10, 50, owners[0]), owned(10, 80, owners[1]), owned(10, 99, None))),
    ]
    find = page_finder(pages)
    asked = [("a.yaml", 5, 3), ("a.yaml", 7, 20), ("a.yaml", 9, 2), ("a.yaml", 9, 3), ("a.yaml", 99, 1)]
    assert [find(Origin(*each)) for each in asked] == [(1, 2), (1, 2), (1, 2), (2,), (2,)]
    assert [find(Origin(*each)) for each in (("a.yaml", 5, 2), ("b.yaml", 9, 9))] == [(), ()]
