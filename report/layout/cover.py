"""The front cover: publisher, title and subtitle on white, below them the sections' pictures as a mosaic."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec

from report.artwork.pictures import CENTRE, Window
from report.compose.context import BlockContext
from report.content.model import Brochure, Cover
from report.layout.split import Cells, strip
from report.page import Item, Told
from report.source import Length
from report.text import Text
from report.units import Point, Rect


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """Lefts and tops are places on the page; title and subtitle stand by what the eye sees of their first character,
    the subtitle so much lower as the title has more lines than one.

    mark: side of the publisher's mark, its name beside it. strip: height. clear: white over the strip at least.
    """

    mark_left: Length
    mark_top: Length
    mark: Length
    mark_gap: Length
    publisher_text: str
    title_left: Length
    title_top: Length
    title_text: str
    subtitle_left: Length
    subtitle_top: Length
    subtitle_text: str
    strip: Length
    clear: Length


def lay_cover(sheet: Cover, brochure: Brochure, ctx: BlockContext) -> list[Item]:
    style = ctx.sheet.part("furniture", "cover", Style)
    cells = Cells(len(sheet.mosaic[0]), len(sheet.mosaic), ctx.sheet.page)
    foot = cells.top - style.strip - style.clear
    title, more = _line(sheet.title, style.title_text, Point(style.title_left, style.title_top), foot, ctx)
    lower = Point(style.subtitle_left, style.subtitle_top + more)
    subtitle, _ = _line(sheet.subtitle, style.subtitle_text, lower, foot, ctx)
    return [
        *ctx.region(partial(_mosaic, sheet, brochure, cells, ctx), Told("mosaic", name="mosaic")),
        *ctx.region(partial(strip, brochure.fields, cells.top, style.strip, ctx), Told("strip", name="strip")),
        *ctx.region(partial(_publisher, brochure, ctx, style), Told("publisher", (brochure.publisher,), "publisher")),
        *ctx.region(title, Told("title", (sheet.title,), "title")),
        *ctx.region(subtitle, Told("subtitle", (sheet.subtitle,), "subtitle")),
    ]


def _publisher(brochure: Brochure, ctx: BlockContext, style: Style) -> list[Item]:
    """The mark, if there is one, and the name in line with its middle."""
    x = style.mark_left
    items: list[Item] = []
    if brochure.mark:
        mark = Rect(x, style.mark_top, style.mark, style.mark)
        items += ctx.studio.picture_named(brochure.mark, Window(mark, focus=CENTRE), brochure.origin)
        x = mark.right + style.mark_gap
    measure = ctx.sheet.page.width - ctx.sheet.page.safety - x
    name = ctx.text(brochure.publisher, style.publisher_text, measure)
    return items + name.place(x, style.mark_top + (style.mark - name.height) / 2, owner=brochure.publisher)


def _line(text: Text, look: str, at: Point, foot: float, ctx: BlockContext) -> tuple[Callable[[], list[Item]], float]:
    """A title to be put at its place, which must end above `foot`; and by how much it is higher than one line."""
    page = ctx.sheet.page
    measure = page.width - page.safety - at.x
    words = ctx.text(text, look, measure)
    ctx.must_fit(words, measure, foot - at.y, text)
    return lambda: words.place(*at, owner=text), words.height - words.leading


def _mosaic(sheet: Cover, brochure: Brochure, cells: Cells, ctx: BlockContext) -> list[Item]:
    """Each section's picture once, over all the cells that carry its number (a square: content.load saw to that)."""
    first: dict[str, tuple[int, int]] = {}
    count: dict[str, int] = {}
    for row, line in enumerate(sheet.mosaic):
        for column, number in enumerate(line):
            first.setdefault(number, (column, row))
            count[number] = count.get(number, 0) + 1
    items: list[Item] = []
    for number, (column, row) in first.items():
        section = brochure.sections[int(number) - 1]
        size = round(count[number] ** 0.5)
        rect, bleed = cells.rect(column, row, size), cells.bleed(column, row, size)
        items += ctx.studio.picture_named(section.picture, Window(rect, bleed, CENTRE), section.origin)
    return items
