"""Common mistakes in the writing of YAML, in clearer words than the library's.

In: a file's text, and what the library found. Out: diagnostics at the place of the slip.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from report.messages import Foreign, Message, Origin, Report, message

if TYPE_CHECKING:
    import yaml

TAB = re.compile(r" *\t")
RUBY = re.compile(r"(?:^|[:\-]) *\{[^{}:]*[|｜]")  # a text that begins with a base and its reading
WIDE_COLON = re.compile(r"[ \-]*[A-Za-z][\w.-]*：")
WIDE_SPACE = re.compile(r" *\u3000")
QUOTE_BRACES = message("quote-braces")
HASHTAG = re.compile(r"(?<!\S)#(?:(?=[^\s#!])\S+)?")  # an author's comment has a space behind its #
MAYBE_HASHTAG = re.compile(r"#(?<=[ \t]#)[^\s#!]")  # its first character first: so it is found fast


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
    except yaml.YAMLError:  # reported by who composes the text
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
