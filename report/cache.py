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
LIBRARIES = ("msgspec", "yaml", "uharfbuzz", "matplotlib", "PIL", "numpy", "xlsxwriter")  # that make cached values
STATES = 4  # of the engine whose entries are kept
LARGE = ("photo",)  # kinds of values that have a file each


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
    """A store of values under `folder`; None stores nothing. book: the name of a file that holds all small values of
    one brochure together, so that a build opens one file; `keep` writes it."""

    def __init__(self, folder: Path | None, book: str = "") -> None:
        self._folder = os.fspath(folder) if folder is not None else None
        self._decoders: dict[Any, msgspec.msgpack.Decoder[Any]] = {}
        self._used: dict[bytes, bytes] = {}
        self._book = key_of(book) if book else b""
        self._known: dict[bytes, bytes] = (self._found("book", self._book, dict[bytes, bytes]) or {}) if book else {}

    def get(self, kind: str, key: bytes, type: type[T]) -> T | None:
        """The value stored under `kind` and `key`, or None."""
        if not self._book or kind in LARGE:
            return self._found(kind, key, type)
        place = kind.encode() + key
        body = self._used.get(place) or self._known.get(place)
        if body is None:
            return None
        self._used[place] = body
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
        if self._book and kind not in LARGE:
            self._used[kind.encode() + key] = body
        else:
            self._write(kind, key, body)
        return stored

    def keep(self) -> None:
        """Write the book, if anything is new in it; what this build had no use for goes when it outweighs the rest."""
        if not self._book or self._used.keys() <= self._known.keys():
            return
        unused = {place: body for place, body in self._known.items() if place not in self._used}
        if sum(map(len, unused.values())) < sum(map(len, self._used.values())):
            self._used |= unused
        self._write("book", self._book, msgspec.msgpack.encode(self._used))

    def _found(self, kind: str, key: bytes, type: type[T]) -> T | None:
        if self._folder is None:
            return None
        try:
            with open(self._place(kind, key), "rb") as file:
                data = file.read()
        except OSError:
            return None
        body = memoryview(data)[_SUM:]
        if len(data) <= _SUM or _checksum(kind, key, body) != data[:_SUM]:
            return None
        try:
            return self._decoder(type).decode(body)
        except msgspec.MsgspecError:
            return None

    def _place(self, kind: str, key: bytes) -> str:
        return f"{self._folder}/{engine()}/{kind}/{key.hex()}"

    def _decoder(self, type: Any) -> msgspec.msgpack.Decoder[Any]:
        decoder = self._decoders.get(type)
        if decoder is None:
            decoder = self._decoders[type] = msgspec.msgpack.Decoder(type)
        return decoder

    def _write(self, kind: str, key: bytes, body: bytes) -> None:
        """Write beside the place, then move there: another process sees the whole entry or none."""
        if self._folder is None:
            return
        place = self._place(kind, key)
        beside = f"{place}.{os.urandom(8).hex()}"
        with contextlib.suppress(OSError):
            if not os.path.isdir(f"{self._folder}/{engine()}"):
                self._forget()
            os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
            try:
                with open(beside, "xb") as file:
                    file.write(_checksum(kind, key, body) + body)
                os.replace(beside, place)
            except OSError:
                os.unlink(beside)

    def _forget(self) -> None:
        """Delete what former states of the engine have left, but for the latest ones."""
        with contextlib.suppress(OSError), os.scandir(self._folder) as entries:
            former = sorted((entry for entry in entries if entry.is_dir()), key=lambda entry: -entry.stat().st_mtime_ns)
            for entry in former[STATES - 1 :]:
                shutil.rmtree(entry.path, ignore_errors=True)


NOTHING = Cache(None)  # for those who are given none


def _checksum(kind: str, key: bytes, body: bytes | memoryview) -> bytes:
    """Of an entry at its place: one that was moved to another's counts as damaged."""
    sum_ = blake2b(key_of(kind, key), digest_size=_SUM)
    sum_.update(body)
    return sum_.digest()


def _refuse(value: object) -> object:
    raise TypeError(f"a cached value holds a {value.__class__.__name__}, which cannot be stored")
