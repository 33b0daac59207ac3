"""The house's style sheet, and a world of charts."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.artwork.charts.scene import World
from report.messages import Report
from report.style.sheet import StyleSheet, load_sheet

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def sheet() -> StyleSheet:
    report = Report()
    made = load_sheet(ROOT / "styles/nerima.yaml", ROOT / "fonts", report)
    report.check()
    assert made is not None
    return made


@pytest.fixture(scope="session")
def world(sheet: StyleSheet) -> World:
    return World(sheet, "green")
