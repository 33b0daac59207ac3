"""A chart's keys and the year's figures become the table behind it (artwork.charts.table).

In: a Chart whose series are found, the Edition. Out: the Table; None after errors: a year that no series has, a key
the kind does not know, a negative value, nothing to show.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from report.artwork.charts.kinds import kinds
from report.artwork.charts.table import Row, Table
from report.figures.format import PER_CENT, decimals, number, parse_year, quantity, short_year, spans
from report.figures.model import Series, point
from report.messages import Origin, Report, message
from report.source import Name

LATEST = "latest"

if TYPE_CHECKING:
    from report.blocks.chart import Chart, ChartSeries
    from report.text.edition import Edition


def table_of(chart: Chart, edition: Edition) -> Table | None:
    """The table, whose figures are taken down; what is wrong goes to the edition's report."""
    report = edition.report
    before = report.errors
    chart = _with_latest(chart, edition)
    ends = filter(None, (chart.first, chart.last))
    for year in (*ends, *chart.years, *chart.highlight, *chart.about):
        edition.check_year(year, getattr(year, "origin", chart.origin))
    check_kind(chart, report)
    found = [(given, given.id.found) for given in chart.series if given.id.found]
    if len(found) < len(chart.series):
        return None
    years = _years(chart, [stored for _, stored in found], edition)
    rows = tuple(_row(given, stored, years, chart, report) for given, stored in found)
    for (given, stored), row in zip(found, rows, strict=True):
        if years and not row.values:
            report.flaw(given.origin, message("series-without-years", id=stored.id))
    if report.errors == before:
        check_sense(chart, found, rows, years, report)
    highlight = _indices(chart.highlight, years, chart.origin, report)
    about = _indices(chart.about, years, chart.origin, report)
    if report.errors > before or not years:
        return None
    made = Table(
        kind=chart.kind,
        title=chart.title.plain,
        years=years,
        rows=rows,
        highlight=highlight or frozenset((len(years) - 1,)),
        about=about,
        unit_told=chart.unit is not None,
        category=chart.category.plain if chart.category is not None else None,
        turning=chart.labels == "turning",
        arrow=chart.arrow,
        omitted=_omitted(chart, _known(chart, [stored for _, stored in found], edition), years),
    )
    for (given, stored), row in zip(found, rows, strict=True):
        for i, datum in row.known():
            words = quantity(datum.value, row.unit, made.approximate(i, datum))
            edition.lean(point(stored, datum), given.origin, words)
    return made


def _with_latest(chart: Chart, edition: Edition) -> Chart:
    """With a year for the word `latest`: the brochure's, or the last before it that all series have a value for."""
    stored = [given.id.found for given in chart.series if given.id.found]
    if not stored or LATEST not in (*chart.years, *chart.highlight, *chart.about):
        return chart
    known = set.intersection(*({datum.year for datum in each.data if not datum.planned} for each in stored))
    year = max((each for each in known if edition.current is None or each <= edition.current), default=None)

    def meant(word: str) -> str:
        if word != LATEST or year is None:
            return word
        name = Name(short_year(year))
        name.origin = getattr(word, "origin", chart.origin)
        return name

    def named(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(meant, words))

    return msgspec.structs.replace(
        chart, years=named(chart.years), highlight=named(chart.highlight), about=named(chart.about)
    )


def which_provisional(table: Table) -> str:
    """Which years are provisional; "" where none or all are."""
    found = []
    for row in table.rows:
        known = [(table.years[i], datum.status == "provisional") for i, datum in row.known()]
        years = spans([year for year, is_so in known if is_so], [year for year, _ in known])
        found.append((row.name, years, all(is_so for _, is_so in known)))
    if not table.provisional or all(is_whole for *_, is_whole in found):
        return ""
    if len(found) == 1:
        return found[0][1]
    return "、".join(f"{name}（{years}）" for name, years, _ in found if years)


def check_kind(chart: Chart, report: Report) -> None:
    """As many series as the kind shows, and no key that means nothing to it."""
    count, kind = len(chart.series), kinds()[chart.kind]
    if not kind.fewest <= count <= kind.most:
        wanted = kind.most if kind.fewest == kind.most else f"{kind.fewest}–{kind.most}"
        report.flaw(chart.origin, message("series-count-wrong", kind=chart.kind, wanted=wanted, count=count))
    for key, place in _keys(chart):
        if key not in kind.keys:
            takers = ", ".join(name for name, each in kinds().items() if key in each.keys)
            report.flaw(place, message("key-not-of-kind", key=key, kind=chart.kind, kinds=takers))
    drawn = [given.as_ for given in chart.series if given.as_]
    if len(set(drawn)) < len(drawn) and "as" in kind.keys:
        report.flaw(chart.series[-1].origin, message("series-drawn-alike", drawn=drawn[0]))
    if chart.latest and (chart.first or chart.years):
        report.flaw(chart.origin, message("last-and-bounds"))
    if chart.years and (chart.first or chart.last):
        report.flaw(getattr(chart.years[0], "origin", chart.origin), message("years-and-bounds"))


def check_sense(
    chart: Chart, found: list[tuple[ChartSeries, Series]], rows: tuple[Row, ...], years: tuple[int, ...], report: Report
) -> None:
    """What is added up, or drawn to one scale, is of one kind: of one unit and date, and there in every year."""
    if len(rows) < 2:
        return
    sums = kinds()[chart.kind].sums
    first, begun = rows[0], found[0][1]
    for (given, stored), row in zip(found, rows, strict=True):
        units = {"name": row.name or stored.id, "unit": row.unit or "–", "other": first.unit or "–"}
        if row.unit != first.unit and sums:
            report.warning(given.origin, message("units-summed", **units))
        elif row.unit != first.unit and kinds()[chart.kind].one_scale:
            report.warning(given.origin, message("units-on-one-scale", **units))
        if not sums:
            continue
        lacking = [short_year(year) for year, datum in zip(years, row.data, strict=True) if datum is None]
        if lacking:
            left_out = {"id": stored.id, "years": ", ".join(lacking)}
            report.warning(given.origin, message("sum-without-part", **left_out))
        if stored.as_of != begun.as_of:
            dates = {"name": row.name or stored.id, "date": stored.as_of or "–", "other": begun.as_of or "–"}
            report.warning(given.origin, message("dates-summed", **dates))
    if sums and first.unit in PER_CENT:
        _check_shares(chart, rows, years, report)


def _check_shares(chart: Chart, rows: tuple[Row, ...], years: tuple[int, ...], report: Report) -> None:
    """Shares of a whole are 100 per cent together; each may have been rounded."""
    for i, year in enumerate(years):
        parts = [row.data[i] for row in rows]
        if all(parts):
            total = sum(part.value for part in parts if part)
            step = 10.0 ** -max(decimals(part.value) for part in parts if part)
            if abs(total - 100) > step * len(parts) / 2 + 1e-9:
                shares = {"year": short_year(year), "total": number(total)}
                report.warning(chart.origin, message("shares-off-whole", **shares))


def _keys(chart: Chart) -> Iterator[tuple[str, Origin]]:
    """The keys an author has given that only some kinds know, with their places."""
    if chart.labels != "all":
        yield "labels", chart.origin
    if chart.highlight:
        yield "highlight", getattr(chart.highlight[0], "origin", chart.origin)
    if chart.arrow:
        yield "arrow", chart.origin
    if chart.category is not None:
        yield "category", chart.category.origin
    for given in chart.series:
        if given.as_:
            yield "as", given.origin
        if given.colour != "auto":
            yield "colour", given.origin


def _years(chart: Chart, stored: list[Series], edition: Edition) -> tuple[int, ...]:
    """Those named, or all that a series has a value for, from `from` to `to` (or the brochure's year), or the last of
    them."""
    known = _known(chart, stored, edition)
    if chart.years:
        _check_twice(chart, edition.report)
        years = [year for text in chart.years if (year := parse_year(text)) is not None]
        for given in chart.series:
            has = {datum.year for datum in given.id.found.data} if given.id.found else set()
            for year in sorted({*years} - has):
                lacking = message("series-without-year", id=given.id.id, year=short_year(year))
                edition.report.flaw(given.origin, lacking)
        return tuple(dict.fromkeys(years))
    before = edition.report.errors
    first = _bound(chart.first, known, chart, edition.report)
    last = _bound(chart.last, known, chart, edition.report) if chart.last else _latest(chart, known, edition)
    if first is not None and last is not None and first > last:
        upto = chart.last or short_year(last)
        edition.report.flaw(
            getattr(chart.first, "origin", chart.origin), message("bounds-reversed", first=chart.first, last=upto)
        )
    years = [year for year in known if (first is None or year >= first) and (last is None or year <= last)]
    if not years and edition.report.errors == before:
        edition.report.flaw(chart.origin, message("chart-without-years", title=chart.title.plain))
    return tuple(years[_start(chart, years, edition) :])


def _known(chart: Chart, stored: list[Series], edition: Edition) -> list[int]:
    """Years with a value. Beyond the edition's own: only planned ones, and one that the author names as the last."""
    until, named = edition.current or math.inf, parse_year(chart.last)
    data = (datum for series in stored for datum in series.data)
    return sorted({each.year for each in data if each.year <= until or each.planned or each.year == named})


def _start(chart: Chart, years: list[int], edition: Edition) -> int:
    """The index of the first year shown: the author's `last`, or the style's where nothing else is said, and no year
    that the author names is cut off."""
    count = chart.latest or (0 if chart.first else edition.lasts.get(chart.kind, 0))
    named = [years.index(year) for text in (*chart.highlight, *chart.about) if (year := parse_year(text)) in years]
    return min(max(0, len(years) - count), *named, len(years)) if count else 0


def _omitted(chart: Chart, known: list[int], years: tuple[int, ...]) -> tuple[int, ...]:
    """Years with values that lie between those shown, or before them, unless the author says where to begin."""
    if kinds()[chart.kind].ends or list(years) != sorted(years):
        return ()
    begin = years[0] if chart.first or chart.years else 0
    return tuple(year for year in known if begin < year < years[-1] and year not in years)


def _check_twice(chart: Chart, report: Report) -> None:
    """Each year is named once, in whatever words."""
    seen: set[int | None] = set()
    for text in chart.years:
        if (year := parse_year(text)) in seen and year is not None:
            report.flaw(getattr(text, "origin", chart.origin), message("year-twice", year=text))
        seen.add(year)


def _bound(text: str, known: list[int], chart: Chart, report: Report) -> int | None:
    year = parse_year(text) if text else None
    if year is not None and known and year not in known:
        place = getattr(text, "origin", chart.origin)
        report.flaw(place, message("bound-without-value", year=text, first=known[0], last=known[-1]))
    return year


def _latest(chart: Chart, known: list[int], edition: Edition) -> int | None:
    """The latest year up to the brochure's that a series of the chart has a value for."""
    limit = parse_year(edition.year)
    latest = max((year for year in known if limit is None or year <= limit), default=None)
    if latest is not None and limit is not None and latest < limit:
        edition.report.info(chart.origin, message("chart-ends-early", year=edition.year, last=short_year(latest)))
    return latest


def _row(given: ChartSeries, stored: Series, years: tuple[int, ...], chart: Chart, report: Report) -> Row:
    by_year = {datum.year: datum for datum in stored.data}
    data = tuple(by_year.get(year) for year in years)
    for datum in data:
        if datum and datum.value < 0:
            named = {"name": stored.name or stored.id, "value": number(datum.value)}
            report.flaw(datum.origin, message("value-below-zero", **named, kind=chart.kind))
    name = given.label.plain if given.label else stored.name
    unit = given.unit.plain if given.unit else stored.unit
    name = name.removesuffix(f"（{unit}）")  # a legend adds the unit where it is wanted
    return Row(name=name, unit=unit, data=data, colour=given.colour, drawn=given.as_)


def _indices(texts: tuple[str, ...], years: tuple[int, ...], origin: Origin, report: Report) -> frozenset[int]:
    made = set()
    for text in texts:
        year = parse_year(text)
        if year in years:
            made.add(years.index(year))
        elif year is not None and years:
            report.flaw(getattr(text, "origin", origin), message("year-not-shown", year=text))
    return frozenset(made)
