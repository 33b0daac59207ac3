"""How to spoil a PDF/X-4 file: small changes, from which mutations.py makes its table.

A change works on any PDF/X-4 file with a page, not this house's own. What it paints lies near the middle of the first
page's trim.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image
from x4_file import ROOT, saved

Change = Callable[[Pdf], None]
SRGB = ROOT / "report/conform/sRGB.icc"


class Mutation(NamedTuple):
    """check and clause: what must be found. options: of saving; patch: of the bytes saved."""

    name: str
    check: str
    clause: str
    change: Change = lambda pdf: None
    options: tuple[tuple[str, Any], ...] = ()
    patch: Callable[[bytes], bytes] = lambda content: content

    def made(self, content: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            self.change(pdf)
            return self.patch(saved(pdf, **dict(self.options)))


def page(pdf: Pdf) -> Any:
    return pdf.pages[0].obj


def middle(pdf: Pdf) -> tuple[float, float]:
    left, bottom, right, top = map(float, page(pdf).TrimBox)
    return (left + right) / 2, (bottom + top) / 2


def paints(operators: str, **resources: Any) -> Change:
    """Adds to the page: {x} and {y} are the middle, {left} {bottom} {right} {top} the trim."""

    def change(pdf: Pdf) -> None:
        x, y = middle(pdf)
        left, bottom, right, top = map(float, page(pdf).TrimBox)
        held = page(pdf).Resources
        for kind, entries in resources.items():
            given = entries(pdf) if callable(entries) else entries
            table = held.get("/" + kind)
            if table is None:
                held["/" + kind] = Dictionary(given)
            else:
                for key, value in given.items():
                    table[key] = value
        where = {"x": x, "y": y, "left": left, "bottom": bottom, "right": right, "top": top}
        drawn = operators.format(**where, face=next(iter(held.get("/Font", {"/none": 0}).keys())))
        pdf.pages[0].contents_add(b"q", prepend=True)
        pdf.pages[0].contents_add(f"Q q {drawn} Q".encode(), prepend=False)

    return change


def words(colour: str, size: float, x: str = "{x}", y: str = "{y}") -> str:
    """The first glyphs of the first face of the page."""
    return f"BT {colour} {{face}} {size} Tf 1 0 0 1 {x} {y} Tm <000100020003> Tj ET"


def state(**entries: Any) -> Change:
    return paints("/GSx gs 1 0 0 0 k {x} {y} 20 20 re f", ExtGState=lambda pdf: {"/GSx": Dictionary(**entries)})


def catalogue(key: str, value: Callable[[Pdf], Any]) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.Root["/" + key] = value(pdf)

    return change


def on_page(key: str, value: Callable[[Pdf], Any]) -> Change:
    def change(pdf: Pdf) -> None:
        page(pdf)["/" + key] = value(pdf)

    return change


def off_page(*keys: str) -> Change:
    def change(pdf: Pdf) -> None:
        for each in pdf.pages:
            for key in keys:
                if "/" + key in each.obj:
                    del each.obj["/" + key]

    return change


def intent(run: Callable[[Any, Pdf], None]) -> Change:
    return lambda pdf: run(pdf.Root.OutputIntents[0], pdf)


def without(*keys: str) -> Change:
    """The output intent, without some of its entries."""

    def run(entries: Any, pdf: Pdf) -> None:
        for key in keys:
            if "/" + key in entries:
                del entries["/" + key]

    return intent(run)


def packet(old: str, new: str) -> Change:
    def change(pdf: Pdf) -> None:
        text = pdf.Root.Metadata.read_bytes().decode()
        assert old in text
        pdf.Root.Metadata = pdf.make_stream(text.replace(old, new).encode(), Type=Name.Metadata, Subtype=Name.XML)

    return change


def info(key: str, value: Any) -> Change:
    def change(pdf: Pdf) -> None:
        if value is None:
            del pdf.docinfo["/" + key]
        else:
            pdf.docinfo["/" + key] = value

    return change


def box(key: str, *grown: float) -> Change:
    """The first page's box of that name, as its trim grown by so much on the left, at the foot, right, on top."""

    def change(pdf: Pdf) -> None:
        trim = [float(v) for v in page(pdf).TrimBox]
        page(pdf)["/" + key] = Array([trim[0] - grown[0], trim[1] - grown[1], trim[2] + grown[2], trim[3] + grown[3]])

    return change


def no_bleed_box(pdf: Pdf) -> None:
    del page(pdf)["/BleedBox"]


def gradient_text(pdf: Pdf) -> None:
    ends = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 1, 0], N=1)
    axial = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 99, 0], Function=ends)
    paints(words("/Pattern cs /Px scn", 9), Pattern={"/Px": Dictionary(PatternType=2, Shading=axial)})(pdf)


def tiled(cell: str, step: float) -> Change:
    entries = {"PatternType": 1, "PaintType": 1, "TilingType": 1, "BBox": [0, 0, 1, 1], "XStep": step, "YStep": step}
    made = lambda pdf: {"/Px": pdf.make_stream(cell.encode(), Resources=Dictionary(), **entries)}  # noqa: E731
    return paints("/Pattern cs /Px scn {x} {y} 20 20 re f", Pattern=made)


def white_stencil(pdf: Pdf) -> None:
    stencil = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, ImageMask=True)
    stencil.BitsPerComponent = 1
    states = {"/GSx": Dictionary(OP=True, op=True, OPM=1)}
    paints("/GSx gs 0 0 0 0 k 9 0 0 9 {x} {y} cm /Imx Do", ExtGState=states, XObject={"/Imx": stencil})(pdf)


def stream(kind: str = "Image", **entries: Any) -> Change:
    """A one-pixel image (or another XObject) among the page's resources, painted 0.2 pt wide."""

    def made(pdf: Pdf) -> dict[str, Any]:
        given = {"Type": Name.XObject, "Subtype": Name("/" + kind)}
        if kind == "Image":
            given |= {"Width": 1, "Height": 1, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
        given |= {key: value(pdf) if callable(value) else value for key, value in entries.items()}
        return {"/Xx": pdf.make_stream(b"\x80", **given)}

    return paints("0.2 0 0 0.2 {x} {y} cm /Xx Do", XObject=made)


def image(width: int, size: float, space: Any = Name.DeviceCMYK, bits: int = 8) -> Change:
    """A square image of so many pixels in a square of so many pt."""

    def made(pdf: Pdf) -> dict[str, Any]:
        colours = space(pdf) if callable(space) else space
        count = {"/DeviceCMYK": 4, "/DeviceGray": 1, "/DeviceRGB": 3}.get(str(colours), 1)
        row = -(-width * bits * count // 8)
        entries = {"Subtype": Name.Image, "Width": width, "Height": width, "BitsPerComponent": bits}
        return {"/Xx": pdf.make_stream(bytes(row * width), Type=Name.XObject, ColorSpace=colours, **entries)}

    return paints(f"{size} 0 0 {size} {{x}} {{y}} cm /Xx Do", XObject=made)


def jpeg(keep: int | None = None, **entries: Any) -> Change:
    """A JPEG of 8 × 8 pixels in CMYK, its data cut after so many bytes; entries: what its dictionary says otherwise."""

    def made(pdf: Pdf) -> dict[str, Any]:
        out = io.BytesIO()
        Image.new("CMYK", (8, 8)).save(out, "JPEG")
        given = {"Type": Name.XObject, "Subtype": Name.Image, "Width": 8, "Height": 8, "BitsPerComponent": 8}
        placed = pdf.make_stream(b"", **(given | {"ColorSpace": Name.DeviceCMYK} | entries))
        placed.write(out.getvalue()[:keep], filter=Name.DCTDecode)
        return {"/Xx": placed}

    return paints("2 0 0 2 {x} {y} cm /Xx Do", XObject=made)


def lzw(pdf: Pdf) -> None:
    empty = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
    empty.write(b"\x80\x40\x40", filter=Name.LZWDecode)  # clear the table, end of data
    paints("/Xx Do", XObject={"/Xx": empty})(pdf)


def icc(path: Any, count: int) -> Callable[[Pdf], Any]:
    return lambda pdf: Array([Name.ICCBased, pdf.make_stream(path.read_bytes(), N=count)])


def spot(pdf: Pdf, share: float) -> Any:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, share, 1, 0], N=1)
    return Array([Name.Separation, Name("/DIC 161"), Name.DeviceCMYK, tint])


def no_program(pdf: Pdf) -> None:
    for font in page(pdf).Resources.Font.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            if key in descriptor:
                del descriptor[key]


def type_3(pdf: Pdf) -> dict[str, Any]:
    proc = pdf.make_stream(b"500 0 0 0 500 500 d1 0 0 500 500 re f")
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 500, 500], FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(a=proc), Encoding=Dictionary(Differences=[65, Name.a]), FirstChar=65, LastChar=65,
        Widths=[500], Resources=Dictionary(),
    )  # fmt: skip
    return {"/T3": pdf.make_indirect(font)}


def link(pdf: Pdf) -> Any:
    x, y = middle(pdf)
    return Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[x, y, x + 20, y + 9]))])


def script(pdf: Pdf) -> Any:
    return Dictionary(S=Name.JavaScript, JS=String("app.beep(0)"))


def names(key: str) -> Change:
    def change(pdf: Pdf) -> None:
        if "/Names" not in pdf.Root:
            pdf.Root.Names = Dictionary()
        pdf.Root.Names["/" + key] = Dictionary(Names=[])

    return change


def two_intents(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def screen_profile(entries: Any, pdf: Pdf) -> None:
    entries.DestOutputProfile = pdf.make_stream(SRGB.read_bytes(), N=3)


def wrong_count(entries: Any, pdf: Pdf) -> None:
    entries.DestOutputProfile.N = 3


def other_standard(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(
        Dictionary(S=Name.GTS_PDFA1, OutputConditionIdentifier="sRGB", DestOutputProfile=icc(SRGB, 3)(pdf)[1])
    )


def one_page_less(pdf: Pdf) -> None:
    del pdf.pages[-1]


def broken_content(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"BT /F1 9 Tf (never closed", prepend=False)
    page(pdf).Contents[-1].Filter = Name.DCTDecode


def group(pdf: Pdf) -> Any:
    return Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)


def watching_layers(pdf: Pdf) -> Any:
    return Dictionary(OCGs=[], D=Dictionary(AS=[]))


def palette(pdf: Pdf) -> Any:
    return Array([Name.Indexed, Name.DeviceRGB, 0, b"abc"])


def calibrated(pdf: Pdf) -> Any:
    return Array([Name.CalGray, Dictionary(WhitePoint=[0.95, 1, 1.09])])


def in_space(space: Callable[[Pdf], Any], colour: str) -> Change:
    """A square of a colour in a space of its own."""
    operators = f"/CSx cs {colour} scn {{x}} {{y}} 20 20 re f"
    return paints(operators, ColorSpace=lambda pdf: {"/CSx": space(pdf)})


def every_plate(pdf: Pdf) -> Any:
    solid = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, solid])


def two_spots(pdf: Pdf) -> None:
    in_space(lambda pdf: spot(pdf, 0.6), "1")(pdf)
    page(pdf).Resources.ColorSpace["/CSy"] = spot(pdf, 0.7)
    paints("/CSy cs 1 scn {x} {y} 9 9 re f")(pdf)


def printing(operators: str, over: bool, mode: int = 1) -> Change:
    """Paints with overprint on or off."""
    entries = {"OP": over, "op": over, "OPM": mode}
    return paints(f"/GSx gs {operators}", ExtGState=lambda pdf: {"/GSx": Dictionary(**entries)})
