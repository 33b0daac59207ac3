"""`panel`: a solid ground of the field colour with one very big number."""

from __future__ import annotations

import msgspec

from report.content.block import Block
from report.content.unit_alt import alt_of_units
from report.figures.model import FigureRef
from report.source import Count
from report.text import Text
from report.text.tags import StructElem, Voice, figure, listed, paragraphs


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """A unit chart: one mark for each unit of the figure `count`, those of `added` at the end in yellow.

    icon: a symbol instead of a circle. columns: marks in a row.
    """

    count: FigureRef
    columns: Count
    added: FigureRef | None = None
    icon: str = ""


class PanelItem(msgspec.Struct, frozen=True, kw_only=True):
    icon: str
    label: Text


class Panel(Block, frozen=True, kw_only=True):
    """over, number, under: the lines, e.g. 地域包括支援センターを / __27__か所体制に強化. legend: of the added marks.

    items: white cards with an icon.
    """

    number: Text
    over: Text | None = None
    under: Text | None = None
    marks: Marks | None = None
    legend: Text | None = None
    items: tuple[PanelItem, ...] = ()
    alt: Text | None = None

    def tags(self, voice: Voice) -> list[StructElem]:
        marks = [figure(self, alt_of_units(self.alt, self.marks.count, self.marks.added))] if self.marks else []
        cards = [listed(item.label for item in self.items)] if self.items else []
        lines = paragraphs(self.over, self.number, self.under)
        return [StructElem("Div", (*lines, *marks, *paragraphs(self.legend), *cards))]
