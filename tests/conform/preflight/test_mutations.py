"""A sound file has no findings; spoiled in one way, it has the finding of that way, under its clause."""

from __future__ import annotations

import pytest
from mutations import MUTATIONS
from spoiling import Mutation

from report.conform.preflight.run import preflight
from report.conform.preflight.table import GIVEN, TABLES


def test_a_sound_file_has_no_findings(good: bytes) -> None:
    assert preflight(good) == ()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_spoiled_file_is_found_out(good: bytes, mutation: Mutation) -> None:
    found = {(finding.check.name, finding.check.clause) for finding in preflight(mutation.made(good))}
    assert (mutation.check, mutation.clause) in found
    assert "unchecked" not in {name for name, _ in found}


def test_nearly_every_check_has_a_mutation() -> None:
    tested = {mutation.check for mutation in MUTATIONS}
    known = {check.name for check in (*TABLES["x4"], *GIVEN)}
    # of these, the first four need a file that pikepdf does not write, the others are the caller's own
    untested = {
        "media-missing",
        "box-empty",
        "unknown-colour",
        "empty-page",
        "coverage",
        "provisional",
        "provisional-final",
        "unchecked",
    }
    assert known - tested == untested


def test_names_tell_checks_apart() -> None:
    names = [check.name for check in (*TABLES["x4"], *GIVEN)]
    assert len(names) == len(set(names))
