"""A page's own coordinates: those of its boxes (ISO 32000-1, 8.3 and 14.11.2).

In: a page. Out: its boxes, and places of the page plane in the file's coordinates: y up, from the media box's lower
left corner.
"""

from __future__ import annotations

from report.page import Matrix, Page
from report.paint.document import Value, array
from report.paint.target import Target
from report.units import Rect


class Frame:
    """index: of the page, from 0. bleed, margin: how far the bleed box and the media box go beyond the trim, pt."""

    def __init__(self, page: Page, index: int, target: Target):
        self.label = f"Page.{page.number}"
        self.index = index
        self.bleed = page.boxes.bleed if target.bleed else 0.0
        self.margin = self.bleed + target.room
        self.width, self.height = page.boxes.trim

    @property
    def flip(self) -> Matrix:
        """From the page plane to these coordinates."""
        return (1.0, 0.0, 0.0, -1.0, self.margin, self.height + self.margin)

    def rect(self, rect: Rect) -> Value:
        """A rectangle of the page plane as a PDF rectangle."""
        left, foot = rect.x + self.margin, self.height + self.margin - rect.bottom
        return array(round(v, 3) for v in (left, foot, left + rect.width, foot + rect.height))

    def seen(self, rect: Rect) -> tuple[float, float, float, float]:
        """The corners, lower left and upper right, of what the media box shows of a rectangle of the page plane."""
        margin, width, height = self.margin, self.width, self.height
        xs = (max(rect.x, -margin) + margin, min(rect.right, width + margin) + margin)
        ys = (height + margin - min(rect.bottom, height + margin), height + margin - max(rect.y, -margin))
        return (round(xs[0], 2), round(ys[0], 2), round(xs[1], 2), round(ys[1], 2))

    def boxes(self) -> dict[str, Value]:
        trim = Rect(0, 0, self.width, self.height)
        boxes = {"MediaBox": self.rect(trim.grown(self.margin)), "TrimBox": self.rect(trim)}
        return boxes | {"BleedBox": self.rect(trim.grown(self.bleed))} if self.margin else boxes
