"""The stress brochure, built once for all tests of finished files."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from report import pipeline
from report.messages import Report
from tests import brochures

ROOT = Path(__file__).parents[2]


class Edition(NamedTuple):
    pdf: Path
    laid: pipeline.LaidOut


def built(brochure: Path, folder: Path, cache: Path) -> Edition:
    report = Report()
    environment = {"REPORT_CACHE": str(cache)}
    made = pipeline.build(pipeline.Wish(brochure, "screen", pipeline.cache_for(brochure, environment)), folder, report)
    assert not report.failed
    return Edition(made.files[0][0], made.laid)


@pytest.fixture(scope="session")
def stress(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Edition:
    folder = tmp_path_factory.mktemp("stress")
    return built(brochures.stress(folder), folder, cache)


@pytest.fixture(scope="session")
def sample_edition(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Edition:
    return built(ROOT / "data/brochure.yaml", tmp_path_factory.mktemp("sample"), cache)
