"""The one table of classes against JLREQ's appendix A (tests/golden/classes.tsv), and the tables as they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from report.compose import tables
from report.compose.characters import CLASSES, MEMBERS, UNIT, WIDE_TWINS, CharClass, classify
from report.compose.spacing import grid

ROOT = Path(__file__).parents[2]
WARICHU = {28, 29}  # not set by this engine; the same brackets as in cl-01 and cl-02
WIDE = {narrow: wide for wide, narrow in WIDE_TWINS.items()}


def appendix() -> Iterator[tuple[int, str]]:
    for line in (ROOT / "tests/golden/classes.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, points = line.split("\t")
        for point in points.split():
            first, _, last = point.partition("-")
            if last:
                yield from ((int(name[3:]), chr(cp)) for cp in range(int(first, 16), int(last, 16) + 1))
            else:
                yield int(name[3:]), "".join(chr(int(part, 16)) for part in point.split("+"))


LISTED: dict[str, set[int]] = {}
for kind, text in appendix():
    LISTED.setdefault(text, set()).add(kind)


def reached(text: str) -> set[int]:
    """The classes a character takes by itself, as a full-width form, in a word, in a number."""
    contexts = {text: 0, WIDE.get(text, text): 0, f"a{text}a": 1, f"1{text}1": 1, f"1{text}000": 1}
    return {classify(context)[at] for context, at in contexts.items()}


@pytest.mark.parametrize("kind", sorted(set().union(*LISTED.values()) - WARICHU - {25}))
def test_every_character_of_appendix_a_takes_its_class(kind: int) -> None:
    missing = [text for text, kinds in LISTED.items() if kind in kinds and kind not in reached(text)]
    if kind == CharClass.IDEOGRAPH:  # Greek and Cyrillic are set as words
        missing = [text for text in missing if not re.match(r"[\u0370-\u052F↔]", text)]  # ↔: a math symbol, too
    elif kind == CharClass.WESTERN:  # what every Japanese face draws on a full em is an ideograph or a mark
        missing = [text for text in missing if not LISTED[text] & set(range(1, 20)) and len(text) == 1]
    assert missing == []


def test_no_character_takes_a_class_that_appendix_a_does_not_give_it() -> None:
    strange = {text: CLASSES[text] for text, kinds in LISTED.items() if len(text) == 1 and CLASSES[text] not in kinds}
    assert strange == {}


def test_units_are_made_of_the_characters_listed_for_them() -> None:
    units = ["km", "mm", "kg", "g", "mL", "L", "t", "kW", "kWh", "V", "Hz", "hPa", "kcal", "MB", "km/h"]
    for unit in units:
        assert set(classify(f"5{unit}")[1:]) == {CharClass.UNIT}, unit
        assert all(25 in LISTED[char] for char in unit)
    assert UNIT.search("5G") is None and UNIT.search("A4判") is None


def test_full_and_half_width_forms_are_of_the_class_of_their_twins() -> None:
    assert classify("（！：，．＝＋％￥") == classify("(!:,.=+%¥")
    assert classify("｡｢｣､･ｰｱｧ") == classify("。「」、・ーアァ")
    assert set(classify("Ａ９＆＠")) == {CharClass.IDEOGRAPH}


def test_nothing_else_in_the_house_lists_punctuation() -> None:
    """Three brackets, stops or commas in a row are a list; characters.py has the only ones."""
    marks = "".join(MEMBERS[kind] for kind in (CharClass.FULL_STOP, CharClass.COMMA, CharClass.CLOSING_BRACKET))
    japanese = "[" + "".join(re.escape(mark) for mark in marks if ord(mark) > 0x2FFF) + "]"
    files = sorted({*(ROOT / "report").rglob("*.py")} - {ROOT / "report/compose/characters.py"})
    assert len(files) > 200
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for string in re.findall(r'"([^"]*)"', line.partition("#")[0]):
                assert not re.search(f"{japanese}{{3}}", string), f"{file.name}:{number}: {string}"


@pytest.mark.parametrize("table", ["SPACING", "BREAKS", "REDUCTION", "EXPANSION"])
def test_tables_have_a_cell_for_every_pair(table: str) -> None:
    rows = grid(getattr(tables, table))
    kinds = {int(kind) for kind in CharClass}
    assert set(rows) - {31} == kinds
    assert all(set(row) - {31} == kinds for row in rows.values())


def test_what_may_not_begin_a_line_has_no_break_before_it() -> None:
    spacing, breaks = grid(tables.SPACING), grid(tables.BREAKS)
    barred = {kind for kind, cell in spacing[31].items() if cell == "xx" and kind != 31}
    assert barred == {2, 3, 4, 5, 6, 7, 9, 10, 11, 20}
    assert all(row[kind] == "x" for row in breaks.values() for kind in barred)
    assert all(cell == "x" for kind in (1, 12) for cell in breaks[kind].values())
