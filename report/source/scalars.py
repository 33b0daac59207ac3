"""Nodes without parts: text, words, numbers, flags and lengths."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Any

from report.messages import Message, Origin, Report, message
from report.source.annotations import LARGEST, Name, Written
from report.source.syntax import Mapping, Node, Scalar
from report.source.yaml_mistakes import QUOTE_BRACES
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

    def wrong(self, node: Node, wanted: Message, hint: Message | None = None) -> None:
        self.report.error(self.origin(node), message("expected", wanted=wanted, found=_found(node)), hint)

    def written(self, node: Node) -> Written | None:
        if not isinstance(node, Scalar) or node.kind == "null":
            self.wrong(node, message("text"), QUOTE_BRACES if isinstance(node, Mapping) else None)
            return None
        return Written(node.value.rstrip("\n"), self.text_origin(node))

    def text_origin(self, node: Scalar) -> Origin:
        """Where the first character stands: block scalars begin on the next line, quoted ones after the quote."""
        line, column = self.origin(node)[1:]
        if node.style in ("|", ">"):
            return Origin(self.file, line + 1, 1)
        return Origin(self.file, line, column + (1 if node.style in ("'", '"') else 0))

    def name(self, node: Node) -> Name | None:
        if not isinstance(node, Scalar) or node.kind == "null":
            self.wrong(node, message("word"))
            return None
        return self.named(node)

    def named(self, node: Scalar) -> Name:
        name = Name(node.value.rstrip("\n"))
        name.origin = self.origin(node)
        return name

    def number(self, node: Node, kind: type, wanted: Message, least: float = -LARGEST) -> Any:
        if isinstance(node, Scalar) and node.kind in ("int", "float"):
            try:
                value = kind(node.value.replace("_", ""))
            except ValueError:
                value = math.nan
            if least <= value <= LARGEST:
                return value
        plain = unicodedata.normalize("NFKC", node.value).replace(",", "") if isinstance(node, Scalar) else ""
        meant = NUMBER.fullmatch(plain) and plain != node.value
        self.wrong(node, wanted, message("plain-number", number=plain) if meant else None)
        return None

    def flag(self, node: Node) -> bool | None:
        if isinstance(node, Scalar) and node.value in ("true", "false"):
            return node.value == "true"
        self.wrong(node, message("flag"))
        return None

    def length(self, node: Node, positive: bool = False) -> float | None:
        found = LENGTH.fullmatch(node.value) if isinstance(node, Scalar) else None
        if found is None:
            self.wrong(node, message("length"))
            return None
        value = float(found[1]) * UNITS[found[2] or "mm"]
        if not -LONGEST <= value <= LONGEST or (positive and value <= 0):
            self.wrong(node, message("positive-length-in-range") if positive else message("length-in-range"))
            return None
        return value


def _found(node: Node) -> Message:
    if not isinstance(node, Scalar):
        return message("mapping") if isinstance(node, Mapping) else message("list")
    if not node.value:
        return message("nothing")
    return message("quoted", text=node.value if len(node.value) <= 24 else node.value[:23] + "…")
