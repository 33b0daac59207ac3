"""A share as a ring, and a count as squares or circles: drawings without words."""

from __future__ import annotations

import math

from report.artwork.charts.scene import Scene

FULL = 360.0
TOP = 90.0  # degrees: 12 o'clock


def draw_ring(scene: Scene, share: float) -> None:
    """share: 0 … 1, clockwise from 12 o'clock; the rest in the lighter ink."""
    style = scene.look.donut
    radius = min(scene.size) / 2
    ring = (radius, radius * style.ring)
    turn = TOP - FULL * share
    if share < 1:
        scene.wedge(ring, (TOP, TOP + FULL * (1 - share)), scene.world.ink(style.rest_ink))
    if share > 0:
        scene.wedge(ring, (turn, TOP), scene.world.ink(style.ink))


def unit_places(
    count: int, columns: int, shape: str, gap: float, width: float
) -> tuple[float, list[tuple[float, float]]]:
    """Size of a mark and the middle of each (x, y from the top), for marks that take `width` together.

    Circles fill rows from the top, as one reads; squares fill columns from the left, like a bar that grows.
    """
    size = width / (columns + (columns - 1) * gap)
    pitch = size * (1 + gap)
    rows = math.ceil(count / columns)
    cells = [(i // rows, i % rows) if shape == "square" else (i % columns, i // columns) for i in range(count)]
    return size, [(size / 2 + column * pitch, size / 2 + row * pitch) for column, row in cells]
