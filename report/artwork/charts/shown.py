"""What a chart shows: the years and values that the author's chart and the stored series come to.

In: a Chart (content) and the series by id (figures). Out: `Shown`, a table of rows and years, or a Failure that names every
mistake at its place: an unknown series or year, a negative value, nothing to show.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from report.content.blocks.chart import Chart, ChartSeries
from report.content.markup import parse
from report.content.text import Text
from report.diagnostics import Origin, Report, did_you_mean
from report.figures.format import number, parse_year
from report.figures.model import Datum, Series

FEWEST_ROWS = {"combo": 2}
MOST_ROWS = {"bars": 1, "area": 1, "combo": 2}


class Row(msgspec.Struct, frozen=True):
    """One series: a datum for each shown year, None where the series has none."""

    given: ChartSeries
    name: str
    unit: str
    data: tuple[Datum | None, ...]

    @property
    def values(self) -> tuple[float, ...]:
        """The values there are."""
        return tuple(datum.value for datum in self.data if datum)

    def known(self) -> list[tuple[int, Datum]]:
        return [(i, datum) for i, datum in enumerate(self.data) if datum]


class Shown(msgspec.Struct, frozen=True):
    """highlight, about: indices into `years`. about: years whose values are worded with 約."""

    chart: Chart
    years: tuple[int, ...]
    rows: tuple[Row, ...]
    highlight: frozenset[int]
    about: frozenset[int]

    @property
    def provisional(self) -> bool:
        return any(datum.status == "provisional" for row in self.rows for datum in row.data if datum)

    def approximate(self, index: int, datum: Datum) -> bool:
        """Worded with 約: as the author says, or else as the figure is stored."""
        return index in self.about if self.chart.about else datum.approximate


def shown(chart: Chart, series: Mapping[str, Series]) -> Shown:
    """The table behind a chart. Failure with all that is wrong in it."""
    report = Report()
    found = []
    for given in chart.series:
        if given.id in series:
            found.append((given, series[given.id]))
        else:
            place = getattr(given.id, "origin", given.origin)
            report.error(place, f'no series is called "{given.id}"', did_you_mean(given.id, series))
    report.check()
    _check_rows(chart, report)
    years = _years(chart, [stored for _, stored in found], report)
    rows = tuple(_row(given, stored, years, chart, report) for given, stored in found)
    highlight = _indices(chart.highlight, years, chart.origin, report)
    about = _indices(chart.about, years, chart.origin, report)
    if years and not any(row.values for row in rows):
        report.error(chart.origin, f'"{words(chart.title)}" has no values to show')
    report.check()
    return Shown(chart, years, rows, highlight or frozenset((len(years) - 1,)), about)


def _check_rows(chart: Chart, report: Report) -> None:
    count = len(chart.series)
    fewest, most = FEWEST_ROWS.get(chart.kind, 1), MOST_ROWS.get(chart.kind, count)
    if not fewest <= count <= most:
        wanted = str(fewest) if fewest == most else f"at least {fewest}"
        report.error(chart.origin, f"a chart of the kind {chart.kind} takes {wanted} series, not {count}")


def _years(chart: Chart, stored: list[Series], report: Report) -> tuple[int, ...]:
    known = sorted({datum.year for series in stored for datum in series.data})
    if chart.years:
        return tuple(year for year in (_year(text, known, chart, report) for text in chart.years) if year is not None)
    first = _year(chart.first, known, chart, report) if chart.first else None
    last = _year(chart.last, known, chart, report) if chart.last else None
    years = [year for year in known if (first is None or year >= first) and (last is None or year <= last)]
    if not years:
        report.error(chart.origin, f'"{words(chart.title)}" has no years to show', "look at from: and to:")
    return tuple(years)


def _year(text: str, known: list[int], chart: Chart, report: Report) -> int | None:
    place = getattr(text, "origin", chart.origin)
    year = parse_year(text)
    if year is None:
        report.error(place, f'"{text}" is not a year', 'write it like "平26", "令元" or "2014"')
    elif year not in known:
        report.error(place, f'no series of the chart has a value for "{text}"', f"years: {known[0]}–{known[-1]}")
        return None
    return year


def _row(given: ChartSeries, stored: Series, years: tuple[int, ...], chart: Chart, report: Report) -> Row:
    by_year = {datum.year: datum for datum in stored.data}
    data = tuple(by_year.get(year) for year in years)
    for datum in data:
        if datum and datum.value < 0:
            message = f'{stored.name or given.id}: {number(datum.value)} is negative, which "{chart.kind}" cannot show'
            report.error(datum.origin, message, "value axes start at 0; show such figures in a table")
    name = words(given.label) if given.label else stored.name
    return Row(given, name, words(given.unit) if given.unit else stored.unit, data)


def words(text: Text) -> str:
    """An author's text as one plain line: a chart knows no inline marks and breaks no lines."""
    runs = [run.text for paragraph in parse(text, Report()) for run in paragraph]
    return "".join(runs).translate({0x200B: None, 0x2060: None, 0x0A: None})


def _indices(texts: tuple[str, ...], years: tuple[int, ...], origin: Origin, report: Report) -> frozenset[int]:
    made = set()
    for text in texts:
        year = parse_year(text)
        if year in years:
            made.add(years.index(year))
        else:
            report.error(getattr(text, "origin", origin), f'the chart does not show the year "{text}"')
    return frozenset(made)


def turning(values: list[float], prominence: float) -> list[int]:
    """Indices of the points that tell a line's story: first, last, and where it turns.

    A turn counts when it is at least `prominence` of the range away from the last point taken and from the next turn. A
    line that only rises or only falls turns nowhere; its thirds stand in, so that a reader can measure along it.
    """
    last = len(values) - 1
    if last < 1:
        return [0] * (last + 1)
    least = prominence * (max(values) - min(values))
    signs = [(b > a) - (b < a) for a, b in zip(values, values[1:], strict=False)]
    taken, before = [0], values[0]
    for i in range(1, last):
        turns = signs[i - 1] * signs[i] < 0 or (signs[i] == 0 != signs[i - 1])
        rest = values[i + 1 :]
        far = max(abs(values[i] - value) for value in rest) >= least > 0
        if turns and far and abs(values[i] - before) >= least:
            taken.append(i)
            before = values[i]
    if len(taken) == 1 and last >= 6:
        taken += [round(last / 3), round(last * 2 / 3)]
    return [*taken, last]
