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
    """Collects diagnostics, each once."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}
        self._flaws: set[Diagnostic] = set()

    def error(self, origin: Origin | None, message: str, hint: str = "") -> None:
        self._found[Diagnostic("error", origin, message, hint)] = None

    def flaw(self, origin: Origin | None, message: str, hint: str = "") -> None:
        """An error with which later stages can go on, to find more."""
        self._flaws.add(found := Diagnostic("error", origin, message, hint))
        self._found[found] = None

    def warning(self, origin: Origin | None, message: str, hint: str = "") -> None:
        self._found[Diagnostic("warning", origin, message, hint)] = None

    def info(self, origin: Origin | None, message: str, hint: str = "") -> None:
        self._found[Diagnostic("info", origin, message, hint)] = None

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """What another report or a Failure holds."""
        self._found.update(dict.fromkeys(diagnostics))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return tuple(self._found)

    @property
    def failed(self) -> bool:
        return any(d.severity == "error" for d in self._found)

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(d.severity == "error" for d in self._found)

    @property
    def blocking(self) -> int:
        """How many errors there are with which no later stage can go on."""
        return sum(d.severity == "error" and d not in self._flaws for d in self._found)

    def check(self, flaws: bool = True) -> None:
        """Raise Failure when any error was collected. flaws: also for those with which later stages can go on."""
        if self.failed if flaws else self.blocking:
            raise Failure(self.diagnostics)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that offers the nearest known word, or lists what is known."""
    names = sorted(set(known))
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"known: {', '.join(names[:12])}{' …' if len(names) > 12 else ''}" if names else ""
