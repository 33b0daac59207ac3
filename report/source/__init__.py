"""YAML in, typed frozen values out; every value knows its file:line:column.

In: a YAML file and a type (a msgspec Struct whose annotations say what may stand there). Out: an instance, or
located diagnostics for *all* mistakes of the file. The annotations are the one statement of the format: the
JSON Schema that editors use is made from the same (report.content.schema). A general validation library would
lose the places, which are what an author needs most; hence this room.

Annotations understood: str (a Name), Written, bool, int, float, Count, Length, PositiveLength, Literal[…], X | None,
tuple[X, ...], dict[str, X], Struct classes, and `Variant` classes: abstract Structs of which a mapping with one key
names the kind. A class with `read(written, report)` makes itself of one value's characters.
A tuple holds one entry at least, unless its field's default is the empty one (or None).
A field `origin: Origin` is filled with the place. A Struct may declare `SHORTHAND = "field"`: a node that is no mapping
is then read as that field, and with `SHORTHAND_MAPPING = True` a mapping that has none of the Struct's keys, too; where
the field is a tuple, one such node stands for a tuple of one.

`syntax` makes nodes of a file: `characters` are looked at first, `telling` says what goes wrong in writing one,
`scalars` where the characters of a value stand. `reader` reads the nodes as `annotations` ask, `words` those without
parts; `hints` and `numbers` say what to write instead of what was found. `folder` makes paths of the names of files.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from report.cache import NOTHING, Cache
from report.messages import Origin, Report, message
from report.source.annotations import LARGEST, Count, Flaw, Length, Name, PositiveLength, Variant, Written
from report.source.characters import check_characters
from report.source.numbers import meant, number_hint
from report.source.reader import Reader, Remnant, is_scalar
from report.source.syntax import Mapping, Node, parse

__all__ = [
    "LARGEST",
    "Count",
    "Flaw",
    "Length",
    "Name",
    "PositiveLength",
    "Reader",
    "Remnant",
    "Variant",
    "Written",
    "check_characters",
    "is_scalar",
    "meant",
    "number_hint",
    "read",
    "read_parts",
]
T = TypeVar("T")


def read(
    path: Path,
    wanted: type[T],
    report: Report,
    remnants: list[Any] | None = None,
    cache: Cache = NOTHING,
) -> T | None:
    """The file as one `wanted`, or None after errors went to the report.

    remnants: takes up what was sound in a file that is not, for who can look at it all the same.
    """
    name = str(path)
    node = parse(path, name, report, cache)
    if node is None:
        return None
    before = report.blocking
    reader = Reader(name, report)
    value = reader.value(node, wanted)
    if report.blocking == before:
        return value
    if remnants is not None:
        remnants += [*reader.remnants, value]
    return None


def read_parts(
    path: Path, report: Report, cache: Cache = NOTHING
) -> tuple[Reader, dict[str, tuple[Origin, Node]]] | None:
    """The top-level entries of a file, still to be read with `Reader.value` as their readers wish."""
    name = str(path)
    node = parse(path, name, report, cache)
    if node is None:
        return None
    reader = Reader(name, report)
    if not isinstance(node, Mapping):
        reader.wrong(node, message("mapping"))
        return None
    return reader, {key: (reader.origin(at), value) for key, (at, value) in reader.pairs(node).items()}
