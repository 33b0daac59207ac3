"""A difference for programs.

In: a Difference and how both editions are called. Out: JSON. Pages are counted from 1, lengths are mm from the upper
left corner of the trim; a text is a list of [op, words], where op is "=" (in both), "-" (was there) or "+" (is there).

    old, new   name, title, year, date and pages of the edition
    renumbered pages that are called otherwise: old, new
    figures    old, new (all that is known of the figure; null for none), what (the facts that differ, or "new", "gone";
               "year": the last year of a series is another one), places (old_page, new_page, old_block, new_block, old,
               new: as worded; old_sentence, new_sentence)
    pages      old, new (null: there is none), title, changes: what, title, lines, texts (old, new), blocks (their ids),
               old, new (rectangles: x, y, width, height)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import asdict

from report.difference import Difference, FigureChange
from report.difference.naming import page_title
from report.difference.telling import Entry, entries
from report.messages.shown import json_text
from report.record.model import Record
from report.units import MM, Rect


def as_json(difference: Difference, old: str, new: str) -> str:
    """old, new: how the editions are called."""
    pages = [
        {
            "old": page.old,
            "new": page.new,
            "title": page_title(difference, page),
            "changes": [_entry(each) for each in entries(difference, page)],
        }
        for page in difference.pages
    ]
    return json_text(
        {
            "old": _edition(old, difference.old),
            "new": _edition(new, difference.new),
            "renumbered": difference.renumbered,
            "figures": [_figure(each) for each in difference.figures],
            "pages": pages,
        }
    )


def _edition(name: str, record: Record) -> dict[str, Any]:
    facts = {key: getattr(record, key) for key in ("title", "year", "date")}
    return {"name": name, **facts, "pages": len(record.pages)}


def _figure(change: FigureChange) -> dict[str, Any]:
    sides = {side: each and asdict(each) for side, each in (("old", change.old), ("new", change.new))}
    return {**sides, "what": change.what, "places": [asdict(place) for place in change.places]}


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "what": entry.what,
        "title": entry.title,
        "lines": entry.lines,
        "texts": [{"old": text.old, "new": text.new} for text in entry.texts],
        "blocks": entry.blocks,
        "old": _rects(entry.old),
        "new": _rects(entry.new),
    }


def _rects(rects: Iterable[Rect]) -> list[list[float]]:
    return [[round(value / MM, 2) for value in rect] for rect in rects]
