"""What annotations may ask for beside Python's own: text and words that know their places, lengths, variants."""

from __future__ import annotations

from typing import ClassVar, NewType

import msgspec

from report.diagnostics import Message, Origin

Length = NewType("Length", float)  # pt; in YAML a bare number is mm, or a string with a unit: "13.5Q", "0.9pt", "4mm"
PositiveLength = NewType("PositiveLength", float)  # the same, above 0
Count = NewType("Count", int)  # a whole number, 1 at least
LARGEST = 10**15  # up to here a float tells whole numbers apart


class Name(str):
    """A word of the format (an id, a file name, a colour) that remembers its place."""

    origin: Origin


class Text(msgspec.Struct, frozen=True):
    """An author's string with its place. `source` still holds inline marks (see content.markup)."""

    source: str
    origin: Origin

    def __bool__(self) -> bool:
        return bool(self.source)


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the kinds of one thing, called NOUN in messages. `kinds()` maps the key used in YAML to the class."""

    NOUN: ClassVar[Message]

    @classmethod
    def kinds(cls) -> dict[str, type]:
        raise NotImplementedError
