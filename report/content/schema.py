"""The YAML formats as JSON Schema (draft 2020-12), for editors that complete and check while one types.

In: the annotated type a file is read into. Out: its schema, made from what report.source.Reader goes by, so the
two cannot disagree; the schema of a place is a table of one entry for each annotation the reader understands.
Descriptions come from the docstrings: a sentence "name: …" or "one, other: …" describes those keys.
"""

from __future__ import annotations

import inspect
import re
import sys
import types
import typing
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Union

import msgspec

from report.source import Count, Length, PositiveLength, Variant, Written, is_scalar
from report.source.annotations import fields_of, lists_to_fill

DRAFT = "https://json-schema.org/draft/2020-12/schema"
WORD = ["string", "number"]  # an editor reads 2014 and 01 as numbers, the engine as written
PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": WORD},
    Written: {"type": WORD},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Count: {"type": "integer", "minimum": 1},
    float: {"type": "number"},
    Length: {"type": WORD, "pattern": r"^[+-]?\d+(\.\d+)?\s*(mm|Q|pt)?$"},
    PositiveLength: {"type": WORD, "pattern": r"^\+?\d+(\.\d+)?\s*(mm|Q|pt)?$", "minimum": 0.01},
}
LENGTHS = (Length, PositiveLength)  # held in pt, written in mm: a default would mislead
DESCRIBED = re.compile(r"(?:^|(?<=[.;:]\s))([a-z][\w-]*(?:(?:, |/)[a-z][\w-]*)*): ", re.MULTILINE)


def schema_of(wanted: type, title: str) -> dict[str, Any]:
    """The schema of a file that is read as a `wanted`."""
    made = _Maker()
    root = made.place(wanted)
    return {"$schema": DRAFT, "title": title, **root, "$defs": dict(sorted(made.definitions.items()))}


def schema_of_parts(parts: Mapping[str, Any], title: str, optional: Sequence[str] = ()) -> dict[str, Any]:
    """The schema of a file whose top-level entries are each read as a type of their own; all but `optional` ones must
    be there.

    A mapping instead of a type stands for a group of entries of several types.
    """
    made = _Maker()

    def group(entries: Mapping[str, Any]) -> dict[str, Any]:
        places = {key: group(e) if isinstance(e, Mapping) else made.place(e) for key, e in entries.items()}
        return {"type": "object", "properties": places, "additionalProperties": False}

    root = {**group(parts), "required": [key for key in parts if key not in optional]}
    return {"$schema": DRAFT, "title": title, **root, "$defs": dict(sorted(made.definitions.items()))}


class _Maker:
    """Collects the definitions that places refer to."""

    def __init__(self) -> None:
        self.definitions: dict[str, dict[str, Any]] = {}
        self.names: dict[type, str] = {}

    def place(self, wanted: Any) -> dict[str, Any]:
        """What may stand where the reader wants a `wanted`."""
        plain = PLAIN.get(Written if is_scalar(wanted) else wanted)
        if plain is not None:
            return dict(plain)
        form, arguments = typing.get_origin(wanted), typing.get_args(wanted)
        if form is Literal:
            return {"enum": list(arguments)}
        if form in (Union, types.UnionType):
            return _one_of([{"type": "null"} if a is type(None) else self.place(a) for a in arguments])
        if form is tuple:
            items = self.place(arguments[0])
            return {"type": "array", "items": {**items, "minItems": 1} if items.get("type") == "array" else items}
        if form is dict:
            return {"type": "object", "additionalProperties": self.place(arguments[1])}
        return self.reference(wanted)

    def reference(self, cls: type) -> dict[str, Any]:
        if cls not in self.names:
            name = self.names[cls] = self.named(cls)
            self.definitions[name] = {}  # a place within may refer to it already
            made = self.variant(cls) if _is_choice(cls) else self.struct(cls)
            self.definitions[name] = {"description": about, **made} if (about := summary(cls)) else made
        return {"$ref": f"#/$defs/{self.names[cls]}"}

    def named(self, cls: type) -> str:
        """The class's name; with its module's before it where two classes share one."""
        taken = self.names.values()
        return cls.__name__ if cls.__name__ not in taken else f"{cls.__module__.rpartition('.')[2]}.{cls.__name__}"

    def variant(self, base: type[Variant]) -> dict[str, Any]:
        kinds = {key: self.place(kind) for key, kind in base.kinds().items()}
        return {
            "type": "object",
            "properties": kinds,
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }

    def struct(self, cls: type) -> dict[str, Any]:
        about = keys_described(cls)
        known = fields_of(cls)
        given = {field.name: field.default for field in msgspec.structs.fields(cls)}
        properties: dict[str, Any] = {}
        for key, (field, kind, _) in known.items():
            properties[key] = self.place(kind)
            if key in lists_to_fill(cls):
                properties[key]["minItems"] = 1
            if note := about.get(key) or about.get(field):
                properties[key]["description"] = note
            if given[field] not in ("", None) and isinstance(given[field], (str, int, float)) and kind not in LENGTHS:
                properties[key]["default"] = given[field]
        whole = {"type": "object", "properties": properties, "additionalProperties": False}
        if required := [key for key, (_, _, needed) in known.items() if needed]:
            whole["required"] = required
        shorthand = getattr(cls, "SHORTHAND", None)
        return _one_of([whole, *self.short(cls, known[shorthand.replace("_", "-")][1])]) if shorthand else whole

    def short(self, cls: type, kind: Any) -> list[dict[str, Any]]:
        """What may stand for a whole Struct: its shorthand field, or one entry of it where that is a list."""
        forms = [self.place(kind)]
        if typing.get_origin(kind) is tuple:
            if cls.SHORTHAND.replace("_", "-") in lists_to_fill(cls):
                forms[0]["minItems"] = 1
            forms.append(self.place(typing.get_args(kind)[0]))
        if not getattr(cls, "SHORTHAND_MAPPING", False):  # a mapping is always the whole, then
            forms = [form for form in forms if not self.is_mapping(form)]
        return forms

    def is_mapping(self, form: dict[str, Any]) -> bool:
        target = self.definitions.get(form.get("$ref", "").rpartition("/")[2], form)
        return target.get("type") == "object"


def _one_of(forms: list[dict[str, Any]]) -> dict[str, Any]:
    return {"anyOf": forms} if len(forms) > 1 else forms[0]


def _is_choice(cls: type) -> bool:
    return issubclass(cls, Variant) and "kinds" in vars(cls)


def summary(cls: type) -> str:
    """What a class is, in a sentence or two: its docstring up to the keys; a block kind's comes from its module."""
    own = _document(cls)
    first = DESCRIBED.split(own, maxsplit=1)[0].strip()
    if not first and issubclass(cls, Variant):
        module = inspect.cleandoc(sys.modules[cls.__module__].__doc__ or "")
        first = module.split("\n\n")[0].partition(": ")[2]
    return " ".join(first.split())


def keys_described(cls: type) -> dict[str, str]:
    """Key or field -> what the docstrings of a class and its bases say about it."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        parts = DESCRIBED.split(_document(base))
        for names, words in zip(parts[1::2], parts[2::2], strict=True):
            for name in re.split(r", |/", names):
                found[name] = " ".join(words.split())
    return found


def _document(cls: type) -> str:
    return inspect.cleandoc(vars(cls).get("__doc__") or "")
