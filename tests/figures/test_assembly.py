"""Files of figures become figures; mistakes in them are told at their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.figures.assembly import load_figures
from report.figures.checks import check_edition
from report.figures.model import Figures
from report.messages import Origin, Report

GOOD = """\
figures:
  growth: { value: 8500, unit: 人, approximate: true, as-of: 2023-04-01 }
  added: { formula: "beds[令7] - beds[平26]" }
  bare: 3
series:
  beds: { name: 病床数, unit: 床, as-of: 04-01, data: { 令7: 2800, 平26: { value: 1800, status: provisional } } }
  total: { name: 計, csv: total.csv }
"""


def load(folder: Path, **files: str) -> tuple[Figures, list[str]]:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    report = Report()
    figures = load_figures(folder, report)
    return figures, [str(diagnostic).replace(f"{folder}/", "") for diagnostic in report.diagnostics]


def test_figures_are_found_by_id_and_year(tmp_path: Path) -> None:
    figures, told = load(tmp_path, a_yaml=GOOD, total_csv='year,value,status\n平26,"1,000",provisional\n令元,2\n')
    assert told == []
    assert figures.get("growth").value == 8500
    assert (figures.get("added").value, figures.get("added").unit) == (1000, "床")
    assert figures.get("added").status == "provisional"
    assert [datum.year for datum in figures.runs["beds"].data] == [2014, 2025]
    point = figures.get("beds.R7")
    assert (point.id, point.value, point.as_of) == ("beds[令7]", 2800, "2025-04-01")
    assert [(d.value, d.status) for d in figures.runs["total"].data] == [(1000, "provisional"), (2, "published")]


def test_the_last_day_of_a_fiscal_year_lies_in_the_next_calendar_year(tmp_path: Path) -> None:
    series = "series:\n  beds: { name: 病床数, as-of: 03-31, data: { 令4: 1, 令5: 2 } }\n"
    figures, told = load(tmp_path, a_yaml=series + 'figures:\n  added: { formula: "beds[令5] - beds[令4]" }\n')
    assert told == []
    assert figures.get("beds[令5]").as_of == figures.amount("beds[令5]").as_of == "2024-03-31"


YEARLY = """\
figures:
  cafes:
    values: { 令4: 30, 令5: { value: 32, status: provisional }, 令7: { value: 40, planned: true } }
    unit: か所
    as-of: 04-01
  doubled: { formula: cafes * 2 }
  more: { formula: "cafes[令5] - cafes[令4]" }
"""


@pytest.mark.parametrize(
    ("edition", "value", "as_of", "status", "doubled"),
    [
        (2022, 30, "2022-04-01", "published", 60),
        (2023, 32, "2023-04-01", "provisional", 64),
        (2024, 32, "2023-04-01", "provisional", 64),  # the last one before it
        (2030, 32, "2023-04-01", "provisional", 64),  # what is planned is no value yet
        (None, 32, "2023-04-01", "provisional", 64),
    ],
)
def test_a_figure_has_the_value_of_the_edition_s_year(
    tmp_path: Path, edition: int | None, value: float, as_of: str, status: str, doubled: float
) -> None:
    (tmp_path / "a.yaml").write_text(YEARLY, encoding="utf-8")
    report = Report()
    figures = load_figures(tmp_path, report, year=edition)
    found = figures.singles["cafes"]
    assert (report.diagnostics, found.value, found.as_of, found.status) == ((), value, as_of, status)
    assert (figures.get("cafes[令4]").value, figures.get("cafes.R7").value) == (30, 40)
    assert [figures.singles[id].value for id in ("doubled", "more")] == [doubled, 2]
    assert figures.amount("cafes").unit == "か所"


def test_a_figure_of_years_to_come_has_no_value_yet(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "figures:\n  cafes: { values: { 令5: 32 } }\n  b: { formula: cafes }\n", encoding="utf-8"
    )
    report = Report()
    load_figures(tmp_path, report, year=2020)
    (told,) = report.diagnostics
    assert str(told).endswith(
        'a.yaml:2:10: error: "cafes" has no value up to 令和2年度\n  hint: add the value of that year'
    )


SERIES_ASKED = """\
figures:
  now: { formula: a.latest }
  all: { formula: "sum(a) + 0" }
  most: { formula: highest(b) }
  alone: { formula: "sum(b, 1)" }
  rise: { formula: b.change }
  b: { unit: 人, values: { 令4: { formula: now }, 令5: 7, 令6: { value: 9, planned: true } } }
series:
  a: { name: a, unit: 人, data: { 令4: 1, 令5: { value: 2, status: provisional }, 令6: { formula: "a[令4] + 40" } } }
"""


@pytest.mark.parametrize(("edition", "values"), [(2023, (2, 3, 7, 8, 5)), (2024, (41, 44, 41, 8, -34))])
def test_a_formula_asks_a_series_up_to_the_edition_s_year(
    tmp_path: Path, edition: int, values: tuple[float, ...]
) -> None:
    (tmp_path / "a.yaml").write_text(SERIES_ASKED, encoding="utf-8")
    report = Report()
    figures = load_figures(tmp_path, report, year=edition)
    asked = [figures.singles[id] for id in ("now", "all", "most", "alone", "rise")]
    assert (tuple(each.value for each in asked), report.diagnostics) == (values, ())
    assert {each.unit for each in asked} == {"人"}
    assert figures.singles["all"].status == "provisional"


def test_an_unknown_id_gets_a_hint(tmp_path: Path) -> None:
    figures, _ = load(tmp_path, a_yaml=GOOD)
    place, report = Origin("s.yaml", 1, 2), Report()
    assert not any(figures.figure(id, place, report) for id in ("grwth", "beds[令6]", "beds"))
    assert figures.series("growth", place, report) is None
    assert [str(told).partition("error: ")[2] for told in report.diagnostics] == [
        'no figure named "grwth"\n  hint: did you mean "growth"?',
        'no figure named "beds[令6]"\n  hint: years of beds: 平26, 令7',
        'no figure named "beds"\n  hint: "beds" is a series; name a year, e.g. beds[令7]',
        'no series named "growth"\n  hint: "growth" is a single value',
    ]
    assert {told.origin for told in report.diagnostics} == {place}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("figures:\n  a: { value: 1, formula: b }\n", 'a.yaml:2:6: error: "a" needs either a value or a formula'),
        (
            "figures:\n  a: { formula: 1 + 1, values: { 令5: 2 } }\n",
            'a.yaml:2:6: error: "a" has values of years, and a formula',
        ),
        ("figures:\n  a: { values: { 令5: 2, R5: 3 } }\n", "year R5"),
        ("figures:\n  a: { values: { x: 2 } }\n", '"x" is no year'),
        ("figures:\n  a: { formula: b }\n  b: { formula: a }\n", "leads back to itself"),
        ("figures:\n  abc: 1\n  b: { formula: 2 * abd }\n", 'a.yaml:3:21: error: no figure named "abd"'),
        (
            "figures:\n  b: { formula: a.latst }\nseries:\n  a: { name: a, data: { 令5: 1 } }\n",
            'a.yaml:2:19: error: nothing is called "latst" of the series "a"',
        ),
        ("series:\n  a: { name: a, data: { 令4: 1, 令5: { formula: a.latest } } }\n", "leads back to itself"),
        (
            "figures:\n  b: { formula: sum(a) }\nseries:\n  a: { name: a, data: { 令4: { formula: c }, 令5: 1 } }\n",
            'a.yaml:4:40: error: no figure named "c"',
        ),
        (
            "figures:\n  b: { formula: a }\nseries:\n  a: { name: a, data: { 令5: 1 } }\n",
            'hint: "a" is a series; name a year, e.g. a[令5]',
        ),
        ("figures:\n  b: { formula: 令5 }\n", "a.yaml:2:17: error: a number expected, found a year"),
        (
            "figures:\n  a.change: 1\nseries:\n  a: { name: a, data: { 令5: 1 } }\n",
            'a.yaml:2:3: error: "a.change" ends like a word that is asked of "a", which has years',
        ),
        ("figures:\n  a: { values: { 令5: 1 } }\n  a.latest: 1\n", 'a.yaml:3:3: error: "a.latest" ends like a word'),
        ("figures:\n  a: { value: 1, as-of: 2023-02-30 }\n", 'a.yaml:2:25: error: "2023-02-30" is no date'),
        ("series:\n  a: { name: a, data: { 平: 1 } }\n", 'a.yaml:2:25: error: "平" is no year'),
        ("series:\n  a: { name: a, data: { 令0: 1 } }\n", 'a.yaml:2:25: error: "令0" is no year'),
        ("series:\n  a: { name: a, data: { 平40: 1 } }\n", 'a.yaml:2:25: error: "平40" is no year'),
        ("figures:\n  a: { value: 1, as-of: 2023-W01-1 }\n", 'a.yaml:2:25: error: "2023-W01-1" is no date'),
        ("series:\n  a: { name: a, data: { 令5: 1, 2023: 2 } }\n", 'error: year 2023 of "a" stands twice'),
        ("series:\n  a: { name: a, data: { 令5: x } }\n", "a.yaml:2:29: error: a number expected"),
        ("series:\n  a: { name: a, csv: ../b.csv }\n", '"../b.csv" lies outside'),
        ("series:\n  a: { name: a, csv: b.csv }\n", 'no file "b.csv" in '),
        ("series:\n  a: { name: a, data: { 令5: { note: x } } }\n", '"a[令5]" needs either a value or a formula'),
        ("figures:\n  a: 1\nseries:\n  a: { name: a, data: { 令5: 1 } }\n", 'error: figure "a" stands twice'),
        ("series:\n  a: { name: a, csv: 'a\\0b' }\n".replace("'", '"'), " lies outside "),
        ("figures:\n  a: .nan\n", "a.yaml:2:6: error: a number expected"),
        ("figures:\n  a: 1.0e+400\n", "a.yaml:2:6: error: a number expected"),
        ("figures:\n  a: 900000000000000\n  b: { formula: a * a }\n", "a.yaml:3:17: error: this comes to no number"),
        (
            "figures:\n  a: 900000000000000\n  b: { formula: a, round: 1.0e-310 }\n",
            "a.yaml:3:17: error: the formula of",
        ),
        (
            'series:\n  a: { name: "計\\n画", data: { 令5: 1 } }\n',
            'a.yaml:2:14: error: the name of "a" takes more than',
        ),
        (
            'figures:\n  a: { value: 1, unit: "人\\n" , note: "b\\nc" }\n  b: { value: 1, unit: "\\n人" }\n',
            "a.yaml:3:24",
        ),
        ("figures:\n  a: { value: 1, status: guess }\n", "one of published, derived, provisional expected"),
    ],
)
def test_mistakes_are_told_at_their_place(tmp_path: Path, text: str, told: str) -> None:
    _, found = load(tmp_path, a_yaml=text)
    assert len([line for line in found if "error" in line]) == 1, found
    assert told in found[0]


@pytest.mark.parametrize("value", ["nan", "inf", "-1e400", "1e16", "x", ""])
def test_a_csv_holds_numbers(tmp_path: Path, value: str) -> None:
    (tmp_path / "b.csv").write_text(f"year,value\n令4,3\n令5,{value}\n", encoding="utf-8")
    _, found = load(tmp_path, a_yaml="series:\n  a: { name: a, csv: b.csv }\n")
    (said,) = found
    assert said.startswith(f'b.csv:3:1: error: "{value}" is no number')


def test_columns_of_a_csv_stand_in_any_order_and_empty_rows_do_not_count(tmp_path: Path) -> None:
    table = 'year,planned,value,approximate,note,,\r\n令5,,7,TRUE,見込み\r\n,,,\r\n令7,true,"1,020",,\r\n'
    figures, found = load(tmp_path, a_yaml="series:\n  a: { name: a, csv: b.csv }\n", b_csv=table)
    assert found == []
    assert [(d.value, d.approximate, d.planned) for d in figures.runs["a"].data] == [
        (7, True, False),
        (1020, False, True),
    ]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("", ['b.csv:1:1: error: column "year" is missing', 'b.csv:1:1: error: column "value" is missing']),
        ("year,value,statsu\n令5,1,provisional\n", ['b.csv:1:1: error: no column is called "statsu"']),
        ("year,value,value\n令5,1,2\n", ['b.csv:1:1: error: column "value" stands twice']),
        ("value,year\n5\n7,令5\n", ['b.csv:2:1: error: "" is no year']),
        ("year,value,note\n令5,1,025,\n", ["b.csv:2:1: error: 4 cells in 3 columns"]),
        (
            "year,value,status,planned\n令5,x,guess,yes\n令6,2\n令6,3\n",
            [
                'b.csv:2:1: error: "guess" is no status',
                'b.csv:2:1: error: "x" is no number',
                'b.csv:2:1: error: "yes" is neither true nor false',
                "b.csv:4:1: error: year 令6 stands twice",
            ],
        ),
        ("year,value\n令5,1," + "x" * 200_000, ["b.csv:2:1: error: a cell of more than 131,072 characters"]),
    ],
)
def test_all_mistakes_of_a_csv_are_told(tmp_path: Path, table: str, told: list[str]) -> None:
    _, found = load(tmp_path, a_yaml="series:\n  a: { name: a, csv: b.csv }\n", b_csv=table)
    assert [said.partition("\n")[0] for said in found] == told


def test_a_csv_of_two_series_is_refused_in_both(tmp_path: Path) -> None:
    text = "series:\n  a: { name: a, csv: b.csv }\n  c: { name: c, csv: b.csv }\n"
    figures, found = load(tmp_path, a_yaml=text, b_csv="year,value,planned\n令5,1,yes\n")
    assert [said.partition("\n")[0] for said in found] == ['b.csv:2:1: error: "yes" is neither true nor false']
    assert [len(series.data) for series in figures.runs.values()] == [0, 0]


def test_a_csv_in_another_encoding_gets_a_hint(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes("year,value,note\n令5,1,区の統計\n".encode("cp932"))
    _, (said,) = load(tmp_path, a_yaml="series:\n  a: { name: a, csv: b.csv }\n")
    assert said == (
        'a.yaml:2:22: error: "b.csv" cannot be read: not UTF-8\n  hint: in a spreadsheet save it as CSV UTF-8'
    )


@pytest.mark.parametrize("count", [300, 5000])
def test_a_chain_of_formulas_of_any_length_is_worked_out(count: int, tmp_path: Path) -> None:
    chain = "".join(f"  a{i}: {{ formula: a{i + 1} }}\n" for i in range(count))
    figures, found = load(tmp_path, a_yaml=f"figures:\n{chain}  a{count}: {{ value: 7, unit: 人 }}\n")
    assert found == []
    assert (figures.get("a0").value, figures.get("a0").unit) == (7, "人")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("".join(f"  a{i}: {{ formula: a{(i + 1) % 3000} }}\n" for i in range(3000)), "2:18: error: the formula of"),
        ("  a: { formula: a }\n", '2:17: error: the formula of "a" leads back to itself'),
        ("  b: { formula: c + d }\n  c: { formula: d }\n  d: { formula: b }\n", "2:17: error: the formula of"),
        (f"  a: {{ formula: {'+'.join('1' * 900)} }}\n", "2:1017: error: more than 1000 words and signs"),
        (f"  a: {{ formula: {'(' * 900} }}\n", "2:37: error: too many brackets"),
        (f"  a: {{ formula: {'9' * 5000} }}\n", "2:17: error: this comes to no number"),
        (f"  a: {{ formula: {'9' * 400} - {'9' * 400} }}\n", "2:17: error: this comes to no number"),
        ("  a: { formula: 9 ** 9 }\n", "2:20: error: the id of a figure or a number expected"),
        ("  a: 1e400\n", '2:6: error: a number expected, found "1e400"'),
        ("  a: 7e9999\n", '2:6: error: a number expected, found "7e9999"'),
        ("  a: { value: 1, as-of: 04-01 }\n", '2:25: error: "04-01" is no date of one year'),
    ],
)
def test_no_formula_and_no_number_is_too_much(text: str, told: str, tmp_path: Path) -> None:
    _, (found,) = load(tmp_path, a_yaml=f"figures:\n{text}")
    assert found.startswith(f"a.yaml:{told}")


def test_signs_before_a_number_take_no_depth(tmp_path: Path) -> None:
    figures, found = load(tmp_path, a_yaml=f'figures:\n  a: {{ formula: "{"- " * 901}3" }}\n')
    assert (found, figures.get("a").value) == ([], -3)


def test_an_id_of_two_files_is_an_error(tmp_path: Path) -> None:
    _, found = load(tmp_path, a_yaml="figures:\n  x: 1\n", b_yaml="figures:\n  x: 1\n")
    assert found == ['b.yaml:2:3: error: figure "x" stands twice\n  hint: first at a.yaml:2:3']


@pytest.mark.parametrize(
    ("years", "missing"),
    [("平26, 平27, 平29, 平30", ["平28"]), ("平26, 平28, 平30, 令2", []), ("平26, 令7", []), ("平26, 平27, 平28", [])],
)
def test_a_hole_in_a_yearly_series_is_a_remark(tmp_path: Path, years: str, missing: list[str]) -> None:
    data = ", ".join(f"{year}: 1" for year in years.split(", "))
    _, found = load(tmp_path, a_yaml=f"series:\n  x: {{ name: 計, data: {{ {data} }} }}\n")
    message = 'a.yaml:2:6: info: series "x" has no value for {}, between years that have one'
    assert found == [message.format(year) for year in missing]


def test_a_value_beside_years_holds_before_them(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "figures:\n  area: { value: 108, values: { 令6: 110 }, unit: ha }\n  twice: { formula: area * 2 }\n",
        encoding="utf-8",
    )
    for year, value in ((2022, 108), (2023, 108), (2024, 110), (2030, 110)):
        report = Report()
        figures = load_figures(tmp_path, report, year=year)
        assert (figures.amount("area").value, figures.amount("twice").value, report.diagnostics) == (
            value,
            value * 2,
            (),
        )


def test_a_year_without_a_value_is_no_gap_to_be_filled(tmp_path: Path) -> None:
    series = (
        "series:\n  a: { name: A, data: { 令4: 1, 令5: { status: none, note: 調査なし }, 令6: { status: open } } }\n"
    )
    figures, told = load(tmp_path, a_yaml=series)
    assert told == [] and [datum.year for datum in figures.runs["a"].data] == [2022]
    assert ([*figures.without["a"]], [*figures.awaited["a"]]) == ([2023], [2024])
    _, told = load(tmp_path, a_yaml=series.replace("status: none", "value: 3, status: none"))
    assert told[0].startswith('a.yaml:2:36: error: "a" has a value for 令5, which is said to have none')


def test_a_definition_left_from_the_year_before_is_a_remark(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "figures:\n  a: { values: { 令5: 1, 令6: 2 }, definition: 令和5年度までの増加 }\n"
        "  b: { value: 1, definition: 令和5年4月の増設, ended: true }\n",
        encoding="utf-8",
    )
    report = Report()
    check_edition(load_figures(tmp_path, report, year=2024), "令和6年度", report)
    assert [str(told).partition(": ")[2] for told in report.diagnostics] == [
        "info: 令和5 is the year before 令和6年度: is this still so?"
    ]
