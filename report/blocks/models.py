"""`models`: example cards of four aligned rows: head, picture, key phrase, text."""

from __future__ import annotations

import msgspec

from report.artwork.pictures import Window
from report.blocks import Block, picture
from report.blocks.picture import Picture
from report.compose.boxes import Box
from report.compose.context import BlockContext
from report.compose.textblock import TextBlock
from report.messages import Origin
from report.page import Item
from report.page.shapes import rectangle
from report.source import Length, PositiveLength
from report.text import Text
from report.text.tags import StructElem, Voice, figure, paragraphs
from report.units import Rect


class Model(msgspec.Struct, frozen=True, kw_only=True):
    origin: Origin
    icon: str
    heading: Text
    picture: str
    phrase: Text
    text: Text
    alt: Text | None = None


class Models(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Model, ...]
    height: PositiveLength | None = None

    def tags(self, voice: Voice) -> list[StructElem]:
        return [
            StructElem(
                "Sect",
                (
                    voice.heading(model.heading),
                    *([figure(model, model.alt.plain)] if model.alt else ()),
                    *paragraphs(model.phrase, model.text),
                ),
            )
            for model in self.items
        ]


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


def lay(block: Models, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("models", Style)
    gutter = ctx.sheet.page.gutter
    each = (width - gutter * (len(block.items) - 1)) / max(1, len(block.items))
    cards = [_card(model, each, ctx, style) for model in block.items]
    rows = Rows(
        max((max(card.head.height, style.icon) for card in cards), default=0.0) + 2 * style.head_pad_y,
        max((card.phrase.height for card in cards), default=0.0) + 2 * style.phrase_pad,
        max((card.text.height for card in cards), default=0.0) + 2 * style.pad_y,
    )
    shown = Picture(origin=block.origin, id="", height=block.height)
    frame = picture.frame_extent(shown, each, ctx.style("picture", picture.Style))

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        for i, card in enumerate(cards):
            box = Rect(rect.x + i * (each + gutter), rect.y, each, rect.height)
            items += _placed(card, box, rows, ctx, style)
        return items

    return Box(extent=frame.plus(rows.total), place=place, kind="models")


def _card(model: Model, width: float, ctx: BlockContext, style: Style) -> Card:
    beside = 2 * style.head_pad_x + style.icon + style.icon_gap
    return Card(
        model,
        ctx.text(model.heading, style.head_text, width - beside),
        ctx.text(model.phrase, style.phrase_text, width - 2 * style.pad_x),
        ctx.text(model.text, style.text, width - 2 * style.pad_x),
    )


def _placed(card: Card, box: Rect, rows: Rows, ctx: BlockContext, style: Style) -> list[Item]:
    model = card.model
    head = box._replace(height=rows.head)
    window = Rect(box.x, head.bottom, box.width, box.height - rows.total)
    phrase = Rect(box.x, window.bottom, box.width, rows.phrase)
    text = Rect(box.x, phrase.bottom, box.width, rows.text)
    icon = Rect(box.x + style.head_pad_x, head.centre.y - style.icon / 2, style.icon, style.icon)
    return [
        rectangle(head, ctx.ink(style.head_ink)),
        *ctx.studio.icon(model.icon, icon, ctx.ink(style.icon_ink), model.origin),
        *card.head.place(icon.right + style.icon_gap, head.centre.y - card.head.height / 2, owner=model.heading),
        *ctx.studio.picture_named(model.picture, Window(window), model.origin, owner=model if model.alt else None),
        rectangle(phrase, ctx.ink(style.phrase_ink)),
        *card.phrase.place(box.x + style.pad_x, phrase.centre.y - card.phrase.height / 2, owner=model.phrase),
        rectangle(text, ctx.ink(style.ground_ink)),
        *card.text.place(box.x + style.pad_x, text.y + style.pad_y, owner=model.text),
    ]
