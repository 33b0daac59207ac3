"""Which printed figures differ, and where they are printed.

In: two records and their blocks in pairs. Out: a FigureChange for each figure that is not printed as it was. The years
of a series are figures each, but when its last year is another one, that is one change, from the last year then to the
last one now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from report.difference import FigureChange, Place
from report.difference.align import Pair
from report.record.model import Printed, PrintedFigure, Record

FACTS = ("name", "value", "unit", "year", "status", "approximate", "as_of", "definition", "source", "department")
OF_A_YEAR = ("year", "as_of", "source")  # differ from one year to the next without being told


def run_of(id: str) -> str:
    """The series that a figure is a year of; a figure of its own, itself."""
    return id.partition("[")[0]


def changed_figures(old: Record, new: Record, blocks: Sequence[Pair]) -> tuple[FigureChange, ...]:
    """Those that go on or are new in the order of the new record, then those that are gone. One that did not change is
    among them where a chart shows it newly, or no longer: "drawn"."""
    was, now = ({figure.id: figure for figure in record.figures} for record in (old, new))
    advanced = _advanced(was, now)
    where = _Where(old, new, blocks)
    found = []
    for id, figure in now.items():
        before = advanced.get(id) or was.get(id)
        what = _what(before, figure) if before else ("new",)
        if what:
            found.append((before, figure, what))
        elif where.drawn_elsewhere(id):
            found.append((before, figure, ("drawn",)))
    replaced = {before.id for before in advanced.values()}
    gone = [(each, None, ("gone",)) for id, each in was.items() if id not in now and id not in replaced]
    return tuple(FigureChange(a, b, what, where.printed(a, b)) for a, b, what in (*found, *gone))


def _advanced(was: Mapping[str, PrintedFigure], now: Mapping[str, PrintedFigure]) -> dict[str, PrintedFigure]:
    """The id of a series' last year, where it was not there before, with the figure that was its last."""
    then, latest = _latest(was.values()), _latest(now.values())
    return {
        figure.id: then[run]
        for run, figure in latest.items()
        if run in then and figure.id not in was and (then[run].year or 0) < (figure.year or 0)
    }


def _latest(figures: Iterable[PrintedFigure]) -> dict[str, PrintedFigure]:
    found: dict[str, PrintedFigure] = {}
    for figure in figures:
        run = run_of(figure.id)
        if run != figure.id and (run not in found or (found[run].year or 0) < (figure.year or 0)):
            found[run] = figure
    return found


def _what(old: PrintedFigure, new: PrintedFigure) -> tuple[str, ...]:
    differ = tuple(fact for fact in FACTS if getattr(old, fact) != getattr(new, fact))
    if old.year == new.year:
        return differ
    return ("year", *(fact for fact in differ if fact not in OF_A_YEAR))


class _Where:
    """Where figures are printed in both records."""

    def __init__(self, old: Record, new: Record, blocks: Sequence[Pair]):
        self.before, self.after = _by_figure(old.printed), _by_figure(new.printed)
        self.runs_before, self.runs_after = _runs(old.printed), _runs(new.printed)
        both = [(pair.old, pair.new) for pair in blocks if pair.old and pair.new]
        self.pages = {old.id: old.page for old, _ in both}
        self.counterpart = {new.id: old.id for old, new in both}
        self.charts = {new.id: old.id for old, new in both if new.kind == "chart"}

    def drawn_elsewhere(self, id: str) -> bool:
        """A chart shows it now and did not, or does no longer: in a text, that is told with the text."""
        now = {self.charts[each.block] for each in self.after.get(id, ()) if each.block in self.charts}
        return now != {each.block for each in self.before.get(id, ()) if each.block in self.charts.values()}

    def printed(self, old: PrintedFigure | None, new: PrintedFigure | None) -> tuple[Place, ...]:
        """Each place of the new edition with that of the old one in the same block, then those that are gone."""
        left = list(self.before.get(old.id, ())) if old else []
        if old and new and old.id != new.id:  # where last year's still stands, this year's stands beside it
            stays = {self.counterpart.get(each.block) for each in self.after.get(old.id, ())}
            left = [each for each in left if each.block not in stays]
        places = []
        for each in self.after.get(new.id, ()) if new else ():
            block = self.counterpart.get(each.block)
            before = next((other for other in left if other.block == block), None)
            if before:
                left.remove(before)
            places.append(_place(before, each, self.page_before(block)))
        return (*places, *(_place(each, None, None) for each in left if not (new and self.advanced(each))))

    def page_before(self, block: str | None) -> tuple[int, str] | None:
        """Where a block of the old edition stood."""
        return (self.pages[block], block) if block else None

    def advanced(self, each: Printed) -> bool:
        """In its block stands another year of its series now, which is told with that year."""
        block = next((new for new, old in self.counterpart.items() if old == each.block), None)
        before = self.runs_before.get((each.block, run_of(each.figure)), set())
        return bool(self.runs_after.get((block or "", run_of(each.figure)), set()) - before)


def _by_figure(printed: Iterable[Printed]) -> dict[str, list[Printed]]:
    found: dict[str, list[Printed]] = {}
    for each in printed:
        found.setdefault(each.figure, []).append(each)
    return found


def _runs(printed: Iterable[Printed]) -> dict[tuple[str, str], set[str]]:
    """The years of a series that a block prints, by block and series."""
    found: dict[tuple[str, str], set[str]] = {}
    for each in printed:
        found.setdefault((each.block, run_of(each.figure)), set()).add(each.figure)
    return found


def _place(old: Printed | None, new: Printed | None, before: tuple[int, str] | None) -> Place:
    """before: page and id of the block where the new one stands, in the old edition."""
    if old:
        before = old.page, old.block
    return Place(
        old_page=before and before[0],
        new_page=new and new.page,
        old_block=before[1] if before else "",
        new_block=new.block if new else "",
        old=old.words if old else "",
        new=new.words if new else "",
        old_sentence=old.sentence if old else "",
        new_sentence=new.sentence if new else "",
    )
