"""What is written beside a drawing, and the figure that is drawn."""

from __future__ import annotations

import pytest

from report.figures.agreement import contradicts, of_unit, quantities, shares


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("約8,500人", [(8500, 1, "人", True)]),
        ("１億2,345万円", [(1_2345_0000, 1e4, "円", False)]),
        ("3千人", [(3000, 1e3, "人", False)]),
        ("95.3%超", [(95.3, 0.1, "%超", True)]),
        ("27か所体制に強化", [(27, 1, "か所体制に強化", False)]),
        ("99ha ▶ 108ha", [(99, 1, "ha", False), (108, 1, "ha", False)]),
        ("区内全域で", []),
    ],
)
def test_the_quantities_of_a_line(line: str, found: list[tuple[float, float, str, bool]]) -> None:
    assert [(each.value, pytest.approx(each.step), each.unit, each.loose) for each in quantities(line)] == found


@pytest.mark.parametrize(
    ("line", "value", "wrong"),
    [
        ("40%", 60, True),
        ("60％", 60, False),
        ("60パーセント", 60, False),
        ("95%", 95.3, False),
        ("95%", 94.4, True),
        ("95.3%", 95.3, False),
        ("95.3%", 95, True),
        ("95%超", 95.9, False),
        ("約4割", 42, False),
        ("4割", 42, False),
        ("4割", 60, True),
        ("18,034人", 42, False),
        ("全域", 42, False),
        ("40%から60%へ", 60, False),
    ],
)
def test_a_share_as_it_is_printed(line: str, value: float, wrong: bool) -> None:
    assert contradicts(shares(line), value) is wrong


def test_a_number_in_another_unit_says_nothing() -> None:
    assert contradicts(of_unit("計__10__プロジェクト", "件"), 12) is False
    assert contradicts(of_unit("計10件を支援", "件"), 12) is True
    assert contradicts(of_unit("27か所（うち2か所を増設）", "か所"), 27, 2, 25) is False
    assert contradicts(of_unit("5", ""), 4) is False
