"""`callout`: a bubble, a banner, a tag or a star that speaks up."""

from __future__ import annotations

import math
from typing import Literal

import msgspec

from report.blocks import Block
from report.compose.boxes import Box, fixed
from report.compose.context import BlockContext
from report.compose.figureline import Gaps, figure_line
from report.compose.textblock import TextBlock
from report.messages import message
from report.page import GlyphRun, Item, Shape, Stroke
from report.page.shapes import mapped, polygon, rectangle
from report.source import Length
from report.text import Text
from report.text.tags import StructElem, Voice, paragraphs
from report.units import Point, Rect


class Callout(Block, frozen=True, kw_only=True):
    """shape: bubble (with a tail to the left, or down at the left), burst (star), banner (one line with a big number on
    the dark ink; **strong** parts in yellow), tag (yellow label)."""

    shape: Literal["bubble", "burst", "banner", "tag"]
    text: Text
    tail: Literal["left", "down"] = "left"

    def tags(self, voice: Voice) -> list[StructElem]:
        return paragraphs(self.text)


class Bubble(msgspec.Struct, frozen=True, kw_only=True):
    """tail: its length and tail_width, along the middle of the rule. tail_left: where a tail at the foot begins."""

    rule: Length
    rule_ink: str
    ground_ink: str
    pad_top: Length
    pad_side: Length
    pad_bottom: Length
    tail: Length
    tail_width: Length
    tail_left: Length
    text: str


class Banner(msgspec.Struct, frozen=True, kw_only=True):
    """gap: between the number and its unit. strong_gap: around the **strong** part."""

    ground_ink: str
    pad_top: Length
    pad_side: Length
    pad_bottom: Length
    gap: Length
    strong_gap: Length
    text: str


class Tag(msgspec.Struct, frozen=True, kw_only=True):
    ground_ink: str
    pad_x: Length
    pad_y: Length
    text: str


class Burst(msgspec.Struct, frozen=True, kw_only=True):
    """radius: to the points; inner: of the notches, share of it. turn: degrees anticlockwise. measure: of the words.

    rise: of the words above the star's middle.
    """

    ground_ink: str
    radius: Length
    inner: float
    points: int
    turn: float
    measure: Length
    rise: Length
    text: str


STYLES = {"bubble": Bubble, "banner": Banner, "tag": Tag, "burst": Burst}


def lay(block: Callout, width: float, ctx: BlockContext) -> Box:
    match block.shape:
        case "bubble":
            return _bubble(block, width, ctx)
        case "banner":
            return _banner(block, width, ctx)
        case "tag":
            return tag(block.text, width, ctx)
    radius = ctx.style("burst", Burst).radius
    return fixed(2 * radius, lambda rect: burst(block.text, rect.centre, rect, ctx), kind="callout")


def _bubble(block: Callout, width: float, ctx: BlockContext) -> Box:
    """A ruled box whose outline runs out into the tail; a tail at the foot adds to the height."""
    style = ctx.style("bubble", Bubble)
    text = ctx.text(block.text, style.text, width - 2 * (style.rule + style.pad_side))
    body = 2 * style.rule + style.pad_top + text.height + style.pad_bottom
    foot = style.tail if block.tail == "down" else 0.0

    def place(rect: Rect) -> list[Item]:
        half = style.rule / 2
        outline = Rect(rect.x, rect.y, width, body).inset(half, half, half, half)
        stroke = Stroke(ctx.ink(style.rule_ink), style.rule)
        points = _outline(outline, block.tail, style)
        top = rect.y + style.rule + style.pad_top
        x = rect.x + style.rule + style.pad_side
        return [
            polygon(points, ctx.ink(style.ground_ink), stroke),
            *text.place(x, top, owner=block.text),
        ]

    return fixed(body + foot, place, kind="callout")


def _outline(box: Rect, tail: str, style: Bubble) -> list[tuple[float, float]]:
    half = style.tail_width / 2
    corners = [(box.x, box.y), (box.right, box.y), (box.right, box.bottom)]
    if tail == "down":
        middle = box.x + style.tail_left + half
        foot = [(middle + half, box.bottom), (middle, box.bottom + style.tail), (middle - half, box.bottom)]
        return [*corners, *foot, (box.x, box.bottom)]
    middle = box.centre.y
    side = [(box.x, middle + half), (box.x - style.tail, middle), (box.x, middle - half)]
    return [*corners, (box.x, box.bottom), *side]


def _banner(block: Callout, width: float, ctx: BlockContext) -> Box:
    style = ctx.style("banner", Banner)
    measure = width - 2 * style.pad_side
    line = figure_line(block.text, style.text, Gaps(style.gap, style.strong_gap), measure, ctx)

    def place(rect: Rect) -> list[Item]:
        ground = Rect(rect.x, rect.y, width, rect.height)
        x = ground.centre.x - line.width / 2
        items: list[Item] = [rectangle(ground, ctx.ink(style.ground_ink))]
        return items + line.place(x, rect.y + style.pad_top, owner=block.text)

    return fixed(style.pad_top + line.height + style.pad_bottom, place, kind="callout")


def tag(text: Text, width: float, ctx: BlockContext) -> Box:
    """A label on yellow, as wide as its words."""
    style = ctx.style("tag", Tag)
    words = ctx.text(text, style.text, width - 2 * style.pad_x)
    height = words.height + 2 * style.pad_y

    def place(rect: Rect) -> list[Item]:
        ground = Rect(rect.x, rect.y, words.width + 2 * style.pad_x, height)
        items: list[Item] = [rectangle(ground, ctx.ink(style.ground_ink))]
        return items + words.place(rect.x + style.pad_x, rect.y + style.pad_y, owner=text)

    return fixed(height, place, kind="callout")


def burst(text: Text, centre: Point, panel: Rect, ctx: BlockContext) -> list[Item]:
    """The star around a centre, its words turned with it. It may leave its panel to the right and below only."""
    style = ctx.style("burst", Burst)
    if centre.x - style.radius < panel.x - 0.01 or centre.y - style.radius < panel.y - 0.01:
        ctx.report.error(text.origin, message("star-too-large"))
    words = ctx.text(text, style.text, style.measure)
    _must_fit_star(words, style, text, ctx)
    points = []
    for i in range(2 * style.points):
        radius = style.radius * (style.inner if i % 2 else 1.0)
        angle = math.pi * i / style.points
        points.append((centre.x + radius * math.cos(angle), centre.y + radius * math.sin(angle)))
    star = polygon(points, ctx.ink(style.ground_ink))
    items = words.place(centre.x - style.measure / 2, centre.y - words.height / 2 - style.rise, owner=text)
    return [_turned(item, centre, style.turn) for item in (star, *items)]


def _must_fit_star(words: TextBlock, style: Burst, text: Text, ctx: BlockContext) -> None:
    """An error for the first line of which a corner leaves the circle of the star's notches."""
    middle = words.height / 2 + style.rise
    for line in words.lines:
        wide = max(abs(line.x - style.measure / 2), abs(line.x + line.setting.width - style.measure / 2))
        high = max(abs(line.top - middle), abs(line.top + words.leading - middle))
        if math.hypot(wide, high) > style.radius * style.inner:
            ctx.report.error(text.origin, message("star-too-full", text=line.setting.text))
            return


def _turned(item: Item, centre: Point, degrees: float) -> Item:
    """The item turned about a point, anticlockwise as one looks at the page. Active areas stay upright."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def turned(x: float, y: float) -> tuple[float, float]:
        dx, dy = x - centre.x, y - centre.y
        return centre.x + dx * cos + dy * sin, centre.y - dx * sin + dy * cos

    if isinstance(item, GlyphRun):
        x, y = turned(item.x, item.y)
        return msgspec.structs.replace(item, x=x, y=y, matrix=(cos, -sin, sin, cos, 0.0, 0.0))
    if isinstance(item, Shape):
        return msgspec.structs.replace(item, path=mapped(item.path, turned))
    return item
