"""RESOLVE: the brochure with its numbers in.

In: a Brochure whose texts hold expressions and whose blocks name figures by id, and the Figures. Out: the same Brochure
resolved, and where it leans on which figure. Wrong ids are reported even in what could not be read as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from report.content.model import Brochure
from report.figures.format import parse_year
from report.figures.model import Figures
from report.messages import Report, message
from report.source import Remnant
from report.text.edition import NONE, Edition, Use


def resolve(
    brochure: Brochure, figures: Figures, report: Report, lasts: Mapping[str, int] = NONE
) -> tuple[Brochure, tuple[Use, ...]]:
    """The brochure resolved, and its uses of figures in the order of the pages, each pair once.

    lasts: how many of its latest years a kind of chart shows, by the style.

    A place that names the year before its own is a remark: it may be left from last year's edition.
    """
    if parse_year(brochure.year) is None:
        place = getattr(brochure.year, "origin", brochure.origin)
        report.error(place, message("year-wrong", year=brochure.year))
    edition = Edition(figures, report, brochure.year, lasts)
    return edition.node(brochure), edition.uses


def check_uses(remnants: Iterable[Any], figures: Figures, report: Report) -> None:
    """Reports wrong figures in what is left of a brochure that cannot be made as a whole."""
    edition = Edition(figures, report)
    for value in remnants:
        for each in value.values.values() if isinstance(value, Remnant) else (value,):
            edition.value(each)
