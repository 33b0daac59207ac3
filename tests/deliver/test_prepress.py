"""What slug lines say, and where findings on a booklet's sheets are written in the YAML."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from report.deliver.prepress import Prepress
from report.figures.model import Figure
from report.messages import Origin
from report.page import GlyphRun, Page, PageBoxes
from report.page.shapes import rectangle
from report.style.palette import PrintStyle
from report.text.edition import Use
from report.units import MM, Rect, Size
from tests.words import written

TRIM, BLEED = Size(300, 200), 9.0


def owner(line: int) -> Any:
    return SimpleNamespace(origin=Origin("a.yaml", line))


def laid(count: int, paper: float = 0.2, binding: str = "left", stage: str = "proof", lean: int = 2) -> Any:
    """Pages with a ground each, whose line in the YAML is ten times the page's number; one leans on a figure."""
    pages = tuple(
        Page(n, str(n), PageBoxes(TRIM, BLEED), (rectangle(Rect(0, 0, *TRIM), fill="ink", owner=owner(10 * n)),))
        for n in range(1, count + 1)
    )
    waiting = Figure(
        id="nursery.waiting[令元]", name="待機児童数", value=1, unit="人", status="provisional", origin=Origin("f.yaml")
    )
    place = Origin("a.yaml", 10 * lean + 3)
    use = Use(waiting, place, "1人", place)
    other = msgspec.structs.replace(waiting, id="nursery.waiting[令2]")
    return SimpleNamespace(
        brochure=SimpleNamespace(
            title=written("練馬", Origin("b.yaml")), date="2023-10-01", stage=stage, binding=binding
        ),
        sheet=SimpleNamespace(print=msgspec.structs.replace(PrintStyle(), paper=paper * MM)),
        pages=pages,
        provisional=(use, use._replace(figure=other)),
    )


def test_a_page_says_its_number_its_date_its_stage_and_its_own_provisional_figures() -> None:
    brochure = laid(4)
    desk = Prepress(brochure)
    assert desk.page_slug(brochure.pages[1]) == (
        "練馬　2／4ページ　令和5年10月1日　校正",
        "仮の値 1件：待機児童数",
    )
    assert desk.page_slug(brochure.pages[2])[1] == ""
    assert Prepress(laid(4, stage="final")).page_slug(brochure.pages[0])[0].endswith("下版")


def test_a_side_says_which_pages_it_carries_and_what_both_lean_on() -> None:
    desk = Prepress(laid(6))
    said = [desk.side_slug(side) for side in desk.sides]
    assert [words.split("　")[1:4] for words, _ in said] == [
        ["1枚目／2枚", "表", "6｜1ページ"],
        ["1枚目／2枚", "裏", "2｜白ページ"],
        ["2枚目／2枚", "表", "白｜3ページ"],
        ["2枚目／2枚", "裏", "4｜5ページ"],
    ]
    assert [bool(names) for _, names in said] == [False, True, False, False]


def test_sides_are_two_pages_wide_but_for_their_creep() -> None:
    widths = [side.boxes.trim.width for side in Prepress(laid(8)).sides]
    assert widths == pytest.approx([600, 600, 600 - 0.4 * MM, 600 - 0.4 * MM])


@pytest.mark.parametrize("binding", ["left", "right"])
def test_findings_on_sheets_lead_to_the_page_that_has_them(binding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Any] = []
    monkeypatch.setattr("report.conform.preflight.run.preflight", lambda content, wishes: kept.append(wishes) or ())
    desk = Prepress(laid(8, binding=binding))
    assert desk.findings_on_sheets(b"") == ()
    (wishes,) = kept
    assert (wishes.multiple, wishes.without) == (2, ("sizes",))
    fold = 300 - 0.2 * MM
    lines = [[wishes.origin(side, (x, 50, 9, 9)).line for x in (0, fold - 10, fold + 1, 580)] for side in (1, 2, 3, 4)]
    pages = [(8, 1), (2, 7), (6, 3), (4, 5)] if binding == "left" else [(1, 8), (7, 2), (3, 6), (5, 4)]
    assert lines == [[10 * left, 10 * left, 10 * right, 10 * right] for left, right in pages]


def test_a_place_on_a_right_page_is_its_own_place_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word 40 pt from page 3's left edge stands, on the second sheet, 40 pt from the fold, less the creep."""
    kept: list[Any] = []
    monkeypatch.setattr("report.conform.preflight.run.preflight", lambda content, wishes: kept.append(wishes) or ())
    brochure = laid(8, paper=1.0)
    word = GlyphRun(
        face="text", size=10, ink="ink", x=40, y=60, gids=(1,), xs=(0.0,), texts=("a",), width=10, owner=owner(33)
    )
    third = brochure.pages[2]
    brochure.pages = (
        *brochure.pages[:2],
        msgspec.structs.replace(third, items=(*third.items, word)),
        *brochure.pages[3:],
    )
    Prepress(brochure).findings_on_sheets(b"")
    creep = 1.0 * MM
    on_sheet = (300 - creep) - creep + 40
    assert kept[0].origin(3, (on_sheet + 0.1, 52, 9, 8)).line == 33
    assert kept[0].origin(3, (on_sheet + 20, 52, 9, 8)).line == 30


def test_the_desk_knows_on_which_page_a_provisional_figure_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Any] = []
    monkeypatch.setattr("report.conform.preflight.run.preflight", lambda content, wishes: kept.append(wishes) or ())
    Prepress(laid(8, lean=5)).findings(b"")
    assert [(each.id, each.page) for each in kept[0].provisional] == [
        ("nursery.waiting[令元]", 5),
        ("nursery.waiting[令2]", 5),
    ]
