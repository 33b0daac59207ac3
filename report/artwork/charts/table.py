"""The table behind a chart: the years it shows, and what every series has for them.

In: made of a chart's keys and the year's figures when the brochure is resolved (content). Out: `Table`, which drawing,
description, tags and checks take from there.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from report.figures.format import axis_years
from report.figures.model import Datum

FEWEST_FOR_THIRDS = 6  # steps along a line that has no turn


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One series: a datum for each year of the table, None where the series has none.

    colour: as the author says ("auto": as the kind has it); drawn: "bars" or "line" in a combination.
    """

    name: str
    unit: str
    data: tuple[Datum | None, ...]
    colour: str = "auto"
    drawn: str | None = None

    @property
    def values(self) -> tuple[float, ...]:
        """The values there are."""
        return tuple(datum.value for datum in self.data if datum)

    def role(self, auto: str, line: bool = False) -> str:
        """The role of the row's ink: as the author says, else `auto`. Thin lines take the darker counter colour."""
        if self.colour == "auto":
            return auto
        return "counter-dark" if line and self.colour == "counter" else self.colour

    def known(self) -> list[tuple[int, Datum]]:
        return [(i, datum) for i, datum in enumerate(self.data) if datum]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """highlight, about: indices into `years`; about: years whose values are worded with 約 (none: as stored).

    unit_told: the panel's title row names one unit for all. category: what stands after the last year, None: as the
    style has it. turning: only turning points are labelled. omitted: years with values that the axis leaves out, before
    its first year or between two.
    """

    kind: str
    title: str
    years: tuple[int, ...]
    rows: tuple[Row, ...]
    highlight: frozenset[int]
    about: frozenset[int] = frozenset()
    unit_told: bool = False
    category: str | None = None
    turning: bool = False
    arrow: bool = False
    omitted: tuple[int, ...] = ()

    @property
    def provisional(self) -> bool:
        return any(datum.status == "provisional" for row in self.rows for datum in row.data if datum)

    def omits(self, index: int) -> list[int]:
        """The years left out between that year and the next one; before the first year for −1."""
        low = self.years[index] if index >= 0 else -1
        return [year for year in self.omitted if low < year < self.years[index + 1]]

    def omitted_years(self, worded: Callable[[list[int]], list[str]] = axis_years) -> str:
        """What the axis leaves out: 平25以前、27〜29. worded: says the years."""
        spans = [span for i in range(-1, len(self.years) - 1) if (span := self.omits(i))]
        ends = [dict.fromkeys((span[-1],) if span[-1] < self.years[0] else (span[0], span[-1])) for span in spans]
        words = iter(worded([year for span in ends for year in span]))
        parts = ["〜".join(next(words) for _ in span) for span in ends]
        if spans and self.omits(-1):
            parts[0] += "以前"
        return "、".join(parts)

    def total(self, index: int) -> float:
        return sum(datum.value for datum in self._of(index))

    def complete(self, index: int) -> bool:
        """Whether every row has a value for that year, in one unit, so that their sum means something."""
        return all(row.data[index] and row.unit == self.rows[0].unit for row in self.rows)

    def provisional_in(self, index: int) -> bool:
        """Whether a value of that year is one that nobody published."""
        return any(datum.status == "provisional" for datum in self._of(index))

    def planned(self, index: int) -> bool:
        """Whether a value of that year is yet to come."""
        return any(datum.planned for datum in self._of(index))

    def _of(self, index: int) -> list[Datum]:
        return [datum for datum in (row.data[index] for row in self.rows) if datum]

    def approximate(self, index: int, datum: Datum) -> bool:
        """Worded with 約: as the author says, or else as the figure is stored."""
        return index in self.about if self.about else datum.approximate


def turning(values: list[float], prominence: float, thirds: bool = True) -> list[int]:
    """Indices of the points that tell a line's story: first, last, and where it turns.

    A peak or a valley counts when the line goes back by at least `prominence` of the range after it. A line that only
    rises or only falls turns nowhere; where it is alone, `thirds` stand in, so that a reader can measure along it.
    """
    last = len(values) - 1
    if last < 1:
        return [0] * (last + 1)
    least = prominence * (max(values) - min(values))
    found, extreme, way = [0], 0, 0
    for i, value in enumerate(values):
        back = (values[extreme] - value) * way
        if way and back > 0 and back >= least:
            found.append(extreme)
            extreme, way = i, -way
        elif way == 0 and value != values[0] and abs(value - values[0]) >= least:
            extreme, way = i, 1 if value > values[0] else -1
        elif way and back <= 0 and value != values[extreme]:
            extreme = i
    if thirds and len(found) == 1 and last >= FEWEST_FOR_THIRDS and way:
        found += [round(last / 3), round(last * 2 / 3)]
    return [*dict.fromkeys(found), last]
