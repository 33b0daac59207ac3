"""Pictures by id: drawings as vector shapes, photos as rasters, laid into frames.

In: a folder of SVG, JPEG and PNG files, ids and frames. Out: page Items. A photo of an id takes the place of the
drawing of that id. A picture is scaled to cover its frame and shows the part around a point: the bottom centre for
drawings (styles/README.md, Pictures: their horizon is low), the centre for photos, or a focus the author chose; or it
is scaled to lie whole within its frame.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from report.artwork import photos
from report.artwork.cropping import lost_of
from report.artwork.formats import DRAWING, PHOTOS, PhotoError
from report.artwork.inking import in_inks
from report.artwork.merge import Mark, bounds
from report.artwork.shelf import MAX_BYTES, InkOf, Inks, Letter, Shelf, read_drawing
from report.cache import Cache, key_of
from report.messages import Foreign, Origin, Report, message
from report.page import Crop, Drawing, Image, Item, Matrix, Placed, Raster, Shape
from report.source.folder import composed
from report.units import Point, Rect, Size

if TYPE_CHECKING:
    from report.style.palette import Ink, Palette

Fit = Literal["", "cover", "contain"]
Bleed = tuple[float, float, float, float]  # how far the frame runs on beyond left, top, right, bottom, pt
NO_BLEED: Bleed = (0.0, 0.0, 0.0, 0.0)
RESOLUTION = 150.0  # dpi of photos for screens and office printers
FOOT, CENTRE = Point(0.5, 1.0), Point(0.5, 0.5)


class Window(NamedTuple):
    """Where a picture shows. focus: the point to keep in view, (0, 0) top left to (1, 1) bottom right; by default the
    foot's middle of a drawing, the centre of a photo. fit: "contain" shows all of it, "cover" crops it, as does "", but
    tells what of a drawing is lost. tone: names of two inks in which a photo is shown, its dark and its light."""

    rect: Rect
    bleed: Bleed = NO_BLEED
    focus: Point | None = None
    fit: Fit = "cover"
    tone: tuple[str, str] | None = None

    @property
    def outer(self) -> Rect:
        """With its bleed."""
        return self.rect.inset(*(-b for b in self.bleed))


class Words(NamedTuple):
    """letter: what sets the words of drawings; faces: what its outlines depend on."""

    letter: Letter
    faces: bytes


class Pictures:
    """The folder of pictures during one build.

    ink_of: "#RRGGBB" in capitals -> ink name or None. nearest: the same, but the nearest ink, for hints. kept: ids of
    drawings whose other colours stay as they are. words: what sets the words of drawings. palette: of the inks in which
    photos are toned.
    """

    def __init__(
        self,
        folder: Path,
        ink_of: InkOf,
        cache: Cache,
        report: Report,
        *,
        nearest: InkOf | None = None,
        kept: Container[str] = (),
        words: Callable[[], Words] | None = None,
        palette: Palette | None = None,
    ) -> None:
        self.shelf = Shelf(folder, (*PHOTOS, DRAWING), message("picture"), report)
        self._inks = Inks(ink_of, nearest)
        self._kept, self._words, self._palette = kept, words, palette
        self._cache, self._report = cache, report
        self._drawings: dict[str, Drawing | None] = {}
        self._sizes: dict[str, Size | None] = {}
        self._darkroom = photos.Darkroom()
        self._unusable: set[str] = set()

    def drawing(self, name: str, origin: Origin | None = None) -> Drawing | None:
        """The drawing of that id; None after an error, or when the id is a photo."""
        path = self.shelf.find(name, origin)
        if path is None or not _is_drawing(path):
            return None
        if path not in self._drawings:
            self._drawings[path] = self._draw(path, composed(name), origin)
        return self._drawings[path]

    def size(self, name: str, origin: Origin | None = None) -> Size | None:
        """Width and height in the picture's own units (user units, pixels); None after an error."""
        path = self.shelf.find(name, origin)
        if path is None or not self.shelf.is_alone(name, origin):
            return None
        if _is_drawing(path):
            drawing = self.drawing(name, origin)
            return drawing.size if drawing else None
        if path not in self._sizes:
            self._sizes[path] = self._measured(path, origin)
        return self._sizes[path]

    def _measured(self, path: str, origin: Origin | None) -> Size | None:
        try:
            size, flaw = photos.look(path)
        except (PhotoError, OSError) as error:
            self._fault(path, origin, error)
            return None
        if flaw:
            self._report.warning(origin or Origin(path), message("photo-profile-left", file=path, problem=flaw))
        return size

    def place(self, name: str, window: Window, origin: Origin | None = None, owner: Any = None) -> list[Item]:
        """The picture in its window; nothing after an error."""
        size = self.size(name, origin)
        if size is None:
            return []
        if window.fit == "contain":
            window = Window(contained(size, window.rect), tone=window.tone)
        rect, outer = window.rect, window.outer
        drawing = self.drawing(name, origin)
        if drawing is None:
            crop = _crop(name, cover(size, outer, window.focus or CENTRE), size, outer, window.tone)
            photo = self._photo(crop, _pixels(outer, RESOLUTION), origin)
            if photo is None:
                return []
            self._look_closely(crop, size, outer, origin)
            return [Image(data=photo, rect=outer, crop=crop, owner=owner)]
        if window.tone:
            self._report.warning(origin, message("tone-of-drawing", name=name))
        point = window.focus or FOOT
        matrix = cover(size, rect, point)
        if outer != rect and not _reaches(drawing, matrix, outer):
            matrix = cover(size, outer, point)
        if not window.fit and (lost := lost_of(drawing, matrix, rect)):
            self._report.warning(origin, message("drawing-cropped", name=name, share=round(100 * lost)))
        return [Placed(drawing=drawing, matrix=matrix, clip=outer, owner=owner)]

    def _draw(self, path: str, name: str, origin: Origin | None) -> Drawing | None:
        """Read a drawing, or recall it. It is remembered in the file's own colours; inks come after."""
        data = self.shelf.read(path, MAX_BYTES, origin)
        if data is None:
            return None
        key = f"picture:{name}"
        words = self._words() if self._words and b"text" in data.replace(b"\0", b"") else None
        mark = key_of(key, data, words.faces if words else b"")
        inks = self._inks._replace(letter=words.letter if words else None)
        coloured = self._cache.get("drawing", mark, Drawing)
        if coloured is None:
            coloured, told = read_drawing(data, key, path, inks._replace(ink_of=_own_colour))
            self._report.add(told)
            if coloured is None:
                return None
            coloured = coloured if told else self._cache.put("drawing", mark, coloured)
        ink_of = self._inks.ink_of
        inked = in_inks(coloured, (lambda colour: ink_of(colour) or colour) if name in self._kept else ink_of)
        if inked is None:  # a colour without an ink: read again, for the places of all of them
            self._report.add(read_drawing(data, key, path, inks)[1])
        return inked

    def for_press(self, image: Image, resolution: float, order: photos.Order) -> Raster | None:
        """The pixels of an image of the pages as a press takes them; None after an error. order: the profile, and the
        rest of what is wanted; its window and size are the image's own."""
        if image.crop is None:
            return image.data
        return self._photo(image.crop, _pixels(image.rect, resolution), getattr(image.owner, "origin", None), order)

    def _photo(
        self, crop: Crop, pixels: tuple[int, int], origin: Origin | None, order: photos.Order | None = None
    ) -> Raster | None:
        """The part of a photo that a frame shows, developed or recalled."""
        path = self.shelf.find(crop.name, origin)
        assert path is not None
        if path in self._unusable:
            return None
        wanted = (order or photos.PLAIN)._replace(window=crop.window, pixels=pixels)
        if crop.tone and self._palette:
            dark, light = map(self._palette.ink, crop.tone)
            wanted = wanted._replace(tone=(dark.cmyk, light.cmyk) if wanted.profile else (dark.rgb, light.rgb))
        try:
            rest = repr((wanted.window, wanted.pixels, wanted.kept, wanted.coverage, *(wanted.tone or ())))
            mark = key_of(self.shelf.digest(path), rest, wanted.profile or b"")
            found = self._cache.get("photo", mark, Raster)
            if found is None:
                made = self._darkroom.develop(path, wanted, f"photo:{mark.hex()[:16]}")
                found = self._cache.put("photo", mark, made)
            return found
        except (PhotoError, OSError) as error:
            self._fault(path, origin, error)
            return None

    def _look_closely(self, crop: Crop, size: Size, frame: Rect, origin: Origin | None) -> None:
        """A warning where pixels would show: less than two thirds of the resolution."""
        found = crop.window[2] * size.width / frame.width * 72
        if found < RESOLUTION * 2 / 3:
            self._report.warning(origin, message("photo-coarse", name=crop.name, found=found, wanted=RESOLUTION))

    def _fault(self, path: str, origin: Origin | None, error: PhotoError | OSError) -> None:
        """Told once for a file, where it is wanted first."""
        self._unusable.add(path)
        problem = Foreign(error.strerror or str(error)) if isinstance(error, OSError) else error.message
        self._report.error(origin or Origin(path), message("picture-unusable", file=path, problem=problem))


def cover(size: Size, frame: Rect, focus: Point) -> Matrix:
    """The matrix that lays a picture over a frame, no larger than needed, `focus` as near its centre as can be."""
    scale = max(frame.width / size.width, frame.height / size.height)
    width, height = size.width * scale, size.height * scale
    left = min(max(focus.x * width - frame.width / 2, 0.0), width - frame.width)
    top = min(max(focus.y * height - frame.height / 2, 0.0), height - frame.height)
    return scale, 0.0, 0.0, scale, frame.x - left, frame.y - top


def contained(size: Size, frame: Rect) -> Rect:
    """The largest place of a picture within a frame, in its middle."""
    scale = min(frame.width / size.width, frame.height / size.height)
    width, height = size.width * scale, size.height * scale
    return Rect(frame.x + (frame.width - width) / 2, frame.y + (frame.height - height) / 2, width, height)


def _crop(name: str, matrix: Matrix, size: Size, frame: Rect, tone: tuple[str, str] | None) -> Crop:
    """What a frame shows of a photo of that size that is laid through the matrix."""
    width, height = size.width * matrix[0], size.height * matrix[3]
    left, top = (frame.x - matrix[4]) / width, (frame.y - matrix[5]) / height
    return Crop(name, (left, top, frame.width / width, frame.height / height), tone)


def _pixels(frame: Rect, resolution: float) -> tuple[int, int]:
    return math.ceil(frame.width / 72 * resolution), math.ceil(frame.height / 72 * resolution)


def nearest_ink(inks: Iterable[Ink]) -> InkOf:
    """A function from "#RRGGBB" to the name of the nearest ink, by plain distance in sRGB: good enough for a hint."""
    known = tuple(inks)

    def nearest(colour: str) -> str | None:
        rgb = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        return min(known, key=lambda ink: math.dist(ink.rgb, rgb)).name if known else None

    return nearest


def read_focus(text: str, origin: Origin | None, report: Report) -> Point | None:
    """ "0.5 0.3" as a point of the picture; None for "" and after an error."""
    if not text.strip():
        return None
    try:
        x, y = map(float, text.split())
    except ValueError:
        x = y = math.nan
    if 0 <= x <= 1 and 0 <= y <= 1:
        return Point(x, y)
    report.error(origin, message("focus-wrong", focus=text))
    return None


def _reaches(drawing: Drawing, matrix: Matrix, frame: Rect) -> bool:
    """Does the ground, the first thing painted, run on to the frame's edges?"""
    first = drawing.items[0] if drawing.items else None
    if not isinstance(first, Shape):
        return False
    end = first.path.index("Z") if "Z" in first.path else len(first.path)
    left, top, right, bottom = bounds(Mark(first.path[:end], first.fill, None, False, 0))
    scale, _, _, _, x, y = matrix
    return (
        x + left * scale <= frame.x + 0.01
        and y + top * scale <= frame.y + 0.01
        and x + right * scale >= frame.right - 0.01
        and y + bottom * scale >= frame.bottom - 0.01
    )


def _is_drawing(path: str) -> bool:
    return path.lower().endswith(DRAWING)


def _own_colour(colour: str) -> str:
    return colour
