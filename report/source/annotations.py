"""What annotations may ask for beside Python's own: text and words that know their places, lengths, variants."""

from __future__ import annotations

from typing import ClassVar, NewType

import msgspec

from report.messages import Message, Origin

Length = NewType("Length", float)  # pt; in YAML a bare number is mm, or a string with a unit: "13.5Q", "0.9pt", "4mm"
PositiveLength = NewType("PositiveLength", float)  # the same, above 0
Count = NewType("Count", int)  # a whole number, 1 at least
LARGEST = 10**15  # up to here a float tells whole numbers apart


class Name(str):
    """A word of the format (an id, a file name, a colour) that remembers its place."""

    origin: Origin


class Written(msgspec.Struct, frozen=True):
    """The characters of a value as its author wrote them, and the place of the first."""

    text: str
    origin: Origin

    def place(self, offset: int) -> Origin:
        """Of a character; from the second line on, columns count from the text's own margin."""
        before = self.text[:offset]
        if lines := before.count("\n"):
            return Origin(self.origin.file, self.origin.line + lines, offset - before.rfind("\n"))
        return self.origin._replace(column=self.origin.column + offset)


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the kinds of one thing, called NOUN in messages. `kinds()` maps the key used in YAML to the class."""

    NOUN: ClassVar[Message]

    @classmethod
    def kinds(cls) -> dict[str, type]:
        raise NotImplementedError
