"""PDF/X-4 as a table, metadata: what the file says of itself and of the press it is made for (ISO 15930-7:2010).

In: a Subject. Out: Faults. Clauses by chapter: 6.4 colour, with the output intent; 6.9 trapping; 6.11 identification,
with XMP, Info and the trailer's ID. PDF/X-4 is claimed in XMP alone: the old keys of Info say nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.conform.preflight.finding import Check, Fault
from report.conform.preflight.objects import data, digest, elements, get, name, number, words
from report.conform.preflight.subject import Subject, info_words

COUNTS = {"CMYK": 4, "GRAY": 1, "RGB": 3}
CLAIM = "PDF/X-4"
NEEDED = (
    *("dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"),
    *("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass"),
)
TWINS = {"Title": "dc:title", "Author": "dc:creator", "Subject": "dc:description", "Keywords": "pdf:Keywords"}
TWINS |= {"Creator": "xmp:CreatorTool", "Producer": "pdf:Producer"}
DATES = {"CreationDate": "xmp:CreateDate", "ModDate": "xmp:ModifyDate"}
DIGITS = re.compile(r"\d+")
TO_THE_SECOND = 14


def no_intent(subject: Subject) -> Iterator[Fault]:
    if not subject.intents:
        yield Fault(detail="GTS_PDFX")


def many_intents(subject: Subject) -> Iterator[Fault]:
    if len(subject.intents) > 1:
        yield Fault(detail=f"GTS_PDFX × {len(subject.intents)}")


def no_profile(subject: Subject) -> Iterator[Fault]:
    for intent in subject.intents:
        if not intent.digest:
            yield Fault(detail="DestOutputProfile")


def wrong_profile(subject: Subject) -> Iterator[Fault]:
    """Of an output device ("prtr"), for CMYK, gray or RGB, its N true."""
    for intent in subject.intents:
        count = int(number(get(intent.entries, "DestOutputProfile", "N")))
        if intent.digest and (intent.kind != "prtr" or COUNTS.get(intent.space) != count):
            yield Fault(detail=f"{intent.kind} {intent.space}, N {count}")


def no_identifier(subject: Subject) -> Iterator[Fault]:
    for intent in subject.intents:
        if not words(get(intent.entries, "OutputConditionIdentifier")).strip():
            yield Fault(detail="OutputConditionIdentifier")


def not_described(subject: Subject) -> Iterator[Fault]:
    """A condition of no registry is told in Info."""
    for intent in subject.intents:
        registry, about = (words(get(intent.entries, key)).strip() for key in ("RegistryName", "Info"))
        if not registry and not about:
            yield Fault(detail="Info, RegistryName")


def other_profile(subject: Subject) -> Iterator[Fault]:
    """Intents for other standards share the profile."""
    profiles = [get(entries, "DestOutputProfile") for entries in elements(get(subject.root, "OutputIntents"))]
    if len({digest(data(profile)) for profile in profiles if hasattr(profile, "read_bytes")}) > 1:
        yield Fault(detail="OutputIntents")


def no_packet(subject: Subject) -> Iterator[Fault]:
    if subject.xmp is None:
        yield Fault(detail="Metadata")


def no_claim(subject: Subject) -> Iterator[Fault]:
    claim = (subject.xmp or {}).get("pdfxid:GTS_PDFXVersion", "")
    if subject.xmp is not None and claim != CLAIM:
        yield Fault(detail=f"pdfxid:GTS_PDFXVersion {claim}".strip())


def incomplete(subject: Subject) -> Iterator[Fault]:
    if subject.xmp is not None:
        yield from (Fault(detail=key) for key in NEEDED if not subject.xmp.get(key))


def not_trapped(subject: Subject) -> Iterator[Fault]:
    """Info says True or False."""
    told = name(get(subject.info, "Trapped"))
    if told not in ("True", "False"):
        yield Fault(detail=f"Trapped {told}".strip())


def trapped_otherwise(subject: Subject) -> Iterator[Fault]:
    told, packet = name(get(subject.info, "Trapped")), (subject.xmp or {}).get("pdf:Trapped", "")
    if subject.xmp is not None and told in ("True", "False") and packet != told:
        yield Fault(detail=f"Trapped {told}, pdf:Trapped {packet}".strip())


def info_differs(subject: Subject) -> Iterator[Fault]:
    """What stands in both, says one thing; dates to the second, where both say so much."""
    for key, twin in TWINS.items() if subject.xmp is not None else ():
        told, packet = info_words(subject, key).strip(), (subject.xmp or {}).get(twin, "")
        if told and told != packet:
            yield Fault(detail=f"{key}, {twin}")
    for key, twin in DATES.items() if subject.xmp is not None else ():
        told, packet = ("".join(DIGITS.findall(each)) for each in (info_words(subject, key), subject.xmp.get(twin, "")))  # type: ignore[union-attr]
        if told and told[:TO_THE_SECOND] != packet[:TO_THE_SECOND]:
            yield Fault(detail=f"{key}, {twin}")


def no_id(subject: Subject) -> Iterator[Fault]:
    parts = [bytes(part) for part in elements(get(subject.pdf.trailer, "ID"))]
    if len(parts) != 2 or not all(parts):
        yield Fault(detail="ID")


PDFX = (
    Check("intent-missing", "error", no_intent, "6.4"),
    Check("intents", "error", many_intents, "6.4"),
    Check("profile-missing", "error", no_profile, "6.4"),
    Check("profile", "error", wrong_profile, "6.4"),
    Check("condition", "error", no_identifier, "6.4"),
    Check("condition-info", "error", not_described, "6.4"),
    Check("intents-differ", "error", other_profile, "6.4"),
    Check("xmp-missing", "error", no_packet, "6.11"),
    Check("claim", "error", no_claim, "6.11"),
    Check("xmp-property", "error", incomplete, "6.11"),
    Check("info-xmp", "error", info_differs, "6.11"),
    Check("trailer-id", "error", no_id, "6.11"),
    Check("trapped", "error", not_trapped, "6.9"),
    Check("trapped-xmp", "error", trapped_otherwise, "6.9"),
)
