"""`cards`: cards of equal height side by side: icon, heading, text, and if wanted small steps."""

from __future__ import annotations

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, fixed
from report.compose.context import BlockContext
from report.compose.textblock import TextBlock
from report.messages import Origin
from report.page import Item, Stroke
from report.page.shapes import polygon, rectangle
from report.source import Length
from report.text import Text
from report.text.tags import StructElem, Voice, bullet, numbered, paragraphs
from report.units import Rect


class Card(msgspec.Struct, frozen=True, kw_only=True):
    origin: Origin
    icon: str
    heading: Text
    text: Text
    steps: tuple[Text, ...] = ()


class Cards(Block, frozen=True, kw_only=True):
    SHORTHAND = "items"
    items: tuple[Card, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        return [
            StructElem(
                "Sect",
                (
                    voice.heading(card.heading),
                    *paragraphs(card.text),
                    *([numbered(card.steps)] if card.steps else ()),
                ),
            )
            for card in self.items
        ]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """text_gap: from the heading to the text. step_apart: between two steps; an arrow stands in the middle of it.

    steps_gap: at least this between the text and the steps.
    """

    rule: Length
    rule_ink: str
    ground_ink: str
    pad_top: Length
    pad_side: Length
    pad_bottom: Length
    icon: Length
    icon_ink: str
    icon_gap: Length
    heading_text: str
    text: str
    text_gap: Length
    steps_gap: Length
    step_text: str
    step_ground_ink: str
    step_rule: Length
    step_ink: str
    step_pad: Length
    step_apart: Length
    arrow_width: Length
    arrow_height: Length


class Made(msgspec.Struct, frozen=True):
    """A card's parts, set. step: height of its steps, 0 without. pt."""

    card: Card
    heading: TextBlock
    text: TextBlock
    steps: tuple[TextBlock, ...]
    step: float


def lay(block: Cards, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("cards", Style)
    gutter = ctx.sheet.page.gutter
    each = (width - gutter * (len(block.items) - 1)) / max(1, len(block.items))
    cards = [_made(card, each, ctx, style) for card in block.items]
    height = max((_height(made, style) for made in cards), default=0.0)

    def place(rect: Rect) -> list[Item]:
        items: list[Item] = []
        for i, made in enumerate(cards):
            box = Rect(rect.x + i * (each + gutter), rect.y, each, rect.height)
            items += _placed(made, box, ctx, style)
        return items

    return fixed(height, place, kind="cards")


def _made(card: Card, width: float, ctx: BlockContext, style: Style) -> Made:
    inner = width - 2 * style.pad_side
    measure = _step_width(len(card.steps), inner, style) - 2 * style.step_rule
    steps = tuple(ctx.text(step, style.step_text, measure) for step in card.steps)
    step = max((text.height for text in steps), default=0.0)
    return Made(
        card,
        ctx.text(card.heading, style.heading_text, inner - style.icon - style.icon_gap),
        ctx.text(card.text, style.text, inner),
        steps,
        step + 2 * (style.step_pad + style.step_rule) if steps else 0.0,
    )


def _step_width(count: int, inner: float, style: Style) -> float:
    return (inner - style.step_apart * (count - 1)) / max(1, count)


def _head(made: Made, style: Style) -> float:
    return max(style.icon, made.heading.height)


def _height(made: Made, style: Style) -> float:
    steps = style.steps_gap + made.step if made.steps else 0.0
    text = style.text_gap + made.text.height
    return style.rule + style.pad_top + _head(made, style) + text + steps + style.pad_bottom


def _placed(made: Made, box: Rect, ctx: BlockContext, style: Style) -> list[Item]:
    card = made.card
    x, y = box.x + style.pad_side, box.y + style.rule + style.pad_top
    head = Rect(x, y, box.width - 2 * style.pad_side, _head(made, style))
    icon = Rect(x, head.centre.y - style.icon / 2, style.icon, style.icon)
    row = Rect(x, box.bottom - style.pad_bottom - made.step, head.width, made.step)
    return [
        rectangle(box, ctx.ink(style.ground_ink)),
        rectangle(box._replace(height=style.rule), ctx.ink(style.rule_ink)),
        *ctx.studio.icon(card.icon, icon, ctx.ink(style.icon_ink), card.origin),
        *made.heading.place(icon.right + style.icon_gap, head.centre.y - made.heading.height / 2, owner=card.heading),
        *made.text.place(x, head.bottom + style.text_gap, owner=card.text),
        *_steps(made, row, ctx, style),
    ]


def _steps(made: Made, row: Rect, ctx: BlockContext, style: Style) -> list[Item]:
    """Ruled boxes with a triangle between each two."""
    items: list[Item] = []
    width = _step_width(len(made.steps), row.width, style)
    half = style.step_rule / 2
    ink = ctx.ink(style.step_ink)
    for i, (source, text) in enumerate(zip(made.card.steps, made.steps, strict=True)):
        box = Rect(row.x + i * (width + style.step_apart), row.y, width, row.height)
        if i:
            left = box.x - style.step_apart / 2 - style.arrow_width / 2
            tip = (left + style.arrow_width, box.centre.y)
            up, down = box.centre.y - style.arrow_height / 2, box.centre.y + style.arrow_height / 2
            items.append(polygon([(left, up), (left, down), tip], ink))
        ruled = box.inset(half, half, half, half)
        items.append(rectangle(ruled, ctx.ink(style.step_ground_ink), Stroke(ink, style.step_rule), bullet(source)))
        items += text.place(box.x + style.step_rule, box.centre.y - text.height / 2, owner=source)
    return items
