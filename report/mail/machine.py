"""Which machine this is, and whether a run of it lives: what a ledger asks before it lets anyone send.

In: a folder. Out: a name of this machine that a copy of its files does not have; a lock that ends with its process,
however that ends.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import socket
import uuid
from hashlib import sha256
from pathlib import Path

from report.messages import failure, message

ID = "/etc/machine-id"  # of Linux; elsewhere the network card's address
CARDS = "/sys/class/net"
END = ".lock"
_OF_CHANCE = 1 << 40  # a bit of uuid.getnode(), which makes a number up where it finds no card


def this_machine() -> str:
    """A digest; the same as long as the machine keeps its name."""
    try:
        own = Path(ID).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        node = uuid.getnode()
        own = "" if node & _OF_CHANCE else f"{node:x}"
    return sha256(f"report mail\0{own}\0{socket.gethostname()}".encode()).hexdigest()[:32]


def cards() -> frozenset[str]:
    """Digests of the addresses of its network cards, on Linux: a machine copied with all its files has others."""
    found = []
    for card in Path(CARDS).glob("*/device"):  # those of no device are of bridges and containers, and come and go
        with contextlib.suppress(OSError):
            found.append((card.parent / "address").read_bytes())
    return frozenset(sha256(b"report mail\0" + address).hexdigest()[:16] for address in found)


class Lock:
    """Held from its making to `release`, or to the end of the process. Raises OSError, or Failure."""

    def __init__(self, folder: Path) -> None:
        self.name = secrets.token_hex(8)
        self._path = folder / f"{self.name}{END}"
        self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.release()
            raise failure(None, message("folder-without-locks", folder=folder)) from None

    def release(self) -> None:
        with contextlib.suppress(OSError):
            self._path.unlink()
        os.close(self._handle)


def is_alive(folder: Path, name: str) -> bool:
    """Whether a process holds the lock of that name."""
    try:
        handle = os.open(folder / f"{name}{END}", os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def forget(folder: Path, name: str) -> None:
    """Take away the lock file of a dead run."""
    with contextlib.suppress(OSError):
        (folder / f"{name}{END}").unlink()
