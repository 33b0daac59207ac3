"""Files written whole or not at all.

In: a path and the bytes. Out: the file, or an OSError and whatever stood there before. The bytes go to a hidden file of
a new name in the same folder first (a rename is atomic only within one file system), are forced to the disk, and take
the name last. What a killed run has left of its draft goes with the next one's.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
from pathlib import Path
from typing import BinaryIO

END = ".part"


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, making its folder where needed. Raises OSError; an earlier file then stays as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    draft, file = _opened(path)
    try:
        with file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.replace(draft, path)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
    force_names(path.parent)


def _opened(path: Path) -> tuple[Path, BinaryIO]:
    """A new draft, locked as long as it is open. Raises OSError."""
    while True:
        draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}{END}")
        file = open(draft, "xb")  # noqa: SIM115
        with contextlib.suppress(OSError):  # a file system may know no locks
            fcntl.flock(file, fcntl.LOCK_EX)
        if draft.exists():  # else another process took it for a dead one's, before it was locked
            return draft, file
        file.close()


def _sweep(path: Path) -> None:
    """Delete the drafts of the file whose writers are dead."""
    for name in os.listdir(path.parent):
        if name.startswith(f".{path.name}.") and name.endswith(END):
            with contextlib.suppress(OSError):
                _delete_unlocked(path.with_name(name))


def _delete_unlocked(draft: Path) -> None:
    handle = os.open(draft, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.unlink(draft)
    finally:
        os.close(handle)


def force_names(folder: Path) -> None:
    """Force the rename itself to the disk; systems that cannot open a folder do this on their own."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
