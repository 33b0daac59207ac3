"""What is told of one drawing: each kind once, at its first place."""

from __future__ import annotations

from report.artwork.svg.document import Node
from report.artwork.svg.faults import SvgError
from report.messages import Message, Origin, Report


class Teller:
    """failed: was an error told? file: how diagnostics name the drawing."""

    def __init__(self, file: str, report: Report) -> None:
        self.failed = False
        self._file, self._report = file, report
        self._told: set[object] = set()

    def tell(self, node: Node, told: Message, hint: Message | None = None) -> None:
        self.failed = True
        kind: object = told
        if told.id == "value-not-taken":
            kind = told.id, dict(told.values)["name"]
        if kind not in self._told:
            self._told.add(kind)
            self._report.error(self._place(node), told, hint)

    def error(self, node: Node, error: SvgError) -> None:
        """At its own place, or else at the element that was being read."""
        if error.line:
            self.failed = True
            self._report.error(Origin(self._file, error.line, error.column), error.message, error.hint)
        else:
            self.tell(node, error.message, error.hint)

    def warn(self, node: Node, told: Message, hint: Message | None = None) -> None:
        self._report.warning(self._place(node), told, hint)

    def _place(self, node: Node) -> Origin:
        return Origin(self._file, node.line, node.column)
