"""Workbooks that departments fill in.

In: a Survey. Out: the bytes of a workbook for a department, or of one for all: instructions, the sheet of figures, and
two hidden sheets: the words of the lists, and what the book is (workbook.control). The same survey gives the same
bytes. Nothing is locked, nothing merged, no cell has a formula, and what departments wrote never becomes one.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from report.figures.format import fiscal_year, parse_date, wareki
from report.workbook.asked import SHOWN_YEARS, Asked, Given, by_department
from report.workbook.control import Control, control_rows
from report.workbook.guide import guide
from report.workbook.rules import (
    ALL,
    APPROXIMATE,
    COLUMNS,
    CONTROL,
    ENTRY,
    GUIDE,
    LISTS,
    STATUS_WORDS,
    STATUSES,
    Column,
)

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FONT = "Yu Gothic"
HEAD = 3  # the row of column names, from 0; above it what the book is
A4 = 9
LONGEST = 60  # characters of a department in the name of a file
INK = {"head": "#1F4E78", "entry": "#FFF2CC", "due": "#FFD966", "line": "#A6A6A6", "remark": "#595959"}
LISTED = {"approximate": tuple(APPROXIMATE), "status": tuple(STATUSES)}


class Survey(NamedTuple):
    """What is asked in a year. edition, title: of the brochure. created: an ISO date. due: one, or "". replaces: values
    that the project has got since a book was sent out give way to those of the book."""

    edition: str
    title: str
    year: int
    created: str
    rows: tuple[Asked, ...]
    due: str = ""
    replaces: bool = False


def workbooks(survey: Survey, one_book: bool = False) -> dict[str, bytes]:
    """By the names of their files."""
    groups = {ALL: _flat(by_department(survey.rows))} if one_book else by_department(survey.rows)
    made: dict[str, bytes] = {}
    for department, rows in groups.items():
        stem, name, count = file_stem(survey, department), "", 1
        while not name or name in made:  # two names that differ only in what no file name may hold
            name = f"{stem}{f'-{count}' if count > 1 else ''}.xlsx"
            count += 1
        made[name] = workbook(survey, department, rows)
    return made


def file_stem(survey: Survey, department: str) -> str:
    """nerima-2024-保育課."""
    return f"{survey.edition}-{survey.year}-{in_file_name(department)}"


def in_file_name(department: str) -> str:
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", department)[:LONGEST].strip(" .")


def workbook(survey: Survey, department: str, rows: tuple[Asked, ...]) -> bytes:
    """rows: of the department, or of all."""
    import xlsxwriter

    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, {"in_memory": True, **plain})
    title = f"{survey.title}　{fiscal_year(survey.year)}の数値　調査票"
    day = parse_date(survey.created) or datetime.date(2000, 1, 1)
    created = datetime.datetime(day.year, day.month, day.day)
    book.set_properties({"title": f"{title}（{department}）", "created": created})
    book.formats[0].set_font_name(FONT)
    styles = _Styles(book)
    sheets = {name: book.add_worksheet(name) for name in (GUIDE, ENTRY, LISTS, CONTROL)}
    _write_guide(sheets[GUIDE], survey, title, department, styles)
    _Entry(sheets[ENTRY], survey, department, rows, styles).write(title)
    for place, words in enumerate(LISTED.values()):
        sheets[LISTS].write_column(0, place, words)
    held = control_rows(Control(survey.edition, survey.year, department, {row.id: row for row in rows}))
    for at, cells in enumerate(held):
        for column, cell in enumerate(cells):
            if cell not in (None, ""):
                _put(sheets[CONTROL], at, column, cell, None)
    sheets[LISTS].hide()
    sheets[CONTROL].hide()
    sheets[ENTRY].activate()
    book.close()
    return out.getvalue()


def _flat(groups: Mapping[str, Iterable[Asked]]) -> tuple[Asked, ...]:
    return tuple(row for rows in groups.values() for row in rows)


class _Styles:
    """Formats of a book, each made once."""

    def __init__(self, book: Workbook) -> None:
        self.book, self.made = book, {}  # type: ignore[var-annotated]

    def __call__(self, **properties: Any) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format({"font_name": FONT, "font_size": 10, "valign": "top", **properties})
        return self.made[key]

    def cell(self, **properties: Any) -> Format:
        """Of the table."""
        return self(border=1, border_color=INK["line"], **properties)


class _Entry:
    """The sheet that is filled in."""

    def __init__(self, sheet: Worksheet, survey: Survey, department: str, rows: tuple[Asked, ...], styles: _Styles):
        self.sheet, self.survey, self.rows, self.styles = sheet, survey, rows, styles
        self.years = shown_years(rows)
        self.columns = columns(rows, department)
        self.at = {column.key: place for place, column in enumerate(self.columns)}

    def write(self, title: str) -> None:
        sheet, survey = self.sheet, self.survey
        bold = self.styles(bold=True, font_size=14)
        first = self.at["need"]  # what stands before it is hidden
        sheet.write_string(0, first, title, bold)
        due = f"{wareki(date)}までに、" if (date := parse_date(survey.due)) else ""
        how = f"色の付いたセルに記入し、{due}このファイルのまま返送してください。書き方は「{GUIDE}」にあります。"
        sheet.write_string(1, first, how, self.styles(font_color=INK["remark"]))
        head = self.styles.cell(
            bold=True, bg_color=INK["head"], font_color="white", text_wrap=True, align="center", valign="vcenter"
        )
        sheet.set_row(HEAD, 32)
        for place, column in enumerate(self.columns):
            sheet.set_column(place, place, column.width, None, {"hidden": column.key == "id"})
            sheet.write_string(HEAD, place, column.titled(survey.year), head)
        for at, row in enumerate(self.rows, HEAD + 1):
            self.row(at, row)
        self.arrange()

    def row(self, at: int, row: Asked) -> None:
        past = dict(row.past)
        form = _number_format(row.decimals)
        number = self.styles.cell(num_format=form)
        wrapped, narrow = self.styles.cell(text_wrap=True), self.styles.cell(align="center")
        shown = {"id": row.id, "need": row.need, "department": row.department, "name": row.name, "unit": row.unit}
        shown |= {"definition": row.definition, "when": ""}
        for column in self.columns:
            place = self.at[column.key]
            if column.entry:
                continue
            value: object = shown.get(column.key)
            if column.key.isdecimal():
                value = past.get(int(column.key))
            elif column.key in ("before", "when") and not (set(past) & set(self.years)):
                value = row.before if column.key == "before" else row.when
            style = number if isinstance(value, float) else narrow if column.key in ("need", "unit") else wrapped
            _put(self.sheet, at, place, value, style)
        colour = INK["due" if row.is_open else "entry"]
        for key, value in entered(row.given).items():
            style = self.styles.cell(bg_color=colour if key == "number" else INK["entry"], **_form(key, form))
            _put(self.sheet, at, self.at[key], value, style)

    def arrange(self) -> None:
        """What helps to read, sort, filter, fill in and print."""
        sheet, last = self.sheet, max(HEAD + len(self.rows), HEAD + 1)
        right = len(self.columns) - 1
        sheet.autofilter(HEAD, 0, HEAD + len(self.rows), right)
        sheet.freeze_panes(HEAD + 1, self.at["name"] + 1)
        for place, (key, words) in enumerate(LISTED.items()):
            column = chr(ord("A") + place)
            sheet.data_validation(
                HEAD + 1,
                self.at[key],
                last,
                self.at[key],
                {
                    "validate": "list",
                    "source": f"={LISTS}!${column}$1:${column}${len(words)}",
                    "error_title": "一覧から選んでください",
                    "error_message": "、".join(words),
                },
            )
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.repeat_rows(HEAD)
        sheet.print_area(0, 0, HEAD + len(self.rows), right)
        sheet.set_footer("&L&A&R&P / &N")


def shown_years(rows: Iterable[Asked]) -> tuple[int, ...]:
    """The last years that some row has a value of."""
    years = {year for row in rows for year, _ in row.past}
    return tuple(sorted(years)[-SHOWN_YEARS:])


def columns(rows: Sequence[Asked], department: str) -> tuple[Column, ...]:
    """Of a sheet of figures. A column of values of an earlier year has that year as its key."""
    years = shown_years(rows)
    is_older = any(row.before is not None and not {year for year, _ in row.past} & {*years} for row in rows)
    left_out = {"department"} if department != ALL else set()
    left_out |= set() if is_older else {"before", "when"}
    kept = [column for column in COLUMNS if column.key not in left_out]
    behind = next(place for place, column in enumerate(kept) if column.key == "unit") + 1
    past = (Column(str(year), f"{fiscal_year(year)}の値", 10) for year in years)
    return (*kept[:behind], *past, *kept[behind:])


def entered(given: Given) -> dict[str, object]:
    """What stands in the cells that are filled in, by column."""
    return {
        "number": given.number,
        "approximate": "はい" if given.approximate else None,
        "as-of": parse_date(given.as_of),
        "source": given.source or None,
        "status": STATUS_WORDS.get(given.status),
        "note": given.note or None,
    }


def _form(key: str, number: str) -> dict[str, Any]:
    """How a cell to be filled in is formatted. number: how numbers of the row are."""
    if key == "number":
        return {"num_format": number}
    if key == "as-of":
        return {"num_format": "yyyy/m/d", "align": "center"}
    return {"align": "center"} if key in LISTED else {"num_format": "@", "text_wrap": True}


def _number_format(decimals: int) -> str:
    form = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return f'{form};"▲"{form}'


def _put(sheet: Worksheet, row: int, column: int, value: object, style: Format | None) -> None:
    """A value as what it is: never a formula."""
    match value:
        case None | "":
            sheet.write_blank(row, column, None, style)
        case datetime.date():
            sheet.write_datetime(row, column, datetime.datetime(value.year, value.month, value.day), style)
        case int() | float():
            sheet.write_number(row, column, value, style)
        case _:
            sheet.write_string(row, column, str(value), style)


def _write_guide(sheet: Worksheet, survey: Survey, title: str, department: str, styles: _Styles) -> None:
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 74)
    sheet.set_column(2, 2, 24)
    sheet.write_string(0, 0, title, styles(bold=True, font_size=14))
    for at, line in enumerate(guide(survey.year, department, survey.due), 2):
        bold = {"bold": True, "bg_color": INK["head"], "font_color": "white"} if line.is_head else {}
        for column, words in enumerate(line.cells):
            _put(sheet, at, column, words, styles.cell(text_wrap=True, **bold))
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")
