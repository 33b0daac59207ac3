"""Trees of YAML: the same with a cache as without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.cache import NOTHING, Cache
from report.messages import Report
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
    assert str(told.message) == "YAML syntax: control characters are not allowed"


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
