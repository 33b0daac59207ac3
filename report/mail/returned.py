"""A message that came back: to whom the letter did not come, and why, as far as it says so.

    multipart/report, delivery-status   RFC 3464: Final-Recipient, Action, Status, Diagnostic-Code
    of a mail system, in words          as Japanese carriers and old servers write: an address, with a code or a reason
    anything else                       no bounce: an answer of a machine on holiday, a receipt, a letter of a person

In: its bytes. Out: a Notice. What it states is taken as words, never followed: no HTML, no link, and
not more than so much of it.
"""

from __future__ import annotations

import email
import email.errors
import email.message
import hashlib
import re
from collections.abc import Iterator
from email.utils import mktime_tz, parseaddr, parsedate_tz
from typing import Literal, NamedTuple

from report.mail.parts import TEXT, decoded, decoded_words, header, text_of, unwrapped
from report.mail.plain_notice import ADDRESS, STATUS, SYSTEMS, Outcome, Returned, code_of, in_words, short

PARTS, RECIPIENTS = 60, 100  # of a message at most
FAILURE = r"(?i)エラー|不達|配信不能|undeliver|failure|returned mail"  # as au calls it, from an address like any other
Kind = Literal["bounce", "automatic", "receipt", "unclear", "other"]


class Notice(NamedTuple):
    """kind: `unclear` of a mail system that states no address with a code or a reason. ids: the Message-IDs of what
    came back with it. others: of what it answers. at: its date, in seconds since 1970. digest: the same however it was
    saved."""

    kind: Kind
    recipients: tuple[Returned, ...] = ()
    ids: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    at: float | None = None
    digest: str = ""


def notice_of(data: bytes) -> Notice:
    """Also of bytes that are no message."""
    try:
        made = email.message_from_bytes(data)
        return _notice(made, data)
    except (email.errors.MessageError, RecursionError, LookupError, ValueError, TypeError, AttributeError):
        # the library's, of what is no message
        return Notice("other")


def _notice(made: email.message.Message, data: bytes) -> Notice:
    parts = list(_parts(made))
    found = tuple(each for part in parts if _is_status(part) for each in _stated(part))
    texts = [text_of(part) for part in parts if part.get_content_type() == "text/plain" and not part.get_filename()]
    kind: Kind = "bounce" if found else _kind(made)
    if kind == "bounce" and not found:
        found = tuple(in_words(header(made, "X-Failed-Recipients"), "\n".join(texts)))
        kind = "bounce" if found else "unclear"
    ids: list[str] = []
    if kind == "bounce":
        ids = [header(head, "Message-ID") for part in parts for head in _heads(part)]
        ids += re.findall(r"(?im)^[ >]*Message-ID:\s*(<[^<>\s]{1,300}>)", "\n".join(texts))
    others = f"{header(made, 'In-Reply-To')} {header(made, 'References')}"
    date = parsedate_tz(header(made, "Date"))
    return Notice(
        kind,
        found[:RECIPIENTS],
        tuple(dict.fromkeys(filter(None, map(_id, ids)))),
        tuple(map(_id, re.findall(r"<[^<>\s]{1,300}>", others)[:PARTS])),
        float(mktime_tz(date)) if date else None,
        _digest(made, data),
    )


def _digest(made: email.message.Message, data: bytes) -> str:
    """Mail programs add headers of their own and change line ends when they save."""
    own = header(made, "Message-ID")
    body = b"\n".join(re.split(rb"\r?\n\r?\n", data, maxsplit=1)[1:]).replace(b"\r\n", b"\n").strip()
    said = f"{own}\0{header(made, 'Date')}".encode("utf-8", "replace") if own else body
    return hashlib.sha256(said).hexdigest()


def _parts(made: email.message.Message) -> Iterator[email.message.Message]:
    """Those of the notice itself, not those within what it returns."""
    waiting = [made]
    for _ in range(PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        yield part
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting[:0] = part.get_payload()


def _kind(made: email.message.Message) -> Kind:
    """By who sends it and what it calls itself."""
    shown, sender = parseaddr(header(made, "From"))
    subject = decoded_words(header(made, "Subject"))
    if made.get_content_type() == "multipart/report" and made.get_param("report-type") != "delivery-status":
        return "receipt" if made.get_param("report-type") == "disposition-notification" else "other"
    local = sender.rpartition("@")[0] or sender
    if re.fullmatch(SYSTEMS, local or shown) or "mail delivery" in shown.lower() or made["X-Failed-Recipients"]:
        return "bounce"
    automatic = header(made, "Auto-Submitted").lower().startswith("auto") or any(
        made[name] for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress")
    )
    words = r"(?i)out of office|auto(?:matic|-)?\s?-?(?:reply|response)|away from|自動(?:応答|返信)|不在"
    if automatic or re.search(words, subject):
        return "automatic"
    nobody = header(made, "Return-Path") == "<>" or re.search(FAILURE, subject)
    return "bounce" if nobody and any(next(_heads(part), None) for part in _parts(made)) else "other"


def _is_status(part: email.message.Message) -> bool:
    return part.get_content_type() in ("message/delivery-status", "message/global-delivery-status")


def _stated(part: email.message.Message) -> Iterator[Returned]:
    """RFC 3464: a group of fields for each recipient, after one for the message."""
    payload = part.get_payload()
    raw = b"\n\n".join(each.as_bytes() for each in payload) if isinstance(payload, list) else str(payload).encode()
    for group in re.split(r"\n\s*\n", decoded(unwrapped(raw, part)[:TEXT]).replace("\r\n", "\n")):
        fields = email.message_from_string(group.strip())
        final, original = (_mailbox(header(fields, name)) for name in ("Final-Recipient", "Original-Recipient"))
        if not (final or original):
            continue
        reason = re.sub(r"^\s*[\w.-]+\s*;\s*", "", header(fields, "Diagnostic-Code"))
        status = re.search(STATUS, header(fields, "Status")) or re.search(STATUS, reason)
        action = header(fields, "Action").partition("(")[0].strip().lower()
        code = code_of(reason)
        digit = status[1] if status else str(code)[0] if code else ""
        words = reason if status and status[0] in reason else f"{status[0] if status else ''} {reason}"
        if status and status[0] in PASSING:
            digit = "4"
        yield Returned(_outcome(action, digit), final or original, original, code, short(words))


PASSING = ("5.2.2",)  # a full mailbox (RFC 3463), which many systems call permanent


def _outcome(action: str, digit: str) -> Outcome:
    match action:
        case "delayed":
            return "delayed"
        case "delivered" | "relayed" | "expanded":
            return "arrived"
        case "failed":
            return "failed for now" if digit == "4" else "failed"
    return {"4": "delayed", "2": "arrived"}.get(digit, "failed")  # type: ignore[return-value]


def _heads(part: email.message.Message) -> Iterator[email.message.Message]:
    """The headers of a message that is returned, whole or not."""
    if part.get_content_type() in ("message/rfc822", "message/global") and part.is_multipart():
        yield part.get_payload()[0]
    elif part.get_content_type() in ("text/rfc822-headers", "message/global-headers", "message/partial"):
        inner = part.get_payload()
        yield inner[0] if isinstance(inner, list) else email.message_from_bytes(unwrapped(inner.encode(), part)[:TEXT])


def _id(words: str) -> str:
    found = re.search(r"<([^<>\s]{1,300})>", words)
    return found[1] if found else ""


def _mailbox(field: str) -> str:
    """An address of `rfc822; a@x.example`; "" where there is none."""
    words = field.partition(";")[2] or field
    found = re.search(ADDRESS, words)
    return found[0] if found else ""
