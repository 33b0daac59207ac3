"""Where a check begins: on one side of its limit it tells, on the other it does not.

LIMITS holds, for each check that measures something, a change that is just still right and one that is just wrong.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest
from mutations import PAPER, TINT, TRIANGLE
from pikepdf import Name
from spoiling import Change, Mutation, box, image, jpeg, on_page, paints, printing, tiled, words

from report.conform.preflight.run import preflight
from report.units import MM

GRAY, CYAN = Name.DeviceGray, "1 0 0 0 k"


class Limit(NamedTuple):
    check: str
    right: Change
    wrong: Change


def text(colour: str, size: float = 9) -> Change:
    return paints(words(colour, size))


def black(size: float, share: float = 1) -> Change:
    return printing(words(f"0 0 0 {share} k", size), False)


def line(width: float) -> Change:
    return paints(f"{width} w {{x}} {{y}} m {{x}} {{top}} l S")


def bar(length: float, thick: float) -> Change:
    return paints(f"{CYAN} {{x}} {{y}} {length} {thick} re f")


def inside(distance: float, length: float = 20) -> Change:
    """A bar beside the left edge of the trim, that far within it (or, below 0, beyond), on paper."""
    return paints(f"{PAPER} {CYAN} 1 0 0 1 {distance} 0 cm {{left}} {{y}} 20 {length} re f")


def on_tint(length: float) -> Change:
    """A tab that ends at the trim, over a tint."""
    return paints(f"{TINT} {{left}} {{y}} 20 {length} re f")


def word_at(distance: float) -> Change:
    return paints(f"1 0 0 1 {distance} 0 cm {words(CYAN, 9, x='{left}')}")


def triangle(distance: float) -> Change:
    """One whose corners lie that far beyond the trim, or touch it."""
    return paints(f"{CYAN} 1 0 0 1 {-distance} 0 cm {TRIANGLE} f")


def bleed(wide: float) -> Change:
    return box("BleedBox", *[wide] * 4)


def wider(by: float) -> Change:
    """The first page's trim."""
    return box("TrimBox", 0, 0, by, 0)


LIMITS = (
    Limit("hairline", line(0.25), line(0.245)),
    Limit("hairline", bar(40, 0.25), bar(40, 0.235)),
    Limit("hairline", bar(1.5, 0.2), bar(1.7, 0.2)),  # eight times as long as thick is a rule
    Limit("small-white", text("0 0 0 0 k", 6), text("0 0 0 0 k", 5.9)),
    Limit("small-white", text("0.006 0 0 0 k", 5), text("0.004 0 0 0 k", 5)),  # what half a per cent leaves is paper
    Limit("fine-type-inks", text("0.2 0.8 0.6 0 k", 8), text("0.2 0.8 0.6 0 k", 7.9)),
    Limit("fine-type-inks", text("0.2 0.8 0.09 0 k", 6), text("0.2 0.8 0.1 0 k", 6)),
    Limit("black-knocks-out", black(24.1), black(24)),
    Limit("black-knocks-out", black(9, 0.99), black(9, 0.995)),
    Limit("compound-black", text("0.004 0 0 1 k"), text("0.006 0 0 1 k")),
    Limit("compound-black", text("0.64 0.64 0.64 0 k"), text("0.66 0.66 0.66 0 k")),  # gray, and black
    Limit("compound-black", text("0.8 0.67 0.7 0 k"), text("0.77 0.67 0.7 0 k")),  # of a colour, and of none
    Limit("low-resolution", image(300, 72), image(299, 72)),
    Limit("low-resolution", image(800, 72, GRAY, 1), image(799, 72, GRAY, 1)),
    Limit("high-resolution", image(600, 72, GRAY), image(601, 72, GRAY)),
    Limit("high-resolution", image(2400, 72, GRAY, 1), image(2401, 72, GRAY, 1)),
    Limit("safety", word_at(3 * MM), word_at(3 * MM - 0.2)),
    Limit("safety-object", inside(3 * MM), inside(3 * MM - 0.2)),
    Limit("safety-object", inside(0.25), inside(0.35)),  # nearer it is meant to reach the trim
    Limit("bleed", inside(0.35), inside(0.25)),
    Limit("bleed", inside(0.25 - 3 * MM), inside(0.35 - 3 * MM)),
    Limit("bleed-edge", on_tint(9.9 * MM), on_tint(10.1 * MM)),  # what is shorter is a detail
    Limit("bleed-shape", triangle(0.25), triangle(0.35)),
    Limit("bleed-shape", triangle(3 * MM - 0.25), triangle(3 * MM - 0.35)),
    Limit("bleed-narrow", bleed(3 * MM - 0.1), bleed(3 * MM - 0.2)),
    Limit("boxes-nested", bleed(3 * MM + 0.01), bleed(3 * MM + 0.05)),
    Limit("sizes", wider(0.09 * MM), wider(0.2 * MM)),
    Limit("user-unit", on_page("UserUnit", lambda pdf: 1.0000001), on_page("UserUnit", lambda pdf: 1.001)),
    Limit("unreadable", tiled("0 0 1 1 re f", 0.51), tiled("0 0 1 1 re f", 0.49)),  # a quarter of a square point a cell
    Limit("image-damaged", jpeg(), jpeg(-2)),
)


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.check)
def test_a_check_tells_what_is_beyond_its_limit_and_no_more(good: bytes, limit: Limit) -> None:
    files = [Mutation("", limit.check, "", change).made(good) for change in (limit.right, limit.wrong)]
    told = [limit.check in {found.check.name for found in preflight(file)} for file in files]
    assert told == [False, True]
