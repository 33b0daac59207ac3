"""`report mail …`: letters as files."""

from __future__ import annotations

import email
import email.policy
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run


@pytest.fixture
def listed(project: Path) -> Path:
    """The small project with a list and templates."""
    shutil.copytree(ROOT / "tests/fixtures/mail", project / "data", dirs_exist_ok=True)
    return project


def test_letters_become_files(listed: Path, run: Run) -> None:
    outcome = run("mail", "preview")
    assert (outcome.code, outcome.err) == (0, "")
    first, second = outcome.out.splitlines()
    assert re.fullmatch(
        r"output/mail/index\.html: 4 letters 通, at most 最大 \d+ kB; nothing was sent 送信はしていません", first
    )
    assert second == "subject 件名: 「小さな冊子」を先生に"
    folder = listed / "output/mail"
    assert sorted(each.name for each in folder.iterdir()) == [
        "0001-hanako@kai.example.eml", "0002-jane@friends.example.eml", "0003-ishi@dan.example.eml",
        "0004-yoshida@xn--r8jz45g.example.eml", "index.html",
    ]  # fmt: skip
    made = email.message_from_bytes((folder / "0001-hanako@kai.example.eml").read_bytes(), policy=email.policy.default)
    file = next(made.iter_attachments())  # type: ignore[attr-defined]
    assert file.get_content() == (listed / "output/small.screen.pdf").read_bytes()
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert page.count('<a href="0') == 4 and page.count("<iframe sandbox ") == 3
    assert "𠮷田 😀 様 &lt;yoshida@xn--r8jz45g.example&gt;" in page and "cid:" not in page


def test_a_group_alone_and_few_files(listed: Path, run: Run) -> None:
    run("mail", "preview")
    outcome = run("mail", "preview", "--group", "press", "--most", "1", "--output", "output/mail")
    assert outcome.out.startswith("output/mail/index.html: 2 of 3 as files 通")
    names = {each.name for each in (listed / "output/mail").iterdir()}
    assert names == {"0001-jane@friends.example.eml", "0002-ishi@dan.example.eml", "index.html"}


def test_mistakes_are_told_and_nothing_is_written(listed: Path, run: Run) -> None:
    file = listed / "data/stakeholders.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("hanako@", "hanako"), encoding="utf-8")
    outcome = run("mail", "preview")
    assert outcome.code == 1
    assert outcome.err.splitlines()[0] == 'data/stakeholders.csv:2:15: error: "hanakokai.example" is no address'
    assert not (listed / "output/mail").exists()


def test_an_earlier_edition(listed: Path, run: Run) -> None:
    outcome = run("mail", "preview", "--year", "令和4")
    assert (outcome.code, (listed / "output/small-2022.screen.pdf").exists()) == (0, True)
    made = email.message_from_bytes(
        next((listed / "output/mail").glob("0001*")).read_bytes(), policy=email.policy.default
    )
    assert "（令和4年度）" in made.get_body(("plain",)).get_content()  # type: ignore[attr-defined]


def test_a_project_without_a_list(project: Path, run: Run) -> None:
    outcome = run("mail", "preview")
    assert outcome.code == 1
    told = [line for line in outcome.err.splitlines() if "error" in line]
    assert told == [
        "data/mail/mail.yaml:1:1: error: no such file",
        "data/stakeholders.csv:1:1: error: no such list of recipients",
    ]
