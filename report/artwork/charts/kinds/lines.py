"""Lines, each named at its right end with its latest value set large: ● ■ tell them apart without colour."""

from __future__ import annotations

from typing import Literal

import msgspec

from report.artwork.charts.axis import Insets, Plot, draw_axis, plot_of, scale_to
from report.artwork.charts.kinds import MANY, YEARS, Kind
from report.artwork.charts.legend import Entry, draw_legend
from report.artwork.charts.placement import Label, Spot, extent
from report.artwork.charts.scene import Marker, Scene
from report.artwork.charts.signs import Signs
from report.artwork.charts.table import Table, turning
from report.artwork.charts.timeline import stretches
from report.messages import message
from report.source import Length

KIND = Kind("折れ線グラフ", 1, MANY, YEARS | {"labels"}, one_scale=True)


class Style(Insets, frozen=True, kw_only=True):
    """Lines named at their right ends. prominence: a turning point's least height, of the range of values."""

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


class End(msgspec.Struct, frozen=True):
    """What stands at a line's right end; x from the labels' left edge. y: the value's baseline, once it is placed."""

    value: Label
    unit: Label | None
    name: Label | None
    above: float  # from the baseline of the value
    below: float
    y: float = 0.0


def draw(scene: Scene, table: Table) -> None:
    style = scene.style("lines", Style)
    if len(table.rows) > len(style.inks):
        raise scene.fail(message("series-beyond-inks", kind="lines", most=len(style.inks)))
    longest = max(scene.width(row.name, scene.chars(style.end_name_text)) for row in table.rows)
    named = longest <= style.name_room * scene.size.width
    taken = 0.0 if named else draw_legend(scene, [_entry(scene, table, at) for at in range(len(table.rows))])
    ends = [_end(scene, table, at, named) for at in range(len(table.rows))]
    column = max(scene.width(end.value.text, end.value.chars) for end in ends) + style.unit_gap
    needed = max(_end_width(scene, end, column) for end in ends)
    right = max(style.right, needed + style.end_gap)
    plot = plot_of(scene, table, style, right)
    largest = max(value for row in table.rows for value in row.values)
    room = scene.size.height - taken - style.top
    low = _reach_below(scene, table, scale_to(scene, largest, room - plot.foot))
    plot = plot.clear_of(scene, low)
    scale = scale_to(scene, largest, room - plot.foot)
    draw_axis(scene, table, plot)
    marks = [_line(scene, table, plot, at, scale) for at in range(len(table.rows))]
    wanted = [
        plot.foot + row.known()[-1][1].value * scale - end.above / 2 for row, end in zip(table.rows, ends, strict=True)
    ]
    _write_ends(scene, _apart(scene, ends, wanted, plot.foot), plot.x(len(table.years) - 1) + style.end_gap, column)
    for signs, told in zip(marks, _write_values(scene, table, plot, scale), strict=True):
        signs.draw(told)


def _reach_below(scene: Scene, table: Table, scale: float) -> float:
    """How far the lowest sign reaches below the rule, pt."""
    ends = ((row.known()[-1][1], row, at) for at, row in enumerate(table.rows))
    last = [_sign(scene, table, at, True).reach - end.value * scale for end, _, at in ends]
    rest = [_sign(scene, table, at, False).reach - min(row.values) * scale for at, row in enumerate(table.rows)]
    return max(*last, *rest)


def _ink(scene: Scene, table: Table, at: int) -> str:
    """Name of a line's ink: the author's colour, else the style's for that place."""
    return scene.world.ink(table.rows[at].role(scene.style("lines", Style).inks[at], line=True))


def _sign(scene: Scene, table: Table, at: int, last: bool) -> Marker:
    style = scene.style("lines", Style)
    ink = _ink(scene, table, at)
    shape = style.shapes[at % len(style.shapes)]
    if last:
        return Marker(shape, style.end, ink, ink, style.marker_edge)
    return Marker(shape, style.marker, scene.world.ink(style.marker_ink), ink, style.marker_edge)


def _entry(scene: Scene, table: Table, at: int) -> Entry:
    ink = _ink(scene, table, at)
    return Entry(table.rows[at].name, ink, _sign(scene, table, at, False), scene.style("lines", Style).line)


def _line(scene: Scene, table: Table, plot: Plot, at: int, scale: float) -> Signs:
    known = table.rows[at].known()
    points = [(plot.x(i), plot.foot + datum.value * scale) for i, datum in known]
    parts = stretches([i for i, _ in known], plot.gaps)
    scene.course(points, parts, scene.style("lines", Style).line, _ink(scene, table, at))
    signs = [_sign(scene, table, at, number == len(points) - 1) for number in range(len(points))]
    return Signs(scene, points, signs, plot, parts)


def _end(scene: Scene, table: Table, at: int, named: bool) -> End:
    style, row = scene.style("lines", Style), table.rows[at]
    ink = _ink(scene, table, at)
    text, _ = scene.value_text(table, row.known()[-1][0], at)
    value = scene.label(text, style.end_text, ink=ink)
    unit = scene.label(row.unit, style.end_unit_text, ink=ink) if row.unit else None
    name = scene.label(row.name, style.end_name_text, ink=ink) if named else None
    below = style.name_drop + extent(scene.fonts, row.name, name.chars)[0] if name else 0.0
    return End(value, unit, name, scene.height(value), below)


def _end_width(scene: Scene, end: End, column: float) -> float:
    words = column + scene.width(end.unit.text, end.unit.chars) if end.unit else column
    return max(words, scene.width(end.name.text, end.name.chars) if end.name else 0.0)


def _write_ends(scene: Scene, ends: list[End], x: float, column: float) -> None:
    """x: of the values and names; column: how far right of it the units stand."""
    style = scene.style("lines", Style)
    for end in ends:
        parts = [(end.value, Spot(x, end.y, 0))]
        if end.unit:
            parts.append((end.unit, Spot(x + column, end.y, 0)))
        if end.name:
            parts.append((end.name, Spot(x, end.y - style.name_drop, 0)))
        scene.write_all([label.at(spot) for label, spot in parts], message("names-at-ends"))


def _apart(scene: Scene, ends: list[End], wanted: list[float], foot: float) -> list[End]:
    """The ends moved apart where they would overlap: from the top down, each as near to its wish as those above allow;
    then back up from the rule."""
    gap = scene.style("lines", Style).end_apart
    order = sorted(range(len(ends)), key=lambda i: -wanted[i])
    ys: dict[int, float] = {}
    ceiling = scene.size.height
    for i in order:
        ys[i] = min(wanted[i], ceiling - ends[i].above)
        ceiling = ys[i] - ends[i].below - gap
    floor = foot + gap
    for i in reversed(order):
        ys[i] = max(ys[i], floor + ends[i].below)
        floor = ys[i] + ends[i].above + gap
    if floor - gap > scene.size.height:
        raise scene.scarce(message("names-at-ends"))
    return [msgspec.structs.replace(end, y=ys[i]) for i, end in enumerate(ends)]


def _write_values(scene: Scene, table: Table, plot: Plot, scale: float) -> list[set[int]]:
    """Values along the lines, except the last, which stands at its end. Those that must be there choose first.

    Out: of each line the numbers of the points that have one.
    """
    told = [_told(scene, table, at) for at in range(len(table.rows))]
    labels = [_values(scene, table, plot, at, scale, told[at]) for at in range(len(table.rows))]
    written: list[set[int]] = [{len(numbers) - 1} for numbers in told]
    for must in (True, False):
        for along, done in zip(labels, written, strict=True):
            wanted = [label for label in along if label.must == must]
            done |= {label.number for label, _ in scene.write_all(wanted, message("values"), frozenset(done))}
    return [{numbers[i] for i in done} for numbers, done in zip(told, written, strict=True)]


def _told(scene: Scene, table: Table, at: int) -> list[int]:
    """The numbers of the points that a line's values are wanted for."""
    values = list(table.rows[at].values)
    if not table.turning:
        return list(range(len(values)))
    return turning(values, scene.style("lines", Style).prominence, thirds=len(table.rows) == 1)


def _values(scene: Scene, table: Table, plot: Plot, at: int, scale: float, told: list[int]) -> list[Label]:
    style, known = scene.style("lines", Style), table.rows[at].known()
    ink, reach = _ink(scene, table, at), _sign(scene, table, at, False).reach
    labels = []
    for number in told[:-1]:
        i, datum = known[number]
        text, short = scene.value_text(table, i, at)
        label = scene.label(text, style.text, Spot(plot.x(i), 0), ink=ink, short=short, must=number == 0)
        near = (each.data[i] for row, each in enumerate(table.rows) if row != at)
        crowded = any(other and abs(other.value - datum.value) * scale < scene.height(label) for other in near)
        labels.append(scene.around(label, plot.foot + datum.value * scale, reach, plot, crowded))
    wanted = {at for at, number in enumerate(told) if known[number][0] in table.highlight}
    return scene.ranked(labels, [known[number][1].value for number in told], wanted)
