"""What is told of one drawing: each cause once, at its first place, with a count."""

from __future__ import annotations

import msgspec

from report.artwork.svg.document import Node
from report.artwork.svg.faults import SvgError
from report.messages import Message, Origin, Report, message

SHOWN = 8  # colours in one message
_OF_NAME = ("element-not-taken", "attribute-not-taken", "value-not-taken", "number-out-of-range")


class _Cause(msgspec.Struct):
    place: Origin
    told: Message
    hint: Message | None
    colours: dict[str, None]
    count: int = 0


class Teller:
    """failed: was an error told? file: how diagnostics name the drawing. What is told stays here until `finish`."""

    def __init__(self, file: str, report: Report) -> None:
        self.failed = False
        self._file, self._report = file, report
        self._causes: dict[object, _Cause] = {}

    def tell(self, node: Node, told: Message, hint: Message | None = None) -> None:
        self._add(self._place(node), told, hint)

    def error(self, node: Node, error: SvgError) -> None:
        """At its own place, or else at the element that was being read."""
        place = Origin(self._file, error.line, error.column) if error.line else self._place(node)
        self._add(place, error.message, error.hint)

    def warn(self, node: Node, told: Message, hint: Message | None = None) -> None:
        self._report.warning(self._place(node), told, hint)

    def finish(self) -> None:
        for cause in self._causes.values():
            told = cause.told
            if len(cause.colours) > 1:
                shown = ", ".join([*cause.colours][:SHOWN]) + (" …" if len(cause.colours) > SHOWN else "")
                drawing = dict(cause.told.values)["drawing"]
                many = {"number": len(cause.colours), "count": cause.count}
                told = message("colours-without-ink", colours=shown, drawing=drawing, **many)
            elif cause.count > 1:
                told = message("in-places", told=told, count=cause.count)
            self._report.error(cause.place, told, cause.hint)
        self._causes.clear()

    def _add(self, place: Origin, told: Message, hint: Message | None) -> None:
        self.failed = True
        values = dict(told.values)
        named = values.get("tag" if told.id in ("element-not-taken", "number-out-of-range") else "name")
        kind = (told.id, named if told.id in _OF_NAME else None)
        cause = self._causes.setdefault(kind, _Cause(place, told, hint, {}))
        cause.count += 1
        if told.id == "colour-without-ink":
            cause.colours[str(values["colour"])] = None

    def _place(self, node: Node) -> Origin:
        return Origin(self._file, node.line, node.column)
