"""Panel, change and donut: numbers with their drawings."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from report import blocks
from report.blocks.change import Change
from report.blocks.donut import Donut
from report.blocks.panel import Marks, Panel, PanelItem
from report.compose.context import BlockContext
from report.figures.model import Figures
from report.messages import Origin, Report
from report.page import GlyphRun, Item, Placed, Shape
from report.text import Text
from report.text.edition import Edition
from report.units import MM, Rect
from tests.words import figure, written

DATA = Path(__file__).parents[2] / "data"
HERE = Origin("test.yaml", 7, 3)


def text(source: str) -> Text:
    return written(source, HERE)


def runs(items: list[Item]) -> dict[str, GlyphRun]:
    return {"".join(item.texts): item for item in items if isinstance(item, GlyphRun)}


def test_a_panel_stands_in_the_middle_of_its_height_flush_left(ctx: BlockContext) -> None:
    block = Panel(origin=HERE, over=text("支援センターを"), number=text("__27__か所"), legend=text("増設"))
    box = blocks.lay(block, 70 * MM, ctx)
    at_rest = runs(box.place(Rect(0, 0, 70 * MM, box.extent.natural)))
    grown = runs(box.place(Rect(0, 0, 70 * MM, box.extent.natural + 20)))
    assert box.fills
    assert at_rest["27"].x == at_rest["支援センターを"].x == 6 * MM
    assert {key: round(run.y - at_rest[key].y, 6) for key, run in grown.items()} == dict.fromkeys(at_rest, 10)


def test_marks_may_be_icons_one_a_unit(ctx: BlockContext) -> None:
    block = Panel(origin=HERE, number=text("計__10__"), marks=Marks(count=figure(10), columns=5, icon="home"))
    box = blocks.lay(block, 70 * MM, ctx)
    items = box.place(Rect(0, 0, 70 * MM, box.extent.natural))
    assert len([i for i in items if isinstance(i, Shape | Placed) and getattr(i, "fill", "") != "green.base"]) == 10
    size = (58 - 4 * 2.2) / 5
    assert box.extent.natural / MM == pytest.approx(6 + 20.8 + 6.8 + 2 * size + 2.2 + 5)


def test_a_number_that_is_too_long_is_set_smaller(ctx: BlockContext) -> None:
    def height(number: str) -> float:
        return blocks.lay(Panel(origin=HERE, number=text(number)), 70.7 * MM, ctx).extent.natural / MM

    assert height("__27__か所体制に強化") == pytest.approx(6 + 20.8 + 5)
    assert height("__28__か所体制に強化") == pytest.approx(6 + 20 + 5)
    assert not ctx.report.failed


def test_white_cards_share_the_panels_width(ctx: BlockContext) -> None:
    entries = tuple(PanelItem(icon="home", label=text(label)) for label in ("案内\nリーフレット", "冊子"))
    block = Panel(origin=HERE, number=text("__全域__"), items=entries)
    items = blocks.lay(block, 70 * MM, ctx).place(Rect(0, 0, 70 * MM, 80 * MM))
    cards = [i.path for i in items if isinstance(i, Shape) and i.fill == "paper" and len(i.path) == 13]
    assert [round(path[1] / MM, 2) for path in cards] == [6, 36.6]
    assert [round((path[8] - path[2]) / MM, 2) for path in cards] == [3 + 10 + 1.5 + 8.4 + 3] * 2


def change(**fields: object) -> Change:
    known = {"title": text("面積"), "before": text("__99__ha"), "after": text("__108__ha"), "columns": 27}
    return Change(origin=HERE, **{**known, **fields})  # type: ignore[arg-type]


def test_before_and_after_share_a_baseline_and_stand_in_the_middle(ctx: BlockContext) -> None:
    box = blocks.lay(change(count=figure(108), added=figure(9)), 101.34 * MM, ctx)
    items = box.place(Rect(0, 0, 101.34 * MM, box.extent.natural))
    placed = runs(items)
    assert placed["99"].y == placed["108"].y
    right = max(run.x + run.width for run in placed.values() if run.y == placed["99"].y)
    assert (placed["99"].x + right) / 2 == pytest.approx(101.34 / 2 * MM)
    (squares,) = [item for item in items if isinstance(item, Placed)]
    assert squares.drawing.size.height / MM == pytest.approx(13.4, abs=0.05)
    assert box.extent.natural / MM == pytest.approx(59.8, abs=0.1)


def test_more_added_than_there_are_is_told(ctx: BlockContext) -> None:
    blocks.lay(change(count=figure(9), added=figure(108)), 101 * MM, ctx)
    (told,) = ctx.report.diagnostics
    assert told.origin == figure(9).origin and "cannot draw 9 marks" in str(told.message)


@pytest.mark.parametrize(
    ("count", "columns", "told"),
    [(2000, 100, False), (2001, 100, True), (10, 101, True), (10, 0, True)],
)
def test_marks_that_nobody_could_tell_apart_are_told(count: int, columns: int, told: bool, ctx: BlockContext) -> None:
    block = Panel(origin=HERE, number=text("計__10__"), marks=Marks(count=figure(count), columns=columns))
    blocks.lay(block, 90 * MM, ctx)
    assert ["at most 2000; columns go from 1 to 100" in str(d) for d in ctx.report.diagnostics] == [True] * told


def donut(value: float, **fields: object) -> Donut:
    known = {"centre": text("__95__%超"), "size": 38 * MM, "text": text("対象の**95%**の\n農地")}
    return Donut(origin=HERE, value=figure(value), **{**known, **fields})  # type: ignore[arg-type]


def test_the_number_stands_in_the_middle_of_the_ring(ctx: BlockContext) -> None:
    box = blocks.lay(donut(95, tag=text("解決！")), 101 * MM, ctx)
    assert box.extent.natural / MM == pytest.approx(46)
    items = box.place(Rect(0, 0, 101 * MM, box.extent.natural))
    (ring,) = [item for item in items if isinstance(item, Placed)]
    placed = runs(items)
    middle = (placed["95"].x + placed["%超"].x + placed["%超"].width) / 2
    assert (ring.matrix[4] / MM, middle / MM) == pytest.approx((5, 5 + 19))
    assert placed["対象の"].x / MM == pytest.approx(5 + 38 + 6)
    assert placed["%超"].y < placed["95"].y


def test_a_small_ring_and_its_words_are_centred_together(ctx: BlockContext) -> None:
    items = blocks.lay(donut(95, size=33 * MM), 86 * MM, ctx).place(Rect(0, 0, 86 * MM, 44 * MM))
    (ring,) = [item for item in items if isinstance(item, Placed)]
    right = max(run.x + run.width for run in runs(items).values())
    assert ring.matrix[4] == pytest.approx(86 * MM - right)


def test_a_share_over_the_whole_is_told(ctx: BlockContext) -> None:
    blocks.lay(donut(120), 101 * MM, ctx).place(Rect(0, 0, 101 * MM, 46 * MM))
    (told,) = ctx.report.diagnostics
    assert told.origin == figure(120).origin and "0 to 100" in str(told.message)


def ring(value: float, centre: str, unit: str = "%") -> Donut:
    return msgspec.structs.replace(donut(value, centre=text(centre)), value=figure(value, unit))


def panel(number: str, count: float, added: float = 0, legend: str = "") -> Panel:
    extra = figure(added, "か所") if added else None
    marks = Marks(count=figure(count, "か所"), columns=9, added=extra)
    return Panel(origin=HERE, number=text(number), legend=text(legend) if legend else None, marks=marks)


SQUARES = {"count": figure(108, "ha"), "added": figure(9, "ha")}


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (ring(60, "__40__%"), 'error: the ring shows 60 %, the number in it says "40%"'),
        (ring(60, "約__4__割"), 'error: the ring shows 60 %, the number in it says "約4割"'),
        (ring(27, "__27__か所", "か所"), 'error: the unit of "a" is か所; a ring shows a share in per cent'),
        (ring(95.3, "__95__%超"), ""),
        (ring(42, "__18,034__人"), ""),
        (ring(42, "__42__％", "パーセント"), ""),
        (panel("__30__か所に", 27), 'warning: there are 27 か所 of marks, the words say "30か所に"'),
        (
            panel("__27__か所に", 27, 2, "3か所を増設"),
            'warning: there are 27 か所 of marks, the words say "3か所を増設"',
        ),
        (panel("__27__か所に", 27, 2, "2か所を増設"), ""),
        (panel("__全域__に", 27), ""),
        (panel("約__30__か所に", 29), ""),
        (change(before=text("__99__人")), 'warning: "99人" and "108ha" are of two units'),
        (change(**SQUARES), ""),
        (change(after=text("__110__ha"), **SQUARES), 'warning: there are 108 ha of marks, the words say "110ha"'),
        (change(after=text("__110__ha"), key=(text("1マス＝1ha"),), **SQUARES), "warning: there are 108 ha of marks"),
        (change(after=text("__1,080__ha"), key=(text("1マス＝10ha"),), **SQUARES), ""),
    ],
)
def test_words_that_contradict_the_drawing_beside_them(block: Donut | Panel | Change, told: str) -> None:
    report = Report()
    block.resolved(Edition(Figures(singles={}, runs={}), report))
    found = [f"{each.severity}: {each.message}" for each in report.diagnostics]
    assert len(found) == bool(told) and "".join(found).startswith(told)
    assert all(each.origin in (HERE, figure(0).origin) for each in report.diagnostics)
