"""What an author has looked at and lets stand: `# 確認「65校」移行完了を伝える文のため固定`.

Such a comment stands beside a value or above its key (source.comments).

In: findings, each with its words, and the files they are in. Out: those that nobody acknowledged. The others go to the
report's list of their own; a comment without a reason, or that no finding meets any more, is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from report.messages import Acknowledged, Diagnostic, Report, message
from report.source.comments import Comment, comments

BEGINS = "確認[ \t\u3000]*「"
FORM = r"確認[ \t\u3000]*((?:「[^」]*」[、・と \u3000]*)+)[:：]?(.*)"
OF_OTHERS = {"series-gap": "year", "year-before": "year"}  # remarks of other rooms, by the value that is their words


class Note(NamedTuple):
    """A comment, one of the words it quotes, and why they stand."""

    comment: Comment
    words: str
    reason: str

    def speaks_of(self, words: str, found: Diagnostic) -> bool:
        place, at = found.origin, self.comment
        is_there = place is not None and place.file == at.origin.file and at.first <= place.line <= at.last
        return is_there and words == self.words != ""


def _read(comment: Comment) -> Iterator[Note]:
    found = re.fullmatch(FORM, comment.words)
    for words in re.findall("「([^」]*)」", found[1]) if found else ():
        yield Note(comment, words, found[2].strip(" 。\u3000"))


class Acknowledgements:
    """The comments of files, and which of them some finding met."""

    def __init__(self, files: Iterable[Path], report: Report):
        self.report, self.met = report, set[Note]()
        self.notes = [note for file in files for comment in comments(file, BEGINS) for note in _read(comment)]

    def open(self, found: Iterable[tuple[str, Diagnostic]]) -> Iterator[Diagnostic]:
        """The findings, each with its words, that nobody acknowledged."""
        for words, diagnostic in found:
            note = next((note for note in self.notes if note.speaks_of(words, diagnostic)), None)
            if note is None:
                yield diagnostic
                continue
            self.met.add(note)
            self.report.acknowledged.append(Acknowledged(diagnostic, words, note.reason))

    def check(self) -> None:
        """Tells of comments that no finding met, and of those without a reason."""
        for note in self.notes:
            if note not in self.met:
                self.report.warning(note.comment.origin, message("acknowledgement-stale", text=note.words))
            elif not note.reason:
                self.report.warning(note.comment.origin, message("acknowledgement-bare", text=note.words))


def words_of(found: Diagnostic) -> str:
    """By which a remark of another room is acknowledged; "": by none."""
    value = OF_OTHERS.get(found.message.id)
    return str(dict(found.message.values)[value]) if value else ""
