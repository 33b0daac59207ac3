"""Two editions compared.

In: two Records. Out: their Difference. What follows from a changed figure (its digits in a text, the look of its chart)
is told with the figure alone, and blocks that only stand elsewhere are gathered by how far they moved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from report.difference import BlockChange, Difference, FigureChange, PageChange, Shift, What
from report.difference.align import Pair, aligned
from report.difference.figures import changed_figures, run_of
from report.difference.pages import PagePair, paired_pages
from report.difference.texts import Rewording, rewordings, tokens
from report.record.model import Printed, PrintedBlock, Record

HEAD = ("title", "year", "date")
DRAWN_ELSEWHERE = ("drawn",)  # of a figure that is what it was
LEAST = 0.3  # pt: a tenth of a millimetre; less is no move
NUMBERED = ("opener", "field")  # kinds that show the numbers of sections and pages, which follow from what comes before
MIRRORED = ("opener", "panorama", "picture", "pictures")  # kinds that may look different on a right-hand page
DRAWN = r"[\d,.−%％約〜、・]+|[平令昭](?:成|和)?(?=元|\d)|元|年度|仮の値|\s"  # of a chart that follows its figures


def compare(old: Record, new: Record) -> Difference:
    blocks = aligned(old.blocks, new.blocks)
    pages = paired_pages(old, new, blocks)
    figures = changed_figures(old, new, blocks)
    head = tuple(fact for fact in HEAD if getattr(old, fact) != getattr(new, fact))
    both = [(was, now) for was, now in pages if was and now]
    renumbered = tuple(pair for pair in both if old.pages[pair[0] - 1].label != new.pages[pair[1] - 1].label)
    changes = _Comparison(old, new, blocks, figures).pages(pages)
    return Difference(old, new, head, renumbered, figures, tuple(changes))


class _Comparison:
    def __init__(self, old: Record, new: Record, blocks: Sequence[Pair], figures: Sequence[FigureChange]):
        self.old, self.new, self.figures = old, new, figures
        self.before, self.after = _by_block(old.printed), _by_block(new.printed)
        self.changed, self.reworded = _ids(figures), _ids(each for each in figures if each.what != DRAWN_ELSEWHERE)
        self.blocks = [(pair, self.change(pair)) for pair in blocks]

    def pages(self, pairs: Sequence[PagePair]) -> Iterator[PageChange]:
        """Those with a change."""
        for was, now in pairs:
            here = [(pair, change) for pair, change in self.blocks if _stands(pair, was, now)]
            changed = tuple(change for _, change in here if change)
            shifts = tuple(_shifts([pair for pair, change in self.blocks if not change], was, now))
            figures = tuple(n for n, each in enumerate(self.figures) if _is_printed(each, was, now))
            around = not (figures or changed or shifts) and self.looks_different(was, now)
            if changed or shifts or figures or around or was is None or now is None:
                yield PageChange(was, now, figures, changed, shifts, around)

    def change(self, pair: Pair) -> BlockChange | None:
        """What is to be told of a block; None if it is what it was, or differs by its figures alone."""
        old, new = pair
        if old is None or new is None:
            return BlockChange(old, new, ("removed",) if old else ("added",))
        if (old.words, old.pictures, old.look) == (new.words, new.pictures, new.look):
            return None
        texts = self.texts(old, new)
        what: list[What] = ["text"] if texts else []
        if dict(old.pictures) != dict(new.pictures):
            what.append("picture")
        if not what and not self.follows(old, new):
            sizes = zip(old.rect[2:], new.rect[2:], strict=True)
            what.append("size" if any(abs(a - b) >= LEAST for a, b in sizes) else "look")
        if not what and new.kind == "field" and old.words != new.words:
            what.append("numbers")
        return BlockChange(old, new, tuple(what), texts) if what else None

    def follows(self, old: PrintedBlock, new: PrintedBlock) -> bool:
        """The look of a block follows from a changed figure, or from what comes before it in the brochure."""
        if new.kind in NUMBERED and old.words != new.words:
            return True
        if new.kind in MIRRORED and (old.page - new.page) % 2:
            return True
        return any(each.figure in self.changed for each in self.printed(old, new))

    def texts(self, old: PrintedBlock, new: PrintedBlock) -> tuple[Rewording, ...]:
        if old.words == new.words:
            return ()
        words = [_lines(old), _lines(new)]
        if new.kind == "chart" and self.follows(old, new):
            bare = [{re.sub(DRAWN, "", line) for line in lines} for lines in words]
            follow = bare[0] & bare[1] | {""}
            words = [[line for line in lines if re.sub(DRAWN, "", line) not in follow] for lines in words]
        uses = (self.before.get(old.id, ()), self.after.get(new.id, ()))
        made = [tokens("\n".join(lines), self.known(each)) for lines, each in zip(words, uses, strict=True)]
        return rewordings(*made)

    def known(self, printed: Sequence[Printed]) -> Iterator[tuple[str, str]]:
        """What a block prints, for its text: words of a changed figure are the same, whatever they are."""
        for each in printed:
            runs = {run_of(use.figure) for use in printed if use.words == each.words and use.figure in self.reworded}
            yield "|".join(sorted(runs)) or f"{each.figure}={each.words}", each.words

    def printed(self, old: PrintedBlock, new: PrintedBlock) -> tuple[Printed, ...]:
        return (*self.before.get(old.id, ()), *self.after.get(new.id, ()))

    def looks_different(self, was: int | None, now: int | None) -> bool:
        """Two pages; one that only has another number by now does not."""
        if was is None or now is None:
            return False
        old, new = self.old.pages[was - 1], self.new.pages[now - 1]
        return old.look != new.look and old.label == new.label


def _ids(changes: Iterable[FigureChange]) -> set[str]:
    return {figure.id for each in changes for figure in (each.old, each.new) if figure}


def _by_block(printed: Iterable[Printed]) -> dict[str, list[Printed]]:
    found: dict[str, list[Printed]] = {}
    for each in printed:
        found.setdefault(each.block, []).append(each)
    return found


def _lines(block: PrintedBlock) -> list[str]:
    """Its paragraphs; without the numbers of sections and pages, which are lines of their own."""
    lines = block.words.split("\n")
    return [line for line in lines if not line.isdecimal()] if block.kind in NUMBERED else lines


def _stands(pair: Pair, was: int | None, now: int | None) -> bool:
    """On that page: of the new edition, or of the old one if it is gone."""
    return pair.new.page == now if pair.new else pair.old is not None and pair.old.page == was


def _is_printed(change: FigureChange, was: int | None, now: int | None) -> bool:
    """On that page; of the old one, where the new one has it no more."""
    return any(place.new_page == now if place.new_page else place.old_page == was for place in change.places)


def _shifts(blocks: Iterable[Pair], was: int | None, now: int | None) -> Iterator[Shift]:
    """Of blocks that are what they were, those that stand elsewhere on that page, came to it or left it."""
    here = [(old, new) for old, new in blocks if old and new and (old.page == was or new.page == now)]
    turned = _turned(here) if was and now and (was - now) % 2 else 0.0
    groups: dict[tuple[int | None, int | None, float, float], list[tuple[PrintedBlock, PrintedBlock]]] = {}
    for old, new in here:
        came_from, went_to = (old.page if old.page != was else None), (new.page if new.page != now else None)
        dx, dy = (0.0, 0.0) if came_from or went_to else _by(old, new)
        if came_from or went_to or abs(dy) >= LEAST or min(abs(dx), abs(dx - turned)) >= LEAST:
            groups.setdefault((came_from, went_to, dx, dy), []).append((old, new))
    for (came_from, went_to, dx, dy), pairs in groups.items():
        yield Shift(tuple(pairs), came_from, went_to, dx, dy)


def _turned(blocks: Sequence[tuple[PrintedBlock, PrintedBlock]]) -> float:
    """How far most blocks went aside on a page that was left-hand and is right-hand, or the other way round: its
    margins are mirrored, which is no move."""
    return Counter(_by(old, new)[0] for old, new in blocks).most_common(1)[0][0] if blocks else 0.0


def _by(old: PrintedBlock, new: PrintedBlock) -> tuple[float, float]:
    return round(new.rect[0] - old.rect[0], 1), round(new.rect[1] - old.rect[1], 1)
