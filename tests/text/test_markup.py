"""Inline marks become runs; mistakes are told at their marks."""

from __future__ import annotations

import pytest

from report.messages import Origin, Report
from report.messages.wording import english
from report.source import Written
from report.text import Break, Expression, Inline, Ruby, Text
from tests.words import written

HERE = Origin("a.yaml", 3, 7)


SIGNS = {"may": "|", "never": "~", "must": "/"}


def runs(source: str) -> list[list[tuple[str, ...]]]:
    """Of each paragraph the words of each run with their marks, their reading and where they lead; breaks as signs."""
    report = Report()
    found = written(source, HERE, report)
    assert report.diagnostics == ()
    return [[_shown(inline) for inline in paragraph] for paragraph in found.paragraphs]


def _shown(inline: Inline) -> tuple[str, ...]:
    if isinstance(inline, Break):
        return (SIGNS[inline.kind],)
    reading = "/".join(inline.readings) if isinstance(inline, Ruby) else ""
    return (inline.text, *inline.marks, *filter(None, (reading, inline.link)))


def test_marks_nest_and_signs_are_breaks() -> None:
    assert runs("約__8,500__人の**定員==拡大==**|を~実現\n") == [
        [
            ("約",),
            ("8,500", "number"),
            ("人の",),
            ("定員", "strong"),
            ("拡大", "strong", "marker"),
            ("|",),
            ("を",),
            ("~",),
            ("実現",),
        ]
    ]
    assert runs("a\u200bb\u00adc\u2060d\ufeffe") == [
        [("a",), ("|",), ("b",), ("|",), ("c",), ("~",), ("d",), ("~",), ("e",)]
    ]


def test_ruby_and_links() -> None:
    assert runs("{練馬|ねりま}の[**区**](https://a.jp/x_(y)~z)") == [
        [("練馬", "ねりま"), ("の",), ("区", "strong", "https://a.jp/x_(y)~z")]
    ]
    assert runs("{練馬区|ねり|ま|く}") == [[("練馬区", "ねり/ま/く")]]


def test_expressions_are_inlines_with_the_marks_around_them() -> None:
    assert runs("計**{{ a.b[令5] | big }}**、[{{ c }}](https://a.jp)") == [
        [("計",), ("{{ a.b[令5] | big }}", "strong"), ("、",), ("{{ c }}", "https://a.jp")]
    ]


def test_a_newline_breaks_and_an_empty_line_begins_a_paragraph() -> None:
    assert runs("一\n二\n \n三") == [[("一",), ("/",), ("二",)], [("三",)]]


def test_backslash_takes_the_next_character() -> None:
    assert [text for ((text, *_),) in runs(r"\*")] == ["*"]
    assert written(r"\*\*a\{b\|c\\", HERE).plain == "**a{b|c\\"


def test_every_run_knows_the_place_of_each_character() -> None:
    source = "ab\\*c\n{{ x }}の**強\u200e調**"
    lines = source.split("\n")
    for run in written(source, HERE).runs:
        for index, char in enumerate(run.text):
            _, line, column = run.place(index)
            assert lines[line - 3][column - (7 if line == 3 else 1)] == char


@pytest.mark.parametrize(
    "source",
    [
        "9時~17時", "0~5歳児", "10~20人", "9:00~12:00", "９~17時", "①~③", "三~五歳", "9時~夕方", "3月~", "~まで", "~",
        "月~金", "（月~金）", "月曜~金曜の午後", "午前~午後", "毎週月曜日~金曜日に",
        "昭和~令和", "春~秋", "ア~オ", "A~Z", "令和3年度~令和5年度",
        "NPO~法人", "~~取り消し~~", "a ~ b",
        "A案 | B案", "A案|B案|C案", "A|B", "ON|OFF", "1|2", "見出し||本文", "|",
        r"\1,000", r"C:\kaikaku\data", r"C:\財務\__予算__、です", r"\\server\share", r"\(^o^)/", r"一\n二", "100\\",
        "https://x.jp/~zaisei/a__b__c.html?x=**&y==", "a__b__c.html", "a__b@c.jp", "a==b", "a == b == c", "2**10",
        "https://x.jp/a?x=1|2&y=a|b",
        "2 ** 10",
        "氏名____", "****です", "====", "(^^)と(^^)", "(^^;と(^^;", "***強調***",
    ],
)  # fmt: skip
def test_signs_that_can_be_text_are_printed_as_typed(source: str) -> None:
    assert runs(source) == [[(source,)]]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("医~療機関|が", ["医", "~", "療機関", "|", "が"]),
        ("・~ひとり~親", ["・", "~", "ひとり", "~", "親"]),
        ("**練**~{馬|ま}", ["練", "~", "馬"]),
        ("東~京~都と「か~し~わ」", ["東", "~", "京", "~", "都と「か", "~", "し", "~", "わ」"]),
        ("23区~の", ["23区", "~", "の"]),
        ("3次救急の医~療", ["3次救急の医", "~", "療"]),
        ("{{ a }}~を", ["{{ a }}", "~", "を"]),
        ("https://x.jp/|kosodate/", ["https://x.jp/", "|", "kosodate/"]),
        ("__8____9__", ["8", "9"]),
        ("No.__8__", ["No.", "8"]),
        ("==a == b==", ["a == b"]),
        (r"\~\|\*\{\\", [r"~|*{" + "\\"]),
        (r"[a]\(b)", ["[a](b)"]),
        ("**https://x.jp/a__b**です", ["https://x.jp/a__b", "です"]),
    ],
)
def test_signs_that_can_only_be_marks_are_marks(source: str, shown: list[str]) -> None:
    (paragraph,) = runs(source)
    words = [inline[0] for inline in paragraph]
    assert words == shown or "".join(words) == "".join(shown)


@pytest.mark.parametrize(
    ("source", "column", "sign"),
    [
        ("東京~大阪", 9, "~"), ("カフェ~ホール", 10, "~"), ("練馬駅~光が丘駅", 10, "~"), ("大人~こども", 9, "~"),
        ("こども~おとな", 10, "~"), ("有|無", 8, "|"), ("はい|いいえ", 9, "|"),
        ("information|registration", 18, "|"), ("R__5__", 8, "__"), ("file__name__", 11, "__"),
        ("__init__.py", 7, "__"), ("1111|代表", 11, "|"), ("{{ a }}|{{ b }}名", 14, "|"),
    ],
)  # fmt: skip
def test_a_sign_that_is_taken_for_a_mark_in_doubt_is_told(source: str, column: int, sign: str) -> None:
    report = Report()
    written(source, HERE, report)
    told = [(each.severity, each.origin, str(each.message)) for each in report.diagnostics]
    assert told == [("warning", Origin("a.yaml", 3, column), f'"{sign}" is taken as a mark here, and not printed')]


def test_a_mistake_behind_a_fold_is_told_at_its_column() -> None:
    pieces = ((0, 3, 7), (2, 4, 3), (12, 5, 5))
    report = Report()
    found = Text.read(Written("練馬区の{{ a + b }}**", HERE, pieces), report)
    (told,) = report.diagnostics
    assert told.origin == Origin("a.yaml", 5, 8)
    expression = next(run for run in found.runs if isinstance(run, Expression))
    assert expression.place(9) == Origin("a.yaml", 5, 6)
    assert [(run.text, run.origin[1:]) for run in found.runs] == [
        ("練馬", (3, 7)), ("区の", (4, 3)), ("{{ a + b }}", (4, 5)),
    ]  # fmt: skip


NOTHING = (
    "",
    " ",
    "\u3000\n\n\u00a0",
    "\n",
    "\u00ad",
    "\u200d",
    "\ufeff",
    "\u200e",
    "\u200b\u2060",
    "\ufe00",
    "**\u200e**",
)


@pytest.mark.parametrize("source", NOTHING)
def test_a_text_of_nothing_to_see_is_empty(source: str) -> None:
    assert not written(source, HERE)


def test_what_shapes_a_neighbour_is_kept() -> None:
    source = "葛\U000e0100と\U0001f469\u200d\U0001f466"
    assert written(source + "\u200d", HERE).plain == source


def test_a_text_can_be_cut_between_two_characters() -> None:
    name, small = written("相談**（電話~で）**も", HERE).cut(2)
    assert (name.plain, small.plain, small.origin.column) == ("相談", "（電話で）も", 11)
    head, tail = written("相談（電話）", HERE).cut(2)
    assert (head.plain, tail.plain, tail.origin.column) == ("相談", "（電話）", 9)


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
        ("計{{ a.b }}の**x", (3, 18), '"**" is not closed'),
        ("ab{{ care", (3, 9), 'braces "{{" are not closed'),
        ("a\tb", (3, 8), "control character U+0009"),
        ("{\u00ad|かな}です", (3, 7), "ruby without its base"),
    ],
)
def test_mistakes_are_reported_at_their_place(source: str, place: tuple[int, int], message: str) -> None:
    report = Report()
    written(source, HERE, report)
    (found,) = report.diagnostics
    assert found.origin == Origin("a.yaml", *place)
    assert message in str(found.message)
    assert english(found.message, found.hint).hint


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("か\u3099くe\u0301A", "がくéA"),
        ("あ\u3099い", "あ\u3099い"),  # no character for both
        ("\u1112\u1161\u11ab글", "한글"),
        ("﨑\ufa11神", "﨑\ufa11神"),  # these would be other forms (NFC)
        ("{か\u3099|が}{字|か\u3099}", "がが字が"),
    ],
)
def test_marks_are_composed_with_their_characters(source: str, words: str) -> None:
    (paragraph,) = runs(source)
    assert "".join(map("".join, paragraph)) == words


def test_characters_after_a_composed_one_know_their_places() -> None:
    (paragraph,) = written("か\u3099く**か\u309aけ\u3099字**", HERE, Report()).paragraphs
    places = [(char, run.place(i).column - 6) for run in paragraph for i, char in enumerate(run.text)]
    assert places == [("が", 1), ("く", 3), ("か", 6), ("\u309a", 7), ("げ", 8), ("字", 10)]


@pytest.mark.parametrize(
    ("source", "columns"),
    [
        ("葛\U000e0100", []),
        ("\U000e0100葛", [7]),
        ("葛\U000e0100\U000e0101と", [9]),
        ("a \ufe0fb", [9]),
        ("{葛\ufe00\ufe01|\ufe0fかつ}", [10, 12]),
    ],
)
def test_a_selector_that_selects_nothing_is_told(source: str, columns: list[int]) -> None:
    report = Report()
    written(source, HERE, report)
    assert [(each.severity, each.message.id, each.origin.column) for each in report.diagnostics] == [
        ("warning", "selector-alone", column) for column in columns
    ]
