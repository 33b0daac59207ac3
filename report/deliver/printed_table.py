"""The figures that an edition prints, as a table for programs.

In: its Record, as JSON. Out: the bytes of a CSV file and of a workbook, in the form of 総務省「統計表における機械判読
可能なデータの表記方法の統一ルール」 (2020): a header, then a row for each figure and each place where it stands; one
value a cell, numbers as numbers, units and years in columns of their own, years in both calendars, no decoration.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import msgspec

from report.cache import Cache, key_of
from report.figures.format import decimals, fiscal_year, moment, parse_date, plain, wareki
from report.record.model import Printed, PrintedFigure, Record

HEADER = (
    "数値ID", "項目名", "値", "単位", "年度（西暦）", "年度（和暦）", "時点（西暦）", "時点（和暦）", "地域", "区分",
    "概数", "定義", "出典", "所管", "ページ", "ブロックID", "紙面の表記", "紙面の文",
)  # fmt: skip
STATUS = {"published": "公表値", "derived": "算出値", "provisional": "仮の値", "planned": "予定値"}
SHEET = "掲載した数値"
WIDTHS = {"数値ID": 28, "項目名": 30, "定義": 40, "出典": 40, "ブロックID": 26, "紙面の文": 80}  # characters
MACHINES = "[\u2160-\u217f\u2460-\u24ff\u3200-\u33ff]"  # ①, Ⅲ, ㈱, ㎡: other machines have others
FORMULA = "=+-@"  # that a cell of words begins with
Cell = str | int | float | None


class Tables(msgspec.Struct, frozen=True):
    csv: bytes
    xlsx: bytes


def tables(record: bytes, cache: Cache) -> Tables:
    key = key_of(record)
    known = cache.get("tables", key, Tables)
    return cache.put("tables", key, _made(msgspec.json.decode(record, type=Record))) if known is None else known


def _made(record: Record) -> Tables:
    rows = list(rows_of(record))
    return Tables(_as_csv(rows), _as_xlsx(rows, record))


def rows_of(record: Record) -> Iterator[tuple[Cell, ...]]:
    """Without the header."""
    figures = {figure.id: figure for figure in record.figures}
    for printed in dict.fromkeys(record.printed):
        yield _row(printed, figures[printed.figure], record)


def _row(printed: Printed, figure: PrintedFigure, record: Record) -> tuple[Cell, ...]:
    date = parse_date(figure.as_of)
    year = figure.year
    since = fiscal_year(year) if year else ""
    western, japanese = (date.isoformat(), wareki(date)) if date else (f"{year}年度" if year else "", since)
    status = "planned" if figure.planned and figure.status != "provisional" else figure.status
    return (
        figure.id, _clean(figure.name), figure.value, _clean(figure.unit), year, since, western, japanese,
        _clean(record.publisher), STATUS[status], "概数" if figure.approximate else "概数でない",
        _clean(figure.definition), _clean(figure.source), _clean(figure.department), printed.page, printed.block,
        _clean(printed.words), _clean(printed.sentence),
    )  # fmt: skip


def _as_csv(rows: list[tuple[Cell, ...]]) -> bytes:
    """With the mark that Excel knows UTF-8 by."""
    import csv

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for row in rows:
        writer.writerow(plain(cell) if isinstance(cell, float) else cell for cell in row)
    return out.getvalue().encode("utf-8-sig")


def _as_xlsx(rows: list[tuple[Cell, ...]], record: Record) -> bytes:
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": record.title, "author": record.publisher, "created": moment(record.date)})
    sheet = book.add_worksheet(SHEET)
    sheet.freeze_panes(1, 0)
    formats = {0: book.add_format({"num_format": "#,##0"})}
    for x, words in enumerate(HEADER):
        sheet.set_column(x, x, WIDTHS.get(words, 12))
        sheet.write_string(0, x, words)
    for y, row in enumerate(rows, 1):
        for x, cell in enumerate(row):
            if isinstance(cell, float):
                digits = decimals(cell)
                if digits not in formats:
                    formats[digits] = book.add_format({"num_format": "#,##0." + "0" * digits})
                sheet.write_number(y, x, cell, formats[digits])
            elif isinstance(cell, int):
                sheet.write_number(y, x, cell)
            elif cell:
                sheet.write_string(y, x, cell)
    book.close()
    return out.getvalue()


def _clean(words: str) -> str:
    """Words as a cell takes them: one line, no spaces but between Latin words, no characters of one kind of machine
    only, nothing that a spreadsheet would reckon."""
    words = re.sub(MACHINES, _common, words)
    words = re.sub(r"\s+", " ", words).strip()
    words = re.sub(r"(?<=[^\x00-\xff]) | (?=[^\x00-\xff])", "", words)
    return chr(ord(words[0]) + 0xFEE0) + words[1:] if words.startswith(tuple(FORMULA)) else words


def _common(found: re.Match[str]) -> str:
    """m2 for ㎡, (株) for ㈱, (1) for ①."""
    import unicodedata

    common = unicodedata.normalize("NFKC", found[0])
    return f"({common})" if found[0] <= "\u24ff" and common.isdigit() else common
