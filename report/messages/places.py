"""Where words stand that were found wanting on a page, when only the whole is known that they are part of.

In: something an author wrote, made of msgspec Structs, and words in it. Out: a place as exact as it keeps: of the
character in a run of text, of the value elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from report.messages import Diagnostic, Origin


def place_in(root: Any, words: str) -> Origin | None:
    """Of the first that holds the words; None if nothing does."""
    pending = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, msgspec.Struct):
            text = getattr(node, "text", None)
            if isinstance(text, str) and words in text and hasattr(node, "place"):
                return node.place(text.index(words))
            pending += [getattr(node, name) for name in reversed(node.__struct_fields__)]
        elif isinstance(node, str):
            if words in node and hasattr(node, "origin"):
                return node.origin
        elif isinstance(node, tuple) and not isinstance(node, Origin):
            pending += reversed(node)
    return None


def placed_in(root: Any, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics about characters, each at its place in `root` if it has one there."""
    return [
        told._replace(origin=place_in(root, words) or told.origin) if (words := _words(told)) else told
        for told in found
    ]


def placed_among(written: Any, others: tuple[Any, ...], found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same, in `others`, for the characters that stand nowhere in what was `written`: of a figure's unit."""
    files = {each.origin.file for each in others}

    def moved(told: Diagnostic) -> Diagnostic:
        if (told.origin and told.origin.file in files) or place_in(written, _words(told)):
            return told
        return placed_in(others, [told])[0]

    return list(map(moved, found))


def _words(told: Diagnostic) -> str:
    shown = dict(told.message.values).get("shown", "")
    if isinstance(shown, tuple):
        return str(dict(shown.values).get("text", ""))
    return "".join(chr(int(code[2:], 16)) for code in str(shown).split() if code.startswith("U+"))
