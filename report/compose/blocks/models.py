"""Example cards side by side, their four rows aligned: head, picture, key phrase, text."""

from __future__ import annotations

import msgspec

from report.artwork.pictures import Window
from report.compose.blocks import picture
from report.compose.boxes import Box
from report.compose.room import Room
from report.compose.textblock import TextBlock
from report.content.blocks.models import Model, Models
from report.content.blocks.picture import Picture
from report.page import Item, rectangle
from report.source import Length
from report.units import Rect


class Style(msgspec.Struct, frozen=True, kw_only=True):
    head_ink: str
    head_text: str
    head_pad_x: Length
    head_pad_y: Length
    icon: Length
    icon_ink: str
    icon_gap: Length
    phrase_ink: str
    phrase_text: str
    phrase_pad: Length
    ground_ink: str
    pad_y: Length
    pad_x: Length
    text: str


class Card(msgspec.Struct, frozen=True):
    model: Model
    head: TextBlock
    phrase: TextBlock
    text: TextBlock


class Rows(msgspec.Struct, frozen=True):
    """Heights all cards of the row keep. pt."""

    head: float
    phrase: float
    text: float

    @property
    def total(self) -> float:
        return self.head + self.phrase + self.text


def lay(block: Models, width: float, room: Room) -> Box:
    style = room.style("models", Style)
    gutter = room.sheet.page.gutter
    each = (width - gutter * (len(block.items) - 1)) / max(1, len(block.items))
    cards = [_card(model, each, room, style) for model in block.items]
    rows = Rows(
        max((max(card.head.height, style.icon) for card in cards), default=0.0) + 2 * style.head_pad_y,
        max((card.phrase.height for card in cards), default=0.0) + 2 * style.phrase_pad,
        max((card.text.height for card in cards), default=0.0) + 2 * style.pad_y,
    )
    shown = Picture(origin=block.origin, id="", height=block.height)
    frame = picture.frame_extent(shown, each, room.style("picture", picture.Style))

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        for i, card in enumerate(cards):
            box = Rect(rect.x + i * (each + gutter), rect.y, each, rect.height)
            items += _placed(card, box, rows, room, style)
        return items

    return Box(extent=frame.plus(rows.total), place=place, kind="models")


def _card(model: Model, width: float, room: Room, style: Style) -> Card:
    beside = 2 * style.head_pad_x + style.icon + style.icon_gap
    return Card(
        model,
        room.text(model.heading, style.head_text, width - beside),
        room.text(model.phrase, style.phrase_text, width - 2 * style.pad_x),
        room.text(model.text, style.text, width - 2 * style.pad_x),
    )


def _placed(card: Card, box: Rect, rows: Rows, room: Room, style: Style) -> list[Item]:
    model = card.model
    head = box._replace(height=rows.head)
    window = Rect(box.x, head.bottom, box.width, box.height - rows.total)
    phrase = Rect(box.x, window.bottom, box.width, rows.phrase)
    text = Rect(box.x, phrase.bottom, box.width, rows.text)
    icon = Rect(box.x + style.head_pad_x, head.centre.y - style.icon / 2, style.icon, style.icon)
    return [
        rectangle(head, room.ink(style.head_ink)),
        *room.studio.icon(model.icon, icon, room.ink(style.icon_ink), model.origin),
        *card.head.place(icon.right + style.icon_gap, head.centre.y - card.head.height / 2, owner=model.heading),
        *room.studio.picture_named(model.picture, Window(window), model.origin, owner=model if model.alt else None),
        rectangle(phrase, room.ink(style.phrase_ink)),
        *card.phrase.place(box.x + style.pad_x, phrase.centre.y - card.phrase.height / 2, owner=model.phrase),
        rectangle(text, room.ink(style.ground_ink)),
        *card.text.place(box.x + style.pad_x, text.y + style.pad_y, owner=model.text),
    ]
