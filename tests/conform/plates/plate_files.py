"""PDFs of one or more pages of 100 × 100 pt, made by hand, for tests of plates; spaces and states by name."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

PROFILE = Path(__file__).parents[3] / "styles/icc/FOGRA39L_coated.icc"
Make = Callable[[Pdf], dict[str, Any]]


def tint(colorant: str, *cmyk: float) -> Array:
    """A Separation space with an alternate of four inks."""
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=list(cmyk), N=1)
    return Array([Name.Separation, Name("/" + colorant), Name.DeviceCMYK, function])


def resources(pdf: Pdf) -> dict[str, Any]:
    """Gold and Varnish, /All, /None, /Black, a DeviceN of Cyan and Gold; states Over (OPM 1), Over0, Knock; a form."""
    two = pdf.make_stream(
        b"{ exch 0 exch 0 exch 0 exch pop }", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1, 0, 1, 0, 1, 0, 1]
    )
    return {
        "ColorSpace": Dictionary(
            Gold=tint("Gold", 0, 0.2, 0.8, 0.1),
            Varnish=tint("Varnish", 0.1, 0, 0, 0),
            All=tint("All", 1, 1, 1, 1),
            Nothing=tint("None", 0, 0, 0, 0),
            Black=tint("Black", 0, 0, 0, 1),
            Two=Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), Name.DeviceCMYK, two]),
            Table=Array([Name.Indexed, Name.DeviceCMYK, 1, String(b"\xff\x00\x00\x00\x00\x80\x00\xff")]),
            Cell=Array([Name.Pattern, Name.DeviceCMYK]),
        ),
        "ExtGState": Dictionary(
            Over=Dictionary(OP=True, op=True, OPM=1),
            Over0=Dictionary(OP=True, op=True, OPM=0),
            Knock=Dictionary(OP=False, op=False),
            Half=Dictionary(CA=0.5, ca=0.5),
            Multiply=Dictionary(BM=Name.Multiply),
        ),
    }


def image(pdf: Pdf, width: int, height: int, content: bytes, space: Any, **entries: Any) -> Any:
    made = pdf.make_stream(zlib.compress(content), Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height)
    made.Filter, made.BitsPerComponent = Name.FlateDecode, 8
    if space is not None:
        made.ColorSpace = space
    for key, value in entries.items():
        made["/" + key] = value
    return made


def form(pdf: Pdf, content: bytes, **entries: Any) -> Any:
    return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 100], **entries)


def file(*contents: bytes, make: Make = lambda pdf: {}, intent: bool = False, bleed: Any = None) -> bytes:
    """Pages with these contents; make: further resources by kind, each a dictionary that joins the common one."""
    pdf = Pdf.new()
    common = resources(pdf)
    for kind, more in make(pdf).items():
        held = common.setdefault(kind, Dictionary())
        for key, value in more.items():
            held["/" + key.removeprefix("/")] = value
    shared = pdf.make_indirect(Dictionary(**common))
    for content in contents:
        page = pdf.add_blank_page(page_size=(100, 100)).obj
        if bleed:
            page.BleedBox = Array(bleed)
        page.Resources, page.Contents = shared, pdf.make_stream(content)
    if intent:
        profile = pdf.make_stream(PROFILE.read_bytes(), N=4)
        entries = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, DestOutputProfile=profile)
        entries.OutputConditionIdentifier = String("FOGRA39")
        pdf.Root.OutputIntents = Array([entries])
    out = io.BytesIO()
    pdf.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()
