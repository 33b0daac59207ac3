"""Answers are written into the files of `data/figures/`: a year's value, or that a year is asked for.

In: the Figures as they were read, and Answers. Out: the files' bytes with only the places changed that are meant
(source.edits, source.row_edits). A single value that gets one of another year keeps the old one beside it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from report.figures.entries import FigureEntry, SeriesEntry
from report.figures.format import as_of_date, is_as_of, parse_date, parse_year, short_year, year_like, year_of_date
from report.figures.format import plain as number
from report.figures.model import Figures, Status
from report.messages import Origin, Report, message
from report.source.edits import Drop, Edit, Put, Rename, edited, value
from report.source.row_edits import Row, edited_rows


class Answer(NamedTuple):
    """A year of a series or figure. as_of: an ISO date, "": that of the series or figure. number: None where the status
    is "open", the year is asked for, or "none": it has no value."""

    id: str
    year: int
    number: float | None
    approximate: bool = False
    status: Status | str = "published"
    source: str = ""
    note: str = ""
    as_of: str = ""


def written(figures: Figures, answers: Iterable[Answer], report: Report) -> dict[Path, bytes]:
    """The files that change. What cannot be written is an error at its entry."""
    changes: dict[Path, dict[Answer, list[Edit] | list[Row]]] = {}
    tables: dict[Path, list[str]] = {}
    for answer in answers:
        entry = figures.entries[answer.id]
        if asked := figures.awaited.get(answer.id, {}).get(answer.year):  # what somebody has noted there stays
            answer = answer._replace(note=answer.note or asked.note, source=answer.source or asked.source)
        file = Path(entry.origin.file)
        if isinstance(entry, SeriesEntry) and entry.csv:
            table = _table(figures, answer.id, file.with_name(str(entry.csv)))
            years = tables.setdefault(table, _years_of(table))
            changes.setdefault(table, {})[answer] = [_row(entry, answer, years)]
        else:
            changes.setdefault(file, {})[answer] = _edits(figures, entry, answer)
    made = {}
    for file, wanted in changes.items():
        change = edited_rows if file in tables else edited
        old = file.read_bytes()
        try:
            new = change(old, [edit for each in wanted.values() for edit in each])
        except ValueError:
            _blame(old, change, wanted, figures, report)
            continue
        made |= {file: new} if new != old else {}
    return made


def _blame(
    old: bytes, change: Callable[..., bytes], wanted: dict[Answer, Any], figures: Figures, report: Report
) -> None:
    """Tell which of a file's changes cannot be made."""
    before = report.errors
    for answer, edits in wanted.items():
        try:
            change(old, edits)
        except ValueError:
            origin = figures.entries[answer.id].origin
            report.error(origin, message("edit-refused", id=answer.id, year=short_year(answer.year)))
    if report.errors == before:  # each alone can be
        first = figures.entries[next(iter(wanted)).id].origin
        report.error(Origin(first.file, 0), message("edits-refused"))


def _edits(figures: Figures, entry: FigureEntry | SeriesEntry, answer: Answer) -> list[Edit]:
    id, year = answer.id, answer.year
    if isinstance(entry, SeriesEntry):
        table, years = ("series", id, "data"), [*entry.data]
    elif entry.values:
        table, years = ("figures", id, "values"), [*entry.values]
    else:
        return _opened(entry, answer)
    key = next((name for name in years if parse_year(name) == year), None)
    if key is None:
        earlier = [name for name in years if (parse_year(name) or 0) < year]
        key = year_like(year, years[-1])
        after = earlier[-1] if earlier else ""
        return [Put((*table, key), point(entry, answer), after, "" if after else years[0])]
    return [Put((*table, key), point(entry, answer))]


def _opened(entry: FigureEntry, answer: Answer) -> list[Edit]:
    """A single value gets years: its own, of which its as-of date is, and the new one. One without a date holds until
    then, whatever year it is of."""
    path = ("figures", answer.id)
    new, is_bare = f"{short_year(answer.year)}: {point(entry, answer)}", _is_bare(entry)
    date, as_of = parse_date(entry.as_of), parse_year(entry.as_of)
    if not date and as_of is None:
        values = f"{{ {new} }}"
        if is_bare:
            return [Put(path, f"{{ value: {number(entry.value or 0)}, values: {values} }}")]
        return [Put((*path, "values"), values, "value")]
    old, day = as_of or 0, ""
    if date:
        old = year_of_date(date)
        day = entry.as_of[5:]
        day = day if as_of_date(day, old) == entry.as_of and is_as_of(day) else ""
    if old == answer.year:  # the value is of that year: it is corrected
        return [Put((*path, "value"), number(answer.number))] if answer.number is not None else []
    given = number(entry.value or 0)
    if entry.as_of and not day:
        given = f"{{ value: {given}, as-of: {_day(entry.as_of)} }}"
    years = f"{{ {short_year(old)}: {given}, {new} }}"
    edits: list[Edit] = [Put((*path, "value"), years), Rename((*path, "value"), "values")]
    if day:
        edits.append(Put((*path, "as-of"), day))
    elif entry.as_of:
        edits.append(Drop((*path, "as-of")))
    return edits


def _is_bare(entry: FigureEntry) -> bool:
    """Perhaps a number alone, `bare: 3`."""
    return entry == FigureEntry(origin=entry.origin, value=entry.value)


def point(entry: FigureEntry | SeriesEntry, answer: Answer) -> str:
    """As YAML: a number, or a mapping of what is said beside it."""
    said = {
        "status": answer.status if answer.status != (entry.status or "published") else "",
        "as-of": _day(answer.as_of) if answer.as_of and answer.as_of != as_of_date(entry.as_of, answer.year) else "",
        "source": value(answer.source) if answer.source and answer.source != entry.source else "",
        "note": value(answer.note) if answer.note else "",
    }
    if answer.number is None:
        return f"{{ {', '.join(f'{key}: {word}' for key, word in said.items() if word)} }}"
    if answer.approximate != bool(getattr(entry, "approximate", False)):
        said = {"approximate": "true" if answer.approximate else "false"} | said
    told = "".join(f", {key}: {word}" for key, word in said.items() if word)
    return f"{{ value: {number(answer.number)}{told} }}" if told else number(answer.number)


def _day(as_of: str) -> str:
    """As YAML; to our reader a date is words like others."""
    return as_of if parse_date(as_of) else value(as_of)


def _row(entry: SeriesEntry, answer: Answer, years: list[str]) -> Row:
    year = answer.year
    key = next((name for name in years if parse_year(name) == year), None)
    earlier = [name for name in years if (parse_year(name) or 0) < year]
    cells = {
        "value": "" if answer.number is None else number(answer.number),
        "status": answer.status if answer.status != entry.status else "",
        "source": answer.source if answer.source != entry.source else "",
        "note": answer.note,
        "approximate": "true" if answer.approximate else "",
        "planned": "",
        "as-of": answer.as_of if answer.as_of != as_of_date(entry.as_of, year) else "",
    }
    return Row("year", key or year_like(year, years[-1]), cells, earlier[-1] if earlier else "")


def _table(figures: Figures, id: str, otherwise: Path) -> Path:
    """The CSV file of a series, as it is called on the disk."""
    points = [*figures.points[id].values(), *figures.awaited.get(id, {}).values()]
    return Path(points[0].origin.file) if points else otherwise


def _years_of(table: Path) -> list[str]:
    """The words for its years, in order of rows."""
    rows = csv.DictReader(io.StringIO(table.read_text("utf-8-sig"), newline=""), skipinitialspace=True)
    rows.fieldnames = [name.strip() for name in rows.fieldnames or ()]
    return [word.strip() for row in rows if (word := row.get("year")) and word.strip()]
