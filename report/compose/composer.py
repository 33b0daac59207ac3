"""Composes texts, each once: what was composed before, in this build or an earlier one, is recalled.

In: paragraphs, a style, a measure, a colour family. Out: TextBlocks and Columns. A text is known by its words, its
style and measure, and the inks that its roles come to; what it was made with besides (faces, palette) is the name under
which all texts of a brochure are kept in one entry of the cache. A text with a mistake is composed, and reported, each
time. What composes (compose.composition, compose.vertical) is imported when a text is missing.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from hashlib import blake2b

import msgspec

from report.cache import Cache, key_of
from report.compose.column import Column
from report.compose.textblock import TextBlock
from report.messages import Report
from report.style.palette import ALL_ROLES
from report.style.sheet import StyleSheet
from report.style.text import CharStyle, ParagraphStyle
from report.text import Break, Inline, Paragraph, Ruby, Text


class Kept(msgspec.Struct, frozen=True):
    """Composed texts, by what they were made of."""

    blocks: dict[bytes, TextBlock] = {}
    columns: dict[bytes, Column] = {}


class Composer:
    """One brochure's texts. name: of the brochure, whose texts are kept together."""

    def __init__(self, sheet: StyleSheet, cache: Cache, name: str):
        palette = sheet.palette
        self.sheet, self.cache = sheet, cache
        faces = [sheet.fonts.face(name).fingerprint for name in sheet.fonts.names]
        roles = {family: [palette.role(role, family) for role in ALL_ROLES] for family in palette.families}
        self._place = key_of(name, msgspec.msgpack.encode((sheet.fonts.names, faces, roles), enc_hook=str))
        self._known = cache.get("texts", self._place, Kept) or Kept()
        self._blocks: dict[bytes, TextBlock] = {}  # of this build
        self._columns: dict[bytes, Column] = {}

    def compose(
        self, paragraphs: Sequence[Paragraph], style: ParagraphStyle, measure: float, family: str, report: Report
    ) -> TextBlock:
        """The paragraphs at a measure (pt), their inks those of a family."""
        key = _key(paragraphs, _style_key(style), measure, family)
        block = self._blocks.get(key) or self._known.blocks.get(key)
        if block is None:
            from report.compose.composition import compose

            before = report.errors
            ink = functools.partial(self.sheet.palette.role, family=family)
            block = compose(paragraphs, style, measure, self.sheet.fonts, ink, report)
            if report.errors > before:
                return block
        self._blocks[key] = block
        return block

    def column(self, text: Text, chars: CharStyle, family: str, report: Report) -> Column:
        """A text as a vertical label."""
        key = _key(text.paragraphs, _style_key(chars), 0.0, family)
        column = self._columns.get(key) or self._known.columns.get(key)
        if column is None:
            from report.compose.vertical import compose_vertical

            before = report.errors
            ink = functools.partial(self.sheet.palette.role, family=family)
            column = compose_vertical(text, chars, self.sheet.fonts, ink, report)
            if report.errors > before:
                return column
        self._columns[key] = column
        return column

    def keep(self) -> None:
        """Keep the texts of this build for the next one."""
        known = self._known
        if (self._blocks.keys(), self._columns.keys()) != (known.blocks.keys(), known.columns.keys()):
            self.cache.put("texts", self._place, Kept(self._blocks, self._columns))


def _key(paragraphs: Sequence[Paragraph], style: bytes, measure: float, family: str) -> bytes:
    made_of = ([[_bare(inline) for inline in paragraph] for paragraph in paragraphs], style, measure, family)
    return _digest(made_of)


def _bare(inline: Inline) -> tuple[object, ...]:
    """What composing depends on: an inline without its place."""
    if type(inline) is Break:
        return (inline.kind,)
    readings = inline.readings if isinstance(inline, Ruby) else ()
    return (inline.text, inline.marks, inline.link, inline.lang, readings)


@functools.lru_cache(maxsize=1024)
def _style_key(style: ParagraphStyle | CharStyle) -> bytes:
    return _digest(style)


def _digest(value: object) -> bytes:
    return blake2b(msgspec.msgpack.encode(value, enc_hook=str), digest_size=16).digest()  # str: of a Name
