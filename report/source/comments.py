"""Comments of a YAML file that begin with a word, and the lines they speak of.

In: a file. Out: Comments. One behind a value speaks of that value; one on a line of its own of what follows it: a key
with all it holds, an entry of a list, a block of text. Costs a scan where the word stands in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from report.messages import Origin
from report.source.characters import BOM
from report.source.syntax import Span, scalar_spans


class Comment(NamedTuple):
    """words: behind the `#`. first, last: the lines it speaks of, from 1."""

    words: str
    origin: Origin
    first: int
    last: int


def comments(path: Path, begins: str) -> list[Comment]:
    """Those of a file that begin so (a pattern); none of a file that cannot be read, which is told elsewhere."""
    try:
        text = path.read_text(encoding="utf-8").removeprefix(BOM)
    except (OSError, UnicodeDecodeError):
        return []
    pattern = re.compile(rf"(?:^|(?<=[ \t]))#[ \t]*({begins}.*)")
    return list(_found(text, str(path), pattern)) if pattern.search(text.replace("\n", " ")) else []


def _found(text: str, name: str, pattern: re.Pattern[str]) -> Iterator[Comment]:
    spans, lines = scalar_spans(text), text.splitlines()
    for at, line in enumerate(lines if spans else ()):
        for found in pattern.finditer(line):
            if any(span.start <= (at, found.start()) < span.end for span in spans):
                continue
            if line[: found.start()].strip():
                first, last = _beside(at, spans, lines)
            else:
                first = next((i for i in range(at + 1, len(lines)) if _says(lines[i])), at)
                last = _end(first, lines)
            yield Comment(found[1].strip(), Origin(name, at + 1, found.start() + 1), first + 1, last + 1)
            break


def _beside(at: int, spans: list[Span], lines: list[str]) -> tuple[int, int]:
    """The lines of what stands before a comment: of values that end there, of a block that begins behind it."""
    if any(span.is_block and span.start[0] == at + 1 for span in spans):
        return at, _end(at, lines)
    return min([at, *(span.start[0] for span in spans if span.end[0] == at)]), at


def _end(first: int, lines: list[str]) -> int:
    """The last line of what begins on one: lines that stand deeper, and entries of a list under their key."""
    depth = _depth(lines[first])
    last = first
    for at in range(first + 1, len(lines)):
        if not _says(lines[at]):
            continue
        is_entry = lines[at].lstrip().startswith("- ") and not lines[first].lstrip().startswith("- ")
        if _depth(lines[at]) < depth or (_depth(lines[at]) == depth and not is_entry):
            break
        last = at
    return last


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
