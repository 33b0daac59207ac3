"""Nodes without parts: text, words, numbers, flags and lengths."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Any

from report.diagnostics import Origin, Report
from report.source.kinds import LARGEST, Name, Text
from report.source.slips import BRACES_HINT
from report.source.syntax import Mapping, Node, Scalar, Sequence
from report.units import MM, Q

UNITS = {"mm": MM, "Q": Q, "pt": 1.0}
LENGTH = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*(mm|Q|pt)?", re.ASCII)
LONGEST = 5000 * MM  # a page of a PDF has at most 14,400 pt (ISO 32000-1, annex C)
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)


class WordReader:
    """Reads such nodes of one file; complains to the report, and gives None for what is wrong."""

    def __init__(self, file: str, report: Report):
        self.file = file
        self.report = report

    def origin(self, node: Node) -> Origin:
        return Origin(self.file, node.line, node.column)

    def wrong(self, node: Node, wanted: str, hint: str = "") -> None:
        found = {Mapping: "a mapping", Sequence: "a list"}.get(type(node))
        shown = found or (f'"{_short(node.value)}"' if node.value else "nothing")
        self.report.error(self.origin(node), f"{wanted} expected, found {shown}", hint)

    def text(self, node: Node) -> Text | None:
        if not isinstance(node, Scalar) or node.kind == "null":
            self.wrong(node, "text", BRACES_HINT if isinstance(node, Mapping) else "")
            return None
        return Text(node.value.rstrip("\n"), self.text_origin(node))

    def text_origin(self, node: Scalar) -> Origin:
        """Where the first character stands: block scalars begin on the next line, quoted ones after the quote."""
        line, column = self.origin(node)[1:]
        if node.style in ("|", ">"):
            return Origin(self.file, line + 1, 1)
        return Origin(self.file, line, column + (1 if node.style in ("'", '"') else 0))

    def name(self, node: Node) -> Name | None:
        if not isinstance(node, Scalar) or node.kind == "null":
            self.wrong(node, "a word")
            return None
        return self.named(node)

    def named(self, node: Scalar) -> Name:
        name = Name(node.value.rstrip("\n"))
        name.origin = self.origin(node)
        return name

    def number(self, node: Node, kind: type, what: str, least: float = -LARGEST) -> Any:
        if isinstance(node, Scalar) and node.kind in ("int", "float"):
            try:
                value = kind(node.value.replace("_", ""))
            except ValueError:
                value = math.nan
            if least <= value <= LARGEST:
                return value
        plain = unicodedata.normalize("NFKC", node.value).replace(",", "") if isinstance(node, Scalar) else ""
        meant = NUMBER.fullmatch(plain) and plain != node.value
        self.wrong(node, what, f"write {plain}: half-width digits, without commas" if meant else "")
        return None

    def flag(self, node: Node) -> bool | None:
        if isinstance(node, Scalar) and node.value in ("true", "false"):
            return node.value == "true"
        self.wrong(node, "true or false")
        return None

    def length(self, node: Node, positive: bool = False) -> float | None:
        found = LENGTH.fullmatch(node.value) if isinstance(node, Scalar) else None
        if found is None:
            self.wrong(node, 'a length (mm, or with a unit: "13.5Q", "0.9pt")')
            return None
        value = float(found[1]) * UNITS[found[2] or "mm"]
        if not -LONGEST <= value <= LONGEST or (positive and value <= 0):
            self.wrong(node, f"a length {'above 0, ' if positive else ''}up to 5 m")
            return None
        return value


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 24 else text[:23] + "…"
