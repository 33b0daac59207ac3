"""Inline marks become runs; mistakes are told at their marks."""

from __future__ import annotations

import pytest

from report.content.markup import parse
from report.diagnostics import Origin, Report
from report.source import Text

HERE = Origin("a.yaml", 3, 7)


def runs(source: str, **options: bool) -> list[list[tuple]]:
    report = Report()
    paragraphs = parse(Text(source, HERE), report, **options)
    assert report.diagnostics == ()
    return [[(r.text, r.marks, r.ruby, r.link) for r in p] for p in paragraphs]


def test_marks_nest_and_signs_become_controls() -> None:
    assert runs("約__8,500__人の**定員==拡大==**|を~実現\n") == [
        [
            ("約", (), "", ""),
            ("8,500", ("number",), "", ""),
            ("人の", (), "", ""),
            ("定員", ("strong",), "", ""),
            ("拡大", ("strong", "marker"), "", ""),
            ("\u200bを\u2060実現", (), "", ""),
        ]
    ]


def test_ruby_and_links() -> None:
    assert runs("{練馬|ねりま}の[**区**](https://a.jp/x_(y)~z)") == [
        [("練馬", (), "ねりま", ""), ("の", (), "", ""), ("区", ("strong",), "", "https://a.jp/x_(y)~z")]
    ]


def test_a_newline_breaks_and_an_empty_line_begins_a_paragraph() -> None:
    assert runs("一\n二\n \n三") == [[("一\n二", (), "", "")], [("三", (), "", "")]]
    lines = runs("一\n二\n\n三", paragraph_per_line=True)
    assert [text for ((text, *_),) in lines] == ["一", "二", "三"]


def test_backslash_takes_the_next_character() -> None:
    assert runs(r"\*\*a\{b\|c\\") == [[("**a{b|c\\", (), "", "")]]


@pytest.mark.parametrize(
    ("source", "place", "message"),
    [
        ("あ**い", (3, 8), "not closed"),
        ("あ\n\nい__う", (5, 2), "not closed"),
        ("**あ==い**う==", (3, 13), 'closes before "=="'),
        ("あ{い|}", (3, 8), "without its reading"),
        ("{|い}", (3, 7), "without its base"),
        ("あ{い", (3, 8), "without its other half"),
        ("[あ](javascript:x)", (3, 11), 'may not lead to "javascript:"'),
        ("[あ](www.a.jp)", (3, 11), "is no URL"),
        ("[](https://a.jp)", (3, 7), "a link without text"),
    ],
)
def test_mistakes_are_told_at_their_place(source: str, place: tuple[int, int], message: str) -> None:
    report = Report()
    parse(Text(source, HERE), report)
    (found,) = report.diagnostics
    assert found.origin == Origin("a.yaml", *place)
    assert message in found.message
    assert found.hint
