"""Composes texts, each once: what was composed before, in this build or an earlier one, is recalled.

In: paragraphs, a style, a measure, a colour family. Out: TextBlocks and Columns. A text is known by its words, its
style and measure, the faces, and the inks that its roles come to. A text with a mistake is composed, and reported, each
time. What composes (compose.composition, compose.vertical) is imported when a text is missing.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from hashlib import blake2b

import msgspec

from report.cache import Cache
from report.compose.column import Column
from report.compose.textblock import TextBlock
from report.messages import Report
from report.style.palette import ALL_ROLES
from report.style.sheet import StyleSheet
from report.style.text import CharStyle, ParagraphStyle
from report.text import Break, Inline, Paragraph, Ruby, Text


class Composer:
    """The texts of one style sheet."""

    def __init__(self, sheet: StyleSheet, cache: Cache):
        palette = sheet.palette
        self._sheet, self._cache = sheet, cache
        faces = [sheet.fonts.face(name).fingerprint for name in sheet.fonts.names]
        roles = {family: [palette.role(role, family) for role in ALL_ROLES] for family in palette.families}
        self._made_with = _digest((sheet.fonts.names, faces, roles))

    def compose(
        self, paragraphs: tuple[Paragraph, ...], style: ParagraphStyle, measure: float, family: str, report: Report
    ) -> TextBlock:
        """The paragraphs at a measure (pt), their inks those of a family."""
        key = self._key(paragraphs, style, measure, family)
        found = self._cache.get("text", key, TextBlock)
        if found is not None:
            return found
        from report.compose.composition import compose

        before = report.errors
        block = compose(paragraphs, style, measure, self._sheet.fonts, self._inks(family), report)
        return block if report.errors > before else self._cache.put("text", key, block)

    def column(self, text: Text, chars: CharStyle, family: str, report: Report) -> Column:
        """A text as a vertical label."""
        key = self._key(text.paragraphs, chars, 0.0, family)
        found = self._cache.get("column", key, Column)
        if found is not None:
            return found
        from report.compose.vertical import compose_vertical

        before = report.errors
        column = compose_vertical(text, chars, self._sheet.fonts, self._inks(family), report)
        return column if report.errors > before else self._cache.put("column", key, column)

    def _inks(self, family: str) -> Callable[[str], str]:
        return functools.partial(self._sheet.palette.role, family=family)

    def _key(
        self, paragraphs: tuple[Paragraph, ...], style: ParagraphStyle | CharStyle, measure: float, family: str
    ) -> bytes:
        words = [[_bare(inline) for inline in paragraph] for paragraph in paragraphs]
        return _digest((words, _style_key(style), measure, family, self._made_with))


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
