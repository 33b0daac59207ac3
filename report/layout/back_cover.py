"""The back cover: mark, title and publisher on white, below them a pattern of ornaments in the fields' colours."""

from __future__ import annotations

from functools import partial

import msgspec

from report.artwork.pictures import CENTRE, Window
from report.compose.context import BlockContext
from report.content.model import BackCover, Brochure
from report.layout.ornaments import ornament, read_ornament
from report.layout.split import Cells, strip
from report.messages import message
from report.page import Item, Told
from report.source import Length
from report.text import Text
from report.units import Rect


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """Tops are places on the page; everything is centred. notes_foot: from the notes down to the strip.

    side: white left and right of the lines at least.
    """

    mark_top: Length
    mark: Length
    title_top: Length
    title_text: str
    publisher_top: Length
    publisher_text: str
    notes_foot: Length
    notes_text: str
    side: Length
    strip: Length


def lay_back_cover(sheet: BackCover, brochure: Brochure, ctx: BlockContext) -> list[Item]:
    style = ctx.sheet.part("furniture", "back-cover", Style)
    page = ctx.sheet.page
    foot = page.height
    items: list[Item] = []
    if sheet.pattern:
        cells = Cells(len(sheet.pattern[0]), len(sheet.pattern), page)
        foot = cells.top - style.strip
        items += ctx.region(partial(_pattern, sheet, cells, ctx), Told("pattern", name="pattern"))
        # The strip runs the other way round, so that both covers' colours meet at the spine.
        colours = partial(strip, brochure.fields[::-1], cells.top, style.strip, ctx)
        items += ctx.region(colours, Told("strip", name="strip"))
    if brochure.mark:
        mark = Window(Rect((page.width - style.mark) / 2, style.mark_top, style.mark, style.mark), focus=CENTRE)
        drawn = partial(ctx.studio.picture_named, brochure.mark, mark, brochure.origin)
        items += ctx.region(drawn, Told("mark", name="mark"), mark.rect)
    measure = page.width - 2 * style.side
    notes = [(note, ctx.text(note, style.notes_text, measure)) for note in sheet.notes]
    y = foot - style.notes_foot - sum(words.height for _, words in notes)
    title = partial(_line, sheet.title, style.title_text, style.title_top, style.publisher_top, ctx)
    items += ctx.region(title, Told("title", (sheet.title,), "title"))
    publisher = partial(_line, sheet.publisher, style.publisher_text, style.publisher_top, y, ctx)
    items += ctx.region(publisher, Told("publisher", (sheet.publisher,), "publisher"))
    for note, words in notes:
        ctx.must_fit(words, measure, words.height, note)
        items += ctx.region(partial(words.place, style.side, y, owner=note), Told("note", (note,)))
        y += words.height
    return items


def _line(text: Text, look: str, top: float, foot: float, ctx: BlockContext) -> list[Item]:
    """Centred words at their place, which must end above `foot`."""
    side = ctx.sheet.part("furniture", "back-cover", Style).side
    measure = ctx.sheet.page.width - 2 * side
    words = ctx.text(text, look, measure)
    ctx.must_fit(words, measure, foot - top, text)
    return words.place(side, top, owner=text)


def _pattern(sheet: BackCover, cells: Cells, ctx: BlockContext) -> list[Item]:
    """The ornaments, row by row; those that cannot be read are reported and left out."""
    items: list[Item] = []
    for row, line in enumerate(sheet.pattern):
        if len(line) != cells.columns:
            place = getattr(line[0], "origin", sheet.origin) if line else sheet.origin
            ctx.report.error(place, message("pattern-uneven", count=len(line), first=cells.columns))
            continue
        for column, written in enumerate(line):
            origin = getattr(written, "origin", sheet.origin)
            found = read_ornament(written, origin, ctx.sheet.palette, ctx.report)
            if found:
                items += ornament(found, cells.rect(column, row), cells.bleed(column, row))
    return items
