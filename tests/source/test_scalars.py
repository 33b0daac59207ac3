"""Scalars that take several lines: no space where a line ends between two Japanese characters; every place is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.cache import NOTHING
from report.messages import Report
from report.source import Written
from report.source.annotations import Name
from report.source.reader import Reader
from report.source.syntax import Mapping, parse


def read(folder: Path, text: str) -> Written:
    """The value of the one key of a file."""
    file, report = folder / "a.yaml", Report()
    file.write_text(text, encoding="utf-8")
    node = parse(file, "a.yaml", report, NOTHING)
    assert isinstance(node, Mapping) and not report.diagnostics
    written = Reader("a.yaml", report).written(node.value[0][1])
    assert written
    return written


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("増やし、", "待機児童", ""),
        ("なくし", "ました", ""),
        ("カー", "ナビ", ""),
        ("ｶﾅ", "区", ""),  # half-width kana
        ("ＡＢ", "ＣＤ", ""),
        ("です。", "「区", ""),
        ("です。", "\u3000次", ""),  # an author's own indentation stays
        ("区…", "次", ""),  # ambiguous signs beside a wide one
        ("区", "※注", ""),
        ("①", "区", ""),
        ("これは――", "――です", ""),
        ("①", "②㈱", ""),
        ("a…", "…b", " "),
        ("葛\U000e0100", "飾", ""),
        ("**強調**", "です", ""),  # marks are looked through
        ("{練馬|ねりま}", "区", ""),
        ("区", "{練馬|ねりま}", ""),
        ("[区](https://a.jp)", "です", ""),
        ("定員{{ a | big }}", "です", ""),
        ("都|", "市", ""),
        ("Nerima", "City", " "),
        ("練馬", "City", " "),
        ("5", "人", " "),
        ("…", "―", " "),
        ("{{ a }}", "{{ b }}", " "),
        ("한국", "어", " "),
        ("a\u200b", "b", ""),
    ],
)
@pytest.mark.parametrize(
    "form", ["a: {}\n   {}", "a:\n  {}\n  {}", "a: '{}\n  {}'", 'a: "{}\n\n   {}"', "a: >\n  {}\n  {}\n"]
)
def test_a_line_that_folds_between_japanese_characters_leaves_no_space(
    form: str, before: str, after: str, between: str, tmp_path: Path
) -> None:
    if form.startswith('a: "'):  # an empty line is no fold
        between = "\n"
    if before.startswith(("{", "[", "*")) and not form.startswith("a: >"):
        before = f"x{before}"
    found = read(tmp_path, form.replace("{}", before, 1).replace("{}", after))
    assert found.text == before + between + after


@pytest.mark.parametrize(
    "text",
    [
        "a: 練馬区を\n  増やす City\n    of Nerima",
        "a: '練馬''区を\n\n  増やす'",
        'a: "練\\u3042馬\\n区 \\\n   を\n   増やす\\""',
        "a: >\n  練馬\n  区\n  x y\n\n  段落\n   more\n  end\n",
        "a: |2\n    練馬\n\n   区\n",
        "a: >-\n\n  練馬\n\n\n  区",
    ],
)
def test_every_character_stands_where_its_place_says(text: str, tmp_path: Path) -> None:
    found, lines = read(tmp_path, text), text.split("\n")
    seen = 0
    for offset, char in enumerate(found.text):
        _, line, column = found.place(offset)
        if char not in ' \n"あ':  # as they are in the file
            assert lines[line - 1][column - 1] == char
            seen += 1
    assert seen >= 3


def test_spaces_that_an_author_typed_stay(tmp_path: Path) -> None:
    assert read(tmp_path, "a: 練馬 区は\n  東京 都").text == "練馬 区は東京 都"
    assert read(tmp_path, "a: |\n  練馬 区は \n  東京\n").text == "練馬 区は \n東京"


def test_names_fold_too(tmp_path: Path) -> None:
    file, report = tmp_path / "a.yaml", Report()
    file.write_text("a: 公園の\n  面積", encoding="utf-8")
    node = parse(file, "a.yaml", report, NOTHING)
    assert isinstance(node, Mapping)
    assert Reader("a.yaml", report).value(node.value[0][1], str) == Name("公園の面積")
