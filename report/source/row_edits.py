"""Changes to rows of a CSV file that leave every other cell as it stands: order, quotes, CRLF, BOM.

In: the bytes of a file whose first row names its columns, and what the rows of some keys are to hold. Out: the bytes
changed, and read again: where they would say anything but what was there with the changes in it, nothing is made of
them (ValueError).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import NamedTuple


class Row(NamedTuple):
    """cells: by column, those that are to hold something else. key, column: of the row. None: the row goes.

    after: the key of the row that a new one is put behind; "": last.
    """

    column: str
    key: str
    cells: Mapping[str, str] | None
    after: str = ""


def edited_rows(content: bytes, rows: list[Row]) -> bytes:
    """Raises ValueError for a change that cannot be made."""
    text = content.decode("utf-8")
    made = text
    for row in rows:
        made = _with(made, row)
    if _read(made) != _wanted(text, rows):
        raise ValueError("something else would change")
    return made.encode("utf-8")


def _with(text: str, row: Row) -> str:
    lines = text.splitlines(keepends=True)
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    head = _cells(lines[0])
    names = [_value(cell.lstrip("\ufeff")) for cell in head]
    at = next((i for i, line in enumerate(lines) if i and _key(line, names, row.column) == row.key), None)
    if row.cells is None:
        if at is not None:
            del lines[at]
        return "".join(lines)
    for name in row.cells:
        if name not in names and row.cells[name]:
            names.append(name)
            head.append(name)
    lines[0] = ",".join(head) + end
    if at is None:
        cells = {row.column: row.key, **row.cells}
        new = [_quoted(cells.get(name, "")) for name in names]
        behind = (i for i, line in enumerate(lines) if i and _key(line, names, row.column) == row.after)
        at = next(behind, _last(lines)) + 1
        if not lines[at - 1].endswith("\n"):
            lines[at - 1] += end
        lines.insert(at, ",".join(new).rstrip(",") + end)
        return "".join(lines)
    own = lines[at][len(lines[at].rstrip("\r\n")) :]
    cells = _cells(lines[at].rstrip("\r\n"))
    for name, value in row.cells.items():
        column = names.index(name) if name in names else len(cells)
        cells += [""] * (column + 1 - len(cells) if value else 0)
        if column < len(cells) and _value(cells[column]) != value:
            cells[column] = _quoted(value)
    lines[at] = ",".join(cells) + own
    return "".join(lines)


def _last(lines: list[str]) -> int:
    """The last line with something in it."""
    return max(i for i, line in enumerate(lines) if line.strip() or not i)


def _cells(line: str) -> list[str]:
    """A row's cells as they are written, quotes and all. Raises ValueError for one that goes on in the next line."""
    cells, within = [""], False
    for char in line.rstrip("\r\n"):
        within ^= char == '"'
        if char == "," and not within:
            cells.append("")
        else:
            cells[-1] += char
    if within:
        raise ValueError("a cell goes on in the next line")
    return cells


def _key(line: str, names: list[str], column: str) -> str:
    cells = next(csv.reader([line]), [])
    at = names.index(column)
    return cells[at].strip() if at < len(cells) else ""


def _value(cell: str) -> str:
    return next(csv.reader([cell.strip()]), [""])[0] if cell.strip() else ""


def _quoted(value: str) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="").writerow([value])
    return made.getvalue() if value else ""


def _read(text: str) -> list[dict[str, str]]:
    """Rows by column, as a reader of the file gets them; empty cells left out."""
    rows = [*csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""))]
    names = [name.strip() for name in rows[0]]
    told = ({name: cell.strip() for name, cell in zip(names, row, strict=False) if cell.strip()} for row in rows[1:])
    return [row for row in told if row]


def _wanted(text: str, rows: list[Row]) -> list[dict[str, str]]:
    found = _read(text)
    for row in rows:
        at = next((i for i, each in enumerate(found) if each.get(row.column) == row.key), None)
        if row.cells is None:
            found = [each for each in found if each.get(row.column) != row.key]
            continue
        old = found[at] if at is not None else {row.column: row.key}
        new = {name: cell for name, cell in {**old, **row.cells}.items() if cell}
        if at is not None:
            found[at] = new
        else:
            behind = next((i for i, each in enumerate(found) if row.after and each.get(row.column) == row.after), None)
            found.insert(len(found) if behind is None else behind + 1, new)
    return found
