"""Some eighty ways to spoil a print file: each a row with the check that must see it, and its clause."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from spoiling import (
    SRGB,
    Mutation,
    box,
    broken_content,
    calibrated,
    catalogue,
    group,
    icc,
    image,
    in_space,
    info,
    intent,
    link,
    lzw,
    names,
    no_program,
    off_page,
    on_page,
    one_page_less,
    other_standard,
    packet,
    paints,
    palette,
    printing,
    screen_profile,
    script,
    state,
    stream,
    two_intents,
    two_spots,
    type_3,
    watching_layers,
    without,
    words,
    wrong_count,
)
from x4_file import PROFILE

FORM = {"BBox": Array([0, 0, 1, 1])}
OTHER_PAGE = Dictionary(F="a.pdf", Page=0)
PAPER = "q 0 0 0 0 k 1 0 0 1 -30 -5 cm {left} {y} 90 90 re f Q"
TINT = "q 0 0 0 0.2 k 1 0 0 1 -30 -5 cm {left} {y} 90 90 re f Q 1 0 0 0 k"
IN_BLEED = "1 0 0 0 k 1 0 0 1 -3 0 cm"
BLACK = words("0 0 0 1 k", 9)
SQUARE = "{x} {y} 20 20 re f"
TRIANGLE = "{left} {y} m {x} {y} l {x} {top} l"
MUTATIONS = (
    # 6: the file
    Mutation("version 1.7", "version", "6", options=(("force_version", "1.7"),)),
    Mutation("LZW", "lzw", "6.8", lzw),
    Mutation("a stream in another file", "external", "6.7", stream(F=String("other.bin"))),
    Mutation("a page of another file", "external", "6.7", stream("Form", Ref=OTHER_PAGE, **FORM)),
    Mutation("PostScript", "postscript", "6.14", stream("PS")),
    Mutation("PostScript in a form", "postscript", "6.14", stream("Form", Subtype2=Name.PS, **FORM)),
    Mutation("alternates", "alternates", "6.16", stream(Alternates=Array([]))),
    Mutation("OPI", "opi", "6", stream(OPI=Dictionary())),
    Mutation("encryption", "encrypted", "6.15", options=(("encryption", pikepdf.Encryption(owner="o", user="", R=4)),)),
    Mutation("XFA", "xfa", "6.26", catalogue("AcroForm", lambda pdf: Dictionary(Fields=[], XFA=String("x")))),
    Mutation("attached files", "attachment", "", names("EmbeddedFiles")),
    Mutation("alternate presentations", "presentations", "6.18", names("AlternatePresentations")),
    Mutation("no ID", "trailer-id", "6.11", patch=lambda content: content.replace(b"/ID [", b"/IX [")),
    # 6.13, 6.20: graphics state and transparency
    Mutation("transfer curve", "transfer", "6.13", state(TR=Name.Identity)),
    Mutation("transfer curve 2", "transfer", "6.13", state(TR2=Name.Identity)),
    Mutation("halftone origin", "halftone-origin", "6.13", state(HTP=Array([0, 0]))),
    Mutation("halftone type", "halftone", "6.13", state(HT=Dictionary(HalftoneType=6))),
    Mutation("blend mode", "blend-mode", "6.20", state(BM=Name.Glitter)),
    Mutation("blend space", "blend-space", "6.20", on_page("Group", group)),
    # 6.17, 6.18, 6.24: what moves
    Mutation("a link", "annotation", "6.17", on_page("Annots", link)),
    Mutation("opening action", "action", "6.18", catalogue("OpenAction", script)),
    Mutation("page action", "action", "6.18", on_page("AA", lambda pdf: Dictionary(O=script(pdf)))),
    Mutation("named script", "action", "6.18", names("JavaScript")),
    Mutation("layers that watch", "layers", "6.24", catalogue("OCProperties", watching_layers)),
    # 6.4: output intent
    Mutation("no intent", "intent-missing", "6.4", lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    Mutation("two intents", "intents", "6.4", two_intents),
    Mutation("no profile", "profile-missing", "6.4", without("DestOutputProfile")),
    Mutation("a screen's profile", "profile", "6.4", intent(screen_profile)),
    Mutation("a wrong N", "profile", "6.4", intent(wrong_count)),
    Mutation("no condition", "condition", "6.4", without("OutputConditionIdentifier")),
    Mutation("no registry", "condition-info", "6.4", without("RegistryName", "Info")),
    Mutation("another intent's profile", "intents-differ", "6.4", other_standard),
    # 6.9, 6.11: what the file says of itself
    Mutation("no packet", "xmp-missing", "6.11", lambda pdf: pdf.Root.__delitem__("/Metadata")),
    Mutation("another claim", "claim", "6.11", packet("PDF/X-4", "PDF/X-3:2003")),
    Mutation("no claim", "claim", "6.11", packet("pdfxid:GTS_PDFXVersion", "pdfxid:Other")),
    Mutation("no DocumentID", "xmp-property", "6.11", packet("xmpMM:DocumentID", "xmpMM:OtherID")),
    Mutation("no MetadataDate", "xmp-property", "6.11", packet("xmp:MetadataDate", "xmp:OtherDate")),
    Mutation("another title", "info-xmp", "6.11", info("Title", String("別の題"))),
    Mutation("another date", "info-xmp", "6.11", info("ModDate", String("D:20240401090000+09'00'"))),
    Mutation("trapped unknown", "trapped", "6.9", info("Trapped", Name.Unknown)),
    Mutation("not a word of trapping", "trapped", "6.9", info("Trapped", None)),
    Mutation("trapped two ways", "trapped-xmp", "6.9", packet("<pdf:Trapped>False", "<pdf:Trapped>True")),
    # 6.12: boxes
    Mutation("no trim", "trim-missing", "6.12", off_page("TrimBox", "ArtBox")),
    Mutation("trim and art", "trim-and-art", "6.12", box("ArtBox", 0, 0, 0, 0)),
    Mutation("bleed within trim", "boxes-nested", "6.12", box("BleedBox", -9, -9, -9, -9)),
    Mutation("bleed beyond media", "boxes-nested", "6.12", box("BleedBox", 99, 99, 99, 99)),
    # trade: sheets
    Mutation("cropped", "crop", "", box("CropBox", 0, 0, 0, 0)),
    Mutation("2 mm of bleed", "bleed-narrow", "", box("BleedBox", 5.67, 5.67, 5.67, 5.67)),
    Mutation("turned", "rotated", "", on_page("Rotate", lambda pdf: 90)),
    Mutation("another unit", "user-unit", "", on_page("UserUnit", lambda pdf: 2)),
    Mutation("another size", "sizes", "", box("TrimBox", -9, -9, -9, -9)),
    Mutation("a page too few", "page-count", "", one_page_less),
    Mutation("unreadable content", "unreadable", "", broken_content),
    # 6.4 and trade: colours
    Mutation("RGB", "device-colour", "6.4", paints("1 0 0 rg {x} {y} 20 20 re f")),
    Mutation("RGB image", "device-colour", "6.4", image(100, 24, Name.DeviceRGB)),
    Mutation("RGB palette", "device-colour", "6.4", image(100, 24, palette)),
    Mutation("tagged RGB", "rgb", "", in_space(icc(SRGB, 3), "1 0 0")),
    Mutation("tagged CMYK", "same-profile", "6.4", in_space(icc(PROFILE, 4), "1 0 0 0")),
    Mutation("calibrated gray", "tagged-gray", "", in_space(calibrated, "0.5")),
    Mutation("one spot, two ways", "spot-twice", "6.4", two_spots),
    Mutation("rich black text", "compound-black", "", paints(words("0.6 0.5 0.5 1 k", 9))),
    Mutation("four-colour black text", "compound-black", "", paints(words("0.75 0.68 0.67 0.9 k", 9))),
    Mutation("fine text of three inks", "fine-type-inks", "", paints(words("0.2 0.8 0.6 0 k", 6))),
    Mutation("white overprints", "white-overprint", "", printing(f"0 0 0 0 k {SQUARE}", True)),
    Mutation("black knocks out", "black-knocks-out", "", printing(BLACK, False)),
    Mutation("black overprints in mode 0", "black-knocks-out", "", printing(BLACK, True, 0)),
    Mutation("gray black", "black-knocks-out", "", printing(words("0 g", 9), True)),
    # 6.5 and trade: type, lines, images, edges
    Mutation("no font program", "font-missing", "6.5", no_program),
    Mutation("Type 3", "type-3", "", paints("BT 1 0 0 0 k /T3 12 Tf 1 0 0 1 {x} {y} Tm (A) Tj ET", Font=type_3)),
    Mutation("hairline", "hairline", "", paints("0.2 w {x} {y} m {x} {top} l S")),
    Mutation("hairline by scale", "hairline", "", paints("0.1 0 0 0.1 {x} {y} cm 1 w 0 0 m 500 0 l S")),
    Mutation("line of no width", "hairline", "", paints("0 w {x} {y} 30 30 re S")),
    Mutation("thin bar", "hairline", "", paints("1 0 0 0 k {x} {y} 40 0.1 re f")),
    Mutation("small white text", "small-white", "", paints(words("0 0 0 0 k", 5))),
    Mutation("150 ppi", "low-resolution", "", image(50, 24)),
    Mutation("one bit at 600 ppi", "low-resolution", "", image(200, 24, Name.DeviceGray, 1)),
    Mutation("1200 ppi", "high-resolution", "", image(400, 24)),
    Mutation("text at the trim", "safety", "", paints(words("1 0 0 0 k", 9, y="{bottom}"))),
    Mutation("a box that stops at the trim", "bleed", "", paints(f"{PAPER} 1 0 0 0 k {{left}} {{y}} 20 20 re f")),
    Mutation("a box that stops in the bleed", "bleed", "", paints(f"{PAPER} {IN_BLEED} {{left}} {{y}} 20 20 re f")),
    Mutation("a tab that stops at the trim", "bleed-edge", "", paints(f"{TINT} {{left}} {{y}} 20 40 re f")),
    Mutation("a triangle in the bleed", "bleed-shape", "", paints(f"{IN_BLEED} {TRIANGLE} f")),
)  # fmt: skip
