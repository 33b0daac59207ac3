"""The pages that are no sections, on their places."""

from __future__ import annotations

import pytest

from report.compose.context import BlockContext
from report.content.model import BackCover, Brochure, Contents, Cover, Field, Section
from report.layout.back_cover import lay_back_cover
from report.layout.contents import lay_contents
from report.layout.cover import lay_cover
from report.layout.ornaments import Ornament, ornament, read_ornament
from report.messages import Origin
from report.page import GlyphRun, Item, Link, Placed, Shape
from report.text import Text
from report.units import MM, Rect
from tests.words import written

HERE = Origin("test.yaml", 1, 1)


def text(source: str) -> Text:
    return written(source, HERE)


def brochure(*fields: str) -> Brochure:
    """A brochure with a section for each field named, in that order."""
    known = (("a", "navy"), ("b", "teal"))
    sections = tuple(
        Section(
            origin=HERE,
            id=f"s{i}",
            field=field,
            title=text(f"題{i}|です"),
            picture=f"tile-{i + 1:02}",
            lead=text("リード"),
            topics=(),
        )
        for i, field in enumerate(fields)
    )
    return Brochure(
        origin=HERE,
        id="test",
        title=text("題"),
        publisher=text("練馬区"),
        year="",
        date="2023-10-01",
        style="nerima.yaml",
        fields=tuple(Field(origin=HERE, id=id_, label=text(id_), colour=colour) for id_, colour in known),
        pages=(),
        sections=sections,
        mark="mark",
    )


def bounds(item: Shape) -> tuple[float, ...]:
    """Left, top, right, bottom in mm of a path without curves."""
    numbers = [value / MM for value in item.path if not isinstance(value, str)]
    xs, ys = numbers[::2], numbers[1::2]
    return tuple(round(value, 2) for value in (min(xs), min(ys), max(xs), max(ys)))


def filled(items: list[Item], ink: str) -> list[tuple[float, ...]]:
    return [bounds(item) for item in items if isinstance(item, Shape) and item.fill == ink]


def test_the_mosaic_draws_a_number_once_over_its_square_and_into_the_bleed(ctx: BlockContext) -> None:
    mosaic = (("01", "01", "02"), ("01", "01", "03"))
    cover = Cover(origin=HERE, title=text("改革"), subtitle=text("取組"), mosaic=mosaic)
    items = lay_cover(cover, brochure("a", "b", "b"), ctx)
    assert not ctx.report.diagnostics
    clips = [item.clip for item in items if isinstance(item, Placed)][:3]
    corners = [[round(v / MM) for v in (c.x, c.y, c.right, c.bottom)] for c in clips]
    assert corners == [[-3, 157, 140, 300], [140, 157, 213, 227], [140, 227, 213, 300]]


def test_the_strip_turns_round_on_the_back(ctx: BlockContext) -> None:
    made = brochure("a", "b")
    cover = Cover(origin=HERE, title=text("改革"), subtitle=text("取組"), mosaic=(("01", "02"),))
    front = lay_cover(cover, made, ctx)
    back = BackCover(origin=HERE, title=text("改"), publisher=text("区"), pattern=(("disc paper ink ink2",) * 2,))
    behind = lay_back_cover(back, made, ctx)
    assert filled(front, "navy.base") == filled(behind, "teal.base") == [(-3, 188.4, 105, 192)]


def test_contents_spread_their_groups_to_the_foot(ctx: BlockContext) -> None:
    sheet = Contents(origin=HERE, heading=text("目次"))
    starts = {"s0": "3", "s1": "4", "s2": "6"}
    items = lay_contents(sheet, brochure("a", "b", "b"), starts, ctx)
    assert not ctx.report.diagnostics
    assert filled(items, "navy.base")[0] == (18, 44, 49, 58.45)
    assert filled(items, "teal.base") == [(18, 278 - 28.65, 49, 278)]
    links = [item for item in items if isinstance(item, Link)]
    assert [link.target for link in links] == ["#section:s0", "#section:s1", "#section:s2"]
    assert links[0].title == "題0です"
    assert "".join(t for item in items if isinstance(item, GlyphRun) for t in item.texts).endswith("03題2です6")


def test_contents_mirror_on_a_right_hand_page(ctx: BlockContext) -> None:
    items = lay_contents(Contents(origin=HERE, heading=text("目次")), brochure("a"), {"s0": "3"}, ctx, True)
    assert min(item.x for item in items if isinstance(item, GlyphRun)) == pytest.approx(14 * MM)


def test_contents_too_long_for_a_page_are_reported(ctx: BlockContext) -> None:
    made = brochure(*"a" * 15, "b")
    starts = {section.id: "3" for section in made.sections}
    made = Brochure(**{name: getattr(made, name) for name in made.__struct_fields__} | {"sections": made.sections * 2})
    lay_contents(Contents(origin=HERE, heading=text("目次")), made, starts, ctx)
    assert "contents of 32 sections do not fit" in str(ctx.report.diagnostics[0].message)


def test_an_ornament_runs_on_into_the_bleed_where_a_straight_side_meets_it() -> None:
    quarter = Ornament("quarter", "paper", "ink", "ink2", 0.0)
    items = ornament(quarter, Rect(0, 0, 10, 10), (0, 0, 3, 3))
    assert bounds(items[0]) == tuple(round(v / MM, 2) for v in (0, 0, 13, 13))
    strips = [bounds(item) for item in items[2:4] if isinstance(item, Shape)]
    assert strips == [tuple(round(v / MM, 2) for v in box) for box in ((0, 10, 13, 13), (10, 0, 13, 13))]


def test_an_ornament_turns_clockwise() -> None:
    quarter = Ornament("quarter", "paper", "ink", "ink2", 90.0)
    shape = ornament(quarter, Rect(0, 0, 10, 10), (0, 0, 0, 0))[1]
    assert isinstance(shape, Shape)
    assert shape.path[1:3] == pytest.approx((0, 10))  # the centre, from lower right to lower left


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("quater paper ink ink", 'no ornament is called "quater"', 'did you mean "quarter"?'),
        ("disc paper ink", '"disc paper ink" is not an ornament', ""),
        ("disc papre ink ink2", 'no ink is called "papre"', 'did you mean "paper"?'),
        ("disc paper ink ink2 45", '"45" is not a turn', ""),
    ],
)
def test_a_bad_ornament_is_reported(ctx: BlockContext, written: str, message: str, hint: str) -> None:
    assert read_ornament(written, HERE, ctx.sheet.palette, ctx.report) is None
    (told,) = ctx.report.diagnostics
    assert (told.origin, str(told.message)) == (HERE, message)
    assert hint in str(told.hint)


@pytest.mark.parametrize(("title", "lower"), [("題", 0), ("題\n副題", 1)])
def test_a_title_of_more_lines_moves_the_subtitle_down(title: str, lower: int, ctx: BlockContext) -> None:
    cover = Cover(origin=HERE, title=text(title), subtitle=text("取組"), mosaic=(("01", "02", "03"),))
    items = lay_cover(cover, brochure("a", "b", "b"), ctx)
    (first,) = [item for item in items if isinstance(item, GlyphRun) and item.owner is cover.subtitle]
    plain = lay_cover(
        Cover(origin=HERE, title=text("題"), subtitle=cover.subtitle, mosaic=cover.mosaic), brochure("a", "b", "b"), ctx
    )
    (at_rest,) = [item for item in plain if isinstance(item, GlyphRun) and item.owner is cover.subtitle]
    assert first.y - at_rest.y == pytest.approx(lower * ctx.sheet.text("cover-title").leading)
