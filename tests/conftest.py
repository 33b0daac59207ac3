"""A project of four pages to build, and to break; finished brochures, each built once; what a block is laid out in."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

from report import cli, pipeline
from report.artwork.studio import Studio
from report.cache import NOTHING, Cache
from report.compose.composer import Composer
from report.compose.context import BlockContext
from report.figures.assembly import load_figures
from report.figures.model import Figures
from report.messages import Message, Report
from report.messages.wording import ROWS, english, japanese
from report.style.sheet import StyleSheet, load_sheet
from tests import brochures

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


class Edition(NamedTuple):
    """A brochure's screen file, its pages, what was reported."""

    pdf: Path
    laid: pipeline.LaidOut
    report: Report


Editions = Callable[[str], Edition]


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


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Editions:
    """The sample edition, "stress", "brief" or "random-3" of tests/brochures.py."""

    @functools.cache
    def made(name: str) -> Edition:
        folder, report = tmp_path_factory.mktemp(name), Report()
        if name == "sample":
            brochure = ROOT / "data/brochure.yaml"
        else:
            kind, _, seed = name.partition("-")
            brochure = brochures.scattered(folder, int(seed)) if seed else getattr(brochures, kind)(folder)
        wish = pipeline.Wish(brochure, "screen", Cache(cache, str(brochure)))
        built = pipeline.build(wish, folder, report)
        assert not report.failed
        return Edition(built.files[0].file, built.laid, report)

    return made


@pytest.fixture
def run(project: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line, in the project's folder."""
    monkeypatch.chdir(project)
    monkeypatch.setenv("REPORT_CACHE", str(cache))

    def run(*arguments: str) -> Outcome:
        code = cli.main(arguments)
        return Outcome(code, *capsys.readouterr())

    return run


@pytest.fixture
def report() -> Report:
    return Report()


@pytest.fixture(scope="session")
def sheet() -> StyleSheet:
    report = Report()
    found = load_sheet(ROOT / "styles/nerima.yaml", ROOT / "fonts", report)
    assert found is not None, report.diagnostics
    return found


@pytest.fixture
def ctx(sheet: StyleSheet, report: Report) -> BlockContext:
    """In green, with the house's pictures and icons."""
    studio = Studio(ROOT / "data", sheet, NOTHING, report)
    return BlockContext(sheet=sheet, family="green", studio=studio, composer=Composer(sheet, NOTHING), report=report)


def figures_of(folder: Path, text: str) -> Figures:
    """The figures of a YAML text without a mistake."""
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    report = Report()
    made = load_figures(folder, report)
    assert not report.diagnostics
    return made
