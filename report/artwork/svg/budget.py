"""How much of one drawing is read: elements, those that `use` repeats among them, and parts of paths."""

from __future__ import annotations

from report.artwork.svg.document import MAX_ELEMENTS, Node
from report.artwork.svg.telling import Teller
from report.messages import message

MAX_PARTS = 1_000_000  # operators and numbers of all paths of a drawing


class Stop(Exception):
    """Reading cannot go on after an error already reported."""


class Budget:
    def __init__(self, teller: Teller) -> None:
        self.teller = teller
        self._visits = self._parts = 0

    def visit(self, node: Node, count: int = 1) -> None:
        """Raises Stop where the drawing has too many elements."""
        self._visits += count
        self._bound(node, self._visits > MAX_ELEMENTS)

    def draw(self, node: Node, parts: int) -> None:
        """Raises Stop where its paths have too many parts."""
        self._parts += parts
        self._bound(node, self._parts > MAX_PARTS)

    def _bound(self, node: Node, beyond: bool) -> None:
        if beyond:
            self.teller.tell(node, message("svg-too-much"))
            raise Stop
