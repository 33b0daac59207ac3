"""Tags: which element of the structure tree each mark on a page belongs to (ISO 32000-1, 14.6 to 14.8).

In: the structure tree, made from the content before layout, and items in the order in which they are painted. Out:
marked-content sequences in the pages' streams, and the tree in the file, in the author's order whatever was painted
first. Ruby, links and languages inside a paragraph become elements as their runs come by.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from report.page import Artifact, GlyphRun, Item, Link, extent
from report.paint.document import Document, Raw, Ref, literal
from report.paint.navigation import Frame
from report.text.tags import ROLES, Attribute, Content, StructElem, Words

MAY_BE_EMPTY = ("TD", "TH")  # a table keeps its cells, whatever is in them


Bounds = tuple[float, float, float, float]


class Mcid(NamedTuple):
    """A marked-content sequence: on which page (from 0), and its number there."""

    page: int
    number: int


class Annotated(NamedTuple):
    """An annotation: on which page (from 0), and the number of its object."""

    page: int
    object: int


class Node:
    """An element of the tree in the file. kids: in reading order. bounds: of a figure: left, foot, right, top."""

    def __init__(self, role: str, parent: Node | None, source: StructElem | None = None, lang: str = ""):
        self.role, self.parent, self.source, self.lang = role, parent, source, lang
        self.kids: list[Node | Holder] = []
        self.bounds: Bounds | None = None
        self.object: Raw | None = None

    @property
    def empty(self) -> bool:
        return self.role not in MAY_BE_EMPTY and all(kid.empty for kid in self.kids)


class Holder:
    """A place in a node that takes marked content, annotations and inline elements."""

    def __init__(self, node: Node):
        self.node = node
        self.pieces: list[Mcid | Node | Annotated] = []
        node.kids.append(self)

    @property
    def empty(self) -> bool:
        return all(isinstance(piece, Node) and piece.empty for piece in self.pieces)

    def inner(self, role: str, lang: str = "") -> Holder:
        """An element inside this one, after what is there already."""
        node = Node(role, self.node, lang=lang)
        self.pieces.append(node)
        return Holder(node)


class Place(Holder):
    """Where the marks of one piece of content go. linked, spoken: the link or language that the last run stood in."""

    def __init__(self, node: Node, content: Content | None = None):
        super().__init__(node)
        self.content = content
        self.links: dict[str, Holder] = {}
        self._rubies: dict[int, tuple[Holder, Holder]] = {}  # pair -> base, reading
        self._linked = self._spoken = ""
        self._span: Holder | None = None

    def of(self, run: GlyphRun) -> Holder:
        """Where a run goes: the place itself, or an element inside it (14.8.4.4)."""
        if run.role == "reading":
            return self._rubies[run.pair][1]
        around: Holder = self
        if run.link:
            if run.link != self._linked:
                outer = self.inner("Reference") if run.link.startswith("#") else self
                self.links[run.link] = outer.inner("Link")
            around = self.links[run.link]
        if run.lang:
            if run.lang != self._spoken or run.link != self._linked or self._span is None:
                self._span = around.inner("Span", run.lang)
            around = self._span
        self._linked, self._spoken = run.link, run.lang
        if run.role != "base":
            return around
        if run.pair not in self._rubies:
            ruby = around.inner("Ruby")
            self._rubies[run.pair] = (ruby.inner("RB"), ruby.inner("RT"))
        return self._rubies[run.pair][0]


class Tagger:
    """The structure tree of a file in the making."""

    def __init__(self, document: Document, root: StructElem, pages: int):
        self._document = document
        self._places: dict[Content, Place] = {}
        self._words: dict[int, Place] = {}
        self._root = self._grown(root, None)
        self._on_page: list[list[Node]] = [[] for _ in range(pages)]
        self._annotations: list[Node] = []

    def _grown(self, elem: StructElem, parent: Node | None) -> Node:
        node = Node(elem.role, parent, elem, elem.lang)
        for kid in elem.kids:
            if isinstance(kid, StructElem):
                node.kids.append(self._grown(kid, node))
            elif isinstance(kid, Words):
                self._words[id(kid)] = Place(node)
            elif kid in self._places:
                raise ValueError(f"twice in the structure: {kid}")
            else:
                self._places[kid] = Place(node, kid)
        return node

    def holder(self, item: Item, frame: Frame) -> Holder | Artifact:
        """Where an item of a page belongs. ValueError for content that the structure does not know."""
        owner = item.owner
        if owner is None:
            return Artifact.LAYOUT
        if isinstance(owner, Artifact):
            return owner
        if isinstance(owner, Words):
            return self._words[id(owner)]
        if isinstance(item, GlyphRun):
            place = self._places.get(Content(owner, item.paragraph))
            if place is not None:
                return place.of(item)
            if not "".join(item.texts).strip():
                return Artifact.LAYOUT
        else:
            place = self._places.get(Content(owner))
            if place is not None:
                if place.node.role == "Figure":
                    place.node.bounds = _joined(place.node.bounds, frame.seen(extent(item)))
                return place
        raise ValueError(f"painted, but not in the structure: {owner}")

    def opening(self, holder: Holder | Artifact, page: int) -> str:
        """The operator that begins a marked-content sequence there, on a page (from 0)."""
        if isinstance(holder, Artifact):
            return f"/Artifact<</Type/{holder.value}>>BDC\n" if holder is not Artifact.LAYOUT else "/Artifact BMC\n"
        nodes = self._on_page[page]
        holder.pieces.append(Mcid(page, len(nodes)))
        nodes.append(holder.node)
        return f"/{holder.node.role}<</MCID {len(nodes) - 1}>>BDC\n"

    @property
    def next_key(self) -> int:
        """Under which the parent tree will know the next annotation; those before it are the pages'."""
        return len(self._on_page) + len(self._annotations)

    def annotation(self, link: Link, annotation: int, page: int) -> None:
        """Ties a link's annotation, by its object's number, to its element."""
        place = self._places.get(Content(link.owner, link.paragraph))
        if place is None:
            raise ValueError(f"a link that is not in the structure: {link}")
        holder = place.links.get(link.target, place)
        holder.pieces.append(Annotated(page, annotation))
        self._annotations.append(holder.node)

    def finish(self, pages: list[int]) -> Ref:
        """Writes the tree; its root object. pages: the numbers of the page objects.

        ValueError for content that was never painted.
        """
        missing = [content for content, place in self._places.items() if place.empty]
        if missing:
            raise ValueError(f"in the structure, but on no page: {missing[0]}")
        root = self._document.reserve()
        nodes = list(_walked(self._root))
        for node in nodes:
            node.object = self._document.reserve()
        for node in nodes:
            assert node.object is not None
            parent = node.parent.object.number if node.parent and node.parent.object else root.number
            node.object.content = _written(node, parent, pages)
        assert self._root.object is not None
        root.content = (
            f"<</Type/StructTreeRoot/K {self._root.object.number} 0 R/ParentTree<</Nums[{self._parents()}]>>"
            f"/ParentTreeNextKey {self.next_key}{_role_map(nodes)}{_id_tree(nodes)}>>"
        )
        return root.ref

    def _parents(self) -> str:
        """The parent tree: of each page the elements of its sequences, of each annotation its element (14.7.4.4)."""
        parts = [f"{key}[{' '.join(map(_ref, nodes))}]" for key, nodes in enumerate(self._on_page) if nodes]
        start = len(self._on_page)
        parts += [f"{start + i} {_ref(node)}" for i, node in enumerate(self._annotations)]
        return "\n".join(parts)


def _walked(node: Node) -> Iterator[Node]:
    """The nodes from the top down, without those that nothing was painted for."""
    yield node
    for kid in node.kids:
        for inner in [kid] if isinstance(kid, Node) else [each for each in kid.pieces if isinstance(each, Node)]:
            if not inner.empty:
                yield from _walked(inner)


def _ref(node: Node) -> str:
    assert node.object is not None
    return f"{node.object.number} 0 R"


def _written(node: Node, parent: int, pages: list[int]) -> str:
    """A structure element dictionary (14.7.2)."""
    pieces: list[Any] = []
    for kid in node.kids:
        pieces += [kid] if isinstance(kid, Node) else kid.pieces
    own = next((piece.page for piece in pieces if isinstance(piece, Mcid)), None)
    kids = [_kid(piece, own, pages) for piece in pieces if not (isinstance(piece, Node) and piece.empty)]
    entries = [f"<</S/{node.role}/P {parent} 0 R"]
    if kids:
        entries.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
    if own is not None:
        entries.append(f"/Pg {pages[own]} 0 R")
    if node.lang:
        entries.append(f"/Lang{literal(node.lang)}")
    if node.source is not None:
        named = (("Alt", node.source.alt), ("ActualText", node.source.actual), ("ID", node.source.id))
        entries += [f"/{key}{literal(words)}" for key, words in named if words]
        entries.append(_attributes(node))
    return "".join(entries) + ">>"


def _kid(piece: Mcid | Node | Annotated, own: int | None, pages: list[int]) -> str:
    if isinstance(piece, Node):
        return _ref(piece)
    if isinstance(piece, Mcid):
        if piece.page == own:
            return str(piece.number)
        return f"<</Type/MCR/Pg {pages[piece.page]} 0 R/MCID {piece.number}>>"
    return f"<</Type/OBJR/Obj {piece.object} 0 R/Pg {pages[piece.page]} 0 R>>"


def _attributes(node: Node) -> str:
    """Attribute objects, one for each owner (14.7.5)."""
    assert node.source is not None
    owners: dict[str, list[str]] = {}
    for given in node.source.attributes:
        owners.setdefault(given.owner, []).append(f"/{given.key}{_value(given)}")
    if node.bounds is not None:
        box = " ".join(f"{v:.7g}" for v in node.bounds)
        owners.setdefault("Layout", []).append(f"/BBox[{box}]/Placement/Block")
    made = [f"<</O/{owner}{''.join(entries)}>>" for owner, entries in owners.items()]
    if not made:
        return ""
    return f"/A{made[0]}" if len(made) == 1 else f"/A[{''.join(made)}]"


def _value(given: Attribute) -> str:
    if isinstance(given.value, str):
        return f"/{given.value}"
    return f"[{''.join(map(literal, given.value))}]"


def _role_map(nodes: list[Node]) -> str:
    used = sorted({node.role for node in nodes} & set(ROLES))
    return f"/RoleMap<<{''.join(f'/{role}/{ROLES[role]}' for role in used)}>>" if used else ""


def _id_tree(nodes: list[Node]) -> str:
    named = {node.source.id: node for node in nodes if node.source and node.source.id}
    names = " ".join(f"{literal(id_)} {_ref(named[id_])}" for id_ in sorted(named, key=lambda id_: id_.encode()))
    return f"/IDTree<</Names[{names}]>>" if names else ""


def _joined(one: Bounds | None, other: Bounds) -> Bounds:
    if one is None:
        return other
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))
