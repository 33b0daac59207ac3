"""The head of a section's pages: the band with number, title, lead and picture; a panorama on further pages."""

from __future__ import annotations

import msgspec

from report.artwork.pictures import CENTRE, Window
from report.compose.context import BlockContext
from report.content.model import Field, Section
from report.content.structure import LABEL, NUMBER
from report.messages import message
from report.page import Artifact, Destination, Item
from report.page.shapes import rectangle
from report.source import Length
from report.text import Text
from report.text.tags import Part
from report.units import Rect


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """tile_columns: grid columns under the picture, beside the outer margin. text_columns: of number, title and lead.

    long_line: a title with a line of more characters is set in long_title_text. lead_bottom: the last line of the lead
    ends above it (from the head trim).
    """

    band_ink: str
    tile_columns: int
    text_columns: int
    label_top: Length
    label_text: str
    label_ink: str
    label_pad_x: Length
    label_pad_y: Length
    title_gap: Length
    title_height: Length
    number_text: str
    number_width: Length
    number_rise: Length
    rule: Length
    rule_ink: str
    rule_gap: Length
    title_text: str
    long_title_text: str
    long_line: int
    lead_gap: Length
    lead_text: str
    lead_bottom: Length


def opener(section: Section, number: str, field: Field, right_hand: bool, ctx: BlockContext) -> list[Item]:
    """The band of a section's first page. Outer corner: the picture; inner side: the words."""
    style = ctx.sheet.part("furniture", "opener", Style)
    page = ctx.sheet.page
    if style.tile_columns + style.text_columns > page.columns:
        taken = {"tile": style.tile_columns, "text": style.text_columns}
        ctx.report.error(None, message("opener-too-wide", **taken, columns=page.columns))
    band = Rect(-page.bleed, -page.bleed, page.width + 2 * page.bleed, page.band + page.bleed)
    tile_width = page.outer + page.span(style.tile_columns)
    tile = Rect(
        page.width - tile_width if right_hand else -page.bleed, -page.bleed, tile_width + page.bleed, band.height
    )
    x = page.left(right_hand) + (0 if right_hand else page.text_width - page.span(style.text_columns))
    items: list[Item] = [
        Destination(name=f"section:{section.id}", y=0, title=f"{number} {section.title.plain}", level=1),
        rectangle(band, ctx.ink(style.band_ink), owner=Artifact.BACKGROUND),
        *ctx.studio.picture_named(section.picture, Window(tile, focus=CENTRE), section.origin),
    ]
    label = ctx.text(field.label, style.label_text, page.span(style.text_columns))
    box = Rect(x, style.label_top, label.width + 2 * style.label_pad_x, label.height + 2 * style.label_pad_y)
    items.append(rectangle(box, ctx.ink(style.label_ink)))
    items += label.place(x + style.label_pad_x, box.y + style.label_pad_y, owner=Part(section.origin, LABEL))
    row = Rect(x, box.bottom + style.title_gap, page.span(style.text_columns), style.title_height)
    items += _title(section, number, row, ctx, style)
    lead = ctx.text(section.lead, style.lead_text, row.width)
    ctx.must_fit(lead, row.width + 1, style.lead_bottom - row.bottom - style.lead_gap, section.lead)
    items += lead.place(x, row.bottom + style.lead_gap, owner=section.lead)
    return items


def _title(section: Section, number: str, row: Rect, ctx: BlockContext, style: Style) -> list[Item]:
    digits = ctx.text(Text.of(number, section.title.origin), style.number_text, row.width)
    rule_x = row.x + style.number_width + style.rule_gap
    left = rule_x + style.rule_gap
    measure = row.right - left
    title = ctx.text(section.title, style.title_text, measure)
    if any(len(line) > style.long_line for line in title.line_texts) or title.height > row.height + 0.5:
        title = ctx.text(section.title, style.long_title_text, measure)
    ctx.must_fit(title, measure, row.height + 0.5, section.title)
    top = row.y + (row.height - title.height) / 2
    named = Part(section.origin, NUMBER)
    return [
        *digits.place(row.x, row.y + (row.height - digits.height) / 2 - style.number_rise, owner=named),
        rectangle(Rect(rule_x, row.y, style.rule, row.height), ctx.ink(style.rule_ink)),
        *title.place(left, top, owner=section.title),
    ]


def panorama(section: Section, ctx: BlockContext) -> list[Item]:
    """The picture across the head of a section's second and later pages, into the bleed on three sides."""
    page = ctx.sheet.page
    frame = Rect(-page.bleed, -page.bleed, page.width + 2 * page.bleed, page.band + page.bleed)
    return ctx.studio.picture_named(section.panorama, Window(frame), section.origin)
