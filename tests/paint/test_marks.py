"""Marks around a page: outside the bleed, as thin as the style says, of every plate."""

from __future__ import annotations

import itertools
from types import SimpleNamespace
from typing import Any

import pytest

from report.page import GlyphRun, Page, PageBoxes, Shape
from report.paint.marks import ALL, marked, room, tombo
from report.style.fonts import FontBook
from report.style.palette import Palette, PrintStyle
from report.units import MM, Size

STYLE = PrintStyle()
TRIM, BLEED = Size(300, 200), 9.0


def sheet_of(book: FontBook, style: PrintStyle = STYLE) -> Any:
    """What marks look at of a style sheet."""
    return SimpleNamespace(print=style, fonts=book, palette=Palette({}, {}))


def places(boxes: PageBoxes, folded: bool = False) -> list[tuple[float, float, float, float]]:
    """left, top, right, bottom of every mark."""
    found = []
    for item in tombo(boxes, STYLE, folded):
        assert isinstance(item, Shape) and item.fill == ALL
        numbers = [part for part in item.path if not isinstance(part, str)]
        found.append((min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])))
    return found


@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize("bleed", [BLEED, 0.0])
def test_marks_lie_outside_the_bleed_and_on_the_sheet(bleed: float, folded: bool) -> None:
    reach = bleed + room(STYLE)
    found = places(PageBoxes(TRIM, bleed), folded)
    assert len(found) == 16 + (8 if bleed else 0) + (4 if folded else 0)
    for left, top, right, bottom in found:
        beside = right <= -bleed + 1e-9 or left >= TRIM.width + bleed - 1e-9
        assert beside or bottom <= -bleed + 1e-9 or top >= TRIM.height + bleed - 1e-9
        assert min(left, top) >= -reach and right <= TRIM.width + reach and bottom <= TRIM.height + reach
        assert min(right - left, bottom - top) == pytest.approx(STYLE.mark_weight)


def test_a_corner_has_a_line_at_the_cut_and_one_at_the_bleed_in_both_directions() -> None:
    near = [place for place in places(PageBoxes(TRIM, BLEED)) if place[0] < 40 and place[1] < 40]
    across = sorted((top + bottom) / 2 for left, top, right, bottom in near if right - left > bottom - top)
    down = sorted((left + right) / 2 for left, top, right, bottom in near if right - left < bottom - top)
    outside = -BLEED - STYLE.mark_weight / 2
    assert across == down == pytest.approx([outside, 0.0])


def test_a_fold_is_dashed_where_a_page_has_its_centre() -> None:
    middle = TRIM.width / 2
    upright = [
        [place for place in places(PageBoxes(TRIM, BLEED), folded) if place[2] < middle + 1 and place[0] > middle - 1]
        for folded in (False, True)
    ]
    assert [len(found) for found in upright] == [2, 6]
    (whole, *_), dashes = upright[0], sorted(upright[1], key=lambda place: place[1])[:3]
    assert (dashes[0][1], dashes[-1][3]) == pytest.approx((whole[1], whole[3]))


def test_a_centre_mark_is_a_cross_whose_bar_lies_halfway() -> None:
    middle, near = TRIM.width / 2, -BLEED - STYLE.mark_offset
    above = [place for place in places(PageBoxes(TRIM, BLEED)) if place[0] < middle < place[2] and place[3] < 0]
    bar, upright = sorted(above, key=lambda place: place[0])
    half = STYLE.mark_weight / 2
    assert upright == pytest.approx((middle - half, near - STYLE.mark_length, middle + half, near))
    across = near - STYLE.mark_length / 2
    assert bar == pytest.approx((middle - 6 * MM, across - half, middle + 6 * MM, across + half))


def test_the_colour_bar_is_a_row_of_squares_beside_the_marks(book: FontBook) -> None:
    boxes = PageBoxes(Size(210 * MM, 297 * MM), BLEED)
    style = PrintStyle(colour_bar=True, slug=False)
    (made,) = marked([Page(1, "1", boxes, ())], sheet_of(book, style), lambda _: ("", ""))
    patches = [item for item in made.items if isinstance(item, Shape) and item.fill != ALL]
    sides = [[part for part in patch.path if not isinstance(part, str)] for patch in patches]
    lefts, tops = [min(side[::2]) for side in sides], [min(side[1::2]) for side in sides]
    assert len(patches) == 8
    assert [max(side[::2]) for side in sides] == pytest.approx([left + 5 * MM for left in lefts])
    assert [max(side[1::2]) for side in sides] == pytest.approx([top + 5 * MM for top in tops])
    assert lefts[1:] == pytest.approx([left + 5 * MM for left in lefts[:-1]])
    assert tops == pytest.approx([297 * MM + BLEED + STYLE.mark_offset + 2 * MM] * 8)  # in the middle of 9 mm
    assert boxes.trim.width / 2 + 6 * MM < lefts[0] and lefts[-1] + 5 * MM < boxes.trim.width


def test_the_slug_is_cut_off_where_it_would_meet_the_middle(book: FontBook) -> None:
    page = Page(1, "1", PageBoxes(TRIM, BLEED), ())
    said = []
    for words in ("練馬", "練馬区" * 40):
        (made,) = marked([page], sheet_of(book), lambda _, words=words: (words, ""))  # type: ignore[misc]
        runs = [item for item in made.items if not isinstance(item, Shape)]
        said.append("".join(text for run in runs for text in run.texts))  # type: ignore[attr-defined]
        assert max(run.x + run.width for run in runs) < TRIM.width / 2 - 6 * MM  # type: ignore[attr-defined]
    assert said[0] == "練馬"
    assert said[1].startswith("練馬区練馬区") and said[1].endswith("…")


def test_a_slug_in_two_faces_goes_on_where_the_first_ends(book: FontBook) -> None:
    page = Page(1, "1", PageBoxes(TRIM, BLEED), ())
    (made,) = marked([page], sheet_of(book), lambda _: ("練馬\U00020bb7練馬", ""))
    runs = [item for item in made.items if isinstance(item, GlyphRun)]
    assert len(runs) == 3 and all(run.xs[0] == 0 for run in runs)
    for one, other in itertools.pairwise(runs):
        assert other.x == pytest.approx(one.x + one.width)


def test_a_style_without_marks_leaves_the_pages_alone(book: FontBook) -> None:
    page = Page(1, "1", PageBoxes(TRIM, BLEED), ())
    style = PrintStyle(marks="none")
    assert marked([page], sheet_of(book, style), lambda _: ("練馬", "")) == (page,)
    assert room(style) == 0
