"""Objects of a file that nobody vouches for, read without trust.

In: pikepdf objects of whatever type. Out: numbers, names, texts, or a fallback; never an exception for a wrong type.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

INHERITED = ("MediaBox", "CropBox", "Rotate", "Resources")
ABOVE = 50  # nodes of a page tree above a page; a tree that is deeper leads back to itself
INLINE = re.compile(rb"(?:^|\s)BI\s*/[A-Z]")
ENCODINGS = ("cp932", "euc_jp", "gb18030", "cp949", "big5")  # in which names of fonts were written before Unicode
BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, RuntimeError, ArithmeticError, pikepdf.PdfError)


def get(holder: Any, *keys: str) -> Any:
    """The entry at the end of a path of keys (without "/"); None where any is missing or no dictionary."""
    for key in keys:
        if not isinstance(holder, Dictionary | Stream):
            return None
        holder = holder.get("/" + key)
    return holder


def number(value: Any, fallback: float = 0.0) -> float:
    try:
        return float(value)
    except BROKEN:
        return fallback


def numbers(value: Any) -> tuple[float, ...]:
    """The numbers of an array; () for what is none."""
    if not isinstance(value, Array):
        return ()
    return tuple(number(part) for part in value)


def name(value: Any) -> str:
    """A name without its slash; "" for what is none."""
    return _text(value)[1:] if isinstance(value, Name) else ""


def parsed(stream: Any) -> tuple[list[tuple[str, Any]], str]:
    """A content stream's operators with their instructions, as pikepdf reads them, and what it complains of."""
    whole = content_of(stream)
    with pikepdf.new() as apart, warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        # (as a stream of its own: of a page's content pikepdf keeps its complaints to itself)
        found = [(_text(each.operator), each) for each in pikepdf.parse_content_stream(apart.make_stream(whole))]
    complaints = [str(each.message) for each in told]
    if len(INLINE.findall(whole)) > sum(operator == "INLINE IMAGE" for operator, _ in found):
        complaints.append("an inline image without an end")
    return found, "; ".join(complaints)


def content_of(stream: Any) -> bytes:
    """The content of a page or a form. The parts of a page's are one stream (7.8.2); a part ends between tokens."""
    parts = elements(stream.get("/Contents")) if "/Contents" in stream else [stream]
    return b"\n".join(part.read_bytes() for part in parts)


def inherited(entries: Any, key: str) -> Any:
    """An entry of a page, or of the nodes above it where those may speak for it (7.7.3.4)."""
    for _ in range(ABOVE if key in INHERITED else 1):
        found = get(entries, key)
        if found is not None:
            return found
        entries = get(entries, "Parent")
        if entries is None:
            break
    return None


def _text(value: Any) -> str:
    """A name or an operator; as it is written where that is no UTF-8, which it need not be (7.3.5)."""
    try:
        return str(value)
    except UnicodeDecodeError:
        return value.unparse().decode("latin-1")  # type: ignore[no-any-return]


def font_name(value: Any) -> str:
    """The name of a font for people to read: as `name`, but decoded where it is no UTF-8."""
    try:
        return str(value)[1:] if isinstance(value, Name) else ""
    except UnicodeDecodeError:
        raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), value.unparse()[1:])
    for encoding in ENCODINGS:
        with contextlib.suppress(UnicodeDecodeError):
            text = raw.decode(encoding)
            if text.isprintable() and not re.search("[\uff61-\uff9f]", text):  # half-width: of another encoding
                return text
    return name(value)


def words(value: Any) -> str:
    """A text string, or a name used as one."""
    return str(value) if isinstance(value, String | str) else name(value)


def items(holder: Any) -> Iterator[tuple[str, Any]]:
    """Keys (without "/") and values of a dictionary."""
    if isinstance(holder, Dictionary | Stream):
        for key in holder.keys():  # noqa: SIM118  a pikepdf dictionary does not iterate
            yield key[1:], holder.get(key)


def elements(value: Any) -> list[Any]:
    """The elements of an array; a single other thing as a list of one, nothing as none."""
    if isinstance(value, Array):
        return list(value)
    return [] if value is None else [value]


def identity(value: Any) -> object:
    """What tells an indirect object from others; for a direct one, its content."""
    if value.is_indirect:
        return value.objgen
    return value.unparse()


def data(stream: Any) -> bytes:
    """A stream's bytes without their filters; b"" where they cannot be had."""
    try:
        return bytes(stream.read_bytes())
    except BROKEN:
        return b""


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def filters(stream: Any) -> Sequence[str]:
    """The names of a stream's filters, in full."""
    short = {"LZW": "LZWDecode", "Fl": "FlateDecode", "DCT": "DCTDecode"}
    found = [name(each) for each in elements(get(stream, "Filter"))]
    return [short.get(each, each) for each in found]
