"""The record of what an edition printed, which goes along with its PDFs as private data (ISO 32000-1, 14.5).

In: an open file and a Record as JSON; or the path of a finished file. Out: the catalog with the record as a stream; or
the Record. Nobody vouches for a file that is read: what is not ours is a Failure.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

import msgspec
from pikepdf import Dictionary, Name, Pdf, Stream, String

from report.messages import Failure, Message, Origin, failure, message
from report.paint.target import pdf_date
from report.record.model import VERSION, Record

OWNER = "/Report"  # of the data, in the catalog's PieceInfo
LARGEST = 50_000_000  # bytes, unpacked; that of twenty pages has 120 000


def embed(pdf: Pdf, record: bytes, date: str) -> None:
    """record: as JSON. date: of the edition, ISO, which stands for that of the data's last change."""
    stream = pdf.make_stream(zlib.compress(record, 9), Filter=Name.FlateDecode)
    pdf.Root.PieceInfo = Dictionary({OWNER: Dictionary(LastModified=String(pdf_date(date)), Private=stream)})


def embedded(path: Path) -> Record:
    """Of a finished PDF. Raises Failure for a file that has none, or one that this version cannot read."""
    from report.conform.tagged.tagtree import opened

    with opened(path) as pdf:
        found: Any = pdf.Root
        for key in ("/PieceInfo", OWNER, "/Private"):
            found = found.get(key) if isinstance(found, Dictionary) else None
        if not isinstance(found, Stream):
            raise _failure(path, message("record-missing"))
        content = _unpacked(found)
    try:
        version = msgspec.json.decode(content, type=_Version).version
        if version <= VERSION:
            return msgspec.json.decode(content, type=Record)
    except msgspec.MsgspecError:
        raise _failure(path, message("record-broken")) from None
    raise _failure(path, message("record-later", version=version, known=VERSION))


class _Version(msgspec.Struct):
    version: int


def _unpacked(stream: Stream) -> bytes:
    """b"" of one that is not packed as ours are, or far too large."""
    if stream.get("/Filter") != Name.FlateDecode or "/DecodeParms" in stream:
        return b""
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(stream.read_raw_bytes(), LARGEST)
    except zlib.error:
        return b""
    return content if unpacker.eof else b""


def _failure(path: Path, told: Message) -> Failure:
    return failure(Origin(str(path), 0), told)
