"""The sheet of paper: pages and the closed list of things that may lie on them.

In: nothing. Out: the types that composing ends in and painting starts from. Every place is absolute (pt,
origin at the trim's top left, y down), so a painter makes no decision. Colours are names of inks
(`"vermilion.base"`); a target looks up the sRGB or the CMYK twin.

`owner` ties an item to the piece of content it shows (a content node with an `.origin`), where content.structure knows
what it is. None marks an artifact (ISO 32000-1, 14.8.2.2): rules, ornaments; an `Artifact`, one of another kind.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, Literal, NamedTuple

import msgspec

from report.units import Rect, Size

Role = Literal["", "base", "reading", "emphasis"]
Matrix = tuple[float, float, float, float, float, float]  # a b c d e f: x' = ax + cy + e, y' = bx + dy + f
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

# A path is a flat tuple of operators, each followed by its numbers:
# "M" x y, "L" x y, "C" x1 y1 x2 y2 x y, "Z". No other operator exists here.
Path = tuple[Any, ...]


class Artifact(Enum):
    """Kinds of artifacts; what has no owner is Layout."""

    LAYOUT = "Layout"
    PAGINATION = "Pagination"  # page numbers, running heads, thumb tabs
    BACKGROUND = "Background"  # grounds behind the whole page or its head


class Item(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag=True):
    owner: Any = None


class GlyphRun(Item, frozen=True, kw_only=True, gc=False):
    """Glyphs of one face, size and ink.

    x, y: the run's origin on the baseline. xs (and ys where not all zero): each glyph's origin relative to it, pt.
    texts: for each glyph the characters it stands for ("" for the second and later glyphs of one cluster; a
    cluster of several characters lies whole on its first glyph). width: advance of the whole run.
    matrix: a linear map (a b c d, e f = 0) applied about (x, y), for slanted or turned text.
    role: "base" and "reading" are the two sides of ruby (ISO 32000-1, 14.8.4.4.2: RB, RT); the runs of one ruby carry
    the same `pair` within their paragraph, other runs 0. "emphasis": dots, which stand for no characters. paragraph: of
    the owner's text, where that has several. link: what the run leads to; its Link follows it.
    """

    face: str
    size: float
    ink: str
    x: float
    y: float
    gids: tuple[int, ...]
    xs: tuple[float, ...]
    texts: tuple[str, ...]
    width: float
    ys: tuple[float, ...] = ()
    matrix: Matrix | None = None
    lang: str = ""
    role: Role = ""
    pair: int = 0
    paragraph: int = 0
    link: str = ""


class Stop(NamedTuple):
    """A colour on the way of a gradient, at a share of it."""

    at: float
    ink: str


class Shade(msgspec.Struct, frozen=True, gc=False):
    """A gradient along a line (ends: x y x y) or between circles (x y r x y r), in a plane that `matrix` leads from, to
    that of the drawing. stops: two or more, from 0 to 1; before and after them the colours go on."""

    ends: tuple[float, ...]
    matrix: Matrix
    stops: tuple[Stop, ...]


Paint = str | Shade  # the name of an ink; only parts of drawings have gradients


class Stroke(msgspec.Struct, frozen=True, gc=False):
    """mitre: the limit beyond which a mitre is cut. phase: how far into the dashes the line begins."""

    ink: Paint
    width: float
    cap: str = "butt"  # butt, round, square
    join: str = "miter"  # miter, round, bevel
    dash: tuple[float, ...] = ()
    mitre: float = 4.0  # SVG's own; PDF's would be 10
    phase: float = 0.0


class Shape(Item, frozen=True, kw_only=True, gc=False):
    path: Path
    fill: Paint | None = None
    stroke: Stroke | None = None
    evenodd: bool = False

    @property
    def paints(self) -> tuple[Paint, ...]:
        return tuple(paint for paint in (self.fill, self.stroke and self.stroke.ink) if paint)

    @property
    def is_flat(self) -> bool:
        """Opaque, and without a gradient."""
        return not any(isinstance(paint, Shade) for paint in self.paints)


class Sheer(Shape, frozen=True, kw_only=True, gc=False):
    """A shape that is seen through. alpha: how opaque its one paint is."""

    alpha: float

    @property
    def is_flat(self) -> bool:
        return False


class Raster(msgspec.Struct, frozen=True, gc=False):
    """Pixels ready to embed: `stream` as `filter` packs it (ISO 32000-1, 8.9.5), rows from the top.

    icc: the profile of the samples, None for sRGB (or the output's own inks). smask: coverage, 8-bit gray of the same
    size packed by FlateDecode. The same key is stored once in a file.
    """

    width: int
    height: int
    stream: bytes
    filter: Literal["DCTDecode", "FlateDecode"]
    colorspace: Literal["DeviceRGB", "DeviceGray", "DeviceCMYK"]
    key: str
    bits: int = 8
    icc: bytes | None = None
    smask: bytes | None = None


class Crop(msgspec.Struct, frozen=True, gc=False):
    """Where a raster comes from: the part of the photo of that id that `window` shows, as left, top, width, height in
    0…1 of the upright photo. A target that wants other pixels has them made of this. tone: two inks in which it is
    shown, that of its dark and that of its light, instead of its own colours."""

    name: str
    window: tuple[float, float, float, float]
    tone: tuple[str, str] | None = None


class Image(Item, frozen=True, kw_only=True, gc=False):
    """A raster picture filling `rect`: as screens show it, and what it is made of."""

    data: Raster
    rect: Rect
    crop: Crop | None = None


class Link(Item, frozen=True, kw_only=True, gc=False):
    """An active area. target: a URL, or "#name" for a Destination of the same file."""

    rect: Rect
    target: str
    title: str = ""
    paragraph: int = 0


class Destination(Item, frozen=True, kw_only=True, gc=False):
    """A place that links ("#name") and bookmarks lead to. level 0: no bookmark. name "": for its bookmark alone."""

    name: str
    y: float
    title: str = ""
    level: int = 0


class Drawing(msgspec.Struct, frozen=True, gc=False):
    """A picture of Items in its own plane (0, 0, width, height), y down. The same key is stored once in a file."""

    key: str
    size: Size
    items: tuple[AnyItem, ...]


class Cut(NamedTuple):
    """The inside of a path, as a clip."""

    path: Path
    evenodd: bool = False


class Placed(Item, frozen=True, kw_only=True, gc=False):
    """A Drawing laid on the page, or in another drawing, through `matrix`, clipped to `clip` (outer plane).

    cuts: further clips, in the outer plane, too. alpha: how opaque the drawing is as a whole. mask: another drawing, in
    the outer plane, whose lightness says how opaque this one is at each point; nothing is black.
    """

    drawing: Drawing
    matrix: Matrix
    clip: Rect | None = None
    cuts: tuple[Cut, ...] = ()
    alpha: float = 1.0
    mask: Drawing | None = None

    @property
    def is_flat(self) -> bool:
        """Nothing is seen through it but where nothing is painted."""
        return self.alpha == 1 and self.mask is None


AnyItem = GlyphRun | Shape | Sheer | Image | Link | Destination | Placed


def placed(drawing: Drawing, x: float, y: float, owner: Any = None) -> Placed:
    """The drawing in its own size, its upper left corner at (x, y)."""
    return Placed(drawing=drawing, matrix=(1.0, 0.0, 0.0, 1.0, x, y), owner=owner)


def extent(item: Item) -> Rect:
    """What an item covers, in the page plane (pt)."""
    if isinstance(item, Image):
        return item.rect
    if isinstance(item, Placed):
        if item.clip:
            return item.clip
        a, b, c, d, e, f = item.matrix
        w, h = item.drawing.size
        xs, ys = (e, e + a * w, e + c * h, e + a * w + c * h), (f, f + b * w, f + d * h, f + b * w + d * h)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    raise TypeError(f"a figure of {type(item).__name__}")


class PageBoxes(msgspec.Struct, frozen=True):
    """trim: the cut sheet's size, pt. bleed: how far paint runs beyond the trim."""

    trim: Size
    bleed: float


class Body(NamedTuple):
    """The blocks of a page: items[first:last]; their words stand in the frame. overfull: they are too high for it."""

    frame: Rect
    first: int
    last: int
    overfull: bool


class Told(NamedTuple):
    """What a region is. kind: of a block, its key. shows: what an author wrote for it. name: that it has in its section
    or sheet; "": it is one of its kind, counted."""

    kind: str
    shows: tuple[Any, ...] = ()
    name: str = ""


class Region(NamedTuple):
    """A block on a page, or what stands there for one: the head of a section, a part of a cover.

    scope: the section or the sheet that it belongs to. rect: that it was given, None: as far as its items reach.
    pictures: the files of its pictures and icons, and a digest of each.
    """

    scope: str
    told: Told
    rect: Rect | None
    items: tuple[Item, ...]
    pictures: tuple[tuple[str, str], ...]


class Page(msgspec.Struct, frozen=True):
    """body: None where there are no blocks. regions: all that is seen lies in one of them, but what frames a page."""

    number: int  # 1 = the front cover
    label: str  # as a reader calls it: "3"
    boxes: PageBoxes
    items: tuple[Item, ...]
    body: Body | None = None
    regions: tuple[Region, ...] = ()


def headings(page: Page) -> tuple[str, ...]:
    """The sections and topics that begin on it."""
    return tuple(item.title for item in page.items if isinstance(item, Destination) and item.level)
