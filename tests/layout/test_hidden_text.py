"""Words that nobody sees."""

from __future__ import annotations

from types import SimpleNamespace

from report.layout.hidden_text import hide
from report.messages import Origin, Report
from report.style.fonts import FontBook
from report.text.tags import Content, StructElem, Words, table

CHART, PAGE = Origin("a.yaml", 7, 5), Origin("a.yaml", 1)


def test_a_character_that_no_face_has_is_told_where_the_drawing_stands(book: FontBook) -> None:
    rows = [[Words("年度"), Words("面積\ue000")], [Words("令和5年度"), Words("108㏊𓀀ha")]]
    values = table(rows, Words("練馬\u200bの数値"), True, CHART)
    root = StructElem(
        "Document",
        (Content(SimpleNamespace(origin=PAGE)), StructElem("Div", (values, StructElem("P", (Words("\ue001"),))))),
        origin=PAGE,
    )
    report = Report()
    hide(root, book, report)
    found = {
        (error.severity, error.origin, str(error.message).rpartition("character ")[2]) for error in report.diagnostics
    }
    assert found == {("error", CHART, "U+E000"), ("error", CHART, '"𓀀" (U+13000)'), ("error", PAGE, "U+E001")}
