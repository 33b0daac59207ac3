"""The screen PDF: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) in one file, small and fast to open from the web.

In: a painted, tagged file, Metadata. Out: the file with its XMP packet and its output intent, its
objects in streams, linearised (ISO 32000-1, annex F). The same input gives the same bytes: the ID is a digest.
"""

from __future__ import annotations

import io
import zlib
from pathlib import Path

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, StreamDecodeLevel

from report.conform.metadata import PDFA_2A, PDFUA_1, xmp
from report.conform.opened import opened
from report.conform.record_stream import embed
from report.paint.target import Metadata

PROFILE = Path(__file__).with_name("sRGB.icc")
CONDITION = "sRGB IEC61966-2.1"
REGISTRY = "http://www.color.org"
SAVING = {"deterministic_id": True, "recompress_flate": False, "fix_metadata_version": False} | {
    "stream_decode_level": StreamDecodeLevel.none  # streams go through as the painter packed them
}


def finish(painted: bytes, metadata: Metadata, record: bytes = b"") -> bytes:
    """The file as it is sent. Its colours are those of sRGB (6.2.3). record: of what it prints, as JSON."""
    with opened(painted) as pdf:
        root = pdf.Root
        root.Metadata = pdf.make_stream(xmp(metadata, (PDFA_2A, PDFUA_1)), Type=Name.Metadata, Subtype=Name.XML)
        packed = pdf.make_stream(zlib.compress(PROFILE.read_bytes(), 9), N=3, Filter=Name.FlateDecode)
        intent = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=CONDITION,
            Info=CONDITION,
            RegistryName=REGISTRY,
            DestOutputProfile=packed,
        )
        root.OutputIntents = Array([intent])
        if record:
            embed(pdf, record, metadata.created)
        return _delivered(pdf)


def _delivered(pdf: Pdf) -> bytes:
    """Objects in streams, but for the bookmarks: qpdf miscounts those in its hints where they lie in two streams."""
    bookmarks = pdf.Root.get("/Outlines")
    if bookmarks is not None:
        del pdf.Root.Outlines
    packed = io.BytesIO()
    pdf.save(packed, object_stream_mode=ObjectStreamMode.generate, compress_streams=False, **SAVING)
    with opened(packed.getvalue()) as again:
        if bookmarks is not None:
            again.Root.Outlines = again.copy_foreign(bookmarks)
        out = io.BytesIO()
        again.save(out, linearize=True, object_stream_mode=ObjectStreamMode.preserve, **SAVING)
    return out.getvalue()
