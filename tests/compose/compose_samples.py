"""Plain styles of 10 pt for the tests of composing."""

from __future__ import annotations

from report.style.text import CharStyle, ParagraphStyle

SIZE = 10.0


def char(*fonts: str, **more: object) -> CharStyle:
    return CharStyle(fonts, SIZE, "ink", **more)  # type: ignore[arg-type]


MARKS = (("strong", char("bold")), ("number", CharStyle(("digits",), 40.0, "base")))
STYLES = {
    "body": ParagraphStyle(char("text", "wide"), 16.0, align="justify", last_line=4.6, marks=MARKS),
    "wide": ParagraphStyle(char("wide"), 16.0, align="justify", marks=MARKS),
    "ragged": ParagraphStyle(char("wide"), 16.0, marks=MARKS),
    "title": ParagraphStyle(char("title", "wide"), 14.0, breaks="phrase", marks=MARKS),
    "label": ParagraphStyle(char("text"), 14.0, align="center", breaks="phrase", marks=MARKS),
    "digits": ParagraphStyle(char("title"), 14.0, line_box=0.8, marks=MARKS, autospace=0.2),
}
