"""A count drawn as marks: what panels and changes show under their numbers.

In: figures and a width. Out: a Drawing, or None after an error at the id's place; what it says to who cannot see it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from report.artwork.charts import Units
from report.artwork.charts.describe import describe_units
from report.compose.context import BlockContext
from report.figures.agreement import contradicts, of_unit
from report.figures.format import number
from report.figures.model import FigureRef
from report.messages import Report, message
from report.page import Drawing
from report.text import Text

MOST, MOST_COLUMNS = 2000, 100  # marks, and marks side by side; more are no longer seen one by one


def check_count(lines: Iterable[Text], count: FigureRef, added: FigureRef | None, report: Report) -> None:
    """A warning for the first line that names numbers in the unit of the marks, none of which is theirs: the whole, the
    added ones, the rest."""
    if not count.found or (added and not added.found):
        return
    whole, extra = count.found.value, added.found.value if added and added.found else 0.0
    for line in lines:
        if contradicts(of_unit(line.plain, count.found.unit), whole, extra, whole - extra):
            words = {"words": line.plain, "count": number(whole), "unit": count.found.unit}
            return report.warning(line.origin, message("marks-contradicted", **words))


def counted(count: FigureRef, added: FigureRef | None, columns: int, ctx: BlockContext) -> tuple[int, int] | None:
    """The two figures as numbers of marks; None after an error when they cannot be drawn."""
    whole, extra = (round(each.found.value) if each and each.found else 0 for each in (count, added))
    if 1 <= whole <= MOST and 0 <= extra <= whole and 1 <= columns <= MOST_COLUMNS:
        return whole, extra
    numbers = {"whole": whole, "added": extra, "columns": columns}
    ctx.report.error(count.origin, message("marks-not-drawn", **numbers, most=MOST, most_columns=MOST_COLUMNS))
    return None


def unit_chart(
    marks: tuple[int, int], columns: int, width: float, shape: Literal["circle", "square"], ctx: BlockContext
) -> Drawing:
    """Squares or circles over the width (pt); the added ones in the accent ink."""
    whole, extra = marks
    return ctx.studio.units(Units(whole, extra, columns, round(width, 2), shape), ctx.family)


def alt_of_units(alt: Text | None, count: FigureRef, added: FigureRef | None) -> str:
    """The author's own words, or some made of the figures."""
    if alt:
        return alt.plain
    return describe_units(count.found, added.found if added else None) if count.found else ""
