"""The stage of one chart: marks go to a canvas, words find a free place among them.

In: marks, labels and values from a chart kind, plane pt, y up. Out: what the canvas holds; the boxes that words and
marks take.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from report.artwork.charts.placement import Area, Label, Occupancy, Segment, Spot, attempts, extent
from report.artwork.charts.table import Table
from report.figures.format import number
from report.messages import Failure, Message, Origin, failure, message
from report.source import Length, PositiveLength
from report.style.sheet import StyleSheet
from report.style.text import CharStyle
from report.units import Size

if TYPE_CHECKING:
    from report.artwork.charts.axis import Plot
    from report.artwork.charts.renderer import Canvas

DASH = (1.6, 1.4)  # of a line's thickness: where it runs over years that have no value
ASIDE = 0.4  # em from a value to the next one in its row
LEAST_BAR = 1.2  # pt: what is more than 0 is seen above a rule
FARTHEST = 9  # gaps that a label may stand away from its marker
Points = Sequence[tuple[float, float]]
T = TypeVar("T")


class ValueStyle(msgspec.Struct, frozen=True, kw_only=True):
    """Labels at marks. gap: mark to baseline. clear: a label's least distance to anything else. smallest: type size."""

    gap: Length
    clear: Length
    smallest: PositiveLength
    about: str  # before approximate values


class World(NamedTuple):
    """What surrounds a chart: the style sheet, and the colour family of the section."""

    sheet: StyleSheet
    family: str

    def ink(self, role: str) -> str:
        """The name of the ink that plays a role here."""
        return self.sheet.palette.role(role, self.family)

    def chars(self, text: str) -> CharStyle:
        """The characters of a text style."""
        return self.sheet.text(text).char

    def style(self, part: str, form: type[T]) -> T:
        """An entry of the sheet's `charts:`."""
        return self.sheet.part("charts", part, form)


def canvas(size: Size, world: World) -> Canvas:
    """An empty drawing. Imports Matplotlib."""
    from report.artwork.charts.renderer import Canvas

    return Canvas(size, world.sheet.fonts)


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

    def __init__(self, size: Size, world: World, origin: Origin | None, title: str):
        self.size = size
        self.world = world
        self.origin = origin
        self.title = title
        self.canvas = canvas(size, world)
        self.fonts = world.sheet.fonts
        self.values = world.style("values", ValueStyle)
        self.ground = Occupancy(self.fonts, Area(0, 0, size.width, size.height), self.values.clear)

    def style(self, part: str, form: type[T]) -> T:
        return self.world.style(part, form)

    def fail(self, problem: Message) -> Failure:
        titled = message("chart-wrong", title=self.title, problem=problem) if self.title else problem
        return failure(self.origin, titled)

    def scarce(self, what: Message) -> Failure:
        return self.fail(message("no-room", what=what))

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
        return self.ground.width(text, chars, self.origin)

    def height(self, label: Label) -> float:
        """How far a label reaches above its baseline, pt."""
        return extent(self.fonts, label.text, label.chars)[1]

    def write(self, label: Label, spot: Spot) -> Area:
        """Draw a label at a spot, free or not; its box is taken from now on."""
        left = spot.x - self.width(label.text, label.chars) * spot.share
        self.canvas.text(label.text, label.chars, label.ink, left, spot.y)
        box = self.ground.box(label, spot)
        self.ground.boxes.append(box)
        return box

    def write_all(
        self, labels: Sequence[Label], what: Message, elsewhere: Set[int] = frozenset()
    ) -> list[tuple[Label, Area]]:
        """Draw labels so that none touches anything, smaller or fewer if need be; Failure when that is not enough.

        elsewhere: the numbers of points that have a label already.
        """
        for label in labels:
            self.width(label.text, label.chars)  # a missing character is reported before a missing place
        for attempt in attempts(labels, self.values.smallest, elsewhere):
            settled = self.ground.settle(attempt.labels, ASIDE, attempt.spared)
            if settled is not None:
                written = [(label, self.write(label, spot)) for label, spot in settled]
                self.ground.words += [box for _, box in written]
                return written
        raise self.scarce(what)

    # Values

    def value_text(self, table: Table, index: int, row: int = 0) -> tuple[str, str]:
        """A value with separators, 約 before an approximate one; and its short wording.

        The short wording leaves 約 out: only where the chart says 仮の値 anyway and the author did not ask for 約.
        """
        datum = table.rows[row].data[index]
        assert datum is not None
        plain = number(datum.value)
        if not table.approximate(index, datum):
            return plain, ""
        short = plain if table.provisional and not table.about else ""
        return self.values.about + plain, short

    def fitted(self, labels: list[Label], width: float) -> list[Label]:
        """All labels scaled alike so that the widest, at its shortest, is no wider than `width`."""
        widest = max((self.width(label.short or label.text, label.chars) for label in labels), default=0.0)
        if widest <= width:
            return labels
        return [label.scaled(width / widest, self.values.smallest) for label in labels]

    def ranked(self, labels: Sequence[Label], values: Sequence[float], wanted: Set[int] = frozenset()) -> list[Label]:
        """The labels of these values with their numbers; those that stay when others thin out are marked: the first of
        the largest and of the smallest, and those wanted."""
        extremes = {pick(range(len(values)), key=values.__getitem__) for pick in (max, min)} if values else set()
        marked = wanted | extremes if len(extremes) > 1 else wanted
        return [msgspec.structs.replace(label, number=i, extreme=i in marked) for i, label in enumerate(labels)]

    def tallest(self, labels: list[Label]) -> float:
        return max(map(self.height, labels), default=0.0)

    def around(self, label: Label, y: float, reach: float, plot: Plot, far: bool = False) -> Label:
        """The label above a marker at y; else a little higher, aside, below; one that must stay may go further.

        far: others, too. None goes aside to where it stands nearer to another year of the plot.
        """
        x = label.spots[0].x
        gap = self.values.gap
        above = y + reach + gap
        below = y - reach - gap - self.height(label)
        spots = [Spot(x, above), Spot(x, above + gap)]
        aside = reach + gap + self.width(label.text, label.chars) / 2
        for side, share in ((1, 0), (-1, 1)):
            if all(abs(x + side * aside - other) >= aside for other in plot.xs if other != x):
                spots.append(Spot(x + side * (reach + gap), above, share))
        spots += [Spot(x, below), Spot(x, below - gap)]
        for gaps in range(2, FARTHEST if label.must or far else 2):  # others are rather left out than sent away
            spots += [Spot(x, above + gaps * gap), Spot(x, below - gaps * gap)]
        return label.at(*spots)

    # Marks

    def bar(self, x: float, y: float, width: float, height: float, ink: str, solid: bool = True) -> None:
        """An upright rectangle from its lower left corner. solid: words keep off it."""
        self.canvas.bar(x, y, width, height, ink)
        if solid:
            self.ground.boxes.append(Area(x, y, x + width, y + height))

    def line(self, points: Points, width: float, ink: str, dashed: bool = False) -> None:
        """Nothing for a point alone."""
        if len(points) > 1:
            self.canvas.line(points, width, ink, tuple(share * width for share in DASH) if dashed else ())
        for (ax, ay), (bx, by) in pairwise(points):
            self.ground.segments.append(Segment(ax, ay, bx, by, width))

    def course(self, points: Points, parts: Sequence[range], width: float, ink: str) -> None:
        """A line through values: solid in the parts that lack no year, dashed from one to the next."""
        for before, after in pairwise(parts):
            self.line((points[before[-1]], points[after[0]]), width, ink, dashed=True)
        for part in parts:
            self.line([points[at] for at in part], width, ink)

    def marker(self, x: float, y: float, sign: Marker, drawn: bool = True) -> None:
        """drawn: or else its place is kept free, no more."""
        if drawn:
            self.canvas.marker(x, y, sign)
        self.ground.boxes.append(Area(x, y, x, y).grown(sign.reach))
