"""The studio: where blocks get their drawings.

In: the folders of pictures and icons, the figures, the sheet's chart look. Out: Items in a frame. Knows the cache, so
that what did not change is not drawn again; Matplotlib is imported only for a chart that has to be drawn.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from report.artwork.cache import Cache
from report.artwork.icons import Icons
from report.artwork.pictures import NO_BLEED, Bleed, Pictures, nearest_ink, read_focus
from report.diagnostics import Origin, Report
from report.page import Item
from report.style.sheet import StyleSheet
from report.units import Rect

if TYPE_CHECKING:
    from report.content.blocks.picture import Picture
    from report.figures.store import Figures


class Studio:
    """One brochure's artwork. sheet: for inks, faces and the chart look."""

    def __init__(self, data: Path, sheet: StyleSheet, figures: Figures, cache: Cache, report: Report):
        palette = sheet.palette
        self.sheet = sheet
        self.figures = figures
        self.cache = cache
        self.report = report
        self.pictures = Pictures(data / "pictures", palette.named, cache, report, nearest=nearest_ink(palette.inks))
        self.icons = Icons(data / "icons", cache, report)

    def picture(self, block: Picture, frame: Rect, bleed: Bleed = NO_BLEED) -> list[Item]:
        """A picture block in its frame; decoration unless it has a caption or an alternative text."""
        focus = read_focus(block.focus, block.origin, self.report) if block.focus else None
        owner = block if block.caption or block.alt else None
        origin = getattr(block.id, "origin", block.origin)
        return self.pictures.place(block.id, frame, origin=origin, focus=focus, bleed=bleed, owner=owner)

    def picture_named(
        self,
        name: str,
        frame: Rect,
        origin: Origin,
        owner: Any = None,
        anchor: Literal["bottom", "center"] = "bottom",
        bleed: Bleed = NO_BLEED,
    ) -> list[Item]:
        place = getattr(name, "origin", origin)
        return self.pictures.place(name, frame, origin=place, anchor=anchor, owner=owner, bleed=bleed)

    def icon(self, name: str, rect: Rect, ink: str, origin: Origin) -> list[Item]:
        return self.icons.place(name, rect, ink, getattr(name, "origin", origin))
