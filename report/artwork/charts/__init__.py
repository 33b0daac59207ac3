"""Charts: tables become drawings through a Matplotlib renderer of ours, and sentences for who does not see them.

In: a `Table`, a size in pt, and the World around it (the sheet, and a colour family of it). Out: a Drawing of vector
paths in palette inks and glyphs of the sheet's faces; a description. `renderer` alone imports Matplotlib, when a
drawing is made, never before.

    table.py       which years and values          describe.py   the chart in words
    kinds/         a kind of chart each            scene.py      the stage: marks, words, values
    placement.py   free places for words           axis.py       years, legend, scales
    renderer.py    artists -> page items           shares.py     rings and counts

In the style sheet's `charts:` lengths are in pt (YAML: mm, or with a unit); shares are of the pitch, the distance
between two years, unless a comment says otherwise. `…text` names one of the sheet's text styles, `…ink` an ink or a
role of the section's family.
"""

from __future__ import annotations

import msgspec

from report.artwork.charts.axis import AxisStyle, LegendStyle
from report.artwork.charts.kinds import modules
from report.artwork.charts.kinds.bars import ArrowStyle
from report.artwork.charts.scene import Scene, ValueStyle, World
from report.artwork.charts.shares import DonutStyle, UnitsStyle
from report.artwork.charts.table import Table
from report.messages import Origin
from report.page import Drawing
from report.units import Size

PARTS: dict[str, type[msgspec.Struct]] = {  # the entries under `charts:` of a style sheet
    "axis": AxisStyle,
    "legend": LegendStyle,
    "values": ValueStyle,
    "arrow": ArrowStyle,
    "donut": DonutStyle,
    "units": UnitsStyle,
    **{name: module.Style for name, module in modules().items()},
}


def draw_chart(table: Table, size: Size, world: World, origin: Origin | None = None) -> Drawing:
    """The inside of a chart's panel: marks, values, years, legend. Failure, at `origin`, where there is no room."""
    scene = Scene(size, world, origin, table.title)
    modules()[table.kind].draw(scene, table)
    return scene.canvas.drawing()
