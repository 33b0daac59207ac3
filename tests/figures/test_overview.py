"""What is stale of the brochure's year, and what is told of a figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.figures.overview import Overview, overview
from tests.conftest import figures_of


def one(folder: Path, entry: str, kind: str = "series", year: int = 2023) -> Overview:
    return overview(figures_of(folder, f"{kind}:\n  a: {{ {entry} }}\n"), "a", year)


@pytest.mark.parametrize(
    ("kind", "entry", "stale"),
    [
        ("series", "name: A, data: { 令4: 1, 令5: 2 }", ()),
        ("series", "name: A, data: { 令3: 1, 令4: 2 }", ("newest",)),
        ("series", "name: A, data: { 令4: 2, 令5: { value: 3, planned: true } }", ("newest", "plan")),
        ("series", "name: A, data: { 令4: 2, 令6: { value: 3, planned: true } }", ("newest",)),
        ("series", "name: A, data: { 令5: 2, 令6: { value: 3, planned: true } }", ()),
        ("series", "name: A, data: { 令4: 2, 令5: { status: open } }", ("newest",)),
        ("series", "name: A, ended: true, data: { 令3: 1, 令4: 2 }", ()),
        ("series", "name: A, data: { 平22: 1, 平27: 2, 令2: 3 }", ()),  # the next is due in 令7
        ("series", "name: A, data: { 平20: 1, 平25: 2, 平30: 3 }", ("newest",)),
        ("figures", "value: 1, as-of: 2023-04-01", ()),
        ("figures", "value: 1, as-of: 2024-03-31", ()),
        ("figures", "value: 1, as-of: 2023-03-31", ("date",)),
        ("figures", "value: 1, as-of: 令4", ("date",)),
        ("figures", "value: 1, as-of: 令4, ended: true", ()),
        ("figures", "value: 1", ()),
        ("figures", "values: { 令4: 1 }", ("newest",)),
        ("figures", "values: { 令4: 1, 令5: 2 }", ()),
    ],
)
def test_what_is_stale(tmp_path: Path, kind: str, entry: str, stale: tuple[str, ...]) -> None:
    assert one(tmp_path, entry, kind).stale == stale


@pytest.mark.parametrize(
    ("entry", "due"),
    [
        ("name: A, data: { 平22: 1, 平27: 2, 令2: 3 }", 2025),
        ("name: A, data: { 令3: 1, 令4: 2, 令5: 3 }", None),  # every year: nothing to tell
        ("name: A, data: { 令5: 3 }", None),
    ],
)
def test_which_year_is_due_next(tmp_path: Path, entry: str, due: int | None) -> None:
    assert one(tmp_path, entry).next == due


def test_a_year_has_what_is_known_of_it_alone(tmp_path: Path) -> None:
    entry = (
        "name: A, unit: 人, as-of: 04-01, department: 課, source: 本, note: 注, data: { 令4: { value: 1, source: 別, "
        "status: provisional, approximate: true }, 令5: { formula: 'a[令4] + 1', note: 計 }, 令6: { status: open } }"
    )
    found = one(tmp_path, entry)
    assert (found.department, found.source, found.note, found.as_of) == ("課", "本", "注", "04-01")
    told = [(each.year, each.value, each.status, each.as_of, each.source, each.note) for each in found.values]
    assert told == [
        (2022, 1, "provisional", "2022-04-01", "別", ""),
        (2023, 2, "provisional", "2023-04-01", "", "計"),
        (2024, None, "open", "", "", ""),
    ]
    assert (found.provisional, found.open, found.latest and found.latest.year) == (True, True, 2023)
    assert found.values[1].formula == "a[令4] + 1"


def test_a_worked_out_figure_has_the_unit_of_its_parts(tmp_path: Path) -> None:
    figures = figures_of(tmp_path, "figures:\n  a: { value: 1, unit: ha }\n  b: { formula: a + a }\n")
    found = overview(figures, "b", 2023)
    assert (found.unit, found.values[0].value, found.values[0].formula) == ("ha", 2, "a + a")
