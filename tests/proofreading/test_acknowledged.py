"""A finding that stays is acknowledged where it stands, with a reason; what no finding meets any more is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.content.load import load
from report.content.resolve import resolve
from report.figures.assembly import load_figures
from report.messages import Report
from report.proofreading import proofread
from tests.conftest import Run

FIRST = "data/sections/01-first.yaml"
TEXT = "            - text: 保育所の定員は{{ capacity }}です。\n"
FIGURES = """figures:
  capacity: { value: 18034, unit: 人, definition: 保育所の定員, as-of: 2023-04-01, source: 見本 }
series:
  parks: { name: 公園の面積, unit: ha, data: { 令3: 99, 令4: 103, 令5: 108 } }
"""


def told(project: Path) -> tuple[list[str], list[str]]:
    """What is told of a project, as place, severity and id; and what is acknowledged, with words and reason."""
    report = Report()
    path = project / "data/brochure.yaml"
    brochure, _ = load(path, report)
    assert brochure
    figures = load_figures(project / "data/figures", report, year=2023)
    resolve(brochure, figures, report)
    proofread(path, brochure, figures, report)
    found = [f"{each.origin.line}: {each.severity} {each.message.id}" for each in report.diagnostics if each.origin]
    return found, [f"{each.found.message.id} {each.words}: {each.reason}" for each in report.acknowledged]


def write(project: Path, text: str, figures: str = FIGURES) -> None:
    """A block, or several, in the place of the first section's text; and the figures."""
    file = project / FIRST
    words = file.read_text(encoding="utf-8")
    file.write_text(
        words.replace(TEXT, "".join(f"            {line}\n" for line in text.splitlines())), encoding="utf-8"
    )
    (project / "data/figures/all.yaml").write_text(figures, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "found", "acknowledged"),
    [
        ("- text: 保育所の定員は18,304人です。", ["14: error literal-differs"], []),
        ("- text: 保育所の定員は18,304人です。 # 確認「18,304人」速報の値のため", [],
         ["literal-differs 18,304人: 速報の値のため"]),
        ("# 確認「18,304人」速報の値のため\n- text: |\n    定員の話です。\n\n    保育所の定員は18,304人です。", [],
         ["literal-differs 18,304人: 速報の値のため"]),
        ("- text: | # 確認「18,304人」：速報\n    定員の話です。\n\n    保育所の定員は18,304人です。", [],
         ["literal-differs 18,304人: 速報"]),
        ("# 確認「27ヶ所」「３」引用のため\n- bullets:\n    - 窓口は27ヶ所です。\n    - 窓口は３か所、5人です。", [],
         ["proof ３: 引用のため", "proof 27ヶ所: 引用のため"]),
        ("# 確認「18,034人」固定\n- text: 保育所の定員は18,034人です。\n- text: 保育所の定員は18,034人です。",
         ["16: info literal-known"], ["literal-known 18,034人: 固定"]),  # of the entry below it, no more
        ("- text: 保育所の定員は18,304人です。 # 確認「18,304」数字だけ",
         ["14: error literal-differs", "14: warning acknowledgement-stale"], []),
        ("- text: 窓口は27か所です。 # 確認「27ヶ所」直したあと", ["14: warning acknowledgement-stale"], []),
        ("- text: 窓口は27ヶ所です。 # 確認「27ヶ所」", ["14: warning acknowledgement-bare"], ["proof 27ヶ所: "]),
        ("- text: 窓口は27ヶ所です。 # 確認済み「27ヶ所」", ["14: warning proof"], []),  # a comment of another kind
        ("- text: 令和4年度に始めました。", ["14: info year-before"], []),
        ("- text: 令和4年度に始めました。 # 確認「令和4」始めた年", [], ["year-before 令和4: 始めた年"]),
    ],
)  # fmt: skip
def test_a_finding_is_acknowledged_in_its_place(
    text: str, found: list[str], acknowledged: list[str], project: Path
) -> None:
    write(project, text)
    assert told(project) == (found, acknowledged)


def test_a_gap_of_a_series_is_acknowledged_above_its_id(project: Path) -> None:
    gap = FIGURES.replace("令3: 99, 令4: 103", "平31: 90, 令2: 95, 令4: 103")
    write(project, "- text: 公園です。", gap)
    assert told(project) == (["4: info series-gap"], [])
    write(project, "", gap.replace("  parks", "  # 確認「令3」公表されていない\n  parks"))
    assert told(project) == ([], ["series-gap 令3: 公表されていない"])


def test_the_office_s_terms_are_read_and_their_mistakes_told(project: Path) -> None:
    write(project, "- text: 小さな子供の見本です。")
    terms = project / "data/terms.yaml"
    assert told(project) == ([], [])
    terms.write_text("terms: [{ right: 子ども, wrong: [子供] }]\n", encoding="utf-8")
    assert told(project) == (["14: warning proof"], [])
    terms.write_text("terms: [{ right: 子ども, worng: [子供] }]\n", encoding="utf-8")
    assert told(project) == (["1: error key-unknown"], [])


def test_check_tells_lists_and_fails_while_build_goes_on(project: Path, run: Run) -> None:
    write(project, "- text: 保育所の定員は18,304人、窓口は27ヶ所です。 # 確認「27ヶ所」看板の字")
    outcome = run("check", "--acknowledged")
    assert outcome.code == 1
    assert (
        f'{FIRST}:14:28: error: "18,304人" contradicts the figure capacity: 18,034人\n  hint: write {{{{ capacity }}}}'
        in (outcome.err)
    )
    assert "acknowledged 確認済み: 1\n" in outcome.out
    assert f"{FIRST}:14:39: 「27ヶ所」 看板の字" in outcome.out
    assert run("build").code == 0
    (project / FIRST).write_text(
        (project / FIRST).read_text(encoding="utf-8").replace("18,304", "18,034"), encoding="utf-8"
    )
    outcome = run("check", "--acknowledged")
    assert outcome.code == 0
    assert '"18,034人" is {{ capacity }}' in outcome.err and "acknowledged 確認済み: 1\n" in outcome.out
    assert "contradicts" not in run("check", "--year", "令和4").err


def test_sixty_of_a_kind_are_one_message(project: Path) -> None:
    write(project, "- bullets:\n" + "\n".join(f"    - 第{i}の窓口は{i}ヶ所です。" for i in range(10, 70)))
    assert told(project)[0] == ["15: warning proof-all"]
