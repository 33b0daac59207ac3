"""The star holds its words within its notches and stays on what it stands on."""

from __future__ import annotations

import pytest

from report import blocks
from report.blocks.callout import Burst, Callout, burst, lay
from report.blocks.chart import Chart, ChartSeries
from report.compose.context import BlockContext
from report.figures.model import Datum, Figures, Series, SeriesRef
from report.messages import Origin, Report
from report.page import Placed, Shape
from report.text.edition import Edition
from report.units import MM, Point, Rect
from tests.words import written

HERE = Origin("t.yaml", 3, 8)
WIDE = Rect(0, 0, 300, 300)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("いずれも\n**都内トップ！**", []),
        ("いずれもが\n都内\nトップ級", []),
        # Within the square about the notches, but not within their circle:
        ("いずれも都内一番\n**トップ**\nいずれも都内一番", ['"いずれも都内一番" does not fit the star']),
        ("**いずれも都内でトップ！**", []),
    ],
)
def test_every_corner_of_a_line_stays_within_the_notches(
    source: str, told: list[str], ctx: BlockContext, report: Report
) -> None:
    burst(written(source, HERE), WIDE.centre, WIDE, ctx)
    assert [str(found.message) for found in report.diagnostics] == told


def test_the_star_may_leave_its_panel_to_the_right_only(ctx: BlockContext, report: Report) -> None:
    radius = ctx.style("burst", Burst).radius
    panel = Rect(100, 100, 2 * radius, 2 * radius)
    burst(written("一番", HERE), panel.centre._replace(x=panel.right), panel, ctx)
    assert report.diagnostics == ()
    for centre in (Point(panel.centre.x - 1, panel.centre.y), Point(panel.centre.x, panel.centre.y - 1)):
        burst(written("一番", HERE), centre, panel, ctx)
    assert [str(found.message) for found in report.diagnostics] == ["the star is larger than what it stands on"]


def test_a_star_in_a_narrow_column_is_reported(ctx: BlockContext, report: Report) -> None:
    block = Callout(origin=HERE, shape="burst", text=written("一番", HERE))
    box = lay(block, 100, ctx)
    items = box.place(Rect(0, 0, 100, box.extent.natural))
    assert any(isinstance(item, Shape) for item in items)
    assert [str(found.message) for found in report.diagnostics] == ["the star is larger than what it stands on"]


@pytest.mark.parametrize(("kind", "narrower"), [("bars", True), ("lines", True), ("pairs", False)])
def test_a_chart_with_an_axis_of_years_ends_before_its_star(kind: str, narrower: bool, ctx: BlockContext) -> None:
    widths = []
    for star in (None, written("過去最大")):
        data = tuple(Datum(year=2022 + i, value=3 + i, status="published", origin=HERE) for i in range(2))
        stored = Series(id="a", name="定員", unit="人", data=data, origin=HERE)
        series = (ChartSeries(origin=HERE, id=SeriesRef("a", HERE, stored)),)
        made = Chart(origin=HERE, kind=kind, title=written("計"), height=50 * MM, series=series, burst=star)
        made = Edition(Figures(singles={}, runs={"a": stored}), ctx.report).node(made)
        items = blocks.lay(made, 120 * MM, ctx).place(Rect(0, 0, 120 * MM, 70 * MM))
        widths += [item.drawing.size.width for item in items if isinstance(item, Placed)]
    assert not ctx.report.diagnostics
    assert widths[0] - widths[1] == pytest.approx((17 + 18.62 - 4) * MM if narrower else 0, abs=0.02)
