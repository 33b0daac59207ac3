"""The book that walking a file writes: its Paint and what was used.

In: events. Out: the same, in order; fonts and colour spaces, each read once.
"""

from __future__ import annotations

from typing import Any

import pikepdf

from report.conform.preflight.colour import Colour, Space, space
from report.conform.preflight.events import Paint, Used
from report.conform.preflight.fonts import Font
from report.conform.preflight.objects import identity

MOST = 4_000_000  # operators a file: one that holds more is made to keep its reader busy
MOST_A_PAGE = 1_000_000  # half a minute's reading
A_FORM = 10  # operators that a form's own costs come to


class PaintLog:
    """What the streams of a file share: fonts and spaces that were read, what was found, what is being walked."""

    def __init__(self) -> None:
        self.paints: list[Paint] = []
        self.used: dict[object, Used] = {}
        self.page = 0
        self.left = self._granted = 0  # operators that may still be read of the page
        self._left = MOST
        self.open: list[object] = []
        self._fonts: dict[object, Font] = {}
        self._spaces: dict[object, Space] = {}
        self._colours: dict[tuple[Space, tuple[float, ...]], Colour] = {}

    def begin(self, page: int) -> None:
        """A page, from 1."""
        self.page = page
        self._left -= self._granted - max(self.left, 0)
        self._granted = self.left = min(MOST_A_PAGE, self._left)

    def font(self, entries: Any) -> Font:
        key = identity(entries)
        if key not in self._fonts:
            self._fonts[key] = Font(entries)
        return self._fonts[key]

    def space(self, written: Any, resources: Any) -> Space:
        """Spaces without names of a page's own are read once."""
        if not isinstance(written, pikepdf.Array) or not written.is_indirect:
            return space(written, resources)
        if written.objgen not in self._spaces:
            self._spaces[written.objgen] = space(written, resources)
        return self._spaces[written.objgen]

    def colour(self, of: Space, parts: tuple[float, ...]) -> Colour:
        """One object for each colour: what is asked of it is then known the second time."""
        key = (of, parts)
        if key not in self._colours:
            self._colours[key] = Colour(of, parts)
        return self._colours[key]

    def note(self, kind: str, called: str, value: Any) -> None:
        key = (kind, self.page, called, identity(value) if isinstance(value, pikepdf.Object) else value)
        if key not in self.used:
            self.used[key] = Used(kind, self.page, called, value)
