"""Composed text: where lines break (tests/golden/breaks.tsv), that they fit, and what they paint."""

from __future__ import annotations

from pathlib import Path

import pytest
from compose_samples import SIZE, STYLES, char
from msgspec.structs import replace

from report.compose.composition import natural_width
from report.messages import Origin, Report
from report.page import GlyphRun, Link, Shape
from tests.words import written

GOLDEN = Path(__file__).parents[1] / "golden" / "breaks.tsv"
ROWS = [line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines()[1:]]
TEXT = (
    "子育ては誰が担うべきか、様々な考え方や価値観が存在しますが、最も尊重されるべきことは、それぞれの家族の思いです。"
    "家庭で子育てがしたい、子どもを預けて働きたいなど、GDPの2倍を超える「ニーズ」に応える施策を展開しています。"
)


@pytest.mark.parametrize(("name", "style", "em", "lines"), ROWS, ids=[row[0] for row in ROWS])
def test_lines_break_where_a_typesetter_breaks_them(composed, report, name, style, em, lines) -> None:
    broken = "／".join(composed(lines.replace("／", ""), style, float(em)).line_texts)
    assert broken == lines.replace(" ／", "／").replace("|", "").replace("~", "")
    assert not report.failed


@pytest.mark.parametrize("style", ["body", "wide"])
@pytest.mark.parametrize("em", [9.3, 14.0, 21.7, 33.0])
def test_justified_lines_fill_the_measure_exactly(composed, style: str, em: float) -> None:
    block = composed(TEXT, style, em)
    assert len(block.lines) > 1
    for line in block.lines[:-1]:
        tail = line.setting.tail
        assert line.setting.width + tail == pytest.approx(em * SIZE, abs=1e-6)
        last = line.setting.pieces[-1]
        assert last.x + last.width + tail == pytest.approx(em * SIZE, abs=1e-6)
    assert block.lines[-1].setting.width <= em * SIZE + 1e-6
    assert "".join(block.line_texts) == TEXT


@pytest.mark.parametrize("em", [17.0, 19.0, 20.5, 23.0, 28.0, 31.0])
def test_no_short_last_line(composed, em: float) -> None:
    assert composed(TEXT, "body", em).lines[-1].setting.width >= 4.6 * SIZE


def test_baseline_height_and_gaps_are_those_of_css(composed, fonts) -> None:
    block = composed("一\n\n二\n三", replace(STYLES["body"], gap=5.0))
    face = fonts.face("text")
    first = 8 + (face.ascender - face.descender) / 2 * SIZE
    assert block.baselines == pytest.approx([first, first + 21, first + 37])
    assert block.height == 53


def test_big_digits_take_a_line_box_of_their_own(composed) -> None:
    block = composed("__24__園", "digits")
    assert block.height == pytest.approx(0.8 * 40)
    digits, unit = block.lines[0].setting.pieces
    assert digits.size == 40 and unit.size == SIZE
    assert unit.x - digits.width == pytest.approx(0.2 * SIZE)  # autospace in em of the smaller


def test_full_width_brackets_sit_flush_at_the_head_and_squeeze(composed) -> None:
    one = composed("「練馬」", "title").width
    assert one == pytest.approx(3 * SIZE)
    assert composed("「練馬」「光」", "title").width == pytest.approx(one + 2.5 * SIZE)
    run = composed("「練", "title").place(0, 0)[0]
    assert run.xs[0] == pytest.approx(-0.5 * SIZE)


def test_narrow_punctuation_keeps_its_own_advance(composed, fonts) -> None:
    width = sum(glyph.advance for glyph in fonts.face("text").shape("「練馬」、光")) * SIZE
    assert composed("「練馬」、光", "body").width == pytest.approx(width)


def test_a_quarter_em_between_japanese_and_latin(composed) -> None:
    apart = composed("平", "wide").width + composed("26", "wide").width + composed("年", "wide").width
    assert composed("平26年", "wide").width == pytest.approx(apart + 0.5 * SIZE)


def test_a_space_between_groups_of_digits_is_a_quarter_em(composed) -> None:
    parts = composed("1", "wide").width + composed("234人", "wide").width
    assert composed("1 234人", "wide").width == pytest.approx(parts + SIZE / 4)


def test_marker_lies_under_the_text_and_links_cover_it(composed) -> None:
    items = composed("==要==点は[区](https://a.jp/)", "ragged").place(100, 50, owner="me")
    bar = items[0]
    assert isinstance(bar, Shape) and bar.fill == "accent" and bar.owner is None
    runs = [item for item in items if isinstance(item, GlyphRun)]
    assert all(run.owner == "me" for run in runs)
    assert max(bar.path[2::3]) == pytest.approx(runs[0].y + 0.22 * SIZE)
    assert min(bar.path[2::3]) == pytest.approx(runs[0].y - 0.2 * SIZE)
    link = items[-1]
    assert isinstance(link, Link) and link.target == "https://a.jp/"
    assert (link.rect.width, link.rect.height, link.rect.y) == pytest.approx((SIZE, 16, 50))


def test_ruby_is_centred_over_a_base_that_never_breaks(composed) -> None:
    block = composed("あ{志|こころざし}い", "wide")
    base, over = block.lines[0].setting.pieces[1], block.lines[0].setting.pieces[-1]
    assert over.size == SIZE / 2 and "".join(over.texts) == "こころざし"
    assert over.x + over.width / 2 == pytest.approx(base.x + base.width / 2)
    assert block.width == pytest.approx(4.0 * SIZE)  # あ and い lend a quarter em each
    assert composed("今日は{練馬|ねりま}区", "wide", 4.5).line_texts == ["今日は", "練馬区"]


def test_alignment_happens_inside_the_measure(composed) -> None:
    assert composed("練馬", "label", 10).place(0, 0)[0].x == pytest.approx(4 * SIZE)
    right = replace(STYLES["label"], align="right")
    assert composed("練馬", right, 10).place(0, 0)[0].x == pytest.approx(8 * SIZE)


def test_natural_width_ignores_the_measure(fonts) -> None:
    paragraphs = written("練馬区\n光が丘公園", Origin("a"), Report()).paragraphs
    assert natural_width(paragraphs, STYLES["wide"], fonts) == pytest.approx(5 * SIZE)


def test_what_cannot_be_set_is_told_with_its_place(composed, report) -> None:
    composed("区民\u0007**ꙮ**", "body")
    composed("Wizarding", "label", 3)
    assert [(str(d.origin), str(d.message).split(" of")[0]) for d in report.diagnostics] == [
        ("t.yaml:1:3", "control character U+0007 in the text"),
        ("t.yaml:1:6", "no face"),
        ("t.yaml:1:1", "text does not fit: a part"),
    ]
    assert "U+A66E" in str(report.diagnostics[1].message)


def test_text_of_ideographs_beyond_the_bmp_and_variants_stays_whole(composed) -> None:
    run = composed("𠮷野家の辻󠄀", replace(STYLES["body"], char=char("wide"))).place(0, 0)[0]
    assert run.texts == ("𠮷", "野", "家", "の", "辻󠄀")
