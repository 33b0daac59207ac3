"""Horizontal pairs: two years side by side for each of several names."""

from __future__ import annotations

import msgspec

from report.artwork.charts.axis import AxisStyle, scale_to
from report.artwork.charts.kinds import MANY, Kind
from report.artwork.charts.legend import Entry, draw_legend
from report.artwork.charts.placement import Area, Label, Spot
from report.artwork.charts.scene import LEAST_BAR, Scene
from report.artwork.charts.table import Table
from report.figures.format import fiscal_year
from report.messages import message
from report.source import Length

KIND = Kind("2つの年度を比べる横棒グラフ", 1, MANY, frozenset(), ends=True, one_scale=True)


class Style(msgspec.Struct, frozen=True, kw_only=True):
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


def draw(scene: Scene, table: Table) -> None:
    style, world = scene.style("pairs", Style), scene.world
    if len(table.years) < 2:
        raise scene.fail(message("pairs-of-one-year"))
    earlier, later = 0, len(table.years) - 1
    years = [fiscal_year(table.years[i]) for i in (earlier, later)]
    inks = [world.ink(style.earlier_ink), world.ink(style.later_ink)]
    taken = draw_legend(scene, [Entry(year, ink) for year, ink in zip(years, inks, strict=True)])
    pitch = (scene.size.height - taken - style.top) / len(table.rows)
    labels = [[_value(scene, table, at, i) for i in (earlier, later)] for at in range(len(table.rows))]
    widest = max((scene.width(label.text, label.chars) for pair in labels for label in pair if label), default=0.0)
    largest = max(datum.value for row in table.rows for datum in (row.data[earlier], row.data[later]) if datum)
    room = scene.size.width - style.left - style.right - style.value_gap - widest
    scale = scale_to(scene, largest, room)
    top = scene.size.height - taken - style.top
    for at in range(len(table.rows)):
        _pair(scene, table, at, (top - at * pitch, pitch, scale), labels[at])


def _pair(scene: Scene, table: Table, at: int, place: tuple[float, float, float], labels: list[Label | None]) -> None:
    """One name and its two bars. place: top and height of the pair, points for one unit."""
    style, row = scene.style("pairs", Style), table.rows[at]
    top, pitch, scale = place
    name = scene.label(row.name, style.name_text)
    above = scene.height(name)
    head = max((1 - style.earlier - style.between - style.later - style.foot) * pitch, above + style.name_gap)
    share = (pitch - head) / (style.earlier + style.between + style.later + style.foot)
    if share <= 0:
        raise scene.scarce(message("name-of", name=row.name))
    earlier, between, later = style.earlier * share, style.between * share, style.later * share
    upper = top - head - earlier
    bars = (
        (0, upper, earlier, style.earlier_ink),
        (len(table.years) - 1, upper - between - later, later, style.later_ink),
    )
    long = [max(datum.value * scale, LEAST_BAR) if (datum := row.data[i]) and datum.value else 0.0 for i, *_ in bars]
    for (_, bottom, height, _), length in zip(
        bars, long, strict=True
    ):  # no value lies on a bar, also of the other year
        scene.ground.boxes.append(Area(style.left, bottom, style.left + length, bottom + height))
    for (_, bottom, height, ink), length, label in zip(bars, long, labels, strict=True):
        if label is None:
            continue
        if length:
            scene.bar(style.left, bottom, length, height, scene.world.ink(ink), solid=False)
        tall = scene.height(label)
        spot = Spot(style.left + length + style.value_gap, bottom + height / 2 - tall / 2, 0)
        scene.write_all([label.at(spot)], message("values-of", name=row.name))
    axis = scene.style("axis", AxisStyle)
    foot = upper - between - later
    scene.line([(style.left, top - head), (style.left, foot)], axis.rule, scene.world.ink(axis.rule_ink))
    spot = Spot(style.left, top - head + style.name_gap, 0)
    scene.write_all([name.at(spot)], message("name-of", name=row.name))


def _value(scene: Scene, table: Table, at: int, index: int) -> Label | None:
    if table.rows[at].data[index] is None:
        return None
    style = scene.style("pairs", Style)
    text, short = scene.value_text(table, index, at)
    return scene.label(text, style.text if index == 0 else style.strong_text, short=short)
