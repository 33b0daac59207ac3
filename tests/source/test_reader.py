"""The reader: every annotation, its shorthands, and the places it tells."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest

from report.messages import Origin, Report, message
from report.source import Length, Variant, read
from report.text import Text
from report.units import MM, Q
from tests.words import written


class Part(msgspec.Struct, frozen=True, kw_only=True):
    SHORTHAND = "words"
    SHORTHAND_MAPPING = True
    words: tuple[Text, ...]
    size: int = 0


class Kind(Variant, frozen=True, kw_only=True):
    NOUN = message("block")

    @classmethod
    def kinds(cls) -> dict[str, type]:
        return {"one-kind": OneKind}


class OneKind(Kind, frozen=True, kw_only=True):
    SHORTHAND = "name"
    name: str


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    FILLED = ("later",)
    origin: Origin
    name: str = ""
    text: Text | None = None
    flag: bool = False
    share: float = 0.0
    width: Length = 0.0
    side: Literal["left", "right"] = "left"
    parts: tuple[Part, ...] = ()
    kinds: tuple[Kind, ...] = ()
    table: dict[str, int] = {}
    as_of: str = ""
    later: str = ""


def parse(tmp_path: Path, source: str) -> tuple[Whole | None, list[str]]:
    (tmp_path / "x.yaml").write_text(source, encoding="utf-8")
    report = Report()
    with contextlib.chdir(tmp_path):
        return read(Path("x.yaml"), Whole, report), [str(found) for found in report.diagnostics]


@pytest.mark.parametrize(
    ("source", "field", "wanted"),
    [
        ("name: 01", "name", "01"),
        ("name: |\n  a\n  b\n", "name", "a\nb"),
        ("flag: true", "flag", True),
        ("share: 3", "share", 3.0),
        ("width: 2", "width", 2 * MM),
        ("width: 13.5Q", "width", 13.5 * Q),
        ("width: 0.9 pt", "width", 0.9),
        ("side: right", "side", "right"),
        ("text:", "text", None),
        ("as-of: 2023-10-01", "as_of", "2023-10-01"),
        ("table: {a: 1, b: 0}", "table", {"a": 1, "b": 0}),
    ],
)
def test_plain_values(source: str, field: str, wanted: Any, tmp_path: Path) -> None:
    found, said = parse(tmp_path, source)
    assert said == []
    assert getattr(found, field) == wanted


@pytest.mark.parametrize(
    ("part", "words", "size"),
    [
        ("a", ["a"], 0),
        ("[a, b]", ["a", "b"], 0),
        ("{words: [a], size: 2}", ["a"], 2),
    ],
)
def test_shorthand_stands_for_the_whole(part: str, words: list[str], size: int, tmp_path: Path) -> None:
    found, said = parse(tmp_path, f"parts: [{part}]")
    assert said == []
    assert found is not None
    assert [text.plain for text in found.parts[0].words] == words
    assert found.parts[0].size == size


def test_one_key_names_the_kind(tmp_path: Path) -> None:
    found, said = parse(tmp_path, "kinds:\n  - one-kind: a\n")
    assert said == []
    assert found is not None
    assert found.kinds == (OneKind(name="a"),)
    assert found.kinds[0].name.origin == Origin("x.yaml", 2, 15)


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [("text: ab", 1, 7), ("text: 'ab'", 1, 8), ("text: |\n  ab\n", 2, 3), ("\n\ntext:   ab", 3, 9)],
)
def test_text_knows_where_its_first_character_stands(source: str, line: int, column: int, tmp_path: Path) -> None:
    found, _ = parse(tmp_path, source)
    assert found is not None
    assert found.text == written("ab", Origin("x.yaml", line, column))


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        ("text: |\n    ab\n    c **d\n", 3, 7),
        ("text: |\n\n    ab\n    c **d\n", 4, 7),
        ("text: |2\n    ab\n  c **d\n", 3, 5),
        ("flag: true\ntext: |-\n      ab\n\n      c **d\n", 5, 9),
    ],
)
def test_a_mistake_in_a_block_is_reported_where_it_stands(source: str, line: int, column: int, tmp_path: Path) -> None:
    _, said = parse(tmp_path, source)
    assert [each for each in said if each.startswith(f"x.yaml:{line}:{column}: ") and "**" in each]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("nme: a", 'x.yaml:1:1: error: unknown key "nme"\n  hint: did you mean "name"?'),
        ("? [a]\n: b", "x.yaml:1:3: error: a key expected, found a list"),
        ("share: 1.0e+999", 'x.yaml:1:8: error: a number expected, found "1.0e+999"'),
        ("share: .nan", 'x.yaml:1:8: error: a number expected, found ".nan"'),
        ("flag: yes", 'x.yaml:1:7: error: true or false expected, found "yes"'),
        ("table: {a: 1, a: 2}", 'x.yaml:1:15: error: key "a" stands twice'),
        ("a", 'x.yaml:1:1: error: a mapping with name, text, flag, share, width, side expected, found "a"'),
        (
            "flag: 'a\n---",
            "x.yaml:1:7: error: YAML syntax: found unexpected document indicator\n"
            "  hint: close the quote or bracket that opens here",
        ),
    ],
)
def test_what_is_not_taken_is_told_with_its_place(source: str, said: str, tmp_path: Path) -> None:
    assert parse(tmp_path, source) == (None, [said])


PLAIN = "half-width digits, without commas"
FORM = "write half-width digits, as in 1234.5"


@pytest.mark.parametrize(
    ("written", "value"),
    [("1e3", 1000), ("1E+3", 1000), ("+5", 5), (".5", 0.5), ("5.", 5), ("1_000", 1000), ("-0.5", -0.5), ("0.5", 0.5)],
)
def test_numbers_with_one_reading_are_taken(written: str, value: float, tmp_path: Path) -> None:
    found, said = parse(tmp_path, f"share: {written}")
    assert found is not None and (found.share, said) == (value, [])


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ('"18034"', "take away the quotes: 18034"), ("'1.5'", "take away the quotes: 1.5"),
        ("089", f"write 89: {PLAIN}"), ("010", f"write 10: {PLAIN}"), ("01.5", f"write 1.5: {PLAIN}"),
        ("１０８．５", f"write 108.5: {PLAIN}"), ("18,034", f"write 18034: {PLAIN}"),
        ("18 034", f"write 18034: {PLAIN}"),
        ("▲3", f"write -3: {PLAIN}"), ("△3", f"write -3: {PLAIN}"), ("−3", f"write -3: {PLAIN}"),
        ("3万", f"write 30000: {PLAIN}"), ("50%", 'write the number alone: 50, without "%"'),
        ("18034人", 'write the number alone: 18034, without "人"'),
        ("３０㎡", 'write the number alone: 30, without "m2"'),
        ("1/2", FORM), ("12:30", FORM), ("0x1F", FORM), ("0b1", FORM), ("令和5", FORM), ("2-3", FORM),
        ("99,5", "commas part groups of three digits; a decimal point is a full stop: 99.5"),
    ],
)  # fmt: skip
def test_other_numbers_are_told_with_what_to_write(written: str, hint: str, tmp_path: Path) -> None:
    found, (said,) = parse(tmp_path, f"share: {written}")
    assert found is None
    shown = written.strip("'\"")
    assert said == f'x.yaml:1:8: error: a number expected, found "{shown}"\n  hint: {hint}'


@pytest.mark.parametrize("written", ["true", "yes", "no", "on", ".inf", "nan", "1e400", "-7e9999", "9" * 5000, "~x"])
def test_what_is_no_number_is_told(written: str, tmp_path: Path) -> None:
    found, (said,) = parse(tmp_path, f"share: {written}")
    assert found is None
    assert said.startswith("x.yaml:1:8: error: a number expected")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{name:a}", 'x.yaml:1:2: error: unknown key "name:a"\n  hint: write a space behind ":"'),
        ("{name: a, b}", 'x.yaml:1:11: error: unknown key "b"\n  hint: put quotes around text with a comma in it'),
        ("{share: 1,234}", 'x.yaml:1:11: error: unknown key "234"\n  hint: a number is written without commas'),
        ("name\u00a0: a", 'x.yaml:1:1: error: unknown key "name\u00a0"\n  hint: U+00A0 stands in it; take it away'),
        ("\u200bname: a", 'x.yaml:1:1: error: unknown key "<U+200B>name"\n  hint: U+200B stands in it; take it away'),
        (
            "parts: [[9時, ~, 5時]]",
            'x.yaml:1:14: error: text expected, found "~"\n  hint: put quotes around text that begins',
        ),
        ("name:a\n", "x.yaml:1:1: error: a mapping with name, text, flag, share, width, side expected, found"),
        ('name: "a\\eb"', "x.yaml:1:7: error: control character U+001B in the text\n  hint: delete it"),
        ("width: １２", 'x.yaml:1:8: error: a length (mm, or with a unit: "13.5Q", "0.9pt") expected, found "１２"'),
    ],
)
def test_slips_in_writing_an_entry_are_told(source: str, said: str, tmp_path: Path) -> None:
    _, (found,) = parse(tmp_path, source)
    assert found.startswith(said)


def test_a_list_within_a_list_is_a_warning(tmp_path: Path) -> None:
    found, (said,) = parse(tmp_path, "parts:\n  - 一つ\n    - 二つ\n  - '三\n    - 四'\n")
    assert found is not None
    assert said.startswith('x.yaml:3:5: warning: a line that begins with "- " goes on the text before it')


def test_later_stages_fields_are_no_keys(tmp_path: Path) -> None:
    _, said = parse(tmp_path, "later: a")
    assert said[0].startswith('x.yaml:1:1: error: unknown key "later"')


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    _, said = parse(tmp_path, "flag: 1\nshare: x\nwidth: y\nside: z\nparts: 3\n")
    assert [line.split(":")[1] for line in said] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("source", ["[" * 150 + "]" * 150, "- " * 150 + "a", "{a: " * 150 + "b" + "}" * 150])
def test_moderate_nesting_is_no_crash_but_a_message(source: str, tmp_path: Path) -> None:
    assert len(parse(tmp_path, source)[1]) == 1


@pytest.mark.parametrize("source", ["[" * 100_000, "- " * 100_000, "? " * 100_000, "{a: " * 100_000])
def test_endless_nesting_does_not_reach_the_composer(source: str, tmp_path: Path) -> None:
    _, said = parse(tmp_path, source)
    assert len(said) == 1
    assert said[0].endswith("nested more than 100 deep")


def test_a_file_that_is_read_twice_is_refused_twice(tmp_path: Path) -> None:
    file, report = tmp_path / "x.yaml", Report()
    file.write_text("name: a\nparts: [{ words: [a], size: b }]", encoding="utf-8")
    assert [read(file, Whole, report) for _ in range(2)] == [None, None]
    assert [str(error) for error in report.diagnostics] == [f'{file}:2:29: error: a whole number expected, found "b"']
    assert report.errors == 2


def test_a_file_with_a_warning_is_read_after_one_with_an_error(tmp_path: Path) -> None:
    report = Report()
    report.error(Origin("y.yaml"), "a mistake of another file")
    (tmp_path / "x.yaml").write_text("name: a #b", encoding="utf-8")
    assert read(tmp_path / "x.yaml", Whole, report) is not None
