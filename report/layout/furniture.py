"""What frames every inside page: thumb index (ツメ), page number (ノンブル) and running head (柱)."""

from __future__ import annotations

import msgspec

from report.compose.context import BlockContext
from report.content.model import Brochure, Field, Section
from report.messages import message
from report.page import Artifact, Item
from report.page.shapes import rectangle
from report.source import Length
from report.text import Text
from report.units import MM, Rect

ENDLESS = 1e6  # pt; a running head is never broken


class TabStyle(msgspec.Struct, frozen=True, kw_only=True):
    """width: of the tabs of other fields inside the trim; active: of the page's own field, which carries the label.

    label_edge: from the trim to the label at least: what a cutter may miss by is not to touch it.
    """

    gap: Length
    width: Length
    active: Length
    label_edge: Length
    ink: str
    active_ink: str
    text: str


class FolioStyle(msgspec.Struct, frozen=True, kw_only=True):
    """foot: from the line box's bottom to the trim. number_width: from the outer edge to the hairline.

    number_drop, running_drop: below the middle of the line box, to make figures and words look level.
    """

    number_text: str
    running_text: str
    height: Length
    foot: Length
    number_width: Length
    gap: Length
    hairline: Length
    hairline_height: Length
    hairline_ink: str
    number_drop: Length
    running_drop: Length


def tabs(
    fields: tuple[Field, ...], active: Field, right_hand: bool, ctx: BlockContext
) -> tuple[list[Item], list[Item]]:
    """The thumb index at the outer edge: the other fields' ticks (under the page), the page's own tab (on top)."""
    style = ctx.sheet.part("furniture", "tabs", TabStyle)
    page = ctx.sheet.page
    slot = (page.bottom - page.top - (len(fields) - 1) * style.gap) / len(fields)
    ticks: list[Item] = []
    own: list[Item] = []
    for i, field in enumerate(fields):
        width = style.active if field is active else style.width
        y = page.top + i * (slot + style.gap)
        rect = Rect(page.width - width if right_hand else -page.bleed, y, width + page.bleed, slot)
        if field is not active:
            ticks.append(rectangle(rect, ctx.ink(style.ink), owner=Artifact.PAGINATION))
            continue
        own.append(rectangle(rect, ctx.ink(style.active_ink), owner=Artifact.PAGINATION))
        label = ctx.composer.column(field.label, ctx.chars(style.text), ctx.family, ctx.report)
        if label.height > slot:
            ctx.report.error(field.label.origin, message("tab-too-long"))
        inset = max(width / 2, style.label_edge + ctx.sheet.text(style.text).char.size / 2)
        centre = page.width - inset if right_hand else inset
        own += label.place(centre, y + (slot - label.height) / 2, owner=Artifact.PAGINATION)
    return ticks, own


def folio(number: str, head: Text, right_hand: bool, ctx: BlockContext) -> list[Item]:
    """Page number, hairline and running head at the outer foot."""
    style = ctx.sheet.part("furniture", "folio", FolioStyle)
    page = ctx.sheet.page
    top = page.height - style.foot - style.height
    digits = ctx.text(Text.of(number, head.origin), style.number_text, page.text_width)
    words = ctx.plain(head, style.running_text, ENDLESS)
    if words.width > page.text_width / 2:
        room = page.text_width / 2 / MM
        ctx.report.error(head.origin, message("head-too-long", width=words.width / MM, room=room))
    body = page.body(right_hand)
    hair = Rect(0, top + (style.height - style.hairline_height) / 2, style.hairline, style.hairline_height)
    if right_hand:
        number_x = body.right - digits.width
        hair = hair._replace(x=body.right - style.number_width - style.hairline)
        words_x = hair.x - style.gap - words.width
    else:
        number_x = body.x
        hair = hair._replace(x=body.x + style.number_width)
        words_x = hair.right + style.gap
    return [
        *digits.place(number_x, top + (style.height - digits.height) / 2 + style.number_drop, Artifact.PAGINATION),
        rectangle(hair, ctx.ink(style.hairline_ink), owner=Artifact.PAGINATION),
        *words.place(words_x, top + (style.height - words.height) / 2 + style.running_drop, Artifact.PAGINATION),
    ]


def field_of(brochure: Brochure, section: Section) -> Field:
    return next(field for field in brochure.fields if field.id == section.field)
