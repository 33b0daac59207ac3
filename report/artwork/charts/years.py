"""Which years an axis names: all, set smaller if need be; else the first, the last, highlighted ones and the first of
an era, and between them every 2nd, 5th, 10th … counted from the last.

In: the table's years, the plot that says where they stand. Out: labels and their spots, none touching another.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from report.artwork.charts.placement import Label, Spot, every, strides
from report.artwork.charts.scene import Scene
from report.artwork.charts.table import Table
from report.figures.format import axis_years, era_year, fiscal_year
from report.messages import message

if TYPE_CHECKING:
    from report.artwork.charts.axis import AxisStyle, Plot

FIRST_YEAR = 0.6  # of the pitch: the room that 令和元 in full may take


class Names(NamedTuple):
    """What the names of years are made of. share: of the type size."""

    scene: Scene
    table: Table
    plot: Plot
    style: AxisStyle
    baseline: float
    share: float = 1.0

    def labels(self, kept: Iterable[int]) -> list[Label]:
        """Of those years, in order: the era is named where it begins among them."""
        scene, style, table, kept = self.scene, self.style, self.table, sorted(kept)
        texts = axis_years([table.years[i] for i in kept])
        if texts and texts[0].endswith("元"):
            full = fiscal_year(table.years[kept[0]]).removesuffix("年度")  # an axis that begins an era names it in full
            if scene.width(full, scene.chars(style.text)) + style.apart < self.plot.pitch * FIRST_YEAR:
                texts[0] = full
        texts = [text + style.planned * table.planned(i) for i, text in zip(kept, texts, strict=True)]
        made = [
            scene.label(text, style.strong_text if i in table.highlight else style.text, Spot(self.plot.x(i), 0))
            for i, text in zip(kept, texts, strict=True)
        ]
        return [label.raised(self.baseline).scaled(self.share, scene.values.smallest) for label in made]

    def apart(self, one: Label, other: Label) -> bool:
        widths = self.scene.width(one.text, one.chars) + self.scene.width(other.text, other.chars)
        return other.spots[0].x - one.spots[0].x >= widths / 2 + self.style.apart

    def all_apart(self, kept: Iterable[int]) -> bool:
        return all(self.apart(one, other) for one, other in pairwise(self.labels(kept)))

    def chosen(self, stride: int) -> set[int] | None:
        """The years named at that stride; None where they would touch."""
        musts = self._musts()
        kept = every(stride, musts, len(self.table.years)) if musts else set()
        return kept if kept and self.all_apart(kept) else None

    def _musts(self) -> set[int] | None:
        """The first year gives way to highlighted ones; an era that finds no room for its first year is named with the
        next one that is kept."""
        years, last = self.table.years, len(self.table.years) - 1
        kept = {last, *self.table.highlight}
        begun = [i for i in range(1, last) if era_year(years[i])[0] != era_year(years[i - 1])[0]]
        for i in (0, *begun):
            if self.all_apart({*kept, i}):
                kept.add(i)
        return kept if self.all_apart(kept) and (0 in kept or kept > {last}) else None


def named(names: Names) -> list[tuple[Label, Spot]]:
    """The labels of an axis with their spots, from the left. Failure where those find no room that must stay."""
    count = len(names.table.years)
    for stride in strides(count):
        for share in (1.0, 0.0):
            tried = names._replace(share=share)
            kept = tried.chosen(stride)
            settled = names.scene.ground.settle(tried.labels(kept)) if kept else None
            if settled:
                return settled
    raise names.scene.scarce(message("years"))
