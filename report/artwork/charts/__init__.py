"""Charts: series become drawings through a Matplotlib renderer of ours, and sentences for who does not see them.

In: a Chart (content), its series (figures), a size in pt, the sheet's ChartStyle and the World around it (faces, inks,
text styles). Out: a Drawing of vector paths in palette inks and glyphs of the sheet's faces; a description; whether
仮の値 must be said. Follows the design's §7. `scene` alone imports Matplotlib, when a drawing is made, never before.

    look.py        the sheet's numbers          shown.py       which years and values
    placement.py   free places for words        describe.py    the chart in words
    renderer.py    artists -> page items        scene.py       the stage: artists and words
    axis, legend, values: shared by kinds       ingredients.py all that drawings depend on
    bars, combo, stacked, pairs, lines, area: a kind each, named as in YAML; its `draw(scene, shown)` is called
    shares.py      rings and counts

A new kind is a row of content.blocks.chart.KINDS, a Struct in look.py and a module here.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from report.artwork.charts.describe import describe, describe_share, describe_units, described
from report.artwork.charts.look import ChartStyle, World, chart_style
from report.artwork.charts.shown import shown, words
from report.units import Size

if TYPE_CHECKING:
    from report.content.blocks.chart import Chart
    from report.figures.model import Series
    from report.page import Drawing

__all__ = [
    "ChartStyle",
    "World",
    "chart_style",
    "describe",
    "describe_share",
    "describe_units",
    "described",
    "draw_chart",
    "draw_donut",
    "draw_units",
    "provisional",
]


def draw_chart(chart: Chart, series: Mapping[str, Series], size: Size, look: ChartStyle, world: World) -> Drawing:
    """The inside of a chart's panel: marks, values, years, legend. Failure, with places, for what cannot be shown."""
    table = shown(chart, series)
    from report.artwork.charts.scene import Scene

    scene = Scene(size, look, world, chart.origin, words(chart.title))
    importlib.import_module(f"{__name__}.{chart.kind}").draw(scene, table)
    return scene.drawing()


def draw_donut(share: float, size: float, look: ChartStyle, world: World) -> Drawing:
    """A ring of the diameter `size` (pt); share: 0 … 1. Its words are set by the block."""
    from report.artwork.charts.scene import Scene
    from report.artwork.charts.shares import draw_ring

    if not 0 <= share <= 1:
        raise ValueError(f"a share lies between 0 and 1, not at {share:g}")
    scene = Scene(Size(size, size), look, world, None)
    draw_ring(scene, share)
    return scene.drawing()


def draw_units(
    count: int,
    added: int,
    columns: int,
    width: float,
    shape: Literal["circle", "square"],
    look: ChartStyle,
    world: World,
) -> Drawing:
    """`count` marks in the width (pt), the last `added` of them in the accent ink. The drawing's height follows."""
    from report.artwork.charts.scene import Scene
    from report.artwork.charts.shares import unit_places

    style = look.units
    if count < 1 or not 0 <= added <= count or columns < 1:
        raise ValueError(f"cannot draw {count} marks, {added} of them added, in {columns} columns")
    gap = style.circle_gap if shape == "circle" else style.square_gap
    size, places = unit_places(count, columns, shape, gap, width)
    height = max(y for _, y in places) + size / 2
    scene = Scene(Size(width, height), look, world, None)
    raised = [(x, height - y) for x, y in places]
    scene.marks(raised[: count - added], size, shape, world.ink(style.ink))
    scene.marks(raised[count - added :], size, shape, world.ink(style.added_ink))
    return scene.drawing()


def provisional(chart: Chart, series: Mapping[str, Series]) -> bool:
    """Whether a shown value is one that nobody published, so that the panel must say 仮の値."""
    return shown(chart, series).provisional
