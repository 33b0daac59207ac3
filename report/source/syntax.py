"""A YAML file as nodes, or what is wrong with its writing.

In: a file. Out: plain nodes, which know their places. What was made of the same text before is found in the cache, so
that a build without a new text does not pay for PyYAML. Anchors and aliases are not taken: a kilobyte of them can stand
for a thousand million nodes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from report.cache import Cache, key_of
from report.messages import Foreign, Origin, Report, did_you_mean, message
from report.source.yaml_mistakes import hashtags, tell, yaml_loader

if TYPE_CHECKING:
    import yaml

LARGEST_FILE = 4 * 1024 * 1024  # bytes; a brochure's section is some 10 kB
DEEPEST = 100  # nodes within nodes; the format needs some 15, and libyaml's composer crashes at about 10,000
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
    for place, word in hashtags(text, name):
        report.warning(place, message("comment-in-text", word=word))
    key = key_of(text)
    found: Node | None = cache.get("tree", key, Node)  # type: ignore[arg-type]
    if found is None:
        composed = _composed(text, name, report)
        found = cache.put("tree", key, _plain(composed)) if composed is not None else None
    return found


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
            report.error(start, message("file-too-large", size=LARGEST_FILE // 1024))
            return None
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        near = did_you_mean(path.name, [beside.name for beside in path.parent.glob(f"*{path.suffix}")])
        report.error(start, message("file-missing"), near)
        return None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        report.error(Origin(name, line), message("file-not-utf8"))
        return None
    except OSError as error:
        report.error(start, message("file-unreadable", problem=Foreign(error.strerror)))
        return None


def _composed(text: str, name: str, report: Report) -> yaml.Node | None:
    import yaml

    start, loader = Origin(name), yaml_loader()
    try:
        if _has_alias(text):
            for token in yaml.scan(text, Loader=loader):
                if isinstance(token, (yaml.AliasToken, yaml.AnchorToken)):
                    mark = token.start_mark
                    report.error(Origin(name, mark.line + 1, mark.column + 1), message("alias"))
                    return None
        if (deep := _too_deep(text)) is not None:
            report.error(Origin(name, deep.line + 1, deep.column + 1), message("nested-too-deep", depth=DEEPEST))
            return None
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        tell(error, text, start, report)
        return None
    except yaml.reader.ReaderError as error:  # a control character; libyaml counts its place in bytes
        at = max(0, text.find(chr(error.character)))
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        report.error(Origin(name, line, column), message("yaml-wrong", problem=Foreign(error.reason)))
        return None
    if node is None:
        report.error(start, message("file-empty"))
    return node


def _has_alias(text: str) -> bool:
    return re.search(r"(?:^|[\s\[{,:-])[&*][^\s*&]", text) is not None


def _too_deep(text: str) -> yaml.Mark | None:
    """Where the nesting passes DEEPEST. Costs a parse, so only where it could: a level takes a bracket or a column."""
    if text.count("[") + text.count("{") < 1000 and not MAYBE_DEEP.search(text):
        return None
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=yaml_loader()):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return event.start_mark
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None
