"""What the file says of itself: catalogue, XMP, output intent.

In: a Subject. Out: Faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from report.conform.accessibility.finding import A2, UA, Check, Fault
from report.conform.accessibility.subject import Subject
from report.conform.packet import described
from report.conform.preflight.objects import data, elements, get, name, words

UA_SCHEMA = "http://www.aiim.org/pdfua/ns/id/"
TWINS = {"Title": "dc:title", "Author": "dc:creator", "Subject": "dc:description", "Keywords": "pdf:Keywords"}
TWINS |= {"Creator": "xmp:CreatorTool", "Producer": "pdf:Producer"}
DATES = {"CreationDate": "xmp:CreateDate", "ModDate": "xmp:ModifyDate"}
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
SPACES = {"DeviceRGB": b"RGB ", "DeviceCMYK": b"CMYK"}
AT_SPACE = slice(16, 20)  # of an ICC profile: which colours it is for
HEADER = 128


def not_marked(subject: Subject) -> Iterator[Fault]:
    if get(subject.root, "MarkInfo", "Marked") is not True or subject.structure is None:
        yield Fault()


def suspects(subject: Subject) -> Iterator[Fault]:
    if get(subject.root, "MarkInfo", "Suspects") is True:
        yield Fault()


def no_language(subject: Subject) -> Iterator[Fault]:
    if not LANGUAGE.fullmatch(subject.tree.lang):
        yield Fault(detail=subject.tree.lang)


def no_such_language(subject: Subject) -> Iterator[Fault]:
    for tag, _ in subject.tags:
        if tag.lang and not LANGUAGE.fullmatch(tag.lang):
            yield Fault(tag.page, f"{tag.role} {tag.lang}")


def title_hidden(subject: Subject) -> Iterator[Fault]:
    if get(subject.root, "ViewerPreferences", "DisplayDocTitle") is not True:
        yield Fault()


def no_packet(subject: Subject) -> Iterator[Fault]:
    if subject.xmp is None:
        yield Fault()


def not_pdfa(subject: Subject) -> Iterator[Fault]:
    yield from _lacking(subject, {"pdfaid:part": "2", "pdfaid:conformance": "A"})


def not_pdfua(subject: Subject) -> Iterator[Fault]:
    yield from _lacking(subject, {"pdfuaid:part": "1"})


def _lacking(subject: Subject, wanted: dict[str, str]) -> Iterator[Fault]:
    for key, value in wanted.items():
        if (subject.xmp or {}).get(key) != value:
            yield Fault(detail=f"{key} {value}")


def not_described(subject: Subject) -> Iterator[Fault]:
    if "pdfuaid:part" in (subject.xmp or {}) and UA_SCHEMA not in described(get(subject.root, "Metadata")):
        yield Fault(detail="pdfuaid")


def no_title(subject: Subject) -> Iterator[Fault]:
    if not (subject.xmp or {}).get("dc:title"):
        yield Fault(detail="dc:title")


def info_differs(subject: Subject) -> Iterator[Fault]:
    """What stands in both, says one thing."""
    info, xmp = get(subject.pdf.trailer, "Info"), subject.xmp or {}
    for key, twin in TWINS.items():
        told = words(get(info, key)).strip()
        if told and told != xmp.get(twin, ""):
            yield Fault(detail=f"{key}, {twin}")
    for key, twin in DATES.items():
        told, packet = ("".join(re.findall(r"\d+", each)) for each in (words(get(info, key)), xmp.get(twin, "")))
        if told and told[:14] != packet[:14]:
            yield Fault(detail=f"{key}, {twin}")


def _profiles(subject: Subject) -> list[bytes]:
    intents = [each for each in elements(get(subject.root, "OutputIntents")) if name(get(each, "S")) == "GTS_PDFA1"]
    profiles = [get(each, "DestOutputProfile") for each in intents]
    return [data(each) if isinstance(each, pikepdf.Stream) else b"" for each in profiles]


def no_intent(subject: Subject) -> Iterator[Fault]:
    profiles = _profiles(subject)
    if not profiles or any(len(profile) < HEADER for profile in profiles):
        yield Fault(detail="GTS_PDFA1")


def unspoken_colours(subject: Subject) -> Iterator[Fault]:
    """Gray may be had from any profile."""
    known = {profile[AT_SPACE] for profile in _profiles(subject) if len(profile) >= HEADER}
    for device, page in subject.marks.devices.items():
        if not known or (device in SPACES and SPACES[device] not in known):
            yield Fault(page, device)


def encrypted(subject: Subject) -> Iterator[Fault]:
    if subject.pdf.is_encrypted:
        yield Fault()


def no_id(subject: Subject) -> Iterator[Fault]:
    if len(elements(get(subject.pdf.trailer, "ID"))) != 2:
        yield Fault()


DOCUMENT = (
    Check("tagged-unsaid", f"{UA} 6.2", not_marked),
    Check("tags-suspect", f"{UA} 7.1", suspects),
    Check("language-missing", f"{UA} 7.2", no_language),
    Check("language-wrong", f"{UA} 7.2", no_such_language),
    Check("title-hidden", f"{UA} 7.1", title_hidden),
    Check("xmp-missing", f"{A2} 6.6.2.1", no_packet),
    Check("pdfa-unclaimed", f"{A2} 6.6.4", not_pdfa),
    Check("pdfua-unclaimed", f"{UA} 5", not_pdfua),
    Check("schema-undescribed", f"{A2} 6.6.2.3", not_described),
    Check("xmp-title-missing", f"{UA} 7.1", no_title),
    Check("info-xmp", f"{A2} 6.6.3", info_differs),
    Check("pdfa-intent-missing", f"{A2} 6.2.3", no_intent),
    Check("pdfa-device-colour", f"{A2} 6.2.4.3", unspoken_colours),
    Check("pdfa-encrypted", f"{A2} 6.1.3", encrypted),
    Check("trailer-id", f"{A2} 6.1.3", no_id),
)
