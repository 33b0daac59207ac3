"""Icons by name: one-colour drawings, painted in the ink that is asked for.

In: a folder of SVG icons (Material Symbols: viewBox "0 -960 960 960"), names, squares and inks. Out: page Items. Each
(icon, ink) is one Drawing, so an icon that comes back is stored once, and its numbers stay short.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from report.artwork import svg
from report.artwork.shelf import Shelf
from report.cache import Cache, key_of
from report.messages import Origin, Report, message
from report.page import Drawing, Item, Placed
from report.units import Rect


class Icons:
    """The folder of icons during one build. Names in messages are relative to root."""

    def __init__(self, folder: Path, cache: Cache, report: Report, *, root: Path | None = None) -> None:
        self._shelf = Shelf(folder, (".svg",), message("icon"), report, root)
        self._cache, self._report = cache, report
        self._drawings: dict[tuple[str, str], Drawing | None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return self._shelf.ids

    def place(self, name: str, rect: Rect, ink: str, origin: Origin | None = None, owner: Any = None) -> list[Item]:
        """The icon as large as fits into `rect`, centred, in one ink; nothing after an error."""
        drawing = self.drawing(name, ink, origin)
        if drawing is None:
            return []
        width, height = drawing.size
        scale = min(rect.width / width, rect.height / height)
        x, y = rect.centre.x - width * scale / 2, rect.centre.y - height * scale / 2
        return [Placed(drawing=drawing, matrix=(scale, 0.0, 0.0, scale, x, y), owner=owner)]

    def drawing(self, name: str, ink: str, origin: Origin | None = None) -> Drawing | None:
        """The icon in its own plane; None after an error."""
        path = self._shelf.find(name, origin)
        if path is None:
            return None
        if (name, ink) not in self._drawings:
            self._drawings[name, ink] = self._draw(path, name, ink, origin)
        return self._drawings[name, ink]

    def _draw(self, path: str, name: str, ink: str, origin: Origin | None) -> Drawing | None:
        data = self._shelf.read(path, svg.MAX_BYTES, origin)
        if data is None:
            return None
        key = f"icon:{name}:{ink}"
        mark = key_of(key, data)
        drawing = self._cache.get("icon", mark, Drawing)
        if drawing is None:
            drawing = svg.read_svg(data, key, self._shelf.shown(path), svg.Inks(lambda _: ink), self._report)
            drawing = drawing and self._cache.put("icon", mark, drawing)
        return drawing
