"""What a reader who cannot see the page is told instead (ISO 14289-1, 7.3 and 7.5; WCAG 2.1, 1.1.1 and 1.3.1).

In: the Brochure. Out: nothing; errors go to the report: a picture with a caption and without words of its own, a column
of a table without a title. Charts and diagrams describe themselves; a picture without a caption is decoration.
"""

from __future__ import annotations

from report.blocks.picture import Picture
from report.blocks.table import Table
from report.content.model import Brochure
from report.content.walk import nodes
from report.messages import Report, message
from report.text import Text
from report.text.invisible import unseen


def check_access(brochure: Brochure, report: Report) -> None:
    for section in brochure.sections:
        for node in nodes(section):
            if isinstance(node, Picture):
                _check_picture(node, report)
            elif isinstance(node, Table):
                _check_table(node, report)


def _check_picture(picture: Picture, report: Report) -> None:
    if picture.caption and _is_blank(picture.alt):
        report.error(picture.origin, message("alt-missing", id=picture.id))


def _check_table(table: Table, report: Report) -> None:
    for i, title in enumerate(table.header):
        if _is_blank(title) and not (i == 0 and table.row_header):
            report.error(title.origin, message("column-untitled", column=i + 1))


def _is_blank(text: Text | None) -> bool:
    return not text or unseen(text.plain)
