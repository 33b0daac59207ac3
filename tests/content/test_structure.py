"""The structure tree of content: roles, levels, order, before any layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.blocks.change import Change
from report.blocks.donut import Donut
from report.content.load import load
from report.content.resolve import resolve
from report.content.structure import structure
from report.figures.assembly import load_figures
from report.messages import Origin, Report
from report.text import Text, words_of
from report.text.tags import Content, Kid, StructElem, Voice, Words, table
from tests.words import figure, written

HERE = Origin("data/sections/02.yaml", 3, 5)
SECTION = """field: intro
title: はじめに
picture: square
lead: 一行目です。
topics:
{topics}
"""


@pytest.fixture
def said(project: Path):
    """The roles of a section with these topics, as text: H2(text) under Sect[…]."""

    def of(topics: str) -> list[str]:
        (project / "data/sections/01-first.yaml").write_text(SECTION.format(topics=topics), encoding="utf-8")
        report = Report()
        brochure, _ = load(project / "data/brochure.yaml", report)
        assert brochure is not None and not report.failed, report.diagnostics
        figures = load_figures(project / "data/figures", report)
        document = structure(resolve(brochure, figures, report)[0])
        assert not report.failed, report.diagnostics
        return [shape(kid) for kid in document.kids[1].kids[3:]]  # type: ignore[union-attr]

    return of


def text(words: str) -> Text:
    return written(words, HERE)


def shape(kid: Kid) -> str:
    if isinstance(kid, Content):
        return words_of(kid.owner.paragraphs[kid.paragraph]) if isinstance(kid.owner, Text) else ""
    if isinstance(kid, Words):
        return f"“{kid.text}”"
    return f"{kid.role}[{kid.actual or ' '.join(filter(None, map(shape, kid.kids)))}]"


def test_topics_stand_under_the_section_and_cards_under_the_topic(said) -> None:
    assert said(
        "  - heading: 話題\n    rows: [{ cards: [{ icon: home, heading: 札, text: 文, steps: [一, 二] }] }]"
    ) == ["Sect[H2[話題] Sect[H3[札] P[文] L[LI[Lbl[1.] LBody[一]] LI[Lbl[2.] LBody[二]]]]]"]


def test_no_level_is_skipped_where_a_topic_has_no_heading(said) -> None:
    assert said("  - rows: [{ cards: [{ icon: home, heading: 札, text: 文 }] }]") == ["Sect[H2[札] P[文]]"]


def test_what_follows_a_rule_heading_stands_under_it(said) -> None:
    topics = "  - rows: [{ rule-heading: 例 }, { cards: [{ icon: home, heading: 札, text: 文 }] }]"
    assert said(topics) == ["H2[例]", "Sect[H3[札] P[文]]"]


def test_paragraphs_of_a_text_are_apart_and_empty_ones_are_none(said) -> None:
    assert said('  - rows: [{ text: "一つ目\\n\\n二つ目" }]') == ["P[一つ目]", "P[二つ目]"]


def test_a_picture_is_content_when_it_says_what_it_shows(said) -> None:
    assert said("  - rows: [{ picture: square }]") == []
    assert said("  - rows: [{ picture: { id: square, alt: 家 } }]") == ["Figure[]"]
    shown = said("  - rows: [{ picture: { id: square, alt: 家, caption: 絵, side: above } }]")
    assert shown == ["Div[Caption[絵] Figure[]]"]


def test_a_chart_brings_its_values(said) -> None:
    (chart,) = said("  - rows: [{ chart: { kind: bars, title: 数, height: 40, series: [{ id: parks }] } }]")
    head = "THead[TR[TH[“年度”] TH[“公園の面積”]]]"
    values = (("令和3年度", "99ha"), ("令和4年度", "103ha"), ("令和5年度", "108ha（仮の値）"))
    rows = " ".join(f"TR[TH[“{year}”] TD[“{value}”]]" for year, value in values)
    assert chart == f"Div[Caption[数] Figure[] Table[Caption[“数の数値”] {head} TBody[{rows}]] Note[Lbl[] 令5]]"


def test_what_a_drawing_of_a_change_shows_is_said_in_words() -> None:
    change = Change(origin=HERE, title=text("面積"), before=text("__99__ha"), after=text("__108__ha"))
    (whole,) = change.tags(Voice(2))
    assert [kid.actual for kid in whole.kids if isinstance(kid, StructElem)] == ["", "99haから108haへ"]


@pytest.mark.parametrize(
    ("alt", "heard"),
    [
        ("92%", "Div[P[印] Figure[“92%”] P[の手続きで不要に]]"),
        ("92%の手続きで不要に", "Div[P[印] Figure[“92%” の手続きで不要に]]"),
    ],
)
def test_words_that_a_ring_says_itself_are_part_of_it(alt: str, heard: str) -> None:
    words = text("の手続きで\n**不要に**")
    ring = Donut(
        origin=HERE, value=figure(92), centre=text("“92%”"), size=30, text=words, tag=text("印"), alt=text(alt)
    )
    (elem,) = ring.tags(Voice(1))
    assert shape(elem) == heard


def test_the_stations_of_a_track_say_how_far_they_are(said) -> None:
    (stations,) = said("  - rows: [{ track: [{ label: 決定 }, { label: 準備, state: now }] }]")
    assert stations == "L[LI[Lbl[済み] LBody[決定]] LI[Lbl[いま] LBody[準備]]]"


def test_cells_name_their_titles() -> None:
    words = [[Words("年度"), Words("人")], [Words("令5"), Words("9")]]
    made = table(words, None, True, HERE)
    (title, cell) = made.kids[1].kids[0].kids  # type: ignore[union-attr]
    assert isinstance(title, StructElem) and isinstance(cell, StructElem)
    assert (title.role, title.attributes[0].value, title.id) == ("TH", "Row", "row1.02.3.5")
    assert (cell.role, cell.attributes[0].value) == ("TD", ("column1.02.3.5", "row1.02.3.5"))
