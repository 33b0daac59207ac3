"""The print PDF: PDF/X-4 (ISO 15930-7:2010), as a printer takes it.

In: a file painted for the press, Metadata, the press's profile. Out: the file as PDF 1.6 with its claim and its output
intent. The same input gives the same bytes: the document's id is a digest of what was painted.
"""

from __future__ import annotations

import hashlib
import io
import uuid
import zlib

from pikepdf import Array, Dictionary, Name, ObjectStreamMode

from report.conform.metadata import Claim, xmp, xmp_date
from report.conform.opened import opened
from report.conform.profile import REGISTRY, read_profile
from report.conform.record_stream import embed
from report.paint.target import Metadata

VERSION = "1.6"


def finish(painted: bytes, metadata: Metadata, profile: bytes, record: bytes = b"") -> bytes:
    """profile: an ICC profile of a press; it goes with the file. record: of what it prints, as JSON."""
    press = read_profile(profile)
    assert press and press.is_press  # the caller saw to that
    with opened(painted) as pdf:
        packet = xmp(metadata, (_claim(painted, metadata),))
        pdf.Root.Metadata = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
        intent = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFX,
            OutputConditionIdentifier=press.condition or press.description,
            Info=press.description,
            DestOutputProfile=pdf.make_stream(zlib.compress(profile, 9), N=4, Filter=Name.FlateDecode),
        )
        if press.condition:
            intent.RegistryName = REGISTRY
        pdf.Root.OutputIntents = Array([intent])
        if record:
            embed(pdf, record, metadata.created)
        pdf.trailer.Info.Trapped = Name("/False")
        out = io.BytesIO()
        pdf.save(
            out,
            force_version=VERSION,
            object_stream_mode=ObjectStreamMode.generate,
            recompress_flate=False,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _claim(painted: bytes, metadata: Metadata) -> Claim:
    """What a PDF/X-4 says of itself in its packet."""
    id_ = uuid.UUID(bytes=hashlib.sha256(painted).digest()[:16], version=4)
    dated = (("xmp:MetadataDate", xmp_date(metadata.created)),) if metadata.created else ()
    return Claim(
        (
            ("pdfxid:GTS_PDFXVersion", "PDF/X-4"),
            ("pdf:Trapped", "False"),
            ("xmpMM:DocumentID", f"uuid:{id_}"),
            ("xmpMM:VersionID", "1"),
            ("xmpMM:RenditionClass", "default"),
            *dated,
        )
    )
