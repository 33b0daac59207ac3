"""A PDF/X-4 file of four small pages that a printer would take as it is; tests break it one way at a time."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from report.artwork import lettering
from report.page import Image, Item, Page, PageBoxes, Raster, Stroke
from report.page.shapes import rectangle
from report.paint.canvas import paint
from report.paint.target import Metadata, Target
from report.style.fonts import FontBook
from report.style.palette import Ink, Palette
from report.style.text import CharStyle
from report.units import Rect, Size, mm

ROOT = Path(__file__).parents[3]
PROFILE = ROOT / "styles/icc/FOGRA39L_coated.icc"
TRIM, BLEED = Size(300, 200), mm(3)
INKS = {
    "k": (0.0, 0.0, 0.0, 1.0),
    "green": (0.8, 0.1, 0.5, 0.0),
    "paper": (0.0, 0.0, 0.0, 0.0),
    "soft": (0.1, 0.0, 0.2, 0.0),
}
PALETTE = Palette({name: Ink(name, (0.0, 0.0, 0.0), cmyk) for name, cmyk in INKS.items()}, {})
PRINT = Target(name="print", colour=lambda ink: ink.cmyk, bleed=True)
META = Metadata(title="改革ねりま", author="練馬区", created="2024-03-29T09:00:00+09:00")
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">改革ねりま</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>練馬区</rdf:li></rdf:Seq></dc:creator>
<xmp:CreateDate>2024-03-29T09:00:00+09:00</xmp:CreateDate>
<xmp:ModifyDate>2024-03-29T09:00:00+09:00</xmp:ModifyDate>
<xmp:MetadataDate>2024-03-29T09:00:00+09:00</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:5e0ba4ca-0000-4000-8000-000000000000</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>report</pdf:Producer><pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def picture() -> Raster:
    """100 × 100 pixels of C50."""
    return Raster(100, 100, zlib.compress(b"\x80\0\0\0" * 10_000), "FlateDecode", "DeviceCMYK", "square")


def contents(book: FontBook) -> list[Item]:
    """Grounds into the bleed, a picture at 300 ppi, a rule, white text; K100 text at the end."""
    return [
        rectangle(Rect(0, 0, *TRIM).grown(BLEED), fill="soft"),
        rectangle(Rect(-BLEED, -BLEED, 100 + BLEED, 80 + BLEED), fill="green"),
        rectangle(Rect(150, 60, 100, 60), stroke=Stroke("k", 0.5)),
        Image(data=picture(), rect=Rect(120, 140, 24, 24)),
        *lettering(book, "緑の街", CharStyle(("text",), 12, "paper"), "paper", 20, 40),
        *lettering(book, "練馬区の改革", CharStyle(("text",), 9, "k"), "k", 20, 120),
    ]


def conforming(book: FontBook) -> bytes:
    boxes = PageBoxes(TRIM, BLEED)
    pages = [Page(i, str(i), boxes, tuple(contents(book))) for i in range(1, 5)]
    painted = paint(pages, PALETTE, book, PRINT, META)
    with pikepdf.open(io.BytesIO(painted)) as pdf:
        for page in pdf.pages:
            over = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
            page.obj.Resources.ExtGState = Dictionary(Over=pdf.make_indirect(over))
            content = page.obj.Contents.read_bytes()
            at = content.rindex(b"0 0 0 1 k")
            page.obj.Contents = pdf.make_stream(content[:at] + b"/Over gs " + content[at:])
        profile = pdf.make_stream(PROFILE.read_bytes(), N=4)
        intent = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFX,
            OutputConditionIdentifier=String("FOGRA39"),
            RegistryName=String("http://www.color.org"),
            Info=String("Coated FOGRA39L"),
            DestOutputProfile=profile,
        )
        pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
        pdf.Root.Metadata = pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
        pdf.docinfo["/Trapped"] = Name("/False")
        return saved(pdf)


def saved(pdf: Pdf, **options: object) -> bytes:
    """As PDF 1.6, its streams as they are."""
    out = io.BytesIO()
    settings: dict[str, object] = {
        "force_version": "1.6",
        "compress_streams": False,
        "stream_decode_level": pikepdf.StreamDecodeLevel.none,
        "fix_metadata_version": False,
    }
    if "encryption" in options:
        settings = {"force_version": "1.6"}
    else:
        settings["deterministic_id"] = True
    pdf.save(out, **(settings | options))  # type: ignore[arg-type]
    return out.getvalue()
