"""What YAML's library finds wrong in a file, told in an author's words and where the author would mend it.

In: the library's error and the file's text. Out: one located error. Slips of hand and of a Japanese keyboard are looked
for on the line at fault and the one before: the library finds fault only with what follows from them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from report.messages import Foreign, Message, Origin, Report, message
from report.source.characters import strange_space

if TYPE_CHECKING:
    import yaml

QUOTE_BRACES = message("quote-braces")
TAB = r" *\t"
RUBY = r"(?:^|[:\-]) *\{[^{}:]*[|｜]"  # a text that begins with a base and its reading
KEY = r"[ \-]*(?:[A-Za-z][\w.-]*|[平令昭]\w{1,3}|\d{4})"
BEGINS = r"(?:[ \-]*[\w.-]+: +| *- +| *)([\[\]{},>|!&*%@`\"']|[-?](?= ))"  # a value, with a sign of YAML's own
WIDE_HYPHEN = r" *([－−–—‐―ー])[ \u3000]"
WIDE_SIGN = r"[，：；［］｛｝＂＇“”‘’＃]"
FARTHEST = 20  # lines before the one at fault whose indentation is looked at


def tell(error: yaml.MarkedYAMLError, text: str, start: Origin, report: Report) -> None:
    """start: the file's first place."""
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    problem = error.problem or error.context or ""
    at_end = problem.startswith("found unexpected") or _is_past(error.problem_mark, lines)
    mark = (error.context_mark if at_end else None) or error.problem_mark or error.context_mark
    if "expected ','" in problem and _is_left_open(error, lines):
        at_end, mark = True, error.context_mark
    if mark and _is_past(mark, lines):  # nothing says what the file leaves open: its last character is shown
        at_end, origin = False, Origin(start.file, len(lines), len(lines[-1]) + 1)
    else:
        origin = Origin(start.file, mark.line + 1, mark.column + 1) if mark else start
    shown = lines[origin.line - 1]
    before = shown[: origin.column - 1]
    tab = re.match(TAB, shown)  # libyaml may find fault only with what stands behind it
    if problem.startswith("but found another") or _is_behind_end(problem, lines, origin.line):
        report.error(origin, message("documents-two"))
    elif (tab and not at_end) or shown.startswith("\t", origin.column - 1):
        report.error(origin._replace(column=tab.end()) if tab else origin, message("yaml-tab"))
    elif before.endswith(("*", "&")) and "alphabetic" in problem:
        report.error(origin._replace(column=origin.column - 1), message("yaml-star", mark=before[-1]))
    elif slip := _slip(lines, origin, is_open=problem.startswith("found unexpected")):
        place, wrong = slip
        report.error(place, message("yaml-wrong", problem=wrong))
    elif "expected ':'" in problem and (key := error.context_mark) and ":" not in lines[key.line]:
        report.error(Origin(start.file, key.line + 1, key.column + 1), message("line-loose"))
    else:
        hint = message("close-what-opens") if at_end else _hint(shown, origin.column, problem)
        report.error(origin, message("yaml-wrong", problem=Foreign(problem)), hint)


def _is_past(mark: yaml.Mark | None, lines: list[str]) -> bool:
    """Whether a place is one behind the file's last line: libyaml's, where a file ends too early."""
    return mark is not None and mark.line >= len(lines) > 0


def _is_left_open(error: yaml.MarkedYAMLError, lines: list[str]) -> bool:
    """Whether a bracket is open where a line begins no deeper than the one it opened in."""
    begun, found = error.context_mark, error.problem_mark
    if not begun or not found or begun.line == found.line or _is_past(found, lines):
        return False
    opening, shown = lines[begun.line], lines[found.line]
    return len(shown) - len(shown.lstrip(" ")) <= len(opening) - len(opening.lstrip(" "))


def _is_behind_end(problem: str, lines: list[str], line: int) -> bool:
    """Whether something follows a line of `...`, which ends a document."""
    earlier = next(filter(str.strip, reversed(lines[: line - 1])), "")
    return "<document start>" in problem and earlier.startswith("...")


def _slip(lines: list[str], origin: Origin, is_open: bool) -> tuple[Origin, Message] | None:
    """What stands for a half-width colon or space; a space that is lacking. is_open: a quote is."""
    for line in range(origin.line, max(0, origin.line - 2), -1):
        shown = lines[line - 1]
        if found := re.match(f"{KEY}：", shown):
            return origin._replace(line=line, column=found.end()), message("wide-colon")
        if (at := strange_space(shown)) is not None:
            return _first_strange(lines, origin._replace(line=line, column=at + 1))
        if not is_open and (found := re.match(rf"{KEY}:(?=[^ \t/:])", shown)) and '"' not in shown:
            return origin._replace(line=line, column=found.end()), message("colon-without-space")
        if not is_open and (found := re.match(r" *-(?=[^\s\-.\d])", shown)):
            return origin._replace(line=line, column=found.end()), message("hyphen-without-space")
        if found := re.match(WIDE_HYPHEN, shown):
            return origin._replace(line=line, column=found.start(1) + 1), message("wide-sign", sign=found[1])
    return None


def _first_strange(lines: list[str], origin: Origin) -> tuple[Origin, Message]:
    """Of lines one after another that strange spaces indent, the first: where the author began."""
    for line in range(origin.line - 1, max(0, origin.line - FARTHEST), -1):
        at = strange_space(lines[line - 1])
        if at is None:
            break
        origin = origin._replace(line=line, column=at + 1)
    space = lines[origin.line - 1][origin.column - 1]
    return origin, message("wide-space") if space == "\u3000" else message("strange-space", code=ord(space))


def _hint(shown: str, column: int, problem: str) -> Message:
    """What to do about a line, by what it looks like."""
    if "{{" in shown:
        return QUOTE_BRACES
    if re.search(RUBY, shown):
        return message("quote-ruby")
    if (sign := re.search(WIDE_SIGN, shown)) and (column > sign.start() or re.search(r"[\[{]", shown)):
        return message("wide-sign", sign=sign[0])
    if "expected ','" in problem:
        return message("part-entries")
    if (found := re.match(BEGINS, shown)) and column > found.start(1):
        return message("quote-whole") if found[1] in "\"'" else message("quote-sign", sign=found[1])
    return message("check-indentation")
