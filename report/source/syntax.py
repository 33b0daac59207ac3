"""A YAML file as nodes, or what is wrong with its writing.

In: a file. Out: plain nodes, which know their places. What was made of the same text before is found in the cache, so
that a build without a new text does not pay for PyYAML. Anchors and aliases are not taken: a kilobyte of them can stand
for a thousand million nodes. What slips into the writing of files is told in other words than the library's where these
mislead.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from report.cache import Cache, key_of
from report.messages import Foreign, Origin, Report, did_you_mean, message
from report.source.characters import BOM, check_characters
from report.source.scalars import Piece, placed
from report.source.telling import tell

if TYPE_CHECKING:
    import yaml

LARGEST_FILE = 4 * 1024 * 1024  # bytes; a brochure's section is some 10 kB
DEEPEST = 100  # nodes within nodes; the format needs some 15, and libyaml's composer crashes at about 10,000
MAYBE_DEEP = re.compile(r"^[ \-?:]{1000}", re.MULTILINE)
MOST_TAGS = 20  # that are told of one file
HASHTAG = re.compile(r"(?<!\S)#(?:(?=[^\s#!])\S+)?")  # an author's comment has a space behind its #
MAYBE_HASHTAG = re.compile(r"#(?<=[ \t]#)[^\s#!]")  # its first character first: so it is found fast


class _Node(msgspec.Struct, frozen=True, array_like=True):
    """line, column: from 1."""

    line: int
    column: int


class Scalar(_Node, frozen=True, array_like=True, tag="scalar"):
    """kind: the last word of the tag, "str", "int", "null" … style: of the quotes or the block, "" for plain text.
    pieces: where it stands (source.scalars), unless all of it is in one line, a column a character."""

    value: str
    kind: str
    style: str
    pieces: tuple[Piece, ...] = ()


class Sequence(_Node, frozen=True, array_like=True, tag="sequence"):
    value: tuple[Node, ...]


class Mapping(_Node, frozen=True, array_like=True, tag="mapping"):
    value: tuple[tuple[Node, Node], ...]


Node = Scalar | Sequence | Mapping


def parse(path: Path, name: str, report: Report, cache: Cache) -> Node | None:
    """The file's one document; None after an error. name: of the file, in messages."""
    text = text_of(path, name, report)
    if text is None:
        return None
    text = text.removeprefix(BOM)
    for place, word in hashtags(text, name):
        report.warning(place, message("comment-in-text", word=word))
    key = key_of(text)
    found: Node | None = cache.get("tree", key, Node)  # type: ignore[arg-type]
    if found is None:
        composed = _composed(text, name, report)
        found = cache.put("tree", key, _plain(composed, text.split("\n"))) if composed is not None else None
    return found


def _plain(node: yaml.Node, lines: list[str]) -> Node:
    import yaml

    start, end = node.start_mark, node.end_mark
    line, column = start.line + 1, start.column + 1
    if isinstance(node, yaml.MappingNode):
        return Mapping(line, column, tuple((_plain(key, lines), _plain(value, lines)) for key, value in node.value))
    if isinstance(node, yaml.SequenceNode):
        return Sequence(line, column, tuple(_plain(each, lines) for each in node.value))
    kind, style = node.tag.rpartition(":")[2], node.style or ""
    if end.line == start.line and end.column - start.column == len(node.value) + 2 * len(style):
        return Scalar(line, column, node.value, kind, style)
    source = lines[start.line : end.line + 1]
    if style not in ("|", ">"):
        source[-1] = source[-1][: end.column]
        source[0] = source[0][start.column :]
    return Scalar(
        line, column, kind=kind, style=style, **placed(node.value, style, (start.line, start.column), source)._asdict()
    )


def text_of(path: Path, name: str, report: Report) -> str | None:
    """What a file of UTF-8 holds; None after an error."""
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
    if not check_characters(text, name, report):
        return None
    try:
        if _may_refer(text) and _is_told(yaml.scan(text, Loader=loader), name, report):
            return None
        if (deep := _too_deep(text)) is not None:
            report.error(Origin(name, deep.line + 1, deep.column + 1), message("nested-too-deep", depth=DEEPEST))
            return None
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        tell(error, text, start, report)
        return None
    if node is None:
        report.error(start, message("file-empty"))
    return node


def _may_refer(text: str) -> bool:
    return re.search(r"(?:^|[\s\[{,:-])(?:[&*][^\s*&]|!)", text) is not None


def _is_told(tokens: Iterator[yaml.Token], name: str, report: Report) -> bool:
    """Whether anchors or aliases stand among tokens, the first of which is told, or tags, which are told one by one."""
    import yaml

    tags = 0
    for token in tokens:
        origin = Origin(name, token.start_mark.line + 1, token.start_mark.column + 1)
        if isinstance(token, (yaml.AliasToken, yaml.AnchorToken)):
            report.error(origin, message("alias"))
            return True
        if isinstance(token, yaml.TagToken) and tags < MOST_TAGS:
            report.error(origin, message("tag", tag=_tag(token.value)))
            tags += 1
    return tags > 0


def _tag(value: tuple[str | None, str]) -> str:
    """As its author wrote it."""
    handle, name = value
    return f"{handle}{name}" if handle else "!" if name == "!" else f"!<{name}>"


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


@functools.cache
def yaml_loader() -> Any:
    """libyaml's, where PyYAML was built with it."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def tree(text: str) -> Any:
    """A text of YAML as dicts by their keys' characters, lists, and tags and characters of what has no parts; equal for
    two texts that say the same. Raises ValueError."""
    import yaml

    def made(node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            return {key.value: made(value) for key, value in node.value}
        return [*map(made, node.value)] if isinstance(node, yaml.SequenceNode) else (node.tag, node.value)

    try:
        return made(yaml.compose(text, Loader=yaml_loader()))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


class Span(NamedTuple):
    """Where a scalar stands: line and column from 0, as libyaml counts. A block begins behind the line of its sign."""

    start: tuple[int, int]
    end: tuple[int, int]
    is_block: bool


def scalar_spans(text: str) -> list[Span]:
    """Of all scalars of a text; none of one that is no YAML, which is told by who composes it."""
    import yaml

    spans = []
    try:
        for token in yaml.scan(text, Loader=yaml_loader()):
            if isinstance(token, yaml.ScalarToken):
                start, end, is_block = token.start_mark, token.end_mark, token.style in ("|", ">")
                begin = (start.line + 1, 0) if is_block else (start.line, start.column)
                spans.append(Span(begin, (end.line, end.column), is_block))
    except yaml.YAMLError:
        return []
    return spans


def hashtags(text: str, name: str) -> Iterator[tuple[Origin, str]]:
    """Comments that look like a word of the text before them: 子育て #保活. Costs a scan where there might be one."""
    if not MAYBE_HASHTAG.search(text):
        return
    spans = scalar_spans(text)
    for line, words in enumerate(text.splitlines() if spans else ()):
        for found in HASHTAG.finditer(words):
            if any(span.start <= (line, found.start()) < span.end for span in spans):
                continue
            if len(found[0]) > 1 and words[: found.start()].strip():
                yield Origin(name, line + 1, found.start() + 1), found[0]
            break  # the comment goes on to the line's end
