"""A tagged PDF made by hand, as small as one can be with all that a brochure has in it.

`sample()` is a conforming file: a page with a heading, a sentence with ruby and English, a list, contents, a table, a
picture within a form, a link, a note and an artifact. Built with pikepdf from `Pen`, which writes marked content and
its elements side by side, so that a test may build a page of its own, too. The face is embedded by the engine itself.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from PIL import ImageCms

from report.cache import NOTHING
from report.paint.document import Document, array, dictionary
from report.paint.embed import embed
from report.style.face import FontFace
from report.style.fonts import FontBook

FONT = Path(__file__).parents[2] / "fonts" / "BIZUDPGothic_400Regular.ttf"
CHARACTERS = "改革ねりま練馬区では保育所を増やしたHello一つ目二題次年度定員令和5,869人数字の注出典：、。・123→外枠𠮷"
XMP = Path(__file__).with_name("sample.xmp")
Build = Callable[["Pen"], Object]


class Pen:
    """One page in the making: `mark` shows text under a mark and gives the kid that names it."""

    def __init__(self, pdf: Pdf, page: Object, codes: dict[str, str]):
        self.pdf, self.page, self.codes = pdf, page, codes
        self.content: list[str] = []
        self.owners: list[Object | None] = []
        self.y = 800

    def show(self, text: str) -> str:
        self.y -= 10
        return f"BT /F1 8 Tf 20 {self.y} Td <{''.join(self.codes[c] for c in text)}> Tj ET"

    def mark(self, content: str, tag: str = "Span", properties: str = "") -> int:
        """Content under the next mark. The element that takes it as a kid is entered by `tag`."""
        mcid = len(self.owners)
        self.owners.append(None)
        self.content.append(f"/{tag} <</MCID {mcid}{properties}>> BDC {content} EMC")
        return mcid

    def text(self, text: str, properties: str = "") -> int:
        return self.mark(self.show(text), properties=properties)

    def artifact(self, content: str) -> None:
        self.content.append(f"/Artifact BMC {content} EMC")

    def tag(self, role: str, *kids: Object | int, **entries: Any) -> Object:
        """A structure element with elements, marks of the page and object references as kids."""
        entries = {f"/{key}": value for key, value in entries.items()}
        made = self.pdf.make_indirect(
            Dictionary(
                {"/Type": Name.StructElem, "/S": Name(f"/{role}"), "/Pg": self.page, "/K": Array(kids), **entries}
            )
        )
        for kid in kids:
            if isinstance(kid, int):
                self.owners[kid] = made
            elif kid.get("/S") is not None:
                kid.P = made
        return made

    def link(self, text: str, target: str, key: int) -> Object:
        """A Link element over its text and its annotation, whose StructParent is `key`."""
        action = Dictionary(S=Name.URI, URI=String(target))
        annotation = self.pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[20, self.y - 12, 90, self.y], Border=[0, 0, 0], F=4)
        )
        annotation.A, annotation.Contents, annotation.StructParent = action, String(target), key
        self.page.Annots = Array([annotation])
        self.page.Tabs = Name.S
        reference = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self.page)
        return self.tag("Link", self.text(text), reference)


def pdf_of(build: Build) -> Pdf:
    """The page that `build` writes, its Document element at the root, with all that the standards ask around it."""
    data, codes = embedded()
    pdf = pikepdf.open(io.BytesIO(data))
    page = pdf.pages[0].obj
    pen = Pen(pdf, page, codes)
    top = build(pen)
    page.Contents = pdf.make_stream("\n".join(pen.content).encode())
    page.StructParents = 0
    parents = [0, pdf.make_indirect(Array(pen.owners))]
    for annotation in page.get("/Annots", ()):
        parents += [annotation.StructParent, top_owner(top, annotation)]
    root = Dictionary(Type=Name.StructTreeRoot, K=top, RoleMap=Dictionary(Lead=Name.P))
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(parents)))
    root.ParentTreeNextKey = len(parents) // 2
    pdf.Root.StructTreeRoot = top.P = pdf.make_indirect(root)
    describe(pdf)
    return pdf


def top_owner(element: Object, annotation: Object) -> Object | None:
    """The element that refers to an annotation."""
    for kid in element.K:
        if isinstance(kid, Object) and kid.get("/Obj") is not None and kid.Obj.objgen == annotation.objgen:
            return element
        if isinstance(kid, Object) and kid.get("/K") is not None and (found := top_owner(kid, annotation)):
            return found
    return None


def describe(pdf: Pdf) -> None:
    """What a conforming file says of itself: catalogue, metadata, output intent."""
    root = pdf.Root
    root.MarkInfo = Dictionary(Marked=True)
    root.Lang = String("ja-JP")
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.Metadata = pdf.make_stream(XMP.read_bytes())
    root.Metadata.Type, root.Metadata.Subtype = Name.Metadata, Name.XML
    profile = pdf.make_stream(srgb())
    profile.N = 3
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String("sRGB"))
    intent.DestOutputProfile = profile
    root.OutputIntents = Array([intent])
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo.Title = String("改革ねりま")


def sample() -> Pdf:
    """The conforming file, new each time."""
    return pdf_of(whole_page)


def whole_page(pen: Pen) -> Object:
    heading = pen.tag("H1", pen.text("改革ねりま"))
    ruby = pen.tag("Ruby", pen.tag("RB", pen.text("練馬")), pen.tag("RT", pen.text("ねりま")))
    english = pen.tag("Span", pen.text("Hello"), Lang=String("en"))
    lead = pen.tag("Lead", ruby, pen.text("区で保育所を増やした。"), english)
    items = [pen.tag("LI", pen.tag("Lbl", pen.text("・")), pen.tag("LBody", pen.text(f"{n}つ目"))) for n in "一二"]
    bullets = pen.tag("L", *items, A=Dictionary(O=Name.List, ListNumbering=Name.Disc))
    entry = pen.tag("TOCI", pen.tag("Reference", pen.link("保育所", "https://example.jp/a", 1)))
    contents = pen.tag("TOC", entry)
    section = pen.tag("H2", pen.text("数字"))
    note = pen.tag("Note", pen.tag("Lbl", pen.text("注")), pen.text("出典：練馬区"), ID=String("note-1"))
    table, figure = a_table(pen), a_figure(pen)
    pen.artifact("0 0.4 0.2 rg 0 0 200 5 re f")
    return pen.tag("Document", heading, lead, bullets, contents, section, table, figure, note)


def a_table(pen: Pen) -> Object:
    """Two header cells over a row with a header cell and a value."""
    column = Dictionary(O=Name.Table, Scope=Name.Column)
    row = Dictionary(O=Name.Table, Scope=Name.Row)
    head = pen.tag("TR", pen.tag("TH", pen.text("年度"), A=column), pen.tag("TH", pen.text("定員"), A=column))
    body = pen.tag("TR", pen.tag("TH", pen.text("令和5年度"), A=row), pen.tag("TD", pen.text("1,869人")))
    return pen.tag("Table", pen.tag("Caption", pen.text("定員の数")), pen.tag("THead", head), pen.tag("TBody", body))


def a_figure(pen: Pen) -> Object:
    """A picture drawn by a form, with text in it."""
    form = pen.pdf.make_stream(f"0 0 1 rg 0 0 50 50 re f {pen.show('外枠')}".encode())
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 900])
    form.Resources = Dictionary(Font=pen.page.Resources.Font)
    pen.page.Resources.XObject = Dictionary(X1=form)
    shape = Dictionary(O=Name.Layout, BBox=[20, 20, 70, 70], Placement=Name.Block)
    return pen.tag("Figure", pen.mark("q 1 0 0 1 20 20 cm /X1 Do Q", "Figure"), Alt=String("四角い図"), A=shape)


@functools.cache
def embedded() -> tuple[bytes, dict[str, str]]:
    """A page with nothing on it but a face in its resources, and the code of each character in it."""
    face: FontFace = FontBook({"text": FONT}).face("text")
    gids = {c: face.shape(c)[0].gid for c in CHARACTERS}
    document = Document()
    made = embed(document, face, {gid: c for c, gid in gids.items()}, "F1", NOTHING)
    resources = dictionary({"Font": document.fonts})
    box = array([0, 0, 200, 900])
    document.page({"MediaBox": box, "Resources": resources, "Contents": document.stream({}, b"")}, "P1")
    return document.save(), {c: made.codes[gid] for c, gid in gids.items()}


@functools.cache
def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def saved(pdf: Pdf, **options: Any) -> bytes:
    """The file as it would lie on a disk."""
    into = io.BytesIO()
    pdf.save(into, **options)
    return into.getvalue()
