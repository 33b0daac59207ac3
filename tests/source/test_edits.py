"""Changes to YAML and CSV: what is meant changes, and nothing else."""

from __future__ import annotations

import pytest

from report.source.edits import Drop, Put, Rename, edited, value
from report.source.row_edits import Row, edited_rows
from report.source.syntax import tree

NEW = Put(("data", "令6"), "{ status: open }", "令5")
PUT = {
    "flow": ("data: {令4: 1, 令5: 3} # c\n", "data: {令4: 1, 令5: 3, 令6: { status: open }} # c\n"),
    "block": (
        "data:\n  令4: 1\n  令5: 3 # c\n  # d\nx: 1\n",
        "data:\n  令4: 1\n  令5: 3 # c\n  令6: { status: open }\n  # d\nx: 1\n"),
    "before later years": ("data: { 令5: 3, 令7: 4 }\n", "data: { 令5: 3, 令6: { status: open }, 令7: 4 }\n"),
    "quoted keys": ("data: { '令5': 3 }\n", "data: { '令5': 3, 令6: { status: open } }\n"),
    "CRLF": ("data:\r\n  令5: 3\r\nx: 1\r\n", "data:\r\n  令5: 3\r\n  令6: { status: open }\r\nx: 1\r\n"),
    "BOM": ("\ufeffdata: { 令5: 3 }\n", "\ufeffdata: { 令5: 3, 令6: { status: open } }\n"),
    "no end of line": ("data: { 令5: 3 }", "data: { 令5: 3, 令6: { status: open } }"),
    "block in block": (
        "data:\n  令5:\n    value: 3 # c\n    note: |\n      a\n      b\n\nx: 1\n",
        "data:\n  令5:\n    value: 3 # c\n    note: |\n      a\n      b\n\n  令6: { status: open }\nx: 1\n",
    ),
    "open already": ("data: { 令5: 3, 令6: 4 }\n", "data: { 令5: 3, 令6: { status: open } }\n"),
}  # fmt: skip


@pytest.mark.parametrize("case", PUT)
def test_a_value_is_put_beside_the_others(case: str) -> None:
    before, after = PUT[case]
    assert edited(before.encode(), [NEW]).decode() == after


def test_years_of_the_west_stay_numbers() -> None:
    made = edited(b"data:\n  2022: 1\n  2023: 3\n", [Put(("data", "2024"), "5", "2023")])
    assert made == b"data:\n  2022: 1\n  2023: 3\n  2024: 5\n"


def test_a_value_gets_years() -> None:
    edits = [Put(("a",), "{ 令5: 65, 令6: 66 }"), Rename(("a",), "values"), Put(("as-of",), "04-01")]
    made = edited("a: 65 # 校\nas-of: 2023-04-01\n".encode(), edits)
    assert made.decode() == "values: { 令5: 65, 令6: 66 } # 校\nas-of: 04-01\n"


def test_a_year_is_dropped() -> None:
    assert edited("a: { 令5: 3, 令6: 4 }\n".encode(), [Drop(("a", "令6"))]).decode() == "a: { 令5: 3}\n"


@pytest.mark.parametrize(
    "text, edit",
    [
        ("a:\n  b: 1\n  c: 2 # 理由\nd: 1\n", Drop(("a", "c"))),
        ("a:\n  # 理由\n  b: 1\nd: 1\n", Put(("a",), "3")),
        ("a: 1\n", Put(("b", "c"), "3")),
        ("a: [1]\n", Put(("a", "c"), "3")),
        ("a: 1\n", Drop(("b",))),
    ],
)  # fmt: skip
def test_what_would_lose_a_comment_or_its_place_is_refused(text: str, edit: Put | Drop) -> None:
    with pytest.raises(ValueError):
        edited(text.encode(), [edit])


WORDS = (
    "区の統計",
    "a: b",
    "a, b",
    "# x",
    "1",
    "",
    "- x",
    "年度 #1",
    "{x",
    "true",
    "https://x/y?a=1,2",
    " x",
    "a\nb",
    "=1",
    '"',
)


@pytest.mark.parametrize("words", WORDS)
def test_any_words_can_be_a_value(words: str) -> None:
    made = edited(b"a: { b: 1 }\n", [Put(("a", "c"), value(words))])
    assert tree(made.decode())["a"]["c"] == ("tag:yaml.org,2002:str", words)


TABLE = 'year,value,status,source\n令3,55,,"a,b"\n令5,62,,区\n'
ROWS = {
    "a new row": (TABLE, Row("year", "令6", {"status": "open"}, "令5"), TABLE + "令6,,open\n"),
    "between": (
        TABLE, Row("year", "令4", {"value": "60", "note": 'x, "y"'}, "令3"),
        'year,value,status,source,note\n令3,55,,"a,b"\n令4,60,,,"x, ""y"""\n令5,62,,区\n',
    ),
    "CRLF": (
        TABLE.replace("\n", "\r\n"), Row("year", "令5", {"value": "60"}),
        TABLE.replace("62", "60").replace("\n", "\r\n")),
    "BOM, a new column": (
        "\ufeffyear,value\n令5,62",
        Row("year", "令6", {"status": "open"}), "\ufeffyear,value,status\n令5,62\n令6,,open\n"),
    "gone": (TABLE, Row("year", "令5", None), 'year,value,status,source\n令3,55,,"a,b"\n'),
    "answered": (
        "year,value,status\n令6,,open\n", Row("year", "令6", {"value": "3", "status": ""}),
        "year,value,status\n令6,3,\n"),
    "spaces": (
        " year , value \n 令5 , 3 \n 令6 , 3 \n", Row("year", "令6", {"value": "4"}),
        " year , value \n 令5 , 3 \n 令6 ,4\n"),
    "behind a long cell": (
        'year,value,note\n令5,62,"a\nb"\n令6,,\n', Row("year", "令6", {"value": "3"}),
        'year,value,note\n令5,62,"a\nb"\n令6,3,\n'
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ROWS)
def test_rows_change_alone(case: str) -> None:
    before, row, after = ROWS[case]
    assert edited_rows(before.encode(), [row]).decode() == after


def test_a_row_of_several_lines_is_refused() -> None:
    with pytest.raises(ValueError):
        edited_rows('year,value,note\n令5,62,"a\nb"\n'.encode(), [Row("year", "令5", {"value": "3"})])
