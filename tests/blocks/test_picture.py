"""Pictures on the page: a strip runs over both trim edges, its caption stands in the text block."""

from __future__ import annotations

from report.blocks.picture import Picture, Style, lay
from report.compose.context import BlockContext
from report.messages import Origin
from report.page import GlyphRun, Placed
from report.units import MM
from tests.words import written

HERE = Origin("t.yaml", 1, 1)


def test_the_caption_of_a_strip_stands_in_the_text_block(ctx: BlockContext) -> None:
    strip = Picture(origin=HERE, id="pano-city", bleed=True, caption=written("広い公園", HERE))
    body = ctx.sheet.page.body(right_hand=True)
    box = lay(strip, body.width, ctx)
    items = box.place(body._replace(height=box.extent.natural))
    frame = next(item.clip for item in items if isinstance(item, Placed))
    words = next(item for item in items if isinstance(item, GlyphRun))
    assert frame and (round(frame.x / MM), round(frame.width / MM)) == (-3, 216)
    assert words.x == body.x + ctx.style("picture", Style).indent
