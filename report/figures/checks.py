"""What is wrong with an entry by itself, and what an edition's year makes of the figures.

In: entries as they were written, or the Figures. Out: what is told to the Report.
"""

from __future__ import annotations

from report.figures import format as wording
from report.figures.entries import FigureEntry, PointEntry, SeriesEntry
from report.figures.model import Figures, split_year
from report.messages import Origin, Report, message


def check_edition(figures: Figures, year: str, report: Report) -> None:
    """A warning where the year of an edition is open; a remark where a name or definition is left from the year
    before."""
    current = wording.parse_year(year)
    places = [years[current].origin for years in figures.awaited.values() if current in years]
    if places:
        report.warning(places[0], message("values-awaited", count=len(places), year=year))
    before = wording.spellings(current - 1) if current else None
    for entry in figures.entries.values() if before else ():
        for words in (getattr(entry, "name", ""), entry.definition) if not entry.ended else ():
            if found := before.search(words):
                report.info(place_of(words, entry), message("year-before", year=found[0], now=year))


def check_entry(id: str, entry: FigureEntry | SeriesEntry, report: Report) -> None:
    if entry.as_of and not wording.is_as_of(entry.as_of):
        report.error(place_of(entry.as_of, entry), message("as-of-wrong", date=entry.as_of))
    elif isinstance(entry, FigureEntry) and not entry.values and wording.MONTH_DAY.fullmatch(entry.as_of):
        report.error(place_of(entry.as_of, entry), message("as-of-of-every-year", date=entry.as_of))
    if split_year(id)[1] is not None:
        report.error(place_of(id, entry), message("id-like-a-year", id=id))
    for key in ("name", "unit"):  # drawn in charts, which break no lines
        if "\n" in (word := getattr(entry, key, "")):
            report.error(place_of(word, entry), message("more-than-one-line", key=key, id=id))
        elif "\0" in word:
            report.error(place_of(word, entry), message("control-character", code=0))


def place_of(name: str, given: FigureEntry | SeriesEntry | PointEntry) -> Origin:
    return getattr(name, "origin", given.origin)
