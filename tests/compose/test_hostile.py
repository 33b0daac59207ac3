"""Texts that no author writes cost no more than their length: what keeps it so, counted."""

from __future__ import annotations

import pytest
from compose_samples import STYLES

from report.compose.keep_together import HELD, costs
from report.compose.linebreak import Material, balanced
from report.compose.opportunities import kinsoku_breaks
from report.compose.paragraph import MOST_WAYS, Passage, passage
from report.compose.ruby import MOST_APART
from report.compose.shaping import overlapping
from report.messages import Origin, Report
from report.style.fonts import FontBook
from report.text import Ruby, Run
from report.text.markup import LONGEST
from tests.words import written


def plain(fonts: FontBook, text: str) -> Passage:
    return passage((Run(text=text, origin=Origin("t")),), STYLES["wide"], fonts)


def test_a_row_of_ideographic_spaces_ends_a_line_in_few_ways(fonts: FontBook) -> None:
    made = plain(fonts, "国" + "　" * 500 + "国")
    assert list(made.material.endings) == [501]
    assert len(made.material.endings[501]) == MOST_WAYS
    assert made.material.endings[501][-1].tail == 0


def test_no_line_begins_with_a_space_of_a_row(fonts: FontBook) -> None:
    assert [box for box, _ in kinsoku_breaks(plain(fonts, "国" + " " * 500 + "国"))] == [501, 502]


@pytest.mark.parametrize("text", ["\u200d", "\u200b", "\u2060"])
def test_a_text_that_leaves_no_glyph_has_no_boxes(fonts: FontBook, text: str) -> None:
    made = plain(fonts, text)
    assert (made.texts, made.strips, made.width) == ([], [], 0.0)


@pytest.mark.parametrize("apart", [True, False])
def test_a_compound_beyond_the_most_readings_is_one_word(fonts: FontBook, apart: bool) -> None:
    count = MOST_APART if apart else MOST_APART + 1
    run = Ruby("国" * count, Origin("t"), readings=("くに",) * count)
    (group,) = passage((run,), STYLES["wide"], fonts).rubies
    assert group.jukugo is apart


def test_groups_of_digits_beyond_a_number_part(fonts: FontBook) -> None:
    assert len(kinsoku_breaks(plain(fonts, "123 456 789"))) == 1
    assert len(kinsoku_breaks(plain(fonts, "123 " * 10 + "1"))) == 11


def test_numbers_stay_whole_after_a_row_of_words_before_one() -> None:
    assert all(cost == HELD for cost in costs("約" * 1000 + "5人").values())


def test_kanji_numerals_are_held_to_their_percent_once() -> None:
    assert set(costs("一" * 1000 + "％")) == set(range(1, 1001))


def test_balanced_lines_of_a_long_text() -> None:
    count = 2000
    material = Material(
        [10.0 * i for i in range(count)], [10.0 * i + 10 for i in range(count)], [0.0] * count, [0.0] * count
    )
    ends = balanced(material, [(i, 0.0) for i in range(1, count + 1)], 105.0, 10.0)
    assert ends == list(range(10, count + 1, 10))


def test_what_overlaps_is_found_among_what_stands_apart(fonts: FontBook) -> None:
    (runs,) = written("国{国|くに}国{国|くに}{国|くに}国").paragraphs
    rubies = passage(runs, STYLES["wide"], fonts).rubies
    assert [list(overlapping(rubies, *boxes)) for boxes in ((0, 1), (1, 2), (0, 4), (3, 6), (5, 6))] == [
        [], [0], [0, 1], [1, 2], [],
    ]  # fmt: skip


def test_a_text_too_long_is_told_where_it_becomes_so() -> None:
    report = Report()
    text = written("国" * (LONGEST + 1), Origin("t.yaml", 3, 5), report)
    (told,) = report.diagnostics
    assert (str(told.origin), str(told.message)) == (
        f"t.yaml:3:{LONGEST + 5}",
        "a text of more than 200,000 characters",
    )
    assert text.plain
    written("国" * LONGEST, Origin("t.yaml", 3, 5), unheard := Report())
    assert not unheard.diagnostics
