"""What the world is told of the From domain (DNS): who may send for it, and what becomes of letters that seem not to.

In: a domain, what asks DNS. Out: Findings. Where nobody answers, or does not know the domain itself (as in an office's
own network), a finding says so: it is no fault of the domain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from report.messages import Message, Origin, message

PATIENCE = 5.0  # seconds for an answer
SHOWN = 120  # characters of a record
Level = Literal["ok", "warning", "error", "unknown"]


class Finding(NamedTuple):
    """One line of what `report mail doctor` tells. hint: in the place of the message's own."""

    level: Level
    about: Message
    origin: Origin | None = None
    hint: Message | None = None


class Answer(NamedTuple):
    """The TXT records of a name. exists: the name does, with or without such records."""

    texts: tuple[str, ...] = ()
    exists: bool = True


Ask = Callable[[str], Answer | None]  # None: no answer


def ask_dns(name: str) -> Answer | None:
    """By the resolver of the system."""
    from dns.exception import DNSException
    from dns.resolver import NXDOMAIN, NoAnswer, Resolver

    try:
        found = Resolver().resolve(f"{name}.", "TXT", lifetime=PATIENCE)
    except NXDOMAIN:
        return Answer(exists=False)
    except NoAnswer:
        return Answer()
    except (DNSException, OSError):
        return None
    return Answer(tuple(b"".join(record.strings).decode("utf-8", "replace") for record in found))


def of_domain(domain: str, ask: Ask, selector: str = "", one_click: bool = False) -> Iterator[Finding]:
    """selector: of DKIM, "" if it is not configured. one_click: headers are sent that must be signed."""
    own = ask(domain)
    if own is None or not own.exists:
        about = message("domain-unknown", domain=domain) if own else message("dns-silent", domain=domain)
        yield Finding("unknown", about)
        return
    yield _spf(domain, own)
    if selector:
        yield _dkim(domain, selector, ask)
    elif one_click:
        yield Finding("unknown", message("dkim-unnamed"))
    yield _dmarc(domain, ask)


def _spf(domain: str, own: Answer) -> Finding:
    records = [text for text in own.texts if re.match(r"(?i)v=spf1(?: |$)", text)]
    if not records:
        return Finding("warning", message("spf-missing", domain=domain))
    if len(records) > 1:
        return Finding("error", message("spf-several", domain=domain, count=len(records)))
    if re.search(r"(?i)(?:^| )\+?all(?: |$)", records[0]):
        return Finding("error", message("spf-all", record=records[0][:SHOWN]))
    return Finding("ok", message("spf-found", record=records[0][:SHOWN]))


def _dkim(domain: str, selector: str, ask: Ask) -> Finding:
    name = f"{selector}._domainkey.{domain}"
    found = ask(name)
    if found is None:
        return Finding("unknown", message("dns-silent", domain=name))
    key = next((text for text in found.texts if "p" in _tags(text)), None)
    if key is None:
        return Finding("error", message("dkim-missing", name=name))
    if not _tags(key)["p"]:
        return Finding("error", message("dkim-revoked", name=name))
    return Finding("ok", message("dkim-found", name=name))


def _dmarc(domain: str, ask: Ask) -> Finding:
    """That of the domain, or of the nearest one above it."""
    labels = domain.split(".")
    for start in range(len(labels) - 1):
        name = f"_dmarc.{'.'.join(labels[start:])}"
        found = ask(name)
        if found is None:
            return Finding("unknown", message("dns-silent", domain=name))
        records = [text for text in found.texts if _tags(text).get("v", "").upper() == "DMARC1"]
        if len(records) > 1:
            return Finding("error", message("dmarc-several", name=name, count=len(records)))
        if records:
            policy = _tags(records[0]).get("p", "").lower()
            if policy not in ("none", "quarantine", "reject"):
                return Finding("error", message("dmarc-wrong", record=records[0][:SHOWN]))
            return Finding("ok", message("dmarc-found", name=name, policy=policy))
    return Finding("warning", message("dmarc-missing", domain=domain))


def _tags(record: str) -> dict[str, str]:
    """Of `v=DMARC1; p=none`."""
    pairs = (part.partition("=") for part in record.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}
