"""What a text consists of: inlines that know their place.

A `Run` is words of one look; a `Ruby` is words with their reading; an `Expression` is `{{ … }}` as its author typed it,
until the figures are known (content.resolve); a `Break` says where a line may, must or may not end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from report.messages import Origin
from report.source import Written


class Run(msgspec.Struct, frozen=True):
    """marks: subset of {"strong", "number", "marker", "emphasis"}, outermost first. link: where it leads.

    The characters of a run stand one after another in one line of its file, from `origin` on.
    """

    text: str
    origin: Origin
    marks: tuple[str, ...] = ()
    link: str = ""
    lang: str = ""

    def place(self, index: int) -> Origin:
        """Of one of its characters."""
        return self.origin._replace(column=self.origin.column + index)

    def same_look(self, other: Run) -> bool:
        return (self.marks, self.link, self.lang) == (other.marks, other.link, other.lang)


class Ruby(Run, frozen=True):
    """readings: one for all of `text` (group or mono ruby), or one for each of its characters (jukugo; some may be
    empty)."""

    readings: tuple[str, ...] = ()


class Expression(Run, frozen=True):
    """text: with its braces; it may go on in further lines of the file, as pieces say (source.Written)."""

    pieces: tuple[tuple[int, int, int], ...] = ()

    def place(self, index: int) -> Origin:
        return Written(self.text, self.origin, self.pieces).place(index)

    @property
    def source(self) -> str:
        return self.text[2:-2]


class Break(msgspec.Struct, frozen=True):
    """kind: of a line, which "may" or "must" end here; "never": no line ends here."""

    kind: Literal["may", "must", "never"]
    origin: Origin


Inline = Run | Ruby | Expression | Break
Paragraph = tuple[Inline, ...]


def runs_of(paragraph: Iterable[Inline]) -> Iterator[Run]:
    """Its words, without the breaks."""
    return (inline for inline in paragraph if isinstance(inline, Run))


def words_of(paragraph: Iterable[Inline]) -> str:
    return "".join(run.text for run in runs_of(paragraph))
