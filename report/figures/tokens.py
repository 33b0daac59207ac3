"""The words and signs of an expression.

In: the text between the braces. Out: Tokens, each with its offset. Full-width signs count as their half-width twins.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from report.messages import Message, message

TOKEN = re.compile(
    r"""\s*(?:
      (?P<date>\d{4}-\d{2}-\d{2})
    | (?P<number>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)
    | (?P<name>[^\W\d]\w*(?:-\w+)*(?:\.\w+(?:-\w+)*)*(?:\[[^\]]*\])?)
    | 「(?P<words>[^」\x00-\x1f]*)」
    | (?P<sign>[-+−*×/÷()|,＋（）｜，、])
    )""",
    re.VERBOSE,
)
SIGNS = {"−": "-", "×": "*", "÷": "/", "＋": "+", "（": "(", "）": ")", "｜": "|", "，": ",", "、": ","}


class ExpressionError(Exception):
    """offset: of the mistake, in characters of the expression. message: None for one that is reported already."""

    def __init__(self, offset: int, message: Message | None, hint: Message | None = None):
        super().__init__(message)
        self.offset, self.message, self.hint = offset, message, hint


class Token(NamedTuple):
    kind: str
    text: str
    offset: int


def tokens_of(source: str) -> list[Token]:
    """Of kind date, number, name, words, sign, and end."""
    tokens, at = [], 0
    end = len(source.rstrip())
    while at < end:
        found = TOKEN.match(source, at)
        if found is None:
            offset = at + len(source[at:]) - len(source[at:].lstrip())
            raise ExpressionError(offset, message("sign-unknown", sign=source[offset]))
        kind = found.lastgroup or ""
        text = found[kind]
        tokens.append(Token(kind, SIGNS.get(text, text), found.start(kind)))
        at = found.end()
    return [*tokens, Token("end", "", end)]
