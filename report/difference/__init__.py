"""What two editions differ in, by the blocks and figures that they print.

In: nothing. Out: the types that `compare` makes of two Records, old and new; who tells them stands beside it. A page
is named by its place in its record, from 1. Lengths are pt.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

from report.record.model import PrintedBlock, PrintedFigure, Record

Op = Literal["=", "-", "+"]
What = Literal["added", "removed", "text", "picture", "look", "size", "numbers"]


class Span(NamedTuple):
    """Words that both editions have (=), or only the old (-) or the new one (+)."""

    op: Op
    words: str


class Rewording(NamedTuple):
    """A sentence that changed: as it was, as it is; without spans where it is none."""

    old: tuple[Span, ...]
    new: tuple[Span, ...]


class Place(msgspec.Struct, frozen=True):
    """Where a changed figure is printed: words in either edition, and the sentences they stand in, "" for none. Of the
    old edition also the block, where that did not print it yet."""

    old_page: int | None
    new_page: int | None
    old_block: str
    new_block: str
    old: str
    new: str
    old_sentence: str
    new_sentence: str

    @property
    def sentence(self) -> str:
        return self.new_sentence or self.old_sentence


class FigureChange(msgspec.Struct, frozen=True):
    """what: the facts that differ, or "new", "gone", or "drawn": the same figure is in another chart. Of a series whose
    last year is another one, "year": old is the last year's figure then, new the one now."""

    old: PrintedFigure | None
    new: PrintedFigure | None
    what: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def figure(self) -> PrintedFigure:
        found = self.new or self.old
        assert found
        return found


class BlockChange(msgspec.Struct, frozen=True):
    """A block that is not the same, whatever figures it prints. numbers: of sections or pages, all that differs in a
    table of contents."""

    old: PrintedBlock | None
    new: PrintedBlock | None
    what: tuple[What, ...]
    texts: tuple[Rewording, ...] = ()


class Shift(msgspec.Struct, frozen=True):
    """Blocks, old and new, that only stand elsewhere, all by as much. came_from, went_to: the old page where they stood
    or the new one where they stand, if that is neither this page nor its counterpart; then dx, dy are 0."""

    blocks: tuple[tuple[PrintedBlock, PrintedBlock], ...]
    came_from: int | None
    went_to: int | None
    dx: float
    dy: float


class PageChange(msgspec.Struct, frozen=True):
    """A page with its counterpart; None: it is new, or gone. figures: changed ones that it prints, by their place in
    the Difference. around: what is no block of it looks different: its head, its number."""

    old: int | None
    new: int | None
    figures: tuple[int, ...]
    blocks: tuple[BlockChange, ...]
    shifts: tuple[Shift, ...]
    around: bool


class Difference(msgspec.Struct, frozen=True):
    """head: of title, year and date those that differ. renumbered: pages that are called otherwise, old and new. pages:
    only those with a change, in the new order."""

    old: Record
    new: Record
    head: tuple[str, ...]
    renumbered: tuple[tuple[int, int], ...]
    figures: tuple[FigureChange, ...]
    pages: tuple[PageChange, ...]

    def __bool__(self) -> bool:
        return bool(self.head or self.renumbered or self.figures or self.pages)
