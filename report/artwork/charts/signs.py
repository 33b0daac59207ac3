"""The signs of a line's points: all of them, or where they would touch, those of its ends and of points with a value.

In: points and their signs, before words find their places. Out: signs on the scene, once it is known which points have
words; the places of all of them are kept free till then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from report.artwork.charts.axis import Plot
from report.artwork.charts.scene import Marker, Points, Scene

APART = 1.1  # sizes of a sign from one to the next


class Signs:
    def __init__(
        self, scene: Scene, points: Points, signs: Sequence[Marker], plot: Plot, parts: Sequence[range]
    ) -> None:
        """parts: of the line; a point alone has no line to be seen by."""
        self._all = list(zip(points, signs, strict=True))
        self._scene = scene
        self._crowded = len(points) > 1 and plot.pitch < APART * 2 * min(sign.reach for sign in signs)
        self._seen = {0, len(points) - 1, *(part[0] for part in parts if len(part) == 1)}
        for (x, y), sign in self._all:
            scene.marker(x, y, sign, drawn=not self._crowded)

    def draw(self, told: Iterable[int]) -> None:
        """told: the numbers of the points that have words."""
        if self._crowded:
            for number in sorted(self._seen.union(told)):
                (x, y), sign = self._all[number]
                self._scene.canvas.marker(x, y, sign)
