"""The legend: one row at the top left, for charts whose series cannot be named at their marks.

In: entries, a sign and a name each. Out: the height it takes; signs and names on the scene. A legend too long for its
row is set smaller, then broken.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from report.artwork.charts.placement import Spot
from report.artwork.charts.scene import Marker, Scene
from report.artwork.charts.table import Row, Table
from report.messages import message
from report.source import Length
from report.style.text import CharStyle


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


class Entry(msgspec.Struct, frozen=True):
    """ink: of the swatch or the line. marker: on a line's sample; None: a swatch."""

    name: str
    ink: str
    marker: Marker | None = None
    line: float = 0.0  # stroke


def legend_name(row: Row, table: Table) -> str:
    """The name with its unit in brackets, unless the title row tells the unit for all."""
    return row.name if table.unit_told or not row.unit else f"{row.name}（{row.unit}）"


def draw_legend(scene: Scene, entries: Sequence[Entry]) -> float:
    """Draw the entries; the height they take from the drawing's top (pt)."""
    style = scene.style("legend", LegendStyle)
    full = scene.chars(style.text)
    small = msgspec.structs.replace(full, size=min(full.size, scene.values.smallest))
    chars = full if len(_rows(scene, entries, full)) == 1 else small
    rows = _rows(scene, entries, chars)
    for number, row in enumerate(rows):
        middle = scene.size.height - style.middle - number * style.height
        x = style.left
        for entry in row:
            x = _draw_entry(scene, entry, chars, x, middle) + style.apart
    return style.height * len(rows)


def _rows(scene: Scene, entries: Sequence[Entry], chars: CharStyle) -> list[list[Entry]]:
    style = scene.style("legend", LegendStyle)
    rows: list[list[Entry]] = [[]]
    x = style.left
    for entry in entries:
        width = _sample_width(scene, entry) + style.gap + scene.width(entry.name, chars)
        if rows[-1] and x + width > scene.size.width:
            rows.append([])
            x = style.left
        if x + width > scene.size.width:
            if chars.size <= scene.values.smallest:
                raise scene.fail(message("name-beyond-legend", name=entry.name))
            return [[], []]  # not in one row: the caller tries the smaller type
        rows[-1].append(entry)
        x += width + style.apart
    return rows


def _sample_width(scene: Scene, entry: Entry) -> float:
    return scene.style("legend", LegendStyle).line if entry.marker else scene.style("legend", LegendStyle).swatch


def _draw_entry(scene: Scene, entry: Entry, chars: CharStyle, x: float, middle: float) -> float:
    """Draw one entry from x; where it ends."""
    style = scene.style("legend", LegendStyle)
    width = _sample_width(scene, entry)
    if entry.marker:
        scene.line([(x, middle), (x + width, middle)], entry.line, entry.ink)
        scene.marker(x + width / 2, middle, entry.marker)
    else:
        scene.bar(x, middle - width / 2, width, width, entry.ink)
    label = scene.label(entry.name, chars, Spot(x + width + style.gap, middle - style.drop, 0))
    if not scene.ground.settle([label]):
        raise scene.scarce(message("legend"))
    return scene.write(label, label.spots[0]).right
