"""A project of four pages to build, and to break; finished brochures, each built once."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from report import cli, pipeline
from report.diagnostics import Report
from tests import brochures

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "fixtures" / "small"


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


class Edition(NamedTuple):
    """A brochure's screen file, its pages, what was told."""

    pdf: Path
    laid: pipeline.Laid
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
        environment = {"REPORT_CACHE": str(cache)}
        built = pipeline.build(brochure, "screen", folder, environment, report, lambda stage: None)
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
