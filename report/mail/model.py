"""What the two halves of the room hand each other: who is written to, a letter, a mailing, the relay it goes by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, Protocol

import msgspec

from report.messages import Origin
from report.source import Count


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the list. address: as in Letter. language: of the templates ("ja"). group: "" or one of the list's own.
    origin: of the address."""

    name: str
    organisation: str
    honorific: str
    address: str
    language: str = "ja"
    group: str = ""
    origin: Origin


class Letter(NamedTuple):
    """One message to one recipient.

    address: of the envelope; its domain in small letters and A-labels (IDNA), the local part as written. parts: joined,
    the whole message (RFC 5322), lines end with CRLF, dots are not stuffed; what all letters of a mailing share is the
    same object in each. smtputf8: its address or its headers need SMTPUTF8 (RFC 6531).
    """

    address: str
    parts: tuple[bytes, ...]
    smtputf8: bool = False


class Mailing(Protocol):
    """One edition to the recipients chosen.

    edition: its id and year. key: a hex digest of them, the file's checksum and the templates' checksum. count: of
    letters.
    subject: of the first of them. sender: the envelope's. size: bytes on the wire of the largest letter.
    """

    @property
    def edition(self) -> str: ...

    @property
    def key(self) -> str: ...

    @property
    def subject(self) -> str: ...

    @property
    def count(self) -> int: ...

    @property
    def sender(self) -> str: ...

    @property
    def size(self) -> int: ...

    @property
    def recipients(self) -> tuple[Recipient, ...]: ...

    def letters(self) -> Iterator[Letter]: ...

    def letter(self, recipient: Recipient) -> Letter: ...


class Relay(msgspec.Struct, frozen=True, kw_only=True):
    """The server that takes the letters. The password is read from the environment (REPORT_MAIL_PASSWORD) or the
    system's keyring, never from a file. user: "": without login.

    security: `starttls` (port 587), `tls` from the first byte (465), `none` only to the machine itself. rate: messages
    a second. timeout: seconds to wait for an answer. signs-unsubscribe: it signs (DKIM) the headers of one-click
    unsubscription. dkim-selector: under which the key of its signatures stands in DNS; only `report mail doctor` asks.
    """

    origin: Origin
    host: str
    port: Count
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    rate: float = 2.0
    timeout: float = 60.0
    signs_unsubscribe: bool = False
    dkim_selector: str = ""
