"""A look is what is seen, wherever it stands."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from report.page import Drawing, GlyphRun, Image, Item, Link, Placed, Raster, Shape, Stroke, placed
from report.page.shapes import mapped, rectangle
from report.record.looks import Looks
from report.source.annotations import Name
from report.style.sheet import StyleSheet
from report.units import Point, Rect, Size
from tests.words import written

SQUARE = rectangle(Rect(10, 20, 30.3, 40), fill="green.base")
RUN = GlyphRun(
    face="biz-gothic", size=9.0, ink="ink", x=11.7, y=31.1, gids=(5, 6), xs=(0.0, 9.0), texts=("森", "林"), width=18.0
)  # fmt: skip
DRAWING = Drawing("icon:a:ink", Size(10, 10), (rectangle(Rect(0, 0, 5, 5), fill="ink"),))
PLACED = Placed(drawing=DRAWING, matrix=(1.0, 0.0, 0.0, 1.0, 12.0, 13.0), clip=Rect(12, 13, 10, 10))
RASTER = Raster(1, 1, b"x", "FlateDecode", "DeviceRGB", "photo:1")
IMAGE = Image(data=RASTER, rect=Rect(3, 4, 50, 60))


@pytest.fixture(scope="module")
def run(sheet: StyleSheet) -> GlyphRun:
    return msgspec.structs.replace(RUN, face=sheet.fonts.names[0])


def look(sheet: StyleSheet, *items: Item, at: Point = Point(10, 20)) -> str:  # noqa: B008
    return Looks(sheet.palette, sheet.fonts).look(items, at)


def moved(item: Any, dx: float, dy: float) -> Any:
    replace = msgspec.structs.replace
    match item:
        case GlyphRun():
            return replace(item, x=item.x + dx, y=item.y + dy)
        case Shape():
            return replace(item, path=mapped(item.path, lambda x, y: (x + dx, y + dy)))
        case Image():
            return replace(item, rect=item.rect._replace(x=item.rect.x + dx, y=item.rect.y + dy))
    a, b, c, d, e, f = item.matrix
    clip = item.clip._replace(x=item.clip.x + dx, y=item.clip.y + dy)
    return replace(item, matrix=(a, b, c, d, e + dx, f + dy), clip=clip)


@pytest.mark.parametrize(("dx", "dy"), [(0.1, 0.2), (1 / 3, 700.123456), (-11.55, 0.005), (2.8346456692913384, 57.0)])
def test_what_stands_elsewhere_looks_the_same(sheet: StyleSheet, run: GlyphRun, dx: float, dy: float) -> None:
    items = (SQUARE, run, PLACED, IMAGE)
    there = look(sheet, *(moved(item, dx, dy) for item in items), at=Point(10 + dx, 20 + dy))
    assert there == look(sheet, *items)


@pytest.mark.parametrize("index", range(4))
def test_what_stands_elsewhere_in_its_block_does_not(sheet: StyleSheet, run: GlyphRun, index: int) -> None:
    items = [SQUARE, run, PLACED, IMAGE]
    before = look(sheet, *items)
    items[index] = moved(items[index], 0.0, 0.1)
    assert look(sheet, *items) != before


STROKED = msgspec.structs.replace(SQUARE, stroke=Stroke("ink", 1.0))
INNER = msgspec.structs.replace(DRAWING, items=(rectangle(Rect(0, 0, 5, 5), fill="green.base"),))


@pytest.mark.parametrize(
    ("item", "changes", "same"),
    [
        ("run", {"gids": (5, 7)}, False),
        ("run", {"xs": (0.0, 9.5)}, False),
        ("run", {"size": 9.5}, False),
        ("run", {"ink": "green.base"}, False),
        ("run", {"texts": ("木", "林")}, True),
        ("run", {"owner": written("森林"), "lang": "en", "link": "#a"}, True),
        (SQUARE, {"fill": "green.dark"}, False),
        (SQUARE, {"stroke": Stroke("ink", 1.0)}, False),
        (SQUARE, {"owner": written("森林")}, True),
        (STROKED, {"stroke": Stroke("ink", 1.5)}, False),
        (STROKED, {"stroke": Stroke("green.base", 1.0)}, False),
        (PLACED, {"drawing": INNER}, False),
        (PLACED, {"drawing": msgspec.structs.replace(DRAWING, key="icon:b:ink")}, True),
        (IMAGE, {"data": msgspec.structs.replace(RASTER, key="photo:2")}, False),
    ],
)
def test_what_nobody_sees_is_not_in_it(
    sheet: StyleSheet, run: GlyphRun, item: Any, changes: dict[str, Any], same: bool
) -> None:
    item = run if item == "run" else item
    assert (look(sheet, item) == look(sheet, msgspec.structs.replace(item, **changes))) is same


def test_links_are_not_seen(sheet: StyleSheet) -> None:
    assert look(sheet, SQUARE, Link(rect=Rect(0, 0, 1, 1), target="#a")) == look(sheet, SQUARE)


def test_an_ink_that_a_file_names_looks_as_it_does_by_its_plain_name(sheet: StyleSheet) -> None:
    ink = sheet.palette.inks[0].name
    one, other = (
        placed(Drawing("a", Size(5, 5), (rectangle(Rect(0, 0, 5, 5), fill=name),)), 0, 0) for name in (ink, Name(ink))
    )
    assert look(sheet, one) == look(sheet, other)
