"""`report figures export`, `import` and `status`: what they print and write, and their exit codes."""

from __future__ import annotations

import io
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from report import cli
from report.deliver.changes import settle
from tests.conftest import Run
from tests.workbook.books import changed, put

BOOK = "small-2024-担当課未設定.xlsx"


@pytest.fixture
def sent(project: Path, run: Run) -> Path:
    """The workbook of the small project, a year on."""
    run("figures", "roll", "--to", "令和6")
    outcome = run("figures", "export", "out", "--due", "2024-06-14")
    assert outcome == (0, f"out/{BOOK}\nout: 1 workbooks 調査票, 2 figures 項目\n", "")
    return project / "out" / BOOK


def test_from_export_to_import(sent: Path, project: Path, run: Run) -> None:
    back = project / "back"
    back.mkdir()
    (back / BOOK).write_bytes(changed(sent.read_bytes(), put("parks", 値="１１０．０", 出典="区政概要")))
    before = _read(project / "data")
    shown = run("figures", "import", "back", "--due", "2024-06-21")
    assert (shown.code, shown.err) == (1, "")
    assert _read(project / "data") == before
    assert shown.out.splitlines() == [
        "令和6年度の数値　調査票の取込み",
        "　そろった0課、直しが必要1課、届いていない0課",
        "　取り込める1件、取り込めない誤り0件、空欄のまま1件",
        "",
        "■ 直しが必要な課",
        f"　担当課未設定　空欄1件、取り込める1件　{BOOK}",
        "",
        "■ 変わる数値",
        "　担当課未設定　parks　公園の面積　（令和5年度　108ha） → 110ha",
        "",
        "-" * 60,
        "宛先　担当課未設定",
        "件名　小さな冊子　令和6年度の数値について（お願い）",
        "",
        "調査票に、空欄のままの項目があります。記入して、令和6年6月21日までにお送りください。",
        "空欄のままの項目",
        "　・capacity（人）",
        "",
        "書き方は、調査票の「記入要領」のシートにあります。",
        "",
        "nothing written; --yes writes 何も書いていません。書き込むには --yes を付けてください",
    ]
    done = run("figures", "import", f"back/{BOOK}", "--yes", "--reminders", "letters")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1] == "1 figures written 件を書き込みました: data/figures/all.yaml"
    assert "令6: { value: 110, source: 区政概要 }" in (project / "data/figures/all.yaml").read_text(encoding="utf-8")
    letter = (project / "letters/small-2024-担当課未設定.txt").read_text(encoding="utf-8")
    assert letter.startswith("宛先　担当課未設定\n")
    again = run("figures", "import", "back", "--yes")
    assert (again.code, again.out.splitlines()[-1]) == (0, "nothing to write 書き込むものはありません")
    counts = run("figures", "status").out.splitlines()[2].split()
    assert counts == ["担当課未設定", "2", "1", "1", "0", "0"]


def test_an_error_is_told_in_both_languages(sent: Path, project: Path, run: Run) -> None:
    sent.write_bytes(changed(sent.read_bytes(), put("parks", 値="①")))
    before = _read(project / "data")
    outcome = run("figures", "import", "out", "--yes")
    assert outcome.code == 1
    assert outcome.err.splitlines() == [
        f'{BOOK}［数値］I6: error: 公園の面積: "①" has characters that are no digits',
        "  hint: write 1, not ①, Ⅰ or 一",
        "  公園の面積：「①」に、数字として読めない文字があります。"
        "①、Ⅰ、一、㈱などは使わず、1、2、3の数字で書いてください。",
    ]
    assert outcome.out.splitlines()[-1] == "nothing to write 書き込むものはありません"
    assert _read(project / "data") == before


@pytest.mark.parametrize(("answer", "is_written"), [("y\n", True), ("はい\n", True), ("n\n", False), ("", False)])
def test_a_question_on_a_terminal(
    answer: str, is_written: bool, sent: Path, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent.write_bytes(changed(sent.read_bytes(), put("parks", 値=110)))
    before = _read(project / "data")
    keyboard = io.StringIO(answer)
    monkeypatch.setattr(keyboard, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", keyboard)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    outcome = run("figures", "import", "out")
    assert "write 1 figures? 1件を書き込みますか [y/N] " in outcome.out
    assert (outcome.code == 0) == is_written == (_read(project / "data") != before)


def test_a_filled_in_book_is_not_overwritten(sent: Path, run: Run) -> None:
    assert run("figures", "export", "out", "--due", "2024-06-14").code == 0  # the same
    content = changed(sent.read_bytes(), put("parks", 値=110))
    sent.write_bytes(content)
    outcome = run("figures", "export", "out")
    assert outcome.code == 1
    assert outcome.err.startswith(f"out/{BOOK}: error: another file of this name is there already\n")
    assert sent.read_bytes() == content


def test_one_book_of_all(project: Path, run: Run) -> None:
    assert run("figures", "export", "out", "--one-book").code == 0
    book = openpyxl.load_workbook(project / "out/small-2023-全課.xlsx")
    assert [cell.value for cell in book["数値"]["A"]][3:] == ["管理番号", "parks", "capacity"]


def test_no_books(project: Path, run: Run) -> None:
    (project / "back").mkdir()
    outcome = run("figures", "import", "back")
    assert (outcome.code, outcome.err.splitlines()[0]) == (1, "back: error: no workbooks are there")
    assert run("figures", "import", "missing.xlsx").code == 3


def test_killed_at_any_moment(sent: Path, project: Path, run: Run) -> None:
    """Fifty times: what is then read is the old or the new, never a mixture."""
    data, fresh = project / "data", project / "fresh"
    for at in range(4):  # several files to write
        text = f"series:\n  more{at}: {{ name: 甲{at}, data: {{ 令5: 1, 令6: {{ status: open }} }} }}\n"
        (data / f"figures/more{at}.yaml").write_text(text, encoding="utf-8")
    sent.unlink()
    run("figures", "export", "out")
    for at in range(4):
        sent.write_bytes(changed(sent.read_bytes(), put(f"more{at}", 値=2)))
    shutil.copytree(data, fresh)
    begun = time.perf_counter()
    assert os.waitpid(_importing(project), 0)[1] == 0
    whole = time.perf_counter() - begun
    old, new = _read(fresh), _read(data)
    assert len([name for name in old if old[name] != new[name]]) == 4
    chance = random.Random(12)
    seen = []
    for _ in range(50):
        shutil.rmtree(data)
        shutil.copytree(fresh, data)
        child = _importing(project)
        time.sleep(chance.uniform(0.3, 1.2) * whole)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        settle(data)  # as whatever looks at it next does
        found = _read(data)
        assert found in (old, new)
        seen.append(found == new)
    assert 0 < sum(seen) < 50  # both came


def _importing(folder: Path) -> int:
    if child := os.fork():
        return child
    try:
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        cli.main(["figures", "import", "out", "--yes"])
        os._exit(0)
    finally:
        os._exit(1)


def _read(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_an_answer_that_a_formula_cannot_take_is_told_and_nothing_written(sent: Path, project: Path, run: Run) -> None:
    """A figure worked out of the answer, which is then no number that can be worded."""
    file = project / "data/figures/all.yaml"
    huge = 'figures:\n  huge: { formula: "parks.latest * 90000000000000" }\n'
    file.write_text(file.read_text(encoding="utf-8").replace("figures:\n", huge), encoding="utf-8")
    (project / "back").mkdir()
    (project / "back" / BOOK).write_bytes(changed(sent.read_bytes(), put("parks", 値=900, 備考="合併")))
    before = _read(project / "data")
    outcome = run("figures", "import", "back", "--yes")
    assert (outcome.code, _read(project / "data")) == (1, before)
    assert outcome.err.startswith("data/figures/all.yaml:2:")
