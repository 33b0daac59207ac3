"""An SVG file as a tree of its elements.

In: bytes. Out: a Document. Elements and attributes of other namespaces (an editor's own) are left out, as are words
about the drawing. Of a document type only what a drawing program writes is taken: short entities that are plain text;
nothing is fetched, and what entities make of a file stays within the size that a file may have.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from xml.parsers import expat

import msgspec

from report.artwork.shelf import MAX_BYTES
from report.artwork.svg.encoding import decoded
from report.artwork.svg.faults import SvgError, short
from report.messages import Foreign, Message, message

SVG = "http://www.w3.org/2000/svg"
MAX_DEPTH = 200
MAX_ELEMENTS = 50_000
_HREFS = ("http://www.w3.org/1999/xlink href", "http://www.w3.org/1999/xlink/ href")
_SILENT = frozenset({"title", "desc", "metadata"})  # words about the drawing: they paint nothing
_LETTERED = frozenset({"text", "tspan", "textPath", "a"})
_MOVING = frozenset({"animate", "animateColor", "animateMotion", "animateTransform", "set", "discard", "script"})


class Node(msgspec.Struct, frozen=True, eq=False):
    """An element. tag: "" of one that is left out, with all that is in it. text: the pieces of its character data; in
    an element of text, what stands between them, too."""

    tag: str
    attributes: dict[str, str]
    parent: Node | None
    line: int
    column: int
    children: list[Node] = msgspec.field(default_factory=list)
    text: list[Any] = msgspec.field(default_factory=list)


class Document(NamedTuple):
    """moving: scripts and animations, wherever they stand. sheets: `style` elements."""

    root: Node
    ids: dict[str, Node]
    sheets: list[Node]
    moving: list[Node]


def parse(data: bytes) -> Document:
    """The tree in the bytes of a file. Raises SvgError, with its place."""
    text = decoded(data)
    builder = _Builder(text.count("&"))
    try:
        builder.parser.Parse(_alone(text).encode(), True)
    except expat.ExpatError as error:
        problem = Foreign(expat.ErrorString(error.code))
        raise SvgError(message("xml-wrong", problem=problem), None, error.lineno, error.offset + 1) from None
    assert builder.root is not None
    return Document(builder.root, builder.ids, builder.sheets, builder.moving)


class _Builder:
    def __init__(self, references: int) -> None:
        self.root: Node | None = None
        self.ids: dict[str, Node] = {}
        self.sheets: list[Node] = []
        self.moving: list[Node] = []
        self._open: list[Node] = []
        self._skipping = 0  # depth inside an element that is passed over
        self._count = 0
        self._references = references
        self.parser = parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)  # or it would skip them untold

    def _fault(self, told: Message) -> SvgError:
        return SvgError(told, None, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if self.root is None and (tag != "svg" or space != SVG):
            raise self._fault(message("not-svg", tag=short(tag), space=SVG))
        if self._skipping:
            self._skipping += 1
            return
        if space != SVG or tag in _SILENT:
            tag, attributes, self._skipping = "", {}, 1
        parser, parent = self.parser, self._open[-1] if self._open else None
        if attributes:
            attributes = _plain(attributes)
        node = Node(tag, attributes, parent, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        self._count += 1
        if len(self._open) > MAX_DEPTH:
            raise self._fault(message("svg-too-deep", depth=MAX_DEPTH))
        if self._count > MAX_ELEMENTS:
            raise self._fault(message("svg-too-many", most=MAX_ELEMENTS))
        if parent is None:
            self.root = node
        else:
            parent.children.append(node)
            if parent.tag in _LETTERED:
                parent.text.append(node)
        if not tag:
            return
        self._open.append(node)
        if "id" in attributes:
            self.ids.setdefault(attributes["id"], node)
        if tag == "style":
            self.sheets.append(node)
        elif tag in _MOVING:
            self.moving.append(node)

    def _end(self, _: str) -> None:
        if self._skipping:
            self._skipping -= 1
        else:
            self._open.pop()

    def _characters(self, text: str) -> None:
        if self._open and not self._skipping and (self._open[-1].tag in _LETTERED or not text.isspace()):
            self._open[-1].text.append(text)

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            raise self._fault(message("instruction", target=target))

    def _doctype(self, name: str, *_: object) -> None:
        if name.rpartition(":")[2] != "svg":
            raise self._fault(message("not-svg", tag=short(name), space=SVG))

    def _entity(self, name: str, parameter: bool, value: str | None, *_: object) -> None:
        # Plain text cannot be told from markup or a further entity otherwise; those are how bombs are built.
        if parameter or value is None or "&" in value or "<" in value or "%" in value:
            raise self._fault(message("entity-not-taken", name=short(name)))
        if len(value) * self._references > MAX_BYTES:
            raise self._fault(message("entity-too-long", name=short(name)))

    def _skipped(self, name: str, _: bool) -> None:
        raise self._fault(message("entity-not-taken", name=short(name)))


def _alone(text: str) -> str:
    """The text without the address of a document type: nothing is read from there, and without it entities that are
    not declared in the file itself are mistakes of XML, not skipped."""
    if "<!DOCTYPE" not in text:
        return text
    quoted = r"""\s+(?:"[^"]*"|'[^']*')"""
    address = rf"(?<=<!DOCTYPE svg)\s+(?:PUBLIC{quoted}|SYSTEM)(?:{quoted})?"
    return re.sub(address, lambda found: "".join(c if c == "\n" else " " for c in found[0]), text, count=1)


def _plain(attributes: dict[str, str]) -> dict[str, str]:
    """Attributes without those of other namespaces; a reference is `href` in both versions of SVG."""
    if not any(" " in name for name in attributes):
        return attributes
    kept = {name: value for name, value in attributes.items() if " " not in name}
    if space := attributes.get("http://www.w3.org/XML/1998/namespace space"):
        kept.setdefault("white-space", "pre" if space == "preserve" else "normal")
    for name in _HREFS:
        if name in attributes:
            kept.setdefault("href", attributes[name])
    return kept


def wordless(node: Node) -> bool:
    words = any(isinstance(part, str) and not part.isspace() for part in node.text)
    return not words and node.tag != "tref" and all(map(wordless, node.children))


def is_within(node: Node, outer: Node) -> bool:
    above: Node | None = node
    while above is not None and above is not outer:
        above = above.parent
    return above is not None
