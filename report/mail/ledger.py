"""The ledger: who has got which mailing. It is written before anything is done, so that a crash leaves but one doubt.

In: the folder `sent/` of a project. Out: a row for each recipient of each mailing, in one of these states:

    waiting     not sent; to be sent, from `due` on
    claimed     a run has taken it, and is before the final dot: if the run dies, it is waiting again
    committing  the final dot is being sent: if the run dies, or the connection, it is uncertain
    uncertain   the relay may have taken it or not, and nobody can know; never sent again by itself
    deferred    the relay said "not now" as often as a run asks; waiting again in the next run
    sent, refused   with the relay's words, or the user's (`settle`)
    bounced     taken by the relay, and returned since, with the words of the notice (`bounces`)
    bounced-now     likewise, for a reason that may pass: a full mailbox, a server that does not answer (4.x.x)
    withdrawn   no longer on the list

A run holds a lock of the system as long as its process lives; who finds a claim without one takes it over. SQLite in
WAL mode with synchronous FULL: what was written is on the disk before the next byte goes to the relay.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from report.deliver.changes import alone
from report.deliver.files import force_names, write_whole
from report.mail.machine import cards, forget, is_alive, this_machine
from report.messages import Foreign, failure, message

NAME = "ledger.sqlite"
COUNT = "ledger.count"  # how many runs have begun: a ledger that knows of fewer was brought back from a backup
VERSION = 2  # since 2 it knows what was returned
PATIENCE = 60.0  # seconds to wait for another run that is writing
SETTLED = ("sent", "refused", "bounced", "bounced-now", "withdrawn")
RETURNED = {"bounced": ("sent", "uncertain", "bounced-now"), "bounced-now": ("sent", "uncertain")}  # from which states
OPEN_TO_THE_USER = ("uncertain", "refused", "bounced", "bounced-now")  # what `settle` may change
TABLES = """
CREATE TABLE IF NOT EXISTS place (machine TEXT NOT NULL, file TEXT NOT NULL, cards TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS mailing (
    key TEXT PRIMARY KEY, edition TEXT NOT NULL, subject TEXT NOT NULL, begun REAL NOT NULL);
CREATE TABLE IF NOT EXISTS run (
    name TEXT PRIMARY KEY, machine TEXT NOT NULL, pid INTEGER NOT NULL, begun REAL NOT NULL);
CREATE TABLE IF NOT EXISTS letter (
    mailing TEXT NOT NULL, address TEXT NOT NULL COLLATE NOCASE, place INTEGER NOT NULL, state TEXT NOT NULL, run TEXT,
    due REAL NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0, at REAL, code INTEGER, reply TEXT,
    PRIMARY KEY (mailing, address)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS returned (
    digest TEXT NOT NULL, mailing TEXT NOT NULL, address TEXT NOT NULL COLLATE NOCASE, at REAL NOT NULL,
    PRIMARY KEY (digest, mailing, address)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS begun (runs INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS by_state ON letter (mailing, state, place);
"""


class Entry(NamedTuple):
    """A recipient's row. at: seconds since 1970 of the last change. code: the relay's; 0: not its own words."""

    address: str
    state: str
    at: float | None
    code: int | None
    reply: str | None


class Begun(NamedTuple):
    """A mailing as the ledger knows it. edition: id and year. begun: seconds since 1970."""

    key: str
    edition: str
    subject: str
    begun: float


class Ledger:
    """Open until `close`. Raises Failure where it cannot be trusted: damaged, of a later version of the program, or
    begun by another machine or in another place, unless `move` is the user's word that it goes on here.

    reading: only to look; then it may be anyone's.
    """

    def __init__(self, folder: Path, move: bool = False, reading: bool = False) -> None:
        self.folder, self.path = folder, folder / NAME
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds addresses
        self.machine = this_machine()
        with self.told():
            self.base = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
        try:
            with self.told(), alone(folder):
                self._set_up()
                self._file = str(self.path.stat().st_ino)
                here = self._is_here(move)
                whole = self._is_whole(move)
            if not (whole or reading):
                raise failure(None, message("ledger-older", file=self.path))
            if here:
                self.bury()
            elif not reading:
                raise failure(None, message("ledger-elsewhere", file=self.path))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self.base.close()

    @property
    def is_there(self) -> bool:
        """Whether the file that is written is still the one that the next run will read."""
        try:
            return str(self.path.stat().st_ino) == self._file
        except OSError:
            return False

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def mailings(self) -> list[Begun]:
        """The latest first."""
        with self.told():
            found = self.base.execute("SELECT key, edition, subject, begun FROM mailing ORDER BY begun DESC, key")
            return [Begun(*row) for row in found]

    def entries(self, key: str) -> Iterator[Entry]:
        """In the order of the list."""
        with self.told():
            yield from map(Entry._make, self.base.execute(
                "SELECT address, state, at, code, reply FROM letter WHERE mailing = ? ORDER BY place, address", (key,)
            ))  # fmt: skip

    def counts(self, key: str) -> dict[str, int]:
        """How many are in each state."""
        with self.told():
            return dict(
                self.base.execute("SELECT state, count(*) FROM letter WHERE mailing = ? GROUP BY state", (key,))
            )

    def had_another(self, key: str, edition: str, addresses: Iterable[str]) -> int:
        """How many of these have, or may have, got another version of the same edition: its file or its template was
        changed since."""
        with self.told():
            rows = self.base.execute(
                "SELECT DISTINCT address FROM letter JOIN mailing ON mailing.key = letter.mailing WHERE edition = ? "
                "AND mailing.key <> ? AND state IN ('sent', 'uncertain', 'committing')",
                (edition, key),
            )
            return len({address.lower() for (address,) in rows} & {address.lower() for address in addresses})

    def of(self, address: str) -> list[tuple[str, str]]:
        """The mailings of an address, in small or large letters, and its state in each; the latest first."""
        with self.told():
            return list(self.base.execute(
                "SELECT mailing, state FROM letter JOIN mailing ON key = mailing WHERE lower(address) = lower(?) "
                "ORDER BY begun DESC", (address,)
            ))  # fmt: skip

    def settle(self, key: str, address: str, sent: bool, at: float) -> None:
        """The user's word on a letter that is uncertain or refused: it has arrived, or it is to be sent once more."""
        state, reply = (
            ("sent", "settled by hand 手で確定") if sent else ("waiting", "settled by hand: not sent 未送信と確定")
        )
        with self.writing():
            self.base.execute(
                "UPDATE letter SET state = ?, at = ?, code = 0, reply = ?, due = 0, tries = 0 WHERE mailing = ? AND "
                f"lower(address) = lower(?) AND state IN {OPEN_TO_THE_USER}",
                (state, at, reply, key, address),
            )

    def returned(self, key: str, entry: Entry, digest: str) -> str:
        """Mark a letter as returned. entry: as it is to be. digest: of the notice, which counts once: a letter sent
        again after it is not marked anew. Out: `marked`, `known`, or the state that does not allow it."""
        with self.writing():
            (now,) = self.base.execute(
                "SELECT state FROM letter WHERE mailing = ? AND address = ?", (key, entry.address)
            ).fetchone()
            if self.base.execute(
                "SELECT 1 FROM returned WHERE digest = ? AND mailing = ? AND address = ?", (digest, key, entry.address)
            ).fetchone():
                return "known"
            if now not in RETURNED[entry.state] and now not in RETURNED:
                return now
            self.base.execute("INSERT INTO returned VALUES (?, ?, ?, ?)", (digest, key, entry.address, entry.at))
            if now not in RETURNED[entry.state]:
                return "known"
            self.base.execute(
                "UPDATE letter SET state = ?, at = ?, code = ?, reply = ? WHERE mailing = ? AND address = ?",
                (entry.state, entry.at, entry.code, entry.reply, key, entry.address),
            )
            return "marked"

    def bury(self) -> None:
        """Take over what dead runs have left."""
        with self.told():
            runs = [name for (name,) in self.base.execute("SELECT name FROM run")]
        dead = [name for name in runs if not is_alive(self.folder, name)]
        if not dead:
            return
        with self.writing():
            for name in dead:
                self.release(name)
        for name in dead:
            forget(self.folder, name)

    def release(self, run: str) -> None:
        """End a run, within a transaction: what it has claimed is free."""
        for old, new in (("claimed", "waiting"), ("committing", "uncertain")):
            self.base.execute("UPDATE letter SET state = ?, run = NULL WHERE run = ? AND state = ?", (new, run, old))
        self.base.execute("DELETE FROM run WHERE name = ?", (run,))

    def _set_up(self) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON", "temp_store = MEMORY"):
            self.base.execute(f"PRAGMA {pragma}")
        (mode,) = self.base.execute("PRAGMA journal_mode").fetchone()
        (version,) = self.base.execute("PRAGMA user_version").fetchone()
        if mode != "wal":
            raise failure(None, message("folder-without-locks", folder=self.folder))
        if version > VERSION:
            raise failure(None, message("ledger-later", file=self.path))
        if version < VERSION:
            with self.writing():
                for statement in TABLES.split(";"):
                    self.base.execute(statement)
                if not self.base.execute("SELECT 1 FROM place").fetchone():
                    here = (self.machine, str(self.path.stat().st_ino), " ".join(cards()))
                    self.base.execute("INSERT INTO place VALUES (?, ?, ?)", here)
                self.base.execute(f"PRAGMA user_version = {VERSION}")
            force_names(self.folder)
            force_names(self.folder.parent)

    def begin(self) -> None:
        """Count a run that has begun, in the ledger and beside it."""
        with alone(self.folder):
            (runs,) = self.base.execute("SELECT runs FROM begun").fetchone()
            write_whole(self.folder / COUNT, f"{max(runs, self._counted())}\n".encode())

    def _counted(self) -> int:
        try:
            return int((self.folder / COUNT).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0

    def _is_whole(self, move: bool) -> bool:
        """Whether it knows of all runs that have begun here."""
        if not self.base.execute("SELECT 1 FROM begun").fetchone():
            with self.writing():
                self.base.execute("INSERT INTO begun VALUES (0)")
        if move:
            with self.writing():
                self.base.execute("UPDATE begun SET runs = max(runs, ?)", (self._counted(),))
        (runs,) = self.base.execute("SELECT runs FROM begun").fetchone()
        return runs >= self._counted()

    def _is_here(self, move: bool) -> bool:
        """Whether this machine began it, in this file. Of its network cards one must be left, if there are any."""
        now = cards()
        if move:
            here = (self.machine, self._file, " ".join(now))
            with self.writing():
                self.base.execute("UPDATE place SET machine = ?, file = ?, cards = ?", here)
        machine, file, known = self.base.execute("SELECT machine, file, cards FROM place").fetchone()
        same = not now or not known or bool(now & set(known.split()))
        return (machine, file) == (self.machine, self._file) and same

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, on the disk when it ends."""
        with self.told():
            self.base.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.base.execute("ROLLBACK")
                raise
            self.base.execute("COMMIT")

    @contextlib.contextmanager
    def told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                raise failure(None, message("ledger-busy", file=self.path)) from None
            raise failure(None, message("ledger-broken", file=self.path, why=Foreign(str(error)))) from None
