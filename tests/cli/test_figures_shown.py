"""`report figures show` and `list`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run


def test_a_figure_is_shown_with_where_it_is_printed(run: Run) -> None:
    assert run("figures", "show", "parks").out.splitlines() == [
        "parks　公園の面積",
        "  単位　ha",
        "  所管　所管の記載なし",
        "  値",
        "    令和3年度   99ha  公表値",
        "    令和4年度  103ha  公表値",
        "    令和5年度  108ha  仮の値",
        "  掲載",
        "    3ページ  second/chart-1   99ha  公園の面積／令和3年度",
        "    3ページ  second/chart-1  103ha  公園の面積／令和4年度",
        "    3ページ  second/chart-1  108ha  公園の面積／令和5年度",
    ]


@pytest.mark.parametrize("id", ["parks[令5]", "parks.R5"])
def test_one_year_is_shown_alone(run: Run, id: str) -> None:
    lines = run("figures", "show", id).out.splitlines()
    assert [line for line in lines if "年度" in line] == [
        "    令和5年度  108ha  仮の値",
        "    3ページ  second/chart-1  108ha  公園の面積／令和5年度",
    ]


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("capacty", 'did you mean "capacity"?'),
        ("parks[令9]", "years of"),
        ("parks[x]", "令5"),
        ("公園", "known: parks"),
    ],
)
def test_an_unknown_id_is_told(run: Run, id: str, told: str) -> None:
    outcome = run("figures", "show", id)
    assert (outcome.code, outcome.out) == (1, "")
    assert f'no figure named "{id}"' in outcome.err and told in outcome.err and "数値はありません" in outcome.err


def test_values_are_shown_where_pages_cannot_be_made(project: Path, run: Run) -> None:
    section = project / "data/sections/01-first.yaml"
    section.write_text(section.read_text(encoding="utf-8").replace("icon: home", "icon: hom"), encoding="utf-8")
    outcome = run("figures", "show", "capacity")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[-1].startswith("  掲載　紙面が作れないため")
    assert "    令和5年度  18,034人  公表値" in outcome.out.splitlines()
    assert json.loads(run("figures", "show", "capacity", "--json").out)["printed"] is None


def test_a_figure_as_json(run: Run) -> None:
    shown = json.loads(run("figures", "show", "capacity", "--json").out)
    assert (shown["id"], shown["unit"], shown["source"], shown["stale"]) == ("capacity", "人", "見本", [])
    assert shown["printed"] == [
        {
            "figure": "capacity",
            "page": 2,
            "block": "first/text-1",
            "words": "18,034人",
            "sentence": "保育所の定員は18,034人です。",
        }
    ]


def test_a_figure_that_is_not_printed(project: Path, run: Run) -> None:
    file = project / "data/figures/all.yaml"
    file.write_text("figures:\n  spare: { value: 1 }\n" + file.read_text(encoding="utf-8").partition("\n")[2], "utf-8")
    assert run("figures", "show", "spare").out.splitlines()[-1] == "  掲載　なし"


FIGURES = """\
figures:
  old: { value: 1, unit: 人, as-of: 2022-04-01, department: 乙課 }
  capacity: { value: 18034, unit: 人, as-of: 2023-04-01, definition: 保育所の定員, department: 甲課 }
series:
  parks:
    name: 公園の面積
    unit: ha
    data: { 令3: 99, 令4: 103, 令5: { value: 108, status: provisional }, 令6: { status: open } }
"""


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ((), [
            "old       令4       1人［時点が古い］",
            "capacity  令5  18,034人  保育所の定員",
            "parks     令5     108ha  公園の面積［仮の値あり、未回答（令6）］",
            "令和5年度版：全3項目のうち3項目",
        ]),
        (("--stale",), ["old  令4  1人［時点が古い］", "令和5年度版：全3項目のうち1項目"]),
        (("--stale", "--open"), [
            "old    令4    1人［時点が古い］",
            "parks  令5  108ha  公園の面積［仮の値あり、未回答（令6）］",
            "令和5年度版：全3項目のうち2項目",
        ]),
        (("--provisional", "--by", "department"), [
            "■ 所管の記載なし（1項目）",
            "parks  令5  108ha  公園の面積［仮の値あり、未回答（令6）］",
            "令和5年度版：全3項目のうち1項目",
        ]),
        (("--by", "department"), [
            "■ 乙課（1項目）",
            "old       令4       1人［時点が古い］",
            "■ 甲課（1項目）",
            "capacity  令5  18,034人  保育所の定員",
            "■ 所管の記載なし（1項目）",
            "parks     令5     108ha  公園の面積［仮の値あり、未回答（令6）］",
            "令和5年度版：全3項目のうち3項目",
        ]),
    ],
)  # fmt: skip
def test_figures_are_listed(project: Path, run: Run, asked: tuple[str, ...], lines: list[str]) -> None:
    (project / "data/figures/all.yaml").write_text(FIGURES, encoding="utf-8")
    assert run("figures", "list", *asked).out.rstrip("\n").split("\n") == lines


def test_a_list_as_json(project: Path, run: Run) -> None:
    (project / "data/figures/all.yaml").write_text(FIGURES, encoding="utf-8")
    listed = json.loads(run("figures", "list", "--stale", "--json").out)
    assert [(each["id"], each["stale"], each["department"]) for each in listed] == [("old", ["date"], "乙課")]
