"""What is proof-read: the paragraphs an author wrote, each with the words around it.

In: the Brochure as it was loaded, its expressions not yet worded. Out: Passages. In a passage's words an expression
stands as one sign, and a place can be told of every character.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from report.blocks.table import Table
from report.messages import Origin
from report.text import Break, Expression, Paragraph, Run, Text

WIDTHS = str.maketrans("０１２３４５６７８９，．％", "0123456789,.%")
EXPRESSION = "\ufffc"  # stands for one
FEW = 4  # texts of one thing that are said of each other
HEADS = ("heading", "title", "caption", "label", "over", "tag")  # fields whose words are over what else a node holds


class Passage(NamedTuple):
    """words: of one paragraph. narrow: the same with half-width digits. begins: the place in them of each run. beside:
    words that belong to the same thing, as a label; above: headings. unit: that of a bare number, of a cell of a
    table."""

    words: str
    narrow: str
    begins: tuple[int, ...]
    runs: tuple[Run, ...]
    beside: str = ""
    above: str = ""
    unit: str = ""

    def run(self, at: int) -> Run:
        """That a character belongs to."""
        return self.runs[bisect.bisect(self.begins, at) - 1]

    def place(self, at: int) -> Origin:
        """Of a character."""
        run = self.run(at)
        return run.place(0 if type(run) is Expression else at - self.begins[bisect.bisect(self.begins, at) - 1])


def passages(root: Any, above: str = "") -> Iterator[Passage]:
    """Of a Struct and all Structs within it, in the order they were written."""
    if isinstance(root, Table):
        yield from _cells(root, above)
        return
    values = [getattr(root, name) for name in root.__struct_fields__ if name != "origin"]
    own = [text for value in values for text in _texts(value)]
    heads = [head for name in HEADS if isinstance(head := getattr(root, name, None), Text)]
    for text in own:
        beside = " ".join(other.plain for other in (own if len(own) <= FEW else heads) if other is not text)
        for paragraph in text.paragraphs:
            yield passage(paragraph, beside, above)
    above = " ".join((above, *(head.plain for head in heads))).strip()
    for value in values:
        for child in _structs(value):
            yield from passages(child, above)


def passage(paragraph: Paragraph, beside: str = "", above: str = "", unit: str = "") -> Passage:
    words, begins, runs, at = [], [], [], 0
    for inline in paragraph:
        if isinstance(inline, Break):
            words.append("\n" if inline.kind == "must" else "")
        else:
            begins.append(at)
            runs.append(inline)
            words.append(EXPRESSION if type(inline) is Expression else inline.text)
        at += len(words[-1])
    whole = "".join(words)
    return Passage(whole, whole.translate(WIDTHS), tuple(begins), tuple(runs), beside, above, unit)


def _texts(value: Any) -> Iterator[Text]:
    if type(value) is Text:
        yield value
    elif isinstance(value, tuple) and not isinstance(value, Origin):
        for each in value:
            yield from _texts(each)


def _structs(value: Any) -> Iterator[msgspec.Struct]:
    if isinstance(value, tuple) and not isinstance(value, Origin):
        for each in value:
            yield from _structs(each)
    elif isinstance(value, msgspec.Struct) and type(value) is not Text:
        yield value


def _cells(table: Table, above: str) -> Iterator[Passage]:
    """A cell belongs to its row and its column, either of which may say its unit: （億円）."""
    caption = table.caption.plain if table.caption else ""
    for text in (table.caption, *table.header):
        for paragraph in text.paragraphs if text else ():
            yield passage(paragraph, "", above)
    for row in table.rows:
        for head, cell in zip(table.header, row, strict=True):
            title = row[0].plain if cell is not row[0] else ""
            unit = next(filter(None, map(_unit, (head.plain, title, caption))), "")
            for paragraph in cell.paragraphs:
                yield passage(paragraph, f"{title} {head.plain}", f"{above} {caption}", unit)


def _unit(title: str) -> str:
    """億円, of 予算額（億円）."""
    if not title.endswith(("）", ")")):
        return ""
    inner = title[:-1].replace("(", "（").rpartition("（")[2]
    return inner.removeprefix("単位").lstrip("：: ")
