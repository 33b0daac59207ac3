"""How long workbooks take: 40 departments with 60 rows each, written, and read back with all checks.

Prints the median of five (or as many as asked for: `workbooks.py 9`) beside the limits the project has set itself. The
books are filled in by openpyxl in between, which is not counted.
"""

from __future__ import annotations

import gc
import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl

from report.figures.assembly import load_figures
from report.messages import Report
from report.workbook.asked import asked
from report.workbook.export import Survey, workbooks
from report.workbook.gather import gather

DEPARTMENTS, ROWS, YEAR = 40, 60, 2024
LIMITS = {"export": 3.0, "import": 1.0}  # seconds


def figures(folder: Path) -> None:
    """A file for each department."""
    for department in range(DEPARTMENTS):
        lines = ["series:"]
        for row in range(ROWS):
            values = ", ".join(f"令{year}: {1000 + 37 * row + 11 * year + department}" for year in range(1, 6))
            lines.append(f"  d{department}.f{row}:")
            lines.append(f"    {{ name: 第{row}の施設の利用者数, unit: 人, department: 第{department}課, as-of: 04-01,")
            lines.append(f"      definition: 区が設けた施設を利用した人の数。延べ人数, data: {{ {values},")
            lines.append("      令6: { status: open } } }")
        (folder / f"d{department:02}.yaml").write_text("\n".join(lines), encoding="utf-8")


def filled(content: bytes) -> bytes:
    """Every row answered."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["数値"]
    columns = {cell.value: cell.column for cell in sheet[4]}
    for row in range(5, sheet.max_row + 1):
        last = sheet.cell(row, columns["令和5年度の値"]).value
        sheet.cell(row, columns["令和6年度の値"]).value = last + 13
        sheet.cell(row, columns["出典"]).value = "事業年報"
        sheet.cell(row, columns["状態"]).value = "公表値"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def timed(work: Callable[[], object], count: int) -> tuple[float, float]:
    """By the clock, and of the processor, which says more where others use the machine."""
    clock, processor = [], []
    for _ in range(count):
        begun, used = time.perf_counter(), time.process_time()
        work()
        clock.append(time.perf_counter() - begun)
        processor.append(time.process_time() - used)
    return statistics.median(clock), statistics.median(processor)


def main() -> None:
    gc.disable()  # as the commands do
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        figures(folder)
        report = Report()
        survey = Survey("edition", "冊子", YEAR, "2024-10-01", asked(load_figures(folder, report, year=YEAR), YEAR))
        report.check()
        made = workbooks(survey)
        files = {}
        for name, content in made.items():
            files[name] = folder / name
            files[name].write_bytes(filled(content))
        found = gather(files, survey)
        assert len(found.changes) == DEPARTMENTS * ROWS and not found.findings
        spent = {
            "export": timed(lambda: workbooks(survey), count),
            "import": timed(lambda: gather(files, survey), count),
        }
    for what, (clock, processor) in spent.items():
        print(f"{what}: {clock:.2f} s, of the processor {processor:.2f} s (limit {LIMITS[what]} s)")


if __name__ == "__main__":
    main()
