"""What a cell that a department filled in says.

In: a Cell. Out: the number, date, word or text in it; None, "" or False of an empty one. What cannot be read as one is
a Wrong. Digits and signs may be full-width; nothing else is taken for a digit (source.numbers.exact).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from report.figures.dates import serial_date, written_date
from report.figures.expressions import is_figure
from report.figures.format import DECIMALS, plain, wareki
from report.messages import Message, message
from report.source.numbers import exact, is_odd_digit, meant, number_hint
from report.workbook.rules import APPROXIMATE, STATUSES
from report.workbook.sheets import Cell

NO_VALUE = frozenset("-ー―－—–…/") | {
    "なし",
    "無し",
    "無",
    "該当なし",
    "未定",
    "未集計",
    "集計中",
    "調査中",
    "不明",
    "n/a",
}
ODD = re.compile("[\u2160-\u2188\u3200-\u33ff\u4e00二三四五六七八九十百千〇]")  # Ⅳ, ㈱ and ㎏, 一
SIZES = ("十", "百", "千")  # a number before them is another than it looks
ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!)")  # typed, or pasted as text
DITTO = frozenset(("同上", "同左", "同じ", "〃", "々", "々々", "″", "上記同様", "前に同じ"))
TRUTHS = {"はい": True, "○": True, "〇": True, "◯": True, "約": True, "概数": True} | {"いいえ": False, "×": False}
ABOUT = "約"


class Wrong(Exception):
    """hint: in the place of the message's own."""

    def __init__(self, message: Message, hint: Message | None = None):
        super().__init__(message)
        self.message, self.hint = message, hint


def shown(cell: Cell) -> str:
    """What is read, as a person would write it."""
    match cell.value:
        case None:
            return cell.error
        case bool():
            return str(cell.value).upper()
        case int() | float():
            return plain(cell.value)
        case datetime.datetime() | datetime.date():
            return wareki(_day(cell.value))
    return " ".join(str(cell.value).split())


def number(cell: Cell, label: str) -> float | None:
    _check_formula(cell, label)
    value = cell.value
    if value is None:
        return None
    if isinstance(value, bool):
        raise Wrong(message("cell-truth-for-number", label=label, read=shown(cell)))
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        raise Wrong(message("cell-date-for-number", label=label, read=shown(cell)))
    found = exact(value) if isinstance(value, str) else float(value)  # type: ignore[arg-type]
    if found is None:
        raise _no_number(str(value), label)
    if not is_figure(found):
        raise Wrong(message("cell-too-great", label=label, read=shown(cell)))
    return round(found, DECIMALS) + 0.0


def approximate(cell: Cell, label: str) -> bool:
    _check_formula(cell, label)
    if isinstance(cell.value, bool):
        return cell.value
    if cell.value is None:
        return False
    if cell.value not in TRUTHS:
        raise Wrong(message("approximate-wrong", label=label, read=shown(cell)))
    return TRUTHS[str(cell.value)]


def as_of(cell: Cell, label: str) -> str:
    """An ISO date."""
    _check_formula(cell, label)
    value = cell.value
    found = None
    if isinstance(value, datetime.date):
        found = _day(value)
    elif isinstance(value, str):
        found = written_date(value)
    elif isinstance(value, float) and not isinstance(value, bool):
        found = serial_date(value, cell.is_1904)
    if found is None and value is not None:
        raise Wrong(message("as-of-unread", label=label, read=shown(cell)))
    return found.isoformat() if found else ""


def source(cell: Cell, label: str) -> str:
    found = note(cell, label)
    if found.strip("（）()「」。 　") in DITTO:
        raise Wrong(message("source-ditto", label=label, read=found))
    return found


def status(cell: Cell, label: str) -> str:
    """One of Status, "none", or "" """
    _check_formula(cell, label)
    word = shown(cell)
    meant = STATUSES.get(word.replace("（", "(").partition("(")[0].strip())
    if word and not meant:
        raise Wrong(message("status-odd", label=label, read=word, words="、".join(STATUSES)))
    return meant[0] if meant else ""


def note(cell: Cell, label: str) -> str:
    """In one line, without what nobody sees."""
    _check_formula(cell, label)
    return in_one_line(cell.value if isinstance(cell.value, str) else shown(cell))


def in_one_line(text: str) -> str:
    """Ideographic spaces stay."""
    if not text.isprintable():
        text = re.sub(r"[^\S\u3000]+", " ", text)
        text = "".join(char for char in text if char.isprintable() or char == "\u3000")
    return text.strip()


def exact_or_none(cell: Cell) -> float | None:
    """The number that stands in a cell, if it is one."""
    try:
        return number(cell, "")
    except Wrong:
        return None


READERS: dict[str, Callable[[Cell, str], object]] = {
    "number": number,
    "approximate": approximate,
    "as-of": as_of,
    "source": source,
    "status": status,
    "note": note,
}
assert APPROXIMATE.items() <= TRUTHS.items()


def _check_formula(cell: Cell, label: str) -> None:
    error = cell.error or (cell.value if isinstance(cell.value, str) and re.fullmatch(ERROR, cell.value) else "")
    if error:
        raise Wrong(message("cell-error", label=label, read=error))
    if cell.unsaved:
        raise Wrong(message("cell-no-result", label=label))


def _no_number(text: str, label: str) -> Wrong:
    if text.lower() in NO_VALUE:
        return Wrong(message("cell-no-value", label=label, read=text))
    if any(map(is_odd_digit, text)) or (re.search(ODD, text) and not meant(text)):
        return Wrong(message("cell-odd-digits", label=label, read=text))
    wrong = message("cell-no-number", label=label, read=text)
    found = meant(text)
    if not found or found.around.startswith(SIZES):
        return Wrong(wrong, None if found else number_hint(text))
    if found.around.startswith(ABOUT):
        return Wrong(wrong, message("number-about", number=found.number))
    return Wrong(wrong, message("number-without-words", number=found.number))


def _day(value: datetime.date) -> datetime.date:
    return value.date() if isinstance(value, datetime.datetime) else value
