"""An XMP packet as plain values (ISO 16684-1).

In: a metadata stream that nobody vouches for. Out: its properties by prefix and name; which schemas it describes.
"""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from report.conform.preflight.objects import data

PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
}
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DESCRIBED = "{http://www.aiim.org/pdfa/ns/schema#}namespaceURI"


def properties(stream: Any) -> dict[str, str] | None:
    """Each as its text; of lists and alternatives, the first entry. None without a packet that can be read."""
    tree = _tree(stream)
    if tree is None:
        return None
    found: dict[str, str] = {}
    for description in tree.iter(f"{RDF}Description"):
        entries = [(key, value) for key, value in description.attrib.items()]
        entries += [(child.tag, _said(child)) for child in description]
        for key, value in entries:
            uri, _, local = key.lstrip("{").partition("}")
            if uri in PREFIXES:
                found.setdefault(f"{PREFIXES[uri]}:{local}", value.strip())
    return found


def _said(element: ElementTree.Element) -> str:
    entry = next(element.iter(f"{RDF}li"), None)
    return (element.text if entry is None else entry.text) or ""


def described(stream: Any) -> set[str]:
    """The namespaces whose properties the packet itself explains (PDF/A's extension schemas)."""
    tree = _tree(stream)
    return set() if tree is None else {(each.text or "").strip() for each in tree.iter(DESCRIBED)}


def _tree(stream: Any) -> ElementTree.Element | None:
    if not hasattr(stream, "read_bytes"):
        return None
    packet = data(stream)
    if b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:  # no XMP has one; what it could do to a parser is known
        return None
    try:
        return ElementTree.fromstring(packet.strip(b"\x00"))
    except (ElementTree.ParseError, ValueError):
        return None
