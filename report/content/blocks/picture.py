"""`picture`: an illustration or a photo by its id in `data/pictures/`, with a caption."""

from __future__ import annotations

from typing import Literal

from report.content.block import Block
from report.source import PositiveLength
from report.text import Text
from report.text.tags import StructElem, Voice, figure, said


class Picture(Block, frozen=True, kw_only=True):
    """height: the height wished for (mm); pages stretch or shrink it within the style's ratios unless `fixed`.

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
    alt: Text | None = None
    bleed: bool = False

    def tags(self, voice: Voice) -> list[StructElem]:
        if not self.caption:
            return [figure(self, self.alt.plain)] if self.alt else []
        both = (figure(self, self.alt.plain if self.alt else ""), said("Caption", self.caption))
        return [StructElem("Div", both if self.side == "below" else both[::-1])]
