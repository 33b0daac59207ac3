"""A YAML file as nodes, or what is wrong with its writing.

In: a file. Out: plain nodes, which know their places. What was made of the same text before is found in the cache, so
that a build without a new text does not pay for PyYAML. Anchors and aliases are not taken: a kilobyte of them can stand
for a thousand million nodes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from report.cache import Cache, key_of, salt_of, version_of
from report.diagnostics import Origin, Report, did_you_mean

if TYPE_CHECKING:
    import yaml

LARGEST_FILE = 4 * 1024 * 1024  # bytes; a brochure's section is some 10 kB
DEEPEST = 100  # nodes within nodes; the format needs some 15, and libyaml's composer crashes at about 10,000
TAB = re.compile(r" *\t")
STAR_HINT = 'put quotes around text that begins with "*" or "&"'
RUBY = re.compile(r"(?:^|[:\-]) *\{[^{}:]*[|｜]")  # a text that begins with a base and its reading
RUBY_HINT = 'put quotes around text that begins with "{"'
WIDE_COLON = re.compile(r"[ \-]*[A-Za-z][\w.-]*：")
WIDE_SPACE = re.compile(r" *\u3000")
BRACES_HINT = 'put quotes around text that begins with "{{"'
HASHTAG = re.compile(r"(?<!\S)#(?:(?=[^\s#!])\S+)?")  # an author's comment has a space behind its #
MAYBE_HASHTAG = re.compile(r"\S[^\S\n]+#[^\s#!]")
HASH_HINT = 'put quotes around text that holds " #"'
MAYBE_DEEP = re.compile(r"^[ \-?:]{1000}", re.MULTILINE)


class _Node(msgspec.Struct, frozen=True, array_like=True):
    """line, column: from 1."""

    line: int
    column: int


class Scalar(_Node, frozen=True, array_like=True, tag="scalar"):
    """kind: the last word of the tag, "str", "int", "null" … style: of the quotes or the block, "" for plain text."""

    value: str
    kind: str
    style: str


class Sequence(_Node, frozen=True, array_like=True, tag="sequence"):
    value: tuple[Node, ...]


class Mapping(_Node, frozen=True, array_like=True, tag="mapping"):
    value: tuple[tuple[Node, Node], ...]


Node = Scalar | Sequence | Mapping


def parse(path: Path, name: str, report: Report, cache: Cache) -> Node | None:
    """The file's one document; None after an error. name: of the file, in messages."""
    text = _text(path, name, report)
    if text is None:
        return None
    for place, word in _hashtags(text, name):
        report.warning(place, f'"{word}" and what follows is a comment to YAML', HASH_HINT)
    key = key_of(_salt(), text)
    found: Node | None = cache.get("tree", key, Node)  # type: ignore[arg-type]
    if found is None:
        composed = _composed(text, name, report)
        found = cache.put("tree", key, _plain(composed)) if composed is not None else None
    return found


@functools.cache
def _salt() -> bytes:
    return key_of(salt_of(__file__), version_of("yaml"))


def _plain(node: yaml.Node) -> Node:
    import yaml

    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if isinstance(node, yaml.MappingNode):
        return Mapping(line, column, tuple((_plain(key), _plain(value)) for key, value in node.value))
    if isinstance(node, yaml.SequenceNode):
        return Sequence(line, column, tuple(map(_plain, node.value)))
    return Scalar(line, column, node.value, node.tag.rpartition(":")[2], node.style or "")


def _text(path: Path, name: str, report: Report) -> str | None:
    start = Origin(name)
    try:
        if path.stat().st_size > LARGEST_FILE:
            report.error(start, f"file is larger than {LARGEST_FILE // 1024} kB", "split it into sections")
            return None
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        near = did_you_mean(path.name, [beside.name for beside in path.parent.glob(f"*{path.suffix}")])
        report.error(start, "no such file", near)
        return None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        report.error(Origin(name, line), "not UTF-8 text", "save the file as UTF-8")
        return None
    except OSError as error:
        report.error(start, f"cannot be read: {error.strerror}")
        return None


def _hashtags(text: str, name: str) -> Iterator[tuple[Origin, str]]:
    """Comments that look like a word of the text before them: 子育て #保活. Costs a scan where there might be one."""
    if not MAYBE_HASHTAG.search(text):
        return
    import yaml

    scalars: list[tuple[tuple[int, int], tuple[int, int]]] = []
    try:
        for token in yaml.scan(text, Loader=_loader()):
            if isinstance(token, yaml.ScalarToken):
                start, end = token.start_mark, token.end_mark
                scalars.append(((start.line, start.column), (end.line, end.column)))
    except yaml.YAMLError:  # told by who composes the text
        return
    for line, words in enumerate(text.splitlines()):
        for found in HASHTAG.finditer(words):
            if any(start <= (line, found.start()) < end for start, end in scalars):
                continue
            if len(found[0]) > 1 and words[: found.start()].strip():
                yield Origin(name, line + 1, found.start() + 1), found[0]
            break  # the comment goes on to the line's end


def _composed(text: str, name: str, report: Report) -> yaml.Node | None:
    import yaml

    start, loader = Origin(name), _loader()
    try:
        if _has_alias(text):
            for token in yaml.scan(text, Loader=loader):
                if isinstance(token, (yaml.AliasToken, yaml.AnchorToken)):
                    mark = token.start_mark
                    origin = Origin(name, mark.line + 1, mark.column + 1)
                    report.error(origin, "anchors and aliases (& and *) are not taken", STAR_HINT)
                    return None
        if (deep := _too_deep(text)) is not None:
            report.error(Origin(name, deep.line + 1, deep.column + 1), f"nested more than {DEEPEST} deep")
            return None
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        _tell(error, text, start, report)
        return None
    except yaml.YAMLError as error:  # a control character, say
        line = text[: getattr(error, "position", 0)].count("\n") + 1
        report.error(Origin(name, line), f"YAML syntax: {getattr(error, 'reason', error)}")
        return None
    if node is None:
        report.error(start, "file is empty")
    return node


def _has_alias(text: str) -> bool:
    return re.search(r"(?:^|[\s\[{,:-])[&*][^\s*&]", text) is not None


def _too_deep(text: str) -> yaml.Mark | None:
    """Where the nesting passes DEEPEST. Costs a parse, so only where it could: a level takes a bracket or a column."""
    if text.count("[") + text.count("{") < 1000 and not MAYBE_DEEP.search(text):
        return None
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=_loader()):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return event.start_mark
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _tell(error: yaml.MarkedYAMLError, text: str, start: Origin, report: Report) -> None:
    """In other words than the library's where they mislead: tabs; a mark of emphasis, which YAML takes for an alias."""
    at_end = (error.problem or "").startswith("found unexpected")  # an end: told where the open thing began
    mark = (error.context_mark if at_end else None) or error.problem_mark or error.context_mark
    origin = Origin(start.file, mark.line + 1, mark.column + 1) if mark else start
    lines = text.splitlines()
    shown = lines[origin.line - 1] if origin.line <= len(lines) else ""
    before = shown[: origin.column - 1]
    tab = TAB.match(shown)  # libyaml may find fault only with what stands behind it
    if (tab and not at_end) or shown.startswith("\t", origin.column - 1):
        origin = origin._replace(column=tab.end()) if tab else origin
        report.error(origin, "YAML syntax: a tab where only spaces may stand", "write spaces instead of tabs")
    elif before.endswith(("*", "&")) and "alphabetic" in (error.problem or ""):
        origin = origin._replace(column=origin.column - 1)
        report.error(origin, f'YAML syntax: a value cannot begin with "{before[-1]}"', STAR_HINT)
    elif wide := _wide(lines, origin):
        place, found, hint = wide
        report.error(place, f"YAML syntax: {found}", hint)
    else:
        hint = "close the quote or bracket that opens here" if at_end else _syntax_hint(shown)
        report.error(origin, f"YAML syntax: {error.problem or error.context}", hint)


def _wide(lines: list[str], origin: Origin) -> tuple[Origin, str, str] | None:
    """A full-width colon or space that a Japanese keyboard has left, on the line at fault or the one before."""
    for line in range(origin.line, max(0, origin.line - 2), -1):
        shown = lines[line - 1] if line <= len(lines) else ""
        if found := WIDE_COLON.match(shown):
            place = origin._replace(line=line, column=found.end())
            return place, 'a full-width "：" stands for ": "', "write a half-width colon and a space"
        if found := WIDE_SPACE.match(shown):
            place = origin._replace(line=line, column=found.end())
            return place, "a full-width space where only half-width ones may stand", "indent with half-width spaces"
    return None


def _syntax_hint(shown: str) -> str:
    if "{{" in shown:
        return BRACES_HINT
    if RUBY.search(shown):
        return RUBY_HINT
    return "check the indentation, and put quotes around a value with a colon in it"


@functools.cache
def _loader() -> Any:
    """libyaml's, where PyYAML was built with it."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
