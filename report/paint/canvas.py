"""PAINT: pages become the bytes of a PDF (ISO 32000-1).

In: Pages, the palette and faces they name, a Target, Metadata. Out: the file. Every item has its place already: the
painter turns the plane over, names colours, and stores what repeats once. The same pages give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from report.diagnostics import Report, did_you_mean
from report.page import Destination, Drawing, GlyphRun, Image, Item, Link, Matrix, Page, Placed, Shape
from report.paint.document import Document, Ref, Value, array, dictionary, text
from report.paint.embed import EmbeddedFace, embed
from report.paint.inventory import glyphs_of
from report.paint.metadata import Metadata, pdf_date
from report.paint.navigation import Bookmark, add_bookmarks, destination_tree, page_labels
from report.paint.pen import Colours, Pen
from report.paint.target import Target
from report.style.fonts import FontBook
from report.style.palette import Palette
from report.units import Rect

PRODUCER = "report"
PRINTED = 1 << 2  # annotation flag: also on paper (ISO 19005-2, 6.3.2)


def paint(pages: Sequence[Page], palette: Palette, fonts: FontBook, target: Target, metadata: Metadata) -> bytes:
    """The pages as one file. Failure, with all places, for glyphs, faces and links that cannot go into it."""
    report = Report()
    used = glyphs_of(pages, report)
    document = Document()
    report.check()
    faces = {
        name: embed(document, fonts.face(name), glyphs, f"F{i}")
        for i, (name, glyphs) in enumerate(sorted(used.items()), start=1)
    }
    colours = Colours(lambda ink: target.colour(palette.ink(ink)))
    painter = Painter(document, faces, colours, target.bleed)
    for page in pages:
        painter.page(page)
    painter.check_links(report)
    report.check()
    _describe(document, metadata)
    catalog = document.catalog
    catalog["PageLabels"] = page_labels([page.label for page in pages])
    if painter.places:
        catalog["Names"] = destination_tree(painter.places)
    if outline := add_bookmarks(document, painter.bookmarks):
        catalog |= {"Outlines": outline, "PageMode": "/UseOutlines"}
    return document.save()


def _describe(document: Document, metadata: Metadata) -> None:
    document.catalog["Lang"] = text(metadata.language)
    document.catalog["ViewerPreferences"] = dictionary({"DisplayDocTitle": "true"})
    entries = {
        "Title": metadata.title,
        "Author": metadata.author,
        "Subject": metadata.subject,
        "Keywords": metadata.keywords,
        "Producer": PRODUCER,
    }
    if metadata.created:
        entries["CreationDate"] = entries["ModDate"] = pdf_date(metadata.created)
    document.info.update({key: text(value) for key, value in entries.items() if value})


class Plane:
    """A page or a form while it is painted: its stream and what the stream names."""

    def __init__(self, pen: Pen, frame: Frame | None = None):
        self.pen = pen
        self.frame = frame
        self.xobjects: dict[str, Ref] = {}
        self.annotations: list[Ref] = []

    @property
    def page(self) -> Frame:
        if self.frame is None:
            raise TypeError("links and destinations lie on pages, not in drawings")
        return self.frame

    def resources(self, fonts: Ref) -> Value:
        entries: dict[str, Value] = {"Font": fonts}
        if self.xobjects:
            entries["XObject"] = dictionary(self.xobjects)
        return dictionary(entries)


class Frame:
    """A page's own coordinates: those of its boxes, y up, origin at the media box's lower left corner."""

    def __init__(self, page: Page, bleed: bool):
        self.label = f"Page.{page.number}"
        self.margin = page.boxes.bleed if bleed else 0.0
        self.width, self.height = page.boxes.trim

    @property
    def flip(self) -> Matrix:
        """From the page plane to these coordinates."""
        return (1.0, 0.0, 0.0, -1.0, self.margin, self.height + self.margin)

    def rect(self, rect: Rect) -> Value:
        """A rectangle of the page plane as a PDF rectangle."""
        left, foot = rect.x + self.margin, self.height + self.margin - rect.bottom
        return array(round(v, 3) for v in (left, foot, left + rect.width, foot + rect.height))

    def boxes(self) -> dict[str, Value]:
        media = Rect(0, 0, self.width, self.height).grown(self.margin)
        boxes = {"MediaBox": self.rect(media), "TrimBox": self.rect(Rect(0, 0, self.width, self.height))}
        return boxes | {"BleedBox": self.rect(media)} if self.margin else boxes


class Painter:
    """One method for each kind of item; what it learns on the way is in `places` and `bookmarks`."""

    def __init__(self, document: Document, faces: Mapping[str, EmbeddedFace], colours: Colours, bleed: bool):
        self.places: dict[str, Value] = {}
        self.bookmarks: list[Bookmark] = []
        self._document = document
        self._faces = faces
        self._colours = colours
        self._bleed = bleed
        self._stored: dict[tuple[str, str], tuple[str, Ref]] = {}  # kind and key -> resource name and object
        self._profiles: dict[bytes, Ref] = {}
        self._links: list[Link] = []
        self._twice: list[Destination] = []
        self._kinds: dict[type[Item], Callable[[Any, Plane], None]] = {
            GlyphRun: self.glyphs,
            Shape: self.shape,
            Image: self.image,
            Link: self.link,
            Destination: self.destination,
            Placed: self.placed,
        }

    def page(self, page: Page) -> None:
        frame = Frame(page, self._bleed)
        plane = Plane(Pen(self._colours), frame)
        plane.pen.turn_over(frame.flip)
        self._paint(page.items, plane)
        entries = frame.boxes() | {
            "Resources": plane.resources(self._document.fonts),
            "Contents": self._document.stream({}, plane.pen.finished()),
        }
        if plane.annotations:
            entries |= {"Annots": array(plane.annotations), "Tabs": "/S"}
        self._document.page(entries, frame.label)

    def _paint(self, items: Iterable[Item], plane: Plane) -> None:
        kinds = self._kinds
        for item in items:
            kinds[type(item)](item, plane)

    def glyphs(self, run: GlyphRun, plane: Plane) -> None:
        plane.pen.glyphs(run, self._faces[run.face])

    def shape(self, shape: Shape, plane: Plane) -> None:
        plane.pen.shape(shape.path, shape.fill, shape.stroke, shape.evenodd)

    def placed(self, placed: Placed, plane: Plane) -> None:
        resource, ref = self._once("form", placed.drawing.key, lambda: self._form(placed.drawing))
        plane.xobjects[resource] = ref
        plane.pen.xobject(resource, placed.matrix, placed.clip, placed.alt)

    def image(self, image: Image, plane: Plane) -> None:
        x, y, width, height = image.rect
        if width <= 0 or height <= 0:
            return
        resource, ref = self._once("image", image.data.key, lambda: self._raster(image.data))
        plane.xobjects[resource] = ref
        plane.pen.xobject(resource, (width, 0.0, 0.0, -height, x, y + height), alt=image.alt)

    def link(self, link: Link, plane: Plane) -> None:
        entries: dict[str, Value] = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": plane.page.rect(link.rect),
            "Border": "[0 0 0]",
            "F": PRINTED,
        }
        if link.target.startswith("#"):
            self._links.append(link)
            entries["Dest"] = text(link.target[1:])
        else:
            entries["A"] = dictionary({"S": "/URI", "URI": text(_ascii_url(link.target))})
        if link.title:
            entries["Contents"] = text(link.title)
        plane.annotations.append(self._document.add(entries))

    def destination(self, place: Destination, plane: Plane) -> None:
        frame = plane.page
        top = round(frame.height + frame.margin - place.y, 2)
        target = array([Ref(frame.label), "/XYZ", 0, top, "null"])
        if place.name in self.places:
            self._twice.append(place)
        if place.name:
            self.places[place.name] = target
        if place.level > 0:
            self.bookmarks.append(Bookmark(place.level, place.title, target))

    def check_links(self, report: Report) -> None:
        """An error for every link that leads nowhere, and for every name that two places bear."""
        for link in self._links:
            name = link.target[1:]
            if name not in self.places:
                origin = getattr(link.owner, "origin", None)
                report.error(origin, f'no place is called "{name}"', did_you_mean(name, self.places))
        for place in self._twice:
            report.error(getattr(place.owner, "origin", None), f'two places are called "{place.name}"')

    def _once(self, kind: str, key: str, make: Callable[[], Ref]) -> tuple[str, Ref]:
        found = self._stored.get((kind, key))
        if found is None:
            ref = make()  # may itself store drawings, so the name is counted afterwards
            found = self._stored[kind, key] = (f"X{len(self._stored) + 1}", ref)
        return found

    def _form(self, drawing: Drawing) -> Ref:
        longer = max(drawing.size)
        plane = Plane(Pen(self._colours, _places(longer)))
        self._paint(drawing.items, plane)
        width, height = drawing.size
        # A drawing may run over its edge, into the bleed; what shows is settled where it is placed.
        box = [-longer, -longer, width + longer, height + longer]
        entries = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": array(round(v, 3) for v in box),
            "Resources": plane.resources(self._document.fonts),
        }
        return self._document.stream(entries, plane.pen.finished())

    def _raster(self, picture: Any) -> Ref:
        """An image object from a picture made ready by artwork: its stream is stored as it is."""
        colours = f"/{picture.colorspace}"
        entries = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": picture.width,
            "Height": picture.height,
            "BitsPerComponent": picture.bits,
            "Filter": f"/{picture.filter}",
            "ColorSpace": colours,
        }
        if picture.icc is not None:
            entries["ColorSpace"] = array(["/ICCBased", self._profile(picture.icc, colours)])
        if picture.smask is not None:
            mask = entries | {"ColorSpace": "/DeviceGray", "BitsPerComponent": 8, "Filter": "/FlateDecode"}
            entries["SMask"] = self._document.stream(mask, picture.smask)
        return self._document.stream(entries, picture.stream)

    def _profile(self, icc: bytes, colours: str) -> Ref:
        if icc not in self._profiles:
            count = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}[colours]
            self._profiles[icc] = self._document.stream({"N": count, "Alternate": colours}, icc)
        return self._profiles[icc]


def _places(longer: float) -> int:
    """Decimals for a drawing whose longer side has so many units: each is finer than a 2,000th of it."""
    return 2 if longer >= 20 else 3 if longer >= 2 else 4


def _ascii_url(url: str) -> str:
    """A URI action takes 7-bit ASCII (ISO 32000-1, 12.6.4.7): other characters as percent-encoded UTF-8."""
    return "".join(c if c.isascii() else "".join(f"%{byte:02X}" for byte in c.encode()) for c in url)
