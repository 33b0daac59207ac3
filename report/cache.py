"""Work already done, found again by what it was made from.

In: a kind, a key, a value (a Drawing, a Raster or another msgspec type). Out: the equal value, in a later run. The key
is a hash of everything the value depends on (`key_of`), the code that makes it included (`salt_of`), so an entry
is never out of date: it is found or it is not. Entries are written whole or not at all, and carry a checksum; one
that is damaged counts as absent and is written anew. The folder may be deleted at any time. A cache without a
folder, or with one that cannot be written, remembers nothing and says nothing.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
from collections.abc import Mapping
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
_SUM = 16  # bytes of checksum before each entry


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


def salt_of(*sources: str) -> bytes:
    """What stands for a version of the code: a hash of source files (`__file__`) and of the way values are stored."""
    contents: list[bytes | str] = [sys.version, msgspec.__version__]
    for source in (*sources, __file__, _PAGE):
        with open(source, "rb") as file:
            contents.append(file.read())
    return key_of(*contents)


_PAGE = os.path.join(os.path.dirname(__file__), "page.py")


def version_of(package: str, file: str = "__init__.py") -> bytes:
    """The file in which a package keeps its version, for a key; importing the package may take a build's whole time."""
    found = importlib.util.find_spec(package)
    folder = os.path.dirname(found.origin) if found and found.origin else ""
    try:
        with open(os.path.join(folder, file), "rb") as opened:
            return opened.read()
    except OSError:
        return b""


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
        return f"{self._folder}/{kind}/{key.hex()}"

    def _decoder(self, type: Any) -> msgspec.msgpack.Decoder[Any]:
        decoder = self._decoders.get(type)
        if decoder is None:
            decoder = self._decoders[type] = msgspec.msgpack.Decoder(type)
        return decoder

    def _write(self, place: str, data: bytes) -> None:
        """Write beside the place, then move there: another process sees the whole entry or none."""
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


NOTHING = Cache(None)  # for those who are given none


def _checksum(body: bytes | memoryview) -> bytes:
    return blake2b(body, digest_size=_SUM).digest()


def _refuse(value: object) -> object:
    raise TypeError(f"a cached value holds a {value.__class__.__name__}, which cannot be stored")
