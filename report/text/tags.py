"""What readers of a tagged PDF get of the content, before any layout (ISO 32000-1, 14.7 and 14.8).

In: nothing. Out: `StructElem`, a node of the structure tree, and `Voice`, with which a block says what it is. Roles are
those of ISO 32000-1, 14.8.4, and those of ROLES, which stand for one of them. The leaves of the tree name what will lie
on the pages by its owner; a painter finds it there. Nothing here knows a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from report.messages import Origin
from report.text import Text, words_of
from report.text.invisible import unseen

ROLES = {"Title": "P"}  # roles of ours -> the standard role that says most nearly the same (14.8.4.1)
DEEPEST = 6  # H1 … H6


class Part(msgspec.Struct, frozen=True):
    """Something on a page that nobody wrote: made for what stands at `origin`; name tells it from others made there."""

    origin: Origin
    name: str


class Content(msgspec.Struct, frozen=True, gc=False):
    """What lies on the page under this owner. paragraph: which one, of a text that has several."""

    owner: Any
    paragraph: int = 0


class Words(msgspec.Struct, frozen=True, gc=False):
    """Words for those who listen; on the page nobody sees them."""

    text: str

    def __bool__(self) -> bool:
        return bool(self.text)


class Attribute(msgspec.Struct, frozen=True, gc=False):
    """owner: "List", "Table" or "Layout" (14.8.5). value: a name, or for Headers a list of ids."""

    owner: str
    key: str
    value: str | tuple[str, ...]


class StructElem(msgspec.Struct, frozen=True, gc=False):
    """origin: the place an author would look at."""

    role: str
    kids: tuple[Kid, ...] = ()
    alt: str = ""
    actual: str = ""
    lang: str = ""
    id: str = ""
    attributes: tuple[Attribute, ...] = ()
    origin: Origin | None = None


Kid = StructElem | Content | Words


class Voice(msgspec.Struct, frozen=True):
    """What a block speaks with. level: of the heading it stands under."""

    level: int = 0

    def under(self) -> Voice:
        """The voice of what stands under a heading of this one."""
        return Voice(self.level + 1)

    def heading(self, *words: Text | Kid) -> StructElem:
        return said(f"H{min(self.level + 1, DEEPEST)}", *words)


def said(role: str, *words: Text | Kid | None, **more: Any) -> StructElem:
    """One element with all these words in it; what is None or empty is left out."""
    kids: list[Kid] = []
    origin = more.pop("origin", None)
    for each in words:
        if isinstance(each, Text):
            kids += [Content(each, i) for i in _paragraphs(each)]
            origin = origin or each.origin
        elif each is not None:
            kids.append(each)
    return StructElem(role, tuple(kids), origin=origin, **more)


def paragraphs(*texts: Text | None) -> list[StructElem]:
    """A P for each paragraph of the texts."""
    return [
        StructElem("P", (Content(text, i),), origin=text.origin) for text in texts if text for i in _paragraphs(text)
    ]


def _paragraphs(text: Text) -> list[int]:
    """The numbers of the paragraphs that show something."""
    return [i for i, paragraph in enumerate(text.paragraphs) if not unseen(words_of(paragraph))]


def listed(bodies: Iterable[Text | tuple[Kid, ...]], numbering: str = "None") -> StructElem:
    """A list of items without labels (14.8.4.3.3)."""
    items = [
        StructElem("LI", (said("LBody", body) if isinstance(body, Text) else StructElem("LBody", body),))
        for body in bodies
    ]
    return StructElem("L", tuple(items), attributes=(Attribute("List", "ListNumbering", numbering),))


def bullet_list(texts: Iterable[Text]) -> StructElem:
    """A list with a bullet before each item."""
    return _labelled(((text, "・") for text in texts), "Disc")


def numbered(texts: Iterable[Text]) -> StructElem:
    """A list whose order counts; what is drawn beside an item, its `bullet`, stands for the number."""
    return _labelled(((text, f"{number}.") for number, text in enumerate(texts, start=1)), "Decimal")


def _labelled(labelled: Iterable[tuple[Text, str]], numbering: str) -> StructElem:
    items = [
        StructElem("LI", (StructElem("Lbl", (Content(bullet(text)),), actual=label), said("LBody", text)))
        for text, label in labelled
    ]
    return StructElem("L", tuple(items), attributes=(Attribute("List", "ListNumbering", numbering),))


def bullet(text: Text) -> Part:
    """The owner of the bullet before an item, or of what else marks it."""
    return Part(text.origin, "bullet")


def figure(owner: Any, alt: str, *words: Text | Kid | None) -> StructElem:
    """A drawing, and words that are part of it."""
    return said("Figure", Content(owner), *words, alt=alt, origin=owner.origin)


def note(*words: Text | Kid | None, origin: Origin | None = None, id: str = "") -> StructElem:
    """Small print. It has an id, the author's or one made of its place (ISO 14289-1, 7.9)."""
    made = said("Note", *words, origin=origin)
    return msgspec.structs.replace(made, id=id or id_at("note", made.origin))


def table(
    rows: Sequence[Sequence[Text | Words]], head: Text | Words | None, titles: bool, origin: Origin
) -> StructElem:
    """Rows of cells, the first of column titles; titles: each row begins with a title of its own (14.8.4.3.4).

    Every cell names its titles, and titles say which way they hold (ISO 14289-1, 7.5).
    """
    made = []
    for y, row in enumerate(rows):
        cells = []
        for x, words in enumerate(row):
            over, beside = id_at(f"column{x}", origin), id_at(f"row{y}", origin)
            if not words and not (x and y):
                cells.append(StructElem("TD"))
            elif y == 0:
                cells.append(said("TH", words, id=over, attributes=(Attribute("Table", "Scope", "Column"),)))
            elif x == 0 and titles:
                about = (Attribute("Table", "Scope", "Row"), Attribute("Table", "Headers", (over,)))
                cells.append(said("TH", words, id=beside, attributes=about))
            else:
                names = tuple(id_ for id_, there in ((over, rows[0][x]), (beside, titles and row[0])) if there)
                cells.append(said("TD", words, attributes=(Attribute("Table", "Headers", names),) if names else ()))
        made.append(StructElem("TR", tuple(cells)))
    parts = (StructElem("THead", tuple(made[:1])), StructElem("TBody", tuple(made[1:])))
    caption = (said("Caption", head),) if head else ()
    return StructElem("Table", (*caption, *parts), origin=origin)


def id_at(what: str, origin: Origin | None) -> str:
    """An id that no other element has: a place in a file is one element's."""
    if origin is None:
        return what
    file = origin.file.rpartition("/")[2].removesuffix(".yaml")
    return f"{what}.{file}.{origin.line}.{origin.column}"
