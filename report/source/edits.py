"""Changes to a YAML file that leave everything else in it as it stands: comments, order, quotes, CRLF, BOM.

In: the bytes of a file and what is to stand where. Out: the bytes changed. They are read again: where they would say
anything but what was there with the changes in it, or lose a comment, nothing is made of it (ValueError).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from report.source.characters import BOM
from report.source.syntax import tree

if TYPE_CHECKING:
    import yaml_edit

TEXT = "tag:yaml.org,2002:str"


class Put(NamedTuple):
    """path: keys, from the top. value: as YAML, in one line. after: the key it is put behind if it is new; "": last.

    before: the key it is put before, where no key stands ahead of it."""

    path: tuple[str, ...]
    value: str
    after: str = ""
    before: str = ""


class Rename(NamedTuple):
    path: tuple[str, ...]
    key: str


class Drop(NamedTuple):
    path: tuple[str, ...]


Edit = Put | Rename | Drop


def edited(content: bytes, edits: Iterable[Edit]) -> bytes:
    """Raises ValueError for a change that cannot be made."""
    import yaml_edit

    text = content.decode("utf-8")
    edits = tuple(edits)
    try:
        document = yaml_edit.Document.parse(text)
        for edit in edits:
            _change(document, edit)
        made = str(document)
    except (yaml_edit.YamlError, AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"{error}") from error
    wanted = tree(text)
    for edit in edits:
        wanted = _changed(wanted, edit)
    if made.startswith(BOM) != text.startswith(BOM) or _comments(made) != _comments(text) or _ends(made) != _ends(text):
        raise ValueError("a comment, the byte order mark or the ends of lines would change")
    if _listed(tree(made)) != _listed(wanted):
        raise ValueError("something else would change")
    return made.encode("utf-8")


def value(words: str) -> str:
    """A text as a YAML value that may stand anywhere, also in braces: plain where that is safe."""
    import json

    try:
        if tree(f"{{a: {words}, b: c}}") == {"a": (TEXT, words), "b": (TEXT, "c")}:
            return words
    except ValueError:
        pass
    return json.dumps(words, ensure_ascii=False)


def _change(document: yaml_edit.Document, edit: Edit) -> None:
    around: Any = document.as_mapping()
    *parents, key = edit.path
    for name in parents:
        around = around[_written(around, name)].as_mapping()
    key = _written(around, key)
    if isinstance(edit, Rename):
        around.rename_key(key, edit.key)
        return
    if isinstance(edit, Drop):
        del around[key]
        return
    import yaml_edit

    given = yaml_edit.Document.parse(edit.value)
    new = given.as_mapping() or given.as_scalar()
    if key in around or not (edit.after or edit.before):
        around.set(key, new)
    elif edit.after:
        around.insert_after(_written(around, edit.after), key, new)
    else:
        around.insert_before(_written(around, edit.before), key, new)


def _written(around: yaml_edit.Mapping, name: str) -> Any:
    """A key as the library calls it: 2023 is a number to it."""
    return next((key for key in around if str(key) == name), int(name) if name.isdecimal() else name)


def _changed(old: Any, edit: Edit) -> Any:
    """The same change to what PyYAML reads: one that knows nothing of how the file is written."""
    key, rest = edit.path[0], edit.path[1:]
    if rest:
        return {**old, key: _changed(old[key], edit._replace(path=rest))}
    if isinstance(edit, Rename):
        return {edit.key if name == key else name: value for name, value in old.items()}
    if isinstance(edit, Drop):
        return {name: value for name, value in old.items() if name != key}
    new = tree(edit.value)
    if key in old or not (edit.after or edit.before):
        return {**old, key: new}
    made = {}
    for name, value in old.items():
        if name == edit.before and not edit.after:
            made[key] = new
        made[name] = value
        if name == edit.after:
            made[key] = new
    return made


def _listed(each: Any) -> Any:
    """With the order of keys in it."""
    if isinstance(each, dict):
        return [(key, _listed(value)) for key, value in each.items()]
    return [*map(_listed, each)] if isinstance(each, list) else each


def _comments(text: str) -> list[str]:
    import yaml_edit

    return [comment.text() for comment in yaml_edit.Document.parse(text).comments()]


def _ends(text: str) -> tuple[bool, bool]:
    """Whether lines end in CRLF, and in LF alone; of one line without an end nothing is known."""
    return "\r\n" in text, text.count("\n") > text.count("\r\n") or "\n" not in text
