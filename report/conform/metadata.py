"""What a file says of itself, for programs: an XMP packet that agrees with its Info dictionary (ISO 16684-1).

In: Metadata, and the standards that the file claims. Out: the packet. FACTS is the one table of which fact stands
where; a claim whose schema is not among those that PDF/A knows brings its description with it (ISO 19005-2, 6.6.2.3).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from report.paint.target import Metadata

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


class Claim(NamedTuple):
    """A standard that a file says it meets. properties: of its schema; described: what PDF/A does not know of it."""

    properties: tuple[tuple[str, str], ...]
    described: str = ""


PDFA_2A = Claim((("pdfaid:part", "2"), ("pdfaid:conformance", "A")))
PDFUA_1 = Claim(
    (("pdfuaid:part", "1"),),
    """<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>""",
)


def escape(words: str) -> str:
    """Words as XML's text. (xml.sax's own function brings in half of the standard library's network code.)"""
    return html.escape(words, quote=False)


def _alternatives(words: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(words)}</rdf:li></rdf:Alt>'


def _list(kind: str) -> Callable[[str], str]:
    return lambda words: f"<rdf:{kind}><rdf:li>{escape(words)}</rdf:li></rdf:{kind}>"


def _bag(words: str) -> str:
    return "<rdf:Bag>" + "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in words.split(", ")) + "</rdf:Bag>"


def xmp_date(iso: str) -> str:
    """An ISO 8601 date as XMP takes it: with a time, it says the zone."""
    return re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", iso) if "T" in iso else iso


FACTS: tuple[tuple[str, Callable[[Metadata], str], Callable[[str], str]], ...] = (
    ("dc:title", lambda m: m.title, _alternatives),  # Title
    ("dc:creator", lambda m: m.author, _list("Seq")),  # Author
    ("dc:description", lambda m: m.subject, _alternatives),  # Subject
    ("dc:subject", lambda m: m.keywords, _bag),  # Keywords, one by one
    ("dc:language", lambda m: m.language, _list("Bag")),
    ("pdf:Keywords", lambda m: m.keywords, escape),  # Keywords
    ("pdf:Producer", lambda m: m.producer, escape),  # Producer
    ("xmp:CreateDate", lambda m: xmp_date(m.created), escape),  # CreationDate
    ("xmp:ModifyDate", lambda m: xmp_date(m.created), escape),  # ModDate
)


def xmp(metadata: Metadata, claims: Sequence[Claim]) -> bytes:
    """The packet, as UTF-8."""
    written = [(key, write(value)) for key, read, write in FACTS if (value := read(metadata))]
    written += [entry for claim in claims for entry in claim.properties]
    schemas = "".join(claim.described for claim in claims)
    if schemas:
        written.append(("pdfaExtension:schemas", f"<rdf:Bag>{schemas}</rdf:Bag>"))
    body = "\n".join(f"<{key}>{value}</{key}>" for key, value in written)
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items() if f"{prefix}:" in body)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {names}>\n{body}\n</rdf:Description>\n'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()
