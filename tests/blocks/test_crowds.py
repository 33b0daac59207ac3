"""More things side by side than a width holds are told; nothing is painted with a width below nothing."""

from __future__ import annotations

import pytest

from report import blocks
from report.blocks import Block
from report.blocks.panel import Marks, Panel, PanelItem
from report.blocks.picture import Picture
from report.blocks.pictures import Pictures
from report.compose.context import BlockContext
from report.messages import Origin, Report
from report.units import MM
from tests.words import figure, written

HERE = Origin("t.yaml", 3, 8)


def pictures(count: int) -> Pictures:
    return Pictures(origin=HERE, items=(Picture(origin=HERE, id="park"),) * count)


def cards(count: int) -> Panel:
    items = (PanelItem(icon="home", label=written("家", HERE)),) * count
    return Panel(origin=HERE, number=written("__1__", HERE), items=items)


def marks(columns: int, icon: str = "") -> Panel:
    return Panel(origin=HERE, number=written("__1__", HERE), marks=Marks(count=figure(10), columns=columns, icon=icon))


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (pictures(3), None),
        (pictures(40), "40 pictures side by side are too many"),
        (cards(4), None),
        (cards(40), "40 cards side by side are too many"),
        (marks(5, "home"), None),
        (marks(60, "home"), "60 icons side by side are too many"),
        (marks(3000), "cannot draw 10 marks, 0 of them added, in 3000 columns"),
    ],
)
def test_too_many_side_by_side_are_reported(block: Block, told: str | None, ctx: BlockContext, report: Report) -> None:
    blocks.lay(block, 100 * MM, ctx)
    assert [str(found.message) for found in report.diagnostics] == ([told] if told else [])
