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
from typing import TYPE_CHECKING, Any

import msgspec

from report.cache import Cache, key_of
from report.messages import Foreign, Message, Origin, Report, did_you_mean, message

if TYPE_CHECKING:
    import yaml

LARGEST_FILE = 4 * 1024 * 1024  # bytes; a brochure's section is some 10 kB
DEEPEST = 100  # nodes within nodes; the format needs some 15, and libyaml's composer crashes at about 10,000
MAYBE_DEEP = re.compile(r"^[ \-?:]{1000}", re.MULTILINE)
TAB = re.compile(r" *\t")
RUBY = re.compile(r"(?:^|[:\-]) *\{[^{}:]*[|｜]")  # a text that begins with a base and its reading
WIDE_COLON = re.compile(r"[ \-]*[A-Za-z][\w.-]*：")
WIDE_SPACE = re.compile(r" *\u3000")
QUOTE_BRACES = message("quote-braces")
HASHTAG = re.compile(r"(?<!\S)#(?:(?=[^\s#!])\S+)?")  # an author's comment has a space behind its #
MAYBE_HASHTAG = re.compile(r"#(?<=[ \t]#)[^\s#!]")  # its first character first: so it is found fast


class _Node(msgspec.Struct, frozen=True, array_like=True):
    """line, column: from 1."""

    line: int
    column: int


class Scalar(_Node, frozen=True, array_like=True, tag="scalar"):
    """kind: the last word of the tag, "str", "int", "null" … style: of the quotes or the block, "" for plain text.
    margin: columns before each line of a block."""

    value: str
    kind: str
    style: str
    margin: int = 0


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
        found = cache.put("tree", key, _plain(composed, text.split("\n"))) if composed is not None else None
    return found


def _plain(node: yaml.Node, lines: list[str]) -> Node:
    import yaml

    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if isinstance(node, yaml.MappingNode):
        return Mapping(line, column, tuple((_plain(key, lines), _plain(value, lines)) for key, value in node.value))
    if isinstance(node, yaml.SequenceNode):
        return Sequence(line, column, tuple(_plain(each, lines) for each in node.value))
    style = node.style or ""
    margin = _margin(node.value, lines[line:]) if style in ("|", ">") else 0
    return Scalar(line, column, node.value, node.tag.rpartition(":")[2], style, margin)


def _margin(value: str, lines: list[str]) -> int:
    """How far a block is indented. lines: of the file, from its first."""
    written, read = (next(filter(str.strip, each), "") for each in (lines, value.split("\n")))
    return max(0, len(written) - len(written.lstrip(" ")) - (len(read) - len(read.lstrip(" "))))


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


@functools.cache
def yaml_loader() -> Any:
    """libyaml's, where PyYAML was built with it."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def hashtags(text: str, name: str) -> Iterator[tuple[Origin, str]]:
    """Comments that look like a word of the text before them: 子育て #保活. Costs a scan where there might be one."""
    if not MAYBE_HASHTAG.search(text):
        return
    import yaml

    scalars: list[tuple[tuple[int, int], tuple[int, int]]] = []
    try:
        for token in yaml.scan(text, Loader=yaml_loader()):
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


def tell(error: yaml.MarkedYAMLError, text: str, start: Origin, report: Report) -> None:
    """In other words than the library's where they mislead: tabs; a mark of emphasis, which YAML takes for an alias."""
    lines = text.splitlines()
    at_end = (error.problem or "").startswith("found unexpected") or _is_past(error.problem_mark, lines)
    mark = (error.context_mark if at_end else None) or error.problem_mark or error.context_mark
    if mark and _is_past(mark, lines):  # nothing says what the file leaves open: its last character is shown
        at_end, origin = False, Origin(start.file, len(lines), len(lines[-1]) + 1)
    else:
        origin = Origin(start.file, mark.line + 1, mark.column + 1) if mark else start
    shown = lines[origin.line - 1] if origin.line <= len(lines) else ""
    before = shown[: origin.column - 1]
    tab = TAB.match(shown)  # libyaml may find fault only with what stands behind it
    if (tab and not at_end) or shown.startswith("\t", origin.column - 1):
        origin = origin._replace(column=tab.end()) if tab else origin
        report.error(origin, message("yaml-tab"))
    elif before.endswith(("*", "&")) and "alphabetic" in (error.problem or ""):
        origin = origin._replace(column=origin.column - 1)
        report.error(origin, message("yaml-star", mark=before[-1]))
    elif wide := _wide(lines, origin):
        place, found = wide
        report.error(place, message("yaml-wrong", problem=found))
    else:
        hint = message("close-what-opens") if at_end else _syntax_hint(shown)
        report.error(origin, message("yaml-wrong", problem=Foreign(error.problem or error.context)), hint)


def _is_past(mark: yaml.Mark | None, lines: list[str]) -> bool:
    """Whether a place is one behind the file's last line: libyaml's, where a file ends too early."""
    return mark is not None and mark.line >= len(lines) > 0


def _wide(lines: list[str], origin: Origin) -> tuple[Origin, Message] | None:
    """A full-width colon or space that a Japanese keyboard has left, on the line at fault or the one before."""
    for line in range(origin.line, max(0, origin.line - 2), -1):
        shown = lines[line - 1] if line <= len(lines) else ""
        if found := WIDE_COLON.match(shown):
            return origin._replace(line=line, column=found.end()), message("wide-colon")
        if found := WIDE_SPACE.match(shown):
            return origin._replace(line=line, column=found.end()), message("wide-space")
    return None


def _syntax_hint(shown: str) -> Message:
    if "{{" in shown:
        return QUOTE_BRACES
    return message("quote-ruby") if RUBY.search(shown) else message("check-indentation")
