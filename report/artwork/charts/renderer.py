"""A Matplotlib renderer that writes page items.

In: artists' calls in Matplotlib's display plane (pt at 72 dpi, y up). Out: `Recorder.items` in ours (pt, y down): paths
stay vectors (quadratic curves become cubic ones, which is exact), strokes keep width, cap, join and dash, text is
lettered in the sheet's faces.

It speaks the protocol of `matplotlib.backend_bases.RendererBase` and `GraphicsContextBase` without deriving from them:
importing that module (or `matplotlib.text`) brings widgets, tools and a scan of the machine's fonts: 80 ms on a good
day, seconds on a fresh machine, for faces that a brochure may not use anyway.

Matplotlib knows colours, not inks. So every ink is lent a colour of its own, a number of 24 bits, and known by it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from report.artwork.lettering import lettering, text_width
from report.page import AnyItem, Shape, Stroke
from report.style.fonts import FontBook
from report.style.text import CharStyle

DIGITS = 4  # of a coordinate: a hundredth of what a plate can show, and the same on every machine
MOVE, LINE, QUADRATIC, CUBIC, CLOSE = 1, 2, 3, 4, 79  # matplotlib.path.Path's codes

Colour = tuple[float, float, float]


class Inks:
    """The colours lent to inks."""

    def __init__(self) -> None:
        self._names: list[str] = []

    def colour(self, ink: str) -> Colour:
        """The colour (0 … 1) that stands for an ink."""
        if ink not in self._names:
            self._names.append(str(ink))  # a Name of the sheet would not go into the cache
        number = self._names.index(ink) + 1
        return (number >> 16 & 255) / 255, (number >> 8 & 255) / 255, (number & 255) / 255

    def ink(self, colour: Any) -> str:
        """The ink a colour was lent to; a colour nobody lent is a mistake of ours."""
        red, green, blue = (round(float(part) * 255) for part in tuple(colour)[:3])
        return self._names[(red << 16 | green << 8 | blue) - 1]


class Graphics:
    """What Matplotlib sets before it draws; the part that reaches paper."""

    def __init__(self) -> None:
        self.width = 1.0
        self.colour: Any = (0.0, 0.0, 0.0)
        self.cap = "butt"
        self.join = "miter"
        self.dash: tuple[float, ...] = ()

    def set_foreground(self, fg: Any, isRGBA: bool = False) -> None:
        self.colour = fg

    def set_linewidth(self, w: float) -> None:
        self.width = float(w)

    def set_capstyle(self, cs: Any) -> None:
        cap = getattr(cs, "value", cs)
        self.cap = "square" if cap == "projecting" else cap

    def set_joinstyle(self, js: Any) -> None:
        self.join = getattr(js, "value", js)

    def set_dashes(self, dash_offset: float, dash_list: Any) -> None:
        self.dash = tuple(float(part) for part in dash_list) if dash_list is not None else ()

    def get_linewidth(self) -> float:
        return self.width

    def get_rgb(self) -> Any:
        return self.colour

    def _ignored(self, *args: Any, **kwargs: Any) -> None:
        """Nothing that a vector page needs to know."""

    set_alpha = set_antialiased = set_clip_rectangle = set_clip_path = set_gid = set_url = set_snap = _ignored
    set_hatch = set_hatch_color = set_hatch_linewidth = set_sketch_params = restore = _ignored


class Recorder:
    """Artists draw on it; `items` is what they drew. height: of the drawing, pt."""

    _raster_depth = 0  # Matplotlib asks both before it draws: nothing here is ever rasterised
    _rasterizing = False

    def __init__(self, height: float, fonts: FontBook, inks: Inks):
        self.height = height
        self.fonts = fonts
        self.inks = inks
        self.items: list[AnyItem] = []

    def draw_path(self, gc: Graphics, path: Any, transform: Any, rgbFace: Any = None) -> None:
        self._add(gc, self._operators(transform.transform_path(path)), rgbFace)

    def draw_markers(
        self,
        gc: Graphics,
        marker_path: Any,
        marker_trans: Any,
        path: Any,
        trans: Any,
        rgbFace: Any = None,
    ) -> None:
        marker = marker_trans.transform_path(marker_path)
        for x, y in trans.transform_path(path).vertices.tolist():
            self._add(gc, self._operators(marker, x, y), rgbFace)

    def draw_text(self, gc: Graphics, x: float, y: float, s: str, prop: CharStyle, angle: float = 0.0) -> None:
        """A line of text from x on the baseline y. prop: the style, in place of Matplotlib's font properties."""
        ink = self.inks.ink(gc.colour)
        self.items += lettering(self.fonts, s, prop, ink, _round(x), _round(self.height - y))

    def get_text_width_height_descent(self, s: str, prop: CharStyle, ismath: Any = False) -> tuple[float, float, float]:
        face = self.fonts.face(prop.fonts[0])
        descent = face.descender * prop.size
        return text_width(self.fonts, s, prop), face.ascender * prop.size + descent, descent

    def new_gc(self) -> Graphics:
        return Graphics()

    def points_to_pixels(self, points: float) -> float:
        return points

    def flipy(self) -> bool:
        return False

    def open_group(self, s: str, gid: str | None = None) -> None:
        """Groups have no meaning on a page."""

    def close_group(self, s: str) -> None:
        """Groups have no meaning on a page."""

    def _add(self, gc: Graphics, path: tuple[Any, ...], face: Any) -> None:
        fill = None if face is None or (len(face) > 3 and face[3] == 0) else self.inks.ink(face)
        visible = gc.width > 0 and (len(gc.colour) < 4 or gc.colour[3] > 0)
        stroke = Stroke(self.inks.ink(gc.colour), gc.width, gc.cap, gc.join, gc.dash) if visible else None
        if path and (fill or stroke):
            self.items.append(Shape(path=path, fill=fill, stroke=stroke))

    def _operators(self, path: Any, dx: float = 0.0, dy: float = 0.0) -> tuple[Any, ...]:
        """A Matplotlib path moved by dx, dy, as our operators."""
        points = [_Point(x + dx, self.height - (y + dy)) for x, y in path.vertices.tolist()]
        codes = path.codes.tolist() if path.codes is not None else [MOVE] + [LINE] * (len(points) - 1)
        made: list[Any] = []
        at = 0
        while at < len(points):
            code, here = codes[at], points[at]
            if code == CLOSE:
                made.append("Z")
            elif code == QUADRATIC:
                control, end = here, points[at + 1]
                first, second = points[at - 1].towards(control, 2 / 3), end.towards(control, 2 / 3)
                made += ("C", *first.rounded, *second.rounded, *end.rounded)
                at += 1
            elif code == CUBIC:
                made += ("C", *here.rounded, *points[at + 1].rounded, *points[at + 2].rounded)
                at += 2
            elif code in (MOVE, LINE):
                made += ("M" if code == MOVE else "L", *here.rounded)
            at += 1
        return tuple(made)


class _Point(NamedTuple):
    x: float
    y: float

    @property
    def rounded(self) -> tuple[float, float]:
        return _round(self.x), _round(self.y)

    def towards(self, other: _Point, share: float) -> _Point:
        return _Point(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)


def _round(value: float) -> float:
    return round(float(value), DIGITS) + 0.0  # + 0.0: no negative zero
