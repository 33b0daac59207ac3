"""The contents: the sections in groups by field, each in the field's colours, spread evenly down to the foot."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import msgspec

from report.artwork.pictures import CENTRE, Window
from report.compose.context import BlockContext
from report.content.model import Brochure, Contents, Field, Section
from report.content.structure import NUMBER, PAGE, ROW, TITLE, contents_entry, contents_label
from report.layout.split import in_colours
from report.messages import message
from report.page import Item, Link, Told
from report.page.shapes import rectangle, rule
from report.source import Length
from report.text import Text
from report.units import Rect

Group = tuple[Field, list[tuple[str, Section]]]  # a field and its sections with their numbers


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """heading_top, rule_top, notes_foot, list_top: places on the page; notes_foot: of the lowest note's line box.

    label: width of the field's cell. row: height of a row, and side of its picture. number: width the section's number
    is centred in. page_pad: right of the page number. least_gap: between two groups.
    """

    heading_top: Length
    heading_text: str
    rule_top: Length
    rule: Length
    rule_ink: str
    notes_foot: Length
    notes_text: str
    list_top: Length
    least_gap: Length
    label: Length
    label_pad: Length
    label_ink: str
    label_text: str
    row: Length
    row_rule: Length
    row_rule_ink: str
    number: Length
    number_text: str
    title_text: str
    page_text: str
    page_pad: Length


def lay_contents(
    sheet: Contents, brochure: Brochure, starts: Mapping[str, str], ctx: BlockContext, right_hand: bool = False
) -> list[Item]:
    """starts: the label of the page a section begins on, by the section's id."""
    style = ctx.sheet.part("furniture", "contents", Style)
    body = ctx.sheet.page.body(right_hand)
    items = ctx.region(
        partial(_head, sheet, body, ctx, style), Told("heading", (sheet.heading, *sheet.notes), "heading")
    )
    groups = _groups(brochure)
    heights = [len(sections) * style.row + style.row_rule for _, sections in groups]
    spare = body.bottom - style.list_top - sum(heights)
    gap = spare / (len(groups) - 1) if len(groups) > 1 else 0.0
    if spare < 0 or (len(groups) > 1 and gap < style.least_gap):
        ctx.report.error(sheet.origin, message("contents-too-long", sections=len(brochure.sections)))
    y = style.list_top
    for group, height in zip(groups, heights, strict=True):
        field, sections = group
        rect = Rect(body.x, y, body.width, height)
        told = Told("field", (field.label, *(section.title for _, section in sections)), f"field-{field.id}")
        items += ctx.region(partial(_group, group, rect, starts, in_colours(ctx, field), style), told, rect)
        y += height + gap
    return items


def _head(sheet: Contents, body: Rect, ctx: BlockContext, style: Style) -> list[Item]:
    """The heading, the notes flush right beside it, and the rule under both."""
    heading = ctx.text(sheet.heading, style.heading_text, body.width)
    items = heading.place(body.x, style.heading_top, owner=sheet.heading)
    ctx.must_fit(heading, body.width, style.rule_top - style.heading_top, sheet.heading)
    y = style.notes_foot
    measure = body.width - heading.width
    for note in reversed(sheet.notes):
        words = ctx.text(note, style.notes_text, measure)
        ctx.must_fit(words, measure, y - ctx.sheet.page.safety, note)
        y -= words.height
        items += words.place(body.x + heading.width, y, owner=note)
    return [*items, rule(body.x, style.rule_top, body.width, style.rule, ctx.ink(style.rule_ink))]


def _groups(brochure: Brochure) -> list[Group]:
    """The fields that have sections, in the brochure's order."""
    numbered = [(f"{i:02}", section) for i, section in enumerate(brochure.sections, 1)]
    groups = [(field, [entry for entry in numbered if entry[1].field == field.id]) for field in brochure.fields]
    return [group for group in groups if group[1]]


def _group(group: Group, rect: Rect, starts: Mapping[str, str], ctx: BlockContext, style: Style) -> list[Item]:
    """The field's cell, and a row for each of its sections between rules. ctx: in the field's colours."""
    field, sections = group
    cell = rect._replace(width=style.label)
    label = ctx.text(field.label, style.label_text, cell.width - 2 * style.label_pad)
    ctx.must_fit(label, cell.width, cell.height, field.label)
    top = cell.y + (cell.height - label.height) / 2
    items: list[Item] = [
        rectangle(cell, ctx.ink(style.label_ink)),
        *label.place(cell.x + style.label_pad, top, owner=contents_label(field)),
    ]
    rows = rect.inset(style.label, 0, 0, 0)
    ink = ctx.ink(style.row_rule_ink)
    lines = [rule(rows.x, rows.y + i * style.row, rows.width, style.row_rule, ink) for i in range(len(sections) + 1)]
    items += lines
    for i, (number, section) in enumerate(sections):
        row = Rect(rows.x, rows.y + style.row_rule + i * style.row, rows.width, style.row)
        items += _row(number, section, starts[section.id], row, ctx, style)
    return items


def _row(number: str, section: Section, label: str, row: Rect, ctx: BlockContext, style: Style) -> list[Item]:
    """Picture, number, title and page number of a section; the whole row leads to it."""
    tile = row._replace(width=style.row)
    height = row.height - style.row_rule
    digits = ctx.text(Text.of(number, section.title.origin), style.number_text, style.number)
    page = ctx.text(Text.of(label, section.title.origin), style.page_text, row.width - style.page_pad)
    left = tile.right + style.number
    measure = row.right - style.page_pad - page.width - left
    title = ctx.text(section.title, style.title_text, measure)
    ctx.must_fit(title, measure, height, section.title)

    whole = contents_entry(section, ROW)

    def middle(words_height: float) -> float:
        return row.y + (height - words_height) / 2

    return [
        *ctx.studio.picture_named(section.picture, Window(tile, focus=CENTRE), section.origin),
        *digits.place(tile.right, middle(digits.height), owner=contents_entry(section, NUMBER)),
        *title.place(left, middle(title.height), owner=contents_entry(section, TITLE)),
        *page.place(row.x, middle(page.height), owner=contents_entry(section, PAGE)),
        Link(rect=row, target=f"#section:{section.id}", title=section.title.plain, owner=whole),
    ]
