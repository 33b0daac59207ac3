"""`picture`: an illustration or a photo by its id in `data/pictures/`, with a caption."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.artwork.pictures import Fit, Window, read_focus
from report.blocks import Block
from report.compose.boxes import Box, Extent
from report.compose.context import BlockContext
from report.messages import message
from report.page import Item
from report.page.shapes import polygon
from report.source import Length, PositiveLength
from report.text import Text
from report.text.tags import StructElem, Voice, figure, said
from report.units import Rect


class Picture(Block, frozen=True, kw_only=True):
    """height: the height wished for (mm); pages stretch or shrink it within the style's ratios unless `fixed`.

    fit: cover crops it to its frame, contain shows all of it; without either what is lost of a drawing is told.

    tone: duo shows a photo in two inks of the field, its darkest and its palest.

    side: of the caption, ▲ below the picture or ▼ above it. focus: "x y" in 0…1, what a crop keeps in view (photos).
    alt: what the picture shows, for readers who cannot see it; due with a caption. Without both it is decoration.
    bleed: runs over both trim edges (a strip; only in a row of its own over the whole width).
    """

    SHORTHAND = "id"
    id: str
    caption: Text | None = None
    side: Literal["below", "above"] = "below"
    height: PositiveLength | None = None
    fixed: bool = False
    focus: str = ""
    fit: Fit = ""
    tone: Literal["", "duo"] = ""
    alt: Text | None = None
    bleed: bool = False

    def tags(self, voice: Voice) -> list[StructElem]:
        if not self.caption:
            return [figure(self, self.alt.plain)] if self.alt else []
        both = (figure(self, self.alt.plain if self.alt else ""), said("Caption", self.caption))
        return [StructElem("Div", both if self.side == "below" else both[::-1])]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """Ratios are width : height. widest of a frame, widest_wide of one over the full text width, widest_bleed of a
    strip.

    triangle: side of the ▲ before the caption, indent: from it to the caption's text (pt).
    """

    narrowest: float
    widest: float
    widest_wide: float
    widest_bleed: float
    wide: Length  # from this width on a frame counts as wide
    lowest: Length
    ratio: float  # of a frame whose author names no height
    caption_text: str
    caption_gap: Length
    triangle: Length
    triangle_rise: Length
    indent: Length
    triangle_ink: str


def lay(block: Picture, width: float, ctx: BlockContext, height: float | None = None, foot: float = 0.0) -> Box:
    """height: of the frame if the picture itself names none; foot: at least this is kept for the caption (pt)."""
    style = ctx.style("picture", Style)
    page = ctx.sheet.page
    focus = read_focus(block.focus, getattr(block.focus, "origin", block.origin), ctx.report) if block.focus else None
    owner = block if block.caption or block.alt else None  # else it is decoration
    across = page.width + 2 * page.bleed if block.bleed else width
    extent = frame_extent(block, across, style, height)
    caption = ctx.text(block.caption, style.caption_text, width - style.indent) if block.caption else None
    foot = max(foot, caption.height + style.caption_gap if caption else 0.0)

    def place(rect: Rect) -> list[Item]:
        above = block.side == "above"
        left = -page.bleed if block.bleed else rect.x
        frame = Rect(left, rect.y + (foot if above else 0), across, rect.height - foot)
        window = Window(frame, focus=focus, fit=block.fit, tone=_tone(block, ctx))
        items = ctx.studio.picture_named(block.id, window, block.origin, owner)
        if caption:
            y = frame.y - style.caption_gap - caption.height if above else frame.bottom + style.caption_gap
            x = rect.x + style.indent
            items.append(_triangle(rect.x, y, caption.height, "down" if above else "up", ctx, style))
            items += caption.place(x, y, owner=block.caption)
        return items

    return Box(extent=extent.plus(foot), place=place, kind="picture")


def _tone(block: Picture, ctx: BlockContext) -> tuple[str, str] | None:
    """The inks of a photo in two; an error where one has a plate of its own, of which photos know nothing."""
    if not block.tone:
        return None
    inks = ctx.ink("dark"), ctx.ink("pale")
    if spot := next((ink for ink in map(ctx.sheet.palette.ink, inks) if ink.spot), None):
        ctx.report.error(getattr(block.tone, "origin", block.origin), message("tone-of-spot", ink=spot.name))
        return None
    return inks


def caption_height(block: Picture, width: float, ctx: BlockContext) -> float:
    """What a picture's caption takes below or above its frame, with the gap between them."""
    if not block.caption:
        return 0.0
    style = ctx.style("picture", Style)
    return ctx.text(block.caption, style.caption_text, width - style.indent).height + style.caption_gap


def frame_extent(block: Picture, width: float, style: Style, height: float | None = None) -> Extent:
    """Heights the frame may have: the author's, or what the style's ratios allow around it."""
    widest = style.widest_bleed if block.bleed else style.widest_wide if width >= style.wide else style.widest
    natural = block.height or height or width / style.ratio
    if block.fixed:
        return Extent.fixed(natural)
    least = min(natural, max(style.lowest, width / widest))
    most = max(natural, width / style.narrowest)
    return Extent(least, natural, most)


def _triangle(x: float, y: float, height: float, way: str, ctx: BlockContext, style: Style) -> Item:
    """▲ or ▼, drawn, beside the caption's first line."""
    side = style.triangle
    middle = y + ctx.sheet.text(style.caption_text).leading / 2 + style.triangle_rise
    tip, base = (middle - side / 2, middle + side / 2) if way == "up" else (middle + side / 2, middle - side / 2)
    return polygon([(x, base), (x + side, base), (x + side / 2, tip)], fill=ctx.ink(style.triangle_ink))
