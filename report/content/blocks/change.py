"""`change`: before ▶ after, with a unit chart of squares below."""

from __future__ import annotations

from report.content.block import Block
from report.content.unit_alt import alt_of_units
from report.figures.model import FigureRef
from report.source import Count
from report.text import Text
from report.text.tags import StructElem, Voice, figure, paragraphs, said


class Change(Block, frozen=True, kw_only=True):
    """before, after: as set, e.g. "__99__ha". count: figure id of the squares drawn; added: of those in yellow.

    columns: squares in a row. key: the three parts of the key: the scale, the plain squares, the added ones.
    """

    title: Text
    before: Text
    after: Text
    count: FigureRef | None = None
    added: FigureRef | None = None
    columns: Count = Count(27)
    key: tuple[Text, ...] = ()
    alt: Text | None = None

    def __post_init__(self) -> None:
        if not self.count and (self.added or self.key):
            raise ValueError("added and key belong to the squares of a count, which is missing")
        if len(self.key) > (3 if self.added else 2):
            raise ValueError("the key has a part for the scale, one for the squares and, with added, one for those")

    def tags(self, voice: Voice) -> list[StructElem]:
        shown = [figure(self, alt_of_units(self.alt, self.count, self.added))] if self.count else []
        change = f"{self.before.plain}から{self.after.plain}へ"  # the triangle in words
        numbers = said("P", self.before, self.after, actual=change)
        return [StructElem("Div", (*paragraphs(self.title), numbers, *shown, *paragraphs(*self.key)))]
