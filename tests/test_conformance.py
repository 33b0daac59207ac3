"""What others say of the screen files: veraPDF, page-validation, qpdf and two renderers, of the sample edition, of one
that holds every kind of block, and of three made by chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Editions
from tests.validators import Flavour, page_validation, qpdf_check, render_check, verapdf

NAMES = ("sample", "stress", "random-1", "random-2", "random-3")


@pytest.fixture(scope="module")
def files(edition: Editions) -> dict[str, Path]:
    return {name: edition(name).pdf for name in NAMES}


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
