"""Where items lie.

In: an item. Out: the upright rectangle that it covers on its page, pt; that which holds several.
"""

from __future__ import annotations

from collections.abc import Iterable

from report.page import GlyphRun, Image, Item, Link, Placed, Shape, extent
from report.units import Rect

ASCENT, DESCENT = 0.88, 0.12  # of an em: the body of a Japanese character about its baseline


def area(item: Item) -> Rect | None:
    """None for what covers nothing."""
    if isinstance(item, GlyphRun):
        size = item.size
        if item.matrix is not None:  # slanted or turned: a square about its origin that holds it either way
            reach = max(size, item.width)
            return Rect(item.x - reach, item.y - reach, 2 * reach, 2 * reach)
        return Rect(item.x, item.y - ASCENT * size, item.width, (ASCENT + DESCENT) * size)
    if isinstance(item, Shape):
        numbers = [part for part in item.path if not isinstance(part, str)]
        xs, ys = numbers[::2], numbers[1::2]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else None
    if isinstance(item, Image | Placed):
        return extent(item)
    return item.rect if isinstance(item, Link) else None


def around(items: Iterable[Item]) -> Rect | None:
    """The smallest rectangle that holds them all."""
    known = [rect for item in items if (rect := area(item))]
    if not known:
        return None
    left, top = min(rect.x for rect in known), min(rect.y for rect in known)
    return Rect(left, top, max(rect.right for rect in known) - left, max(rect.bottom for rect in known) - top)
