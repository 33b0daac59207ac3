"""What is wrong with a drawing, on its way to the report; the hints and the comments that several files know."""

from __future__ import annotations

from report.messages import Message, message

CONVERT = message("convert")
FLATTEN = message("flatten")
COMMENT = r"/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/)?"  # of CSS; one that is not closed runs to the end
UTF8 = message("save-utf-8")


class SvgError(ValueError):
    """Something of a drawing is not taken. line, column: where, if it is not the element that is being read."""

    def __init__(self, message: Message, hint: Message | None = None, line: int = 0, column: int = 1):
        self.message, self.hint, self.line, self.column = message, hint, line, column
        super().__init__(message)


def short(text: str) -> str:
    """As much of a text as a message may quote, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:40] + "…"
