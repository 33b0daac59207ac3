"""How charts look: every number a designer would turn, as the sheet's `charts:` states it.

In: the entries under `charts:` (one for each Struct here). Out: a frozen ChartStyle. Lengths in pt (YAML: mm, or with a
unit); shares are of the pitch, the distance between two years, unless a comment says otherwise. `…text` names one of
the sheet's text styles, `…ink` an ink or a role of the section's family.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeVar, get_type_hints

import msgspec

from report.source import Length, PositiveLength
from report.style.fonts import FontBook
from report.style.text import CharStyle

T = TypeVar("T")


class World(msgspec.Struct, frozen=True):
    """What surrounds a chart. ink: the ink that plays a role here. chars: a text style's characters by its name."""

    fonts: FontBook
    ink: Callable[[str], str]
    chars: Callable[[str], CharStyle]


class AxisStyle(msgspec.Struct, frozen=True, kw_only=True):
    """The rule below and the years. drop: from the rule to the labels' baseline. apart: least room between labels."""

    height: Length  # below the rule
    rule: Length
    rule_ink: str
    drop: Length
    apart: Length
    text: str
    strong_text: str  # of highlighted years
    unit: str  # what stands after the last year unless the chart says
    unit_text: str
    unit_drop: Length
    unit_gap: float
    planned: str  # after a year to come


class LegendStyle(msgspec.Struct, frozen=True, kw_only=True):
    """One row at the top left. middle: from the drawing's top to the row's middle. drop: from there to the baseline."""

    left: Length
    height: Length
    middle: Length
    drop: Length
    swatch: Length
    line: Length  # length of a line's sample
    gap: Length  # sample to name
    apart: Length  # name to next sample
    text: str


class ValueStyle(msgspec.Struct, frozen=True, kw_only=True):
    """Labels at marks. gap: mark to baseline. clear: a label's least distance to anything else. smallest: type size."""

    gap: Length
    clear: Length
    smallest: PositiveLength
    about: str  # before approximate values


class BarsStyle(msgspec.Struct, frozen=True, kw_only=True):
    """edge: from the first bar's middle to the left inset. fill: widest label, of the pitch, before type shrinks."""

    left: Length
    right: Length
    top: Length  # free above the highest label
    edge: float
    width: float
    fill: float
    ink: str
    strong_ink: str
    text: str
    strong_text: str


class ArrowStyle(msgspec.Struct, frozen=True, kw_only=True):
    """The arc of change. top: free above the labels for it. bow: rise of the arc's control point, of the chord."""

    top: Length
    stroke: Length
    bow: float
    highest_bow: float
    start: Length  # above the first label
    end: Length  # above the last one
    head: Length
    head_width: Length
    ink: str


class ComboStyle(msgspec.Struct, frozen=True, kw_only=True):
    """Bars low, a line in a band of its own above. apart: between the band and the bars' labels."""

    left: Length
    right: Length
    top: Length
    edge: float
    width: float
    fill: float
    band: Length
    widest_band: float  # of the room between top and rule
    apart: Length
    ink: str
    strong_ink: str
    text: str
    strong_text: str
    line: Length
    line_ink: str
    line_text: str
    end_text: str
    zero_text: str
    marker: Length
    marker_edge: Length
    marker_ink: str
    end: Length
    zero: Length
    zero_ink: str


class StackedStyle(msgspec.Struct, frozen=True, kw_only=True):
    """inks: from the bottom; reverse: those that carry the reversed text."""

    left: Length
    right: Length
    top: Length
    edge: float
    width: float
    fill: float
    gap: Length
    inks: tuple[str, ...]
    reverse_inks: tuple[str, ...] = msgspec.field(name="reverse", default=())
    text: str
    reverse_text: str
    total_text: str
    strong_text: str


class PairsStyle(msgspec.Struct, frozen=True, kw_only=True):
    """Two horizontal bars under a name. earlier, between, later, foot: of one pair's height; the rest is above them."""

    left: Length
    right: Length
    top: Length
    earlier: float
    between: float
    later: float
    foot: float
    name_gap: Length
    value_gap: Length
    earlier_ink: str
    later_ink: str
    name_text: str
    text: str
    strong_text: str


class LinesStyle(msgspec.Struct, frozen=True, kw_only=True):
    """Lines named at their right ends. prominence: a turning point's least height, of the range of values."""

    left: Length
    right: Length
    top: Length
    edge: float
    line: Length
    marker: Length
    marker_edge: Length
    marker_ink: str
    end: Length
    shapes: tuple[Literal["circle", "square"], ...]
    inks: tuple[str, ...]
    prominence: float
    text: str
    end_text: str
    end_unit_text: str
    end_name_text: str
    end_gap: Length  # from the last point
    unit_gap: Length
    name_drop: Length  # value's baseline to name's
    name_room: float  # of the chart's width; longer names go to the legend
    end_apart: Length


class AreaStyle(msgspec.Struct, frozen=True, kw_only=True):
    left: Length
    right: Length
    top: Length
    edge: float
    line: Length
    marker: Length
    marker_edge: Length
    marker_ink: str
    end: Length
    ink: str
    ground_ink: str
    prominence: float
    text: str
    strong_text: str


class DonutStyle(msgspec.Struct, frozen=True, kw_only=True):
    """ring: its breadth, of the radius."""

    ring: float
    ink: str
    rest_ink: str


class UnitsStyle(msgspec.Struct, frozen=True, kw_only=True):
    """gaps: of a mark. squares fill columns from the left, circles rows from the top."""

    square_gap: float
    circle_gap: float
    ink: str
    added_ink: str


class ChartStyle(msgspec.Struct, frozen=True, kw_only=True):
    axis: AxisStyle
    legend: LegendStyle
    values: ValueStyle
    bars: BarsStyle
    arrow: ArrowStyle
    combo: ComboStyle
    stacked: StackedStyle
    pairs: PairsStyle
    lines: LinesStyle
    area: AreaStyle
    donut: DonutStyle
    units: UnitsStyle


PARTS: dict[str, type[msgspec.Struct]] = get_type_hints(ChartStyle)  # the entries under `charts:`


def chart_style(part: Callable[[str, str, type[T]], T]) -> ChartStyle:
    """The look that a sheet states; `part` is `StyleSheet.part`."""
    return ChartStyle(**{name: part("charts", name, kind) for name, kind in PARTS.items()})  # type: ignore[arg-type]
