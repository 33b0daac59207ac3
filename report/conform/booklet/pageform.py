"""A page as a form XObject (ISO 32000-1, 8.10): its content and resources as they are, in a dictionary that a sheet
can place.

In: a page of an open file. Out: the form, a new object of that file. Its stream keeps its packing, its resources are
those of the page, so that faces and pictures stay one object each. Annotations and structure stay behind.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from pikepdf import Array, Name, Object, Page, Pdf, Stream

from report.conform.booklet.spread import Box, Matrix
from report.units import Size


class PageForm(NamedTuple):
    """form: its origin is the lower left corner of the trim. trim, bleed: as a reader sees the page, pt."""

    form: Object
    trim: Size
    bleed: float


def page_form(pdf: Pdf, page: Page, whole: bool = False) -> PageForm:
    """The page up to its bleed, or the whole of its media box. bleed is that of the side that has least."""
    trim, bleed = _box(page.trimbox), _box(page.bleedbox)
    unit = float(page.obj.get("/UserUnit", 1))
    turn = int(page.rotation) % 360
    entries: dict[str, Any] = {
        "Type": Name.XObject,
        "Subtype": Name.Form,
        "BBox": Array(list(_box(page.mediabox) if whole else bleed)),
        "Matrix": Array(list(_upright(trim, turn, unit))),
        "Resources": page.resources,
    }
    if "/Group" in page.obj:  # the space that its transparency is blended in
        entries["Group"] = page.obj.Group
    content, packing = _content(page.obj.get("/Contents"))
    form = pdf.make_stream(content, **entries, **packing)
    width, height = (trim[2] - trim[0]) * unit, (trim[3] - trim[1]) * unit
    margin = min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]) * unit
    return PageForm(form, Size(height, width) if turn % 180 else Size(width, height), max(margin, 0.0))


def _content(contents: Object | None) -> tuple[bytes, dict[str, Object]]:
    """A page's stream as it is packed; several, which may break at any token, unpacked with a space between."""
    if contents is None:
        return b"", {}
    if isinstance(contents, Stream):
        packing = {key: contents[f"/{key}"] for key in ("Filter", "DecodeParms") if f"/{key}" in contents}
        return contents.read_raw_bytes(), packing
    return b"\n".join(part.read_bytes() for part in contents), {}  # type: ignore[attr-defined]


def _upright(trim: Box, turn: int, unit: float) -> Matrix:
    """Turned as the page's Rotate says, in points, the trim's lower left corner at the origin."""
    left, foot, right, head = trim
    a, b, c, d, e, f = {
        0: (1, 0, 0, 1, -left, -foot),
        90: (0, -1, 1, 0, -foot, right),
        180: (-1, 0, 0, -1, right, head),
        270: (0, 1, -1, 0, head, -left),
    }[turn]
    return (a * unit, b * unit, c * unit, d * unit, e * unit, f * unit)


def _box(box: Object) -> Box:
    x0, y0, x1, y1 = (float(value) for value in box)  # type: ignore[attr-defined]
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
