"""Where words stand on the pages of a PDF.

In: the file; of each page words that are sought within a rectangle, between others that only say where. Out: their
rectangles, one for each line. Words that are not found as they were written (with ruby between them, or turned) have
none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from report.conform.page_pictures import shown
from report.difference.telling import Sought
from report.units import Rect

APART = 0.6  # of a character's size: farther from the last one, it is of another rectangle


class _Char(NamedTuple):
    char: str
    rect: Rect


def word_places(
    content: bytes, sought: Mapping[int, Iterable[Sought]], count: int, called: str
) -> dict[Sought, tuple[Rect, ...]]:
    """sought: by page, from 1. On the trim, y down. count: how many pages its record has."""
    found: dict[Sought, tuple[Rect, ...]] = {}
    with shown(content, count, called) as document:
        for number, wanted in sought.items():
            chars = list(_chars(document[number - 1]))
            for each in wanted:
                if rects := tuple(_found(each, chars)):
                    found[each] = rects
    return found


def _chars(page: Any) -> Iterator[_Char]:
    """Every character of a page that is seen, in the order of the file."""
    from pypdfium2 import raw

    left, _, _, top = page.get_trimbox()
    text = page.get_textpage()
    for place in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text.raw, place))
        if not char.isspace() and char.isprintable():
            x, y, right, upper = text.get_charbox(place, loose=True)
            yield _Char(char, Rect(x - left, top - upper, right - x, upper - y))


def _found(sought: Sought, chars: list[_Char]) -> Iterator[Rect]:
    within = [each for each in chars if _is_in(each.rect, sought.rect)]
    whole = "".join(each.char for each in within)
    parts = ["".join(span.words.split()) for span in sought.spans]
    at = whole.find("".join(parts))
    for span, part in zip(sought.spans, parts, strict=True):
        if at >= 0 and span.op != "=":
            yield from _lines(within[at : at + len(part)])
        at += len(part) if at >= 0 else 0


def _is_in(char: Rect, rect: Rect) -> bool:
    x, y = char.centre
    return rect.x <= x <= rect.right and rect.y <= y <= rect.bottom


def _lines(chars: Iterable[_Char]) -> Iterator[Rect]:
    """Those of one line as one rectangle."""
    line: Rect | None = None
    for _, rect in chars:
        size = APART * rect.height
        if line and abs(rect.y - line.y) < size and -size < rect.x - line.right < size:
            x, y = min(line.x, rect.x), min(line.y, rect.y)
            line = Rect(x, y, max(line.right, rect.right) - x, max(line.bottom, rect.bottom) - y)
            continue
        if line:
            yield line
        line = rect
    if line:
        yield line
