"""Words that nobody sees."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from report.layout.hidden_text import hide
from report.messages import Origin, Report
from report.style.fonts import FontBook
from report.text.tags import Content, StructElem, Words, table

FONTS = Path(__file__).parents[2] / "fonts"
FACES = {"text": "BIZUDPGothic_400Regular.ttf", "noto": "NotoSansJP_400Regular.ttf"}
CHART, PAGE = Origin("a.yaml", 7, 5), Origin("a.yaml", 1)


class Placed(NamedTuple):
    origin: Origin


def test_a_character_that_no_face_has_is_told_where_the_drawing_stands() -> None:
    rows = [[Words("年度"), Words("面積\ue000")], [Words("令和5年度"), Words("108㏊𓀀ha")]]
    values = table(rows, Words("練馬\u200bの数値"), True, CHART)
    page = StructElem("P", (Content(Placed(PAGE)), Words("\ue001")))
    root = StructElem("Document", (StructElem("Figure", (Content(Placed(CHART)), values)), page))
    report = Report()
    book = FontBook({name: FONTS / file for name, file in FACES.items()})
    hide(root, book, report)
    (error,) = report.diagnostics
    assert (error.severity, error.origin) == ("error", CHART)
    assert str(error.message) == (
        f'no face of {", ".join(FACES)} has these 3 characters: U+E000 {CHART}; "𓀀" (U+13000) {CHART}; U+E001 {PAGE}'
    )
