"""The rules of a returned workbook: one table, which the check goes by and the instruction sheet is made from.

In: nothing. Out: COLUMNS of the sheet of figures; RULES, each with the id of its message, whose hint says what to write
and stands in the instruction sheet; the words of its lists.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from report.figures.format import fiscal_year, wareki

MARK = "report-workbook"  # in A1 of the hidden sheet
VERSION = 1  # of the book's form
GUIDE, ENTRY, LISTS, CONTROL = "記入要領", "数値", "リスト", "管理"  # sheets; those that come back are found by content
ALL = "全課"  # the department of a book of all

STATUSES = {  # in the list: what is meant, and how it is explained
    "公表値": ("published", "確定した値、公表する値。空欄のときも、これとみなします"),
    "算出値": ("derived", "公表された値からの計算で得た値"),
    "仮の値": ("provisional", "速報、見込みなど、あとで変わる値。冊子に「仮の値」と示します"),
    "該当なし": ("none", "その年度に調査や実績がない。値は空欄のままにします"),
}
STATUS_WORDS = {meant: word for word, (meant, _) in STATUSES.items()}
APPROXIMATE = {"はい": True, "いいえ": False}

FACTORS = (10, 100, 1000)
NEAR = 1.26  # how far from a factor of 10 counts as one: a tenth of a power of ten
DOUBLE = 2  # a change to twice or half of the last value is asked about
STEPS = 10  # and only one of so many units of the last decimal
FARTHEST = 2_000_000  # cells from the first to the last of a sheet
LARGEST = 20_000_000  # bytes of a file
LARGEST_INSIDE = 50_000_000


class Column(NamedTuple):
    """needed: without it nothing of the sheet is taken. entry: the department fills it in."""

    key: str
    title: str
    width: float
    needed: bool = False
    entry: bool = False

    def titled(self, year: int) -> str:
        return self.title.format(year=fiscal_year(year))


COLUMNS = (  # those of earlier years stand behind the unit
    Column("id", "管理番号", 12, needed=True),
    Column("need", "区分", 7),
    Column("department", "担当課", 16),
    Column("name", "項目", 25, needed=True),
    Column("definition", "定義", 30),
    Column("unit", "単位", 8, needed=True),
    Column("before", "以前の値", 10),
    Column("when", "以前の値の時点", 14),
    Column("number", "{year}の値", 13, needed=True, entry=True),
    Column("approximate", "概数", 7, needed=True, entry=True),
    Column("as-of", "時点", 16, needed=True, entry=True),
    Column("source", "出典", 22, entry=True),
    Column("status", "状態", 10, needed=True, entry=True),
    Column("note", "備考", 24, entry=True),
)
ENTRIES = tuple(column.key for column in COLUMNS if column.entry)


class Rule(NamedTuple):
    """id: of a message. of: what it is about, a column or a part of the book. error: the row, or the book if it is
    about one, is not taken; else it is taken and told."""

    id: str
    of: str
    error: bool = True


BOOK, ROWS = "ファイル", "行と列"
PARTS = ("値", "概数", "時点", "出典", "状態", "項目", "単位", "過去の値", ROWS, BOOK)  # in the instruction sheet
RULES = (
    Rule("book-empty", BOOK),
    Rule("book-too-large", BOOK),
    Rule("book-old-format", BOOK),
    Rule("book-web-page", BOOK),
    Rule("book-other-format", BOOK),
    Rule("book-password", BOOK),
    Rule("book-macros", BOOK),
    Rule("book-damaged", BOOK),
    Rule("book-not-ours", BOOK),
    Rule("book-control-gone", BOOK),
    Rule("book-control-changed", BOOK),
    Rule("book-version", BOOK),
    Rule("book-other-edition", BOOK),
    Rule("book-other-year", BOOK),
    Rule("book-department-unknown", BOOK),
    Rule("book-of-another", BOOK),
    Rule("book-sheet-renamed", BOOK, error=False),
    Rule("book-old-version", BOOK, error=False),
    Rule("book-head-gone", ROWS),
    Rule("book-column-gone", ROWS),
    Rule("book-column-lost", ROWS, error=False),
    Rule("book-column-twice", ROWS),
    Rule("book-far-cell", ROWS),
    Rule("book-rows-gone", ROWS),
    Rule("book-row-gone", ROWS),
    Rule("book-row-lost", ROWS, error=False),
    Rule("book-row-added", ROWS, error=False),
    Rule("book-row-unknown", ROWS),
    Rule("book-row-foreign", ROWS),
    Rule("book-row-mixed", ROWS),
    Rule("book-name-changed", "項目", error=False),
    Rule("book-unit-changed", "単位"),
    Rule("book-past-changed", "過去の値", error=False),
    Rule("cell-error", "値"),
    Rule("cell-no-result", "値"),
    Rule("cell-no-number", "値"),
    Rule("cell-odd-digits", "値"),
    Rule("cell-no-value", "値"),
    Rule("cell-date-for-number", "値"),
    Rule("cell-truth-for-number", "値"),
    Rule("cell-too-great", "値"),
    Rule("cell-elsewhere", "値", error=False),
    Rule("value-missing", "値"),
    Rule("value-per-cent", "値"),
    Rule("value-factor", "値"),
    Rule("value-factor-remarked", "値", error=False),
    Rule("value-wild", "値"),
    Rule("value-decimals", "値", error=False),
    Rule("value-moved", "値"),
    Rule("value-replaced", "値", error=False),
    Rule("value-twice", "値"),
    Rule("approximate-wrong", "概数"),
    Rule("as-of-unread", "時点"),
    Rule("as-of-outside", "時点"),
    Rule("source-ditto", "出典"),
    Rule("status-odd", "状態"),
    Rule("status-against-value", "状態"),
)
ERRORS = {rule.id: rule.error for rule in RULES}


def ends(year: int) -> tuple[str, str]:
    """The first and the last day of a fiscal year, in words."""
    return wareki(datetime.date(year, 4, 1)), wareki(datetime.date(year + 1, 3, 31))
