"""Imposition: pages on saddle-stitched sheets, two to a side.

In: a finished file, how its booklet is bound. Out: a file of sheets, each a front and a back, for duplex printing that
is turned on the short edge, where both sides stand upright. Every page becomes one form XObject (ISO 32000-1, 8.10)
that shares its resources with the others; nothing is copied.

Folded, a sheet within others reaches out of them by as many thicknesses of paper as there are sheets around it, and the
cut takes that from its fore-edge. So its pages move towards the spine by just as much (creep); the cut stays.
"""

from __future__ import annotations

import io
from typing import Any, Literal, NamedTuple

import msgspec
import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode

from report.conform.sheetmarks import REGISTRATION, sheet_marks
from report.units import MM, Rect, Size

Binding = Literal["left", "right"]
OF_PAGES = ("/Outlines", "/PageLabels", "/Names", "/Dests", "/StructTreeRoot", "/MarkInfo", "/PageMode", "/OpenAction")
ROOM = 10 * MM  # beyond the bleed, for marks


class Side(NamedTuple):
    """Page numbers, from 1; None: nothing."""

    left: int | None
    right: int | None


class Sheet(NamedTuple):
    front: Side
    back: Side


class Booklet(msgspec.Struct, frozen=True):
    """binding: the side of the spine, seen from the front cover. paper: thickness of a sheet, pt.

    marks: トンボ and fold marks. sheet: the paper that the pages lie in the middle of, made smaller if they must be;
    None: as large as they are with their marks.
    """

    binding: Binding = "left"
    paper: float = 0.0
    marks: bool = True
    sheet: Size | None = None


def sheets(count: int, binding: Binding = "left") -> tuple[Sheet, ...]:
    """Which page lies where, from the outermost sheet in. Blank pages make up a multiple of 4; they lie before the last
    page, which stays the back cover."""
    blanks: list[int | None] = [None] * (-count % 4)
    pages = [*range(1, count), *blanks, count] if count else []
    made = []
    for i in range(len(pages) // 4):
        outer, inner = (pages[-1 - 2 * i], pages[2 * i]), (pages[2 * i + 1], pages[-2 - 2 * i])
        turn = slice(None, None, 1 if binding == "left" else -1)
        made.append(Sheet(Side(*outer[turn]), Side(*inner[turn])))
    return tuple(made)


class Plan(NamedTuple):
    """Where things lie on every side of a sheet. trim: of the two pages together. scale: of the pages."""

    media: Size
    trim: Rect
    bleed: float
    scale: float


def impose(content: bytes, booklet: Booklet) -> bytes:
    """The pages of a file on sheets. All pages are of the first one's size."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages = [_form(pdf, page.obj) for page in pdf.pages]
        plan = _plan(pdf.pages[0].obj, booklet)
        for key in OF_PAGES:
            if key in pdf.Root:
                del pdf.Root[key]
        marks = sheet_marks(plan.media, plan.trim, plan.bleed) if booklet.marks else ""
        order = sheets(len(pages), booklet.binding)
        for depth, sheet in enumerate(order):
            for side in sheet:
                pdf.pages.append(pikepdf.Page(_side(pdf, side, pages, plan, (depth * booklet.paper, marks))))
        del pdf.pages[: len(pages)]
        out = io.BytesIO()
        pdf.save(
            out, object_stream_mode=ObjectStreamMode.generate, recompress_flate=False, deterministic_id=True,
            force_version=pdf.pdf_version, fix_metadata_version=False,
        )  # fmt: skip
    return out.getvalue()


class Form(NamedTuple):
    """A page as a form. corner: of its trim, lower left, in its own space."""

    stream: Any
    corner: tuple[float, float]


def _box(page: Any, *names: str) -> list[float]:
    found = next(page[name] for name in names if name in page)
    return [float(v) for v in found]


def _form(pdf: Any, page: Any) -> Form:
    """The page's content as it is, seen as far as its bleed."""
    contents = page.Contents
    if isinstance(contents, pikepdf.Array):
        data, packing = b"\n".join(part.read_bytes() for part in contents), {}
    else:
        data = contents.read_raw_bytes()
        packing = {"Filter": contents.Filter} if "/Filter" in contents else {}
    entries = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array(_box(page, "/BleedBox", "/MediaBox"))}
    if "/Group" in page:
        entries["Group"] = page.Group
    stream = pdf.make_stream(data, Resources=page.Resources, **entries, **packing)
    left, foot, *_ = _box(page, "/TrimBox", "/MediaBox")
    return Form(stream, (left, foot))


def _plan(page: Any, booklet: Booklet) -> Plan:
    left, foot, right, top = _box(page, "/TrimBox", "/MediaBox")
    edge = _box(page, "/BleedBox", "/MediaBox")
    bleed = round(left - edge[0], 3) if booklet.marks else 0.0
    width, height = 2 * (right - left), top - foot
    if booklet.sheet is None:
        margin = bleed + (ROOM if booklet.marks else 0.0)
        return Plan(Size(width + 2 * margin, height + 2 * margin), Rect(margin, margin, width, height), bleed, 1.0)
    scale = min(1.0, booklet.sheet.width / width, booklet.sheet.height / height)
    scale = 1.0 if scale > 0.999 else scale
    x, y = (booklet.sheet.width - width * scale) / 2, (booklet.sheet.height - height * scale) / 2
    return Plan(booklet.sheet, Rect(x, y, width * scale, height * scale), bleed, scale)


def _side(pdf: Any, side: Side, pages: list[Form], plan: Plan, own: tuple[float, str]) -> Any:
    """One side of a sheet as a page. own: how far its pages creep (pt), and the marks of all sheets."""
    creep, marks = own
    media, trim, bleed, scale = plan
    spine = trim.x + trim.width / 2
    written, forms = [], Dictionary()
    halves = ((side.left, trim.x + creep, trim.x - bleed), (side.right, spine - creep, spine))
    for number, x, clip in halves:
        if number is None:
            continue
        form = pages[number - 1]
        name = f"/Page{number}"
        forms[name] = form.stream
        across = trim.width / 2 + bleed
        window = (clip, trim.y - bleed, across, trim.height + 2 * bleed)
        dx, dy = x - form.corner[0] * scale, trim.y - form.corner[1] * scale
        place = (scale, 0.0, 0.0, scale, dx, dy)
        written.append(f"q {_numbers(window)} re W n {_numbers(place)} cm {name} Do Q\n")
    resources = Dictionary(XObject=forms)
    if marks:
        resources.ColorSpace = Dictionary(All=REGISTRATION.copy())
        written.append(marks)
    outer = trim.grown(bleed)
    return Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, _round(media.width), _round(media.height)]),
        TrimBox=Array(map(_round, (trim.x, trim.y, trim.right, trim.bottom))),
        BleedBox=Array(map(_round, (outer.x, outer.y, outer.right, outer.bottom))),
        Resources=resources,
        Contents=pdf.make_stream("".join(written).encode("ascii")),
    )


def _round(value: float) -> float:
    return round(value, 3)


def _numbers(values: tuple[float, ...]) -> str:
    return " ".join(f"{round(value, 4):.7g}" for value in values)
