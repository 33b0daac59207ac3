"""A project with a list, templates and a file of one page to be sent; its mailing."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from report import pipeline
from report.mail.mailing import Post
from report.messages import Failure, Report
from tests.conftest import ROOT

FIXTURES = ROOT / "tests/fixtures/mail"
DATE = "Sun, 01 Oct 2023 09:00:00 +0900"

Mail = Callable[..., Post]
Told = Callable[..., list[str]]


@pytest.fixture
def mailed(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, with what is needed to send it."""
    shutil.copytree(FIXTURES, project / "data", dirs_exist_ok=True)
    (project / "output").mkdir()
    (project / "output/small.screen.pdf").write_bytes(blank())
    monkeypatch.chdir(project)
    return project


def blank() -> bytes:
    """A PDF of one page."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(420, 595))
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


@pytest.fixture
def mail(mailed: Path) -> Mail:
    """The mailing, to a group or to all. Raises Failure."""

    def make(group: str | None = None, report: Report | None = None) -> Post:
        wish = pipeline.Wish(Path("data/brochure.yaml"), "screen")
        return pipeline.mailing(wish, Path("output"), lambda: DATE, report or Report(), group)

    return make


@pytest.fixture
def told(mail: Mail) -> Told:
    """What is wrong with it: `file:line:column: error: …`, without hints."""

    def tell(group: str | None = None) -> list[str]:
        report = Report()
        try:
            mail(group, report)
        except Failure as failure:
            found = failure.diagnostics
        else:
            found = report.diagnostics
        return [str(each).partition("\n")[0] for each in found]

    return tell
