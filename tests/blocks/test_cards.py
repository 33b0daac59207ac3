"""Cards, model cards and the device card: rows that align, and what grows with the page."""

from __future__ import annotations

import pytest

from report import blocks
from report.blocks.cards import Card, Cards
from report.blocks.device import Device
from report.blocks.models import Model, Models
from report.compose.context import BlockContext
from report.messages import Origin
from report.page import GlyphRun, Item, Placed, Shape
from report.text import Text
from report.units import MM, Rect
from tests.words import written

HERE = Origin("test.yaml", 7, 3)
LONG = "実態調査の結果を踏まえて方針を改定し、将来の社会的な自立に向けて取り組んでいます。"


def text(source: str) -> Text:
    return written(source, HERE)


def bars(items: list[Item], ink: str) -> list[tuple[float, ...]]:
    """left, top, width, height in mm"""
    found = [i.path for i in items if isinstance(i, Shape) and i.fill == ink and len(i.path) == 13]
    return [tuple(round(v / MM, 2) for v in (p[1], p[2], p[4] - p[1], p[8] - p[2])) for p in found]


def card(body: str, *steps: str) -> Card:
    return Card(origin=HERE, icon="home", heading=text("見出し"), text=text(body), steps=tuple(map(text, steps)))


def test_cards_are_as_high_as_the_longest_and_steps_stand_at_the_foot(ctx: BlockContext) -> None:
    box = blocks.lay(Cards(origin=HERE, items=(card(LONG * 2), card("短い。", "発見", "支援"))), 116 * MM, ctx)
    height = box.extent.natural
    items = box.place(Rect(0, 0, 116 * MM, height))
    high = pytest.approx(height / MM, abs=0.01)
    assert bars(items, "green.pale") == [(0, 0, 55, high), (61, 0, 55, high)]
    one, two = bars(items, "paper")
    assert one[0] == pytest.approx(61 + 3.8 + 0.125, abs=0.01)
    assert one[1] + one[3] == pytest.approx(height / MM - 3 - 0.125, abs=0.02)
    assert two[0] - one[0] - one[2] == pytest.approx(5.3 + 0.25, abs=0.02)
    assert not ctx.report.diagnostics


def test_models_align_their_rows_and_give_the_picture_the_rest(ctx: BlockContext) -> None:
    def model(phrase: str, body: str) -> Model:
        return Model(
            origin=HERE, icon="home", heading=text("頭"), picture="kodomoen", phrase=text(phrase), text=text(body)
        )

    block = Models(origin=HERE, items=(model("一行", "短い。"), model("一行\n二行", LONG * 3)), height=50 * MM)
    box = blocks.lay(block, 178 * MM, ctx)
    items = box.place(Rect(0, 0, 178 * MM, box.extent.natural))
    heads, phrases, texts = (bars(items, f"green.{role}") for role in ("base", "tint", "pale"))
    assert [head[:2] for head in heads[:2]] == [(0, 0), (92, 0)]
    assert phrases[0][1:] == phrases[1][1:]
    assert phrases[0][1] - heads[0][3] == pytest.approx(50, abs=0.02)
    assert phrases[0][3] == pytest.approx(2 * 5.5 + 2 * 2.8)
    assert texts[0][1:] == texts[1][1:]
    assert box.extent.most > box.extent.natural > box.extent.least


def test_a_device_card_ends_with_its_words(ctx: BlockContext) -> None:
    block = Device(
        origin=HERE, heading=text("例"), picture="tablet", name=text("名"), text=text("一行\n二行"), height=40 * MM
    )
    box = blocks.lay(block, 86 * MM, ctx)
    head, foot = 3.25 + 2 * 2.4, 4 + 4.75 + 1.8 + 11 + 4.9
    assert box.extent.natural / MM == pytest.approx(head + 40 + foot)
    items = box.place(Rect(0, 0, 86 * MM, box.extent.natural + 10 * MM))
    assert bars(items, "green.tint")[0][3] == pytest.approx(head + 40 + foot + 10, abs=0.01)
    (window,) = [item.clip for item in items if isinstance(item, Placed)]
    assert window is not None and window.height / MM == pytest.approx(50)
    last = [item for item in items if isinstance(item, GlyphRun)][-1]
    assert last.y < (head + 40 + foot + 10 - 4.9) * MM
