"""Files written whole or not at all.

In: a path and the bytes. Out: the file, or an OSError and whatever stood there before. The bytes go to a hidden file in
the same folder first (a rename is atomic only within one file system), are forced to the disk, and take the name last.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, making its folder where needed. Raises OSError; an earlier file then stays as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.parent / f".{path.name}.{os.getpid()}.part"
    try:
        with open(draft, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Force the rename itself to the disk; systems that cannot open a folder do this on their own."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
