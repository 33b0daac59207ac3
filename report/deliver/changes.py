"""Several files change together or not at all, also when the process is killed.

In: the folder of a project's content, and the new bytes of some files in it. New files are written beside the old ones
first; then a list of them takes its name in the folder: from there on the change is decided. Then each takes its place,
and the list goes. Who finds such a list (`settle`) is behind a process that was killed between the two, and finishes.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path

from report.deliver.files import force_names

LIST = ".report-changes"
END = ".new"


def write_together(files: Mapping[Path, bytes], folder: Path) -> None:
    """Raises OSError; nothing is changed then. files: below the folder."""
    with alone(folder):
        _finish(folder)
        _sweep(folder, files)
        drafts: dict[str, str] = {}
        try:
            for path, content in files.items():
                draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}{END}")
                drafts[os.path.relpath(draft, folder)] = os.path.relpath(path, folder)
                _write(draft, content, path)
            listed = folder / f"{LIST}.{secrets.token_hex(8)}{END}"
            _write(listed, json.dumps(drafts).encode("utf-8"))
            for parent in {path.parent for path in files}:
                force_names(parent)
            os.replace(listed, folder / LIST)
        except BaseException:
            for draft in drafts:
                with contextlib.suppress(OSError):
                    os.unlink(folder / draft)
            raise
        force_names(folder)
        _finish(folder)


def settle(folder: Path) -> None:
    """Finish a change that was decided and not made, if there is one; wait for one that is being made."""
    if os.path.lexists(folder / LIST):
        with alone(folder):
            _finish(folder)


def _finish(folder: Path) -> None:
    listed = folder / LIST
    try:
        drafts = json.loads(listed.read_bytes())
    except FileNotFoundError:
        return
    except ValueError:
        drafts = {}
    drafts = drafts if isinstance(drafts, dict) and all(isinstance(path, str) for path in drafts.values()) else {}
    for draft, path in drafts.items():
        if not all(_is_within(folder, name) for name in (draft, path)) or not draft.endswith(END):
            continue  # no list of ours
        with contextlib.suppress(FileNotFoundError):  # it has its place already
            os.replace(folder / draft, folder / path)
    for parent in {(folder / path).parent for path in drafts.values()}:
        force_names(parent)
    os.unlink(listed)
    force_names(folder)


def _is_within(folder: Path, name: str) -> bool:
    root = os.path.realpath(folder)
    return os.path.realpath(os.path.dirname(folder / name)).startswith(root)


def _sweep(folder: Path, files: Mapping[Path, bytes]) -> None:
    """Delete what killed processes have left that had decided nothing."""
    for parent in {folder, *(path.parent for path in files)}:
        for name in os.listdir(parent):
            if name.startswith(".") and name.endswith(END):
                os.unlink(parent / name)


def _write(path: Path, content: bytes, like: Path | None = None) -> None:
    """like: a file whose permissions the new one takes."""
    with open(path, "xb") as file:
        file.write(content)
        if like is not None and like.exists():
            os.fchmod(file.fileno(), like.stat().st_mode & 0o7777)
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """For as long as no other process changes files of the folder. A file system may know no locks."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
