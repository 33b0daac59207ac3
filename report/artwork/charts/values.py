"""Values beside their marks: how they are worded, how large they are, and where they may stand."""

from __future__ import annotations

from report.artwork.charts.placement import Label, Spot, extent
from report.artwork.charts.scene import Scene
from report.artwork.charts.table import Table
from report.figures.format import number

FARTHEST = 9  # gaps that a label may stand away from its marker


def value_text(scene: Scene, table: Table, index: int, row: int = 0) -> tuple[str, str]:
    """A value with separators, 約 before an approximate one; and its short wording.

    The short wording leaves 約 out: only where the chart says 仮の値 anyway and the author did not ask for 約.
    """
    datum = table.rows[row].data[index]
    assert datum is not None
    plain = number(datum.value)
    if not table.approximate(index, datum):
        return plain, ""
    short = plain if table.provisional and not table.about else ""
    return scene.look.values.about + plain, short


def fitted(scene: Scene, labels: list[Label], width: float) -> list[Label]:
    """All labels scaled alike so that the widest, at its shortest, is no wider than `width`."""
    widest = max((scene.width(label.short or label.text, label.chars) for label in labels), default=0.0)
    if widest <= width:
        return labels
    return [label.scaled(width / widest, scene.look.values.smallest) for label in labels]


def around(scene: Scene, label: Label, y: float, reach: float) -> Label:
    """The label above a marker at y; else a little higher, aside, below; one that must stay may go further."""
    x = label.spots[0].x
    gap = scene.look.values.gap
    above = y + reach + gap
    height = extent(scene.world, label.text, label.chars)[1]
    below = y - reach - gap - height
    spots = [Spot(x, above), Spot(x, above + gap)]
    spots += [Spot(x + side * (reach + gap), above, share) for side, share in ((1, 0), (-1, 1))]
    spots += [Spot(x, below), Spot(x, below - gap)]
    for far in range(2, FARTHEST if label.must else 2):  # others are rather left out than sent away
        spots += [Spot(x, above + far * gap), Spot(x, below - far * gap)]
    return label.at(*spots)


def tallest(scene: Scene, labels: list[Label]) -> float:
    return max(extent(scene.world, label.text, label.chars)[1] for label in labels)
