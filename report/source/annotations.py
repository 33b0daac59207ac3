"""What annotations may ask for beside Python's own: text and words that know their places, lengths, variants; and what
a Struct's annotations say of a YAML mapping.

In: a msgspec Struct class. Out: its keys, with the field and the type that each stands for. Fields named in
`FILLED = (…)` come from a later stage, not by a key. In YAML an underscore of a name is written as a hyphen.
"""

from __future__ import annotations

import bisect
import functools
import inspect
import sys
import typing
from typing import Any, ClassVar, NamedTuple, NewType

import msgspec

from report.messages import Message, Origin

Length = NewType("Length", float)  # pt; in YAML a bare number is mm, or a string with a unit: "13.5Q", "0.9pt", "4mm"
PositiveLength = NewType("PositiveLength", float)  # the same, 0.01 mm at least
Count = NewType("Count", int)  # a whole number, 1 at least
LARGEST = 10**15  # up to here a float tells whole numbers apart


class Name(str):
    """A word of the format (an id, a file name, a colour) that remembers its place."""

    origin: Origin


class Written(msgspec.Struct, frozen=True):
    """The characters of a value as its author wrote them, and the place of the first. pieces: offset, line and column
    of each stretch that stands in one line of the file; of a value without, lines end where it has newlines."""

    text: str
    origin: Origin
    pieces: tuple[tuple[int, int, int], ...] = ()

    def place(self, offset: int) -> Origin:
        """Of a character."""
        if self.pieces:
            begun, line, column = self.pieces[bisect.bisect(self.pieces, offset, key=lambda piece: piece[0]) - 1]
            return Origin(self.origin.file, line, column + offset - begun)
        ends = _line_ends(self.text)
        if lines := bisect.bisect_left(ends, offset):
            return Origin(self.origin.file, self.origin.line + lines, offset - ends[lines - 1])
        return self.origin._replace(column=self.origin.column + offset)

    def part(self, start: int, end: int) -> Written:
        """Of the characters from start to end."""
        inside = (piece for piece in self.pieces if start < piece[0] < end)
        origin = self.place(start)
        pieces = ((0, *origin[1:]), *((begun - start, *place) for begun, *place in inside)) if self.pieces else ()
        return Written(self.text[start:end], origin, pieces)  # type: ignore[arg-type]


class Flaw(NamedTuple):
    """An argument of the ValueError that a Struct's `__post_init__` raises: what is wrong with it at a place of its
    own. A Message alone is told at the Struct's."""

    message: Message
    origin: Origin


@functools.lru_cache(maxsize=16)
def _line_ends(text: str) -> list[int]:
    return [place for place, char in enumerate(text) if char == "\n"] if "\n" in text else []


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the kinds of one thing, called NOUN in messages. `kinds()` maps the key used in YAML to the class."""

    NOUN: ClassVar[Message]

    @classmethod
    def kinds(cls) -> dict[str, type]:
        raise NotImplementedError


@functools.cache
def fields_of(cls: type) -> dict[str, tuple[str, Any, bool]]:
    """YAML key -> (field name, annotation, required)."""
    defaults, annotations = _defaults(cls), _annotations(cls)
    return {
        key.replace("_", "-"): (field, _meaning(*annotations[field]), defaults[field] is msgspec.NODEFAULT)
        for field, key in zip(cls.__struct_fields__, cls.__struct_encode_fields__, strict=True)
        if field != "origin" and field not in getattr(cls, "FILLED", ())
    }


@functools.cache
def lists_to_fill(cls: type) -> frozenset[str]:
    """The keys of lists that may not be empty."""
    defaults = _defaults(cls)
    return frozenset(
        key
        for key, (field, kind, _) in fields_of(cls).items()
        if typing.get_origin(kind) is tuple and defaults[field] != ()
    )


@functools.cache
def texts_to_fill(cls: type) -> frozenset[str]:
    """The keys of texts that may not be empty: those that are needed, and those in lists."""
    free = getattr(cls, "MAY_BE_EMPTY", ())
    return frozenset(key for key, (field, kind, _) in fields_of(cls).items() if field not in free and _is_text(kind))


def _is_text(kind: Any) -> bool:
    while typing.get_origin(kind) is tuple:
        kind = typing.get_args(kind)[0]
    return hasattr(kind, "read") and hasattr(kind, "__bool__")


def _defaults(cls: type) -> dict[str, Any]:
    """Of every field of a Struct; NODEFAULT where it has none."""
    fields, given = cls.__struct_fields__, cls.__struct_defaults__
    return dict(zip(fields, (msgspec.NODEFAULT,) * (len(fields) - len(given)) + given, strict=True))


def _annotations(cls: type) -> dict[str, tuple[str, str]]:
    """The annotation of every field, each with the module whose words it is in."""
    bases = reversed(cls.__mro__)
    return {field: (base.__module__, words) for base in bases for field, words in inspect.get_annotations(base).items()}


@functools.cache
def _meaning(module: str, words: str) -> Any:
    """As typing.get_type_hints, but the same words of a module are compiled once, and plain names not at all."""
    names = vars(sys.modules[module])
    return names[words] if words in names else eval(words, names)
