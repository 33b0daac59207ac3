"""A Matplotlib renderer that writes page items: a canvas for artists, drawn without Figure or Axes.

In: marks in Matplotlib's display plane (pt at 72 dpi, y up). Out: page items in ours (pt, y down): paths stay vectors
(quadratic curves become cubic ones, which is exact), strokes keep width, cap, join and dash, text is lettered in the
sheet's faces. The only module that imports Matplotlib.

It speaks the protocol of `matplotlib.backend_bases.RendererBase` and `GraphicsContextBase` without deriving from them:
importing that module (or `matplotlib.text`) brings widgets, tools and a scan of the machine's fonts: 80 ms on a good
day, seconds on a fresh machine, for faces that a brochure may not use anyway.

Matplotlib knows colours, not inks. So every ink is lent a colour of its own, a number of 24 bits, and known by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyArrowPatch, PathPatch, Rectangle, Wedge
from matplotlib.path import Path

from report.artwork import lettering
from report.page import AnyItem, Drawing, Shape, Stroke
from report.style.fonts import FontBook
from report.style.text import CharStyle
from report.units import Size

if TYPE_CHECKING:
    from report.artwork.charts.kinds.bars import ArrowStyle
    from report.artwork.charts.scene import Marker

DIGITS = 4  # of a coordinate: a hundredth of what a plate can show, and the same on every machine
MOVE, LINE, QUADRATIC, CUBIC, CLOSE = Path.MOVETO, Path.LINETO, Path.CURVE3, Path.CURVE4, Path.CLOSEPOLY
MARKERS = {"circle": "o", "square": "s"}

Colour = tuple[float, float, float]
Place = tuple[float, float]
Points = Sequence[Place]


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


class Canvas:
    """A drawing in the making: of a size in pt, with the sheet's faces."""

    _raster_depth = 0  # Matplotlib asks both before it draws: nothing here is ever rasterised
    _rasterizing = False

    def __init__(self, size: Size, fonts: FontBook):
        self.size = size
        self._fonts = fonts
        self._inks = Inks()
        self._items: list[AnyItem] = []

    def drawing(self) -> Drawing:
        """What was drawn; its key is for who keeps it."""
        return Drawing("", self.size, tuple(self._items))

    # Marks, in the names of inks

    def text(self, text: str, chars: CharStyle, ink: str, x: float, y: float) -> None:
        """A line of text from x on the baseline y. Failure where no face of the style has a character."""
        self._items += lettering(self._fonts, text, chars, str(ink), _round(x), _round(self.size.height - y))

    def bar(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """An upright rectangle from its lower left corner."""
        self._draw(Rectangle((x, y), width, height, **self._filled(ink)))

    def line(self, points: Points, width: float, ink: str, dash: tuple[float, ...] = ()) -> None:
        """dash: lengths of strokes and holes, pt."""
        if dash:
            path = [part for x, y in points for part in ("L", _round(x), _round(self.size.height - y))]
            stroke = Stroke(str(ink), width, "butt", "round", dash)
            self._items.append(Shape(path=("M", *path[1:]), stroke=stroke))
            return
        look: dict[str, Any] = {"color": self._inks.colour(ink), "linewidth": width, "linestyle": "-", "marker": "None"}
        xs, ys = zip(*points, strict=True)
        self._draw(Line2D(xs, ys, solid_capstyle="butt", solid_joinstyle="round", **look))

    def marker(self, x: float, y: float, sign: Marker) -> None:
        look: dict[str, Any] = {
            "marker": MARKERS[sign.shape],
            "markersize": sign.size,
            "markerfacecolor": self._inks.colour(sign.fill),
            "markeredgecolor": self._inks.colour(sign.ink),
            "markeredgewidth": sign.edge,
        }
        self._draw(Line2D([x], [y], linestyle="None", fillstyle="full", **look))

    def area(self, points: Points, ink: str) -> None:
        """A filled polygon."""
        self._draw(PathPatch(Path([*points, points[0]], closed=True), **self._filled(ink)))

    def arc(
        self, start: tuple[float, float], end: tuple[float, float], bow: float, style: ArrowStyle, ink: str
    ) -> None:
        """An arrow that bows up by `bow` of its chord (of the control point)."""
        rise = -bow if end[0] >= start[0] else bow
        self._draw(
            FancyArrowPatch(
                start,
                end,
                arrowstyle=f"-|>,head_length={style.head},head_width={style.head_width / 2}",
                connectionstyle=f"arc3,rad={rise}",
                mutation_scale=1,
                shrinkA=0,
                shrinkB=0,
                linewidth=style.stroke,
                color=self._inks.colour(ink),
                capstyle="round",
                joinstyle="round",
            )
        )

    def wedge(self, ring: tuple[float, float], turn: tuple[float, float], ink: str) -> None:
        """A part of a ring around the middle; ring: radius and breadth; turn: degrees, anticlockwise from the right."""
        centre = (self.size.width / 2, self.size.height / 2)
        self._draw(Wedge(centre, ring[0], *turn, width=ring[1], **self._filled(ink)))

    def marks(self, places: Points, size: float, shape: str, ink: str) -> None:
        """Equal squares or circles, given by their middles, as one path."""
        if not places:
            return
        half = size / 2
        each = [
            Circle((x, y), half) if shape == "circle" else Rectangle((x - half, y - half), size, size)
            for x, y in places
        ]
        paths = [patch.get_transform().transform_path(patch.get_path()) for patch in each]
        self._draw(PathPatch(_joined(paths), **self._filled(ink)))

    def _filled(self, ink: str) -> dict[str, Any]:
        return {"facecolor": self._inks.colour(ink), "edgecolor": "none", "linewidth": 0}

    def _draw(self, artist: Any) -> None:
        artist.set_path_effects([])  # whatever the user's own matplotlibrc says
        artist.draw(self)

    # What artists call

    def new_gc(self) -> Graphics:
        return Graphics()

    def points_to_pixels(self, points: float) -> float:
        return points

    def open_group(self, s: str, gid: str | None = None) -> None:
        """Groups have no meaning on a page."""

    def close_group(self, s: str) -> None:
        """Groups have no meaning on a page."""

    def draw_path(self, gc: Graphics, path: Any, transform: Any, rgbFace: Any = None) -> None:
        self._add(gc, self._operators(transform.transform_path(path)), rgbFace)

    def draw_markers(
        self, gc: Graphics, marker_path: Any, marker_trans: Any, path: Any, trans: Any, rgbFace: Any = None
    ) -> None:
        marker = marker_trans.transform_path(marker_path)
        for x, y in trans.transform_path(path).vertices.tolist():
            self._add(gc, self._operators(marker, x, y), rgbFace)

    def _add(self, gc: Graphics, path: tuple[Any, ...], face: Any) -> None:
        fill = None if face is None or (len(face) > 3 and face[3] == 0) else self._inks.ink(face)
        visible = gc.width > 0 and (len(gc.colour) < 4 or gc.colour[3] > 0)
        stroke = Stroke(self._inks.ink(gc.colour), gc.width, gc.cap, gc.join, gc.dash) if visible else None
        if path and (fill or stroke):
            self._items.append(Shape(path=path, fill=fill, stroke=stroke))

    def _operators(self, path: Any, dx: float = 0.0, dy: float = 0.0) -> tuple[Any, ...]:
        """A Matplotlib path moved by dx, dy, as our operators."""
        points = [_Point(x + dx, self.size.height - (y + dy)) for x, y in path.vertices.tolist()]
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


def _joined(paths: Sequence[Path]) -> Path:
    """Several paths as one. (Path.make_compound_path leaves out their closing strokes.)"""
    vertices: list[Any] = []
    codes: list[int] = []
    for path in paths:
        vertices += path.vertices.tolist()
        codes += path.codes.tolist()
    return Path(vertices, codes)
