"""The year's figures, to look up: single values, series, and single years of series.

`Figures` is what assembly.py makes of the files; resolve.py and the charts look their numbers up in it.
"""

from __future__ import annotations

import msgspec

from report.figures import format as wording
from report.figures.expressions import Amount
from report.figures.model import Datum, Figure, Provenance, Series
from report.messages import Message, Origin, Report, did_you_mean, failure, message, nearest


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of a brochure. Lookups complain to `report`, or raise Failure when there is none."""

    singles: dict[str, Figure]
    runs: dict[str, Series]

    def figure(self, id: str, origin: Origin | None = None, report: Report | None = None) -> Figure | None:
        """A single value, or a year of a series: "nursery.waiting[令5]", "nursery.waiting.R5"."""
        found = self.singles.get(id) or self._point(id)
        if found is None:
            _complain(origin, message("figure-unknown", id=id), self.hint(id), report)
        return found

    def series(self, id: str, origin: Origin | None = None, report: Report | None = None) -> Series | None:
        found = self.runs.get(id)
        if found is None:
            hint = message("single-value", id=id) if id in self.singles else did_you_mean(id, self.runs)
            _complain(origin, message("series-unknown", id=id), hint, report)
        return found

    def amount(self, id: str) -> Amount:
        """For expressions. Raises KeyError with a hint."""
        figure = self.singles.get(id) or self._point(id)
        if figure is None:
            raise KeyError(self.hint(id))
        known = figure.provenance
        return Amount(figure.value, figure.unit, figure.approximate, known.status, known.as_of, (id,))

    def hint(self, id: str) -> Message | None:
        run, year = split_year(id)
        if run in self.runs:
            years = ", ".join(wording.short_year(datum.year) for datum in self.runs[run].data)
            if year is None and run == id:
                return message("series-needs-a-year", id=id, year=years.rpartition(" ")[2])
            return message("years-of", id=run, years=years)
        known = (*self.singles, *self.runs)
        return did_you_mean(run if nearest(run, known) else id, known)

    def _point(self, id: str) -> Figure | None:
        run, year = split_year(id)
        series = self.runs.get(run)
        datum = next((d for d in series.data if d.year == year), None) if series and year is not None else None
        return point(series, datum) if series and datum else None


def point(series: Series, datum: Datum) -> Figure:
    """One year of a series as a single figure."""
    known = series.provenance
    return Figure(
        id=f"{series.id}[{wording.short_year(datum.year)}]",
        name=series.name,
        value=datum.value,
        unit=series.unit,
        provenance=Provenance(
            status=datum.status,
            source=datum.source or known.source,
            definition=known.definition,
            as_of=wording.as_of_date(known.as_of, datum.year) or str(datum.year),
            note=datum.note,
        ),
        origin=datum.origin,
        approximate=datum.approximate,
    )


def split_year(id: str) -> tuple[str, int | None]:
    """ "a.b[令5]" or "a.b.R5" as ("a.b", 2023); an id without a year as itself and None."""
    if id.endswith("]"):
        run, _, year = id[:-1].partition("[")
        return run, wording.parse_year(year)
    run, _, last = id.rpartition(".")
    year = wording.parse_year(last) if run else None
    return (run, year) if year is not None else (id, None)


def _complain(origin: Origin | None, unknown: Message, hint: Message | None, report: Report | None) -> None:
    if report is None:
        raise failure(origin, unknown, hint)
    report.error(origin, unknown, hint)
