"""From a finished PDF to its tag tree (ISO 32000-1, 14.7 and 14.8).

In: a file of ours or of any program. Out: a frozen `TagTree`; with `read`, also which mark and object belongs to which
structure element. A tree that is broken (loops, no end, kids of no kind) is read as far as it goes; Flaws say so.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf

from report.conform.tagged.destinations import Destinations
from report.conform.tagged.marks import WHOLE, Mark, Marks, marks_of
from report.conform.tagged.roles import RoleMap
from report.conform.tagged.streams import Id
from report.conform.tagged.tagnodes import Content, Flaw, Tag, TagTree
from report.messages import Failure, Message, Origin, failure, message

DEEPEST = 100  # Word nests some 30 deep


class Read(NamedTuple):
    """owners: mark -> the elements that take it as a kid; objects: annotation or XObject -> the same."""

    tree: TagTree
    marks: Marks
    owners: dict[Mark, tuple[Id, ...]]
    objects: dict[Id, tuple[Id, ...]]


def tag_tree(source: Path | bytes) -> TagTree:
    """The tag tree of a file. Failure, with one message, for a file that is none, or has no tags."""
    with opened(source) as pdf:
        tree = read(pdf).tree
    if not tree.tags:
        raise _failure(source, message("tags-missing"))
    return tree


def opened(source: Path | bytes) -> pikepdf.Pdf:
    """Opens a file; Failure if it is missing, locked by a password, or no PDF."""
    try:
        return pikepdf.open(io.BytesIO(source) if isinstance(source, bytes) else source, suppress_warnings=True)
    except FileNotFoundError:
        raise _failure(source, message("file-missing")) from None
    except pikepdf.PasswordError:
        raise _failure(source, message("pdf-locked")) from None
    except (pikepdf.PdfError, IsADirectoryError):
        raise _failure(source, message("pdf-wrong")) from None


def _failure(source: Path | bytes, message: Message) -> Failure:
    return failure(Origin(str(source), 0) if isinstance(source, Path) else None, message)


def read(pdf: pikepdf.Pdf) -> Read:
    """The tree of an open file, empty if it has none."""
    marks = marks_of(pdf)
    reader = _Reader(pdf, marks)
    root = pdf.Root.get("/StructTreeRoot")
    tags = tuple(reader.roots(root)) if isinstance(root, pikepdf.Dictionary) else ()
    tree = TagTree(
        tags,
        _words(pdf.Root.get("/Lang")),
        _words(pdf.docinfo.get("/Title")) if "/Info" in pdf.trailer else "",
        len(pdf.pages),
        tuple(dict.fromkeys(reader.flaws)),
    )
    return Read(tree, marks, reader.owners, reader.objects)


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf, marks: Marks):
        self.flaws: list[Flaw] = []
        self.owners: dict[Mark, tuple[Id, ...]] = {}
        self.objects: dict[Id, tuple[Id, ...]] = {}
        self._marks = marks
        self._destinations = Destinations(pdf, marks.pages)
        self._seen: set[Id] = set()
        self._roles = RoleMap({})
        self._classes: Any = {}

    def roots(self, root: pikepdf.Object) -> Iterator[Tag]:
        self._roles = RoleMap.of(root)
        self._classes = root.get("/ClassMap", {})
        for kid in _listed(root.get("/K")):
            found = self._kid(kid, root, (0, 0), 0)
            if isinstance(found, Tag):
                yield found

    def _tag(self, element: pikepdf.Object, page: Id, depth: int) -> Tag | None:
        key = element.objgen
        if key in self._seen or depth > DEEPEST:
            where = self._marks.pages.get(page, 0)
            if depth > DEEPEST:
                self.flaws.append(Flaw(message("tags-too-deep", depth=DEEPEST), where))
            else:
                self.flaws.append(Flaw(message("tag-twice"), where))
            return None
        if key != (0, 0):
            self._seen.add(key)
        own_page = _id(element.get("/Pg"))
        page = own_page or page
        made = (self._kid(kid, element, page, depth) for kid in _listed(element.get("/K")))
        kids = tuple(kid for kid in made if kid is not None)
        role = _words(element.get("/S"))
        return Tag(
            role=role,
            standard=self._roles.standard(role),
            text="".join(kid.text for kid in kids if isinstance(kid, Content) and kid.kind == "text"),
            alt=_string(element.get("/Alt")),
            actual=_string(element.get("/ActualText")),
            lang=_words(element.get("/Lang")),
            title=_words(element.get("/T")),
            id=_words(element.get("/ID")),
            expansion=_words(element.get("/E")),
            page=next((kid.page for kid in kids if kid.page), 0) or self._marks.pages.get(own_page or (0, 0), 0),
            attributes=self._attributes(element),
            kids=kids,
        )

    def _kid(self, kid: Any, element: pikepdf.Object, page: Id, depth: int) -> Tag | Content | None:
        """An element, a mark of the element's page, or a reference to a mark (MCR) or an object (OBJR)."""
        owner = element.objgen
        if isinstance(kid, int):
            return self._content(Mark(page, kid), owner)
        if isinstance(kid, pikepdf.Dictionary):
            kind = kid.get("/Type")
            if kind == "/MCR" and isinstance(kid.get("/MCID"), int):
                stream = _id(kid.get("/Stm")) or _id(kid.get("/Pg")) or page
                return self._content(Mark(stream, int(kid["/MCID"])), owner)
            if kind == "/OBJR" and isinstance(kid.get("/Obj"), pikepdf.Object):
                return self._object(kid["/Obj"], _id(kid.get("/Pg")) or page, owner)
            if isinstance(kid.get("/S"), pikepdf.Name):
                return self._tag(kid, page, depth + 1)
        self.flaws.append(Flaw(message("kid-wrong"), self._marks.pages.get(page, 0)))
        return None

    def _content(self, mark: Mark, owner: Id) -> Content:
        self.owners[mark] = (*self.owners.get(mark, ()), owner)
        found = self._marks.found.get(mark)
        if found is None:
            return Content(self._marks.pages.get(mark.stream, 0), "")
        return Content(found.page, found.text, "text", "", found.lang)

    def _object(self, target: pikepdf.Object, page: Id, owner: Id) -> Content:
        key = target.objgen
        self.objects[key] = (*self.objects.get(key, ()), owner)
        number = self._destinations.page_of(target) or self._marks.pages.get(page, 0)
        if isinstance(target, pikepdf.Stream):
            found = self._marks.found.get(Mark(key, WHOLE))
            return Content(found.page if found else number, found.text if found else "", "object")
        if not isinstance(target, pikepdf.Dictionary):
            return Content(number, "", "object")
        return Content(number, _words(target.get("/Contents")), "annotation", self._destinations.target(target))

    def _attributes(self, element: pikepdf.Object) -> dict[str, Any]:
        """All attribute objects as one: those of its classes, then its own, which win (14.7.5)."""
        merged: dict[str, Any] = {}
        listed = [self._classes.get(str(c)) for c in _listed(element.get("/C")) if isinstance(c, pikepdf.Name)]
        for objects in (*listed, element.get("/A")):
            for attributes in _listed(objects):
                if isinstance(attributes, pikepdf.Dictionary):
                    owner = _words(attributes.get("/O"))
                    merged |= {f"{owner}.{key[1:]}": plain(v) for key, v in attributes.items() if key != "/O"}
        return merged


def plain(value: Any) -> Any:
    """A PDF value as Python's own: names without their slash, arrays as tuples."""
    if isinstance(value, pikepdf.Array):
        return tuple(plain(each) for each in value)
    if isinstance(value, pikepdf.Dictionary):
        return {key[1:]: plain(each) for key, each in value.items()} if value.objgen == (0, 0) else {}
    if isinstance(value, (bool, int)) or value is None:
        return value
    if isinstance(value, (pikepdf.Name, pikepdf.String)):
        return _words(value)
    try:
        return float(value)
    except (TypeError, ValueError):
        return str(value)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _id(value: Any) -> Id | None:
    return value.objgen if isinstance(value, pikepdf.Object) and value.objgen != (0, 0) else None


def _words(value: Any) -> str:
    """A name without its slash, a string's text; "" for anything else."""
    if isinstance(value, pikepdf.Name):
        return str(value)[1:]
    return str(value) if isinstance(value, pikepdf.String) else ""


def _string(value: Any) -> str | None:
    return str(value) if isinstance(value, pikepdf.String) else None
