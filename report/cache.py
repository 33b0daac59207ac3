"""Work already done, found again by what it was made from.

In: a kind, a key, a value (a Drawing, a Raster or another msgspec type). Out: the equal value, in a later run. The key
is a hash of everything the value depends on (`key_of`) but the code that makes it, which has a folder for each of its
states (`engine`), so an entry is never out of date: it is found or it is not. Entries are written whole or not at all,
and carry a checksum; one that is damaged counts as absent and is written anew. The folder may be deleted at any time. A
cache without a folder, or with one that cannot be written, remembers nothing and says nothing.
"""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import os
import shutil
import sys
import zlib
from collections.abc import Iterator, Mapping
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
_SUM = 16  # bytes of checksum before each entry
LIBRARIES = ("msgspec", "yaml", "uharfbuzz", "matplotlib", "PIL", "numpy")  # that make cached values
STATES = 4  # of the engine whose entries are kept


def folder_of(environment: Mapping[str, str]) -> Path | None:
    """The cache folder an environment asks for: REPORT_CACHE ("off": none), else the user's own cache folder."""
    chosen = environment.get("REPORT_CACHE", "")
    if chosen.lower() in ("off", "0", "none"):
        return None
    if chosen:
        return Path(chosen)
    base = environment.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # the XDG specification has relative paths ignored
        home = environment.get("HOME") or environment.get("LOCALAPPDATA", "")
        if not home:
            return None
        base = os.path.join(home, ".cache")
    return Path(base) / "report"


def key_of(*parts: bytes | str) -> bytes:
    """One key for a list of parts; no two different lists share one."""
    sum_ = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        sum_.update(len(data).to_bytes(8, "big"))
        sum_.update(data)
    return sum_.digest()


@functools.cache
def engine() -> str:
    """A name for this state of the engine: it differs where a file of its code or of a library that makes cached values
    was written anew (ctime), so nothing is ever found that other code has made."""
    libraries = (importlib.util.find_spec(name) for name in LIBRARIES)
    files = [*_sources(os.path.dirname(__file__)), *(found.origin for found in libraries if found and found.origin)]
    states = ((file, os.stat(file)) for file in sorted(files))
    lines = [f"{file} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}" for file, state in states]
    return blake2b("\n".join([sys.version, zlib.ZLIB_RUNTIME_VERSION, *lines]).encode(), digest_size=_SUM).hexdigest()


def _sources(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _sources(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.path


class Cache:
    """A store of values under `folder`; None stores nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = os.fspath(folder) if folder is not None else None
        self._decoders: dict[Any, msgspec.msgpack.Decoder[Any]] = {}

    def get(self, kind: str, key: bytes, type: type[T]) -> T | None:
        """The value stored under `kind` and `key`, or None."""
        if self._folder is None:
            return None
        try:
            with open(self._place(kind, key), "rb") as file:
                data = file.read()
        except OSError:
            return None
        body = memoryview(data)[_SUM:]
        if len(data) <= _SUM or _checksum(body) != data[:_SUM]:
            return None
        try:
            return self._decoder(type).decode(body)
        except msgspec.MsgspecError:
            return None

    def put(self, kind: str, key: bytes, value: T) -> T:
        """Store `value` and return it as a later `get` will, so that a first build equals the next to the byte.

        Items in it must have no owner: whose they are is not part of what they were made from.
        """
        body = msgspec.msgpack.encode(value, enc_hook=_refuse)
        stored = self._decoder(value.__class__).decode(body)
        if stored != value:
            raise TypeError(f"a {kind} does not come back from the cache as it went in")
        if self._folder is not None:
            with contextlib.suppress(OSError):
                self._write(self._place(kind, key), _checksum(body) + body)
        return stored

    def _place(self, kind: str, key: bytes) -> str:
        return f"{self._folder}/{engine()}/{kind}/{key.hex()}"

    def _decoder(self, type: Any) -> msgspec.msgpack.Decoder[Any]:
        decoder = self._decoders.get(type)
        if decoder is None:
            decoder = self._decoders[type] = msgspec.msgpack.Decoder(type)
        return decoder

    def _write(self, place: str, data: bytes) -> None:
        """Write beside the place, then move there: another process sees the whole entry or none."""
        if not os.path.isdir(f"{self._folder}/{engine()}"):
            self._forget()
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        beside = f"{place}.{os.getpid()}"
        try:
            with open(beside, "wb") as file:
                file.write(data)
            os.replace(beside, place)
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(beside)
            raise

    def _forget(self) -> None:
        """Delete what former states of the engine have left, but for the latest ones."""
        with contextlib.suppress(OSError), os.scandir(self._folder) as entries:
            former = sorted((entry for entry in entries if entry.is_dir()), key=lambda entry: -entry.stat().st_mtime_ns)
            for entry in former[STATES - 1 :]:
                shutil.rmtree(entry.path, ignore_errors=True)


NOTHING = Cache(None)  # for those who are given none


def _checksum(body: bytes | memoryview) -> bytes:
    return blake2b(body, digest_size=_SUM).digest()


def _refuse(value: object) -> object:
    raise TypeError(f"a cached value holds a {value.__class__.__name__}, which cannot be stored")
