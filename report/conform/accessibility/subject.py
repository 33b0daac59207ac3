"""A finished file laid open for the checks of accessibility.

In: an open file. Out: `Subject`: its tag tree, what is painted under which mark, the parent tree, the XMP packet.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pikepdf

from report.conform.packet import properties
from report.conform.preflight.objects import get, name
from report.conform.tagged.roles import RoleMap
from report.conform.tagged.streams import Id
from report.conform.tagged.tagnodes import Tag, walk
from report.conform.tagged.tagtree import read


class Subject:
    """tags: every tag in document order, with those it stands in. structure: the structure tree's root, or None."""

    def __init__(self, pdf: pikepdf.Pdf):
        self.pdf: Any = pdf
        self.root: Any = pdf.Root
        self.read = read(pdf)
        self.tree = self.read.tree
        self.marks = self.read.marks
        self.xmp = properties(get(pdf.Root, "Metadata"))
        self.structure = get(pdf.Root, "StructTreeRoot")
        self.roles = RoleMap.of(self.structure)
        self.tags: list[tuple[Tag, tuple[Tag, ...]]] = list(walk(self.tree.tags))

    def of(self, *roles: str) -> Iterator[Tag]:
        """The tags of these standard roles."""
        return (tag for tag, _ in self.tags if tag.standard in roles)

    @cached_property
    def parents(self) -> dict[int, Any]:
        """The parent tree: key -> an element, or an array of them."""
        tree = get(self.structure, "ParentTree")
        return dict(pikepdf.NumberTree(tree).items()) if tree is not None else {}

    @cached_property
    def annotations(self) -> list[tuple[int, Any]]:
        """Each with its page, from 1."""
        listed = [(n, get(page.obj, "Annots") or ()) for n, page in enumerate(self.pdf.pages, start=1)]
        return [(n, each) for n, all_ in listed for each in all_ if isinstance(each, pikepdf.Dictionary)]

    def role(self, element: Id) -> str:
        """The standard role of an element, by its object's number."""
        return self.roles.standard(name(get(self.pdf.get_object(element), "S")))
