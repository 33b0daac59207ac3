"""Messages to an author: where, what is wrong, and what to do about it.

A stage collects its diagnostics in a `Report` and stops once, at its end, with `Report.check()`; so all mistakes of a
stage are reported together. A `Message` is an id with values; its texts stand in report.messages.wording, which is
imported when one is to be read.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Origin(NamedTuple):
    """A place in a source file; line and column count from 1. Line 0: the file as a whole, as of one without lines."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Foreign(NamedTuple):
    """A text of a library or of the system, as a value of a message."""

    words: str


class Message(NamedTuple):
    """id: of a row of report.messages. values: for the fields of its texts; a Message stands there in words."""

    id: str
    values: tuple[tuple[str, object], ...]

    def __str__(self) -> str:
        """In English."""
        from report.messages.wording import english

        return english(self).text


def message(id: str, /, **values: object) -> Message:
    return Message(id, tuple(values.items()))


class Diagnostic(NamedTuple):
    """hint: in the place of the one that belongs to the message."""

    severity: Severity
    origin: Origin | None
    message: Message
    hint: Message | None = None

    def __str__(self) -> str:
        from report.messages.shown import shown
        from report.messages.wording import english

        text, hint = english(self.message, self.hint)
        place = f"{shown(str(self.origin))}: " if self.origin else ""
        lines = f"{place}{self.severity}: {text}"
        return f"{lines}\n  hint: {hint}" if hint else lines


class Acknowledged(NamedTuple):
    """A finding that its author has looked at and lets stand. words: that it is about."""

    found: Diagnostic
    words: str
    reason: str


class Failure(Exception):
    """A stage could not go on. Carries every diagnostic of the stage, warnings too."""

    def __init__(self, diagnostics: Iterable[Diagnostic]):
        self.diagnostics = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "\n".join(map(str, self.diagnostics))


def failure(origin: Origin | None, message: Message, hint: Message | None = None) -> Failure:
    """A Failure for one error."""
    return Failure([Diagnostic("error", origin, message, hint)])


class Report:
    """Collects diagnostics, each once. errors: how many came in, one that came again counted again; blocking: those
    with which no later stage can go on. acknowledged: findings that are not told."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}
        self.acknowledged: list[Acknowledged] = []
        self.errors = self.blocking = 0

    def error(self, origin: Origin | None, message: Message, hint: Message | None = None) -> None:
        self.add([Diagnostic("error", origin, message, hint)])

    def flaw(self, origin: Origin | None, message: Message, hint: Message | None = None) -> None:
        """An error with which later stages can go on, to find more."""
        before = self.blocking
        self.error(origin, message, hint)
        self.blocking = before

    def warning(self, origin: Origin | None, message: Message, hint: Message | None = None) -> None:
        self.add([Diagnostic("warning", origin, message, hint)])

    def info(self, origin: Origin | None, message: Message, hint: Message | None = None) -> None:
        self.add([Diagnostic("info", origin, message, hint)])

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """What another report or a Failure holds."""
        for diagnostic in diagnostics:
            self._found[diagnostic] = None
            wrong = diagnostic.severity == "error"
            self.errors, self.blocking = self.errors + wrong, self.blocking + wrong

    def revise(self, change: Callable[[Iterable[Diagnostic]], Iterable[Diagnostic]]) -> None:
        """Change what was found, but not how much."""
        self._found = dict.fromkeys(change(self._found))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Many of one kind about characters are one."""
        if len(self._found) < 2:
            return tuple(self._found)
        from report.messages.gathering import gathered

        return gathered(self._found)

    @property
    def failed(self) -> bool:
        return self.errors > 0

    def check(self, flaws: bool = True) -> None:
        """Raise Failure when any error was collected. flaws: also for those with which later stages can go on."""
        if self.errors if flaws else self.blocking:
            raise Failure(self.diagnostics)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that a word is a slip of; "" if none is near."""
    return next(iter(difflib.get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)), "")


def did_you_mean(word: str, known: Iterable[str]) -> Message | None:
    """A hint that offers the nearest known word, or lists what is known."""
    names = sorted(set(known))
    if near := nearest(word, names):
        return message("did-you-mean", word=near)
    return message("known", names=", ".join(names[:12]), more=" …" if len(names) > 12 else "") if names else None
