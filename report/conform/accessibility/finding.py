"""What a check of accessibility finds.

In: checks. Out: `Finding`: what fails, by which clause, on which page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from report.conform.accessibility.subject import Subject
from report.messages import Message

UA = "ISO 14289-1"  # PDF/UA-1
A2 = "ISO 19005-2"  # PDF/A-2
PDF = "ISO 32000-1"


class Fault(NamedTuple):
    """One place that fails. page: 0 for the file as a whole. detail: values and names, no wording."""

    page: int = 0
    detail: str = ""


class Check(msgspec.Struct, frozen=True):
    """id: of its message."""

    id: str
    clause: str
    find: Callable[[Subject], Iterator[Fault]]


class Finding(msgspec.Struct, frozen=True):
    """clause: "ISO 14289-1 7.3". detail: of the first places; count: how many there are on the page."""

    clause: str
    message: Message
    page: int
    detail: str = ""
    count: int = 1
