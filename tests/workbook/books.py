"""Figures to ask for, workbooks of them, and what departments do to these: by openpyxl, by surgery on an archive."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from report.figures.assembly import load_figures
from report.figures.model import Figures
from report.messages import Report
from report.messages.wording import japanese
from report.workbook.asked import asked
from report.workbook.export import Survey, workbooks
from report.workbook.gather import Gathered, gather

YEAR = 2024
HEAD = 4  # the row of column names
FIGURES = """\
series:
  waiting:
    name: 待機児童数
    unit: 人
    department: 保育課
    definition: 国の算定基準による
    as-of: 04-01
    data: { 平29: 48, 平30: 79, 令元: 14, 令2: 11, 令3: 0, 令4: 0, 令5: 3, 令6: { status: open } }
  capacity:
    name: 保育定員数
    unit: 人
    department: 保育課
    as-of: 04-01
    data: { 令4: 20400, 令5: { value: 20900, approximate: true }, 令6: { status: open } }
  share:
    name: 利用した人の割合
    unit: "%"
    department: 保育課
    data: { 令4: 94.5, 令5: 95.0, 令6: { status: open } }
  clubs:
    name: 学童クラブ定員
    unit: 人
    department: 子育て支援課
    as-of: 04-01
    data: { 令4: 6000, 令5: 6200, 令6: { value: 6400, status: provisional, note: 速報 } }
  fund:
    name: 基金の増減
    unit: 千円
    department: 財政課
    as-of: 03-31
    data: { 令4: -1200.5, 令5: 651234000, 令6: { status: open } }
  visits:
    name: 来館者数
    unit: 人
    department: 財政課
    data: { 令4: 1000, 令5: 1100, 令6: { value: 1200, source: 年報, note: 確定 } }
  total: { name: 合計, unit: 人, department: 財政課, data: { 令5: 1, 令6: { formula: "visits[令6] * 2" } } }
figures:
  schools: { value: 65, unit: 校, definition: 区立小学校の数, department: 教育課, as-of: 2023-04-01 }
  nobody: { value: 5, unit: 件 }
"""
Change = Callable[[Worksheet], object]
Surgery = Callable[[bytes], bytes]


def figures_in(folder: Path, text: str = FIGURES) -> Figures:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "all.yaml").write_text(text, encoding="utf-8")
    report = Report()
    figures = load_figures(folder, report, year=YEAR)
    report.check()
    return figures


def survey_of(figures: Figures, due: str = "") -> Survey:
    return Survey("nerima", "冊子", YEAR, "2024-10-01", asked(figures, YEAR), due)


def survey_in(folder: Path, text: str = FIGURES) -> Survey:
    return survey_of(figures_in(folder, text))


def exported(survey: Survey, department: str) -> bytes:
    return workbooks(survey)[f"nerima-2024-{department}.xlsx"]


def changed(content: bytes, change: Change, sheet: str = "数値") -> bytes:
    """As Excel saves it after somebody has changed a sheet."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book[sheet])
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def column(sheet: Worksheet, title: str, head: int = HEAD) -> int:
    return next(cell.column for cell in sheet[head] if cell.value == title)


def row(sheet: Worksheet, id: str) -> int:
    return next(cell.row for cell in sheet["A"] if cell.value == id)


def put(id: str, **cells: Any) -> Change:
    """Fill in a row. 値 stands for the year's value."""

    def change(sheet: Worksheet) -> None:
        for title, value in cells.items():
            title = "令和6年度の値" if title == "値" else title
            sheet.cell(row(sheet, id), column(sheet, title)).value = value

    return change


def both(*changes: Change) -> Change:
    return lambda sheet: [change(sheet) for change in changes]


def repacked(content: bytes, change: Callable[[str, bytes], bytes | None], **more: bytes) -> bytes:
    """The archive with its parts changed (None: left out), and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
        for name, part in more.items():
            new.writestr(name, part)
    return out.getvalue()


def in_cell(content: bytes, address: str, xml: str, kind: str = "") -> bytes:
    """Another inside for a cell of the sheet of figures, which lies second. kind: its `t`."""

    def change(name: str, part: bytes) -> bytes:
        if name != "xl/worksheets/sheet2.xml":
            return part
        kept = re.sub(
            rf'<c r="{address}"( s="\d+")?[^>]*?(/>|>.*?</c>)', rf'<c r="{address}"\1{kind}>{xml}</c>', part.decode()
        )
        assert kept != part.decode()
        return kept.encode()

    return repacked(content, change)


def gathered(folder: Path, survey: Survey, files: dict[str, bytes]) -> Gathered:
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for name, content in files.items():
        paths[name] = folder / name
        paths[name].write_bytes(content)
    return gather(paths, survey)


def told(found: Gathered) -> list[str]:
    """In Japanese, each with its place; a * before what is only told."""
    lines = []
    for finding in found.findings:
        words = "".join(japanese(finding.message, finding.hint))
        lines.append(f"{'' if finding.is_error else '*'}{finding.place}: {words}")
    return lines


def answers(found: Gathered) -> dict[str, Any]:
    return {change.row.id: change.answer(YEAR) for change in found.changes}
