"""TEXT: an author's words, parsed once, when they are read.

In: the characters of a YAML value (source.Written). Out: `Text`, paragraphs of inlines, each with its place. Mistakes
in inline marks go to the report at their marks. `tags` says what readers of a tagged PDF get of a text.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from report.messages import Origin, Report
from report.source import Written
from report.text.inlines import Break, Expression, Inline, Paragraph, Ruby, Run, runs_of, words_of
from report.text.invisible import visible
from report.text.markup import parse

__all__ = ["Break", "Expression", "Inline", "Paragraph", "Ruby", "Run", "Text", "runs_of", "words_of"]


class Text(msgspec.Struct, frozen=True, cache_hash=True):
    """An author's words. origin: of the first character."""

    paragraphs: tuple[Paragraph, ...]
    origin: Origin

    @classmethod
    def read(cls, written: Written, report: Report) -> Text:
        """From YAML: source.Reader reads a field of this type so."""
        return cls(parse(written, report), written.origin)

    @classmethod
    def of(cls, words: str, origin: Origin) -> Text:
        """Words of the engine's own, without marks. origin: what they were made for."""
        words = visible(words)
        return cls(((Run(words, origin),),) if words else (), origin)

    def __bool__(self) -> bool:
        return bool(self.paragraphs)

    @property
    def plain(self) -> str:
        """The words alone: no marks, no readings, no breaks."""
        return "".join(map(words_of, self.paragraphs))

    @property
    def runs(self) -> Iterator[Run]:
        return (run for paragraph in self.paragraphs for run in runs_of(paragraph))

    @property
    def is_one_line(self) -> bool:
        """Whether its author ends no line in it."""
        forced = any(isinstance(each, Break) and each.kind == "must" for each in self.inlines)
        return len(self.paragraphs) <= 1 and not forced

    def cut(self, at: int) -> tuple[Text, Text]:
        """What stands before a character of `plain`, and what from it on. Words with a reading are not parted."""
        before: list[Paragraph] = []
        after: list[Paragraph] = []
        for paragraph in self.paragraphs:
            head: list[Inline] = []
            tail: list[Inline] = []
            for inline in paragraph:
                count = len(inline.text) if isinstance(inline, Run) else 0
                if at >= count and not tail:
                    head.append(inline)
                elif at <= 0 or type(inline) is not Run:
                    tail.append(inline)
                else:
                    head.append(msgspec.structs.replace(inline, text=inline.text[:at]))
                    tail.append(msgspec.structs.replace(inline, text=inline.text[at:], origin=inline.place(at)))
                at -= count
            before += [tuple(head)] if head else []
            after += [tuple(tail)] if tail else []
        first = next(runs_of(after[0]), None) if after else None
        return Text(tuple(before), self.origin), Text(tuple(after), first.origin if first else self.origin)

    @property
    def inlines(self) -> Iterator[Inline]:
        return (inline for paragraph in self.paragraphs for inline in paragraph)
