"""What a check finds, and what a finding becomes for a reader.

In: checks. Out: `Finding`: a check with the places of one page that fail it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

import msgspec

from report.conform.preflight.shapes import Bounds
from report.conform.preflight.subject import Subject
from report.messages import Message, Origin, Severity, message

X4 = "ISO 15930-7"
TRADE = "trade practice"
Profile = Literal["x4", "plain"]


class Fault(NamedTuple):
    """One place that fails a check. page: 0 for the file as a whole. detail: values and names, no wording."""

    page: int = 0
    bounds: Bounds | None = None
    detail: str = ""


class Coverage(NamedTuple):
    """An area that takes more ink than the press can dry. percent: of the four plates together."""

    page: int
    bounds: Bounds
    percent: float


class Provisional(NamedTuple):
    """A figure that nobody has published, and where the text leans on it. page: 0 where that is not known."""

    id: str
    origin: Origin | None = None
    page: int = 0


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What the caller knows of the file, and wants. multiple: of pages, that a binding needs. limit: of all inks
    together, per cent: where pages are to be looked at for it. without: names of checks that do not apply. final: no
    proof, so that provisional figures are errors.

    origin: (page, left, top, width, height in pt from the trim's upper left) -> the source that made it.
    """

    profile: Profile = "x4"
    coverage: tuple[Coverage, ...] = ()
    provisional: tuple[Provisional, ...] = ()
    multiple: int = 4
    limit: float | None = None
    without: tuple[str, ...] = ()
    final: bool = False
    origin: Callable[[int, tuple[float, float, float, float]], Origin | None] | None = None


# What a folded booklet's sheets ask for: two sides each; inner ones are cut narrower by their creep.
OF_SHEETS: dict[str, Any] = {"multiple": 2, "without": ("sizes",)}


class Check(msgspec.Struct, frozen=True):
    """name: the id of its message, too. clause: of ISO 15930-7 ("6.12"), or "" for trade practice. find: the faults of
    a file."""

    name: str
    severity: Severity
    find: Callable[[Subject], Iterator[Fault]]
    clause: str = ""

    @property
    def message(self) -> Message:
        return message(self.name)

    @property
    def source(self) -> str:
        return f"{X4}, {self.clause}" if self.clause else TRADE


class Finding(msgspec.Struct, frozen=True):
    """page: 0 for the file as a whole. places: in default user space, the first of them first.

    millimetres: the first place as left, top, width, height from the trim's upper left corner.
    """

    check: Check
    page: int = 0
    detail: str = ""
    places: tuple[Bounds, ...] = ()
    millimetres: tuple[float, float, float, float] | None = None
    origin: Origin | None = None
