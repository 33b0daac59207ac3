"""A project of four pages to build, and to break."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

from report import cli
from report.diagnostics import Message
from report.messages import ROWS, english, japanese

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "fixtures" / "small"


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every message that a test makes has the values of its row, no more, and is put into words in both languages."""
    make = Message.__new__

    def made(cls: type[Message], id: str, values: tuple[tuple[str, object], ...]) -> Message:
        fields = {name for template in ROWS[id] for _, name, _, _ in Formatter().parse(template) if name is not None}
        assert dict(values).keys() == fields, id
        message = make(cls, id, values)
        assert english(message).text and japanese(message).text
        return message

    monkeypatch.setattr(Message, "__new__", made)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project, with the house's style and faces, and one icon."""
    shutil.copytree(SMALL, tmp_path / "data")
    (tmp_path / "data/icons").mkdir()
    shutil.copy(ROOT / "data/icons/home.svg", tmp_path / "data/icons")
    (tmp_path / "styles").mkdir()
    shutil.copy(ROOT / "styles/nerima.yaml", tmp_path / "styles")
    (tmp_path / "fonts").symlink_to(ROOT / "fonts")
    return tmp_path


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all builds of the tests; none is shared with the user's own."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def run(project: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line, in the project's folder."""
    monkeypatch.chdir(project)
    monkeypatch.setenv("REPORT_CACHE", str(cache))

    def run(*arguments: str) -> Outcome:
        code = cli.main(arguments)
        return Outcome(code, *capsys.readouterr())

    return run
