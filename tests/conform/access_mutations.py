"""Some eighty ways to make a tagged file worse for those who listen: each a row with the clause that must tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pikepdf import Array, Dictionary, Name, NumberTree, Pdf, Stream, String

UA, A2, PDF = "ISO 14289-1", "ISO 19005-2", "ISO 32000-1"

NOT_SAID = (f"{UA} 5", f"{UA} 7.1", f"{A2} 6.6.3", f"{A2} 6.6.4")  # without a packet
ORPHANED = (f"{UA} 7.1", f"{PDF} 14.7.4.4")  # content that loses its tag: no tag takes it, the parent tree leads astray


class Mutation(NamedTuple):
    """spoil: changes an open file, built from the brief brochure. also: clauses that cannot but fail with it."""

    name: str
    clause: str
    spoil: Callable[[Pdf], None]
    also: tuple[str, ...] = ()


def all_of(pdf: Pdf, role: str) -> Iterator[Any]:
    """The structure elements of a role, in the order of the tree."""
    pending = [pdf.Root.StructTreeRoot.K]
    while pending:
        each = pending.pop()
        if isinstance(each, Array):
            pending += reversed(list(each))
        elif isinstance(each, Dictionary) and each.get("/S") is not None:
            if f"/{role}" == each.S:
                yield each
            pending.append(each.get("/K"))


def first(pdf: Pdf, role: str) -> Any:
    return next(all_of(pdf, role))


def annotation(pdf: Pdf) -> Any:
    """The first of the first page that has some."""
    return next(page.obj.Annots[0] for page in pdf.pages if page.obj.get("/Annots"))


def linked(pdf: Pdf) -> Any:
    return next(page.obj for page in pdf.pages if page.obj.get("/Annots"))


def kid(element: Any, made: Any) -> None:
    """Adds a kid to an element."""
    kids = element.get("/K")
    element.K = Array([*(kids if isinstance(kids, Array) else () if kids is None else (kids,)), made])


def element(pdf: Pdf, role: str, parent: Any) -> Any:
    return pdf.make_indirect(Dictionary(S=Name(f"/{role}"), P=parent))


def without(find: Callable[[Pdf], Any], *keys: str) -> Callable[[Pdf], None]:
    def spoil(pdf: Pdf) -> None:
        holder = find(pdf)
        for key in keys:
            del holder[f"/{key}"]

    return spoil


def changed(find: Callable[[Pdf], Any], **entries: Any) -> Callable[[Pdf], None]:
    def spoil(pdf: Pdf) -> None:
        holder = find(pdf)
        for key, value in entries.items():
            holder[f"/{key}"] = value

    return spoil


def of(role: str) -> Callable[[Pdf], Any]:
    return lambda pdf: first(pdf, role)


def renamed(role: str, other: str) -> Callable[[Pdf], None]:
    return changed(of(role), S=Name(f"/{other}"))


def added(role: str, within: str) -> Callable[[Pdf], None]:
    def spoil(pdf: Pdf) -> None:
        parent = first(pdf, within)
        kid(parent, element(pdf, role, parent))

    return spoil


def root(pdf: Pdf) -> Any:
    return pdf.Root


def preferences(pdf: Pdf) -> Any:
    return pdf.Root.ViewerPreferences


def structure(pdf: Pdf) -> Any:
    return pdf.Root.StructTreeRoot


def page(pdf: Pdf) -> Any:
    return pdf.pages[2].obj


def mapped(**roles: str) -> Callable[[Pdf], None]:
    def spoil(pdf: Pdf) -> None:
        for role, to in roles.items():
            pdf.Root.StructTreeRoot.RoleMap[f"/{role}"] = Name(f"/{to}")

    return spoil


def packet(old: str, new: str) -> Callable[[Pdf], None]:
    def spoil(pdf: Pdf) -> None:
        before = pdf.Root.Metadata.read_bytes().decode()
        assert old in before
        pdf.Root.Metadata.write(before.replace(old, new).encode())

    return spoil


def content(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    """Of the third page, the first place."""

    def spoil(pdf: Pdf) -> None:
        stream = page(pdf).Contents
        before = stream.read_bytes()
        assert old in before
        stream.write(before.replace(old, new, 1))

    return spoil


def at_first_mark(words: bytes) -> Callable[[Pdf], None]:
    return content(b"<</MCID 0>>BDC\n", b"<</MCID 0>>BDC\n" + words)


def more(after: bytes) -> Callable[[Pdf], None]:
    def spoil(pdf: Pdf) -> None:
        stream = page(pdf).Contents
        stream.write(stream.read_bytes() + after)

    return spoil


def parent_missing(pdf: Pdf) -> None:
    """One entry of the third page's array."""
    NumberTree(structure(pdf).ParentTree)[int(page(pdf).StructParents)][1] = None


def parent_other(pdf: Pdf) -> None:
    NumberTree(structure(pdf).ParentTree)[int(annotation(pdf).StructParent)] = first(pdf, "H1")


def taken_twice(pdf: Pdf) -> None:
    """The first cell's content is the second's, too."""
    one, other = list(all_of(pdf, "H2"))[:2]
    other.Pg = one.Pg
    other.K = one.K


def no_reference(pdf: Pdf) -> None:
    link = first(pdf, "Link")
    link.K = Array([each for each in link.K if not (isinstance(each, Dictionary) and each.get("/Obj") is not None)])


def no_heads(pdf: Pdf) -> None:
    for cell in all_of(pdf, "TH"):
        if cell.get("/A") is not None:
            del cell.A
        if cell.get("/ID") is not None:
            del cell.ID


def same_id(pdf: Pdf) -> None:
    one, other = list(all_of(pdf, "Note"))[:2]
    other.ID = one.ID


def short_row(pdf: Pdf) -> None:
    row = list(all_of(pdf, "TR"))[-1]
    row.K = Array(list(row.K)[:-1])


def fonts(pdf: Pdf) -> Iterator[Any]:
    return (each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/Subtype") == "/Type0")


def font(pdf: Pdf) -> Any:
    return next(fonts(pdf))


def descendant(pdf: Pdf) -> Any:
    return font(pdf).DescendantFonts[0]


def descriptor(pdf: Pdf) -> Any:
    return descendant(pdf).FontDescriptor


def to_unicode(value: bytes) -> Callable[[Pdf], None]:
    """All codes stand for this."""

    def spoil(pdf: Pdf) -> None:
        cmap = b"1 beginbfrange\n<0000> <0fff> [" + b"<%s> " % value * 0x1000 + b"]\nendbfrange"
        font(pdf).ToUnicode = pdf.make_stream(cmap)

    return spoil


def glyph_0(pdf: Pdf) -> None:
    name = next(iter(page(pdf).Resources.Font.keys())).encode()
    at_first_mark(b"BT " + name + b" 9 Tf <0000> Tj ET ")(pdf)


def scripted(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))


def squeezed(pdf: Pdf) -> None:
    pdf.Root.Extra = Stream(pdf, b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", Filter=Name.LZWDecode)


def elsewhere(pdf: Pdf) -> None:
    pdf.Root.Extra = Stream(pdf, b"", F=String("other.bin"))


def launching(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.Launch, F=String("a.exe"))


def acting(pdf: Pdf) -> None:
    page(pdf).AA = Dictionary(O=Dictionary(S=Name.GoTo))


def blended(pdf: Pdf) -> None:
    page(pdf).Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)


def layered(with_name: bool) -> Callable[[Pdf], None]:
    """A layer; its setting lacks a name, or has one but changes by itself."""

    def spoil(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("地図")))
        usual = Dictionary(Name=String("全部"), AS=Array([])) if with_name else Dictionary()
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=usual)

    return spoil


def called(pdf: Pdf, **xobjects: Any) -> None:
    """More XObjects beside those of the third page."""
    resources = page(pdf).Resources
    before = resources.get("/XObject")
    resources.XObject = Dictionary({**(dict(before.items()) if before is not None else {})})
    for name, made in xobjects.items():
        resources.XObject[f"/{name}"] = made


def cmyk_image(pdf: Pdf) -> None:
    """An artifact, in colours that sRGB does not speak for."""
    size = {"Width": 1, "Height": 1, "BitsPerComponent": 8}
    image = pdf.make_stream(bytes(4), Type=Name.XObject, Subtype=Name.Image, ColorSpace=Name.DeviceCMYK, **size)
    called(pdf, Inks=image)
    more(b"\n/Artifact BMC /Inks Do EMC")(pdf)


def bare_annotation(pdf: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], F=4, Contents=String("注"))
    next(page.obj for page in pdf.pages if "/Annots" not in page.obj).Annots = Array([pdf.make_indirect(note)])


def in_form(pdf: Pdf) -> None:
    """A form painted under no mark."""
    form = pdf.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    called(pdf, Bare=form)
    more(b"\n/Bare Do")(pdf)


def loop(pdf: Pdf) -> None:
    sect = first(pdf, "Sect")
    kid(sect, first(pdf, "H1"))


MUTATIONS = (
    # the file
    Mutation("Marked false", f"{UA} 6.2", changed(lambda pdf: pdf.Root.MarkInfo, Marked=False)),
    Mutation("no tags", f"{UA} 6.2", without(root, "StructTreeRoot"), (*ORPHANED, f"{UA} 7.18.5")),
    Mutation("Suspects", f"{UA} 7.1", changed(lambda pdf: pdf.Root.MarkInfo, Suspects=True)),
    Mutation("Lang removed", f"{UA} 7.2", without(root, "Lang")),
    Mutation("a tag's Lang in Japanese", f"{UA} 7.2", changed(of("P"), Lang=String("日本語"))),
    Mutation("DisplayDocTitle false", f"{UA} 7.1", changed(preferences, DisplayDocTitle=False)),
    Mutation("no packet", f"{A2} 6.6.2.1", without(root, "Metadata"), NOT_SAID),
    Mutation("a packet that is no XML", f"{A2} 6.6.2.1", packet("</rdf:RDF>", ""), NOT_SAID),
    Mutation("pdfaid of level B", f"{A2} 6.6.4", packet("<pdfaid:conformance>A", "<pdfaid:conformance>B")),
    Mutation("pdfuaid removed", f"{UA} 5", packet("<pdfuaid:part>1</pdfuaid:part>", "")),
    Mutation("pdfuaid not described", f"{A2} 6.6.2.3", packet("URI>http://www.aiim.org/pdfua", "URI>http://a.jp")),
    Mutation("no dc:title", f"{UA} 7.1", packet("dc:title", "dc:other"), (f"{A2} 6.6.3",)),
    Mutation("another title in Info", f"{A2} 6.6.3", changed(lambda pdf: pdf.docinfo, Title=String("別"))),
    Mutation("output intent removed", f"{A2} 6.2.3", without(root, "OutputIntents"), (f"{A2} 6.2.4.3",)),
    Mutation("colours of no intent", f"{A2} 6.2.4.3", without(root, "OutputIntents"), (f"{A2} 6.2.3",)),
    Mutation("a CMYK image", f"{A2} 6.2.4.3", cmyk_image),
    Mutation("a page blended in CMYK", f"{A2} 6.2.4.3", blended),
    Mutation("JavaScript", f"{A2} 6.5.1", scripted),
    Mutation("Launch", f"{A2} 6.5.1", launching),
    Mutation("a page that acts", f"{A2} 6.5.2", acting),
    Mutation("data in another file", f"{A2} 6.1.7.1", elsewhere),
    Mutation("layers of no name", f"{UA} 7.10", layered(with_name=False)),
    Mutation("layers by themselves", f"{UA} 7.10", layered(with_name=True)),
    Mutation("LZW", f"{A2} 6.1.7.2", squeezed),
    # what is painted
    Mutation("artifact untagged", f"{UA} 7.1", content(b"/Artifact", b"/Span")),
    Mutation("paint after all", f"{UA} 7.1", more(b"\n0 0 9 9 re f")),
    Mutation("a form under no mark", f"{UA} 7.1", in_form),
    Mutation("artifact in tagged content", f"{UA} 7.1", at_first_mark(b"/Artifact BMC EMC ")),
    Mutation("tagged content in an artifact", f"{UA} 7.1", more(b"\n/Artifact BMC /P <</MCID 0>> BDC EMC EMC")),
    Mutation("an MCID of no tag", f"{UA} 7.1", more(b"\n/P <</MCID 999>> BDC 0 0 9 9 re f EMC"), (f"{PDF} 14.7.4.4",)),
    Mutation("a tag's MCID not there", f"{PDF} 14.7.4.2", content(b"/MCID 1>>", b"/MCID 998>>"), ORPHANED),
    Mutation("a mark in two tags", f"{PDF} 14.7.4.2", taken_twice, ORPHANED),
    Mutation("EMC missing", f"{PDF} 14.6.1", more(b"\n/Artifact BMC")),
    Mutation("a font that is not there", f"{A2} 6.2.2", more(b"\n/Artifact BMC BT /None 9 Tf ET EMC")),
    Mutation("MCID missing in ParentTree", f"{PDF} 14.7.4.4", parent_missing),
    Mutation("StructParents removed", f"{PDF} 14.7.4.4", without(page, "StructParents")),
    Mutation("StructParent removed", f"{PDF} 14.7.4.4", without(annotation, "StructParent")),
    Mutation("StructParent to another", f"{PDF} 14.7.4.4", parent_other),
    Mutation("a tag in two places", f"{PDF} 14.7.2", loop),
    # tags
    Mutation("a role unmapped", f"{UA} 7.1", without(structure, "RoleMap")),
    Mutation("circular RoleMap", f"{UA} 7.1", mapped(Title="Head", Head="Title")),
    Mutation("P remapped", f"{UA} 7.1", mapped(P="H1")),
    Mutation("heading skipped", f"{UA} 7.4.2", renamed("H2", "H3")),
    Mutation("first heading H2", f"{UA} 7.4.2", renamed("H1", "H2")),
    Mutation("H beside H1", f"{UA} 7.4.4", renamed("H2", "H")),
    Mutation("empty heading", f"{UA} 7.4.1", without(of("H2"), "K"), ORPHANED),
    Mutation("alt removed", f"{UA} 7.3", without(of("Figure"), "Alt")),
    Mutation("alt blank", f"{UA} 7.3", changed(of("Figure"), Alt=String(" "))),
    Mutation("BBox removed", f"{UA} 7.3", without(of("Figure"), "A")),
    Mutation("a formula without words", f"{UA} 7.7", renamed("Link", "Formula"), (f"{UA} 7.18.5",)),
    Mutation("L with P child", f"{UA} 7.2", added("P", "L")),
    Mutation("LI with P child", f"{UA} 7.2", added("P", "LI")),
    Mutation("LBody outside LI", f"{UA} 7.2", added("LBody", "Sect")),
    Mutation("TOCI outside TOC", f"{UA} 7.2", added("TOCI", "Sect")),
    Mutation("TOC with P child", f"{UA} 7.2", added("P", "TOC")),
    Mutation("TR outside Table", f"{UA} 7.2", added("TR", "Sect")),
    Mutation("a cell in the table", f"{UA} 7.2", added("TD", "Table")),
    Mutation("ruby without reading", f"{UA} 7.2", renamed("RT", "RB")),
    Mutation("RT outside Ruby", f"{UA} 7.2", added("RT", "P")),
    Mutation("irregular table", f"{UA} 7.2", short_row, ORPHANED),
    Mutation("TH Scope and ID removed", f"{UA} 7.5", no_heads),
    Mutation("TH ID removed", f"{UA} 7.5", without(of("TH"), "ID")),
    Mutation("Note ID removed", f"{UA} 7.9", without(of("Note"), "ID")),
    Mutation("two notes of one ID", f"{UA} 7.9", same_id),
    # annotations
    Mutation("Link OBJR removed", f"{UA} 7.18.5", no_reference, (f"{PDF} 14.7.4.4",)),
    Mutation("Link in a P", f"{UA} 7.18.5", renamed("Link", "P")),
    Mutation("Contents removed", f"{UA} 7.18.5", without(annotation, "Contents")),
    Mutation("an annotation of no tag", f"{UA} 7.18.1", bare_annotation, (f"{UA} 7.18.3", f"{A2} 6.3.3")),
    Mutation("an annotation of no look", f"{A2} 6.3.3", bare_annotation, (f"{UA} 7.18.1", f"{UA} 7.18.3")),
    Mutation("Tabs removed", f"{UA} 7.18.3", without(linked, "Tabs")),
    Mutation("not printed", f"{A2} 6.3.2", changed(annotation, F=0)),
    # fonts
    Mutation("not embedded", f"{UA} 7.21.4.1", without(descriptor, "FontFile2")),
    Mutation("no CIDToGIDMap", f"{UA} 7.21.3.2", without(descendant, "CIDToGIDMap")),
    Mutation("ToUnicode removed", f"{UA} 7.21.7", without(font, "ToUnicode")),
    Mutation("ToUnicode of nothing", f"{UA} 7.21.7", to_unicode(b"")),
    Mutation("ToUnicode of U+0000", f"{UA} 7.21.7", to_unicode(b"0000")),
    Mutation("ToUnicode of U+FEFF", f"{UA} 7.21.7", to_unicode(b"65e5feff")),
    Mutation("glyph 0", f"{UA} 7.21.8", glyph_0, (f"{UA} 7.21.7",)),
)  # fmt: skip
