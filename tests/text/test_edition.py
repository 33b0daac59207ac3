"""What a text asks of a series follows the edition's year; sentences that would be wrong are mistakes at their word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.figures.model import Datum, FigureRef, Figures, Series
from report.messages import Origin, Report
from report.messages.wording import japanese
from report.text import words_of
from report.text.edition import Edition
from tests.conftest import figures_of
from tests.words import written

HERE = Origin("figures.yaml")
YAML = """\
figures:
  home: { value: 8512, unit: 人, as-of: 2023-04-01 }
  before: { value: 8000, unit: 人, as-of: 2022-04-01 }
  schools: { value: 65, unit: 校 }
  none: { value: 0, unit: 人 }
  grown: { formula: "waiting[令5] - waiting[令4]" }
  shrunk: { formula: "waiting[令4] - waiting[令5]" }
  guess: { value: 2, unit: 人, status: provisional }
  told.change: { value: 3, unit: 人 }
  cafes: { unit: か所, values: { 令4: 30, 令5: 32, 令7: { value: 40, planned: true } } }
series:
  waiting:
    name: 待機
    unit: 人
    as-of: 04-01
    data: { 令元: 14, 令2: 11, 令3: 12, 令4: { value: 9, status: provisional }, 令5: 0, 令6: 99 }
  zero: { name: 零, unit: 人, data: { 令4: 0, 令5: 0 } }
  level: { name: 同, unit: 人, data: { 令3: 7, 令4: 7, 令5: 7 } }
  broken: { name: 欠, unit: 人, data: { 令2: 1, 令3: 2, 令5: 4 } }
  census: { name: 調査, unit: 人, data: { 平22: 1, 平27: 2, 令2: 4, 令7: { value: 9, planned: true } } }
  two: { name: 二, unit: 人, data: { 平26: 1, 令5: 2 } }
  beds: { name: 床, unit: 床, data: { 令3: 1700, 令4: 1800, 令5: { value: 2000, planned: true } } }
  later: { name: 後, unit: 人, data: { 令6: 1 } }
  trust: { name: 信, unit: "%", data: { 令4: 62.5, 令5: 64 } }
  noise: { name: 端, data: { 令4: 0.3, 令5: { formula: "0.1 + 0.2" } } }
"""


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    return figures_of(tmp_path_factory.mktemp("figures"), YAML)


def resolved(figures: Figures, source: str, year: str = "令和5年度") -> tuple[str, Report, Edition]:
    report = Report()
    edition = Edition(figures, report, year)
    return edition.text(written(f"{{{{{source}}}}}", Origin("x.yaml", 4, 9), report)).plain, report, edition


@pytest.mark.parametrize(
    ("year", "words"),
    [
        ("令和5年度", ("0人", "9人", "−9人", "減少")),
        ("R6", ("99人", "0人", "99人", "増加")),
        ("令3", ("12人", "11人", "1人", "増加")),
    ],
)
def test_the_latest_value_is_that_of_the_edition(figures: Figures, year: str, words: tuple[str, ...]) -> None:
    asked = ("waiting.latest", "waiting.previous", "waiting.change", "waiting.change | 増減")
    assert tuple(resolved(figures, each, year)[0] for each in asked) == words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("beds.latest", "1,800床"),  # planned values do not count
        ("beds[令5]", "2,000床"),  # unless they are named
        ("census.previous", "2人"),
        ("zero.change | 増減", "ゼロを継続"),
        ("level.change | 増減", "横ばい"),
        ("noise.change | 増減", "横ばい"),
        ("zero.change | 増減(増, 減, 同じ)", "同じ"),
        ("zero.change | 増減(増, 減, 同じ, 「0のまま」)", "0のまま"),
        ("waiting.change | 増減(「#増」, 「#減」, 同じ)", "9人減"),
        ("waiting.change × 2 ÷ 3 | 増減", "減少"),
        ("waiting.change ÷ waiting.previous | 増減幅 | 百分率", "100%"),
        ("grown | 増減", "減少"),
        ("home - before | 増減", "増加"),
        ("sum(waiting.change, zero.change) | 増減", "減少"),
        ("sum(waiting)", "46人"),
        ("lowest(waiting) | 年度", "令和5年度"),
        ("highest(level) | 年度", "令和5年度"),  # the newest of equals
        ("lowest-since(waiting)", "令和元年度"),
        ("share(1, 3000)", "0.03%"),
        ("share(29999, 30000)", "99.997%"),
        ("share(none, home)", "0%"),
        ("ratio(home, before)", "1.1倍"),
        ("years(waiting.first, year)", "4年"),
        ("years(2014-04-02, 2023-04-01)", "8年"),
        ("years(2014, 令5)", "9年"),
        ("trust.previous + trust.change", "64%"),
        ("trust.latest - trust.previous", "1.5ポイント"),
        ("told.change", "3人"),
        ("cafes + 1", "33か所"),
        ("cafes.change | 増減(「#増」, 「#減」, 同じ)", "2か所増"),
        ("cafes - cafes[令4] | 増減", "増加"),
        ("cafes | 年度", "令和5年度"),
        ("sum(cafes, 1)", "33か所"),
        ("lowest(cafes)", "30か所"),
        ("（home ＋ before） ｜ 数字", "16,512"),
    ],
)
def test_what_is_asked_is_worded(figures: Figures, source: str, words: str) -> None:
    plain, report, _ = resolved(figures, source)
    assert (plain, report.failed) == (words, False)


@pytest.mark.parametrize(
    ("source", "at", "message"),
    [
        ("waiting.latst", 8, 'nothing is called "latst" of the series "waiting"\n  hint: did you mean "latest"?'),
        ("waiting", 0, 'hint: "waiting" is a series; write waiting.latest, or name a year: waiting[令5]'),
        ("home.latest", 0, 'no figure named "home.latest"\n  hint: "home" is a single value'),
        ("broken.previous", 7, '"broken" has no value for 令4'),
        ("two.previous", 4, '"two" has no value for 令4'),
        ("1 + sum(broken)", 4, '"broken" has no value for 令4'),
        ("highest-since(broken)", 0, '"broken" has no value for 令4'),
        ("later.latest", 6, '"later" has no value up to the brochure\'s year'),
        ("waiting.latest | 増減", 17, "this is no change of one figure"),
        ("waiting.previous - waiting.latest | 増減", 36, "this is no change of one figure"),
        ("waiting.latest - zero.previous | 増減", 33, "this is no change of one figure"),
        ("waiting.latest - home | 増減", 24, "this is no change of one figure"),
        ("before - home | 増減", 16, "this is no change of one figure"),
        ("-waiting.change | 増減", 18, "this is no change of one figure"),
        ("waiting.change * -1 | 増減", 22, "this is no change of one figure"),
        ("0 - grown | 増減", 12, "this is no change of one figure"),
        ("shrunk | 増減", 9, "this is no change of one figure"),
        ("sum(waiting) - waiting.latest | 増減", 32, "this is no change of one figure"),
        ("waiting.change | 増減(増, 減)", 17, "hint: write 増減(増加, 減少, 横ばい)"),
        ("highest-since(waiting)", 0, 'the highest cannot be said of the latest value of "waiting": 令4 has 9'),
        ("lowest-since(level)", 0, 'the lowest cannot be said of the latest value of "level": 令4 has 7'),
        ("share(home, before)", 0, "the part is larger than the whole, or negative"),
        ("share(home, none)", 12, "division by zero"),
        ("share(home, schools)", 0, "人 cannot be divided by 校"),
        ("share(home)", 0, "too few or too many values in the brackets\n  hint: write share(a, b)"),
        ("share(home, waiting)", 12, "a number expected here\n  hint: write share(a, b)"),
        ("rate(home, none, 10,000)", 11, "division by zero"),
        ("rate(home, home, trust.latest)", 17, "a bare number expected here"),
        ("sum(home, schools)", 0, "人 and 校 cannot be added or subtracted"),
        ("sum(home before)", 9, 'a comma or ) expected, found "before"'),
        ("sum(home", 3, 'bracket "(" is not closed'),
        ("summ(home)", 0, 'no function is called "summ"\n  hint: did you mean "sum"?'),
        ("share(1, 9 * 999,999,999,999,999)", 9, "this comes to no number"),
        ("years(令5, 平26)", 10, "the second one lies before the first"),
        ("years(令5, 2023-04-01)", 10, "a date and a year cannot be compared"),
        ("home | 約", 7, "too few or too many values in the brackets\n  hint: write 約(百)"),
        ("home | 約(千人)", 9, '"千人" is nothing to round to'),
        ("home | 約(億)", 9, "rounded to 億, nothing is left of it"),
        ("home | 小数(9)", 10, '"9" is no number of decimals\n  hint: write 0 to 6'),
        ("home | 単位(1)", 7, "this filter takes no brackets"),
        ("home | 大き", 7, 'no filter is called "大き"\n  hint: did you mean "大きく"?'),
        ("home | 増滅", 7, 'hint: did you mean "増減"?'),
        ("home | 西歴", 7, 'hint: did you mean "西暦"?'),
        ("home | 割合", 7, "hint: known: そのまま, コンマなし, 万, 併記"),
        ("home | 億万 | 約(百)", 12, "what stands before 約 is words already"),
        ("home | 年度", 7, "this number is of no single year"),
        ("year | 曜日", 7, "a year has no weekday"),
    ],
)  # fmt: skip
def test_a_sentence_that_would_be_wrong_is_a_mistake_at_its_word(
    figures: Figures, source: str, at: int, message: str
) -> None:
    _, report, _ = resolved(figures, source)
    (found,) = (each for each in report.diagnostics if each.severity == "error")
    assert (found.origin.column - 11, message in str(found)) == (at, True), str(found)
    assert japanese(found.message, found.hint).text.endswith("。")


@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6))
def test_no_falling_number_is_said_to_rise(older: int, newer: int) -> None:
    values = {2022: older / 100, 2023: newer / 100}
    data = (Datum(year=year, value=value, status="published", origin=HERE) for year, value in values.items())
    known = Figures(singles={}, runs={"a": Series(id="a", name="a", unit="人", data=tuple(data), origin=HERE)})
    same = "横ばい" if newer else "ゼロを継続"
    word = "増加" if newer > older else "減少" if newer < older else same
    for source in ("a.change", "a.latest - a.previous", "(a[R5] - a[R4]) × 2", "a.change ÷ 3 | 小数(3)"):
        assert resolved(known, f"{source} | 増減")[0] == word
    for source in ("-a.change", "a.previous - a.latest", "a.change × -1", "a.latest", "a.previous × 1 - a.latest"):
        assert resolved(known, f"{source} | 増減")[1].failed


@pytest.mark.parametrize(
    ("source", "leaned"),
    [
        ("waiting.latest", []),
        ("waiting.previous", ["waiting[令4]"]),
        ("waiting.change | 増減", ["waiting[令4]"]),
        ("sum(waiting) | 億万", ["waiting[令4]"]),
        ("lowest-since(waiting)", ["waiting[令4]"]),
        ("highest(waiting) | 年度", ["waiting[令4]"]),
        ("years(waiting.first, waiting.previous)", ["waiting[令4]"]),
        ("share(guess, home)", ["guess"]),
        ("rate(guess, home, 100)", ["guess"]),
        ("ratio(home, guess) | 約(10)", ["guess"]),
        ("grown | 増減", ["grown"]),
    ],
)
def test_what_comes_of_a_provisional_value_leans_on_it(figures: Figures, source: str, leaned: list[str]) -> None:
    _, report, edition = resolved(figures, source)
    assert ([use.id for use in edition.uses if use.provisional], report.failed) == (leaned, False)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("beds.latest", ['x.yaml:4:11: info: "beds" has no value for 令和5年度 yet; its latest is of 令4']),
        ("beds.first", []),
        ("waiting.latest", []),
    ],
)
def test_a_latest_value_of_before_is_told(figures: Figures, source: str, told: list[str]) -> None:
    _, report, _ = resolved(figures, source)
    assert [str(each) for each in report.diagnostics] == told


def test_without_a_year_nothing_is_said_of_series(figures: Figures) -> None:
    """The mistake is told where the year stands."""
    for source in ("waiting.change | 増減", "year", "sum(broken)"):
        assert not resolved(figures, source, "")[1].diagnostics
    assert resolved(figures, "waitng.latest", "")[1].failed


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("provisional(waiting)", "令4"),
        ("provisional(trust)", "なし"),
        ("provisional(spans)", "平27、平29〜令2"),
        ("approximate(spans)", "令3・4"),
        ("provisional(all)", "全年度"),
    ],
)
def test_years_of_a_kind_are_spans(tmp_path: Path, source: str, words: str) -> None:
    guess, about = "{ value: 1, status: provisional }", "{ value: 1, approximate: true }"
    years = (
        f"平27: {guess}, 平28: 1, 平29: {guess}, 平30: {guess}, 令元: {guess}, 令2: {guess}, 令3: {about}, 令4: {about}"
    )
    more = (
        f"  spans: {{ name: 間, data: {{ {years} }} }}\n  all: {{ name: 全, data: {{ 令4: {guess}, 令5: {guess} }} }}\n"
    )
    assert resolved(figures_of(tmp_path, YAML + more), source)[0] == words


@pytest.mark.parametrize(
    ("id", "found"),
    [
        ("waiting.latest", "waiting[令5]"),
        ("waiting.first", "waiting[令元]"),
        ("census.previous", "census[平27]"),
        ("cafes.latest", "cafes[令5]"),
        ("cafes", "cafes"),
        ("home", "home"),
    ],
)
def test_a_block_names_a_year_as_a_text_does(figures: Figures, id: str, found: str) -> None:
    report = Report()
    made = Edition(figures, report, "令和5年度").figure(FigureRef(id, HERE))
    assert (made.found.id, report.diagnostics) == (found, ())


@pytest.mark.parametrize("id", ["later.latest", "two.previous", "home.latest", "waiting.newest"])
def test_a_year_that_is_not_there_is_told_once(figures: Figures, id: str) -> None:
    report = Report()
    assert Edition(figures, report, "令和5年度").figure(FigureRef(id, HERE)).found is None
    assert len(report.diagnostics) == 1


@pytest.mark.parametrize(
    ("source", "used"),
    [
        ("定員は{{home}}です。", [("home", "8,512人", 3)]),
        ("{{home}}から{{before}}を引くと{{ home - before }}。", [
            ("home", "8,512人", 0), ("before", "8,000人", 8), ("home", "512人", 18), ("before", "512人", 18),
        ]),
        ("**太字**の{{waiting.latest}}、{漢字|かんじ}の{{zero.latest}}", [
            ("waiting[令5]", "0人", 3), ("zero[令5]", "0人", 9),
        ]),
        ("{{home.as-of}}", []),
        ("{{ year | wareki }}", []),
        ("段落\n\n次は{{home}}", [("home", "8,512人", 2)]),
    ],
)  # fmt: skip
def test_every_use_of_a_figure_is_taken_down_with_its_words(
    figures: Figures, source: str, used: list[tuple[str, str, int]]
) -> None:
    edition = Edition(figures, Report(), "令和5年度")
    text = edition.text(written(source, HERE))
    assert [(use.id, use.words, use.at) for use in edition.uses] == used
    assert all(use.passage[use.at :].startswith(use.words) and use.where == HERE for use in edition.uses)
    assert {use.passage for use in edition.uses} <= {*map(words_of, text.paragraphs)}
