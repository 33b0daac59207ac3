"""A page's own coordinates, and ways through a file: bookmarks, named destinations, page labels.

In: a page. Out: its boxes (ISO 32000-1, 8.3 and 14.11.2), and places of the page plane in the file's coordinates: y up,
from the media box's lower left corner; the outline, the name tree and the labels (12.3 and 12.4.2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from report.page import Matrix, Page
from report.paint.document import Document, Ref, Value, array, dictionary, text
from report.paint.target import Target
from report.units import Rect


class Frame:
    """index: of the page, from 0. bleed, margin: how far the bleed box and the media box go beyond the trim, pt."""

    def __init__(self, page: Page, index: int, target: Target):
        self.label = f"Page.{page.number}"
        self.index = index
        self.bleed = page.boxes.bleed if target.bleed else 0.0
        self.margin = self.bleed + target.room
        self.width, self.height = page.boxes.trim

    @property
    def flip(self) -> Matrix:
        """From the page plane to these coordinates."""
        return (1.0, 0.0, 0.0, -1.0, self.margin, self.height + self.margin)

    def rect(self, rect: Rect) -> Value:
        """A rectangle of the page plane as a PDF rectangle."""
        left, foot = rect.x + self.margin, self.height + self.margin - rect.bottom
        return array(round(v, 3) for v in (left, foot, left + rect.width, foot + rect.height))

    def seen(self, rect: Rect) -> tuple[float, float, float, float]:
        """The corners, lower left and upper right, of what the media box shows of a rectangle of the page plane."""
        margin, width, height = self.margin, self.width, self.height
        xs = (max(rect.x, -margin) + margin, min(rect.right, width + margin) + margin)
        ys = (height + margin - min(rect.bottom, height + margin), height + margin - max(rect.y, -margin))
        return (round(xs[0], 2), round(ys[0], 2), round(xs[1], 2), round(ys[1], 2))

    def boxes(self) -> dict[str, Value]:
        trim = Rect(0, 0, self.width, self.height)
        boxes = {"MediaBox": self.rect(trim.grown(self.margin)), "TrimBox": self.rect(trim)}
        return boxes | {"BleedBox": self.rect(trim.grown(self.bleed))} if self.margin else boxes


class Bookmark(NamedTuple):
    """level: 1 for a section, 2 for a topic in it, and so on. target: the name of a destination."""

    level: int
    title: str
    target: Value


class _Entry(NamedTuple):
    label: str
    bookmark: Bookmark | None
    children: list[_Entry]


def add_bookmarks(document: Document, bookmarks: Sequence[Bookmark]) -> Ref | None:
    """The outline tree, its sections folded; None if there is nothing to show."""
    if not bookmarks:
        return None
    root = _Entry("Outline", None, [])
    path: list[tuple[int, _Entry]] = [(0, root)]
    for i, bookmark in enumerate(bookmarks):
        while path[-1][0] >= bookmark.level:
            path.pop()
        entry = _Entry(f"Outline.{i}", bookmark, [])
        path[-1][1].children.append(entry)
        path.append((bookmark.level, entry))
    _add_level(document, root)
    shown = len(root.children)
    return document.add({"Type": "/Outlines", **_ends(root), "Count": shown}, root.label)


def _ends(entry: _Entry) -> dict[str, Value]:
    return {"First": Ref(entry.children[0].label), "Last": Ref(entry.children[-1].label)}


def _add_level(document: Document, parent: _Entry) -> None:
    before = {after.label: Ref(entry.label) for entry, after in pairwise(parent.children)}
    after = {entry.label: Ref(follower.label) for entry, follower in pairwise(parent.children)}
    for entry in parent.children:
        assert entry.bookmark is not None
        made: dict[str, Value] = {
            "Title": text(entry.bookmark.title),
            "Parent": Ref(parent.label),
            "Dest": entry.bookmark.target,
        }
        if entry.label in before:
            made["Prev"] = before[entry.label]
        if entry.label in after:
            made["Next"] = after[entry.label]
        if entry.children:
            made |= {**_ends(entry), "Count": -len(entry.children)}  # negative: folded
        document.add(made, entry.label)
        _add_level(document, entry)


def destination_tree(places: Mapping[str, Value]) -> Value:
    """The name dictionary: destinations under their names, in the order of the names as written."""
    names = sorted(places, key=lambda name: _encoded(name))
    kids = [value for name in names for value in (text(name), places[name])]
    return dictionary({"Dests": dictionary({"Names": array(kids)})})


def _encoded(name: str) -> bytes:
    """As `text` writes it: a name tree is sorted by bytes (ISO 32000-1, 7.9.6)."""
    return name.encode("ascii") if name.isascii() else b"\xfe\xff" + name.encode("utf-16-be")


def page_labels(labels: Sequence[str]) -> Value:
    """Labels as ranges: numbers that count on make one range, any other label is a range of its own."""
    ranges: list[Value] = []
    following = ""
    for index, label in enumerate(labels):
        if label == following:
            following = str(int(label) + 1)
            continue
        if label.isascii() and label.isdecimal() and str(int(label)) == label and int(label) > 0:
            style = {"S": "/D"} if label == "1" else {"S": "/D", "St": int(label)}
            following = str(int(label) + 1)
        else:
            style = {"P": text(label)} if label else {}
            following = ""
        ranges += (index, dictionary(style))
    return dictionary({"Nums": array(ranges)})
