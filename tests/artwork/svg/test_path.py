"""Path data: every command, every shorthand, and how far a wrong one is drawn."""

from __future__ import annotations

import math

import pytest

from report.artwork.svg.faults import SvgError
from report.artwork.svg.path import BrokenPath, parse_path


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ("M1 2 3 4", ("M", 1, 2, "L", 3, 4)),
        ("m1,2 3,4h5v-6z", ("M", 1, 2, "L", 4, 6, "L", 9, 6, "L", 9, 0, "Z")),
        ("M.5.5-1-2", ("M", 0.5, 0.5, "L", -1, -2)),
        ("M1e1 2E-1H3", ("M", 10, 0.2, "L", 3, 0.2)),
        ("M0 0C1 1 2 1 3 0S5-1 6 0", ("M", 0, 0, "C", 1, 1, 2, 1, 3, 0, "C", 4, -1, 5, -1, 6, 0)),
        ("M0 0Q3 3 6 0t6 0", ("M", 0, 0, "C", 2, 2, 4, 2, 6, 0, "C", 8, -2, 10, -2, 12, 0)),
        ("M0 0L1 1T3 3", ("M", 0, 0, "L", 1, 1, "C", 1, 1, 5 / 3, 5 / 3, 3, 3)),
        ("M1 1h1zl2 2", ("M", 1, 1, "L", 2, 1, "Z", "M", 1, 1, "L", 3, 3)),
        ("M0 0A0 5 0 0 1 9 9", ("M", 0, 0, "L", 9, 9)),
        ("M0 0a5 5 0 0 1 0 0", ("M", 0, 0)),  # to where it begins: no arc
        ("M1 2\t3\n4\r\f", ("M", 1, 2, "L", 3, 4)),
        ("M0 0L1.5.5.25-1e1", ("M", 0, 0, "L", 1.5, 0.5, "L", 0.25, -10)),
        ("M+1.+2", ("M", 1, 2)),
        ("", ()),
    ],
)
def test_path(data: str, path: tuple[object, ...]) -> None:
    assert _near(parse_path(data), path)


def _near(found: tuple[object, ...], wanted: tuple[object, ...]) -> bool:
    return len(found) == len(wanted) and all(
        a == b if isinstance(b, str) else math.isclose(a, b, abs_tol=1e-9)  # type: ignore[arg-type]
        for a, b in zip(found, wanted, strict=True)
    )


@pytest.mark.parametrize(("flags", "below"), [("01", True), ("00", False), ("11", True), ("10", False)])
def test_half_circle_by_compact_arc(flags: str, below: bool) -> None:
    path = parse_path(f"M10 0a10 10 0 {flags}-20 0")
    assert _near(path[-2:], (-10, 0))
    top = path[path.index("C") + 6]
    assert math.isclose(top, 10 if below else -10, abs_tol=1e-9)


@pytest.mark.parametrize(
    "data", ["L1 1", "M1", "M1 1B2", "M1 1L1 x", "M0 0A1 1 0 2 0 5 5", "M0 0z5", "M" + "1" * 5000 + "x"]
)
def test_bad_path(data: str) -> None:
    with pytest.raises(SvgError):
        parse_path(data)


@pytest.mark.parametrize(
    ("given", "same"),
    [
        ("a1 1 0 01.5.5", "a1 1 0 0 1 .5 .5"),
        ("a1,1 0 1,0,.5-.5", "a1 1 0 1 0 0.5 -0.5"),
        ("a-4-3 0 019 9", "a4 3 0 0 1 9 9"),  # radii below 0 lose their sign
        ("a1 1 0 00 8 0 1 1 0 11-8 0", "a1 1 0 0 0 8 0a1 1 0 1 1 -8 0"),
        ("a.1.1 0 01 8 0", "a4 4 0 01 8 0"),  # radii too small are scaled up
    ],
)
def test_arcs_are_the_same(given: str, same: str) -> None:
    assert _near(parse_path("M0 0" + given), parse_path("M0 0" + same))


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ("M0 0L1 1 2", ("M", 0, 0, "L", 1, 1)),
        ("M0 0L1 1,L2 2", ("M", 0, 0, "L", 1, 1)),
        ("M0 0L1 1x2 2", ("M", 0, 0, "L", 1, 1)),
        ("M0 0L1 1 3e 2", ("M", 0, 0, "L", 1, 1)),
        ("M0 0L1 1 ２ ２", ("M", 0, 0, "L", 1, 1)),  # digits of another width
        ("M0 0L1 1\u30002 2", ("M", 0, 0, "L", 1, 1)),  # a space of another width
        ("M0 0L1 1 0x10 2", ("M", 0, 0, "L", 1, 1)),
        ("M0 0L1 1a25 2501 025 -25 z", ("M", 0, 0, "L", 1, 1)),
        ("M0 0L1 1a1 1 0 1 -1 2 2", ("M", 0, 0, "L", 1, 1)),
        ("M0 0L1 1Z5", ("M", 0, 0, "L", 1, 1, "Z")),
        ("M0 0L1 1M2 2 l", ("M", 0, 0, "L", 1, 1, "M", 2, 2)),
        ("M,0 0L1 1", ()),
        ("L1 1", ()),
    ],
)
def test_a_wrong_path_is_drawn_up_to_the_mistake(data: str, path: tuple[object, ...]) -> None:
    with pytest.raises(BrokenPath) as raised:
        parse_path(data)
    assert raised.value.path == path
