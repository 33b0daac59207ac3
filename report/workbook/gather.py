"""All returned workbooks together: what can be taken, and who still owes what.

In: the books of a survey. Out: a Gathered. A figure of which two books give different values is taken from neither.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from report.figures.edits import Answer
from report.workbook.asked import Asked, Given, by_department
from report.workbook.book import Book, read_book
from report.workbook.export import Survey
from report.workbook.findings import Finding
from report.workbook.row import Heard, compared, twice
from report.workbook.rules import ALL

State = Literal["whole", "wrong", "absent", "idle"]


class Change(NamedTuple):
    """A figure of which something else is said than stands in the project."""

    row: Asked
    given: Given

    def answer(self, year: int) -> Answer:
        row, given = self.row, self.given
        as_of = "" if given.as_of == row.expected else given.as_of
        return Answer(row.id, year, given.number, given.approximate, given.status, given.source, given.note, as_of)


class Party(NamedTuple):
    """A department. files: its books; unanswered: rows that are awaited and were left empty; provisional: rows that
    are answered, by a value that will change; findings: of its rows and books."""

    department: str
    state: State
    files: tuple[str, ...]
    changes: tuple[Change, ...]
    unanswered: tuple[Asked, ...]
    provisional: tuple[Asked, ...]
    findings: tuple[Finding, ...]


class Gathered(NamedTuple):
    """unclaimed: findings of books of which nobody knows whose they are."""

    year: int
    parties: tuple[Party, ...]
    unclaimed: tuple[Finding, ...]

    @property
    def changes(self) -> list[Change]:
        return [change for party in self.parties for change in party.changes]

    @property
    def findings(self) -> list[Finding]:
        return [*self.unclaimed, *(finding for party in self.parties for finding in party.findings)]


def books_of(paths: Iterable[Path]) -> dict[str, Path]:
    """The files to be read, by their names in messages: a folder's own and those below it, but for hidden ones and the
    locks of Excel (~$)."""
    found = {}
    for path in paths:
        if not path.is_dir():
            found[str(path)] = path
            continue
        for file in sorted(path.rglob("*")):
            parts = file.relative_to(path).parts
            if file.is_file() and not any(part.startswith((".", "~$")) for part in parts):
                found[str(file.relative_to(path))] = file
    return found


def gather(files: dict[str, Path], survey: Survey) -> Gathered:
    """Raises OSError where a file cannot be read."""
    rows = {row.id: row for row in survey.rows}
    books = [read_book(name, path.read_bytes(), survey, rows) for name, path in files.items()]
    heard, quarrels = _agreed(books, rows)
    owned: dict[str, list[Finding]] = {}
    for department, finding in [*((book.department, each) for book in books for each in book.findings), *quarrels]:
        owner = rows[finding.id].department if finding.id in rows else department
        owned.setdefault(owner, []).append(finding)
    groups = by_department(survey.rows)
    parties = tuple(_party(name, asked, books, owned.get(name, []), heard) for name, asked in groups.items())
    unclaimed = tuple(finding for owner, found in owned.items() if owner not in groups for finding in found)
    return Gathered(survey.year, parties, unclaimed)


def _agreed(books: list[Book], rows: dict[str, Asked]) -> tuple[dict[str, Given], list[tuple[str, Finding]]]:
    """What is said of each figure, and findings where two books differ."""
    said: dict[str, list[Heard]] = {}
    for book in books:
        for heard in book.heard:
            said.setdefault(heard.id, []).append(heard)
    agreed, quarrels = {}, []
    for id, each in said.items():
        first = each[0]
        others = [heard for heard in each[1:] if _core(heard.given) != _core(first.given)]
        if others:
            found = [finding for other in others for finding in twice(rows[id], first, other)]
            quarrels += [(rows[id].department, finding) for finding in dict.fromkeys(found)]
        else:
            agreed[id] = each[-1].given
    return agreed, quarrels


def _core(given: Given) -> Given:
    """Without words about it."""
    return given._replace(source="", note="")


def _settled(given: Given, row: Asked) -> Given:
    """With what an empty cell stands for."""
    if given.number is None:
        return given
    source, status = given.source or f"{row.department}の回答", given.status or "published"
    return given._replace(source=source, status=status, as_of=given.as_of or row.expected)


def _party(
    department: str, rows: tuple[Asked, ...], books: list[Book], findings: list[Finding], heard: dict[str, Given]
) -> Party:
    ids = {row.id for row in rows}
    mine = [book for book in books if book.department == department or (book.department == ALL and book.holds(ids))]
    wrong = {finding.id for finding in findings if finding.is_error}
    said = [Change(row, _settled(heard[row.id], row)) for row in rows if row.id in heard]
    changes = tuple(each for each in said if each.given != _settled(compared(each.row.given), each.row))
    is_read = any(not book.is_refused for book in mine)
    awaited = (row for row in rows if row.is_open and row.id not in heard and row.id not in wrong)
    unanswered = tuple(awaited) if is_read else ()
    final = {row.id: heard.get(row.id, row.given) for row in rows}
    state: State = "wrong" if wrong or unanswered else "whole"
    if not mine:
        state = "absent" if any(row.need == "必須" for row in rows) else "idle"
    return Party(
        department=department,
        state=state,
        files=tuple(book.file for book in mine),
        changes=changes,
        unanswered=unanswered,
        provisional=tuple(row for row in rows if final[row.id].status == "provisional"),
        findings=tuple(findings),
    )
