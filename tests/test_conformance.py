"""What others say of the screen files: veraPDF, page-validation, qpdf and two renderers, of the sample edition, of one
that holds every kind of block, and of three made by chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import pipeline
from report.messages import Report
from tests.brochures import scattered, stress
from tests.validators import Flavour, page_validation, qpdf_check, render_check, verapdf

ROOT = Path(__file__).parent.parent
SEEDS = (1, 2, 3)
NAMES = ("sample", "stress", *(f"random-{seed}" for seed in SEEDS))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    cache = {"REPORT_CACHE": str(tmp_path_factory.mktemp("cache"))}

    def built(brochure: Path) -> Path:
        out = tmp_path_factory.mktemp("out")
        made = pipeline.build(pipeline.Wish(brochure, "screen", pipeline.cache_for(brochure, cache)), out, Report())
        return made.files[0][0]

    return {
        "sample": built(ROOT / "data/brochure.yaml"),
        "stress": built(stress(tmp_path_factory.mktemp("stress"))),
        **{f"random-{seed}": built(scattered(tmp_path_factory.mktemp("random"), seed)) for seed in SEEDS},
    }


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_finds_nothing(files: dict[str, Path], flavour: Flavour) -> None:
    assert {file.name: found for file, found in verapdf(list(files.values()), flavour).items() if found} == {}


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
@pytest.mark.parametrize("name", NAMES)
def test_page_validation_finds_nothing(files: dict[str, Path], name: str, flavour: Flavour) -> None:
    assert page_validation(files[name], flavour) == []


@pytest.mark.parametrize("name", NAMES)
def test_files_are_whole_and_render_without_a_word(files: dict[str, Path], name: str) -> None:
    assert qpdf_check(files[name]) == []
    assert render_check(files[name]) == []


def test_the_sample_is_small(files: dict[str, Path]) -> None:
    assert files["sample"].stat().st_size < 700_000
