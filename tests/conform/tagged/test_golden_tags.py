"""The small project's tags and what is heard of them, held against golden files: a change of either is seen in a diff.

A golden file is written anew by taking it away and running the test, which then fails once.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.mark.parametrize(("name", "options"), [("small.tags.yaml", ("--tree",)), ("small.heard.txt", ())])
def test_the_small_project_is_heard_as_before(run: Run, name: str, options: tuple[str, ...]) -> None:
    assert run("build").code == 0
    found = run("read", "output/small.screen.pdf", *options)
    golden = GOLDEN / name
    if not golden.exists():
        golden.write_text(found.out, encoding="utf-8")
        pytest.fail(f"{name} was written anew: look at it")
    assert (found.code, found.err, found.out) == (0, "", golden.read_text(encoding="utf-8"))
