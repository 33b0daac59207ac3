"""The tag tree as plain values: what a finished file tells a screen reader.

Nothing here knows of PDF objects; `tagtree` makes these, `reading` says them, `accessibility` looks at them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

import msgspec

from report.messages import Message


class Flaw(NamedTuple):
    """What is wrong, on which page (0: the whole file)."""

    message: Message
    page: int = 0


class Content(msgspec.Struct, frozen=True):
    """A leaf. text: the characters shown, ActualText applied; of an annotation its Contents.

    target: where a link leads: an address, "#page=4" within the file, "#name" if no such place is found.
    """

    page: int
    text: str
    kind: Literal["text", "annotation", "object"] = "text"
    target: str = ""
    lang: str = ""


class Tag(msgspec.Struct, frozen=True):
    """A structure element (ISO 32000-1, 14.7.2).

    role: as written; standard: through the role map. text: of its own marked content, in kid order. page: of its first
    content, from 1; 0 without any. attributes: "Owner.Key" -> value (`Table.Scope`, `Layout.BBox`).
    """

    role: str
    standard: str
    text: str = ""
    alt: str | None = None
    actual: str | None = None
    lang: str = ""
    title: str = ""
    id: str = ""
    expansion: str = ""
    page: int = 0
    attributes: Mapping[str, Any] = {}
    kids: tuple[Tag | Content, ...] = ()

    @property
    def tags(self) -> tuple[Tag, ...]:
        return tuple(kid for kid in self.kids if isinstance(kid, Tag))

    @property
    def contents(self) -> tuple[Content, ...]:
        return tuple(kid for kid in self.kids if isinstance(kid, Content))


class TagTree(msgspec.Struct, frozen=True):
    """lang: of the document. pages: how many it has. flaws: what of the tree could not be read."""

    tags: tuple[Tag, ...]
    lang: str
    title: str
    pages: int
    flaws: tuple[Flaw, ...] = ()


def walk(tags: tuple[Tag, ...], above: tuple[Tag, ...] = ()) -> Iterator[tuple[Tag, tuple[Tag, ...]]]:
    """Every tag in document order, with those it stands in, the outermost first."""
    for tag in tags:
        yield tag, above
        yield from walk(tag.tags, (*above, tag))


def whole_text(tag: Tag) -> str:
    """All that a tag and those within it say: ActualText or, of a picture, Alt stand for what they replace."""
    if tag.actual is not None or tag.alt is not None:
        return tag.actual if tag.actual is not None else tag.alt or ""
    return "".join(whole_text(k) if isinstance(k, Tag) else k.text * (k.kind != "annotation") for k in tag.kids)
