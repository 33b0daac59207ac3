"""What a press needs around a page: トンボ, a slug line, a colour bar.

In: Pages, the style's PrintStyle and faces, the words of the slug. Out: the same Pages with marks beyond the bleed.
トンボ are double: at each corner lines at the trim and at the bleed, so that a cutter sees how far the paint runs; a
cross at the middle of each side. They are of every plate (registration), 0.1 mm thin, as is the trade's practice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from report.artwork import lettering
from report.page import Artifact, Item, Page, PageBoxes
from report.page.shapes import rectangle
from report.style.fonts import FontBook, letter
from report.style.palette import PrintStyle
from report.style.sheet import StyleSheet
from report.style.text import CharStyle
from report.units import MM, Rect

ALL, SLUG_INK = "press.all", "press.black"
BEYOND = 1 * MM  # white beyond the marks
CROSS = 6 * MM  # half of a centre mark's bar
CROSS_AT = 0.5  # of a mark's length from the page to that bar
DASHES = ((0.0, 0.2), (0.4, 0.2), (0.8, 0.2))  # of a fold: where each begins, how long it is, of a mark's length
Line = tuple[float, float, float, float]  # x, y, length across, length down; one of them 0
SLUG_SIZE = 6.0  # pt
SLUG_LEFT = 4 * MM  # from the trim's edge; the words end before the middle, where the centre mark stands
PATCH = 5 * MM
PATCHES = tuple(f"press.{ink}{share}" for ink in ("cyan", "magenta", "yellow", "black") for share in ("", "@50"))


def room(style: PrintStyle) -> float:
    """What marks take beyond the bleed, pt."""
    return style.mark_offset + style.mark_length + BEYOND if style.marks == "tombo" else 0.0


def marked(
    pages: Sequence[Page], sheet: StyleSheet, slug: Callable[[Page], tuple[str, str]], folded: bool = False
) -> tuple[Page, ...]:
    """The pages with their marks; as they are where the style wants none. folded: in the middle, as sheets are."""
    style = sheet.print
    if style.marks == "none":
        return tuple(pages)
    made = []
    for page in pages:
        marks = tombo(page.boxes, style, folded)
        if style.slug:
            marks += _slug(page.boxes, slug(page), style, sheet.fonts)
        if style.colour_bar:
            marks += _colour_bar(page.boxes, style, sheet.palette.spots)
        made.append(msgspec.structs.replace(page, items=(*page.items, *marks)))
    return tuple(made)


def tombo(boxes: PageBoxes, style: PrintStyle, folded: bool = False) -> list[Item]:
    """Corner and centre marks, outside the bleed. folded: the fold's dashes take the centre marks' place."""
    (width, height), near = boxes.trim, boxes.bleed + style.mark_offset
    lines = [*_corners(boxes, style)]
    middle, bar = (width / 2, height / 2), near + CROSS_AT * style.mark_length
    for y, down in ((0.0, -1), (height, 1)):
        for start, share in DASHES if folded else ((0.0, 1.0),):
            length = share * style.mark_length
            lines.append((middle[0], y + down * (near + start * style.mark_length), 0.0, down * length))
        lines.append((middle[0] - CROSS, y + down * bar, 2 * CROSS, 0.0))
    for x, out in ((0.0, -1), (width, 1)):
        lines.append((x + out * near, middle[1], out * style.mark_length, 0.0))
        lines.append((x + out * bar, middle[1] - CROSS, 0.0, 2 * CROSS))
    return [_line(line, style.mark_weight) for line in lines]


def _corners(boxes: PageBoxes, style: PrintStyle) -> Iterator[Line]:
    """With a bleed, two L's that interlock, each with one arm along the bleed's edge as far as the trim's line."""
    (width, height), bleed = boxes.trim, boxes.bleed
    near = bleed + style.mark_offset
    edge = bleed + style.mark_weight / 2  # a mark lies outside the bleed with all of its weight
    end = near + style.mark_length
    for x, out in ((0.0, -1), (width, 1)):
        for y, down in ((0.0, -1), (height, 1)):
            if bleed:
                yield x, y + down * edge, out * end, 0.0
                yield x, y + down * edge, 0.0, down * (end - edge)
                yield x + out * edge, y, 0.0, down * end
                yield x + out * edge, y, out * (end - edge), 0.0
            else:
                yield x + out * near, y, out * style.mark_length, 0.0
                yield x, y + down * near, 0.0, down * style.mark_length


def _line(line: Line, weight: float) -> Item:
    """A thin bar about its axis: unlike a stroke, no rasteriser widens it."""
    x, y, across, down = line
    if down:
        return rectangle(Rect(x - weight / 2, min(y, y + down), weight, abs(down)), ALL, owner=Artifact.PAGINATION)
    return rectangle(Rect(min(x, x + across), y - weight / 2, abs(across), weight), ALL, owner=Artifact.PAGINATION)


def _slug(boxes: PageBoxes, words: tuple[str, str], style: PrintStyle, fonts: FontBook) -> list[Item]:
    """A line above the page, in two halves with the centre mark between them."""
    y = -(boxes.bleed + style.mark_offset + CROSS_AT * style.mark_length) + SLUG_SIZE / 3
    half = boxes.trim.width / 2
    chars = CharStyle(fonts=fonts.names, size=SLUG_SIZE, ink=SLUG_INK)
    items: list[Item] = []
    for left, half_line in ((SLUG_LEFT, words[0]), (half + CROSS + SLUG_LEFT, words[1])):
        fitting = _fitted(half_line, chars, half - CROSS - 2 * SLUG_LEFT, fonts)
        items += lettering(fonts, fitting, chars, SLUG_INK, left, y, Artifact.PAGINATION)
    return items


def _fitted(words: str, chars: CharStyle, most: float, fonts: FontBook) -> str:
    """The words, cut off where they are longer than `most` (pt)."""
    while (width := letter(fonts, words, chars)[1]) > most and len(words) > 1:
        words = words[: min(len(words) - 2, int(len(words) * most / width))] + "…"
    return words


def _colour_bar(boxes: PageBoxes, style: PrintStyle, spots: Sequence[str]) -> list[Item]:
    """Each ink full and at 50 %, below the page. spots: an ink of the palette for each spot."""
    top = boxes.trim.height + boxes.bleed + style.mark_offset + (style.mark_length - PATCH) / 2
    left = boxes.trim.width / 2 + CROSS + SLUG_LEFT
    return [
        rectangle(Rect(left + i * PATCH, top, PATCH, PATCH), ink, owner=Artifact.PAGINATION)
        for i, ink in enumerate((*PATCHES, *(f"{spot}{share}" for spot in spots for share in ("", "@50"))))
    ]
