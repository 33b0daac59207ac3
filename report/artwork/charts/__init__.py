"""Charts: tables become drawings through a Matplotlib renderer of ours, and sentences for who does not see them.

In: a `Table`, a size in pt, the sheet's ChartStyle and the World around it (faces, inks, text styles). Out: a Drawing
of vector paths in palette inks and glyphs of the sheet's faces; a description. `scene` alone imports Matplotlib, when a
drawing is made, never before.

    table.py       which years and values          look.py       the sheet's numbers
    kinds.py       what kinds there are            describe.py   the chart in words
    renderer.py    artists -> page items           scene.py      the stage: artists and words
    placement.py   free places for words           axis, legend, values: shared by kinds
    bars, combo, stacked, pairs, lines, area: a kind each, named as in YAML; its `draw(scene, table)` is called
    shares.py      rings and counts

A new kind is a row of kinds.py and a module here.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Literal

from report.artwork.charts.look import ChartStyle, World
from report.artwork.charts.table import Table
from report.messages import Origin
from report.units import Size

if TYPE_CHECKING:
    from report.page import Drawing


def draw_chart(table: Table, size: Size, look: ChartStyle, world: World, origin: Origin | None = None) -> Drawing:
    """The inside of a chart's panel: marks, values, years, legend. Failure, at `origin`, where there is no room."""
    from report.artwork.charts.scene import Scene

    scene = Scene(size, look, world, origin, table.title)
    importlib.import_module(f"{__name__}.{table.kind}").draw(scene, table)
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
