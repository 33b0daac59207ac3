"""Whether a folder of figures would be sound with some of its files changed.

In: the folder, and the new bytes of files. Out: nothing; what would be wrong is told at the places it would have.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from report.figures.assembly import load_figures
from report.messages import Report


def check_files(folder: Path, files: Mapping[Path, bytes], year: int, report: Report) -> None:
    """year: of the edition. files: those elsewhere do not count. Raises Failure."""
    found = Report()
    with tempfile.TemporaryDirectory() as made:
        copy = Path(made) / "data" / "figures"
        shutil.copytree(folder, copy)
        for path, content in files.items():
            if path.parent == folder:
                (copy / path.name).write_bytes(content)
        load_figures(copy, found, year=year)
        for told in found.diagnostics:
            if told.severity == "error":
                file = told.origin and told.origin.file.replace(str(copy), str(folder))
                report.error(told.origin and told.origin._replace(file=file), told.message, told.hint)
    report.check()
