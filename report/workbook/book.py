"""A returned workbook: which one it is, and what its rows say.

In: a file's name and bytes, and what is asked for now. Out: a Book: what was heard of each figure, and what is wrong. A
row with an error is not taken, nor is anything of a book that is not what it should be.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from report.figures.format import fiscal_year, plain
from report.messages import Message, message
from report.workbook.asked import Asked
from report.workbook.container import address, look
from report.workbook.control import Control, read_control
from report.workbook.export import Survey, columns, in_file_name
from report.workbook.findings import Finding, place
from report.workbook.row import Heard, Row, compared, read_row, twice
from report.workbook.rules import ALL, COLUMNS, ENTRY, MARK
from report.workbook.sheets import Sheet, Table, sheets_of, table_of

NEEDED = {column.key for column in COLUMNS if column.needed}
NAMED = 3  # figures named in a message


class Book(NamedTuple):
    """department: "" where it cannot be known, ALL of a book of all. heard: what was filled in; ids: of the rows that
    are there."""

    file: str
    department: str
    findings: tuple[Finding, ...] = ()
    heard: tuple[Heard, ...] = ()
    ids: frozenset[str] = frozenset()

    @property
    def is_refused(self) -> bool:
        """Whether nothing of it is taken."""
        return any(finding.is_error and not finding.id for finding in self.findings)

    def holds(self, ids: set[str]) -> bool:
        """Whether it has a row of one of the figures."""
        return not self.ids.isdisjoint(ids)


def read_book(file: str, data: bytes, survey: Survey, rows: Mapping[str, Asked]) -> Book:
    """rows: of the survey, by id."""
    named = _named(file, survey)
    found = _opened(data)
    if isinstance(found, Finding):
        at = place(file, *found.place.split("\t")) if found.place else file
        return Book(file, named[0] if len(named) == 1 else "", (found._replace(place=at),))
    control, sheets = found
    wrong = _identity(control, survey, named)
    if wrong:
        return Book(file, named[0] if named else control.department, (Finding(file, wrong),))
    return _Reading(file, control, survey, rows).read(sheets)


def _named(file: str, survey: Survey) -> list[str]:
    """The departments that the file's name speaks of, without those whose names are part of another's there."""
    name = unicodedata.normalize("NFC", file.rpartition("/")[2])
    known = dict.fromkeys((ALL, *(row.department for row in survey.rows)))
    found = [each for each in known if in_file_name(each) in name]
    return [each for each in found if not any(each != other and each in other for other in found)]


def _opened(data: bytes) -> tuple[Control, list[Sheet]] | Finding:
    """What the book is, and its sheets; or what is wrong, at sheet and cell parted by a tab."""
    inside = look(data)
    if isinstance(inside, Message):
        return Finding("", inside)
    if inside.far:
        return Finding("\t".join(inside.far), message("book-far-cell"))
    sheets = sheets_of(data, inside)
    if isinstance(sheets, Message):
        return Finding("", sheets)
    held = next((sheet for sheet in sheets if sheet.values.get((0, 0)) == MARK), None)
    if held is None:
        titles = {column.key: column.title for column in COLUMNS}
        is_ours = any(table_of(sheet, titles) for sheet in sheets)
        return Finding("", message("book-control-gone") if is_ours else message("book-not-ours"))
    control = read_control(held.rows())
    return Finding("", control) if isinstance(control, Message) else (control, sheets)


def _identity(control: Control, survey: Survey, named: list[str]) -> Message | None:
    if control.edition != survey.edition:
        return message("book-other-edition", read=control.edition, wanted=survey.edition)
    if control.year != survey.year:
        return message("book-other-year", read=fiscal_year(control.year), wanted=fiscal_year(survey.year))
    department = control.department
    if department != ALL and all(row.department != department for row in survey.rows):
        return message("book-department-unknown", read=department)
    if named and department not in named:
        return message("book-of-another", named=named[0], read=department)
    return None


class _Reading:
    """The sheets of one book."""

    def __init__(self, file: str, control: Control, survey: Survey, rows: Mapping[str, Asked]):
        self.file, self.control, self.survey, self.rows = file, control, survey, rows
        self.findings: list[Finding] = []
        self.heard: dict[str, Heard] = {}
        self.seen: set[str] = set()  # ids of the rows that are there
        self.names = {row.name for row in control.rows.values()}
        self.split: set[str] = set()  # ids of which two rows differ

    def tell(self, message: Message, sheet: str = "", cell: str = "", id: str = "") -> None:
        self.findings.append(Finding(place(self.file, sheet, cell), message, None, id))

    def read(self, sheets: list[Sheet]) -> Book:
        sent = tuple(self.control.rows.values())
        titles = {each.key: each.titled(self.control.year) for each in columns(sent, self.control.department)}
        tables = [table for sheet in sheets if (table := table_of(sheet, titles))]
        if not tables:
            self.tell(message("book-head-gone"))
        elif all(table.sheet.name != ENTRY for table in tables):
            name = tables[0].sheet.name
            self.tell(message("book-sheet-renamed", read=name, wanted=ENTRY), name)
        whole = [table for table in tables if self.is_whole(table, titles)]
        for table in whole:
            for cells in table.rows():
                self.row(table.sheet.name, Row(cells))
        self.changes()
        if tables and len(whole) == len(tables):
            self.gone()
        is_refused = any(each.is_error and not each.id for each in self.findings)
        heard = () if is_refused else tuple(each for each in self.heard.values() if each.id not in self.split)
        return Book(self.file, self.control.department, tuple(self.findings), heard, frozenset(self.seen))

    def is_whole(self, table: Table, titles: Mapping[str, str]) -> bool:
        """Whether the columns are there that a row cannot be read without."""
        name, head = table.sheet.name, table.head
        for key in table.lost:
            lost = message("book-column-gone", column=titles[key])
            self.tell(lost if key in NEEDED else message("book-column-lost", column=titles[key]), name)
        for key, column in table.doubled.items():
            cell = address(head, column)
            self.tell(message("book-column-twice", column=titles[key]), name, cell)
        return not table.doubled and not NEEDED & {*table.lost}

    def row(self, sheet: str, row: Row) -> None:
        """What a row says, told or kept."""
        id = row.word("id")
        now = self.rows.get(id)
        sent = self.control.rows.get(id, now)
        if not id:
            read = row.word("name") or row.word("number") or "…"
            self.tell(message("book-row-added", read=read), sheet, row.cells["name"].place)
            return
        self.seen.add(id)
        if not now or not sent:
            self.over(sheet, row, id, sent)
            return
        if id not in self.control.rows and self.control.department not in (ALL, now.department):
            foreign = message("book-row-foreign", label=now.name, department=now.department)
            self.tell(foreign, sheet, row.cells["name"].place, id)
            return
        told, given = read_row(row, sent, now, self.names, self.survey)
        self.findings += (Finding(place(self.file, sheet, cell), found, hint, id) for cell, found, hint in told)
        if given is None:
            return
        if given == compared(sent.given):
            return
        heard = Heard(id, given, place(self.file, sheet, row.cells["number"].place))
        other = self.heard.setdefault(id, heard)
        if other.given != given:
            self.findings += twice(now, other, heard)
            self.split.add(id)

    def over(self, sheet: str, row: Row, id: str, sent: Asked | None) -> None:
        """A row that nobody asks for any more: told, if it says something, and something new."""
        if sent:
            _, given = read_row(row, sent, sent, self.names, self.survey)
            if given is not None and (given.status == "none" or given == compared(sent.given)):
                return
        label = row.word("name") or id
        self.tell(message("book-row-unknown", label=label, read=id), sheet, row.cells["name"].place, id)

    def changes(self) -> None:
        """What the project says otherwise than when the book was sent out."""
        sent = self.control.rows
        moved = [now for id, now in self.rows.items() if id in sent and _differs(sent[id].before, now.before)]
        if moved:
            names = "、".join(row.name for row in moved[:NAMED]) + ("…" if len(moved) > NAMED else "")
            self.tell(message("book-old-version", names=names))

    def gone(self) -> None:
        """Rows that were sent out and have not come back."""
        ids = [id for id in self.control.rows if id not in self.seen]
        if ids and len(ids) == len(self.control.rows):
            self.tell(message("book-rows-gone"), ENTRY)
            return
        for id in ids:
            label, now = self.control.rows[id].name, self.rows.get(id)
            if now and now.is_open:
                self.tell(message("book-row-gone", label=label), ENTRY, id=id)
            elif now:
                self.tell(message("book-row-lost", label=label), ENTRY, id=id)


def _differs(one: float | None, other: float | None) -> bool:
    """As far as a book holds them."""
    return one != other and (one is None or other is None or plain(one) != plain(other))
