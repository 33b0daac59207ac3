"""What the engine tells an author, said again in Japanese.

In: a Diagnostic, in English. Out: its message and its hint in Japanese, as the catalogue words them. Modules go on
telling in one language, at the place where a mistake is found; the second is looked up by the text. Nothing here is
imported before there is something to tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from report.diagnostics import Diagnostic
from report.messages.catalogue import HINTS, MESSAGES, NOUNS, PARTS
from report.messages.libraries import LIBRARIES

FIELD = re.compile(r"\{([a-z_]+)(:said)?\}")  # a value; `:said` when it is wording that has Japanese of its own


def japanese(diagnostic: Diagnostic) -> tuple[str, str]:
    """Message and hint in Japanese; "" for what has no Japanese, or has it already."""
    return _said(diagnostic.message, MESSAGES, LIBRARIES) or "", _said(diagnostic.hint, HINTS) or ""


def _said(text: str, *tables: Mapping[str, str]) -> str | None:
    """The Japanese of a text by the first table that knows it; None when none does."""
    for table in tables:
        found = table.get(text)
        if found is not None and not FIELD.search(text):
            return found
        for entry in sorted(_near(text, table), key=_wording, reverse=True):
            values = _values(entry, text)
            if values is not None:
                return FIELD.sub(lambda field, values=values: values[field[1]], table[entry])
    return None


def _near(text: str, table: Mapping[str, str]) -> list[str]:
    """The entries with values that begin and end like the text: few, so that few are compiled."""
    near = []
    for entry in table:
        pieces = FIELD.split(entry)
        if len(pieces) > 1 and text.startswith(pieces[0]) and text.endswith(pieces[-1]):
            near.append(entry)
    return near


def _wording(entry: str) -> int:
    """How much of an entry is wording; the entry with the most is the one that is meant."""
    return len(FIELD.sub("", entry))


def _values(entry: str, text: str) -> dict[str, str] | None:
    """The values in a text worded as an entry, wording among them in Japanese; None when it is worded otherwise."""
    pieces = FIELD.split(entry)  # wording, name, mark, wording, name, mark, wording …
    names, marks, wording = pieces[1::3], pieces[2::3], pieces[::3]
    pattern = re.escape(wording[0])
    for index, piece in enumerate(wording[1:], start=1):  # a value with another right after it is one word
        pattern += (r"(.*?)" if piece or index == len(names) else r"([^\s,]*)") + re.escape(piece)
    found = re.fullmatch(pattern, text, re.DOTALL)
    if found is None:
        return None
    values = dict(zip(names, found.groups(), strict=True))
    for name, mark in zip(names, marks, strict=True):
        if mark:
            known = _said(values[name], PARTS, NOUNS, MESSAGES, LIBRARIES)
            values[name] = values[name] if known is None else known
    return values
