"""The bench that spoilt projects are built on, one for all tests of a process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fuzz.bench import Bench


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    made = Bench(tmp_path_factory.mktemp("fuzz"))
    yield made
    made.close()
