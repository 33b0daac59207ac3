"""`data/terms.yaml`: how the office writes names and terms, and what it has checked of characters.

In: the file, which may be missing. Out: `TermsFile`.
"""

from __future__ import annotations

import msgspec

from report.messages import Origin, message


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """right: the form to write. wrong: forms that are told. unless: names in which a wrong form stands rightly.

    note: for the editors.
    """

    origin: Origin
    right: str
    wrong: tuple[str, ...]
    unless: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if self.right in self.wrong:
            raise ValueError(message("term-wrong-is-right", text=self.right))


class TermsFile(msgspec.Struct, frozen=True, kw_only=True):
    """data/terms.yaml. terms: names and terms of the office. joyo: whether kanji that are not in 常用漢字表 and have no
    ruby are told. names: words whose kanji may be any, as names of persons and places."""

    origin: Origin
    terms: tuple[Term, ...] = ()
    joyo: bool = False
    names: tuple[str, ...] = ()
