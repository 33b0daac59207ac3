"""Nodes without parts: text, words, numbers, flags and lengths.

In: nodes of one file. Out: values that know their places; what cannot be made of a node goes to the report.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Any

from report.messages import Message, Origin, Report, message
from report.source.annotations import LARGEST, Name, Written
from report.source.hints import found_in, text_hint
from report.source.numbers import PLAIN, number_hint
from report.source.syntax import Node, Scalar
from report.units import MM, Q

UNITS = {"mm": MM, "Q": Q, "pt": 1.0}
LENGTH = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*(mm|Q|pt)?", re.ASCII)
LONGEST = 5000 * MM  # a page of a PDF has at most 14,400 pt (ISO 32000-1, annex C)
SHORTEST = 0.01 * MM  # above 0 it must last through the rounding of places on a page
NUMBER = re.compile(PLAIN, re.ASCII)
LEADING_ZERO = re.compile(r"[+-]?0\d")  # 010 is 8 to YAML, 10 to who reads it


class WordReader:
    """Reads nodes of one file; complains to the report and goes on."""

    def __init__(self, file: str, report: Report):
        self.file = file
        self.report = report

    def origin(self, node: Node) -> Origin:
        return Origin(self.file, node.line, node.column)

    def wrong(self, node: Node, wanted: Message, hint: Message | None = None) -> None:
        self.report.error(self.origin(node), message("expected", wanted=wanted, found=found_in(node)), hint)

    def written(self, node: Node) -> Written | None:
        if not isinstance(node, Scalar) or node.kind == "null":
            self.wrong(node, message("text"), text_hint(node))
            return None
        written = Written(node.value.rstrip("\n"), self.text_origin(node), node.pieces)
        for offset, line, _ in node.pieces if not node.style else ():
            if line > node.line and written.text.startswith("- ", offset):
                self.report.warning(written.place(offset), message("hyphen-in-text"))
        return written

    def text_origin(self, node: Scalar) -> Origin:
        """Where the first character stands: block scalars begin on the next line, quoted ones after the quote."""
        if node.pieces:
            return Origin(self.file, *node.pieces[0][1:])
        return Origin(self.file, node.line, node.column + len(node.style))

    def name(self, node: Node) -> Name | None:
        if not isinstance(node, Scalar) or node.kind == "null":
            self.wrong(node, message("word"))
            return None
        return self.named(node)

    def named(self, node: Scalar) -> Name:
        name = Name(node.value.rstrip("\n"))
        name.origin = self.origin(node)
        if not name.isprintable() and (control := re.search(r"[\x01-\x08\x0b-\x1f\x7f-\x9f]", name)):
            self.report.error(name.origin, message("control-character", code=ord(control[0])))
        return name

    def number(self, node: Node, kind: type, wanted: Message, least: float = -LARGEST) -> Any:
        text = node.value if isinstance(node, Scalar) else ""
        if text and not node.style and (NUMBER.fullmatch(text) or node.kind in ("int", "float")):  # type: ignore[union-attr]
            try:
                value = kind(text.replace("_", ""))
            except ValueError:
                value = math.nan
            if least <= value <= LARGEST and not LEADING_ZERO.match(text):
                return value
        quoted = isinstance(node, Scalar) and node.style in ("'", '"') and NUMBER.fullmatch(text)
        self.wrong(node, wanted, message("number-quoted", number=text) if quoted else number_hint(text))
        return None

    def flag(self, node: Node) -> bool | None:
        if isinstance(node, Scalar) and node.value in ("true", "false"):
            return node.value == "true"
        self.wrong(node, message("flag"))
        return None

    def length(self, node: Node, positive: bool = False) -> float | None:
        found = LENGTH.fullmatch(node.value) if isinstance(node, Scalar) else None
        if found is None:
            plain = unicodedata.normalize("NFKC", node.value) if isinstance(node, Scalar) else ""
            hint = message("plain-number", number=plain) if plain != node.value and LENGTH.fullmatch(plain) else None
            self.wrong(node, message("length"), hint)
            return None
        value = float(found[1]) * UNITS[found[2] or "mm"]
        if not -LONGEST <= value <= LONGEST or (positive and value < SHORTEST):
            self.wrong(node, message("positive-length-in-range") if positive else message("length-in-range"))
            return None
        return value
