"""The stage of one chart: marks are Matplotlib artists, words find a free place among them.

In: marks and labels from a chart kind, plane pt, y up. Out: a Drawing (y down). The only place that makes artists; they
are drawn straight on our renderer, without Figure or Axes: a chart without ticks, frame and grid has no use for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import msgspec
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyArrowPatch, PathPatch, Rectangle, Wedge
from matplotlib.path import Path

from report.artwork.charts.look import ChartStyle, World
from report.artwork.charts.placement import Box, Ground, Label, Segment, Spot, box_of, variants
from report.artwork.charts.renderer import Inks, Recorder
from report.cache import key_of
from report.messages import Failure, Message, Origin, failure, message
from report.page import Drawing
from report.style.fonts import letter
from report.style.text import CharStyle
from report.units import Size

MARKERS = {"circle": "o", "square": "s"}
Points = Sequence[tuple[float, float]]


class Marker(msgspec.Struct, frozen=True):
    """A point's sign. size: diameter without the edge; inks are names."""

    shape: str
    size: float
    fill: str
    ink: str
    edge: float

    @property
    def reach(self) -> float:
        """From the middle to the outside of the edge."""
        return (self.size + self.edge) / 2


class Scene:
    """What one chart is drawn on. origin: of the chart in its YAML, for what cannot be done."""

    def __init__(self, size: Size, look: ChartStyle, world: World, origin: Origin | None, title: str = ""):
        self.size = size
        self.look = look
        self.world = world
        self.origin = origin
        self.title = title
        self.ground = Ground(world, Box(0, 0, size.width, size.height), look.values.clear)
        self.inks = Inks()
        self.recorder = Recorder(size.height, world.fonts, self.inks)

    def drawing(self) -> Drawing:
        items = tuple(self.recorder.items)
        return Drawing("chart-" + key_of(msgspec.msgpack.encode([self.size, items])).hex()[:32], self.size, items)

    def fail(self, problem: Message) -> Failure:
        titled = message("chart-wrong", title=self.title, problem=problem) if self.title else problem
        return failure(self.origin, titled)

    # Words

    def chars(self, text: str) -> CharStyle:
        return self.world.chars(text)

    def label(
        self, text: str, style: str | CharStyle, *spots: Spot, ink: str = "", short: str = "", must: bool = True
    ) -> Label:
        """A label in a text style of the sheet; ink: a name instead of the style's own role."""
        chars = self.chars(style) if isinstance(style, str) else style
        return Label(text, chars, ink or self.world.ink(chars.ink), spots, short, must)

    def width(self, text: str, chars: CharStyle) -> float:
        """Failure, with the chart's place, where no face has a character."""
        return letter(self.world.fonts, text, chars, self.origin)[1]

    def write(self, label: Label, spot: Spot) -> Box:
        """Draw a label at a spot, free or not; its box is taken from now on."""
        graphics = self.recorder.new_gc()
        graphics.set_foreground(self.inks.colour(label.ink))
        left = spot.x - self.width(label.text, label.chars) * spot.share
        self.recorder.draw_text(graphics, left, spot.y, label.text, label.chars)
        box = box_of(self.world, label, spot)
        self.ground.boxes.append(box)
        return box

    def write_all(self, labels: Sequence[Label], what: Message) -> list[Box]:
        """Draw labels so that none touches anything, smaller or fewer if need be; Failure when that is not enough."""
        for label in labels:
            self.width(label.text, label.chars)  # a missing character is reported before a missing place
        for attempt in variants(labels, self.look.values.smallest):
            spots = self.ground.settle(attempt)
            if spots is not None:
                return [self.write(label, spot) for label, spot in zip(attempt, spots, strict=True)]
        raise self.scarce(what)

    def scarce(self, what: Message) -> Failure:
        return self.fail(message("no-room", what=what))

    # Marks

    def bar(self, x: float, y: float, width: float, height: float, ink: str, solid: bool = True) -> None:
        """An upright rectangle from its lower left corner. solid: words keep off it."""
        self._draw(Rectangle((x, y), width, height, **self._filled(ink)))
        if solid:
            self.ground.boxes.append(Box(x, y, x + width, y + height))

    def line(self, points: Points, width: float, ink: str, join: str = "round", cap: str = "butt") -> None:
        xs, ys = zip(*points, strict=True)
        look: dict[str, Any] = {"color": self.inks.colour(ink), "linewidth": width, "linestyle": "-", "marker": "None"}
        self._draw(Line2D(xs, ys, solid_capstyle=cap, solid_joinstyle=join, **look))
        for (ax, ay), (bx, by) in pairwise(points):
            self.ground.segments.append(Segment(ax, ay, bx, by, width))

    def marker(self, x: float, y: float, sign: Marker) -> None:
        look: dict[str, Any] = {
            "marker": MARKERS[sign.shape],
            "markersize": sign.size,
            "markerfacecolor": self.inks.colour(sign.fill),
            "markeredgecolor": self.inks.colour(sign.ink),
            "markeredgewidth": sign.edge,
            "color": self.inks.colour(sign.ink),
        }
        self._draw(Line2D([x], [y], linestyle="None", fillstyle="full", **look))
        self.ground.boxes.append(Box(x, y, x, y).grown(sign.reach))

    def area(self, points: Points, ink: str) -> None:
        """A filled polygon; words may stand on it."""
        self._draw(PathPatch(Path([*points, points[0]], closed=True), **self._filled(ink)))

    def arc(self, start: tuple[float, float], end: tuple[float, float], bow: float) -> None:
        """An arrow that bows up by `bow` of its chord (of the control point)."""
        style = self.look.arrow
        colour = self.inks.colour(self.world.ink(style.ink))
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
                color=colour,
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
        return {"facecolor": self.inks.colour(ink), "edgecolor": "none", "linewidth": 0}

    def _draw(self, artist: Any) -> None:
        artist.set_path_effects([])  # whatever the user's own matplotlibrc says
        artist.draw(self.recorder)


def _joined(paths: Sequence[Path]) -> Path:
    """Several paths as one. (Path.make_compound_path leaves out their closing strokes.)"""
    vertices: list[Any] = []
    codes: list[int] = []
    for path in paths:
        vertices += path.vertices.tolist()
        codes += path.codes.tolist()
    return Path(vertices, codes)
