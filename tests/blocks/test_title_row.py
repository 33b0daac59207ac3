"""A chart's title row, and a device's picture between its head and its words."""

from __future__ import annotations

from typing import Any

from report.blocks import chart, device, picture
from report.blocks.chart import Chart, ChartSeries
from report.blocks.device import Device
from report.compose.boxes import column
from report.compose.context import BlockContext
from report.figures.model import Datum, Figures, Series, SeriesRef
from report.messages import Origin, Report
from report.page import GlyphRun, Placed
from report.text.edition import Edition
from report.units import MM, Rect
from tests.words import written

HERE = Origin("t.yaml", 3, 8)


def bars(**more: Any) -> Chart:
    data = tuple(Datum(year=year, value=year - 1900, status="published", origin=HERE) for year in (2021, 2022, 2023))
    parks = Series(id="parks", name="公園", unit="ha", data=data, origin=HERE)
    series = (ChartSeries(origin=HERE, id=SeriesRef("parks", HERE)),)
    made = Chart(origin=HERE, kind="bars", height=40 * MM, series=series, **more)
    return Edition(Figures(singles={}, runs={"parks": parks}), Report()).node(made)


def title_row(ctx: BlockContext, title: str, unit: str) -> list[tuple[str, float, float]]:
    """The words over the drawing, each with its left and right edge."""
    box = chart.lay(bars(title=written(title, HERE), unit=written(unit, HERE)), 80 * MM, ctx)
    items = box.place(Rect(0, 0, 80 * MM, box.extent.natural))
    top = min(item.matrix[5] for item in items if isinstance(item, Placed))
    runs = [item for item in items if isinstance(item, GlyphRun) and item.y < top]
    return [("".join(run.texts), run.x, run.x + run.width) for run in runs]


def test_title_and_unit_share_their_row(ctx: BlockContext, report: Report) -> None:
    (title, _, end), (unit, start, right) = title_row(ctx, "公園の面積", "（ha）")
    assert (title, unit) == ("公園の面積", "（ha）")
    assert end < start and right <= 76 * MM + 0.1
    assert report.diagnostics == ()


def test_a_title_turns_before_the_unit(ctx: BlockContext, report: Report) -> None:
    """The words would fit the panel, but not beside the unit."""
    *lines, (unit, start, _) = title_row(ctx, "区内の公園と緑地の面積の合計の推移", "（ヘクタール・年度末）")
    assert unit == "（ヘクタール・年度末）" and len(lines) == 2
    assert max(end for _, _, end in lines) <= start - ctx.style("chart", chart.Style).unit_gap + 0.1
    assert report.diagnostics == ()


def test_a_unit_that_leaves_no_room_is_reported(ctx: BlockContext, report: Report) -> None:
    title_row(ctx, "公園の面積", "（" + "とても長い単位" * 4 + "）")
    assert [str(told.message) for told in report.diagnostics] == ["the unit leaves its chart's title no room"]


def test_a_device_alone_in_its_column_keeps_its_picture_s_ratio(ctx: BlockContext) -> None:
    words = {name: written("見本", HERE) for name in ("heading", "name", "text")}
    block = Device(origin=HERE, picture="tablet-tall", **words)
    box = column([device.lay(block, 86 * MM, ctx)], lambda a, b: 0)
    items = box.place(Rect(0, 0, 86 * MM, 250 * MM))
    window = next(item.clip for item in items if isinstance(item, Placed))
    assert window and window.width / window.height >= ctx.style("picture", picture.Style).narrowest - 0.001
