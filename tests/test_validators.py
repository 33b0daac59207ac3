"""The validators themselves: they pass a small PDF that keeps the standards, and tell what is wrong with others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import ImageCms

from tests import validators
from tests.validators import Finding, Flavour, page_validation, qpdf_check, render_check, verapdf

Files = dict[str, Path]
FLAVOURS = pytest.mark.parametrize("flavour", ["ua1", "2a"])
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">四角</rdf:li></rdf:Alt></dc:title>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>part of ISO 14289 that the file keeps</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def square(pdf: Pdf) -> None:
    """One page with a square of a colour that no machine decides; no structure, no metadata.

    Its content ends with CR, which page-validation (MISTAKEN) takes for the end of line after it."""
    pdf.add_blank_page(page_size=(100, 100))
    space = pdf.make_stream(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), N=3)
    pdf.pages[0].Resources = Dictionary(ColorSpace=Dictionary(Green=Array([Name.ICCBased, space])))
    pdf.pages[0].Contents = pdf.make_stream(b"/Figure <</MCID 0>> BDC /Green cs 0 .4 .2 sc 20 20 60 60 re f EMC\r")


def conforming(pdf: Pdf) -> None:
    """The square as PDF/UA-1 and PDF/A-2a ask for it."""
    square(pdf)
    page = pdf.pages[0].obj
    page.StructParents = 0
    page.Tabs = Name.S
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
    layout = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=[20, 20, 80, 80])
    figure = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Figure, P=document, Pg=page, K=0, Alt=String("緑の四角"), A=layout)
    )
    document.K = Array([figure])
    tree.K = Array([document])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=[0, [figure]]))
    tree.ParentTreeNextKey = 1
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("ja")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Metadata = pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)


def undescribed(pdf: Pdf) -> None:
    """What a reader of the screen cannot tell, though an archive may keep it."""
    conforming(pdf)
    del pdf.Root.StructTreeRoot.K[0].K[0].Alt


def uncoloured(pdf: Pdf) -> None:
    """What an archive may not keep, though any reader of the screen tells it."""
    conforming(pdf)
    pdf.pages[0].Contents = pdf.make_stream(b"/Figure <</MCID 0>> BDC 0 .4 .2 rg 20 20 60 60 re f EMC")


def torn(pdf: Pdf) -> None:
    """A string without end."""
    square(pdf)
    pdf.pages[0].Contents = pdf.make_stream(b"q (")


MADE = (square, conforming, undescribed, uncoloured, torn)


def replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    assert data.count(old) == 1
    return data.replace(old, new)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    folder = tmp_path_factory.mktemp("四角")  # a name that Java does not read in every locale
    made = {make.__name__: folder / f"{make.__name__}.pdf" for make in MADE}
    for make in MADE:
        with pikepdf.new() as pdf:
            make(pdf)
            pdf.save(made[make.__name__], deterministic_id=True, compress_streams=False)
    made["miscounted"] = folder / "miscounted.pdf"
    sound = made["conforming"].read_bytes()
    length = f"/Length {len(XMP.encode())}".encode()
    made["miscounted"].write_bytes(replaced(sound, length, length[:-1] + b"0"))
    return made


def vera(files: Files, name: str, flavour: Flavour) -> list[Finding]:
    """What veraPDF finds in one of the files; all are read at once."""
    return verapdf(list(files.values()), flavour)[files[name]]


def clauses(found: list[Finding]) -> set[tuple[str, int]]:
    return {(finding.clause, finding.test) for finding in found}


def rules(pdf: Path, flavour: Flavour) -> set[str]:
    return {broken.rule for broken in page_validation(pdf, flavour)}


@FLAVOURS
def test_what_conforms_passes(files: Files, flavour: Flavour) -> None:
    assert vera(files, "conforming", flavour) == []
    assert page_validation(files["conforming"], flavour) == []
    assert qpdf_check(files["conforming"]) == []
    assert render_check(files["conforming"]) == []


def test_verapdf_tells_what_lacks(files: Files) -> None:
    marked, metadata, structure, title, tagged = ("6.2", 1), ("7.1", 8), ("7.1", 11), ("7.1", 10), ("7.1", 3)
    assert clauses(vera(files, "square", "ua1")) == {marked, metadata, structure, title, tagged}
    marked, metadata, structure = ("6.7.2.2", 1), ("6.6.2.1", 1), ("6.7.3.3", 1)
    assert clauses(vera(files, "square", "2a")) == {marked, metadata, structure}


@FLAVOURS
def test_page_validation_tells_what_lacks(files: Files, flavour: Flavour) -> None:
    lacking = {"ID-SCHEMA", "METADATA-STRUCTURE", "STRUCT-TREE-ROOT", "TAGGED-DOCUMENT"}
    standard = {"ua1": "PDFUA1", "2a": "PDFA2A"}[flavour]
    assert rules(files["square"], flavour) >= {f"{standard}-{what}-001" for what in lacking}


def test_each_flavour_tells_its_own(files: Files) -> None:
    (figure,) = vera(files, "undescribed", "ua1")
    assert (figure.clause, figure.test) == ("7.3", 1)
    assert figure.description == "Figure structure element neither has an alternate description nor a replacement text"
    assert figure.location.endswith("SEFigure Figure)")
    assert clauses(vera(files, "uncoloured", "2a")) == {("6.2.4.3", 2)}
    assert vera(files, "undescribed", "2a") == vera(files, "uncoloured", "ua1") == []
    assert rules(files["undescribed"], "ua1") == {"PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"}
    assert rules(files["uncoloured"], "2a") == {"PDFA2A-DEVICE-RGB-001"}
    assert rules(files["undescribed"], "2a") == rules(files["uncoloured"], "ua1") == set()


def test_the_length_of_a_stream_is_checked_by_others(files: Files) -> None:
    assert ("6.1.7.1", 1) in clauses(vera(files, "miscounted", "2a"))
    assert "expected endstream" in " ".join(qpdf_check(files["miscounted"]))


def test_a_torn_page_is_told(files: Files) -> None:
    assert any("EOF while reading token" in line for line in qpdf_check(files["torn"]))
    assert not shutil.which("pdftoppm") or "poppler: Syntax Error: Unterminated string" in render_check(files["torn"])


def test_a_lacking_page_is_told(files: Files, tmp_path: Path) -> None:
    short = tmp_path / "short.pdf"
    short.write_bytes(replaced(files["conforming"].read_bytes(), b"/Count 1", b"/Count 2"))
    assert render_check(short)[0].startswith("PDFium: page 2: ")
    with pytest.raises(AssertionError, match=r"(?s)short\.pdf as ua1.*Invalid page tree"):
        verapdf([short], "ua1")


def test_without_java_a_test_skips_or_fails(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validators, "_known", {})
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.delenv("REPORT_VALIDATORS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="default-jdk-headless"):
        verapdf([files["square"]], "ua1")
    assert render_check(files["torn"]) == []
    monkeypatch.setenv("REPORT_VALIDATORS", "required")
    with pytest.raises(pytest.fail.Exception, match="default-jdk-headless"):
        verapdf([files["square"]], "ua1")
    with pytest.raises(pytest.fail.Exception, match="poppler-utils"):
        render_check(files["square"])
