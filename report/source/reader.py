"""A node becomes what an annotation asks for: Structs, variants, lists and tables, down to the words in them."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Callable, Collection
from typing import Any, Literal, NamedTuple, Union

import msgspec

from report.messages import Origin, Report, did_you_mean, message, nearest
from report.source.annotations import (
    Count,
    Flaw,
    Length,
    PositiveLength,
    Variant,
    Written,
    fields_of,
    lists_to_fill,
    texts_to_fill,
)
from report.source.hints import is_nothing, key_hint, mapping_hint
from report.source.syntax import Mapping, Node, Scalar, Sequence
from report.source.telling import QUOTE_BRACES
from report.source.words import WordReader


class Remnant(NamedTuple):
    """What was sound in a node that could not be made a `kind`: the values of its fields, None for those at fault."""

    kind: type
    values: dict[str, Any]
    origin: Origin


class Reader(WordReader):
    """Reads nodes of one file, whatever they are made of."""

    def __init__(self, file: str, report: Report):
        super().__init__(file, report)
        self.remnants: list[Any] = []  # values of what could not be made as a whole

    def value(self, node: Node, wanted: Any) -> Any:
        """The node as a `wanted`; None after an error."""
        return _reading(wanted)(self, node)

    def entries(self, node: Node) -> dict[str, Node]:
        """A mapping's entries, still to be read; their names know their places."""
        if not isinstance(node, Mapping):
            self.wrong(node, message("mapping"))
            return {}
        return {self.named(key_node): value for key_node, value in self.pairs(node).values()}

    def pairs(self, node: Mapping) -> dict[str, tuple[Node, Node]]:
        """A mapping's keys, each with its node and its value's node. A key that is no word or stands twice is told."""
        found: dict[str, tuple[Node, Node]] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, Scalar):
                self.wrong(key_node, message("key"), QUOTE_BRACES if isinstance(key_node, Mapping) else None)
            elif key in found:
                self.report.error(self.origin(key_node), message("key-twice", key=key))
            else:
                found[key] = (key_node, value_node)
        return found

    def scalar(self, node: Node, wanted: Any) -> Any:
        written = self.written(node)
        return written and wanted.read(written, self.report)

    def union(self, node: Node, options: tuple[Any, ...]) -> Any:
        """options: without None, which every union takes that an annotation writes."""
        if isinstance(node, Scalar) and node.kind == "null":
            return None
        if len(options) == 1:
            return self.value(node, options[0])
        for option in options:  # by the node's shape: lists first, then mappings, then scalars
            is_list = typing.get_origin(option) is tuple
            is_struct = isinstance(option, type) and issubclass(option, msgspec.Struct) and not is_scalar(option)
            if (isinstance(node, Sequence) and is_list) or (isinstance(node, Mapping) and is_struct):
                return self.value(node, option)
            if isinstance(node, Scalar) and not is_list and not is_struct:
                return self.value(node, option)
        return self.value(node, options[0])

    def struct(self, node: Node, cls: type) -> Any:
        known, before = fields_of(cls), self.report.blocking
        if getattr(cls, "SHORTHAND", None) and self.is_short(node, cls):
            return self.whole(cls, node, self.short(node, cls), before)
        if not isinstance(node, Mapping):
            self.wrong(node, message("mapping-with", keys=", ".join(list(known)[:6])), mapping_hint(node))
            return None
        values: dict[str, Any] = {}
        found = self.pairs(node)
        meant = self.strangers({key: (self.origin(at), value) for key, (at, value) in found.items()}, known)
        for key, (_, value_node) in found.items():
            is_left_out = key in meant and is_nothing(value_node)
            key = meant.get(key, key)
            if key and not is_left_out:
                field, kind, _ = known[key]
                values[field] = self.value(value_node, kind)
                self.must_be_filled(value_node, values[field], cls, key)
        for key, (_, _, required) in known.items():
            if required and key not in found and key not in meant.values():
                self.report.error(self.origin(node), message("key-missing", key=key))
        return self.whole(cls, node, values, before)

    def short(self, node: Node, cls: type) -> dict[str, Any]:
        """The one field that a node stands for which is no mapping of the Struct's keys."""
        key = cls.SHORTHAND.replace("_", "-")  # type: ignore[attr-defined]
        field, kind, _ = fields_of(cls)[key]
        alone = typing.get_origin(kind) is tuple and not isinstance(node, Sequence)
        value = (self.value(node, typing.get_args(kind)[0]),) if alone else self.value(node, kind)
        self.must_be_filled(node, value, cls, key)
        return {field: value}

    def strangers(self, found: dict[str, tuple[Origin, Node]], known: Collection[str]) -> dict[str, str]:
        """Tells keys that are not known. Each with the one it was surely meant for, "" where there is none."""
        meant = {}
        for key, (origin, value) in found.items():
            if key not in known:
                self.report.error(origin, message("key-unknown", key=key), key_hint(key, value, known))
                near = nearest(key, known)
                meant[key] = near if near not in found else ""
        return meant

    def whole(self, cls: type, node: Node, values: dict[str, Any], before: int) -> Any:
        """The Struct; after errors None, and its values are remnants. before: how many errors there were."""
        if self.report.blocking > before:
            self.remnants.append(Remnant(cls, values, self.origin(node)))
            return None
        if "origin" in cls.__struct_fields__:
            values["origin"] = self.origin(node)
        try:
            return cls(**values)
        except ValueError as error:  # a Struct's own __post_init__ rule; a Flaw knows its place
            for wrong in error.args:
                at = wrong if isinstance(wrong, Flaw) else Flaw(wrong, self.origin(node))
                self.report.error(at.origin, at.message)
            return None

    def is_short(self, node: Node, cls: type) -> bool:
        if not isinstance(node, Mapping):
            return True
        known = fields_of(cls)
        return getattr(cls, "SHORTHAND_MAPPING", False) and not any(
            isinstance(key, Scalar) and key.value in known for key, _ in node.value
        )

    def variant(self, node: Node, base: type[Variant]) -> Any:
        kinds = base.kinds()
        if not isinstance(node, Mapping) or len(node.value) != 1:
            self.wrong(node, message("one-kind", what=base.NOUN), did_you_mean("", kinds))
            return None
        key_node, value_node = node.value[0]
        word = next(iter(self.pairs(node)), None)
        if word is None:
            return None
        kind = kinds.get(word)
        if kind is None:
            unknown = message("kind-unknown", what=base.NOUN, word=word)
            self.report.error(self.origin(key_node), unknown, did_you_mean(word, kinds))
            return None
        return self.struct(value_node, kind)

    def sequence(self, node: Node, kind: Any) -> tuple[Any, ...]:
        if not isinstance(node, Sequence):
            self.wrong(node, message("list"), message("list-entries"))
            return ()
        if typing.get_origin(kind) is tuple:
            for child in node.value:
                self.must_hold_something(child)
        return tuple(self.value(child, kind) for child in node.value)

    def must_be_filled(self, node: Node, value: Any, cls: type, key: str) -> None:
        if key in lists_to_fill(cls):
            self.must_hold_something(node)
        if key in texts_to_fill(cls):
            self.must_say_something(node, value)

    def must_hold_something(self, node: Node) -> None:
        if isinstance(node, Sequence) and not node.value:
            self.report.error(self.origin(node), message("list-empty"))

    def must_say_something(self, node: Node, value: Any) -> None:
        if isinstance(value, tuple):
            nodes = node.value if isinstance(node, Sequence) else [node] * len(value)
            for child, each in zip(nodes, value, strict=True):
                self.must_say_something(child, each)
        elif value is not None and not value:
            self.report.error(self.origin(node), message("text-empty"))

    def table(self, node: Node, kind: Any) -> dict[str, Any]:
        return {name: self.value(value, kind) for name, value in self.entries(node).items()}

    def choice(self, node: Node, options: tuple[Any, ...]) -> Any:
        value = node.value if isinstance(node, Scalar) else None
        for option in options:
            if value == str(option):
                return option
        words = [*map(str, options)]
        self.wrong(node, message("one-of", words=", ".join(words)), did_you_mean(str(value), words))
        return None


@functools.cache
def _reading(wanted: Any) -> Callable[[Reader, Node], Any]:
    """How a node is read as a `wanted`."""
    if wanted in BY_ANNOTATION:
        return BY_ANNOTATION[wanted]
    form, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if is_scalar(wanted):
        return lambda reader, node: reader.scalar(node, wanted)
    if isinstance(wanted, type) and form is None:
        if issubclass(wanted, Variant) and wanted.kinds is not Variant.kinds and "kinds" in vars(wanted):
            return lambda reader, node: reader.variant(node, wanted)
        if issubclass(wanted, msgspec.Struct):
            return lambda reader, node: reader.struct(node, wanted)
    if form is Literal:
        return lambda reader, node: reader.choice(node, arguments)
    if form in (Union, types.UnionType):
        options = tuple(each for each in arguments if each is not type(None))
        return lambda reader, node: reader.union(node, options)
    if form is tuple:
        return lambda reader, node: reader.sequence(node, arguments[0])
    if form is dict:
        return lambda reader, node: reader.table(node, arguments[1])
    raise TypeError(f"annotation {wanted!r} is not understood")


BY_ANNOTATION: dict[Any, Any] = {
    str: Reader.name,
    Written: Reader.written,
    bool: Reader.flag,
    int: lambda reader, node: reader.number(node, int, message("whole-number")),
    Count: lambda reader, node: reader.number(node, int, message("count"), 1),
    float: lambda reader, node: reader.number(node, float, message("number")),
    Length: Reader.length,
    PositiveLength: lambda reader, node: reader.length(node, positive=True),
}


def is_scalar(wanted: Any) -> bool:
    """Whether an annotation is a class that makes itself of one value's characters."""
    return hasattr(wanted, "read")
