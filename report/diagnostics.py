"""What the engine says to an author: where, what is wrong, and what to do about it.

A stage collects its diagnostics in a `Report` and stops once, at its end, with `Report.check()`; so
all mistakes of a stage are told together. Wording happens here and nowhere else.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Origin(NamedTuple):
    """A place in a source file; line and column count from 1. Line 0: the file as a whole, as of one without lines."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Diagnostic(NamedTuple):
    severity: Severity
    origin: Origin | None
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.origin}: " if self.origin else ""
        lines = f"{place}{self.severity}: {self.message}"
        return f"{lines}\n  hint: {self.hint}" if self.hint else lines


class Failure(Exception):
    """A stage could not go on. Carries every diagnostic of the stage, warnings too."""

    def __init__(self, diagnostics: Iterable[Diagnostic]):
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(map(str, self.diagnostics)))


class Report:
    """Collects diagnostics; the same one is told once. errors: how many came in, one that came again counted again."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}
        self.errors = 0

    def error(self, origin: Origin | None, message: str, hint: str = "") -> None:
        self.errors += 1
        self._found[Diagnostic("error", origin, message, hint)] = None

    def warning(self, origin: Origin | None, message: str, hint: str = "") -> None:
        self._found[Diagnostic("warning", origin, message, hint)] = None

    def info(self, origin: Origin | None, message: str, hint: str = "") -> None:
        self._found[Diagnostic("info", origin, message, hint)] = None

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """What another report or a Failure holds."""
        more = dict.fromkeys(diagnostics)
        self.errors += sum(each.severity == "error" for each in more)
        self._found.update(more)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return tuple(self._found)

    @property
    def failed(self) -> bool:
        return self.errors > 0

    def check(self) -> None:
        """Raise Failure when any error was collected."""
        if self.failed:
            raise Failure(self.diagnostics)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that offers the nearest known word, or lists what is known."""
    names = sorted(set(known))
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"known: {', '.join(names[:12])}{' …' if len(names) > 12 else ''}" if names else ""
