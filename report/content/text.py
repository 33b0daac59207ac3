"""Text as the engine carries it: the runs that inline marks make of what the author wrote (source.Text)."""

from __future__ import annotations

import msgspec

from report.diagnostics import Origin


class Part(msgspec.Struct, frozen=True):
    """Something on a page that nobody wrote: made for what stands at `origin`; name tells it from others made there."""

    origin: Origin
    name: str


class Run(msgspec.Struct, frozen=True):
    """A stretch of one inline look.

    marks: subset of {"strong", "number", "marker", "emphasis", "small"}, outermost first. U+200B in `text` is an
    author's break, U+2060 an author's no-break, "\\n" a forced line break. ruby: the reading of `text`; readings: that
    of each of its characters where the author told them apart (jukugo ruby; some may be empty).
    """

    text: str
    origin: Origin
    marks: tuple[str, ...] = ()
    ruby: str = ""
    link: str = ""
    lang: str = ""
    readings: tuple[str, ...] = ()


Paragraph = tuple[Run, ...]
