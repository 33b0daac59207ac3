"""Where annotations lie and where links lead (ISO 32000-1, 12.3.2, 12.5, 12.6.4).

In: an open file and the numbers of its pages. Out: the page of an annotation; the target of a link, as an address.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pikepdf

from report.conform.tagged.streams import Id


class Destinations:
    def __init__(self, pdf: pikepdf.Pdf, pages: Mapping[Id, int]):
        self._pdf = pdf
        self._pages = pages
        self._holders: dict[Id, int] = {}
        for number, page in enumerate(pdf.pages, start=1):
            for annotation in annotations_of(page.obj):
                self._holders.setdefault(annotation.objgen, number)
        self._names: dict[str, Any] | None = None

    def page_of(self, annotation: pikepdf.Object) -> int:
        """The page that shows an annotation, from 1; 0 if none does."""
        return self._holders.get(annotation.objgen, 0)

    def target(self, annotation: pikepdf.Object) -> str:
        """Where a link leads: an address, "#page=4", or "#name" for a place that is not found; "" for no link."""
        action = annotation.get("/A")
        if isinstance(action, pikepdf.Dictionary):
            if action.get("/S") == "/URI":
                return str(action.get("/URI", ""))
            if action.get("/S") == "/GoTo":
                return self._destination(action.get("/D"))
        return self._destination(annotation.get("/Dest"))

    def _destination(self, place: Any) -> str:
        name = ""
        if isinstance(place, (pikepdf.String, pikepdf.Name)):
            name = str(place).removeprefix("/")
            place = self._named(name)
        if isinstance(place, pikepdf.Dictionary):
            place = place.get("/D")
        if isinstance(place, pikepdf.Array) and len(place) and isinstance(place[0], pikepdf.Object):
            number = self._pages.get(place[0].objgen, 0)
            if number:
                return f"#page={number}"
        return f"#{name}" if name else ""

    def _named(self, name: str) -> Any:
        if self._names is None:
            self._names = dict(self._all_names())
        return self._names.get(name)

    def _all_names(self) -> dict[str, Any]:
        root = self._pdf.Root
        found: dict[str, Any] = {}
        old = root.get("/Dests")
        if isinstance(old, pikepdf.Dictionary):
            found.update({key[1:]: place for key, place in old.items()})
        names = root.get("/Names")
        tree = names.get("/Dests") if isinstance(names, pikepdf.Dictionary) else None
        if isinstance(tree, pikepdf.Dictionary):
            try:
                found.update(pikepdf.NameTree(tree).items())
            except (RuntimeError, ValueError, pikepdf.PdfError):
                return found  # a broken name tree: links are reported by name
        return found


def annotations_of(page: pikepdf.Object) -> list[pikepdf.Object]:
    listed = page.get("/Annots")
    return [a for a in listed if isinstance(a, pikepdf.Dictionary)] if isinstance(listed, pikepdf.Array) else []
