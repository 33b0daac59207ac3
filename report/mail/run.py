"""A run: one process that sends one mailing, and what it writes into the ledger as it goes.

In: a ledger, a mailing, the addresses of its list. Out: claims, each a recipient that no other run will touch. Every
change names the state it comes from and the run it belongs to; where the ledger says otherwise, nothing is sent.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence

from report.mail.ledger import SETTLED, Begun, Entry, Ledger
from report.mail.machine import Lock
from report.messages import failure, message


class Run:
    """Its lock is held until `close`. count: letters that were to be sent when it began. now: seconds since 1970."""

    def __init__(self, ledger: Ledger, mailing: Begun, addresses: Sequence[str], chosen: Iterable[str]) -> None:
        """A row for everyone is written before anything is sent. addresses: of the whole list, in its order. chosen: of
        these, who is to get it now. Raises Failure, or OSError."""
        self.key, self._ledger, self._base = mailing.key, ledger, ledger.base
        self._lock = Lock(ledger.folder)
        try:
            self._begin(mailing, addresses, chosen)
            ledger.begin()
        except BaseException:
            self._lock.release()
            raise

    def _begin(self, mailing: Begun, addresses: Sequence[str], chosen: Iterable[str]) -> None:
        with self._ledger.writing():
            run = (self._lock.name, self._ledger.machine, os.getpid(), mailing.begun)
            self._base.execute("INSERT INTO run VALUES (?, ?, ?, ?)", run)
            self._base.execute("UPDATE begun SET runs = runs + 1")
            self._base.execute("INSERT OR IGNORE INTO mailing VALUES (?, ?, ?, ?)", mailing)
            for name, members in (("listed", addresses), ("chosen", chosen)):
                self._base.execute(f"CREATE TEMP TABLE {name} (address TEXT PRIMARY KEY COLLATE NOCASE) WITHOUT ROWID")
                self._base.executemany(f"INSERT INTO {name} VALUES (?)", zip(members))
            self._base.executemany(
                "INSERT INTO letter (mailing, address, place, state) VALUES (?, ?, ?, 'waiting') "
                "ON CONFLICT DO UPDATE SET place = excluded.place",
                ((self.key, address, place) for place, address in enumerate(addresses)),
            )
            for old, new, who in (
                ("'withdrawn', 'deferred', 'waiting'", "waiting", "IN listed"),
                ("'deferred', 'waiting'", "withdrawn", "NOT IN listed"),
            ):
                self._base.execute(
                    f"UPDATE letter SET state = '{new}', due = 0, tries = 0 WHERE mailing = ? AND state IN ({old}) "
                    f"AND address {who}",
                    (self.key,),
                )
            self.count: int = self._base.execute(
                "SELECT count(*) FROM letter WHERE mailing = ? AND state = 'waiting' AND address IN chosen", (self.key,)
            ).fetchone()[0]

    def claim(self, most: int, now: float) -> list[tuple[str, int]]:
        """The next ones that are due, now this run's alone; each with how often it was tried."""
        with self._ledger.writing():
            found = self._base.execute(
                "SELECT address, tries FROM letter WHERE mailing = ? AND state = 'waiting' AND due <= ? "
                "AND address IN chosen ORDER BY place LIMIT ?",
                (self.key, now, most),
            ).fetchall()
            for address, _ in found:
                self._move(address, "waiting", "claimed", self._lock.name, now)
        return found

    def bury(self) -> None:
        """Take over what other runs have left that died since."""
        self._ledger.bury()

    def next_due(self) -> float | None:
        """When the next of those that wait is due."""
        with self._ledger.told():
            (due,) = self._base.execute(
                "SELECT min(due) FROM letter WHERE mailing = ? AND state = 'waiting' AND address IN chosen", (self.key,)
            ).fetchone()
            return due

    def at_dot(self, address: str, now: float) -> None:
        """The letter is all but sent. Raises Failure where the row is no longer ours, or the ledger no longer there:
        then the dot must not follow."""
        if not self._ledger.is_there:
            raise failure(None, message("ledger-gone", file=self._ledger.path))
        with self._ledger.writing():
            self._move(address, "claimed", "committing", self._lock.name, now)

    def answered(self, address: str, state: str, now: float, code: int, reply: str) -> None:
        """sent, refused, deferred or uncertain; with the relay's words."""
        self._end(Entry(address, state, now, code, reply))

    def again(self, address: str, due: float, tries: int, now: float, code: int, reply: str) -> None:
        """To be tried once more, from `due` on."""
        self._end(Entry(address, "waiting", now, code, reply), due, tries)

    def finished(self) -> bool:
        """Every row of the mailing is settled."""
        return set(self._ledger.counts(self.key)) <= set(SETTLED)

    def close(self) -> None:
        """What was claimed is free again; a letter whose reply is not known is uncertain."""
        try:
            with self._ledger.writing():
                self._ledger.release(self._lock.name)
        finally:
            self._lock.release()

    def __enter__(self) -> Run:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _end(self, row: Entry, due: float = 0.0, tries: int = 0) -> None:
        with self._ledger.writing():
            done = self._base.execute(
                "UPDATE letter SET state = ?, run = NULL, at = ?, code = ?, reply = ?, due = ?, tries = ? "
                "WHERE mailing = ? AND address = ? AND run = ? AND state IN ('claimed', 'committing')",
                (row.state, row.at, row.code, row.reply, due, tries, self.key, row.address, self._lock.name),
            )
            self._one(done)

    def _move(self, address: str, old: str, new: str, run: str, now: float) -> None:
        owner = "run IS NULL" if old == "waiting" else "run = ?2"
        change = "UPDATE letter SET state = ?1, run = ?2, at = ?3"
        self._one(self._base.execute(
            f"{change} WHERE mailing = ?4 AND address = ?5 AND state = ?6 AND {owner}",
            (new, run, now, self.key, address, old),
        ))  # fmt: skip

    def _one(self, done: sqlite3.Cursor) -> None:
        if done.rowcount != 1:
            raise failure(None, message("ledger-taken", file=self._ledger.path))
