"""What is told of two editions, and what is not told twice."""

from __future__ import annotations

import random

import msgspec
import pytest

from report.difference import Difference
from report.difference.compare import compare
from report.record.model import PrintedBlock, Record
from tests.difference.records import LINE, block, figure, record_of

LINES = ("区では窓口を開きました。", "公園を広げます。", "保育所の定員を増やします。", "道路を直しました。")


def blocks(*lines: str, section: str = "s") -> list[PrintedBlock]:
    return [block(f"{section}/{place}", words) for place, words in enumerate(lines, 1)]


def told(difference: Difference) -> list[tuple[object, ...]]:
    """Page, what, words of each change of a block; of blocks that moved their number and how far, in lines."""
    made: list[tuple[object, ...]] = []
    for page in difference.pages:
        for each in page.blocks:
            made.append((page.old, page.new, *each.what, (each.new or each.old).words))
        for shift in page.shifts:
            far = [shift.dy / LINE] if not (shift.came_from or shift.went_to) else [shift.came_from, shift.went_to]
            made.append((page.old, page.new, "moved", len(shift.blocks), *far))
    return made


def test_the_same_edition_has_no_difference() -> None:
    one = record_of([blocks(*LINES)], [figure("a", 5)], [("a", "s/1", "区")])
    assert not compare(one, one) and told(compare(one, one)) == []


def test_an_inserted_block_moves_those_below_it_and_changes_none() -> None:
    """Though every id after it is another one."""
    old, new = record_of([blocks(*LINES)]), record_of([blocks(LINES[0], "新しい一文です。", *LINES[1:])])
    assert told(compare(old, new)) == [(1, 1, "added", "新しい一文です。"), (1, 1, "moved", 3, 1.0)]
    assert told(compare(new, old)) == [(1, 1, "removed", "新しい一文です。"), (1, 1, "moved", 3, -1.0)]


@pytest.mark.parametrize("same", ["", "同じ言葉が続きます。"])
def test_of_equal_blocks_the_one_put_in_is_one(same: str) -> None:
    old, new = record_of([blocks(same, same, LINES[0])]), record_of([blocks(same, same, same, LINES[0])])
    assert told(compare(old, new)) == [(1, 1, "added", same), (1, 1, "moved", 1, 1.0)]


def test_a_page_put_in_is_new_and_those_that_follow_are_what_they_were() -> None:
    one, two, three = (blocks(line, section=f"s{n}") for n, line in enumerate(LINES[:3]))
    difference = compare(record_of([one, three]), record_of([one, two, three]))
    assert [(page.old, page.new) for page in difference.pages] == [(None, 2)]
    assert told(difference) == [(None, 2, "added", LINES[1])]
    assert [(page.old, page.new) for page in compare(record_of([one, two, three]), record_of([one, three])).pages] == [
        (2, None)
    ]


def test_what_runs_over_to_a_new_page_came_from_the_old_one() -> None:
    old = record_of([blocks(*LINES), blocks("終わり。", section="t")])
    lines = blocks("新しい一文です。", *LINES)
    assert told(compare(old, record_of([lines[:4], lines[4:], blocks("終わり。", section="t")]))) == [
        (1, 1, "added", "新しい一文です。"),
        (1, 1, "moved", 3, 1.0),
        (1, 1, "moved", 1, None, 2),
        (None, 2, "moved", 1, 1, None),
    ]


def test_a_block_put_elsewhere_moved_and_one_that_was_rewritten_changed() -> None:
    old = record_of([blocks(*LINES)])
    new = record_of([blocks(LINES[3], LINES[0], LINES[1], "保育所の定員を大きく増やします。")])
    assert told(compare(old, new)) == [
        (1, 1, "text", "保育所の定員を大きく増やします。"),
        (1, 1, "moved", 1, -3.0),
        (1, 1, "moved", 2, 1.0),
    ]
    (change,) = (each for page in compare(old, new).pages for each in page.blocks)
    assert [("".join(f"[{w}]" if op != "=" else w for op, w in side)) for side in change.texts[0]] == [
        "保育所の定員を増やします。",
        "保育所の定員を[大きく]増やします。",
    ]


def test_digits_of_a_changed_figure_are_told_with_it_alone() -> None:
    was, now = blocks("待機児童は0人です。", *LINES), blocks("待機児童は2人です。", *LINES)
    old = record_of([was], [figure("waiting", 0)], [("waiting", "s/1", "0人")])
    new = record_of([now], [figure("waiting", 2)], [("waiting", "s/1", "2人")])
    difference = compare(old, new)
    assert told(difference) == [] and difference.pages[0].figures == (0,)
    (change,) = difference.figures
    assert change.what == ("value",)
    (place,) = change.places
    assert (place.old, place.new, place.new_page, place.sentence) == ("0人", "2人", 1, "待機児童は2人です。")


def test_words_beside_a_changed_figure_are_told_without_it() -> None:
    was, now = blocks("待機児童は0人です。"), blocks("待機している児童は2人です。")
    old = record_of([was], [figure("waiting", 0)], [("waiting", "s/1", "0人")])
    new = record_of([now], [figure("waiting", 2)], [("waiting", "s/1", "2人")])
    (change,) = compare(old, new).pages[0].blocks
    assert [span for span in change.texts[0].new if span.op == "+"] == [("+", "している")]
    assert [span for span in change.texts[0].old if span.op == "-"] == []


def test_a_number_typed_by_hand_is_a_text() -> None:
    difference = compare(record_of([blocks("定員は12,418人です。")]), record_of([blocks("定員は12,518人です。")]))
    (change,) = difference.pages[0].blocks
    assert change.texts[0].old[1] == ("-", "12,418") and change.texts[0].new[1] == ("+", "12,518")
    assert not difference.figures


def test_a_chart_follows_its_figures() -> None:
    run = [figure(f"waiting[令{year}]", year, year=2018 + year) for year in (3, 4, 5)]
    chart = [block("s/1", "待機児童数の推移", "chart", look="bars")]
    old = record_of([chart], run[:2], [(each.id, "s/1", "3人") for each in run[:2]])
    new = record_of([[msgspec.structs.replace(chart[0], look="more bars")]], run, [(e.id, "s/1", "3人") for e in run])
    difference = compare(old, new)
    assert told(difference) == []
    (change,) = difference.figures
    assert (change.what, change.old, change.new) == (("year", "value"), run[1], run[2])
    assert [(place.old, place.new_page) for place in change.places] == [("", 1)]


def test_a_year_that_takes_the_place_of_another_is_one_change() -> None:
    old = record_of([blocks("待機児童は4人")], [figure("w[令4]", 4, year=2022)], [("w[令4]", "s/1", "4人")])
    new = record_of([blocks("待機児童は5人")], [figure("w[令5]", 5, year=2023)], [("w[令5]", "s/1", "5人")])
    difference = compare(old, new)
    (change,) = difference.figures
    assert told(difference) == [] and change.what == ("year", "value")
    assert [(place.old, place.new) for place in change.places] == [("4人", "5人")]


@pytest.mark.parametrize(
    ("facts", "what"),
    [
        ({"value": 2.0}, ("value",)),
        ({"status": "provisional"}, ("status",)),
        ({"definition": "4月1日の数"}, ("definition",)),
        ({"source": "都の統計", "department": "子ども課"}, ("source", "department")),
        ({"as_of": "2024-04-01"}, ("as_of",)),
        ({"unit": "世帯", "value": 2.0}, ("value", "unit")),
        ({"approximate": True}, ("approximate",)),
    ],
)
def test_what_differs_of_a_figure(facts: dict[str, object], what: tuple[str, ...]) -> None:
    one = figure("waiting", 0)
    at = [("waiting", "s/1", "0人")]
    pages = [blocks("待機児童は0人です。")]
    other = msgspec.structs.replace(one, **facts)
    (change,) = compare(record_of(pages, [one], at), record_of(pages, [other], at)).figures
    assert change.what == what and len(change.places) == 1


def test_a_figure_printed_newly_and_one_no_longer() -> None:
    pages = [blocks("待機児童は0人です。")]
    one = record_of(pages, [figure("waiting", 0)], [("waiting", "s/1", "0人")])
    other = record_of(pages, [figure("capacity", 0)], [("capacity", "s/1", "0人")])
    assert [(each.what, each.figure.id, each.places[0].old) for each in compare(one, other).figures] == [
        (("new",), "capacity", ""),
        (("gone",), "waiting", "0人"),
    ]


def test_a_picture_of_other_content_changed_and_one_of_another_size_only_grew() -> None:
    def pages(digest: str, height: float) -> list[list[PrintedBlock]]:
        made = block("s/1", "四角い絵", "picture", (("square", digest),), f"{digest}{height}")
        return [[msgspec.structs.replace(made, rect=(50.0, 0.0, 200.0, height))]]

    old = record_of(pages("a", 100))
    assert told(compare(old, record_of(pages("b", 100)))) == [(1, 1, "picture", "四角い絵")]
    assert told(compare(old, record_of(pages("a", 90)))) == [(1, 1, "size", "四角い絵")]


def test_another_look_is_told_where_nothing_else_is() -> None:
    old, new = ([block("s/1", LINES[0], look=look)] for look in ("red", "blue"))
    assert told(compare(record_of([old]), record_of([new]))) == [(1, 1, "look", LINES[0])]


def test_a_page_s_head_is_told_unless_only_its_number_is_another() -> None:
    old = record_of([blocks(*LINES)])
    page = old.pages[0]
    new = msgspec.structs.replace(old, pages=(msgspec.structs.replace(page, look="other"),))
    assert [page.around for page in compare(old, new).pages] == [True]
    moved = msgspec.structs.replace(old, pages=(msgspec.structs.replace(page, look="other", label="3"),))
    assert (compare(old, moved).pages, compare(old, moved).renumbered) == ((), ((1, 1),))


def test_title_year_and_date_of_the_edition() -> None:
    old = record_of([blocks(*LINES)])
    assert compare(old, msgspec.structs.replace(old, year=2024, date="2024-10-01")).head == ("year", "date")


def test_a_text_that_names_another_figure_whose_value_did_not_change_is_a_text() -> None:
    run = [figure(f"w[令{year}]", year, year=2018 + year) for year in (4, 5)]
    chart = block("s/chart-1", "推移", "chart")
    at = [(each.id, "s/chart-1", "") for each in run]
    old = record_of([[chart, block("s/1", "待機児童は4人")]], run, [*at, ("w[令4]", "s/1", "4人")])
    new = record_of([[chart, block("s/1", "待機児童は5人")]], run, [*at, ("w[令5]", "s/1", "5人")])
    difference = compare(old, new)
    assert told(difference) == [(1, 1, "text", "待機児童は5人")] and not difference.figures


def test_words_that_are_of_two_figures_follow_from_either() -> None:
    def edition(total: float, words: str) -> Record:
        figures = [figure("part", 37), figure("total", total)]
        return record_of([blocks(f"{words}の区民")], figures, [(each.id, "s/1", words) for each in figures])

    difference = compare(edition(50, "74%"), edition(100, "37%"))
    assert told(difference) == [] and [each.figure.id for each in difference.figures] == ["total"]


def test_a_number_is_not_found_within_another() -> None:
    old = record_of([blocks("20人のうち0人")], [figure("w", 0)], [("w", "s/1", "0人")])
    new = record_of([blocks("20人のうち3人")], [figure("w", 3)], [("w", "s/1", "3人")])
    assert told(compare(old, new)) == []


def test_what_a_chart_shows_beside_its_figures_is_told() -> None:
    def edition(value: float, words: str) -> Record:
        return record_of(
            [[block("s/1", words, "chart")]], [figure("w[令5]", value, year=2023)], [("w[令5]", "s/1", "")]
        )

    old = edition(0, "待機児童の推移\n待機児童（人） 令4 5 （年度） 3 0\n仮の値\n待機児童の令4。各年4月1日")
    same = "待機児童の推移\n待機児童（人） 令4 5 6 （年度） 3 2 約 2\n待機児童の令4〜5、令元。各年4月1日"
    assert told(compare(old, edition(2, same))) == []
    (change,) = (
        compare(old, edition(2, "待機児童数\n待機児童（人） 令4 5 （年度） 3 2\n待機児童の令4。各年4月1日"))
        .pages[0]
        .blocks
    )
    assert [(span.op, span.words) for span in change.texts[0].new] == [("=", "待機児童"), ("+", "数")]


def test_numbers_of_sections_and_pages_follow_from_what_comes_before() -> None:
    def edition(number: str, page: str) -> Record:
        opener = block("s/opener", f"子ども\n{number}\n待機児童ゼロ", "opener")
        return record_of([[block("contents/field-a", f"子ども\n{number}\n待機児童ゼロ\n{page}", "field")], [opener]])

    assert told(compare(edition("02", "4"), edition("03", "5"))) == [(1, 1, "numbers", "子ども\n03\n待機児童ゼロ\n5")]


def test_a_text_that_goes_on_to_the_next_year_is_told_with_that_year_alone() -> None:
    """Even where the year that it named before changed, too."""
    run = [figure("w[令4]", 4, year=2022), figure("w[令5]", 5, year=2023)]
    chart = block("s/chart-1", "推移", "chart")
    old = record_of(
        [[chart, block("s/1", "4人です")]], run[:1], [("w[令4]", "s/chart-1", ""), ("w[令4]", "s/1", "4人")]
    )
    revised = [msgspec.structs.replace(run[0], value=3.0), run[1]]
    at = [(each.id, "s/chart-1", "") for each in run]
    new = record_of([[chart, block("s/1", "5人です")]], revised, [*at, ("w[令5]", "s/1", "5人")])
    assert [(each.what, [(place.old, place.new) for place in each.places]) for each in compare(old, new).figures] == [
        (("value",), [("", "")]),
        (("year", "value"), [("", ""), ("4人", "5人")]),
    ]


def test_what_differs_from_year_to_year_is_not_told_of_a_figure_that_has_years() -> None:
    pages, at = [blocks("24園です")], [("schools", "s/1", "24園")]
    one = figure("schools", 24, "園", 2023)
    other = figure("schools", 24, "園", 2024, as_of="2024-04-01", source="新しい資料", status="provisional")
    (change,) = compare(record_of(pages, [one], at), record_of(pages, [other], at)).figures
    assert change.what == ("year", "status")


def test_a_year_that_a_chart_drops_for_a_new_one_is_told_where_it_was() -> None:
    run = [figure(f"w[令{year}]", year, year=2018 + year) for year in (3, 4, 5)]
    pages = [[block("s/chart-1", "推移", "chart")]]
    old, new = (
        record_of(pages, some, [(e.id, "s/chart-1", f"{e.value}") for e in some]) for some in (run[:2], run[1:])
    )
    assert [(each.what[0], each.figure.id, len(each.places)) for each in compare(old, new).figures] == [
        ("year", "w[令5]", 1),
        ("gone", "w[令3]", 1),
    ]


@pytest.mark.parametrize("seed", range(12))
def test_what_was_put_in_and_taken_out_is_told_and_nothing_else(seed: int) -> None:
    """Blocks of few words of their own among many, over pages that run over."""
    chance = random.Random(seed)
    words = [f"{'甲乙丙丁'[n % 4] * 5}第{n}段落{chr(0x4E00 + 97 * n) * 6}。" for n in range(30)]
    was = sorted(chance.sample(range(30), 20))
    now = sorted({*chance.sample(was, 17), *chance.sample(range(30), 3)})

    def edition(kept: list[int]) -> Record:
        made = blocks(*(words[n] for n in kept))
        return record_of([made[start : start + 8] for start in range(0, len(made), 8)])

    difference = compare(edition(was), edition(now))
    changes = [change for page in difference.pages for change in page.blocks]
    assert {change.new.words for change in changes if change.new} == {words[n] for n in now if n not in was}
    assert {change.old.words for change in changes if change.old} == {words[n] for n in was if n not in now}
    assert {change.what for change in changes} <= {("added",), ("removed",)}
