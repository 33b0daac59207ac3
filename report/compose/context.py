"""What a block needs to be laid out: the style, the section's colours, the drawings, and a report for mistakes.

In: the sheet and the artwork. Out: `BlockContext`, which the block kinds ask for text, inks and pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import msgspec

from report.compose.composer import Composer
from report.compose.textblock import Composed, TextBlock
from report.messages import Report, message
from report.page import Item, Region, Told
from report.style.sheet import StyleSheet
from report.style.text import CharStyle, ParagraphStyle
from report.text import Paragraph, Text
from report.units import MM, Rect

if TYPE_CHECKING:
    from report.artwork.studio import Studio

T = TypeVar("T")


class BlockContext(msgspec.Struct, frozen=True, kw_only=True):
    """family: the colour family of the section. studio: pictures, icons and charts.

    composed: takes down what was composed, for those who count lines; regions: what was placed, for those who say
    where a thing stands; scope: the section or the sheet that it belongs to.
    chart_scale: what a page makes of its charts' heights where its pictures alone cannot fill it (styles/README.md,
    Page filling, 3).
    """

    sheet: StyleSheet
    family: str
    studio: Studio
    composer: Composer
    report: Report
    chart_scale: float = 1.0
    composed: list[Composed] = []
    regions: list[Region] = []
    scope: str = ""

    def ink(self, role: str) -> str:
        """The ink's name for a role ("base", "ink", "soft@55")."""
        return self.sheet.palette.role(role, self.family)

    def chars(self, style: str) -> CharStyle:
        return self.sheet.text(style).char

    def style(self, kind: str, form: type[T]) -> T:
        """The style sheet's entry of a block kind."""
        return self.sheet.part("blocks", kind, form)

    def text(self, text: Text, style: str, measure: float) -> TextBlock:
        """Text composed to a measure (pt) in a paragraph style of the sheet."""
        self.composed.append(Composed(text.paragraphs, self.sheet.text(style), measure))
        return self.compose(text.paragraphs, self.sheet.text(style), measure)

    def plain(self, text: Text, style: str, measure: float) -> TextBlock:
        """The text's words alone, without its marks, ruby, links and breaks, composed to a measure (pt)."""
        words = Text.of(text.plain, text.origin)
        return self.compose(words.paragraphs, self.sheet.text(style), measure)

    def compose(self, paragraphs: tuple[Paragraph, ...], style: ParagraphStyle, measure: float) -> TextBlock:
        """Paragraphs in a style of any kind, composed to a measure (pt)."""
        return self.composer.compose(paragraphs, style, measure, self.family, self.report)

    def region(self, place: Callable[[], list[Item]], told: Told, rect: Rect | None = None) -> list[Item]:
        """What `place` makes, taken down as a Region."""
        before = len(self.studio.shown)
        items = place()
        self.regions.append(Region(self.scope, told, rect, tuple(items), tuple(self.studio.shown[before:])))
        return items

    def must_fit(self, block: TextBlock, width: float, height: float, text: Text) -> None:
        """An error with the place when composed text leaves the box meant for it."""
        if block.height > height + 0.01 or block.width > width + 0.01:
            taken, given = (f"{w / MM:.1f} × {h / MM:.1f}" for w, h in ((block.width, block.height), (width, height)))
            self.report.error(text.origin, message("text-beyond-box", taken=taken, given=given))
