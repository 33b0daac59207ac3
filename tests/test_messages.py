"""Every message has a row with both languages, every row is used, and each call gives the values of its row."""

from __future__ import annotations

import ast
import importlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from report.messages import Diagnostic, Foreign, Message, Origin, Report, did_you_mean, message, yaml
from report.messages.libraries import LIBRARIES, foreign
from report.messages.shown import json_text, shown
from report.messages.wording import ROWS, TABLES, english, japanese
from report.source import read

HOUSE = Path(__file__).parent.parent / "report"


def calls() -> Iterator[tuple[str, set[str | None]]]:
    """The id and the names of the values of every message that is made; None among them: more by `**`. A check of
    finished PDFs has an id and no values."""
    for file in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name("message"), args=[ast.Constant(str(id))], keywords=values):
                    yield id, {value.arg for value in values}
                case ast.Call(func=ast.Name("Check"), args=[ast.Constant(str(id)), *_]):
                    yield id, set()


CALLS = tuple(calls())


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_every_id_has_one_row_and_every_row_is_used() -> None:
    assert {id for id, _ in CALLS} == set(ROWS)
    assert sum(len(rows) for table in TABLES for rows in (table.ROWS, getattr(table, "PARTS", {}))) == len(ROWS)


def test_every_call_gives_the_values_of_its_row() -> None:
    for id, given in CALLS:
        needed = set().union(*map(fields, ROWS[id]))
        assert given == needed or (None in given and given - {None} <= needed), id


@pytest.mark.parametrize("id", ROWS)
def test_japanese_is_whole_short_and_uses_only_the_values_there_are(id: str) -> None:
    row = ROWS[id]
    values = fields(row.english) | fields(row.hint)
    for template in row:
        assert fields(template) <= values
    assert len(row.japanese) <= 60 and len(row.hint_japanese) <= 60
    assert row.japanese and bool(row.hint) == bool(row.hint_japanese)
    if any(id in table.ROWS for table in TABLES):
        assert row.japanese.endswith(("。", "{problem}", "{reason}"))


def test_texts_of_libraries_are_whole_in_japanese() -> None:
    assert all(text.endswith("。") for text in (*LIBRARIES.values(), *yaml.TEXTS.values(), *yaml.PATTERNS.values()))


def test_every_text_of_libyaml_is_there_in_japanese() -> None:
    """As they stand in the library itself."""
    beginnings = (
        "did not find|could not find|found|mapping|block sequence|control|expected a|but found|second|duplicate"
    )
    content = Path(importlib.import_module("yaml._yaml").__file__).read_bytes()
    texts = {found.decode() for found in re.findall(rf"(?:{beginnings})(?: [ -~]+)".encode(), content)}
    texts = {text for text in texts if "->" not in text and "for imported type" not in text}  # of the code, of Cython
    assert "did not find expected ',' or ']'" in texts and len(texts) > 35
    assert not {text for text in texts if foreign(text) == text}


@pytest.mark.parametrize(
    ("text", "japanese"),
    [
        ("found unknown escape character 'q'", "「\\」のあとの 'q' が正しくありません。"),
        (
            "expected escape sequence of 2 hexadecimal numbers, but found 'g'",
            "「\\」のあとの文字番号が正しくありません。",
        ),
        (
            "expected alphabetic or numeric character, but found 'あ'",
            "「&」や「*」で始まる値は引用符で囲んでください。",
        ),
        ("found undefined tag handle '!a!'", "「!」で始まる値は引用符で囲んでください。"),
    ],
)
def test_texts_of_pyyaml_s_own_parser_in_japanese(text: str, japanese: str) -> None:
    assert foreign(text) == japanese


@pytest.mark.parametrize(
    ("made", "hint", "expected"),
    [
        (
            message("figure-unknown", id="{a}"),
            did_you_mean("bb", ["bbb"]),
            ("「{a}」という数値はありません。", "もしかして「bbb」？"),
        ),
        (message("key-missing", key="c"), did_you_mean("", "ab"), ("項目「c」がありません。", "使えるもの：a, b")),
        (message("key-twice", key="a"), None, ("項目「a」が2回書かれています。", "")),
        (message("list-empty"), None, ("このリストは空です。", "項目を1つずつ「- 」で始めてください。")),  # its own
        (
            message("yaml-wrong", problem=message("wide-colon")),  # of the message within
            None,
            ("YAMLの書き方に誤りがあります。全角の「：」があります。", "半角の「:」と空白を書いてください。"),
        ),
        (
            message("expected", wanted=message("one-of", words="a, b"), found=message("quoted", text="no list")),
            None,
            ("a, b のどれかを書いてください（今は「no list」です）。", ""),
        ),
        (message("yaml-wrong", problem=Foreign("new")), None, ("YAMLの書き方に誤りがあります。new", "")),
        (
            message("picture-unusable", file="a.png", problem=Foreign("Permission denied")),
            None,
            ("a.png：権限がありません。", "ファイルを確かめてください。"),
        ),
    ],
)
def test_messages_in_japanese(made: Message, hint: Message | None, expected: tuple[str, str]) -> None:
    assert japanese(made, hint) == expected


def test_a_hint_at_the_call_replaces_the_row_s() -> None:
    made = message("picture-unknown", what=message("icon"), name="a", folder="icons", ending=".svg")
    assert str(Diagnostic("error", None, made)) == 'error: no icon named "a"\n  hint: put a.svg into icons/'
    assert english(made, did_you_mean("a", ["ab"])) == ('no icon named "a"', 'did you mean "ab"?')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No space left on device", "ディスクに空きがありません。"),
        ("found character '\\t' that cannot start any token", "文字 '\\t' では値を始められません。"),
        ("unknown to us", "unknown to us"),
    ],
)
def test_texts_of_libraries_in_japanese(text: str, expected: str) -> None:
    assert foreign(text) == expected


def test_broken_yaml_is_reported_in_plain_japanese(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    for text in (
        "a: [1",
        "a: [1 2: }",
        "a: {b",
        "a: b: c",
        "- a\nb: c",
        "a: 'b",
        "a: @b",
        'a: "\\q"',
        "a: b\n c: d",
        "%x",
        "a: !<b c",
    ):
        file.write_text(text, encoding="utf-8")
        report = Report()
        assert read(file, dict[str, str], report) is None
        (found,) = report.diagnostics
        assert not re.search("[a-z]{3}", japanese(found.message).text.replace("YAML", "")), found


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a\nb\r\tc", r'key "a\nb\r\tc" stands twice'),
        ("\x1b[2J\x07\x7f\x9b", r'key "\x1b[2J\x07\x7f\x9b" stands twice'),
        ("a\u202e\u2066\u200b\u2028\x85", r'key "a<U+202E><U+2066><U+200B><U+2028>\x85" stands twice'),
        ("葛\U000e0100", 'key "葛\U000e0100" stands twice'),
        ("長" * 5000, f'key "{"長" * 399}…" stands twice'),
    ],
)
def test_a_value_neither_breaks_nor_steers_a_message(value: str, text: str) -> None:
    assert str(message("key-twice", key=value)) == text
    assert "\n" not in japanese(message("yaml-wrong", problem=Foreign(value))).text
    assert str(Diagnostic("error", Origin(value[:9]), message("list-empty"))).startswith(shown(value[:9]))


def test_json_stays_json_and_has_no_such_character() -> None:
    value = ["\x7f\x9b\u202e\U000e0041\n\t", {"a": "練馬\u2028"}]
    made = json_text(value)
    assert json.loads(made) == value
    assert "練馬" in made and not re.search("[\x7f-\x9f\u2028\u202e\U000e0041]", made)
