"""Many messages of one kind about characters are one, with the characters and their places."""

from __future__ import annotations

from types import SimpleNamespace

import msgspec
import pytest

from report.messages import Message, Origin, Report, message
from report.messages.places import place_in, placed_among, placed_in
from report.messages.wording import english, japanese
from report.source import Name
from report.text import Run, Text


def missing(char: str, faces: str = "text") -> Message:
    shown = message("characters-with-codes", text=char, codes=f"U+{ord(char):04X}") if char.isprintable() else "U+E000"
    return message("character-uncovered", faces=faces, shown=shown)


def told(*found: tuple[str, int, str]) -> list[str]:
    """What is told of characters, each with its column and the faces that lack it."""
    report = Report()
    for char, column, faces in found:
        report.error(Origin("a.yaml", 1, column), missing(char, faces))
    assert report.errors == len(found)
    return [str(each).partition("\n")[0] for each in report.diagnostics]


def test_one_is_told_as_it_was() -> None:
    assert told(("圐", 3, "text")) == ['a.yaml:1:3: error: no face of text has the character "圐" (U+5710)']


def test_those_of_one_list_of_faces_are_told_together() -> None:
    assert told(("圐", 3, "text"), ("圙", 9, "bold"), ("\ue000", 4, "text"), ("圐", 5, "text"), ("圐", 6, "text")) == [
        "a.yaml:1:3: error: no face of text has these 2 characters: "
        '"圐" (U+5710) a.yaml:1:3 and 2 more; U+E000 a.yaml:1:4',
        'a.yaml:1:9: error: no face of bold has the character "圙" (U+5719)',
    ]


def test_a_character_in_one_place_is_told_once_whatever_the_faces() -> None:
    assert told(("圐", 3, "text"), ("圐", 3, "bold")) == [
        'a.yaml:1:3: error: no face of text has the character "圐" (U+5710)'
    ]


@pytest.mark.parametrize(("count", "end"), [(10, "; 2 others: 丈三"), (300, "乫…")])
def test_of_many_some_places_are_told_and_the_rest_is_counted(count: int, end: str) -> None:
    (line,) = told(*((chr(0x4E00 + i), i + 1, "text") for i in range(count)))
    assert line.startswith(f"a.yaml:1:1: error: no face of text has these {count} characters: ")
    assert line.count(" a.yaml:1:") == 8
    assert line.endswith(end)


def test_both_languages_list_them() -> None:
    report = Report()
    for column, char in enumerate("圐圙", 1):
        report.error(Origin("a.yaml", 1, column), missing(char))
    (found,) = report.diagnostics
    assert english(found.message).hint.startswith("choose other characters")
    assert japanese(found.message).text == (
        "text のどの書体にも、次の2文字がありません：「圐」（U+5710） a.yaml:1:1、「圙」（U+5719） a.yaml:1:2。"
    )


class Series(msgspec.Struct, frozen=True):
    name: str
    origin: Origin


class Chart(msgspec.Struct, frozen=True):
    title: Text
    series: tuple[Series, ...]


def named(word: str, line: int) -> Name:
    made = Name(word)
    made.origin = Origin("figures.yaml", line, 11)
    return made


TITLE = Text(((Run("公園", Origin("a.yaml", 4, 7)), Run("と圐", Origin("a.yaml", 4, 11))),), Origin("a.yaml", 4, 7))
CHART = Chart(TITLE, (Series(named("緑", 3), Origin("figures.yaml", 3)), Series(named("圙の圐", 5), Origin("b", 1))))


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("園", Origin("a.yaml", 4, 8)),
        ("圐", Origin("a.yaml", 4, 12)),  # the first
        ("圙", Origin("figures.yaml", 5, 11)),
        ("無", None),
    ],
)
def test_words_are_found_in_what_they_are_part_of(words: str, place: Origin | None) -> None:
    assert place_in(CHART, words) == place
    assert place_in(SimpleNamespace(), words) is None


def test_what_stands_nowhere_in_the_text_is_looked_for_in_the_figures() -> None:
    report = Report()
    here = Origin("a.yaml", 9, 9)
    for char in "園圙\ue000":
        report.error(here, missing(char))
    report.error(here, message("list-empty"))
    report.revise(lambda found: placed_among(TITLE, CHART.series, found))
    places = [each.origin for each in placed_in(CHART, ())] + [each.origin for each in report._found]
    assert places == [here, Origin("figures.yaml", 5, 11), here, here]
