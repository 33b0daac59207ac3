"""What is found in returned workbooks, with its place.

In: messages. Out: Findings: whether they keep a row or a book from being taken stands in the table of rules.
"""

from __future__ import annotations

from typing import NamedTuple

from report.messages import Diagnostic, Message, Origin
from report.workbook.rules import ERRORS


class Finding(NamedTuple):
    """place: book.xlsx［数値］B12, as far as it is known. id: of the figure; "": it is about the book."""

    place: str
    message: Message
    hint: Message | None = None
    id: str = ""

    @property
    def is_error(self) -> bool:
        return ERRORS[self.message.id]

    @property
    def diagnostic(self) -> Diagnostic:
        severity = "error" if self.is_error else "warning"
        return Diagnostic(severity, Origin(self.place, 0), self.message, self.hint)


def place(file: str, sheet: str = "", cell: str = "") -> str:
    return f"{file}［{sheet}］{cell}" if sheet else file
