"""PAINT: pages become the bytes of a PDF (ISO 32000-1).

In: Pages, the palette and faces they name, a Target, Metadata. Out: the file. Every item has its place already: the
painter turns the plane over, names colours, and stores what repeats once. The same pages give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from report.cache import NOTHING, Cache, key_of
from report.layout.hidden_text import Hidden, Tagged
from report.page import Destination, Drawing, GlyphRun, Image, Item, Link, Page, Placed, Shape, Sheer, extent
from report.paint.colours import Colours, Images
from report.paint.document import Document, Ref, Value, array, dictionary, packed, text
from report.paint.embed import EmbeddedFace, embed
from report.paint.inventory import glyphs_of
from report.paint.navigation import Bookmark, Frame, add_bookmarks, destination_tree, page_labels
from report.paint.pen import Pen
from report.paint.tagging import Tagger
from report.paint.target import MASK, Metadata, Target, pdf_date
from report.style.fonts import FontBook
from report.style.palette import Palette
from report.text.tags import Content

PRINTED = 1 << 2  # annotation flag: also on paper (ISO 19005-2, 6.3.2)


def paint(
    pages: Sequence[Page],
    palette: Palette,
    fonts: FontBook,
    target: Target,
    metadata: Metadata,
    tagged: Tagged | None = None,
    cache: Cache = NOTHING,
) -> bytes:
    """The pages as one file, tagged if asked for. cache: remembers the parts of faces that are embedded."""
    used = glyphs_of(pages, tagged.hidden.values() if tagged else ())
    document = Document()
    faces = {
        name: embed(document, fonts.face(name), glyphs, f"F{i}", cache)
        for i, (name, glyphs) in enumerate(sorted(used.items()), start=1)
    }
    colours = Colours(document, palette, target)
    tagger = Tagger(document, tagged.structure, len(pages)) if tagged else None
    images = Images(document, target.develop)
    painter = Painter(Stock(document, faces, colours, images, cache), target, tagger)
    hidden = tagged.hidden if tagged else {}
    numbers = [document.number(painter.page(page, i, hidden)) for i, page in enumerate(pages)]
    _describe(document, metadata)
    catalog = document.catalog
    if tagger:
        catalog |= {"StructTreeRoot": tagger.finish(numbers), "MarkInfo": dictionary({"Marked": "true"})}
    catalog["PageLabels"] = page_labels([page.label for page in pages])
    if painter.places and target.links:
        catalog["Names"] = destination_tree(painter.places)
    if target.links and (outline := add_bookmarks(document, painter.bookmarks)):
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
        "Producer": metadata.producer,
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
        self.transparent = False
        self.annotations: list[Ref] = []

    @property
    def page(self) -> Frame:
        if self.frame is None:
            raise TypeError("links and destinations lie on pages, not in drawings")
        return self.frame

    def resources(self, document: Document) -> Value:
        entries = document.resources
        if self.xobjects:
            entries["XObject"] = dictionary(self.xobjects)
        return dictionary(entries)


class Stock(NamedTuple):
    """What the pages of a file have in common. cache: remembers drawings that were painted."""

    document: Document
    faces: Mapping[str, EmbeddedFace]
    colours: Colours
    images: Images
    cache: Cache = NOTHING


class Painter:
    """One method for each kind of item; what it learns on the way is in `places` and `bookmarks`."""

    def __init__(self, stock: Stock, target: Target, tagger: Tagger | None = None):
        self.places: dict[str, Value] = {}
        self.bookmarks: list[Bookmark] = []
        self._document, self._faces, self._colours, self._images, self._cache = stock
        self._target = target
        self._tagger = tagger
        self._stored: dict[tuple[str, str], tuple[str, Ref]] = {}  # kind and key -> resource name and object
        self._transparent: set[str] = set()  # resource names of forms that something is seen through
        self._masks: dict[str, str] = {}  # key of a drawing -> name of a graphics state
        self._kinds: dict[type[Item], Callable[[Any, Plane], None]] = {
            GlyphRun: self.glyphs,
            Shape: self.shape,
            Sheer: self.sheer,
            Image: self.image,
            Link: self.link,
            Destination: self.destination,
            Placed: self.placed,
        }

    def page(self, page: Page, index: int, hidden: Hidden) -> Ref:
        """hidden: words that nobody sees, by the content that they follow."""
        frame = Frame(page, index, self._target)
        plane = Plane(Pen(self._colours), frame)
        plane.pen.turn_over(frame.flip)
        for item in page.items:
            self._tagged(item, plane)
        for run in _hidden_on(page, hidden):
            self._tagged(run, plane)
        entries = frame.boxes() | {
            "Resources": plane.resources(self._document),
            "Contents": self._document.stream({}, plane.pen.finished()),
        }
        if plane.annotations:
            entries |= {"Annots": array(plane.annotations), "Tabs": "/S"}
        if plane.transparent:  # colours are blended in those of the target (11.4.7)
            entries["Group"] = dictionary({"S": "/Transparency", "CS": self._target.blending})
        if self._tagger:
            entries["StructParents"] = index
        return self._document.page(entries, frame.label)

    def _tagged(self, item: Item, plane: Plane) -> None:
        """An item of a page, as marked content of what it belongs to."""
        tagger, kind = self._tagger, type(item)
        if tagger and kind is not Link and kind is not Destination:
            frame = plane.page
            holder = tagger.holder(item, frame)
            plane.pen.tag(holder, lambda: tagger.opening(holder, frame.index))
        self._kinds[kind](item, plane)

    def _paint(self, items: Iterable[Item], plane: Plane) -> None:
        kinds = self._kinds
        for item in items:
            kinds[type(item)](item, plane)

    def glyphs(self, run: GlyphRun, plane: Plane) -> None:
        plane.pen.glyphs(run, self._faces[run.face])

    def shape(self, shape: Shape, plane: Plane) -> None:
        plane.pen.shape(shape.path, shape.fill, shape.stroke, shape.evenodd)

    def sheer(self, shape: Sheer, plane: Plane) -> None:
        plane.transparent = True
        plane.pen.shape(shape.path, shape.fill, shape.stroke, shape.evenodd, shape.alpha)

    def placed(self, placed: Placed, plane: Plane) -> None:
        drawing, flat = placed.drawing, placed.is_flat
        resource, ref = self._once("form" if flat else "group", drawing.key, lambda: self._form(drawing, flat))
        plane.xobjects[resource] = ref
        plane.transparent |= not flat or ref.name in self._transparent
        states = f"/{self._colours.alpha(placed.alpha)} gs\n" if placed.alpha != 1 else ""
        states += f"/{self._masked(placed.mask)} gs\n" if placed.mask else ""
        plane.pen.xobject(resource, placed.matrix, placed.clip, placed.cuts, states)

    def _masked(self, mask: Drawing) -> str:
        """The graphics state in which a drawing's lightness is how opaque all is (11.6.5.3)."""
        found = self._masks.get(mask.key)
        if found is None:
            found = self._masks[mask.key] = f"{self._colours.prefix}M{len(self._masks) + 1}"
            grays = Colours(self._document, self._colours.palette, MASK, f"{found}.")
            stock = Stock(self._document, self._faces, grays, self._images, self._cache)
            form = Painter(stock, MASK)._form(mask, False)
            state = dictionary({"SMask": dictionary({"S": "/Luminosity", "G": form})})
            self._document.share("ExtGState", found, state)
        return found

    def image(self, image: Image, plane: Plane) -> None:
        x, y, width, height = image.rect
        if width <= 0 or height <= 0:
            return
        raster = self._images.raster(image)
        resource, ref = self._once("image", raster.key, lambda: self._images.stored(raster))
        plane.xobjects[resource] = ref
        plane.transparent |= raster.smask is not None
        plane.pen.xobject(resource, (width, 0.0, 0.0, -height, x, y + height))

    def link(self, link: Link, plane: Plane) -> None:
        if not self._target.links:
            return
        entries: dict[str, Value] = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": plane.page.rect(link.rect),
            "Border": "[0 0 0]",
            "F": PRINTED,
        }
        if link.target.startswith("#"):
            entries["Dest"] = text(link.target[1:])
        else:
            entries["A"] = dictionary({"S": "/URI", "URI": text(_ascii_url(link.target))})
        if link.title:
            entries["Contents"] = text(link.title)
        if self._tagger:
            entries["StructParent"] = self._tagger.next_key
        ref = self._document.add(entries)
        plane.annotations.append(ref)
        if self._tagger:
            self._tagger.annotation(link, self._document.number(ref), plane.page.index)

    def destination(self, place: Destination, plane: Plane) -> None:
        frame = plane.page
        top = round(frame.height + frame.margin - place.y, 2)
        target = array([Ref(frame.label), "/XYZ", 0, top, "null"])
        name = place.name or f"bookmark:{len(self.bookmarks) + 1}"
        self.places[name] = target
        if place.level > 0:
            self.bookmarks.append(Bookmark(place.level, place.title, text(name)))

    def _once(self, kind: str, key: str, make: Callable[[], Ref]) -> tuple[str, Ref]:
        found = self._stored.get((kind, key))
        if found is None:
            ref = make()  # may itself store drawings, so the name is counted afterwards
            found = self._stored[kind, key] = (f"X{len(self._stored) + 1}", ref)
        return found

    def _form(self, drawing: Drawing, flat: bool) -> Ref:
        """flat: else it is composed by itself before it is laid on what is there (11.4.5)."""
        longer = max(drawing.size)
        width, height = drawing.size
        # A drawing may run over its edge, into the bleed; what shows is settled where it is placed.
        box = [-longer, -longer, width + longer, height + longer]
        entries = {"Type": "/XObject", "Subtype": "/Form", "BBox": array(round(v, 3) for v in box)}
        if not flat:
            entries["Group"] = dictionary({"S": "/Transparency", "I": "true", "CS": self._target.blending})
        plane = Plane(Pen(self._colours, _places(longer)))
        done = b""
        if all(isinstance(item, Shape) and item.is_flat for item in drawing.items):
            content, done = self._recalled(drawing, plane)
        else:
            self._paint(drawing.items, plane)
            content = plane.pen.finished()
        made = entries | {"Resources": plane.resources(self._document)}
        ref = self._document.stream(made, content, done=done)
        if plane.transparent:
            self._transparent.add(ref.name)
        return ref

    def _recalled(self, drawing: Drawing, plane: Plane) -> tuple[bytes, bytes]:
        """The stream of a drawing of shapes, which depends on nothing but their inks; and what it comes to, packed."""
        inks = dict.fromkeys(paint for item in drawing.items for paint in item.paints)
        made_of = (drawing.size, drawing.items, [self._colours.operators(ink) for ink in inks], self._target.overprint)
        key = key_of(msgspec.msgpack.encode(made_of, enc_hook=str))
        kept = self._cache.get("form", key, Packed)
        if kept is None:
            self._paint(drawing.items, plane)
            content = plane.pen.finished()
            kept = self._cache.put("form", key, Packed(content, packed(content)))
        return kept.content, kept.done


class Packed(msgspec.Struct, frozen=True):
    """A content stream, and what it comes to in the file."""

    content: bytes
    done: bytes


def _hidden_on(page: Page, hidden: Hidden) -> Iterator[GlyphRun]:
    """The hidden words after the drawings of a page, each run over its drawing's upper left corner."""
    for item in page.items if hidden else ():
        if isinstance(item, Placed) and item.owner is not None and (runs := hidden.get(Content(item.owner))):
            area = extent(item)
            yield from (msgspec.structs.replace(run, x=run.x + area.x, y=run.y + area.y + run.size) for run in runs)


def _places(longer: float) -> int:
    """Decimals for a drawing whose longer side has so many units: each is finer than a 2,000th of it."""
    return 2 if longer >= 20 else 3 if longer >= 2 else 4


def _ascii_url(url: str) -> str:
    """A URI action takes 7-bit ASCII (ISO 32000-1, 12.6.4.7): other characters as percent-encoded UTF-8."""
    return "".join(c if c.isascii() else "".join(f"%{byte:02X}" for byte in c.encode()) for c in url)
