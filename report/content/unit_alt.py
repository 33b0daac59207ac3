"""What a count drawn as marks says to a reader who cannot see it."""

from __future__ import annotations

from report.artwork.charts.describe import describe_units
from report.figures.model import FigureRef
from report.text import Text


def alt_of_units(alt: Text | None, count: FigureRef, added: FigureRef | None) -> str:
    """The author's own words, or some made of the figures."""
    if alt:
        return alt.plain
    return describe_units(count.found, added.found if added else None) if count.found else ""
