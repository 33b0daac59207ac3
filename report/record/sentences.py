"""The sentence that a figure stands in, for who asks where it is printed.

In: a use of a figure, and the node of the content that holds it. Out: the sentence of its text; of words that are none
("__24__園") the lines that stand with them; of a chart or a table the titles that a number there goes by.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from report.artwork.charts.describe import year_of
from report.blocks import Block
from report.blocks.chart import Chart
from report.blocks.table import Table
from report.figures.model import FigureRef
from report.messages import Origin
from report.text import Text
from report.text.edition import Use
from report.text.tags import StructElem, Voice

ENDS, OPENING, CLOSING = "。！？", "（(「『［", "）)」』］"
BETWEEN = "／"


def sentence_at(passage: str, at: int) -> str:
    """The sentence of a paragraph that holds its character `at`; a stop within brackets ends none."""
    begin = depth = 0
    for i, char in enumerate(passage):
        if char in OPENING:
            depth += 1
        elif char in CLOSING:
            depth = max(0, depth - 1)
        elif char in ENDS and not depth:
            if i >= at:
                return passage[begin : i + 1].strip()
            begin = i + 1
    return passage[begin:].strip()


def of_text(use: Use, text: Text, node: Any) -> str:
    """node: what holds the text as one of its fields, or the texts that stand together."""
    own = sentence_at(use.passage, use.at)
    if isinstance(node, Table):
        return BETWEEN.join((*_titles(node, text), own))
    if own.endswith(tuple(ENDS)):
        return own
    beside = [node.title] if isinstance(node, Chart) else _texts(node)
    others = [each for each in beside if each is not text and not _is_prose(each)]
    lines = sorted((*others, text), key=lambda each: each.origin)  # as they were written
    return BETWEEN.join(own if each is text else each.plain for each in lines)


def of_chart(use: Use, chart: Chart, where: Origin) -> str:
    """where: the place of the series."""
    table = chart.table
    assert table
    row = next(row for row, given in zip(table.rows, chart.series, strict=True) if given.origin == where)
    year = next((year_of(table, i) for i, year in enumerate(table.years) if year == use.figure.year), "")
    label = row.name if row.name not in ("", table.title) else ""
    return BETWEEN.join((table.title, " ".join(filter(None, (label, year)))))


def of_reference(block: Block, given: FigureRef) -> str:
    """Of a figure that is drawn: what is said of the drawing."""
    return next((alt for elem in block.tags(Voice()) if (alt := _alt(elem))), given.id)


def _alt(elem: StructElem) -> str:
    kids = (kid for kid in elem.kids if isinstance(kid, StructElem))
    return elem.alt or next((alt for kid in kids if (alt := _alt(kid))), "")


def _titles(table: Table, cell: Text) -> list[str]:
    """Caption, title of the row and title of the column that a cell stands under."""
    found = [table.caption] if table.caption else []
    for row in table.rows:
        for x, each in enumerate(row):
            if each is cell:
                found += [row[0]] if x and table.row_header else []
                found += [table.header[x]]
    return [each.plain for each in found if each and each is not cell]


def _texts(node: Any) -> Sequence[Text]:
    """The texts that are one field of a node each, but what is only said of it."""
    if isinstance(node, tuple):
        return [each for each in node if each]
    named = (getattr(node, name) for name in node.__struct_fields__ if name != "alt")
    return [each for each in named if isinstance(each, Text) and each]


def _is_prose(text: Text) -> bool:
    return any(char in ENDS for char in text.plain)
