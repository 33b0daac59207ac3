"""Trees of YAML: the same with a cache as without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.cache import NOTHING, Cache
from report.messages import Report
from report.messages.wording import english
from report.source import syntax

TEXT = """a: [1, 2.5, yes, ~, "x"]
b: |
  one
  two
? {c: 'd'}
: []
"""


def test_a_tree_comes_back_equal_and_yaml_is_not_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, cache = tmp_path / "a.yaml", Cache(tmp_path / "cache")
    file.write_text(TEXT, encoding="utf-8")
    report = Report()
    plain = syntax.parse(file, "a.yaml", report, NOTHING)
    assert isinstance(plain, syntax.Mapping)
    (_, entries), *_ = plain.value
    assert [each.kind for each in entries.value] == ["int", "float", "bool", "null", "str"]  # type: ignore[union-attr]
    assert syntax.parse(file, "a.yaml", report, cache) == plain
    monkeypatch.setattr(syntax, "_composed", None)
    assert repr(syntax.parse(file, "another name", report, cache)) == repr(plain)
    assert not report.diagnostics


def test_a_mistake_is_told_each_time(tmp_path: Path) -> None:
    file, cache = tmp_path / "a.yaml", Cache(tmp_path / "cache")
    file.write_text("a: [", encoding="utf-8")
    for _ in range(2):
        report = Report()
        assert syntax.parse(file, "a.yaml", report, cache) is None
        assert len(report.diagnostics) == 1
    file.write_text("a: 1", encoding="utf-8")
    assert syntax.parse(file, "a.yaml", Report(), cache) is not None


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("a: **b** c", 4, 'a value cannot begin with "*"'),
        ("a: {b: *い*}", 8, 'a value cannot begin with "*"'),
        ("- &い", 3, 'a value cannot begin with "&"'),
        ("a:\n\t- b", 1, "a tab where only spaces may stand"),
        ("a: b\n  \tc: d", 3, "a tab where only spaces may stand"),
        ("a: |\n\tb", 1, "a tab where only spaces may stand"),
        ("- a\n-\tb: c", 2, "a tab where only spaces may stand"),
        ("\ta: {{ b", 1, "a tab where only spaces may stand"),
        ("a: '*\tb", 4, "found unexpected end of stream"),
    ],
)
def test_tabs_and_marks_of_emphasis_are_told_where_they_stand(
    text: str, column: int, message: str, tmp_path: Path
) -> None:
    file, report = tmp_path / "a.yaml", Report()
    file.write_text(text, encoding="utf-8")
    assert syntax.parse(file, "a.yaml", report, NOTHING) is None
    (told,) = report.diagnostics
    assert told.origin is not None
    assert (told.origin.line, told.origin.column) == (text.count("\n") + 1, column)
    assert str(told.message) == f"YAML syntax: {message}"


def test_a_control_character_is_told_where_it_stands(tmp_path: Path) -> None:
    file, report = tmp_path / "a.yaml", Report()
    file.write_text("練馬: 区\n窓口: 北\x07\n担当: 南\n", encoding="utf-8")
    assert syntax.parse(file, "a.yaml", report, NOTHING) is None
    (told,) = report.diagnostics
    assert told.origin == ("a.yaml", 2, 6)
    assert str(told.message) == "control character U+0007 in the text"


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("a: 1\nb: {c: d,\n  e: f\n", 2, 4, "close the quote or bracket that opens here"),
        ("a:\n  - [b", 2, 5, "close the quote or bracket that opens here"),
        ("a: 'b\n", 1, 4, "close the quote or bracket that opens here"),
        ("a: [b,\n  c,\n", 2, 5, "check the indentation, and put quotes around a value with a colon in it"),
    ],
)
def test_a_file_that_ends_too_early_is_told_at_a_line_that_it_has(
    text: str, line: int, column: int, hint: str, tmp_path: Path
) -> None:
    file, report = tmp_path / "a.yaml", Report()
    file.write_text(text, encoding="utf-8")
    assert syntax.parse(file, "a.yaml", report, NOTHING) is None
    (told,) = report.diagnostics
    assert told.origin == ("a.yaml", line, column)
    assert str(told.hint) == hint


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 子育て #保活 と #区", [(1, 8, "#保活")]),
        ("- a\n- #b", [(2, 3, "#b")]),
        ("a: b  #c\nd: e", [(1, 7, "#c")]),
        ('a: "b #c"\nd: |\n  e #f\ng: h#i # j #k', []),
        ("# a #b\na: b # c\n  # d #e\n", []),
        ("a: b\n#c", []),
    ],
)
def test_a_hashtag_that_yaml_takes_for_a_comment_is_told(
    tmp_path: Path, text: str, told: list[tuple[int, int, str]]
) -> None:
    file, report = tmp_path / "a.yaml", Report()
    file.write_text(text, encoding="utf-8")
    syntax.parse(file, "a.yaml", report, NOTHING)
    wanted = [
        ("warning", line, column, f'"{word}" and what follows is a comment to YAML') for line, column, word in told
    ]
    found = [(each.severity, each.origin.line, each.origin.column, str(each.message)) for each in report.diagnostics]
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: 1\n---\nb: 2\n", 2, 1, "a second document begins here, and a file holds one"),
        ("---\na: 1\n...\n\nb: 2", 5, 1, "a second document begins here, and a file holds one"),
        ("a: !include x.yaml", 1, 4, '"!include" is a tag of YAML, and tags are not taken'),
        ('- !!int "3"', 1, 3, '"!!int" is a tag of YAML, and tags are not taken'),
        (
            "a: [!!python/object:os.system x]",
            1,
            5,
            '"!!python/object:os.system" is a tag of YAML, and tags are not taken',
        ),
        ("a: !<tag:x> y", 1, 4, '"!<tag:x>" is a tag of YAML, and tags are not taken'),
        ("! a: b", 1, 1, '"!" is a tag of YAML, and tags are not taken'),
        ("a: 区\u2028b", 1, 5, "U+2028, which YAML takes for the end of a line"),
        ("a: 区\n# \u2029b", 2, 3, "U+2029, which YAML takes for the end of a line"),
        ('a: "\x85"', 1, 5, "U+0085, which YAML takes for the end of a line"),
        ("a: 1\n\ufeffb: 2", 2, 1, "a byte order mark (U+FEFF) within the file"),
        ("a: |\n  \ufeffb", 2, 3, "a byte order mark (U+FEFF) within the file"),
        ("区: 1\n窓: 口\x0b", 2, 5, "control character U+000B in the text"),
        ("区: 1\x7f", 1, 5, "control character U+007F in the text"),
        ("\x9b5m: 1", 1, 1, "control character U+009B in the text"),
        ("a: 1 # \x1b", 1, 8, "control character U+001B in the text"),
        ("a: \ufffe", 1, 4, "control character U+FFFE in the text"),
        (
            "a:\n\u00a0\u00a0b: 1\n\u00a0\u00a0c: 1\n  d: 2",
            2,
            1,
            "YAML syntax: U+00A0 where only half-width spaces may stand",
        ),
        ("a:\n \u2009b: 1\n  c: 2", 2, 2, "YAML syntax: U+2009 where only half-width spaces may stand"),
        ("a:1\nb: 2", 1, 2, 'YAML syntax: a space is missing behind ":"'),
        (
            "a:\n  - b: 待機児童を\n    なくした\n  - c: 1",
            3,
            5,
            "this line is neither an entry nor part of the text before it",
        ),
        ("- a\n-b", 2, 1, 'YAML syntax: a space is missing behind "-"'),
        ("-b\n-c: d", 2, 1, 'YAML syntax: a space is missing behind "-"'),
        ("令5：108\n令6: 1", 1, 3, 'YAML syntax: a full-width "：" stands for ": "'),
    ],
)
def test_slips_in_a_file_are_told_where_they_stand(
    text: str, line: int, column: int, message: str, tmp_path: Path
) -> None:
    file, report = tmp_path / "a.yaml", Report()
    file.write_text(text, encoding="utf-8")
    assert syntax.parse(file, "a.yaml", report, NOTHING) is None
    (told,) = report.diagnostics
    assert told.origin == ("a.yaml", line, column)
    assert str(told.message) == message
    assert english(told.message, told.hint).hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: @b", 'put quotes around text that begins with "@"'),
        ("- `b`", 'put quotes around text that begins with "`"'),
        ("a: %b", 'put quotes around text that begins with "%"'),
        ("a: > b", 'put quotes around text that begins with ">"'),
        ("a: |b", 'put quotes around text that begins with "|"'),
        ("a: [新] お知らせ", 'put quotes around text that begins with "["'),
        ('a: "b" c', 'quotes go around the whole value, and a quote within them is doubled or \\"'),
        ("a: {b: 1 c: 2}", 'part entries with ", ", and put quotes around text with a comma or bracket in it'),
        ("a: {b: 1，c: 2}", 'signs of YAML are half-width; "，" is not'),
        ("a: ”b: c”", 'signs of YAML are half-width; "”" is not'),
    ],
)
def test_what_to_do_is_said(text: str, hint: str, tmp_path: Path) -> None:
    file, report = tmp_path / "a.yaml", Report()
    file.write_text(text, encoding="utf-8")
    assert syntax.parse(file, "a.yaml", report, NOTHING) is None
    (told,) = report.diagnostics
    assert str(told.hint) == hint


@pytest.mark.parametrize("text", ["\ufeffa: 1", "%YAML 1.2\n---\na: 1\n...\n", "a: hi! there\nb: ' !c'\nc: a!b"])
def test_what_is_no_slip_is_taken(text: str, tmp_path: Path) -> None:
    file, report = tmp_path / "a.yaml", Report()
    file.write_text(text, encoding="utf-8")
    assert syntax.parse(file, "a.yaml", report, NOTHING) is not None
    assert not report.diagnostics
