"""Messages in words, in both languages.

In: a Message. Out: its text and its hint, in English or in Japanese, from the rows of the tables: ROWS say what is
wrong, PARTS stand within these or are hints that a caller chooses. Nothing here is imported before there is something
to say.

    source      the writing of YAML                     artwork        pictures, icons, SVG
    figures     the year's figures, CSV                 pages          pages, contrast, the press
    text        marks, expressions, lines               desk           finished PDFs that cannot be looked at
    content     a brochure as a whole                   prepress       what preflight finds in them
    style       style sheets, inks, faces               accessibility  what is missing for who cannot see them
    blocks      blocks and charts                       proofreading   numbers typed by hand, an editor's rules
    workbook    books that go to departments            difference     editions that are to be compared
    libraries   words of libraries and of the system
    letters     recipients, templates, letters          sending        mail: the relay and the ledger
    doctor      what would make mail fail
"""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

from report.messages import (
    Foreign,
    Message,
    Origin,
    accessibility,
    artwork,
    blocks,
    content,
    desk,
    difference,
    doctor,
    figures,
    letters,
    pages,
    prepress,
    proofreading,
    sending,
    source,
    style,
    text,
    workbook,
)
from report.messages.libraries import foreign
from report.messages.row import Row
from report.messages.shown import shown

TABLES = (
    source, figures, text, content, style, artwork, blocks, proofreading, pages, desk, prepress, accessibility,
    workbook, difference, letters, sending, doctor,
)  # fmt: skip
ROWS: dict[str, Row] = {id: row for table in TABLES for id, row in (table.ROWS | getattr(table, "PARTS", {})).items()}
LONGEST = 400  # characters of a value
SEPARATORS = ("; ", "、")  # of several messages that are one value
ENGLISH, JAPANESE = 0, 1  # places in a row; the hints stand two places on


class Wording(NamedTuple):
    """hint: "" if there is none."""

    text: str
    hint: str


def english(message: Message, hint: Message | None = None) -> Wording:
    """hint: in the place of the message's own."""
    return _wording(message, hint, ENGLISH)


def japanese(message: Message, hint: Message | None = None) -> Wording:
    """The same in Japanese."""
    return _wording(message, hint, JAPANESE)


def _wording(message: Message, hint: Message | None, language: int) -> Wording:
    return Wording(_text(message, language), _text(hint, language) if hint else _hint(message, language))


def _text(message: Message, language: int) -> str:
    return _filled(ROWS[message.id][language], message, language)


def _value(value: object, language: int) -> object:
    """A value as it stands in a text of that language."""
    match value:
        case Message():
            return _text(value, language)
        case Foreign():
            return shown(foreign(value.words) if language == JAPANESE else value.words)
        case str() | PurePath() | Origin():
            words = shown(str(value))
            return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
        case Message(), *_:
            return SEPARATORS[language].join(_text(each, language) for each in value)
    return value


def _hint(message: Message, language: int) -> str:
    """That of a message within this one, which is more exact, or its own."""
    inner = (_hint(value, language) for _, value in message.values if isinstance(value, Message))
    return next(filter(None, inner), "") or _filled(ROWS[message.id][language + 2], message, language)


def _filled(text: str, message: Message, language: int) -> str:
    return text.format(**{name: _value(value, language) for name, value in message.values})
