"""A row of the tables: one message in both languages."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """Templates of `str.format`, with the message's values as fields. hint: what to do, "" where there is none or the
    caller chooses it."""

    english: str
    japanese: str
    hint: str = ""
    hint_japanese: str = ""
