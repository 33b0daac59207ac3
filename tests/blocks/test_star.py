"""The star holds its words within its notches and stays on what it stands on."""

from __future__ import annotations

import pytest

from report.blocks.callout import Burst, Callout, burst, lay
from report.compose.context import BlockContext
from report.messages import Origin, Report
from report.page import Shape
from report.units import Point, Rect
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
