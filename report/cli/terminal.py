"""Standard output and standard error, through which all that a command says goes to a terminal.

What authors wrote, how files are called and what stands in a PDF cannot steer the terminal: it is escaped on its way
(messages.shown). Only the line of progress is the command's own.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from typing import Any, TextIO

from report.messages.shown import escaped


class _Guarded:
    """A stream that escapes what is written to it."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        self.stream.write(escaped(text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """Both streams, for as long as a command runs. Those that the caller has closed lead nowhere: else the next file
    would get their number, and their words. A terminal without Japanese gets escapes, not a crash."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115
    streams = sys.stdout, sys.stderr
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.stdout, sys.stderr = map(_Guarded, streams)  # type: ignore[assignment]
    try:
        yield
    finally:
        sys.stdout, sys.stderr = streams


def progress(words: str) -> None:
    """On a terminal, in the place of those before; "" wipes the line."""
    if sys.stderr.isatty():
        stream = getattr(sys.stderr, "stream", sys.stderr)
        stream.write(f"\r\x1b[K{words}")
        stream.flush()
