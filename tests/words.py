"""Texts for tests, as the engine reads them."""

from __future__ import annotations

from report.figures.model import Figure, FigureRef
from report.messages import Origin, Report
from report.source import Written
from report.text import Text

HERE = Origin("t.yaml", 1, 1)


def written(source: str, origin: Origin = HERE, report: Report | None = None) -> Text:
    """The text that an author writes; mistakes go to the report, if there is one."""
    return Text.read(Written(source, origin), report or Report())


def figure(value: float, unit: str = "", id: str = "a") -> FigureRef:
    """A figure that content names, found."""
    return FigureRef(id, HERE, Figure(id=id, value=value, unit=unit, status="published", origin=HERE))
