"""Which letter a notice is about, and what the ledger makes of it.

In: a Ledger, Notices. Out: Marks. A letter is found by its Message-ID, which nobody makes up who has not had it; where
the notice gives none back, by the address and the time. One that gives back the Message-ID of another letter is about
that one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from report.mail.addresses import Unfit, parts_of
from report.mail.ledger import Entry, Ledger
from report.mail.message import recipient_id
from report.mail.plain_notice import Returned
from report.mail.returned import Notice

EARLY, LATE = 3600.0, 10 * 86400.0  # seconds between a letter and a notice of it: clocks differ, relays try for days
STATES = {"failed": "bounced", "failed for now": "bounced-now"}


class Mark(NamedTuple):
    """What became of what a notice says of one recipient. done: `marked`, `known` (already), `delayed`, `arrived`,
    `unknown` (no letter of the ledger), or a state that it cannot follow. entry: the row as it is to be, if any."""

    done: str
    said: Returned
    entry: Entry | None = None


class Letters:
    """Those of a ledger, to be found by what notices say."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._by_id: dict[str, tuple[str, Entry]] = {}
        self._by_address: dict[str, list[tuple[str, Entry]]] = {}
        for mailing in ledger.mailings():
            for entry in ledger.entries(mailing.key):
                self._by_id[recipient_id(mailing.key, entry.address)] = (mailing.key, entry)
                self._by_address.setdefault(_same(entry.address), []).append((mailing.key, entry))

    def mark(self, notice: Notice, now: float) -> Iterator[Mark]:
        """now: seconds since 1970."""
        at = min(notice.at or now, now)
        own = self._own(notice)
        for said in _about(notice, own[1].address) if own else notice.recipients:
            found = own or self._named(said, notice, at)
            if found is None:
                yield Mark("unknown", said)
                continue
            key, entry = found
            if said.outcome in STATES:
                entry = Entry(entry.address, STATES[said.outcome], at, said.code, said.words)
                yield Mark(self._ledger.returned(key, entry, notice.digest), said, entry)
            else:
                yield Mark(said.outcome, said, entry)

    def _own(self, notice: Notice) -> tuple[str, Entry] | None:
        ids = (id.partition("@")[0] for id in (*notice.ids, *notice.others))
        return next((self._by_id[id] for id in ids if id in self._by_id), None)

    def _named(self, said: Returned, notice: Notice, at: float) -> tuple[str, Entry] | None:
        if notice.ids:
            return None
        for address in filter(None, (said.original, said.address)):
            for key, entry in self._by_address.get(_same(address), ()):
                if entry.at is not None and -EARLY <= at - entry.at <= LATE:
                    return key, entry
        return None


def _about(notice: Notice, address: str) -> tuple[Returned, ...]:
    """Of what it says, what is about a letter to one address: under that address, or where that leads to."""
    named = [each for each in notice.recipients if _same(address) in (_same(each.address), _same(each.original))]
    failed = [each for each in notice.recipients if each.outcome in STATES]
    return tuple((named or failed or notice.recipients)[:1])


def _same(address: str) -> str:
    """Equal for two ways to write one address."""
    local, _, domain = address.rpartition("@")
    try:
        return parts_of(f"{local.strip(chr(34))}@{domain}").same
    except Unfit:
        return address.lower()
