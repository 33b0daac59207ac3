"""`report figures …`: a year is opened."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from pathlib import Path

from report import cli
from report.deliver.changes import settle
from tests.conftest import ROOT, Run


def test_a_year_is_opened(project: Path, run: Run) -> None:
    before = {path: path.read_bytes() for path in (project / "data").rglob("*") if path.is_file()}
    run("build")
    outcome = run("figures", "roll", "--to", "令和6")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "令和6年度 opened for 2 figures in 2 files 2項目を開き、2ファイルを変更",
        "    data/figures/all.yaml",
        "    data/brochure.yaml",
        "data/brochure.yaml: year: 令和6年度, date: 2024-10-01",
    ]
    changed = {path.name for path, content in before.items() if path.read_bytes() != content}
    assert changed == {"brochure.yaml", "all.yaml"}
    told = run("build").err
    assert told.startswith("data/figures/all.yaml:") and "2 figures have no value for 令和6年度 yet" in told
    run("build", "--year", "令和5")
    again = (project / "output/small-2023.screen.pdf").read_bytes()
    run("figures", "roll", "--to", "令和6")
    for path, content in before.items():
        path.write_bytes(content)
    run("build")
    assert (project / "output/small.screen.pdf").read_bytes() == again


def test_opened_once(run: Run) -> None:
    run("figures", "roll", "--to", "令和6")
    assert run("figures", "roll", "--to", "R6").out.startswith("令和6年度 is open already")


def test_the_date_may_be_given(project: Path, run: Run) -> None:
    run("figures", "roll", "--to", "令和6", "--date", "2025-01-15")
    assert "date: 2025-01-15" in (project / "data/brochure.yaml").read_text(encoding="utf-8")


def test_a_year_before_the_brochure_s_is_told(run: Run) -> None:
    outcome = run("figures", "roll", "--to", "令和4")
    assert outcome.code == 1
    assert "令和4年度 lies before 令和5年度" in outcome.err.splitlines()[0]


def test_nothing_is_changed_where_a_file_is_broken(project: Path, run: Run) -> None:
    file = project / "data/figures/all.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "  odd: [\n", encoding="utf-8")
    before = (project / "data/brochure.yaml").read_bytes(), file.read_bytes()
    assert run("figures", "roll", "--to", "令和6").code == 1
    assert ((project / "data/brochure.yaml").read_bytes(), file.read_bytes()) == before


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Fifty times: what is then read is the old or the new, never a mixture."""
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("pictures", "icons"))
    fresh = tmp_path / "fresh"
    shutil.copytree(tmp_path / "data", fresh)
    begun = time.perf_counter()
    assert os.waitpid(_rolling(tmp_path), 0)[1] == 0
    whole = time.perf_counter() - begun
    old, new = _read(fresh), _read(tmp_path / "data")
    assert len([name for name in old if old[name] != new[name]]) > 5
    chance = random.Random(12)
    seen = []
    for _ in range(50):
        shutil.rmtree(tmp_path / "data")
        shutil.copytree(fresh, tmp_path / "data")
        child = _rolling(tmp_path)
        time.sleep(chance.uniform(0.5, 1.1) * whole)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        settle(tmp_path / "data")  # as whatever looks at it next does
        found = _read(tmp_path / "data")
        assert found in (old, new)
        seen.append(found == new)
    assert 0 < sum(seen) < 50  # both came


def _rolling(folder: Path) -> int:
    """A process that opens a year."""
    if child := os.fork():
        return child
    try:
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        cli.main(["figures", "roll", "data/brochure.yaml", "--to", "令和6"])
        os._exit(0)
    finally:
        os._exit(1)


def _read(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
